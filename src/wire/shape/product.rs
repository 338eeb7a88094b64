//! A product's terms, with where each comes from.

use std::sync::Arc;

use serde::Serialize;
use tsify::Tsify;

use super::values::{each, record};
use super::{Day, Sureness};
use crate::terms::{self, OverrideValue, Quantity, Texts, Word};

/// A product in the list of those that are shipped.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct ProductSummary {
    /// Id.
    pub id: &'static str,
    /// Version of its data.
    pub version: &'static str,
    /// Name by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub name: &'static Texts,
}

/// A product with all its terms.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Product {
    /// Id.
    pub id: &'static str,
    /// Version of its data.
    pub version: &'static str,
    /// Name by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub name: &'static Texts,
    /// Numbers of instalments on offer.
    pub periods: Vec<u32>,
    /// Terms, by key.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, TermValue[]>")]
    pub terms: Vec<(&'static str, Vec<TermValue>)>,
    /// Sources that the terms cite.
    #[serde(serialize_with = "each::<_, Source, _>")]
    #[tsify(type = "Source[]")]
    pub sources: &'static [terms::Source],
    /// Overrides that the product offers together, such as another statement day.
    #[serde(serialize_with = "each::<_, Choice, _>")]
    #[tsify(type = "Choice[]")]
    pub choices: &'static [terms::Choice],
    /// Telephone lines that a source names.
    #[serde(serialize_with = "each::<_, Service, _>")]
    #[tsify(type = "Service[]")]
    pub services: &'static [terms::Service],
    /// What sources say and no rule uses.
    #[serde(serialize_with = "each::<_, Claim, _>")]
    #[tsify(type = "Claim[]")]
    pub claims: &'static [terms::Claim],
    /// Where claims do not agree.
    #[serde(serialize_with = "each::<_, Disagreement, _>")]
    #[tsify(type = "Disagreement[]")]
    pub disagreements: &'static [terms::Disagreement],
}

/// A value of a term from a day on.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct TermValue {
    /// First day on which it holds.
    pub from: Day,
    /// The value.
    #[tsify(type = "string")]
    pub value: &'static Quantity,
    /// What it is counted in.
    pub unit: &'static str,
    /// Id of the source, or `assumed`.
    pub source: &'static str,
    /// Id of the fact in that source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<&'static str>,
    /// How far it can be relied on.
    pub sure: Sureness,
    /// What a reader should know, by language.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "record")]
    #[tsify(type = "Record<string, string>", optional)]
    pub note: &'static Texts,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Source {
    /// Id.
    pub id: &'static str,
    /// What it is, by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub title: &'static Texts,
    /// When it was written or read.
    pub date: &'static str,
    /// Where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<&'static str>,
    /// How far it can be relied on.
    pub sure: Sureness,
}

impl From<&'static terms::Source> for Source {
    fn from(it: &'static terms::Source) -> Source {
        let terms::Source { id, title, date, place, sure } = it;
        Source { id, title, date, place: place.as_deref(), sure: Sureness::from(*sure) }
    }
}

/// Overrides that go together.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Choice {
    /// Id.
    pub id: &'static str,
    /// What it means, by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub title: &'static Texts,
    /// The overrides.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub set: &'static [(String, OverrideValue)],
}

impl From<&'static terms::Choice> for Choice {
    fn from(it: &'static terms::Choice) -> Choice {
        Choice { id: &it.id, title: &it.title, set: &it.set }
    }
}

/// A telephone line, as a source gives it.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Service {
    /// The number as it is dialled.
    pub number: &'static str,
    /// When it answers and what to mind, by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub note: &'static Texts,
    /// Id of the source.
    pub source: &'static str,
}

impl From<&'static terms::Service> for Service {
    fn from(it: &'static terms::Service) -> Service {
        Service { number: &it.number, note: &it.note, source: &it.source }
    }
}

/// Something that a source says and no rule uses.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Claim {
    /// Id.
    pub id: &'static str,
    /// `claim`, `case` or `advice`.
    pub kind: &'static str,
    /// What it says, by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub text: &'static Texts,
    /// Id of the source.
    pub source: &'static str,
    /// Id of the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<&'static str>,
}

impl From<&'static terms::Claim> for Claim {
    fn from(it: &'static terms::Claim) -> Claim {
        let terms::Claim { id, kind, text, source, fact, .. } = it;
        Claim { id, kind: kind.word(), text, source, fact: fact.as_deref() }
    }
}

/// Claims that contradict each other.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Disagreement {
    /// Id.
    pub id: &'static str,
    /// Ids of the claims.
    #[tsify(type = "string[]")]
    pub claims: &'static [Arc<str>],
    /// What is done about it, by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub text: &'static Texts,
}

impl From<&'static terms::Disagreement> for Disagreement {
    fn from(it: &'static terms::Disagreement) -> Disagreement {
        Disagreement { id: &it.id, claims: &it.claims, text: &it.text }
    }
}

/// The years that the working-day calendar knows.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
pub struct WorkingYears {
    /// First year.
    pub first: i16,
    /// Last year.
    pub last: i16,
}

/// Versions of what answers.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Version {
    /// Of the engine, as in its package.
    pub engine: &'static str,
    /// Of each product's data, by id.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub products: Vec<(&'static str, &'static str)>,
    /// Years of the working-day calendar.
    pub calendar: WorkingYears,
}
