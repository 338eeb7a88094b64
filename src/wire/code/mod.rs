//! Scenarios as short codes for links, and back.
//!
//! A code holds everything that decides the report, and the labels. What a scenario says although it would hold
//! anyway is left out (`periods: 1`, `channel: "default"` of a purchase, days before the due date without
//! paying), and an amount comes back with two decimals: the decoded scenario gives the same report, byte for byte.
//! What is not here: the frame and the check of a code (see `export`).

mod fields;
mod put;
mod take;

use super::json::Json;
use super::node::Node;
use super::{read, shape};
use crate::error::{Code, Error, Result};
use crate::export::{Unsealed, seal, unseal};

/// The code of a scenario.
///
/// # Errors
/// Whatever [`read::scenario`] refuses: only a scenario that can be simulated has a code.
pub fn encode(scenario: &Json) -> Result<String> {
    let product = read::product_of(scenario)?;
    read::scenario(scenario, product)?;
    put::content(&Node::whole(scenario), &product.version).map(|content| seal(&content))
}

/// The scenario of a code, and what newer terms have changed about it.
///
/// # Errors
/// [`Code::DamagedCode`] for a text that is not exactly what [`encode`] gave, [`Code::NewerCode`] for a code of a
/// later version of the package, [`Code::WrongType`] for what is no text.
pub fn decode(code: &Json) -> Result<shape::Decoded> {
    let code = Node::whole(code).any_text()?;
    let content = match unseal(code) {
        Unsealed::Content(content) => content,
        Unsealed::Newer(version) => return Err(newer(version)),
        Unsealed::Damaged => return Err(damaged()),
    };
    let (scenario, version) = take::content(&content).ok_or_else(damaged)?;
    with_notes(scenario, &version).map_err(|_| damaged())
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
fn with_notes(mut scenario: Json, version: &str) -> Result<shape::Decoded> {
    let mut notes = Vec::new();
    let id = scenario.get("product").and_then(Json::as_text).unwrap_or_default().to_owned();
    match crate::terms::product(&id) {
        Some(terms) => {
            if *terms.version != *version {
                notes.push(note("termsChanged", "/product", Some(version), Some(&terms.version)));
            }
            while let Err(error) = terms.with_overrides(&read::overrides(&Node::whole(&scenario))?) {
                let dropped = drop_override(&mut scenario, &error.path).ok_or(error)?;
                notes.push(dropped);
            }
            read::scenario(&scenario, terms)?;
        }
        None => {
            notes.push(note("unknownProduct", "/product", Some(&id), None));
            without_product(&scenario)?;
        }
    }
    Ok(shape::Decoded { scenario, notes })
}

fn note(code: &'static str, path: &str, was: Option<&str>, now: Option<&str>) -> shape::CodeNote {
    shape::CodeNote { code, path: path.to_owned(), was: was.map(str::to_owned), now: now.map(str::to_owned) }
}

/// Takes away the override that a path names.
fn drop_override(scenario: &mut Json, path: &str) -> Option<shape::CodeNote> {
    let key = path.strip_prefix("/overrides/")?.replace("~1", "/").replace("~0", "~");
    let (_, overrides) = scenario.fields_mut()?.iter_mut().find(|(name, _)| name == "overrides")?;
    let overrides = overrides.fields_mut()?;
    let place = overrides.iter().position(|(name, _)| *name == key)?;
    let was = match overrides.remove(place).1 {
        Json::Text(text) => text,
        Json::Number(number) => number.to_string(),
        Json::Switch(on) => on.to_string(),
        other => other.kind().to_owned(),
    };
    Some(note("overrideDropped", path, Some(&was), None))
}

/// Checks everything that does not depend on the product.
fn without_product(scenario: &Json) -> Result<()> {
    let mut plain = scenario.clone();
    read::overrides(&Node::whole(scenario))?;
    if let Some(fields) = plain.fields_mut() {
        fields.retain(|(name, _)| name != "overrides");
    }
    let any = crate::terms::shipped().next().expect("products are shipped");
    read::scenario(&plain, any).map(|_| ())
}
