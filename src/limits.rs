//! Every limit of the contract, in one place.

/// Largest request text, in bytes (256 KiB).
pub const MAX_REQUEST_BYTES: usize = 256 * 1024;
/// Largest snapshot text, in bytes (64 MiB).
pub const MAX_SNAPSHOT_BYTES: usize = 64 * 1024 * 1024;
/// Largest text to find recipients in, in bytes (256 KiB).
pub const MAX_PASTE_BYTES: usize = 256 * 1024;
/// Deepest nesting of arrays and objects.
pub const MAX_DEPTH: usize = 32;
/// Fewest recipients in a request.
pub const MIN_RECIPIENTS: usize = 1;
/// Most recipients in a request.
pub const MAX_RECIPIENTS: usize = 100;
/// Longest `custom_message`, in Unicode code points.
pub const MAX_MESSAGE_CODE_POINTS: usize = 1000;
/// Most errors that a problem lists; the rest are counted.
pub const MAX_LISTED_ERRORS: usize = 100;
/// Longest e-mail address before it is looked into, in bytes, trimmed.
pub const MAX_ADDRESS_INPUT_BYTES: usize = 2048;
/// Longest local part, in octets (RFC 5321, 4.5.3.1.1).
pub const MAX_LOCAL_OCTETS: usize = 64;
/// Longest address, domain in A-label form, in octets (RFC 5321, 4.5.3.1.3).
pub const MAX_ADDRESS_OCTETS: usize = 254;
/// Longest domain, in A-label form, in octets (RFC 1035, 3.1, without the root).
pub(crate) const MAX_DOMAIN_OCTETS: usize = 253;
/// Most domains of a snapshot's addresses that a mistyped one is compared with, for a hint.
pub const MAX_COMPARED_DOMAINS: usize = 10_000;
/// Largest integer that every JSON reader keeps exactly (2^53 - 1).
pub const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;
