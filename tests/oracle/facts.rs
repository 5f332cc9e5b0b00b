//! Section 6: who a row names and what is known about them.

use serde_json::Value;

use super::email::{self, Address, domain_matches};
use super::truth::{Fact, Truth, known, unknown};

/// "The principal of a row is its `user_id`, its `bot_id`, or for an e-mail the one account that
/// owns its key, or the address itself."
#[derive(Clone, Debug, PartialEq)]
pub enum Principal {
    User(String),
    Bot(String),
    Email(String),
}

/// The kind of identifier sent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    User,
    Email,
    Bot,
}

/// One row whose identifier can be read, and what the snapshot knows about its recipient.
pub struct Recipient {
    pub kind: Kind,
    /// The role asked.
    pub role: String,
    /// The row's e-mail, of an e-mail row.
    pub email: Option<Address>,
    pub principal: Principal,
    /// "The row is then `recipient_ambiguous`."
    pub ambiguous: bool,
    pub known_addresses: Vec<Address>,
    pub external: Truth,
    pub account_is_unknown: bool,
}

/// An array that may be absent or null.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A member that may be absent or null, with its default.
pub fn text<'a>(value: &'a Value, default: &'a str) -> &'a str {
    value.as_str().unwrap_or(default)
}

pub fn flag(value: &Value, default: bool) -> bool {
    value.as_bool().unwrap_or(default)
}

/// Gathers section 6 for a row; for an e-mail that section 4 refuses, the `detail`.
pub fn resolve(row: &Value, snapshot: &Value) -> Result<Recipient, &'static str> {
    let mut email = None;
    let mut ambiguous = false;
    let (kind, principal) = if let Some(id) = row["user_id"].as_str() {
        (Kind::User, Principal::User(id.to_owned()))
    } else if let Some(id) = row["bot_id"].as_str() {
        (Kind::Bot, Principal::Bot(id.to_owned()))
    } else {
        let address = email::read(text(&row["email"], ""))?;
        let owners = owners(snapshot, &address.key);
        ambiguous = owners.len() > 1;
        let principal = match owners.as_slice() {
            [one] => Principal::User(one.clone()),
            _ => Principal::Email(address.key.clone()),
        };
        email = Some(address);
        (Kind::Email, principal)
    };
    let known_addresses = known_addresses(snapshot, email.as_ref(), &principal);
    Ok(Recipient {
        kind,
        role: text(&row["role"], "").to_owned(),
        external: external(snapshot, &principal, &known_addresses),
        account_is_unknown: account_is_unknown(snapshot, email.as_ref(), &principal),
        email,
        principal,
        ambiguous,
        known_addresses,
    })
}

/// The accounts that own a key among `directory` and `entries`, each once.
fn owners(snapshot: &Value, key: &str) -> Vec<String> {
    let mut owners: Vec<String> = Vec::new();
    for user in accounts(snapshot) {
        if addresses_of_account(snapshot, &user).iter().any(|address| address.key == key) {
            owners.push(user);
        }
    }
    owners
}

/// Every user id that the directory or an entry names, each once.
fn accounts(snapshot: &Value) -> Vec<String> {
    let mut accounts: Vec<String> = Vec::new();
    for named in list(&snapshot["directory"]["users"]).iter().chain(list(&snapshot["entries"])) {
        if let Some(id) = named["user_id"].as_str()
            && !accounts.iter().any(|account| account == id)
        {
            accounts.push(id.to_owned());
        }
    }
    accounts
}

/// The addresses of an account, in the order `directory`, `entries`. "An account whose status is
/// `deleted` owns no address."
pub fn addresses_of_account(snapshot: &Value, user_id: &str) -> Vec<Address> {
    let mut addresses = Vec::new();
    if status(snapshot, &Principal::User(user_id.to_owned())) == "deleted" {
        return addresses;
    }
    for user in list(&snapshot["directory"]["users"]) {
        if user["user_id"] == user_id {
            for email in list(&user["emails"]) {
                addresses.extend(email::read(text(email, "")).ok());
            }
        }
    }
    // "`user_id` and `email` may stand together … and teach that the address belongs to that account."
    for entry in list(&snapshot["entries"]) {
        if entry["user_id"] == user_id
            && let Some(email) = entry["email"].as_str()
        {
            addresses.extend(email::read(email).ok());
        }
    }
    addresses
}

/// "The row's e-mail, if it has one, and those of its account, in the order `directory`, `entries`."
fn known_addresses(
    snapshot: &Value,
    email: Option<&Address>,
    principal: &Principal,
) -> Vec<Address> {
    let mut addresses = Vec::new();
    addresses.extend(email.cloned());
    if let Principal::User(id) = principal {
        addresses.extend(addresses_of_account(snapshot, id));
    }
    addresses
}

/// The element of the directory about a user or bot.
pub fn listed<'a>(snapshot: &'a Value, principal: &Principal) -> Option<&'a Value> {
    let directory = &snapshot["directory"];
    match principal {
        Principal::User(id) => {
            list(&directory["users"]).iter().find(|user| user["user_id"] == id.as_str())
        }
        Principal::Bot(id) => {
            list(&directory["bots"]).iter().find(|bot| bot["bot_id"] == id.as_str())
        }
        Principal::Email(_) => None,
    }
}

