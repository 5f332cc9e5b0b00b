//! Numbers in as many bytes as they need, seven bits in each, the lowest first.

/// Appends a number.
pub fn put(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(0x80 | (number & 0x7F) as u8);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Appends a number with a sign: small ones of either sign are short.
pub fn put_signed(bytes: &mut Vec<u8>, number: i32) {
    put(bytes, ((number << 1) ^ (number >> 31)) as u32);
}
