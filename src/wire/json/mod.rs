//! JSON text: read into values, written from shapes.
//!
//! Both ways are our own because they are small: a general reader and writer made a fifth of the module
//! (`docs/decisions/0003-boundary.md`). What is not here: what the values mean.

mod number;
mod read;
mod write;

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
    /// An object: its keys with their values, in the order of the text.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The value of a key; the last one where a key is there twice. Nothing where this is not an object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        let Json::Object(fields) = self else { return None };
        fields.iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
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
