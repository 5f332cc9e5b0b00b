//! What stands before an address and is neither its name nor lost.

use super::address::find;
use super::token::{Kind, Token};

/// How many tokens name the group: up to the last colon before an address. One before a `/` is a link's.
#[inline(never)]
pub(super) fn label(tokens: &[Token], text: &str) -> usize {
    let mut end = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Colon => {
                let next = tokens.get(at + 1).map_or("", |token| token.text(text));
                end = if next.starts_with('/') { end } else { at + 1 };
            }
            Kind::Text if find(token.text(text), b'@').is_none() => {}
            Kind::Space | Kind::Tab | Kind::Quoted => {}
            Kind::Text
            | Kind::Comma
            | Kind::Semicolon
            | Kind::Break
            | Kind::OpenQuote
            | Kind::Angle
            | Kind::OpenAngle
            | Kind::Link => break,
        }
    }
    end
}

/// How many tokens are a bullet or a number before what a line says.
pub(super) fn bullet(tokens: &[Token], text: &str) -> usize {
    let [first, blank, _, ..] = tokens else { return 0 };
    let mark = first.text(text);
    let is_number = match mark.as_bytes() {
        [digits @ .., b'.' | b')'] if !digits.is_empty() => digits.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    if blank.is_blank() && (is_number || is_bullet(mark)) { 2 } else { 0 }
}

fn is_bullet(mark: &str) -> bool {
    let mut characters = mark.chars();
    let first = characters.next();
    let is_bullet = first.is_some_and(|character| {
        matches!(
            character,
            '-' | '*'
                | '>'
                | '\u{B7}'
                | '\u{2013}'
                | '\u{2014}'
                | '\u{2022}'
                | '\u{2023}'
                | '\u{25AA}'
                | '\u{25CF}'
                | '\u{25E6}'
        )
    });
    is_bullet && characters.next().is_none()
}