/// Of an account or a bot. What the directory does not list is taken at its word.
pub fn status<'a>(snapshot: &'a Value, principal: &Principal) -> &'a str {
    listed(snapshot, principal).map_or("active", |found| text(&found["status"], "active"))
}

/// "External is true, false or unknown."
fn external(snapshot: &Value, principal: &Principal, known_addresses: &[Address]) -> Truth {
    // "An account or bot whose `org_id` is known is external when it differs from a known
    // `document.org_id`";
    let org_id = listed(snapshot, principal).and_then(|found| found["org_id"].as_str());
    let document_org_id = snapshot["document"]["org_id"].as_str();
    if let (Some(theirs), Some(ours)) = (org_id, document_org_id) {
        return known(theirs != ours);
    }
    // "otherwise, if `internal_domains` is not empty and an address is known, external when no
    // known address matches it";
    let internal_domains = list(&snapshot["policy"]["internal_domains"]);
    if !internal_domains.is_empty() && !known_addresses.is_empty() {
        return known(
            !known_addresses.iter().any(|address| matches_any(address, internal_domains)),
        );
    }
    // "otherwise unknown."
    unknown(Fact::Organization)
}

pub fn matches_any(address: &Address, patterns: &[Value]) -> bool {
    patterns.iter().any(|pattern| domain_matches(&address.domain, text(pattern, "")))
}

/// The fact `account`.
fn account_is_unknown(snapshot: &Value, email: Option<&Address>, principal: &Principal) -> bool {
    let directory = &snapshot["directory"];
    let incomplete = directory.is_object() && !flag(&directory["complete"], true);
    match (email, principal) {
        // "… (for an e-mail) ties its address to an account": it has one owner or several.
        (Some(_), Principal::User(_)) => false,
        (Some(address), _) if owners(snapshot, &address.key).len() > 1 => false,
        (Some(_), _) => {
            // "The directory is present and incomplete and neither it nor an entry … ties its
            // address to an account or to an entry."
            let unlisted = incomplete && current_role(snapshot, principal).is_none();
            // "Also, for an e-mail tied to no account with the directory absent: when
            // `blocked_recipients` holds a user id."
            unlisted || (directory.is_null() && blocks_a_user_id(snapshot))
        }
        // "The directory is present and incomplete and neither it nor an entry, the caller or the
        // owner names the row's id."
        (None, _) => {
            incomplete
                && listed(snapshot, principal).is_none()
                && current_role(snapshot, principal).is_none()
                && !is_caller(snapshot, principal)
                && !is_owner(snapshot, principal)
        }
    }
}

pub fn blocks_a_user_id(snapshot: &Value) -> bool {
    list(&snapshot["policy"]["blocked_recipients"])
        .iter()
        .any(|blocked| text(blocked, "").starts_with("usr_"))
}

pub fn is_caller(snapshot: &Value, principal: &Principal) -> bool {
    match principal {
        Principal::User(id) => snapshot["caller"]["user_id"] == id.as_str(),
        Principal::Bot(id) => snapshot["caller"]["bot_id"] == id.as_str(),
        Principal::Email(_) => false,
    }
}

pub fn is_owner(snapshot: &Value, principal: &Principal) -> bool {
    *principal == Principal::User(text(&snapshot["document"]["owner"], "").to_owned())
}

/// The principals an entry counts for: "an entry with an e-mail alone that several accounts own
/// counts for the address and for each of them."
fn entry_principals(snapshot: &Value, entry: &Value) -> Vec<Principal> {
    if let Some(id) = entry["user_id"].as_str() {
        return vec![Principal::User(id.to_owned())];
    }
    if let Some(id) = entry["bot_id"].as_str() {
        return vec![Principal::Bot(id.to_owned())];
    }
    let Some(key) = email::key(text(&entry["email"], "")) else {
        return Vec::new();
    };
    let owners = owners(snapshot, &key);
    let mut principals = Vec::new();
    if owners.len() != 1 {
        principals.push(Principal::Email(key));
    }
    principals.extend(owners.into_iter().map(Principal::User));
    principals
}

/// The role that the entries give a principal: "when two entries name one principal, the higher
/// role counts." None when no entry names it.
pub fn current_role(snapshot: &Value, principal: &Principal) -> Option<String> {
    let mut current: Option<&str> = None;
    for entry in list(&snapshot["entries"]) {
        let role = text(&entry["role"], "");
        if entry_principals(snapshot, entry).contains(principal)
            && current.is_none_or(|so_far| rank(role) > rank(so_far))
        {
            current = Some(role);
        }
    }
    current.map(str::to_owned)
}

/// Roles from low to high.
pub fn rank(role: &str) -> usize {
    let order = ["viewer", "commenter", "collaborator", "admin", "owner"];
    order
        .iter()
        .position(|known| *known == role)
        .unwrap_or_else(|| panic!("no role is named {role:?}"))
}
