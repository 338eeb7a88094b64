//! Rates that the cost of a plan is held against: the loan prime rate, and the lines that courts and authorities name.
//!
//! They are information. What is not here: any figure (see `data/reference-rates.json`), and any verdict.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Quantity, Source, Term, Texts};
use crate::date::Date;

/// The format mark of the file.
pub(super) const FORMAT: &str = "yuefu.reference-rates/1";

/// The rates, dated and cited.
#[derive(Clone, Debug, PartialEq)]
pub struct ReferenceRates {
    /// The day on which the data was last looked at.
    pub version: Arc<str>,
    /// The sources that are cited.
    pub sources: Vec<Source>,
    /// The one-year loan prime rate (LPR) from the day of its publication on, the earliest first.
    pub lpr: Vec<Term<Quantity>>,
    /// The lines.
    pub thresholds: Vec<Threshold>,
}

/// A line that a cost is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// Its id.
    pub id: Arc<str>,
    /// A rate a year, or how many times the LPR.
    pub line: Term<Quantity>,
    /// What a reader should know about it.
    pub note: Texts,
}

impl ReferenceRates {
    /// The LPR that holds on a day; none before the first.
    pub fn lpr_on(&self, date: Date) -> Option<&Term<Quantity>> {
        self.lpr.iter().rev().find(|term| term.from <= date)
    }

    /// The source that a value cites.
    pub fn source(&self, value: &Term<Quantity>) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == value.reference.source)
    }
}

impl Threshold {
    /// Whether the line is so many times the LPR.
    pub fn needs_lpr(&self) -> bool {
        matches!(self.line.value, Quantity::Count(_))
    }

    /// The rate of a year that the line is, given the LPR where it needs one.
    pub fn rate(&self, lpr: Option<Decimal>) -> Option<Decimal> {
        match self.line.value {
            Quantity::Rate(rate, _) => Some(rate),
            Quantity::Count(times) => lpr.map(|lpr| lpr * Decimal::from(times)),
            _ => None,
        }
    }
}
