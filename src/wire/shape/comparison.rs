//! Scenarios held against the first of them.
//!
//! What is not here: the scenarios' own reports.

use serde::Serialize;
use tsify::Tsify;

use super::{Amount, Day, MonthName, Totals};

/// Two or more scenarios side by side. The first is what the others are held against.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Comparison {
    /// Each scenario, in the order of the input.
    pub scenarios: Vec<ComparedScenario>,
    /// The bills of every month in which any of them has one.
    pub bills: Vec<ComparedBill>,
}

/// One of the scenarios.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ComparedScenario {
    /// Sums over its whole run.
    pub totals: Totals,
    /// Its sums less those of the first scenario.
    pub difference: Difference,
    /// Its highest bill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub peak: Option<PeakBill>,
    /// The last day on which more is usable for sure than the day before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_recovery: Option<Day>,
    /// From when the whole limit is usable up to the end of the run.
    pub full_again: FullAgain,
    /// Settings that differ from those of the first scenario.
    #[tsify(
        type = "(\"product\" | \"overrides\" | \"creditLimit\" | \"today\" | \"until\" | \"assume\" | \"habit\")[]"
    )]
    pub settings: Vec<&'static str>,
    /// Indices of the first scenario's events that this one does not have.
    pub removed: Vec<usize>,
    /// Indices of this scenario's events that the first one does not have.
    pub added: Vec<usize>,
}

/// Sums less those of the first scenario; below zero where this one has less.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Difference {
    /// Fees, without those waived.
    pub fees: Amount,
    /// Penalties.
    pub penalties: Amount,
    /// Interest.
    pub interest: Amount,
    /// Cash paid.
    pub repayments: Amount,
}

/// The highest bill.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct PeakBill {
    /// Its month; the first of several alike.
    pub month: MonthName,
    /// Its total.
    pub total: Amount,
}

/// From when the whole limit is usable, on each reading. Absent where the run ends before.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct FullAgain {
    /// At best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible: Option<Day>,
    /// For sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed: Option<Day>,
}

/// One month's bill in each scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct ComparedBill {
    /// Month.
    pub month: MonthName,
    /// Total in each scenario; `null` where it has no bill that month.
    #[tsify(type = "(Amount | null)[]")]
    pub totals: Vec<Option<Amount>>,
}
