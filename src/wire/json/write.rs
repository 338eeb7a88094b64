//! Writes the shapes of the contract as JSON text, straight into one string.
//!
//! It takes what shapes are made of and no more: texts, whole numbers, yes and no, lists, objects. So it cannot fail,
//! and the compiler leaves no trace of errors in the code of each shape (`docs/decisions/0003-boundary.md`).
//! What is not here: the shapes, and reading.

use core::convert::Infallible;
use core::fmt::{self, Display, Write};

use serde::ser::{self, Impossible, Serialize, Serializer};

/// A shape as JSON text, without spaces, fields in the order of the shape.
pub fn text(shape: &impl Serialize) -> String {
    let mut out = Out(String::new());
    let Ok(()) = shape.serialize(&mut out);
    out.0
}

/// The text so far. What is written to it as [`Write`] is escaped.
struct Out(String);

/// The error that does not happen.
#[derive(Debug)]
struct Never(Infallible);

type Done<T = ()> = Result<T, Never>;

impl Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {}
    }
}

impl core::error::Error for Never {}

impl ser::Error for Never {
    fn custom<T: Display>(_: T) -> Never {
        unreachable!("no shape refuses to be written")
    }
}

/// Whether a text may hold a character only escaped.
fn is_special(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

impl Write for Out {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let mut rest = text;
        while let Some(place) = rest.bytes().position(is_special) {
            self.0.push_str(&rest[..place]);
            write!(self.0, "\\u{:04x}", rest.as_bytes()[place])?;
            rest = &rest[place + 1..];
        }
        self.0.push_str(rest);
        Ok(())
    }
}

// Every field of every shape calls these, so their code must be there once.
impl Out {
    #[inline(never)]
    fn plain(&mut self, text: &str) -> Done {
        self.0.push_str(text);
        Ok(())
    }

    #[inline(never)]
    fn quoted(&mut self, text: &str) -> Done {
        self.0.push('"');
        let _always_ok = self.write_str(text);
        self.plain("\"")
    }

    #[inline(never)]
    fn shown(&mut self, value: &dyn Display) -> Done {
        self.0.push('"');
        let _always_ok = write!(self, "{value}");
        self.plain("\"")
    }

    /// A comma, but before the first of a list or an object.
    #[inline(never)]
    fn next(&mut self) {
        if !matches!(self.0.as_bytes().last(), Some(b'[' | b'{')) {
            self.0.push(',');
        }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) {
        self.next();
        self.0.push('"');
        self.0.push_str(key);
        self.0.push_str("\":");
    }

    fn number(&mut self, number: i64) -> Done {
        let _always_ok = write!(self.0, "{number}");
        Ok(())
    }
}

/// What no shape has.
macro_rules! not_in_a_shape {
    ($($name:ident($($argument:ty),*) -> $result:ty;)+) => {
        $(fn $name(self, $(_: $argument),*) -> Done<$result> {
            unreachable!("no shape has this")
        })+
    };
}

impl<'o> Serializer for &'o mut Out {
    type Ok = ();
    type Error = Never;
    type SerializeSeq = List<'o>;
    type SerializeMap = Object<'o>;
    type SerializeStruct = Object<'o>;
    type SerializeTuple = Impossible<(), Never>;
    type SerializeTupleStruct = Impossible<(), Never>;
    type SerializeTupleVariant = Impossible<(), Never>;
    type SerializeStructVariant = Impossible<(), Never>;

    fn serialize_bool(self, yes: bool) -> Done {
        self.plain(if yes { "true" } else { "false" })
    }

    fn serialize_i16(self, number: i16) -> Done {
        self.number(number.into())
    }

    fn serialize_i32(self, number: i32) -> Done {
        self.number(number.into())
    }

    fn serialize_i64(self, number: i64) -> Done {
        self.number(number)
    }

    fn serialize_u32(self, number: u32) -> Done {
        self.number(number.into())
    }

    /// Indices and counts, which are far below 2^63.
    fn serialize_u64(self, number: u64) -> Done {
        self.number(number as i64)
    }

    fn serialize_str(self, text: &str) -> Done {
        self.quoted(text)
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Done {
        self.shown(&value)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Done {
        self.quoted(word)
    }

    fn serialize_none(self) -> Done {
        self.plain("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Done<List<'o>> {
        self.plain("[")?;
        Ok(List(self))
    }

    fn serialize_map(self, _: Option<usize>) -> Done<Object<'o>> {
        self.plain("{")?;
        Ok(Object(self))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Done<Object<'o>> {
        self.serialize_map(None)
    }

    not_in_a_shape! {
        serialize_i8(i8) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Done {
        unreachable!("no shape has this")
    }
}

/// A list that has begun.
struct List<'o>(&'o mut Out);

impl ser::SerializeSeq for List<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Done {
        self.0.next();
        item.serialize(&mut *self.0)
    }

    fn end(self) -> Done {
        self.0.plain("]")
    }
}

/// An object that has begun.
struct Object<'o>(&'o mut Out);

impl ser::SerializeMap for Object<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Done {
        self.0.next();
        key.serialize(&mut *self.0)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        self.0.plain(":")?;
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Done {
        self.0.plain("}")
    }
}

impl ser::SerializeStruct for Object<'_> {
    type Ok = ();
    type Error = Never;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.0.key(key);
        value.serialize(&mut *self.0)
    }

    fn end(self) -> Done {
        self.0.plain("}")
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;
    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    struct Shape {
        text: String,
        absent: Option<i16>,
        #[serde(skip_serializing_if = "Option::is_none")]
        left_out: Option<u32>,
        list: Vec<Option<usize>>,
        empty: Vec<bool>,
        pairs: std::collections::BTreeMap<String, i32>,
    }

    #[test]
    fn a_shape_is_written_field_by_field() {
        let pairs = [("a{".to_owned(), -1), ("[".to_owned(), 0)].into();
        let (text, list) = ("{\"\\\u{1}\n月".to_owned(), vec![Some(0), None, Some(7)]);
        let shape = Shape { text, absent: None, left_out: None, list, empty: Vec::new(), pairs };
        assert_eq!(
            super::text(&shape),
            r#"{"text":"{\u0022\u005c\u0001\u000a月","absent":null,"list":[0,null,7],"empty":[],"pairs":{"[":0,"a{":-1}}"#
        );
    }

    proptest! {
        /// `serde_json` reads what is written here, and reads the same.
        #[test]
        fn every_text_comes_back(texts in prop::collection::vec(any::<String>(), 0..3)) {
            let read: Vec<String> = serde_json::from_str(&text(&texts)).expect("JSON");
            prop_assert_eq!(read, texts);
        }
    }
}
