//! JSON with its place, so that every refusal names the offending value by a JSON pointer.
//!
//! What is not here: what the fields mean.

use std::sync::Arc;

use serde_json::Value;

use crate::error::{Code, Error, Result};

/// The way from the whole input to a value.
#[derive(Clone, Copy)]
enum Place<'a> {
    Whole,
    Field(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

/// A value of the input and its place.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    pub value: &'a Value,
    place: Place<'a>,
}

impl Place<'_> {
    fn pointer(&self) -> String {
        match self {
            Place::Whole => String::new(),
            Place::Field(parent, key) => format!("{}/{}", parent.pointer(), escaped(key)),
            Place::Item(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }
}

/// A key as a JSON pointer spells it (RFC 6901).
pub(super) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

impl<'a> Node<'a> {
    /// The whole input.
    pub fn whole(value: &'a Value) -> Node<'a> {
        Node { value, place: Place::Whole }
    }

    /// A refusal of this value.
    pub fn bad(&self, message: impl Into<String>, hint: impl Into<String>) -> Error {
        Error::new(Code::BadTerm, &self.place.pointer(), message, hint)
    }

    /// A refusal of what is, or is not, under a key of this value.
    pub fn bad_field(&self, key: &str, message: impl Into<String>, hint: impl Into<String>) -> Error {
        Error::new(Code::BadTerm, &self.field_pointer(key), message, hint)
    }

    /// Checks that this is an object and that every key of it is known.
    pub fn fields(&self, known: &[&str]) -> Result<()> {
        match self.keys()?.find(|key| !known.contains(key)) {
            None => Ok(()),
            Some(key) => Err(self.unknown(key, &format!("one of {}", known.join(", ")))),
        }
    }

    /// A refusal of a key that nobody knows.
    pub fn unknown(&self, key: &str, hint: &str) -> Error {
        Error::new(Code::UnknownField, &self.field_pointer(key), format!("`{key}` is not known here"), hint)
    }

    fn field_pointer(&self, key: &str) -> String {
        Place::Field(&self.place, key).pointer()
    }

    /// The keys of this object.
    pub fn keys(&self) -> Result<impl Iterator<Item = &'a str> + use<'a>> {
        let object = self.value.as_object().ok_or_else(|| self.bad("not an object", "{ … }"))?;
        Ok(object.keys().map(String::as_str))
    }

    /// The value of a key, where there is one.
    pub fn optional<'b>(&'b self, key: &'b str) -> Option<Node<'b>> {
        let value = self.value.get(key)?;
        Some(Node { value, place: Place::Field(&self.place, key) })
    }

    /// The value of a key that must be there.
    pub fn field<'b>(&'b self, key: &'b str) -> Result<Node<'b>> {
        self.optional(key)
            .ok_or_else(|| self.bad_field(key, format!("`{key}` is missing"), "it must be given"))
    }

    /// The items of this list.
    pub fn items<'b>(&'b self) -> Result<impl Iterator<Item = Node<'b>>> {
        let list = self.value.as_array().ok_or_else(|| self.bad("not a list", "[ … ]"))?;
        Ok(list.iter().enumerate().map(|(i, value)| Node { value, place: Place::Item(&self.place, i) }))
    }

    /// What a reader makes of each item of the list under a key; nothing where there is no list.
    pub fn list<T>(&self, key: &str, read: impl Fn(&Node) -> Result<T>) -> Result<Vec<T>> {
        let Some(list) = self.optional(key) else { return Ok(Vec::new()) };
        list.items()?.map(|item| read(&item)).collect()
    }

    /// This text, which must have characters.
    pub fn text(&self) -> Result<&'a str> {
        let text = self.value.as_str().filter(|text| !text.trim().is_empty());
        text.ok_or_else(|| self.bad("not a text", "a text with characters"))
    }

    /// The text of a key that must be there, to keep.
    pub fn kept(&self, key: &str) -> Result<Arc<str>> {
        self.field(key)?.text().map(Arc::from)
    }
}
