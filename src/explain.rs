//! Why a figure is what it is: typed parts, made while the figure is made.
//!
//! The core says which rule, which terms, which inputs and steps; sentences are the page's.
//! What is not here: words for people, and any arithmetic.

use core::fmt;
use std::rc::Rc;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::date::{Date, Days};
use crate::money::{Money, Rounding};

/// A value inside an explanation, with its unit in the variant.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// An amount.
    Money(Money),
    /// A rate or ratio.
    Rate(Decimal),
    /// A day.
    Date(Date),
    /// A number of calendar days.
    Days(Days),
    /// A number of working days.
    WorkingDays(i32),
    /// A number of things.
    Count(i64),
    /// A word of the contract, such as a class or a kind.
    Word(&'static str),
    /// An identifier or label from the input.
    Text(Rc<str>),
}

impl fmt::Display for Value {
    /// The value without its unit.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Money(amount) => amount.fmt(f),
            Value::Rate(rate) => rate.fmt(f),
            Value::Date(date) => date.fmt(f),
            Value::Days(Days(n)) | Value::WorkingDays(n) => n.fmt(f),
            Value::Count(n) => n.fmt(f),
            Value::Word(word) => f.write_str(word),
            Value::Text(text) => f.write_str(text),
        }
    }
}

/// Where a term's value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The key of the term, as overrides spell it.
    pub key: Arc<str>,
    /// Id of the source, `assumed`, or `override` for a value of the scenario.
    pub source: Arc<str>,
    /// Id of the fact in that source, where it has one.
    pub fact: Option<Arc<str>>,
}

/// One step of a computation: `operation(operands) = result`.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Name of the operation, such as `multiply` or `addWorkingDays`.
    pub operation: &'static str,
    /// What went in.
    pub operands: Vec<Value>,
    /// What came out.
    pub result: Value,
}

/// A rule that was looked at and did not apply, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct PassedOver {
    /// The rule that did not apply.
    pub rule: &'static str,
    /// A word for the reason.
    pub because: &'static str,
    /// The figures that decided it.
    pub figures: Vec<(&'static str, Value)>,
}

/// The whole reason for one figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The rule that made the figure, such as `fee.flatPerPeriod`.
    pub rule: &'static str,
    /// The terms that the rule used, each with its source.
    pub references: Vec<Reference>,
    /// What the rule was given.
    pub inputs: Vec<(&'static str, Value)>,
    /// How the figure was worked out.
    pub steps: Vec<Step>,
    /// The rounding that was applied, if any.
    pub rounding: Option<Rounding>,
    /// The figure.
    pub result: Value,
    /// Rules that were looked at and did not apply.
    pub passed_over: Vec<PassedOver>,
}

impl Explanation {
    /// An explanation that so far has only its rule and its result.
    pub fn new(rule: &'static str, result: Value) -> Explanation {
        Explanation {
            rule,
            references: Vec::new(),
            inputs: Vec::new(),
            steps: Vec::new(),
            rounding: None,
            result,
            passed_over: Vec::new(),
        }
    }

    /// Adds a term that was used.
    #[must_use]
    pub fn term(mut self, reference: &Reference) -> Explanation {
        self.references.push(reference.clone());
        self
    }

    /// Adds an input.
    #[must_use]
    pub fn input(mut self, name: &'static str, value: Value) -> Explanation {
        self.inputs.push((name, value));
        self
    }

    /// Adds a step of the computation.
    #[must_use]
    pub fn step(mut self, operation: &'static str, operands: Vec<Value>, result: Value) -> Explanation {
        self.steps.push(Step { operation, operands, result });
        self
    }

    /// Names the rounding that was applied.
    #[must_use]
    pub fn rounded(mut self, rounding: Rounding) -> Explanation {
        self.rounding = Some(rounding);
        self
    }

    /// Adds a rule that was looked at and did not apply.
    #[must_use]
    pub fn passed_over(
        mut self,
        rule: &'static str,
        because: &'static str,
        figures: Vec<(&'static str, Value)>,
    ) -> Explanation {
        self.passed_over.push(PassedOver { rule, because, figures });
        self
    }
}

/// The place of an explanation in a run's list of explanations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WhyId(u32);

/// The explanations of a run, in the order in which their figures were made.
///
/// A run without explanations builds none, since [`Explainer::explain`] takes a closure. It counts them, so that each
/// figure has the same place in the list as in a run with explanations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explainer {
    silent: bool,
    count: u32,
    list: Vec<Explanation>,
}

impl Explainer {
    /// Keeps explanations, or none if `silent`.
    pub fn new(silent: bool) -> Explainer {
        Explainer { silent, count: 0, list: Vec::new() }
    }

    /// Keeps the explanation of a figure and gives its place.
    pub fn explain(&mut self, explanation: impl FnOnce() -> Explanation) -> WhyId {
        if !self.silent {
            self.list.push(explanation());
        }
        self.count += 1;
        WhyId(self.count - 1)
    }

    /// All explanations, each with its place.
    pub fn list(&self) -> impl Iterator<Item = (WhyId, &Explanation)> {
        (0..).map(WhyId).zip(&self.list)
    }
}

impl fmt::Display for WhyId {
    /// The key in a report, such as `w12`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "w{}", self.0)
    }
}
