//! Bills, plans and refunds.

use serde::Serialize;
use tsify::Tsify;

use super::{
    Amount, BillStatus, Channel, Day, Id, LineKind, MonthName, PlanMethod, Rate, RefundClass,
    RefundCondition, RowStatus, WhyKey,
};

/// One line of a bill. Charges are above zero, credits below.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct BillLine {
    /// What it is.
    pub kind: LineKind,
    /// The purchase, plan, or month that it belongs to.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<Id>,
    /// Row of the plan, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Day on which it was put on the bill.
    pub date: Day,
    /// Amount.
    pub amount: Amount,
    /// Whether it is part of the total (it came up to the close).
    pub in_total: bool,
    /// Explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyKey>,
}

/// One month's bill.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Bill {
    /// Month of the statement.
    pub month: MonthName,
    /// Day on which it was closed.
    pub statement_date: Day,
    /// Last day to pay on time.
    pub due_date: Day,
    /// Sum of the lines up to the close.
    pub total: Amount,
    /// Paid after the close.
    pub paid: Amount,
    /// Still to be paid.
    pub remaining: Amount,
    /// Penalty so far.
    pub penalty: Amount,
    /// How it stands at the end of the run.
    pub status: BillStatus,
    /// Day on which nothing was left on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_on: Option<Day>,
    /// Day on which paying is recommended.
    pub pay_by: Day,
    /// Lines, in the order of §6.
    pub lines: Vec<BillLine>,
    /// Explanations of the dates and of the penalty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyKey>,
}

/// One row of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct PlanRow {
    /// Number, from 1.
    pub n: u32,
    /// Statement that carries it.
    pub statement_date: Day,
    /// Due date of that statement.
    pub due_date: Day,
    /// Principal, after any refund.
    pub principal: Amount,
    /// Fee, after any refund.
    pub fee: Amount,
    /// Principal of this row not yet repaid.
    pub remaining: Amount,
    /// How it stands.
    pub status: RowStatus,
    /// Explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyKey>,
}

/// An early settlement that was executed.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Settlement {
    /// Day.
    pub date: Day,
    /// Principal that was paid.
    pub principal: Amount,
    /// Fees that were paid: billed ones, and what the terms ask of the others.
    pub fees: Amount,
    /// Fees that were waived.
    pub waived: Amount,
    /// Explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyKey>,
}

/// An instalment plan.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Id: that of its purchase, or of the conversion.
    pub id: Id,
    /// The purchase, for a plan made at a purchase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase: Option<Id>,
    /// The bill, for a plan made by conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill: Option<MonthName>,
    /// Original principal.
    pub principal: Amount,
    /// How the fee is worked out.
    pub method: PlanMethod,
    /// Rate, as the method takes it.
    pub rate: Rate,
    /// Rows.
    pub rows: Vec<PlanRow>,
    /// Fees billed, still scheduled, and charged at settlement.
    pub total_fee: Amount,
    /// Monthly internal rate × 12, simple, of the plan as first made. Absent where no rate exists.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_simple: Option<Rate>,
    /// (1 + monthly internal rate)^12 − 1, compound, of the plan as first made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_compound: Option<Rate>,
    /// The early settlement, if one was executed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settlement: Option<Settlement>,
}

/// A refund and the way back of its limit.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Refund {
    /// Index of the event.
    pub event: usize,
    /// The purchase.
    pub purchase: Id,
    /// Day.
    pub date: Day,
    /// Amount.
    pub amount: Amount,
    /// Kind.
    pub class: RefundClass,
    /// Where the purchase was made.
    pub channel: Channel,
    /// Taken off what was not yet billed.
    pub to_unbilled: Amount,
    /// Taken off billed and unpaid principal.
    pub to_billed: Amount,
    /// Turned into a credit balance.
    pub to_credit: Amount,
    /// Fees of unbilled rows that fall away.
    pub fees_cancelled: Amount,
    /// Held until the window.
    pub held: Amount,
    /// Day on which the account shows the limit as restored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shown: Option<Day>,
    /// First day on which it is usable, at best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible: Option<Day>,
    /// First day on which it is usable for sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed: Option<Day>,
    /// Whether a day was counted beyond the known calendar.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    #[tsify(optional)]
    pub estimated: bool,
    /// What must happen first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<RefundCondition>,
    /// Day on which that happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition_met_on: Option<Day>,
    /// Explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyKey>,
}
