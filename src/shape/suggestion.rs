use std::str::Chars;

/// How many slips make one name another.
const SLIPS: u8 = 2;

/// The known name that was probably meant: equal but for case, `_` and `-`, else the first within
/// Levenshtein distance 2.
pub(super) fn suggest(name: &str, known: &'static [&'static str]) -> Option<&'static str> {
    let folded = fold(name);
    let same = |other: &&&str| fold(other) == folded;
    let near = |other: &&&str| is_near(name.chars(), other.chars(), SLIPS);
    known.iter().find(same).or_else(|| known.iter().find(near)).copied()
}

#[inline(never)]
fn fold(name: &str) -> Vec<u8> {
    let letters = name.bytes().filter(|byte| !matches!(byte, b'_' | b'-'));
    letters.map(|byte| byte.to_ascii_lowercase()).collect()
}

/// Levenshtein over code points. So few slips are allowed that each can be tried.
fn is_near(mut name: Chars<'_>, mut known: Chars<'_>, slips: u8) -> bool {
    loop {
        let (name_from_here, known_from_here) = (name.clone(), known.clone());
        let (one, other) = (name.next(), known.next());
        if one != other {
            return slips > 0
                && (is_near(name.clone(), known.clone(), slips - 1)
                    || is_near(name, known_from_here, slips - 1)
                    || is_near(name_from_here, known, slips - 1));
        }
        if one.is_none() {
            return true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::suggest;

    const KNOWN: &[&str] = &["role", "user_id", "email", "bot_id"];

    #[test]
    fn the_known_name_that_was_meant() {
        for (name, meant) in [
            ("userId", Some("user_id")),
            ("USER-ID", Some("user_id")),
            ("e_mail", Some("email")),
            ("rol", Some("role")),
            ("roles", Some("role")),
            ("xroles", Some("role")),
            ("mail", Some("email")),
            ("emal", Some("email")),
            ("usr_id", Some("user_id")),
            ("but_id", Some("bot_id")),
            ("ids", None),
            ("", None),
            ("permission", None),
        ] {
            assert_eq!(suggest(name, KNOWN), meant, "{name}");
        }
        assert_eq!(suggest(&"x".repeat(100_000), KNOWN), None);
    }
}
