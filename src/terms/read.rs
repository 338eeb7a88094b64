//! Reads a product's terms from JSON and refuses what is not dated, cited, complete and of the right kind.
//!
//! What is not here: what people read about the product (see `read_about`).

use std::sync::Arc;

use serde_json::Value;

use super::about::Source;
use super::assemble::{self, Identity};
use super::given::Given;
use super::json::Node;
use super::keys::{self, Group, KEYS, PLAN_KEYS, RUNG_KEYS, Takes};
use super::read_about::{about, one_of, sources, texts};
use super::table::Table;
use super::{ASSUMED, About, Dated, FORMAT, Quantity, Sure, Term, Terms, check};
use crate::date::{Date, FIRST};
use crate::error::{Code, Error, Result};
use crate::explain::Reference;

const FIELDS: [&str; 11] = [
    "format",
    "id",
    "version",
    "name",
    "sources",
    "terms",
    "lender",
    "choices",
    "services",
    "claims",
    "disagreements",
];
pub(super) const VALUE_FIELDS: [&str; 7] = ["from", "value", "unit", "source", "fact", "sure", "note"];

impl Terms {
    /// Reads a product of the format `yuefu.terms/1` (described in `data/terms/README.md`).
    ///
    /// # Errors
    /// [`Code::NotJson`], [`Code::WrongFormat`], [`Code::UnknownField`] for a key that is not known, else
    /// [`Code::BadTerm`]; the path points to the first key that is wrong or missing.
    pub fn from_json(text: &str) -> Result<Terms> {
        product(text).map(|(terms, _)| terms)
    }
}

impl About {
    /// Reads what people read about a product, from the same JSON as [`Terms::from_json`].
    ///
    /// # Errors
    /// As for the terms, which are checked with it.
    pub fn from_json(text: &str) -> Result<About> {
        product(text).map(|(_, about)| about)
    }
}

fn product(text: &str) -> Result<(Terms, About)> {
    let value = json(text)?;
    let root = Node::whole(&value);
    root.fields(&FIELDS)?;
    format_mark(&root, FORMAT)?;
    let sources = sources(&root)?;
    let terms = terms(&root, &sources)?;
    let about = about(&root, sources)?;
    choices_work(&root, &terms, &about)?;
    Ok((terms, about))
}

fn terms(root: &Node, sources: &[Source]) -> Result<Terms> {
    let (id, version, name) = (root.kept("id")?, root.kept("version")?, texts(&root.field("name")?)?);
    let node = root.field("terms")?;
    let table = table(&node, sources)?;
    complete(&node, &table)?;
    if let Some(clash) = check::clash(&table) {
        return Err(node.bad_field(&clash.keys[0], clash.message, clash.hint));
    }
    Ok(assemble::terms(Identity { id, version, name, overridden: Vec::new() }, table))
}

/// A choice is a set of overrides that these terms take.
fn choices_work(root: &Node, terms: &Terms, about: &About) -> Result<()> {
    for choice in &about.choices {
        if let Err(fault) = terms.with_overrides(&choice.set) {
            let message = format!("choice `{}`: {}", choice.id, fault.message);
            return Err(root.bad_field("choices", message, fault.hint));
        }
    }
    Ok(())
}

pub(super) fn json(text: &str) -> Result<Value> {
    serde_json::from_str(text)
        .map_err(|fault| Error::new(Code::NotJson, "", fault.to_string(), "a JSON object"))
}

pub(super) fn format_mark(root: &Node, format: &str) -> Result<()> {
    if root.optional("format").is_some_and(|mark| mark.value == format) {
        return Ok(());
    }
    Err(Error::new(Code::WrongFormat, "/format", "not the format of this version", format!("\"{format}\"")))
}

fn table(terms: &Node, sources: &[Source]) -> Result<Table> {
    let mut table = Table::default();
    for key in terms.keys()? {
        let Some(takes) = keys::takes(key) else {
            return Err(terms.unknown(key, "a key that data/terms/README.md lists"));
        };
        let key: Arc<str> = Arc::from(key);
        let values = dated(&terms.field(&key)?, &key, takes, sources)?;
        table.set(Arc::clone(&key), values);
    }
    Ok(table)
}

fn dated(list: &Node, key: &Arc<str>, takes: Takes, sources: &[Source]) -> Result<Dated<Quantity>> {
    let mut values: Vec<Term<Quantity>> = Vec::new();
    for item in list.items()? {
        item.fields(&VALUE_FIELDS)?;
        let term = term(&item, key, takes, sources)?;
        in_order(&item, values.last(), &term)?;
        values.push(term);
    }
    if values.is_empty() {
        return Err(list.bad(format!("`{key}` has no value"), "a list with at least one value"));
    }
    Ok(Dated::new(values))
}

