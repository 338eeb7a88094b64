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
}

impl Threshold {
    /// How many times the LPR the line is, if it is one of those.
    pub fn times_lpr(&self) -> Option<Decimal> {
        if let Quantity::Count(times) = self.line.value { Some(Decimal::from(times)) } else { None }
    }
}
