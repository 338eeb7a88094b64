//! Explanations.

use std::sync::Arc;

use serde::{Serialize, Serializer};
use tsify::Tsify;

use super::values::each;
use super::{RoundingName, Unit};
use crate::explain::{self, Explainer, Explanation, Value};

/// A value in an explanation.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct WhyValue {
    /// Its unit.
    pub unit: Unit,
    /// The value as text.
    #[tsify(type = "string")]
    pub value: Value,
}

impl From<&Value> for WhyValue {
    fn from(value: &Value) -> WhyValue {
        WhyValue { unit: Unit::from(value), value: value.clone() }
    }
}

/// Where a term's value comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Reference {
    /// Key of the term.
    #[tsify(type = "string")]
    pub key: Arc<str>,
    /// Source: an id listed by `product()`, `assumed`, or `override`.
    #[tsify(type = "string")]
    pub source: Arc<str>,
    /// Fact in that source.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(type = "string")]
    pub fact: Option<Arc<str>>,
}

impl From<&explain::Reference> for Reference {
    fn from(reference: &explain::Reference) -> Reference {
        let explain::Reference { key, source, fact } = reference.clone();
        Reference { key, source, fact }
    }
}

/// A named value that a rule was given.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct WhyInput {
    /// Name.
    pub name: &'static str,
    /// Its unit.
    pub unit: Unit,
    /// The value as text.
    #[tsify(type = "string")]
    pub value: Value,
}

impl From<&(&'static str, Value)> for WhyInput {
    fn from((name, value): &(&'static str, Value)) -> WhyInput {
        WhyInput { name, unit: Unit::from(value), value: value.clone() }
    }
}

/// One step of a computation.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct WhyStep<'w> {
    /// Operation.
    pub operation: &'static str,
    /// What went in.
    #[serde(serialize_with = "each::<_, WhyValue, _>")]
    #[tsify(type = "WhyValue[]")]
    pub operands: &'w [Value],
    /// What came out.
    pub result: WhyValue,
}

impl<'w> From<&'w explain::Step> for WhyStep<'w> {
    fn from(step: &'w explain::Step) -> WhyStep<'w> {
        WhyStep { operation: step.operation, operands: &step.operands, result: WhyValue::from(&step.result) }
    }
}

/// A rule that was looked at and did not apply.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct NotApplied<'w> {
    /// The rule.
    pub rule: &'static str,
    /// A word for the reason.
    pub because: &'static str,
    /// The figures that decided it.
    #[serde(serialize_with = "each::<_, WhyInput, _>")]
    #[tsify(type = "WhyInput[]")]
    pub figures: &'w [(&'static str, Value)],
}

impl<'w> From<&'w explain::PassedOver> for NotApplied<'w> {
    fn from(passed: &'w explain::PassedOver) -> NotApplied<'w> {
        NotApplied { rule: passed.rule, because: passed.because, figures: &passed.figures }
    }
}

/// The reason for a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Why<'w> {
    /// The rule that made it.
    pub rule: &'static str,
    /// The terms that were used.
    #[serde(serialize_with = "each::<_, Reference, _>")]
    #[tsify(type = "Reference[]")]
    pub reference: &'w [explain::Reference],
    /// What the rule was given.
    #[serde(serialize_with = "each::<_, WhyInput, _>")]
    #[tsify(type = "WhyInput[]")]
    pub inputs: &'w [(&'static str, Value)],
    /// How it was worked out.
    #[serde(serialize_with = "each::<_, WhyStep, _>")]
    #[tsify(type = "WhyStep[]")]
    pub steps: &'w [explain::Step],
    /// How it was rounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rounding: Option<RoundingName>,
    /// The figure.
    pub result: WhyValue,
    /// Rules that were looked at and did not apply.
    #[serde(serialize_with = "each::<_, NotApplied, _>")]
    #[tsify(type = "NotApplied[]")]
    pub not_applied: &'w [explain::PassedOver],
}

impl<'w> From<&'w Explanation> for Why<'w> {
    fn from(why: &'w Explanation) -> Why<'w> {
        Why {
            rule: why.rule,
            reference: &why.references,
            inputs: &why.inputs,
            steps: &why.steps,
            rounding: why.rounding.map(RoundingName::from),
            result: WhyValue::from(&why.result),
            not_applied: &why.passed_over,
        }
    }
}

/// Explanations, written as an object by their keys.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Whys(pub Explainer);

impl Serialize for Whys {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.list().map(|(id, why)| (id, Why::from(why))))
    }
}
