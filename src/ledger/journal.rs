//! Accounts and entries: every change of the books is one amount that leaves one account for another.
//!
//! What is not here: balances (see `book`).

use crate::date::Date;
use crate::explain::WhyId;
use crate::ledger::{BillNo, ItemNo, PlanNo, PurchaseNo};
use crate::money::Money;

/// One of the two ways to read what is uncertain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reading {
    /// At best: the earliest day.
    Possible,
    /// For sure: the latest day.
    Guaranteed,
}

impl Reading {
    /// Both readings.
    pub const ALL: [Reading; 2] = [Reading::Possible, Reading::Guaranteed];
}

/// The readings that an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readings {
    /// Both alike.
    Both,
    /// One of them.
    One(Reading),
}

impl Readings {
    /// Whether a reading is among these.
    #[inline(always)]
    pub fn include(self, reading: Reading) -> bool {
        match self {
            Readings::Both => true,
            Readings::One(one) => one == reading,
        }
    }
}

/// Where a piece of debt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A purchase paid in full, not yet on a bill.
    Unbilled,
    /// A plan row, not yet on a bill.
    Planned,
    /// Moved off a bill, waiting for the next close.
    Moved,
    /// On a bill.
    Billed(BillNo),
}

/// Parts of the credit limit. On each reading they add up to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitPart {
    /// What the lender has granted (kept below zero).
    Granted,
    /// Free to spend; below zero when the limit was cut under what is used.
    Available,
    /// Taken by principal that is not repaid.
    Used,
    /// No longer used, not yet usable.
    Held,
}

/// An account of the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Account {
    /// The merchants, who were paid for the purchases.
    Merchant,
    /// Refunds received.
    Refunds,
    /// Cash paid by the person.
    Cash,
    /// Credit balance: paid or refunded beyond what was owed.
    Credit,
    /// Fees earned by the lender.
    Fees,
    /// Interest earned by the lender.
    Interest,
    /// Penalties earned by the lender.
    Penalties,
    /// Fees that were waived or given back.
    Waived,
    /// A piece of what is owed, at its place.
    Debt(ItemNo, Place),
    /// A part of the credit limit.
    Limit(Readings, LimitPart),
}

/// What an entry is, in the terms of a bill or of the debts behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A purchase was made.
    Purchase,
    /// A piece of debt was put on a bill.
    Close,
    /// The fee of a plan row was put on a bill.
    Fee,
    /// Interest was put on a bill, or charged at a settlement.
    Interest,
    /// A penalty was posted.
    Penalty,
    /// Cash was paid.
    Repayment,
    /// Credit balance was used.
    Credit,
    /// A refund.
    Refund,
    /// A billed fee was given back.
    FeeReturned,
    /// Principal of a bill became a plan.
    Conversion,
    /// What a bill still asked moved to the next statement.
    Moved,
    /// The fees of an early settlement.
    Settlement,
    /// A change of the credit limit.
    Limit(Cause),
}

/// What changed the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// The account begins.
    Opening,
    /// A purchase took limit.
    Purchase,
    /// A refund is held.
    RefundHeld,
    /// A refund's hold has ended.
    RefundUsable,
    /// Principal was repaid.
    Repayment,
    /// The lag after a repayment is over.
    RepaymentUsable,
    /// Credit balance repaid principal.
    CreditBalance,
    /// The limit was set.
    LimitSet,
    /// The limit was cut.
    LimitCut,
    /// The whole limit is unusable until it is worked out anew.
    Reset,
    /// The limit was worked out anew.
    ResetOver,
    /// The account was closed.
    Closed,
}

/// What an entry concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The account as a whole.
    Account,
    /// A purchase.
    Purchase(PurchaseNo),
    /// A plan.
    Plan(PlanNo),
    /// A bill.
    Bill(BillNo),
}

/// One balanced entry: `amount` leaves `from` for `to`.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Day.
    pub date: Date,
    /// The account that gives.
    pub from: Account,
    /// The account that takes.
    pub to: Account,
    /// Never below zero.
    pub amount: Money,
    /// What it is.
    pub line: Line,
    /// What it concerns.
    pub about: About,
    /// The explanation.
    pub why: WhyId,
}

/// Kinds of freezes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FreezeKind {
    /// Automatic check.
    RiskControl,
    /// Check by a person.
    ManualReview,
    /// A bill is overdue.
    Overdue,
    /// Bills were overdue for long.
    Violation,
    /// Until an appeal succeeds.
    Permanent,
}

impl FreezeKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [FreezeKind; 5] = [
        FreezeKind::RiskControl,
        FreezeKind::ManualReview,
        FreezeKind::Overdue,
        FreezeKind::Violation,
        FreezeKind::Permanent,
    ];

    /// The kind as the contract spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            FreezeKind::RiskControl => "riskControl",
            FreezeKind::ManualReview => "manualReview",
            FreezeKind::Overdue => "overdue",
            FreezeKind::Violation => "violation",
            FreezeKind::Permanent => "permanent",
        }
    }
}

/// A freeze that began or ended on one reading or both.
#[derive(Clone, Copy, Debug)]
pub struct FreezeChange {
    /// Its kind.
    pub kind: FreezeKind,
    /// On which readings.
    pub readings: Readings,
    /// Whether it began; otherwise it ended.
    pub begins: bool,
    /// The explanation.
    pub why: WhyId,
}

/// A record of the books, in the order in which things happened.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// Money or limit moved.
    Entry(Entry),
    /// A freeze began or ended, on a day.
    Freeze(Date, FreezeChange),
}
