//! Explanations.

use serde::Serialize;
use tsify::Tsify;

use super::{RoundingName, Unit};

/// A value in an explanation.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct WhyValue {
    /// Its unit.
    pub unit: Unit,
    /// The value as text.
    pub value: String,
}

/// Where a term's value comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Reference {
    /// Key of the term.
    pub key: String,
    /// Source: an id listed by `product()`, `assumed`, or `override`.
    pub source: String,
    /// Fact in that source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
}

/// A named value that a rule was given.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct WhyInput {
    /// Name.
    pub name: String,
    /// Value.
    #[serde(flatten)]
    pub value: WhyValue,
}

/// One step of a computation.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct WhyStep {
    /// Operation.
    pub operation: String,
    /// What went in.
    pub operands: Vec<WhyValue>,
    /// What came out.
    pub result: WhyValue,
}

/// A rule that was looked at and did not apply.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct NotApplied {
    /// The rule.
    pub rule: String,
    /// A word for the reason.
    pub because: String,
    /// The figures that decided it.
    pub figures: Vec<WhyInput>,
}

/// The reason for a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Why {
    /// The rule that made it.
    pub rule: String,
    /// The terms that were used.
    pub reference: Vec<Reference>,
    /// What the rule was given.
    pub inputs: Vec<WhyInput>,
    /// How it was worked out.
    pub steps: Vec<WhyStep>,
    /// How it was rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounding: Option<RoundingName>,
    /// The figure.
    pub result: WhyValue,
    /// Rules that were looked at and did not apply.
    pub not_applied: Vec<NotApplied>,
}
