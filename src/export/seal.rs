//! Bytes as text that survives in a link, with a version in front and a check at the end.
//!
//! A code is base64url without padding (RFC 4648 §5) of: the version, the content, and the CRC-32C of both,
//! lowest byte first. Each content has one spelling. Every version keeps this frame, so that a newer code is
//! told from a damaged one. What is not here: what the content means, and secrecy. Whoever has a code can read it.

/// The version of content that is written here.
pub const VERSION: u8 = 1;

/// Letters by their six bits.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Bytes of the check.
const CHECK: usize = 4;

/// What a text turns out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsealed {
    /// Content of [`VERSION`].
    Content(Vec<u8>),
    /// Whole, but of a version that is not known here.
    Newer(u8),
    /// Not as it was written: changed, cut off, or never a code.
    Damaged,
}

/// The code of a content.
pub fn seal(content: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(content.len() + 1 + CHECK);
    bytes.push(VERSION);
    bytes.extend_from_slice(content);
    bytes.extend_from_slice(&crc32c(&bytes).to_le_bytes());
    letters(&bytes)
}

/// The content of a code.
pub fn unseal(code: &str) -> Unsealed {
    let Some(mut bytes) = bytes(code) else { return Unsealed::Damaged };
    let Some(place) = bytes.len().checked_sub(CHECK).filter(|&place| place > 0) else {
        return Unsealed::Damaged;
    };
    let check = bytes.split_off(place);
    if crc32c(&bytes).to_le_bytes() != check[..] {
        return Unsealed::Damaged;
    }
    match bytes[0] {
        VERSION => Unsealed::Content(bytes.split_off(1)),
        version => Unsealed::Newer(version),
    }
}

/// CRC-32C (Castagnoli), bit by bit: reflected polynomial 0x82F63B78, all ones at the start and at the end.
fn crc32c(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for &byte in bytes {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ if sum & 1 == 1 { 0x82F6_3B78 } else { 0 };
        }
    }
    !sum
}

fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    let (mut bits, mut held) = (0_u32, 0);
    for &byte in bytes {
        bits = (bits << 8) | u32::from(byte);
        held += 8;
        while held >= 6 {
            held -= 6;
            text.push(letter(bits >> held));
        }
    }
    if held > 0 {
        text.push(letter(bits << (6 - held)));
    }
    text
}

fn letter(bits: u32) -> char {
    char::from(LETTERS[(bits & 0x3F) as usize])
}

/// The bytes that the letters stand for. Bits that no byte needs must be zero, as they are written.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut bits, mut held) = (0_u32, 0);
    for letter in text.bytes() {
        bits = (bits << 6) | six_bits(letter)?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    let over = bits & ((1 << held) - 1);
    (held < 6 && over == 0).then_some(bytes)
}

fn six_bits(letter: u8) -> Option<u32> {
    let bits = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(u32::from(bits))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 3720 §B.4, and the check value that catalogues of checksums give for "123456789".
    #[test]
    fn the_check_is_the_published_one() {
        assert_eq!(crc32c(b"123456789"), 0xE306_9283);
        assert_eq!(crc32c(&[0; 32]), 0x8A91_36AA);
        assert_eq!(crc32c(&[0xFF; 32]), 0x62A8_AB43);
    }

    /// RFC 4648 §10, without the padding; the last two are the letters in which base64url differs.
    #[test]
    fn letters_are_those_of_the_standard() {
        let vectors: [(&[u8], &str); 8] = [
            (b"", ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (b"fooba", "Zm9vYmE"),
            (b"foobar", "Zm9vYmFy"),
            (&[0xFB, 0xFF], "-_8"),
        ];
        for (plain, text) in vectors {
            assert_eq!(letters(plain), text);
            assert_eq!(bytes(text).as_deref(), Some(plain));
        }
    }

    #[test]
    fn a_content_has_one_spelling() {
        for other in ["Zh", "Zm9", "Z", "A", "Zm9vA", "Zg==", "Zm8=", "Zm 8", "Zm8\n", "+/8"] {
            assert_eq!(bytes(other), None, "{other:?}");
        }
    }

    #[test]
    fn every_change_of_one_letter_is_found() {
        let code = seal(b"a content of some length");
        for place in 0..code.len() {
            for letter in LETTERS {
                let mut changed = code.clone().into_bytes();
                if changed[place] != *letter {
                    changed[place] = *letter;
                    let changed = String::from_utf8(changed).expect("letters are ASCII");
                    assert_eq!(unseal(&changed), Unsealed::Damaged, "{changed}");
                }
            }
            assert_eq!(unseal(&code[..place]), Unsealed::Damaged);
        }
        assert_eq!(unseal(&code), Unsealed::Content(b"a content of some length".to_vec()));
    }

    #[test]
    fn a_whole_code_of_another_version_is_no_damage() {
        let mut bytes = vec![2, 7];
        bytes.extend_from_slice(&crc32c(&bytes).to_le_bytes());
        assert_eq!(unseal(&letters(&bytes)), Unsealed::Newer(2));
    }
}
