use super::fault::EmailFault;
use super::plain::{has_empty_part, is_dot_atext};
use crate::limits::MAX_LOCAL_OCTETS;

/// Checks the part before the `@`: an RFC 5322 dot-atom of at most 64 octets.
pub(super) fn check(local: &str) -> Result<(), EmailFault> {
    if local.is_empty() {
        return Err(EmailFault::LocalEmpty);
    }
    if !local.is_ascii() {
        return Err(EmailFault::LocalNonAscii);
    }
    if !local.bytes().all(is_dot_atext) {
        return Err(EmailFault::LocalCharacter);
    }
    if has_empty_part(local) {
        return Err(EmailFault::LocalDot);
    }
    if local.len() > MAX_LOCAL_OCTETS {
        return Err(EmailFault::LocalTooLong);
    }
    Ok(())
}
