//! Terms with some values replaced by those of a scenario.
//!
//! An overridden value holds on every day and its source is `override`.
//! What is not here: how overrides are written on the wire.

use core::fmt;
use std::borrow::Cow;
use std::sync::Arc;

use super::assemble::{self, Identity};
use super::given::Given;
use super::json::escaped;
use super::keys::{self, PLAN_ROWS, Takes};
use super::quantity::Held;
use super::table::Table;
use super::{ASSUMED, Dated, FeeMethod, OVERRIDE, Per, Quantity, SettleRule, Sure, Term, Terms, check};
use crate::date::FIRST;
use crate::error::{Code, Error, Result};
use crate::explain::Reference;

/// A value as a scenario gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OverrideValue {
    /// An amount, a rate, a word, words with commas between, or days with their unit (`"3 workingDays"`).
    Text(String),
    /// A whole number. For a key that takes both kinds of days: in the unit of the product's latest value.
    Whole(i64),
    /// Yes or no.
    Switch(bool),
}

impl fmt::Display for OverrideValue {
    /// The value as a scenario could write it in quotes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OverrideValue::Text(text) => f.write_str(text),
            OverrideValue::Whole(number) => number.fmt(f),
            OverrideValue::Switch(on) => on.fmt(f),
        }
    }
}

impl Terms {
    /// These terms with other values under some keys; without keys, the terms themselves. `plan.N.method` and
    /// `plan.N.rate` together add an offer of N rows; without `plan.N.settle` it settles as the rules have it for its
    /// kind, marked assumed.
    ///
    /// # Errors
    /// [`Code::UnknownOverride`] for a key that the product does not have, [`Code::BadOverride`] for a value
    /// that the key does not take or that does not go with others; the path is `/overrides/` and the key.
    pub fn with_overrides(&self, overrides: &[(String, OverrideValue)]) -> Result<Cow<'_, Terms>> {
        if overrides.is_empty() {
            return Ok(Cow::Borrowed(self));
        }
        let mut table = self.table.clone();
        let mut overridden: Vec<Arc<str>> = Vec::new();
        for (key, value) in by_key(&self.table, overrides)? {
            let key: Arc<str> = Arc::from(key.as_str());
            let quantity = quantity(&table, &key, value)?;
            table.set(Arc::clone(&key), always(&key, quantity, Sure::Override));
            overridden.push(key);
        }
        finish_offers(&mut table, &overridden)?;
        no_clash(&table, &overridden)?;
        let (id, version, name) = (Arc::clone(&self.id), Arc::clone(&self.version), self.name.clone());
        Ok(Cow::Owned(assemble::terms(Identity { id, version, name, overridden }, table)))
    }
}

/// The overrides in the order of their keys, each known and there once.
fn by_key<'a>(
    table: &Table,
    overrides: &'a [(String, OverrideValue)],
) -> Result<Vec<&'a (String, OverrideValue)>> {
    let mut sorted: Vec<&(String, OverrideValue)> = Vec::new();
    for new in overrides {
        let key = new.0.as_str();
        if takes(table, key).is_none() {
            let rows = format!("plan.N. with N from {} to {}", PLAN_ROWS.start(), PLAN_ROWS.end());
            let hint = format!("a key of the product's terms, or method, rate or settle of {rows}");
            return Err(refusal(Code::UnknownOverride, key, format!("the terms have no `{key}`"), hint));
        }
        match sorted.binary_search_by(|old| old.0.as_str().cmp(key)) {
            Ok(_) => return Err(bad(key, "given twice", "one value")),
            Err(place) => sorted.insert(place, new),
        }
    }
    Ok(sorted)
}

/// What a key takes that the product has, or that would be one of a new offer.
fn takes(table: &Table, key: &str) -> Option<Takes> {
    let known = table.get(key).is_some() || keys::plan_key(key).is_some();
    keys::takes(key).filter(|_| known)
}

fn refusal(code: Code, key: &str, message: impl Into<String>, hint: impl Into<String>) -> Error {
    Error::new(code, &format!("/overrides/{}", escaped(key)), message, hint)
}

fn bad(key: &str, message: impl Into<String>, hint: impl Into<String>) -> Error {
    refusal(Code::BadOverride, key, message, hint)
}

