//! Writes a product's terms for people and pages.
//!
//! What is not here: how terms are read and checked (see `terms`).

use super::shape;
use crate::terms::{self, About, Quantity, Term, Terms, Texts};

/// A product in the list of those that are shipped.
pub fn summary(terms: &'static Terms) -> shape::ProductSummary {
    shape::ProductSummary { id: &terms.id, version: &terms.version, name: &terms.name }
}

/// Versions of the engine, of each product's data, and of the calendar.
pub fn version() -> shape::Version {
    shape::Version {
        engine: env!("CARGO_PKG_VERSION"),
        products: terms::shipped().map(|terms| (&*terms.id, &*terms.version)).collect(),
        calendar: super::calendar::years(),
    }
}

/// A shipped product with all its terms.
pub fn product(terms: &'static Terms) -> shape::Product {
    let about = terms::about(&terms.id).expect("a shipped product has its texts");
    let values =
        |entry: terms::Entry<'static>| entry.values.all().iter().map(|it| value(it, about)).collect();
    shape::Product {
        id: &terms.id,
        version: &terms.version,
        name: &terms.name,
        periods: terms.offers.iter().map(|offer| offer.periods).collect(),
        terms: terms.entries().map(|entry| (entry.key, values(entry))).collect(),
        sources: &about.sources,
        choices: &about.choices,
        services: &about.services,
        claims: &about.claims,
        disagreements: &about.disagreements,
    }
}

fn value(term: &'static Term<Quantity>, about: &'static About) -> shape::TermValue {
    const NOTHING: &Texts = &Texts::new();
    let reference = &term.reference;
    shape::TermValue {
        from: term.from,
        value: &term.value,
        unit: term.value.unit(),
        source: &reference.source,
        fact: reference.fact.as_deref(),
        sure: term.sure.into(),
        note: about.note(&reference.key, term.from).unwrap_or(NOTHING),
    }
}
