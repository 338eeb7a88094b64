//! Writes a product's terms for people and pages.
//!
//! What is not here: how terms are read and checked (see `terms`).

use std::collections::BTreeMap;

use super::shape;
use crate::terms::{About, ClaimKind, OverrideValue, Quantity, Sure, Term, Terms, Texts};

/// A product in the list of those that are shipped.
pub fn summary(terms: &Terms) -> shape::ProductSummary {
    shape::ProductSummary {
        id: terms.id.to_string(),
        version: terms.version.to_string(),
        name: texts(&terms.name),
    }
}

/// Versions of the engine, of each product's data, and of the calendar.
pub fn version() -> shape::Version {
    shape::Version {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        products: crate::terms::shipped()
            .map(|terms| (terms.id.to_string(), terms.version.to_string()))
            .collect(),
        calendar: super::calendar::years(),
    }
}

/// A shipped product with all its terms.
pub fn product(terms: &Terms) -> shape::Product {
    let about = crate::terms::about(&terms.id).expect("a shipped product has its texts");
    let term = |value| term(value, about);
    shape::Product {
        id: terms.id.to_string(),
        version: terms.version.to_string(),
        name: texts(&terms.name),
        periods: terms.offers.iter().map(|offer| offer.periods).collect(),
        terms: terms
            .entries()
            .map(|entry| (entry.key.to_owned(), entry.values.all().iter().map(term).collect()))
            .collect(),
        sources: about.sources.iter().map(source).collect(),
        choices: about.choices.iter().map(choice).collect(),
        services: about.services.iter().map(service).collect(),
        claims: about.claims.iter().map(claim).collect(),
        disagreements: about.disagreements.iter().map(disagreement).collect(),
    }
}

pub(super) fn texts(texts: &Texts) -> BTreeMap<String, String> {
    texts.iter().map(|(language, text)| (language.to_string(), text.to_string())).collect()
}

pub(super) fn sure(sure: Sure) -> String {
    let word = match sure {
        Sure::Official => "official",
        Sure::Secondary => "secondary",
        Sure::Assumed => "assumed",
        Sure::Override => "override",
    };
    word.to_owned()
}

fn term(term: &Term<Quantity>, about: &About) -> shape::TermValue {
    let note = about.note(&term.reference.key, term.from);
    shape::TermValue {
        from: term.from.to_string(),
        value: term.value.to_string(),
        unit: term.value.unit().to_owned(),
        source: term.reference.source.to_string(),
        fact: term.reference.fact.as_ref().map(|fact| fact.to_string()),
        sure: sure(term.sure),
        note: note.map(texts).unwrap_or_default(),
    }
}

pub(super) fn source(source: &crate::terms::Source) -> shape::Source {
    shape::Source {
        id: source.id.to_string(),
        title: texts(&source.title),
        date: source.date.to_string(),
        place: source.place.as_ref().map(|place| place.to_string()),
        sure: sure(source.sure),
    }
}

fn choice(choice: &crate::terms::Choice) -> shape::Choice {
    let value = |value: &OverrideValue| match value {
        OverrideValue::Text(text) => text.clone(),
        OverrideValue::Whole(number) => number.to_string(),
        OverrideValue::Switch(switch) => switch.to_string(),
    };
    shape::Choice {
        id: choice.id.to_string(),
        title: texts(&choice.title),
        set: choice.set.iter().map(|(key, it)| (key.clone(), value(it))).collect(),
    }
}

fn service(service: &crate::terms::Service) -> shape::Service {
    shape::Service {
        number: service.number.to_string(),
        note: texts(&service.note),
        source: service.source.to_string(),
    }
}

fn claim(claim: &crate::terms::Claim) -> shape::Claim {
    let kind = match claim.kind {
        ClaimKind::Claim => "claim",
        ClaimKind::Case => "case",
        ClaimKind::Advice => "advice",
    };
    shape::Claim {
        id: claim.id.to_string(),
        kind: kind.to_owned(),
        text: texts(&claim.text),
        source: claim.source.to_string(),
        fact: claim.fact.as_ref().map(|fact| fact.to_string()),
    }
}

fn disagreement(disagreement: &crate::terms::Disagreement) -> shape::Disagreement {
    shape::Disagreement {
        id: disagreement.id.to_string(),
        claims: disagreement.claims.iter().map(|id| id.to_string()).collect(),
        text: texts(&disagreement.text),
    }
}
