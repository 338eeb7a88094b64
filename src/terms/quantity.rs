//! One value of a term, whatever its kind, with its unit in the variant.
//!
//! What is not here: which key takes which kind (see `keys`), and when a value holds.

use core::fmt;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::words::{SETTLE_WORDS, Word};
use super::{
    BillPart, CreditRecord, FeeMethod, Proof, RefundRule, RefundSpread, Remainder, SettleRule, Span,
};
use crate::date::Days;
use crate::money::{Money, Rounding};

/// The highest rate for a whole plan or a year: tenfold.
const LONG_RATE_MAX: i64 = 10;

/// A value of any kind that a term can have.
#[derive(Clone, Debug, PartialEq)]
pub enum Quantity {
    /// A day of the month, 1 to 28.
    DayOfMonth(u8),
    /// Calendar or working days.
    Span(Span),
    /// Months.
    Months(i64),
    /// A number of things.
    Count(i64),
    /// An amount.
    Money(Money),
    /// A share or rate.
    Rate(Decimal, Per),
    /// Yes or no.
    Switch(bool),
    /// One of the words that the key takes.
    Word(&'static str),
    /// Several of the words that the key takes, in order.
    Words(Arc<[&'static str]>),
    /// What settling a plan early costs.
    Settle(SettleRule),
}

/// What a rate is counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// Once: a share.
    Once,
    /// Each day.
    Day,
    /// Each row of a plan.
    Period,
    /// The whole plan.
    Plan,
    /// Each year.
    Year,
}

impl Per {
    /// The unit as the data spells it.
    pub const fn unit(self) -> &'static str {
        match self {
            Per::Once => "ratio",
            Per::Day => "ratePerDay",
            Per::Period => "ratePerPeriod",
            Per::Plan => "ratePerPlan",
            Per::Year => "ratePerYear",
        }
    }

    /// The highest rate that a term may name: all of the principal, or tenfold for a whole plan or a year.
    pub fn rate_max(self) -> Decimal {
        match self {
            Per::Once | Per::Day | Per::Period => Decimal::ONE,
            Per::Plan | Per::Year => Decimal::from(LONG_RATE_MAX),
        }
    }

    /// What a plan's rate is counted for under a method; nothing under one without fee.
    pub const fn of_method(method: FeeMethod) -> Option<Per> {
        match method {
            FeeMethod::Free => None,
            FeeMethod::FlatPerPeriod => Some(Per::Period),
            FeeMethod::FlatTotal | FeeMethod::Upfront => Some(Per::Plan),
            FeeMethod::EqualInstalment | FeeMethod::EqualPrincipal => Some(Per::Year),
        }
    }
}

impl Quantity {
    /// The unit as the data spells it.
    pub const fn unit(&self) -> &'static str {
        match self {
            Quantity::DayOfMonth(_) => "dayOfMonth",
            Quantity::Span(Span::Calendar(_)) => "days",
            Quantity::Span(Span::Working(_)) => "workingDays",
            Quantity::Months(_) => "months",
            Quantity::Count(_) => "count",
            Quantity::Money(_) => "yuan",
            Quantity::Rate(_, per) => per.unit(),
            Quantity::Switch(_) => "switch",
            Quantity::Word(_) | Quantity::Settle(_) => "word",
            Quantity::Words(_) => "words",
        }
    }
}

impl fmt::Display for Quantity {
    /// The value without its unit, as the data and overrides write it; words with commas between.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Quantity::DayOfMonth(day) => write!(f, "{day}"),
            Quantity::Span(Span::Calendar(Days(n)) | Span::Working(n)) => write!(f, "{n}"),
            Quantity::Months(n) | Quantity::Count(n) => write!(f, "{n}"),
            Quantity::Money(amount) => amount.fmt(f),
            Quantity::Rate(rate, _) => rate.fmt(f),
            Quantity::Switch(on) => on.fmt(f),
            Quantity::Word(word) => f.write_str(word),
            Quantity::Words(words) => f.write_str(&words.join(",")),
            Quantity::Settle(rule) => rule.fmt(f),
        }
    }
}

impl SettleRule {
    /// What settling early costs where nobody says: nothing for a plan without fee.
    pub fn usual(method: FeeMethod) -> SettleRule {
        if method == FeeMethod::Free { SettleRule::Waive } else { SettleRule::NextPlusOne }
    }

    /// Reads `nextPlusOne`, `waive`, `chargeAll` or `rate:` and a share of at most 1.
    pub fn parse(text: &str) -> Option<SettleRule> {
        if let Some(rate) = text.strip_prefix("rate:") {
            let rate = crate::money::parse_rate(rate).ok()?;
            return (rate <= Decimal::ONE).then_some(SettleRule::Rate(rate));
        }
        SETTLE_WORDS.iter().find(|(word, _)| *word == text).map(|(_, rule)| *rule)
    }
}

impl fmt::Display for SettleRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let SettleRule::Rate(rate) = self {
            return write!(f, "rate:{rate}");
        }
        let word = SETTLE_WORDS.iter().find(|(_, rule)| rule == self);
        f.write_str(word.map_or("", |(word, _)| word))
    }
}

/// What a typed field of the terms can be made of.
pub(super) trait Held: Sized {
    /// The field's value, if the quantity is of its kind.
    fn held(quantity: &Quantity) -> Option<Self>;
}

macro_rules! held {
    ($($type:ty: $pattern:pat => $value:expr;)*) => {
        $(impl Held for $type {
            fn held(quantity: &Quantity) -> Option<$type> {
                match quantity {
                    $pattern => $value,
                    _ => None,
                }
            }
        })*
    };
}

held! {
    u8: Quantity::DayOfMonth(day) => Some(*day);
    Days: Quantity::Span(Span::Calendar(days)) => Some(*days);
    Span: Quantity::Span(span) => Some(*span);
    i64: Quantity::Count(n) | Quantity::Months(n) => Some(*n);
    Money: Quantity::Money(amount) => Some(*amount);
    Decimal: Quantity::Rate(rate, _) => Some(*rate);
    bool: Quantity::Switch(on) => Some(*on);
    SettleRule: Quantity::Settle(rule) => Some(*rule);
    FeeMethod: Quantity::Word(word) => FeeMethod::from_word(word);
    RefundRule: Quantity::Word(word) => RefundRule::from_word(word);
    RefundSpread: Quantity::Word(word) => RefundSpread::from_word(word);
    Remainder: Quantity::Word(word) => Remainder::from_word(word);
    Rounding: Quantity::Word(word) => Rounding::from_word(word);
    CreditRecord: Quantity::Word(word) => CreditRecord::from_word(word);
    Vec<BillPart>: Quantity::Words(words) => words.iter().map(|word| BillPart::from_word(word)).collect();
    Vec<Proof>: Quantity::Words(words) => words.iter().map(|word| Proof::from_word(word)).collect();
}
