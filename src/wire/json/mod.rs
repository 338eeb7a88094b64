//! JSON text: read into values, written from shapes.
//!
//! Both ways are our own because they are small: a general reader and writer made a fifth of the module
//! (`docs/decisions/0003-boundary.md`). What is not here: what the values mean.

mod number;
mod read;
mod write;

use std::borrow::Cow;

use serde::ser::{Error, Serialize, Serializer};

pub use number::Number;
pub use read::read;
pub use write::text;

/// A JSON value. What it was read from holds its texts, but for those with escapes.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'t> {
    /// `null`
    Null,
    /// `true` or `false`
    Switch(bool),
    /// A number.
    Number(Number<'t>),
    /// A text.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Json<'t>>),
    /// An object.
    Object(Fields<'t>),
}

/// Values by key, in the order of the keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields<'t>(Vec<(Cow<'t, str>, Json<'t>)>);

impl<'t> Fields<'t> {
    /// The value of a key. One after the other is looked at: objects that are asked have few keys.
    pub fn get(&self, key: &str) -> Option<&Json<'t>> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| value)
    }

    /// Sets the value of a key, in place of the one that it had.
    pub fn set(&mut self, key: impl Into<Cow<'t, str>>, value: Json<'t>) {
        let key = key.into();
        match self.0.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// Keys with their values.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Json<'t>)> {
        self.0.iter().map(|(key, value)| (key.as_ref(), value))
    }
}

impl<'t> Json<'t> {
    /// The same value, which holds its texts itself.
    pub fn into_owned(self) -> Json<'static> {
        let own = |text: Cow<'t, str>| Cow::Owned(text.into_owned());
        match self {
            Json::Null => Json::Null,
            Json::Switch(on) => Json::Switch(on),
            Json::Number(Number(written)) => Json::Number(Number(own(written))),
            Json::Text(text) => Json::Text(own(text)),
            Json::List(items) => Json::List(items.into_iter().map(Json::into_owned).collect()),
            Json::Object(Fields(fields)) => Json::Object(Fields(
                fields.into_iter().map(|(key, value)| (own(key), value.into_owned())).collect(),
            )),
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The value of a key. Nothing where this is not an object.
    pub fn get(&self, key: &str) -> Option<&Json<'t>> {
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

impl<'t> From<&'t str> for Json<'t> {
    fn from(text: &'t str) -> Json<'t> {
        Json::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Json::Text(Cow::Owned(text))
    }
}

impl From<bool> for Json<'_> {
    fn from(on: bool) -> Self {
        Json::Switch(on)
    }
}

impl From<u64> for Json<'_> {
    fn from(number: u64) -> Self {
        Json::Number(Number(Cow::Owned(number.to_string())))
    }
}

impl Serialize for Json<'_> {
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
