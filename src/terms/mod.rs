//! The terms of a product: every figure that the account's rules use, dated and cited.
//!
//! Rules read terms only through [`Dated::at`], with the date of the event they are applied to.
//! What is not here: any figure. Those are in `data/terms/*.json`.

mod about;
mod assemble;
mod check;
mod given;
mod habits;
mod json;
mod keys;
mod overrides;
mod packed;
mod product;
mod quantity;
mod read;
mod read_about;
mod read_rates;
mod reference_rates;
mod table;
mod words;

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::date::{Date, Days};
use crate::explain::Reference;
use crate::money::{Money, Rounding};

pub use about::{
    About, Choice, Claim, ClaimKind, Disagreement, Figure, LANGUAGES, Lender, Note, Service, Source, Texts,
    text_in,
};
pub use habits::{CreditRecord, Habits, Proof, Recovery, Reminders, Rung, SpanRange};
pub use overrides::OverrideValue;
pub use product::{about, default_product, ids, product, reference_rates, shipped};
pub use quantity::{Per, Quantity};
pub use reference_rates::{ReferenceRates, Threshold};
pub use table::Entry;
pub use words::Word;

use table::Table;

/// The format mark of a product's data.
pub const FORMAT: &str = "yuefu.terms/1";

/// The source of a value that nobody states.
pub const ASSUMED: &str = "assumed";

/// The source of a value that the scenario gives.
pub const OVERRIDE: &str = "override";

/// How far a value can be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// The product's own page or contract says so.
    Official,
    /// Somebody else says so.
    Secondary,
    /// Nobody says so: a choice of the one who wrote the data.
    Assumed,
    /// The scenario says so.
    Override,
}

/// A value with the day from which it holds and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Term<T> {
    /// The first day on which the value holds.
    pub from: Date,
    /// The value.
    pub value: T,
    /// Key and source.
    pub reference: Reference,
    /// How far it can be relied on.
    pub sure: Sure,
}

/// The values of one term over time, the earliest first. Never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Dated<T>(Vec<Term<T>>);

impl<T> Dated<T> {
    /// Values in the order of their dates.
    ///
    /// # Panics
    /// On an empty list; the reader refuses a term without values.
    pub fn new(values: Vec<Term<T>>) -> Dated<T> {
        assert!(!values.is_empty(), "a term has a value");
        Dated(values)
    }

    /// The value that holds on a day. Before the first from-date the first value holds.
    pub fn at(&self, date: Date) -> &Term<T> {
        self.0.iter().rev().find(|term| term.from <= date).unwrap_or(&self.0[0])
    }

    /// All values, the earliest first.
    pub fn all(&self) -> &[Term<T>] {
        &self.0
    }
}

/// A length of time in a term: working days or calendar days, counted strictly after its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Working days of mainland China.
    Working(i32),
    /// Calendar days.
    Calendar(Days),
}

/// When a refund's hold ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// When the account shows the limit as restored.
    pub shown: Dated<Span>,
    /// The earliest day on which it is usable.
    pub possible: Dated<Span>,
    /// The day on which it is usable at the latest.
    pub guaranteed: Dated<Span>,
}

/// The earliest and the latest end of something uncertain, counted from its start.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// Days until the earliest end.
    pub possible: Dated<Days>,
    /// Days until the latest end.
    pub guaranteed: Dated<Days>,
}

/// How the fee of an instalment plan is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeMethod {
    /// No fee.
    Free,
    /// A share of the original principal on every row.
    FlatPerPeriod,
    /// A share of the original principal, split over the rows.
    FlatTotal,
    /// A share of the original principal, on the first row.
    Upfront,
    /// Equal payments; interest at an annual rate on what is left.
    EqualInstalment,
    /// Equal principal; interest at an annual rate on what is left.
    EqualPrincipal,
}

/// What settling a plan early costs of the fees that are not yet billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettleRule {
    /// The next row's fee and the same once more; later fees are waived.
    NextPlusOne,
    /// Nothing.
    Waive,
    /// All of them.
    ChargeAll,
    /// A share of the remaining principal.
    Rate(Decimal),
}

/// An instalment plan that the product offers.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// Number of rows.
    pub periods: u32,
    /// How the fee is worked out.
    pub method: Dated<FeeMethod>,
    /// The rate: a share a period, a share in all, or an annual rate, as the method says.
    pub rate: Dated<Decimal>,
    /// What settling early costs.
    pub settle: Dated<SettleRule>,
}

/// How a refund gives the limit back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundRule {
    /// The refunded amount is held until its window.
    Windows,
    /// The whole limit is unusable until the next first of a month.
    ResetNextMonth,
}

/// How a refund is taken off the rows of a plan that are not yet billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundSpread {
    /// Evenly, the remainder to the last row.
    Even,
    /// From the last row backwards.
    LastFirst,
}

/// Which row takes the remainder when an amount is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remainder {
    /// The last row.
    Last,
    /// The first row.
    First,
}

