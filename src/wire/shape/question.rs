//! Questions and answers.
//!
//! What is not here: reading questions (see `questions`), and how answers are found.

use serde::Serialize;
use tsify::Tsify;

use super::{
    Amount, Channel, Day, Id, OutcomeCode, PlanMethod, Rate, RefundClass, Report, SettlePartKind, WaitKind,
};

/// A question about a scenario.
#[allow(missing_docs, reason = "each variant says what its fields mean together")]
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Question {
    /// What is usable at the end of a day, and what the rest waits for.
    UsableOn { date: Day },
    /// The smallest repayment, and its latest day, that makes an amount usable for sure by a day.
    HaveBy {
        date: Day,
        #[tsify(type = "string | number")]
        amount: String,
    },
    /// The last day to refund a purchase so that its limit is usable for sure by a day.
    LastRefundDay { purchase: String, date: Day },
    /// The ways to pay for something, the best first; `monthlyMax` is the most it may put on one month's bill.
    Cheapest {
        date: Day,
        #[tsify(type = "string | number")]
        amount: String,
        #[tsify(optional, type = "string | number")]
        monthly_max: Option<String>,
    },
    /// What settling everything on a day takes.
    Settle { date: Day },
    /// When a refused purchase would pass; `event` is its index in the scenario's events.
    WhenPasses { event: u32 },
}

/// How an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum AnswerStatus {
    /// There is an answer.
    Found,
    /// Nothing needs to be done.
    AlreadyMet,
    /// It cannot be; what could be is said.
    Impossible,
}

/// An answer: how it stands, what was found, and the report of the run that shows it.
#[allow(missing_docs, reason = "each variant says what its fields mean together")]
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(tag = "ask", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Answer {
    /// Usable at the end of the day, and what the missing parts wait for. Parts are those missing for sure; a part
    /// whose `possible` day has come is usable at best.
    UsableOn {
        status: AnswerStatus,
        possible: Amount,
        guaranteed: Amount,
        waiting_for: Vec<WaitingFor>,
        report: Report,
    },
    /// `repay` on `payBy` makes `available` usable for sure at the end of the day. `exact` says that every smaller
    /// amount and every later day was ruled out. Where it is impossible, `nearest` says what could be.
    HaveBy {
        status: AnswerStatus,
        #[serde(skip_serializing_if = "Option::is_none")]
        repay: Option<Amount>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pay_by: Option<Day>,
        available: Amount,
        exact: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        nearest: Option<Nearest>,
        report: Report,
    },
    /// The last day for each class and channel. The report is that of a normal refund where it was bought.
    LastRefundDay { status: AnswerStatus, days: Vec<RefundDay>, report: Report },
    /// All ways to pay, the best first: those that fit, then the cheaper, then those with the lower peak.
    Cheapest { status: AnswerStatus, offers: Vec<OfferFound>, report: Report },
    /// `amount` in cash, the sum of its parts. `earliestClosable` is the first day from then on on which the account
    /// can be closed, once settled; `closableWithout` that on which it can be closed without settling early.
    Settle {
        status: AnswerStatus,
        amount: Amount,
        parts: Vec<SettlePart>,
        #[serde(skip_serializing_if = "Option::is_none")]
        earliest_closable: Option<Day>,
        #[serde(skip_serializing_if = "Option::is_none")]
        closable_without: Option<Day>,
        report: Report,
    },
    /// The first days on which the purchase passes, and what to repay so that it passes on its own day. `code` is
    /// why it is refused; absent where it passes.
    WhenPasses {
        status: AnswerStatus,
        #[serde(skip_serializing_if = "Option::is_none")]
        code: Option<OutcomeCode>,
        #[serde(skip_serializing_if = "Option::is_none")]
        possible: Option<Day>,
        #[serde(skip_serializing_if = "Option::is_none")]
        guaranteed: Option<Day>,
        #[serde(skip_serializing_if = "Option::is_none")]
        repay: Option<RepayBy>,
        exact: bool,
        report: Report,
    },
}

/// A missing part of the limit, and what it waits for.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct WaitingFor {
    /// What it waits for.
    pub kind: WaitKind,
    /// The bill, purchase, plan or kind of freeze that it concerns.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<Id>,
    /// How much is missing for that.
    pub amount: Amount,
    /// First day on which it is usable in this run, at best. Absent where the run has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible: Option<Day>,
    /// First day on which it is usable in this run for sure. Absent where the run has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed: Option<Day>,
}

/// What could be instead.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Nearest {
    /// The most that can be usable for sure by the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// The repayment that it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repay: Option<Amount>,
    /// The day of that repayment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_by: Option<Day>,
    /// A later day on which the whole amount is usable for sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Day>,
}

/// A repayment and its latest day.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct RepayBy {
    /// The smallest amount.
    pub amount: Amount,
    /// Its latest day.
    pub pay_by: Day,
}

/// The last day to refund, for one class and channel.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct RefundDay {
    /// Class.
    pub class: RefundClass,
    /// Where the goods are returned.
    pub channel: Channel,
    /// What is refunded: all that is left, or half of it for `partial`.
    pub amount: Amount,
    /// The last day. Absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// First day on which its limit is usable for sure then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usable: Option<Day>,
}

/// A way to pay.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct OfferFound {
    /// Number of instalments; 1 is in full.
    pub periods: u32,
    /// How its fee is worked out; `free` in full.
    pub method: PlanMethod,
    /// The most that it puts on one month's bill.
    pub monthly_peak: Amount,
    /// The highest total of the bills that have a part of it. Absent where it is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bill_peak: Option<Amount>,
    /// Its fees in all.
    pub total_fee: Amount,
    /// Monthly internal rate × 12, simple.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_simple: Option<Rate>,
    /// (1 + monthly internal rate)^12 − 1, compound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_compound: Option<Rate>,
    /// Whether it passes and its monthly peak is at most `monthlyMax`.
    pub fits: bool,
    /// Why it is refused in this scenario.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<OutcomeCode>,
}

/// A part of a settlement.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct SettlePart {
    /// What it is.
    pub kind: SettlePartKind,
    /// The bill, purchase or plan that it concerns.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<Id>,
    /// Amount; below zero for credit balance.
    pub amount: Amount,
}
