//! A product's terms, with where each comes from.

use std::collections::BTreeMap;

use serde::Serialize;
use tsify::Tsify;

use super::Day;

/// A product in the list of those that are shipped.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct ProductSummary {
    /// Id.
    pub id: String,
    /// Version of its data.
    pub version: String,
    /// Name by language.
    pub name: BTreeMap<String, String>,
}

/// A product with all its terms.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Product {
    /// Id.
    pub id: String,
    /// Version of its data.
    pub version: String,
    /// Name by language.
    pub name: BTreeMap<String, String>,
    /// Numbers of instalments on offer.
    pub periods: Vec<u32>,
    /// Terms, by key.
    pub terms: BTreeMap<String, Vec<TermValue>>,
    /// Sources that the terms cite.
    pub sources: Vec<Source>,
    /// Overrides that the product offers together, such as another statement day.
    pub choices: Vec<Choice>,
    /// Telephone lines that a source names.
    pub services: Vec<Service>,
    /// What sources say and no rule uses.
    pub claims: Vec<Claim>,
    /// Where claims do not agree.
    pub disagreements: Vec<Disagreement>,
}

/// How far a value can be relied on.
#[tsify::declare(type = "\"official\" | \"secondary\" | \"assumed\" | \"override\"")]
pub type Sureness = String;

/// A value of a term from a day on.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct TermValue {
    /// First day on which it holds.
    pub from: Day,
    /// The value.
    pub value: String,
    /// What it is counted in.
    pub unit: String,
    /// Id of the source, or `assumed`.
    pub source: String,
    /// Id of the fact in that source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// How far it can be relied on.
    pub sure: Sureness,
    /// What a reader should know, by language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub note: BTreeMap<String, String>,
}

/// A source.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Source {
    /// Id.
    pub id: String,
    /// What it is, by language.
    pub title: BTreeMap<String, String>,
    /// When it was written or read.
    pub date: String,
    /// Where it was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// How far it can be relied on.
    pub sure: Sureness,
}

/// Overrides that go together.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Choice {
    /// Id.
    pub id: String,
    /// What it means, by language.
    pub title: BTreeMap<String, String>,
    /// The overrides.
    pub set: BTreeMap<String, String>,
}

/// A telephone line, as a source gives it.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Service {
    /// The number as it is dialled.
    pub number: String,
    /// When it answers and what to mind, by language.
    pub note: BTreeMap<String, String>,
    /// Id of the source.
    pub source: String,
}

/// Something that a source says and no rule uses.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Claim {
    /// Id.
    pub id: String,
    /// `claim`, `case` or `advice`.
    pub kind: String,
    /// What it says, by language.
    pub text: BTreeMap<String, String>,
    /// Id of the source.
    pub source: String,
    /// Id of the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
}

/// Claims that contradict each other.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Disagreement {
    /// Id.
    pub id: String,
    /// Ids of the claims.
    pub claims: Vec<String>,
    /// What is done about it, by language.
    pub text: BTreeMap<String, String>,
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
    pub engine: String,
    /// Of each product's data, by id.
    pub products: BTreeMap<String, String>,
    /// Years of the working-day calendar.
    pub calendar: WorkingYears,
}
