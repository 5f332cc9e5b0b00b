use crate::limits::MAX_SAFE_INTEGER;

/// The integer from 0 to 2^53 - 1 that a JSON number stands for exactly: `7`, `7.0`, `70e-1`, `-0`.
///
/// Decimal digits only, never a float: `9007199254740991.4` is no integer.
pub(crate) fn safe_integer(number: &str) -> Option<u64> {
    let (negative, unsigned) = match number.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, number),
    };
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = || whole.bytes().chain(fraction.bytes());
    let leading = digits().take_while(|&digit| digit == b'0').count();
    let trailing = digits().rev().take_while(|&digit| digit == b'0').count();
    let significant = digits().count().saturating_sub(trailing);
    if significant <= leading {
        return Some(0);
    }
    let shift = exponent.parse::<i64>().ok()?;
    let dropped = i64::try_from(trailing).ok()? - i64::try_from(fraction.len()).ok()?;
    let zeros = usize::try_from(shift.checked_add(dropped)?).ok()?;
    if negative || significant - leading > 16 || zeros > 16 {
        return None;
    }
    let mut value: u64 = 0;
    for digit in digits().take(significant).chain(std::iter::repeat_n(b'0', zeros)) {
        value = value.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
    }
    (value <= MAX_SAFE_INTEGER).then_some(value)
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
            ("99999999999999999999999999", None),
        ] {
            assert_eq!(safe_integer(text), value, "{text}");
        }
    }
}
