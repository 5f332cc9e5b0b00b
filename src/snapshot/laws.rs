//! Laws of reading: quickly, piece by piece or with care, a snapshot says the same.

use super::Snapshot;
use super::read::Partly;
use crate::problem::Problem;
use proptest::prelude::*;

const IDS: [&str; 3] =
    ["01h455vb4pex5vsknk084sn02q", "01h455vb4pex5vsknk084sn02r", "01h455vb4pex5vsknk084sn02s"];

fn id(prefix: &'static str) -> impl Strategy<Value = String> {
    prop::sample::select(IDS.to_vec()).prop_map(move |id| format!("{prefix}_{id}"))
}

fn email() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "a@x.com",
        " A@X.com",
        "b@x.com",
        "\\u0061@x.com",
        "no",
        "b@b\u{fc}cher.example",
    ])
}

/// Members of which some contradict each other, are wrong, strange, or there twice.
fn members(choices: Vec<BoxedStrategy<String>>, most: usize) -> impl Strategy<Value = String> {
    let member = prop::strategy::Union::new(choices);
    prop::collection::vec(member, 0..most).prop_map(|members| format!("{{{}}}", members.join(",")))
}

fn shared() -> Vec<BoxedStrategy<String>> {
    let members = [
        r#""display_name":null"#,
        r#""display_name":"\u0041\n""#,
        r#""display_name":7"#,
        r#""status":"deleted""#,
        r#""status":null"#,
        r#""status":"gone""#,
        r#""note":[{"a":1}]"#,
    ];
    vec![
        prop::sample::select(members.to_vec()).prop_map(str::to_owned).boxed(),
        id("org").prop_map(|id| format!(r#""org_id":"{id}""#)).boxed(),
    ]
}

fn user() -> impl Strategy<Value = String> {
    let mut all = shared();
    all.push(id("usr").prop_map(|id| format!(r#""user_id":"{id}""#)).boxed());
    all.push(id("usr").prop_map(|id| format!(r#""user_id":"{id}""#)).boxed());
    all.push(
        prop::collection::vec(email(), 0..3)
            .prop_map(|all| format!(r#""emails":{all:?}"#).replace("\\\\", "\\"))
            .boxed(),
    );
    members(all, 4)
}

fn entry() -> impl Strategy<Value = String> {
    let mut all = shared();
    all.push(Just(r#""role":"admin""#.to_owned()).boxed());
    all.push(Just(r#""role":"viewer""#.to_owned()).boxed());
    all.push(id("usr").prop_map(|id| format!(r#""user_id":"{id}""#)).boxed());
    all.push(id("bot").prop_map(|id| format!(r#""bot_id":"{id}""#)).boxed());
    all.push(email().prop_map(|email| format!(r#""email":"{email}""#)).boxed());
    members(all, 4)
}

fn snapshot() -> impl Strategy<Value = String> {
    let list = |item: BoxedStrategy<String>| {
        prop::collection::vec(item, 0..4).prop_map(|items| format!("[{}]", items.join(", ")))
    };
    let [id, owner, _] = IDS;
    let document =
        format!(r#""document":{{"id":"doc_{id}","owner":"usr_{owner}","org_id":"org_{id}"}}"#);
    let caller = format!(r#""caller":{{"user_id":"usr_{owner}","role":"owner"}}"#);
    (list(entry().boxed()), list(user().boxed()), any::<[bool; 3]>()).prop_map(
        move |(entries, users, [first, incomplete, null])| {
            let entries = format!(r#""entries":{entries}"#);
            let complete = if incomplete { r#""complete":false,"# } else { "" };
            let directory = if null {
                r#""directory":null"#.to_owned()
            } else {
                format!(r#""directory":{{{complete}"users":{users}}}"#)
            };
            let members = if first {
                [&directory, &entries, &document, &caller]
            } else {
                [&document, &caller, &entries, &directory]
            };
            format!("{{ {} }}", members.map(String::as_str).join(" ,\n"))
        },
    )
}

/// Reads pieces of these sizes in turn. One of which nothing can be read is tried again, twice as long.
fn in_pieces(text: &[u8], sizes: &[usize]) -> Option<Snapshot> {
    let mut partly = Partly::of_text(text.len());
    let mut sizes = sizes.iter().cycle();
    let (mut from, mut size) = (0, *sizes.next()?);
    while from < text.len() {
        let end = text.len().min(from + size);
        match partly.read(text.get(from..end)?, end == text.len()) {
            0 if end == text.len() => return None,
            0 => size *= 2,
            read => {
                from += read;
                size = *sizes.next()?;
            }
        }
    }
    partly.finish()
}

/// The usual form is read this way at all.
#[test]
fn usual_snapshots_are_read() {
    let [id, owner, _] = IDS;
    let text = format!(
        r#"{{"version":1,"document":{{"id":"doc_{id}","owner":"usr_{owner}"}},"caller":{{"user_id":"usr_{owner}","role":"owner"}},
        "entries":[{{"user_id":"usr_{id}","email":null,"role":"viewer","granted_at":1,"by":{{"id":[]}}}}],
        "directory":{{"users":[{{"user_id":"usr_{id}","emails":["\u0061@x.com"],"org_id":null}}],"bots":[],"complete":true}},"limits":[]}}"#
    );
    assert!(in_pieces(text.as_bytes(), &[text.len()]).is_some());
    assert!(in_pieces(text.as_bytes(), &[1]).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    /// What is read quickly is what is read with care, faults included, wherever the text is cut.
    #[test]
    fn as_with_care(
        text in snapshot(),
        at in any::<prop::sample::Index>(),
        byte in prop::option::weighted(0.2, any::<u8>()),
        sizes in prop::collection::vec(1_usize..64, 1..6),
    ) {
        let mut text = text.into_bytes();
        if let Some(byte) = byte {
            let at = at.index(text.len());
            text.splice(at..=at, [byte]);
        }
        let (quick, careful) = (Snapshot::parse(&text), Snapshot::parse_with_care(&text));
        prop_assert_eq!(format!("{quick:?}"), format!("{careful:?}"));
        let whole = in_pieces(&text, &[text.len()]);
        prop_assert_eq!(format!("{:?}", in_pieces(&text, &sizes)), format!("{whole:?}"));
        if let Some(whole) = whole {
            prop_assert_eq!(format!("{:?}", Ok::<_, Problem>(whole)), format!("{careful:?}"));
        }
    }
}