/// Values follow each other without gap: the first holds from the first day, each later one from a later day.
fn in_order(item: &Node, before: Option<&Term<Quantity>>, term: &Term<Quantity>) -> Result<()> {
    let fault = |message: &str, hint: String| Err(item.bad_field("from", message, hint));
    match before {
        None if term.from != FIRST => {
            fault("days before it have no value", format!("the first value is from {FIRST}"))
        }
        Some(before) if term.from == before.from => {
            fault("two values are from the same day", format!("a day after {}", before.from))
        }
        Some(before) if term.from < before.from => {
            fault("the values are out of order", format!("a day after {}", before.from))
        }
        _ => Ok(()),
    }
}

/// A value with its date and source; its fields are checked by the caller.
pub(super) fn term(item: &Node, key: &Arc<str>, takes: Takes, sources: &[Source]) -> Result<Term<Quantity>> {
    let from = from_date(&item.field("from")?)?;
    let unit = unit(&item.field("unit")?, takes)?;
    let value = item.field("value")?;
    let quantity = given(&value).and_then(|given| takes.quantity(&given, unit));
    let quantity = quantity.ok_or_else(|| value.bad(format!("not a value of `{key}`"), takes.hint()))?;
    let (source, sure) = cited(item, sources)?;
    let fact = if item.optional("fact").is_some() { Some(item.kept("fact")?) } else { None };
    let reference = Reference { key: Arc::clone(key), source, fact };
    Ok(Term { from, value: quantity, reference, sure })
}

pub(super) fn from_date(node: &Node) -> Result<Date> {
    let date = Date::parse(node.text()?);
    date.map_err(|_| node.bad("not a day from 2004 to 2099", "a day as YYYY-MM-DD"))
}

fn unit<'a>(node: &Node<'a>, takes: Takes) -> Result<&'a str> {
    let unit = node.text()?;
    if takes.units().contains(&unit) {
        return Ok(unit);
    }
    Err(node.bad(format!("`{unit}` is not a unit of this key"), takes.units().join(" or ")))
}

/// The value as it is written; nothing for what no key takes, such as a fraction.
fn given<'a>(node: &Node<'a>) -> Option<Given<'a>> {
    match node.value {
        Value::String(text) => Some(Given::Text(text)),
        Value::Number(number) => number.as_i64().map(Given::Whole),
        Value::Bool(on) => Some(Given::Switch(*on)),
        Value::Array(list) => list.iter().map(Value::as_str).collect::<Option<_>>().map(Given::List),
        _ => None,
    }
}

/// Source and how sure: a source of the list, which may also be only the ground of an assumption, or `assumed`.
pub(super) fn cited(item: &Node, sources: &[Source]) -> Result<(Arc<str>, Sure)> {
    let source = item.field("source")?;
    let id = source.text()?;
    let sure = one_of::<Sure>(&item.field("sure")?, &[Sure::Official, Sure::Secondary, Sure::Assumed])?;
    if id != ASSUMED && !sources.iter().any(|source| &*source.id == id) {
        return Err(source.bad(format!("`{id}` is not a source"), "an id of `sources`, or `assumed`"));
    }
    if id == ASSUMED && sure != Sure::Assumed {
        return Err(item.bad_field(
            "sure",
            "nobody is named who says so",
            "`assumed`, or the id of a source",
        ));
    }
    Ok((Arc::from(id), sure))
}

/// Every product has the core keys; of another group it has all keys or none.
fn complete(terms: &Node, table: &Table) -> Result<()> {
    let has = |key: &str| table.get(key).is_some();
    let begun = |group: Group| group == Group::Core || KEYS.iter().any(|key| key.2 == group && has(key.0));
    let missing = KEYS.iter().find(|key| !has(key.0) && begun(key.2)).map(|key| key.0.to_owned());
    if let Some(key) = missing.or_else(|| unfinished(table)) {
        let message = format!("`{key}` is missing");
        return Err(terms.bad_field(&key, message, "a list of values; other keys of the product need it"));
    }
    Ok(())
}

/// A key of a plan or rung that was begun and lacks it.
fn unfinished(table: &Table) -> Option<String> {
    table.entries().find_map(|entry| {
        let (stem, part) = entry.key.rsplit_once('.')?;
        let needed: &[(&str, Takes)] = match stem.split('.').next()? {
            "plan" if PLAN_KEYS.iter().any(|key| key.0 == part) => &PLAN_KEYS,
            "ladder" => &RUNG_KEYS[..1],
            _ => &[],
        };
        needed.iter().map(|(part, _)| format!("{stem}.{part}")).find(|key| table.get(key).is_none())
    })
}
