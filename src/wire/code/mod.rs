//! Scenarios as short codes for links, and back.
//!
//! A code holds everything that decides the report, and the labels. What a scenario says although it would hold
//! anyway is left out (`periods: 1`, `channel: "default"` of a purchase, days before the due date without
//! paying), and an amount comes back with two decimals: the decoded scenario gives the same report, byte for byte.
//! What is not here: the frame and the check of a code (see `export`).

mod fields;
mod put;
mod take;

use super::json::{Fields, Json};
use super::node::Node;
use super::{read, shape};
use crate::error::{Code, Error, Result};
use crate::export::{Unsealed, seal, unseal};
use crate::terms::OverrideValue;
use take::Content;

/// The code of a scenario.
///
/// # Errors
/// Whatever [`read::scenario`] refuses: only a scenario that can be simulated has a code.
pub fn encode(scenario: &Json<'_>) -> Result<String> {
    let product = read::product_of(scenario)?;
    read::scenario(scenario, product)?;
    put::content(&Node::whole(scenario), &product.version).map(|content| seal(&content))
}

/// The scenario of a code, and what newer terms have changed about it.
///
/// # Errors
/// [`Code::DamagedCode`] for a text that is not exactly what [`encode`] gave, [`Code::NewerCode`] for a code of a
/// later version of the package, [`Code::WrongType`] for what is no text.
pub fn decode(code: &Json<'_>) -> Result<shape::Decoded> {
    let code = Node::whole(code).any_text()?;
    let content = match unseal(code) {
        Unsealed::Content(content) => content,
        Unsealed::Newer(version) => return Err(newer(version)),
        Unsealed::Damaged => return Err(damaged()),
    };
    let content = take::content(&content).ok_or_else(damaged)?;
    with_notes(content).map_err(|_| damaged())
}

fn damaged() -> Error {
    let hint = "the whole text that encodeScenario gave, from the first letter to the last";
    Error::new(Code::DamagedCode, "", "this is not a code, or not all of it", hint)
}

fn newer(version: u8) -> Error {
    let message = format!("this code is of version {version}");
    Error::new(Code::NewerCode, "", message, "a later version of this package reads it")
}

/// Holds a decoded scenario against the terms of today: what they no longer take is dropped and noted.
fn with_notes(content: Content) -> Result<shape::Decoded> {
    let Content { mut scenario, product, version, mut overrides } = content;
    let mut notes = Vec::new();
    match crate::terms::product(&product) {
        Some(terms) => {
            read::scenario(&scenario, terms)?;
            if *terms.version != version {
                notes.push(note("termsChanged", "/product", Some(version), Some(terms.version.to_string())));
            }
            while let Err(error) = terms.with_overrides(&overrides) {
                let place = overrides.iter().position(|(key, _)| error.path == pointer(key)).ok_or(error)?;
                let (key, value) = overrides.remove(place);
                notes.push(note("overrideDropped", &pointer(&key), Some(value.to_string()), None));
            }
        }
        None => {
            read::scenario(&scenario, crate::terms::shipped().next().expect("products are shipped"))?;
            notes.push(note("unknownProduct", "/product", Some(product), None));
        }
    }
    if !overrides.is_empty() {
        let mut said = Fields::default();
        for (key, value) in overrides {
            said.set(key, json(value));
        }
        if let Json::Object(fields) = &mut scenario {
            fields.set("overrides", Json::Object(said));
        }
        // Only the forms of keys and values are left to check.
        read::overrides(&Node::whole(&scenario))?;
    }
    Ok(shape::Decoded { scenario, notes })
}

fn pointer(key: &str) -> String {
    format!("/overrides/{}", key.replace('~', "~0").replace('/', "~1"))
}

fn json(value: OverrideValue) -> Json<'static> {
    match value {
        OverrideValue::Text(text) => text.into(),
        OverrideValue::Whole(number) => number.unsigned_abs().into(),
        OverrideValue::Switch(switch) => switch.into(),
    }
}

fn note(code: &'static str, path: &str, was: Option<String>, now: Option<String>) -> shape::CodeNote {
    shape::CodeNote { code, path: path.to_owned(), was, now }
}
