//! The workload of `bench/workload.mjs`, made by the same steps: the same bytes.

use crate::random::Random;
use serde::Deserialize;
use serde_json::{Map, Value, json};

const SEED: u32 = 20_261_123;
const ID_DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const GRANTED: [&str; 5] = ["viewer", "viewer", "viewer", "commenter", "collaborator"];

/// How many recipients a request has, and how many such requests there are.
pub const SIZES: [(usize, usize); 3] = [(1, 64), (10, 32), (100, 16)];

#[derive(Deserialize)]
struct Words {
    given: Vec<String>,
    family: Vec<String>,
    names: Vec<String>,
    home: String,
    subsidiary: String,
    partners: Vec<String>,
    providers: Vec<String>,
    strangers: Vec<String>,
    idn: Vec<String>,
    blocked: Vec<String>,
    blocked_patterns: Vec<String>,
    bad: Vec<String>,
    messages: Vec<String>,
}

/// A snapshot and, for each of [`SIZES`], requests to it.
pub struct Workload {
    pub snapshot: String,
    pub requests: Vec<Vec<String>>,
}

struct Home {
    domain: String,
    org_id: Option<String>,
}

struct User {
    user_id: String,
    emails: Vec<String>,
    org_id: Option<String>,
    status: Option<&'static str>,
    display_name: String,
}

struct Directory {
    users: Vec<User>,
    bots: Vec<Value>,
}

struct Generator {
    random: Random,
    words: Words,
    org_id: String,
    own: Vec<Home>,
    partners: Vec<Home>,
    providers: Vec<Home>,
}

impl Workload {
    /// A snapshot of so many accounts and entries.
    pub fn new(count: usize) -> Self {
        let mut generator = Generator::new();
        let (snapshot, directory) = generator.snapshot(count);
        let mut requests = Vec::new();
        for (size, number) in SIZES {
            let make = |index| generator.request(&directory, size, index);
            requests.push((0..number).map(make).collect());
        }
        Self { snapshot: snapshot.to_string(), requests }
    }

    /// FNV-1a, 32 bits, over all of its bytes.
    pub fn fingerprint(&self) -> u32 {
        let texts = std::iter::once(&self.snapshot).chain(self.requests.iter().flatten());
        texts
            .flat_map(|text| text.bytes())
            .fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}

fn id(random: &mut Random, prefix: &str) -> String {
    let digits = (0..23).map(|_| char::from(*random.pick(ID_DIGITS)));
    format!("{prefix}_01k{}", digits.collect::<String>())
}

impl Generator {
    fn new() -> Self {
        let words: Words = serde_json::from_str(include_str!("../../bench/words.json")).unwrap();
        let mut random = Random::new(SEED);
        let org_id = id(&mut random, "org");
        let home = |domain: &String, org_id| Home { domain: domain.clone(), org_id };
        let own = [&words.home, &words.home, &words.subsidiary];
        let own = own.map(|domain| home(domain, Some(org_id.clone())));
        let partners = words.partners.iter();
        let partners = partners.map(|domain| home(domain, Some(id(&mut random, "org")))).collect();
        let providers = words.providers.iter().map(|domain| home(domain, None)).collect();
        Self { random, words, org_id, own: own.into(), partners, providers }
    }

    fn emails(&mut self, index: usize, domain: &str, users: &[User]) -> Vec<String> {
        let given = self.random.pick(&self.words.given);
        let family = self.random.pick(&self.words.family);
        let mut emails = vec![format!("{given}.{family}{index}@{domain}")];
        if self.random.percent(12) {
            emails.push(format!("{}{family}{index}@{domain}", &given[..1]));
        }
        if index % 250 == 101 {
            emails.push(users[index - 2].emails[0].clone());
        }
        if index % 250 == 102 {
            emails.push(format!("{given}@localhost"));
        }
        emails
    }