/// One value that holds on every day.
fn always(key: &Arc<str>, value: Quantity, sure: Sure) -> Dated<Quantity> {
    let source = Arc::from(if sure == Sure::Override { OVERRIDE } else { ASSUMED });
    let reference = Reference { key: Arc::clone(key), source, fact: None };
    Dated::new(vec![Term { from: FIRST, value, reference, sure }])
}

/// What an override means. Keys come sorted, so the method of a plan is there before its rate.
fn quantity(table: &Table, key: &str, value: &OverrideValue) -> Result<Quantity> {
    let takes = takes(table, key).expect("only known keys get here");
    let unit = match takes {
        Takes::PlanRate => rate_unit(table, key)?,
        _ => latest_unit(table, key),
    };
    let (given, unit) = given(takes, value, unit);
    let found = takes.quantity(&given, unit).filter(|_| takes.units().contains(&unit));
    found.ok_or_else(|| bad(key, "not a value that this key takes", hint(takes)))
}

/// What a key takes, as an override writes it.
fn hint(takes: Takes) -> String {
    match takes {
        Takes::Span => format!("{}, or with its unit, such as \"3 workingDays\" or \"5 days\"", takes.hint()),
        Takes::Words(_) | Takes::Order(_) => format!("{}, with commas between", takes.hint()),
        _ => takes.hint(),
    }
}

fn latest_unit(table: &Table, key: &str) -> &'static str {
    let latest = table.get(key).and_then(|values| values.all().last());
    latest.map_or("", |term| term.value.unit())
}

/// What the rate of a plan is counted for: its method says it. Under `free` it means nothing.
fn rate_unit(table: &Table, key: &str) -> Result<&'static str> {
    let method_key = format!("{}method", key.strip_suffix("rate").unwrap_or(key));
    let Some(values) = table.get(&method_key) else {
        return Err(bad(key, "the product does not offer this plan", format!("give `{method_key}` too")));
    };
    let latest = values.all().last().and_then(|term| FeeMethod::held(&term.value));
    Ok(latest.and_then(Per::of_method).unwrap_or(Per::Period).unit())
}

/// The written value and its unit, split where a text holds both.
fn given<'a>(takes: Takes, value: &'a OverrideValue, unit: &'a str) -> (Given<'a>, &'a str) {
    let unit = unit_of(takes, unit);
    match (value, takes) {
        (OverrideValue::Whole(n), _) => (Given::Whole(*n), unit),
        (OverrideValue::Switch(on), _) => (Given::Switch(*on), unit),
        (OverrideValue::Text(text), Takes::Days | Takes::Span) => match text.split_once(' ') {
            Some((number, unit)) => (Given::Text(number), unit),
            None => (Given::Text(text), unit),
        },
        (OverrideValue::Text(text), Takes::Words(_) | Takes::Order(_)) => (Given::listed(text), unit),
        (OverrideValue::Text(text), _) => (Given::Text(text), unit),
    }
}

/// The unit that is known, or the first one of the kind for a key that has no value yet.
fn unit_of(takes: Takes, unit: &str) -> &str {
    if unit.is_empty() { takes.units()[0] } else { unit }
}

/// Refuses a new offer without method or rate, and gives it a settlement rule where it has none.
fn finish_offers(table: &mut Table, overridden: &[Arc<str>]) -> Result<()> {
    for key in overridden {
        let Some((rows, _)) = keys::plan_key(key) else { continue };
        let part = |part: &str| format!("plan.{rows}.{part}");
        for needed in [part("method"), part("rate")] {
            if table.get(&needed).is_none() {
                return Err(bad(key, "the product does not offer this plan", format!("give `{needed}` too")));
            }
        }
        let settle: Arc<str> = Arc::from(part("settle"));
        if table.get(&settle).is_none() {
            let rule = usual_settlement(table, &part("method"));
            table.set(Arc::clone(&settle), always(&settle, Quantity::Settle(rule), Sure::Assumed));
        }
    }
    Ok(())
}

fn usual_settlement(table: &Table, method_key: &str) -> SettleRule {
    let method = table.get(method_key).and_then(|values| FeeMethod::held(&values.at(FIRST).value));
    SettleRule::usual(method.expect("a plan was given its method"))
}

fn no_clash(table: &Table, overridden: &[Arc<str>]) -> Result<()> {
    let Some(clash) = check::clash(table) else { return Ok(()) };
    let ours = |key: &&String| overridden.iter().any(|ours| **ours == ***key);
    let key = clash.keys.iter().find(ours).unwrap_or(&clash.keys[0]);
    Err(bad(key, clash.message, clash.hint))
}
