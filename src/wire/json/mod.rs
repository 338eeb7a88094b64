//! JSON text: read into values, written from shapes.
//!
//! Both ways are our own because they are small: a general reader and writer made a fifth of the module
//! (`docs/decisions/0003-boundary.md`). What is not here: what the values mean.

mod number;
mod read;
mod write;

use serde::ser::{Error, Serialize, Serializer};

pub use number::Number;
pub use read::read;
pub use write::text;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Switch(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Fields),
}

/// Values by key, in the order of the keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields(Vec<(String, Json)>);

impl Fields {
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(key))
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    /// Sets the value of a key, in place of the one that it had.
    pub fn set(&mut self, key: String, value: Json) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Keys with their values.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value))
    }
}

impl Json {
    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The value of a key. Nothing where this is not an object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        if let Json::Object(fields) = self { fields.get(key) } else { None }
    }

    /// What it is, in English.
    pub fn kind(&self) -> &'static str {
        match self {
            Json::Null => "nothing",
            Json::Switch(_) => "true or false",
            Json::Number(_) => "a number",
            Json::Text(_) => "a text",
            Json::List(_) => "a list",
            Json::Object(_) => "an object",
        }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<bool> for Json {
    fn from(on: bool) -> Json {
        Json::Switch(on)
    }
}

impl From<u64> for Json {
    fn from(number: u64) -> Json {
        Json::Number(Number(number.to_string()))
    }
}

impl Serialize for Json {
    /// # Errors
    /// A number that is not whole.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_none(),
            Json::Switch(on) => serializer.serialize_bool(*on),
            Json::Number(number) => match number.whole() {
                Some(number) => serializer.serialize_i64(number),
                None => Err(S::Error::custom("not a whole number")),
            },
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(items) => serializer.collect_seq(items),
            Json::Object(fields) => serializer.collect_map(fields.iter()),
        }
    }
}