    fn user(&mut self, index: usize, users: &[User]) -> User {
        let user_id = id(&mut self.random, "usr");
        let place = match index {
            0..4 => &self.own[0],
            _ => match self.random.below(100) {
                0..85 => self.random.pick(&self.own),
                85..97 => self.random.pick(&self.partners),
                _ => self.random.pick(&self.providers),
            },
        };
        let (domain, org_id) = (place.domain.clone(), place.org_id.clone());
        let emails = self.emails(index, &domain, users);
        let status = match index {
            0..4 => None,
            _ => match self.random.below(100) {
                0..3 => Some("suspended"),
                3 => Some("deleted"),
                _ => None,
            },
        };
        let display_name = self.random.pick(&self.words.names).clone();
        User { user_id, emails, org_id, status, display_name }
    }

    fn bot(&mut self, index: usize) -> Value {
        let mut bot = Map::new();
        bot.insert("bot_id".into(), json!(id(&mut self.random, "bot")));
        if index % 5 != 4 {
            bot.insert("org_id".into(), json!(self.org_id));
        }
        bot.insert("display_name".into(), json!(self.random.pick(&self.words.names)));
        bot.into()
    }

    fn entries(&mut self, count: usize, directory: &Directory) -> Vec<Value> {
        let mut entries = Vec::new();
        let mut machines = Vec::new();
        let mut pending = Vec::new();
        for User { user_id, emails, display_name, .. } in directory.users.iter().step_by(2) {
            let role = self.random.pick(&GRANTED);
            entries.push(json!({
                "user_id": user_id, "email": emails[0], "role": role, "display_name": display_name
            }));
        }
        for bot in directory.bots.iter().step_by(2) {
            machines.push(json!({"bot_id": bot["bot_id"], "role": self.random.pick(&GRANTED)}));
        }
        for index in 0..count * 14 / 100 {
            let given = self.random.pick(&self.words.given);
            let domain = self.random.pick(&self.words.strangers);
            let role = self.random.pick(&GRANTED);
            pending.push(json!({"email": format!("{given}.guest{index}@{domain}"), "role": role}));
        }
        for index in 0..count - entries.len() - machines.len() - pending.len() {
            let user_id = id(&mut self.random, "usr");
            let family = self.random.pick(&self.words.family);
            let domain = &self.random.pick(&self.partners).domain;
            let role = self.random.pick(&GRANTED);
            let name = self.random.pick(&self.words.names);
            entries.push(json!({
                "user_id": user_id,
                "email": format!("{family}{index}@{domain}"),
                "role": role,
                "display_name": name
            }));
        }
        entries.into_iter().chain(pending).chain(machines).collect()
    }

    fn snapshot(&mut self, count: usize) -> (Value, Directory) {
        let document = id(&mut self.random, "doc");
        let mut users = Vec::new();
        for index in 0..count {
            users.push(self.user(index, &users));
        }
        let bots = (0..(count / 50).max(4)).map(|index| self.bot(index)).collect();
        let directory = Directory { users, bots };
        let entries = self.entries(count, &directory);
        let [caller, owner, _, blocked, ..] = directory.users.as_slice() else { unreachable!() };
        let snapshot = json!({
            "version": 1,
            "revision": "1842",
            "document": {
                "id": document, "owner": owner.user_id, "org_id": self.org_id, "state": "active"
            },
            "caller": {"user_id": caller.user_id, "role": "collaborator"},
            "entries": entries,
            "directory": {
                "complete": true,
                "users": directory.users.iter().map(User::json).collect::<Vec<_>>(),
                "bots": directory.bots
            },
            "policy": {
                "external_sharing": "allowed",
                "internal_domains": [self.words.home, format!("*.{}", self.words.home)],
                "blocked_domains": self.words.blocked_patterns,
                "max_role": {"external": "commenter"},
                "blocked_recipients": [
                    blocked.user_id, format!("abuse@{}", self.words.strangers[0])
                ]
            },
            "limits": [
                {"name": "members", "max": 2 * count + 1000, "used": count, "applies_to": "all"},
                {"name": "invitations", "max": 60, "used": 48, "applies_to": "invite"}
            ]
        });
        (snapshot, directory)
    }

    fn invitation(&mut self) -> String {
        let given = self.random.pick(&self.words.given);
        let number = self.random.below(1_000_000);
        format!("{given}.new{number}@{}", self.random.pick(&self.words.strangers))
    }

