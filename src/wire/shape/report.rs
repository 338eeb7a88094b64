//! A report as a whole: the account on a day, outcomes, sums, remarks.

use std::sync::Arc;

use serde::Serialize;
use tsify::Tsify;

use super::values::record;
use super::{
    Advisory, Amount, Bill, Day, Figures, Freeze, Id, LadderRung, LimitDay, MonthName, OutcomeCode, Plan,
    Refund, Reminder, Status, WayBack, WhyKey, Whys,
};

/// The same quantity on both readings: at best and for sure.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Both {
    /// The earliest, most favourable reading.
    pub possible: Amount,
    /// The latest, certain reading.
    pub guaranteed: Amount,
}

/// Everything that a run shows.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// `yuefu.report/1`.
    #[tsify(type = "\"yuefu.report/1\"")]
    pub format: &'static str,
    /// Version of the engine.
    pub engine: &'static str,
    /// Whose terms were used.
    pub product: ProductUsed,
    /// First and last day of the run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<Run>,
    /// The account on the day of `today`, or of the last event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<AsOf>,
    /// What became of each event, in the order of the input.
    pub outcomes: Vec<Outcome>,
    /// Bills, the oldest first.
    pub bills: Vec<Bill>,
    /// Instalment plans, in the order in which they began.
    pub plans: Vec<Plan>,
    /// Refunds, in the order in which they were taken.
    pub refunds: Vec<Refund>,
    /// The limit on each day on which something about it changes.
    pub limit: Vec<LimitDay>,
    /// Freezes, the oldest first.
    pub freezes: Vec<Freeze>,
    /// Remarks on habits and risks.
    pub advisories: Vec<Advisory>,
    /// Days worth a reminder.
    pub reminders: Vec<Reminder>,
    /// Ways back from each freeze and each cut of the limit.
    pub recovery: Vec<WayBack>,
    /// Rungs of growing limits that a source tells of, and how the scenario stands to them.
    pub ladder: Vec<LadderRung>,
    /// Sums over the whole run.
    pub totals: Totals,
    /// Explanations by key; empty in a report with `detail: "totals"`.
    #[tsify(type = "Record<WhyKey, Why>")]
    pub why: Whys,
    /// What the model leaves out.
    #[tsify(
        type = "(\"creditScore\" | \"temporaryLimit\" | \"debitHours\" | \"coupons\" | \"personalRates\" | \"lenderDiscretion\")[]"
    )]
    pub not_modelled: Vec<&'static str>,
}

/// The product of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct ProductUsed {
    /// Id of the product.
    pub id: Arc<str>,
    /// Version of its data.
    pub version: Arc<str>,
    /// Keys that the scenario has overridden.
    pub overrides: Vec<Arc<str>>,
}

/// The days that a run covers.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Run {
    /// Day of the first event.
    pub from: Day,
    /// Last day.
    pub until: Day,
}

/// The account on one day.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct AsOf {
    /// The day.
    pub date: Day,
    /// What can be spent.
    pub available: Both,
    /// Principal, fees, interest and penalties not yet paid, less any credit balance.
    pub owed: Amount,
    /// The next bill to pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_due: Option<NextDue>,
    /// When more of the limit comes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_recovery: Option<NextRecovery>,
}

/// The next bill to pay.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct NextDue {
    /// Its due date.
    pub date: Day,
    /// Its month.
    pub bill: MonthName,
    /// What is to be paid on it.
    pub amount: Amount,
}

/// The next day on which more is available, on each reading.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct NextRecovery {
    /// At the earliest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible: Option<Recovery>,
    /// At the latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed: Option<Recovery>,
}

/// A rise of what is available.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Recovery {
    /// The day.
    pub date: Day,
    /// By how much more is available than the day before.
    pub amount: Amount,
}

/// What became of one event.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Index of the event in the scenario.
    pub event: usize,
    /// Its id, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Day of the event.
    pub date: Day,
    /// Accepted or refused.
    pub status: Status,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<OutcomeCode>,
    /// The figures that decided a refusal, by name.
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "record")]
    #[tsify(type = "Record<string, string>", optional)]
    pub figures: Figures,
    /// First day on which a refused purchase would pass, at best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible_from: Option<Day>,
    /// First day on which a refused purchase would pass for sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed_from: Option<Day>,
    /// Days from an accepted purchase to the due date of the first bill that carries it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interest_free_days: Option<i32>,
    /// What the event moved in cash: a repayment or a settlement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<Amount>,
    /// Explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyKey>,
}

/// Sums over the whole run.
///
/// purchases + fees + interest + penalties + creditBalance = repayments + refunds + waived + outstanding.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// Accepted purchases.
    pub purchases: Amount,
    /// Fees put on bills or charged at a settlement, with those waived there.
    pub fees: Amount,
    /// Interest on principal that has moved.
    pub interest: Amount,
    /// Penalties.
    pub penalties: Amount,
    /// Cash paid.
    pub repayments: Amount,
    /// Accepted refunds.
    pub refunds: Amount,
    /// Fees waived.
    pub waived: Amount,
    /// Principal, billed fees, interest and penalties not paid at the end.
    pub outstanding: Amount,
    /// Credit at the end.
    pub credit_balance: Amount,
}
