//! What the content of a code is made of: the events with their fields, and words that are written as numbers.
//!
//! Codes are read for ever: these lists may grow at their ends and never change otherwise. A word that is not in
//! its list is written out, so a new product or term needs no change here. What is not here: any figure.

use crate::date::{Date, Days, FIRST};

/// How a field is written.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// An id, given or named.
    Name,
    /// Yuan.
    Amount,
    /// A whole number; 1 where it is left out.
    Count,
    /// One of these words; the second is what an absent field means, if anything.
    Word(&'static [&'static str], Option<&'static str>),
    /// Any text.
    Text,
    /// A switch that is written only where it is not this.
    Switch(bool),
    /// A month, counted from that of the event.
    Month,
    /// What a repayment is for; `auto` where it is left out.
    Target,
}

/// Name, how it is written, and whether it may be left out.
pub(super) type Field = (&'static str, Kind, bool);

const CHANNELS: &[&str] = &["default", "mall", "externalPlatform"];
const FREEZES: &[&str] = &["riskControl", "manualReview", "overdue", "violation", "permanent"];

const PURCHASE: &[Field] = &[
    ("id", Kind::Name, false),
    ("amount", Kind::Amount, false),
    ("periods", Kind::Count, true),
    ("label", Kind::Text, true),
    ("channel", Kind::Word(CHANNELS, Some("default")), true),
    ("merchantSupports", Kind::Switch(true), true),
];
const REFUND: &[Field] = &[
    ("purchase", Kind::Name, false),
    ("amount", Kind::Amount, true),
    ("channel", Kind::Word(CHANNELS, None), true),
    ("itemDiffers", Kind::Switch(false), true),
    ("virtualAddress", Kind::Switch(false), true),
    ("addressDiffers", Kind::Switch(false), true),
];
const REPAYMENT: &[Field] = &[("amount", Kind::Amount, false), ("target", Kind::Target, true)];
const CONVERT_BILL: &[Field] = &[
    ("bill", Kind::Month, false),
    ("periods", Kind::Count, false),
    ("id", Kind::Name, false),
    ("amount", Kind::Amount, true),
];
const ONE_BILL: &[Field] = &[("bill", Kind::Month, false)];

/// Types of events with their fields beside the date. At most 16; fields that may be left out count from 0.
pub(super) const EVENTS: [(&str, &[Field]); 15] = [
    ("purchase", PURCHASE),
    ("refund", REFUND),
    ("repayment", REPAYMENT),
    ("settlePlan", &[("plan", Kind::Name, false)]),
    ("settleAll", &[]),
    ("convertBill", CONVERT_BILL),
    ("payMinimum", ONE_BILL),
    ("postpone", ONE_BILL),
    ("freeze", &[("kind", Kind::Word(FREEZES, None), false)]),
    ("appeal", &[]),
    ("setLimit", &[("limit", Kind::Amount, false)]),
    ("creditEnquiry", &[]),
    ("raiseRequest", &[]),
    ("deviceChange", &[]),
    ("closeAccount", &[]),
];

/// Products.
pub(super) const PRODUCTS: &[&str] = &["douyin-monthly-pay", "huabei", "meituan-monthly-pay", "credit-card"];

/// Keys of overrides without a number in them.
pub(super) const KEYS: &[&str] = &[
    "statement.day",
    "statement.dueDay",
    "grace.days",
    "penalty.rate",
    "minimum.ratio",
    "minimum.rate",
    "postpone.rate",
    "plan.smallest",
    "refund.rule",
    "repayment.lagPossible",
    "repayment.lagGuaranteed",
    "overdue.blocks",
    "statement.payEarly",
];
/// Last parts of keys `plan.N.…`.
pub(super) const PLAN_PARTS: [&str; 3] = ["method", "rate", "settle"];

/// Values of overrides.
pub(super) const VALUES: &[&str] = &[
    "windows",
    "resetNextMonth",
    "free",
    "flatPerPeriod",
    "flatTotal",
    "upfront",
    "equalInstalment",
    "equalPrincipal",
    "nextPlusOne",
    "waive",
    "chargeAll",
];

/// The most overrides that a code may hold; no terms have as many keys.
pub(super) const OVERRIDES_MAX: u64 = 1000;

/// Amounts are written as a number and one of these steps in fen, the largest that divides them.
pub(super) const STEPS: [u64; 4] = [1, 100, 1_000, 10_000];

/// What is set in the frame.
pub(super) mod flag {
    pub const TODAY: u64 = 1;
    pub const UNTIL: u64 = 2;
    pub const POSSIBLE: u64 = 4;
    pub const UNPAID: u64 = 8;
    pub const DAYS_BEFORE: u64 = 16;
    pub const OVERRIDES: u64 = 32;
    pub const ALL: u64 = 63;
}

/// Where days are counted from: 2025-01-01. Each day is written as its distance from the one before it.
pub(super) fn origin() -> Date {
    FIRST + Days(7_671)
}
