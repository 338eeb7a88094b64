//! Reads JSON text by the grammar of RFC 8259, no more and no less.
//!
//! What is not here: a guess. What is not JSON is refused with the place where it stops being JSON.

use std::borrow::Cow;

use super::{Fields, Json, Number};

/// Lists and objects within each other that are read; deeper ones could exhaust the stack.
const DEPTH_MAX: u32 = 128;

/// The value that a JSON text stands for; else the byte at which it stops being JSON or is nested too deep.
pub fn read(text: &str) -> Result<Json<'_>, usize> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH_MAX);
    reader.space();
    value.filter(|_| reader.at == text.len()).ok_or(reader.at)
}

/// The text and how far it has been read. `None` is a fault at that place.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes a byte if it comes next.
    fn pass(&mut self, byte: u8) -> bool {
        let comes = self.peek() == Some(byte);
        self.at += usize::from(comes);
        comes
    }

    fn expect(&mut self, byte: u8) -> Option<()> {
        self.pass(byte).then_some(())
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: u32) -> Option<Json<'t>> {
        self.space();
        match self.peek()? {
            b'{' => self.object(depth.checked_sub(1)?),
            b'[' => self.list(depth.checked_sub(1)?),
            b'"' => self.string().map(Json::Text),
            b't' => self.word("true", Json::Switch(true)),
            b'f' => self.word("false", Json::Switch(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Json<'t>) -> Option<Json<'t>> {
        word.bytes().all(|byte| self.pass(byte)).then_some(value)
    }

    fn list(&mut self, depth: u32) -> Option<Json<'t>> {
        let mut items = Vec::new();
        self.expect(b'[')?;
        self.space();
        if self.pass(b']') {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(depth)?);
            self.space();
            if self.pass(b']') {
                return Some(Json::List(items));
            }
            self.expect(b',')?;
        }
    }

    fn object(&mut self, depth: u32) -> Option<Json<'t>> {
        let mut fields = Fields::default();
        self.expect(b'{')?;
        self.space();
        if self.pass(b'}') {
            return Some(Json::Object(fields));
        }
        loop {
            self.space();
            let key = self.string()?;
            self.space();
            self.expect(b':')?;
            fields.set(key, self.value(depth)?);
            self.space();
            if self.pass(b'}') {
                return Some(Json::Object(fields));
            }
            self.expect(b',')?;
        }
    }

    fn string(&mut self) -> Option<Cow<'t, str>> {
        self.expect(b'"')?;
        let start = self.plain()?;
        if self.pass(b'"') {
            return Some(Cow::Borrowed(start));
        }
        let mut string = start.to_owned();
        while !self.pass(b'"') {
            self.expect(b'\\')?;
            string.push(self.escaped()?);
            string.push_str(self.plain()?);
        }
        Some(Cow::Owned(string))
    }

    /// What comes before the next quote, backslash or control character.
    fn plain(&mut self) -> Option<&'t str> {
        let start = self.at;
        while !matches!(self.peek()?, b'"' | b'\\' | ..b' ') {
            self.at += 1;
        }
        self.text.get(start..self.at)
    }

    fn escaped(&mut self) -> Option<char> {
        let plain = match self.peek()? {
            b'u' => return self.unicode(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            same @ (b'"' | b'\\' | b'/') => char::from(same),
            _ => return None,
        };
        self.at += 1;
        Some(plain)
    }

    /// `uXXXX`, or two of them with a backslash between for what is beyond 16 bits.
    fn unicode(&mut self) -> Option<char> {
        let first = self.unit()?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first);
        }
        self.expect(b'\\')?;
        let second = self.unit()?.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
        char::from_u32(0x10000 + ((first - 0xD800) << 10) + second)
    }

    fn unit(&mut self) -> Option<u32> {
        self.expect(b'u')?;
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }

    fn number(&mut self) -> Option<Json<'t>> {
        let start = self.at;
        self.pass(b'-');
        if !self.pass(b'0') {
            self.digits()?;
        }
        if self.pass(b'.') {
            self.digits()?;
        }
        if self.pass(b'e') || self.pass(b'E') {
            let _signed = self.pass(b'+') || self.pass(b'-');
            self.digits()?;
        }
        let written = self.text.get(start..self.at)?;
        Some(Json::Number(Number(Cow::Borrowed(written))))
    }

    /// At least one digit.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// What another reader makes of the same text, its numbers as they are written.
    fn same(ours: &Json<'_>, theirs: &Value) -> bool {
        match (ours, theirs) {
            (Json::Null, Value::Null) => true,
            (Json::Switch(a), Value::Bool(b)) => a == b,
            (Json::Number(a), Value::Number(b)) => {
                a.to_string().parse::<serde_json::Number>().ok().as_ref() == Some(b)
            }
            (Json::Text(a), Value::String(b)) => a == b,
            (Json::List(a), Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
            }
            (Json::Object(a), Value::Object(b)) => {
                a.iter().len() == b.len()
                    && b.iter().all(|(key, b)| ours.get(key).is_some_and(|a| same(a, b)))
            }
            _ => false,
        }
    }

    /// Both readers refuse, or both read the same.
    fn agree(text: &str) -> Result<(), TestCaseError> {
        match (read(text), serde_json::from_str::<Value>(text)) {
            // The other reader turns numbers into floats, and some are beyond them.
            (Ok(_), Err(fault)) if fault.to_string().starts_with("number out of range") => {}
            (Ok(ours), Ok(theirs)) => prop_assert!(same(&ours, &theirs), "{text}: {ours:?}, {theirs}"),
            (ours, theirs) => prop_assert!(ours.is_err() && theirs.is_err(), "{text}: {ours:?}, {theirs:?}"),
        }
        Ok(())
    }

    const GOOD: [&str; 11] = [
        " null ",
        "[ true,\tfalse\r\n]",
        "{}",
        "{ \"a\" : [ { } , [ ] ] }",
        r#"{"a":1,"a":2}"#,
        "-0",
        "0.5E+10",
        "1e-7",
        "123456789012345678901234567890",
        r#""\"\\\/\b\f\n\r\t\u00e9\uD834\uDd1e月""#,
        "\"\u{7f}\u{2028}\"",
    ];

    /// One text a line, so that none of them can have a line's end in it.
    const BAD: &str = r#"
