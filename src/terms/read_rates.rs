//! Reads reference rates from JSON, as strictly as a product's terms.
//!
//! What is not here: what the rates are for (see `reference_rates`).

use std::sync::Arc;

use super::json::Node;
use super::keys::Takes;
use super::read::{VALUE_FIELDS, format_mark, json, term};
use super::read_about::{sources, texts};
use super::reference_rates::{FORMAT, ReferenceRates, Threshold};
use super::{Quantity, Source, Term};
use crate::error::Result;

impl ReferenceRates {
    /// Reads the format `yuefu.reference-rates/1` (described in `data/reference-rates.md`).
    ///
    /// # Errors
    /// As for [`super::Terms::from_json`].
    pub fn from_json(text: &str) -> Result<ReferenceRates> {
        let value = json(text)?;
        let root = Node::whole(&value);
        root.fields(&["format", "version", "sources", "lpr", "thresholds"])?;
        format_mark(&root, FORMAT)?;
        let sources = sources(&root)?;
        Ok(ReferenceRates {
            version: root.kept("version")?,
            lpr: lpr(&root, &sources)?,
            thresholds: root.list("thresholds", |item| threshold(item, &sources))?,
            sources,
        })
    }
}

/// The values of the LPR, each from a later day than the one before.
fn lpr(root: &Node, sources: &[Source]) -> Result<Vec<Term<Quantity>>> {
    let (list, key) = (root.field("lpr")?, Arc::from("lpr"));
    let mut values: Vec<Term<Quantity>> = Vec::new();
    for item in list.items()? {
        item.fields(&VALUE_FIELDS[..6])?;
        let value = term(&item, &key, Takes::PlanRate, sources)?;
        if values.last().is_some_and(|before| before.from >= value.from) {
            return Err(item.bad_field("from", "the values are out of order", "a day after the one before"));
        }
        values.push(value);
    }
    Ok(values)
}

fn threshold(item: &Node, sources: &[Source]) -> Result<Threshold> {
    item.fields(&[&["id"], &VALUE_FIELDS[..]].concat())?;
    let id = item.kept("id")?;
    let times = item.optional("unit").is_some_and(|unit| unit.value == "count");
    let takes = if times { Takes::Count } else { Takes::PlanRate };
    Ok(Threshold { line: term(item, &id, takes, sources)?, id, note: texts(&item.field("note")?)? })
}
