use crate::limits::MAX_SAFE_INTEGER;

/// The integer from 0 to 2^53 - 1 that a JSON number stands for exactly: `7`, `7.0`, `70e-1`, `-0`.
///
/// Decimal digits only, never a float: `9007199254740991.4` is no integer.
pub(crate) fn safe_integer(number: &str) -> Option<u64> {
    let (mut value, mut exponent) = (0, Some(0));
    // Zeros that no other digit has followed yet; digits behind the point.
    let (mut zeros, mut behind) = (0, 0);
    let mut is_behind = false;
    for (at, byte) in number.bytes().enumerate() {
        match byte {
            b'-' => {}
            b'.' => is_behind = true,
            b'e' | b'E' => {
                exponent = number.get(at + 1..)?.parse::<i32>().ok();
                break;
            }
            digit => {
                behind += i64::from(is_behind);
                zeros += 1;
                if digit != b'0' {
                    value = followed(value, zeros)? + u64::from(digit - b'0');
                    zeros = 0;
                }
            }
        }
    }
    if value == 0 {
        return Some(0);
    }
    let is_negative = number.starts_with('-');
    followed(value, i64::from(exponent?) + zeros - behind).filter(|_| !is_negative)
}

/// The number that so many zeros behind another's digits make, if it is not too large.
fn followed(value: u64, zeros: i64) -> Option<u64> {
    let mut value = Some(value).filter(|_| zeros >= 0);
    for _ in 0..zeros {
        value = Some(value.filter(|&value| value <= MAX_SAFE_INTEGER)? * 10);
    }
    value.filter(|&value| value <= MAX_SAFE_INTEGER)
}

#[cfg(test)]
mod tests {
    use super::safe_integer;

    #[test]
    fn integers_are_read_by_value() {
        for (text, value) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("0.0e99", Some(0)),
            ("0e99999999999999999999", Some(0)),
            ("7", Some(7)),
            ("7.0", Some(7)),
            ("70e-1", Some(7)),
            ("0.7E+1", Some(7)),
            ("1e15", Some(1_000_000_000_000_000)),
            ("9007199254740991", Some(9_007_199_254_740_991)),
            ("9007199254740992", None),
            ("9007199254740991.4", None),
            ("900719925474099100e-2", Some(9_007_199_254_740_991)),
            ("1.5", None),
            ("-1", None),
            ("1e400", None),
            ("1e-1", None),
            ("1e99999999999999999999", None),
            ("0.000000000000000000000000001e27", Some(1)),
            ("1000000000000000000000000000e-27", Some(1)),
            ("9007199254740992e-1", None),
            ("99999999999999999999999999", None),
        ] {
            assert_eq!(safe_integer(text), value, "{text}");
        }
    }
}