nul
nulll
True
'a'
[1,]
[,1]
[1 2]
[1]]
[
]
{
{"a"}
{"a":}
{"a":1,}
{a:1}
{1:1}
01
1.
.5
+1
-
1e
1e+
0x1
NaN
1 2
//
"
"\
"\x"
"\u12"
"\u12G4"
"\ud834"
"\ud834\n"
"\ud834\u0041"
"\udd1e"
"#;

    #[test]
    fn the_grammar_is_kept_to_the_letter() {
        let more = ["\"a\nb\"", "\"a\0b\"", "\u{feff}1", "\u{a0}1"];
        for text in GOOD {
            assert!(read(text).is_ok(), "{text}");
            agree(text).expect("another reader says so too");
        }
        for text in BAD.lines().chain(more) {
            assert!(read(text).is_err(), "{text}");
            agree(text).expect("another reader says so too");
        }
    }

    #[test]
    fn a_fault_has_its_place() {
        for (text, at) in [("", 0), ("[1,]", 3), ("{\"a\" 1}", 5), ("\"月\\x\"", 5), ("1 2", 2), ("trap", 2)]
        {
            assert_eq!(read(text), Err(at), "{text}");
        }
    }

    #[test]
    fn lists_within_lists_are_read_to_their_limit() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(read(&nested(128)).is_ok());
        assert_eq!(read(&nested(129)), Err(128));
        assert_eq!(read(&"[".repeat(1_000_000)), Err(128));
    }

    /// Pieces from which both JSON and near misses come.
    const PIECES: [&str; 32] = [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "null", "true", "false", "0", "1", "-", "12",
        ".", "5", "e", "E+", "e-3", " ", "\n", "\\", "\\u", "00e9", "\\ud834", "\\udd1e", "月", "\"\"", "{}",
        "[]",
    ];

    proptest! {
        #[test]
        fn another_reader_agrees_on_any_text(picks in prop::collection::vec(0..PIECES.len(), 0..12)) {
            agree(&picks.into_iter().map(|pick| PIECES[pick]).collect::<String>())?;
        }

        #[test]
        fn another_reader_agrees_on_any_string(text: String, written in "\\PC{0,30}") {
            agree(&serde_json::to_string(&text).expect("JSON"))?;
            agree(&format!("\"{written}\""))?;
        }
    }
}