/// Parts of a bill in the order in which a repayment is spent on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BillPart {
    /// Daily penalty of an overdue bill.
    Penalty,
    /// Interest on what was moved from an earlier bill.
    Interest,
    /// Fees of plan rows.
    Fee,
    /// Principal.
    Principal,
}

/// Everything that the rules of one product use.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// The product's id.
    pub id: Arc<str>,
    /// Version of the data.
    pub version: Arc<str>,
    /// What the product is called. Everything else that people read is in its [`About`].
    pub name: Texts,
    /// Keys that the scenario has overridden, in order.
    pub overridden: Vec<Arc<str>>,

    /// `statement.day`: the day of the month on which a bill is closed, 1 to 28.
    pub statement_day: Dated<u8>,
    /// `statement.dueDay`: the day of the month on which a bill is due, 1 to 28.
    pub due_day: Dated<u8>,
    /// `statement.payEarly`: days before the due date that are recommended for paying.
    pub pay_early: Dated<Days>,
    /// `grace.days`: days after the due date in which paying is free.
    pub grace: Dated<Days>,
    /// `penalty.rate`: a day, on the overdue principal.
    pub penalty_rate: Dated<Decimal>,
    /// `minimum.ratio`: share of the bill that the minimum payment is.
    pub minimum_ratio: Dated<Decimal>,
    /// `minimum.rate`: a day, on what the minimum payment leaves.
    pub minimum_rate: Dated<Decimal>,
    /// `postpone.rate`: a day, on a postponed bill's principal.
    pub postpone_rate: Dated<Decimal>,

    /// `plan.smallest`: the smallest amount that may be paid in instalments.
    pub plan_smallest: Dated<Money>,
    /// `plan.N.*`: the plans on offer, fewest rows first.
    pub offers: Vec<Offer>,
    /// `plan.remainder`: which row takes what does not divide.
    pub remainder: Dated<Remainder>,
    /// `money.rounding`: how an amount is rounded when it is posted.
    pub rounding: Dated<Rounding>,
    /// `repayment.order`: how a repayment is spent within a bill.
    pub repayment_order: Dated<Vec<BillPart>>,
    /// `repayment.lagPossible` and `repayment.lagGuaranteed`.
    pub repayment_lag: Range,

    /// `refund.rule`.
    pub refund_rule: Dated<RefundRule>,
    /// `refund.spread`.
    pub refund_spread: Dated<RefundSpread>,
    /// `refund.billedFees`: whether a refund gives billed fees back.
    pub refund_billed_fees: Dated<bool>,
    /// `refund.dailyMax`: refunds of one day that are still normal.
    pub refund_daily_max: Dated<i64>,
    /// `refund.normal.default.*`.
    pub refund_default: Window,
    /// `refund.normal.mall.*`.
    pub refund_mall: Window,
    /// `refund.normal.externalPlatform.*`.
    pub refund_external: Window,
    /// `refund.partial.*`.
    pub refund_partial: Window,
    /// `appeal.possible` and `appeal.guaranteed`: from an appeal to the end of a permanent freeze.
    pub appeal: Range,

    /// `overdue.blocks`: whether an overdue bill stops purchases.
    pub overdue_blocks: Dated<bool>,
    /// `overdue.cutAfter`: bills overdue in a row that cut the limit.
    pub cut_after: Dated<i64>,
    /// `overdue.cutPossible`: what is left of the limit, at best.
    pub cut_possible: Dated<Decimal>,
    /// `overdue.cutGuaranteed`: what is left of the limit, at worst.
    pub cut_guaranteed: Dated<Decimal>,
    /// `violation.lateDays`: days late that count towards a violation.
    pub violation_late: Dated<Days>,
    /// `violation.bills`: bills that late that make a violation.
    pub violation_bills: Dated<i64>,
    /// `violation.observe`: days of observation once nothing is overdue.
    pub violation_observe: Dated<Days>,
    /// `freeze.riskControl.*`.
    pub risk_control: Range,
    /// `freeze.manualReview.*`.
    pub manual_review: Range,

    /// `reminder.beforeDue`: days before the due date on which to be reminded.
    pub remind_before_due: Dated<Days>,
    /// `habit.*`: thresholds of the advisories, where the product's data has them.
    pub habits: Option<Habits>,
    /// `recovery.*`: how long it takes to get a limit back, where the product's data has it.
    pub recovery: Option<Recovery>,
    /// `reminder.*`: what to look after regularly, where the product's data has it.
    pub reminders: Option<Reminders>,
    /// `ladder.N.*`: what limits can grow to and on what, the lowest rung first.
    pub ladder: Vec<Rung>,

    table: Table,
}

impl Terms {
    /// The plan with this many rows, if it is offered.
    pub fn offer(&self, periods: u32) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.periods == periods)
    }

    /// Every term by its key, in the order of the keys, overridden values included.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.table.entries()
    }

    /// The values of one key, if the product has it.
    pub fn entry(&self, key: &str) -> Option<&Dated<Quantity>> {
        self.table.get(key)
    }
}