    /// Half known accounts by e-mail, a third ids, the rest invitations.
    fn usual(&mut self, directory: &Directory) -> String {
        let Directory { users, bots } = directory;
        match self.random.below(60) {
            0..30 => by_email(&fresh(&mut self.random, users).emails[0]),
            30..46 => by_user(&fresh(&mut self.random, users).user_id),
            46..50 => format!("\"bot_id\":{}", fresh(&mut self.random, bots)["bot_id"]),
            _ => by_email(&self.invitation()),
        }
    }

    /// The identifier of a row, as a member.
    fn identifier(&mut self, directory: &Directory, earlier: &[String]) -> String {
        let users = &directory.users;
        match self.random.below(100) {
            0..4 if !earlier.is_empty() => self.random.pick(earlier).clone(),
            0..4 => self.usual(directory),
            4..7 => by_email(self.random.pick::<String>(&self.words.bad)),
            7..9 => {
                let given = self.random.pick(&self.words.given);
                by_email(&format!("{given}@{}", self.random.pick(&self.words.blocked)))
            }
            9 => by_user(&users[self.random.below(4)].user_id),
            10..15 => by_email(&capitalised(&fresh(&mut self.random, users).emails[0])),
            15..18 => {
                format!("\"email\":{}", escaped(&fresh(&mut self.random, users).emails[0]))
            }
            18..20 => {
                let given = self.random.pick(&self.words.given);
                let number = self.random.below(1000);
                by_email(&format!("{given}{number}@{}", self.random.pick(&self.words.idn)))
            }
            20 => by_user(&id(&mut self.random, "usr")),
            21 => by_email(&format!(" {} ", self.invitation())),
            22..34 => by_email(&settled(&mut self.random, users).emails[0]),
            _ => self.usual(directory),
        }
    }

    fn request(&mut self, directory: &Directory, size: usize, index: usize) -> String {
        let mut identifiers = Vec::new();
        for _ in 0..size {
            identifiers.push(self.identifier(directory, &identifiers));
        }
        let mut row = |identifier| {
            let role = match self.random.below(20) {
                0..9 => "viewer",
                9..14 => "commenter",
                14..19 => "collaborator",
                _ => "admin",
            };
            format!("{{\"role\":\"{role}\",{identifier}}}")
        };
        let rows: Vec<_> = identifiers.iter().map(&mut row).collect();
        let told = match index % 3 {
            0 => "",
            1 => ",\"should_send_notification\":true",
            _ => ",\"should_send_notification\":false",
        };
        let message = match index % 2 {
            0 => format!(",\"custom_message\":{}", json!(self.random.pick(&self.words.messages))),
            _ => String::new(),
        };
        let text = format!("{{\"recipients\":[{}]{told}{message}}}", rows.join(","));
        if index % 4 == 3 { to_ascii(&text) } else { text }
    }
}

impl User {
    fn json(&self) -> Value {
        let mut user = Map::new();
        user.insert("user_id".into(), json!(self.user_id));
        user.insert("emails".into(), json!(self.emails));
        if let Some(org_id) = &self.org_id {
            user.insert("org_id".into(), json!(org_id));
        }
        if let Some(status) = self.status {
            user.insert("status".into(), json!(status));
        }
        user.insert("display_name".into(), json!(self.display_name));
        user.into()
    }
}

/// Accounts with an even place have access already.
fn fresh<'l, T>(random: &mut Random, list: &'l [T]) -> &'l T {
    &list[2 * random.below(list.len() / 2) + 1]
}

fn settled<'l, T>(random: &mut Random, list: &'l [T]) -> &'l T {
    &list[2 * random.below(list.len() / 2)]
}

fn by_email(email: &str) -> String {
    format!("\"email\":{}", json!(email))
}

fn by_user(id: &str) -> String {
    format!("\"user_id\":{}", json!(id))
}

/// As a client writes it that escapes a letter for no reason.
fn escaped(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    format!("\"\\u00{:x}{}\"", first.as_bytes()[0], rest)
}

fn capitalised(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_ascii_uppercase() + &rest.replacen("example", "Example", 1)
}

/// As a client writes it that knows ASCII only.
fn to_ascii(text: &str) -> String {
    let mut ascii = String::new();
    for character in text.chars() {
        if character.is_ascii() {
            ascii.push(character);
        } else {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                ascii += &format!("\\u{unit:04x}");
            }
        }
    }
    ascii
}
