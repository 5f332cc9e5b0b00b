/// The known name that was probably meant: equal but for case, `_` and `-`, else the first within
/// Levenshtein distance 2.
pub(super) fn suggest(name: &str, known: &'static [&'static str]) -> Option<&'static str> {
    let same = |other: &&&str| fold(name).eq(fold(other));
    let near = |other: &&&str| distance_at_most_2(name, other);
    known.iter().find(same).or_else(|| known.iter().find(near)).copied()
}

fn fold(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|c| !matches!(c, '_' | '-')).map(|c| c.to_ascii_lowercase())
}

/// Levenshtein over code points. Known names are short, so the work is bounded by theirs.
fn distance_at_most_2(name: &str, known: &str) -> bool {
    let known: Vec<char> = known.chars().collect();
    let name: Vec<char> = name.chars().take(known.len() + 3).collect();
    if name.len().abs_diff(known.len()) > 2 {
        return false;
    }
    let mut row: Vec<usize> = (0..=known.len()).collect();
    for (above, from) in name.iter().enumerate() {
        let mut diagonal = above;
        let mut left = above + 1;
        let mut next = vec![left];
        for (to, &up) in known.iter().zip(row.iter().skip(1)) {
            left = (diagonal + usize::from(from != to)).min(up + 1).min(left + 1);
            diagonal = up;
            next.push(left);
        }
        row = next;
    }
    row.last().is_some_and(|&distance| distance <= 2)
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
