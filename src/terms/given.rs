//! A value as somebody wrote it, in the data or in an override, and what a key makes of it.
//!
//! What is not here: where it was written, and so the path of the error.

use std::sync::Arc;

use super::keys::Takes;
use super::quantity::{Per, Quantity};
use super::{SettleRule, Span};
use crate::date::Days;
use crate::money::{Money, parse_rate};

/// The longest time that a term may name, in days.
const DAYS_MAX: i64 = 3650;
/// The most things that a term may count.
const COUNT_MAX: i64 = 1000;
/// The most months that a term may name.
const MONTHS_MAX: i64 = 120;
/// The last day of the month that every month has.
const DAY_OF_MONTH_MAX: i64 = 28;

/// A value before anybody knows what it means.
#[derive(Clone, Debug)]
pub(super) enum Given<'a> {
    Text(&'a str),
    Whole(i64),
    Switch(bool),
    List(Vec<&'a str>),
}

impl Takes {
    /// The units that values of the key may have.
    pub fn units(self) -> &'static [&'static str] {
        match self {
            Takes::DayOfMonth => &["dayOfMonth"],
            Takes::Days => &["days"],
            Takes::Span => &["days", "workingDays"],
            Takes::Months => &["months"],
            Takes::Count => &["count"],
            Takes::Money => &["yuan"],
            Takes::Ratio => &["ratio"],
            Takes::DailyRate => &["ratePerDay"],
            Takes::PlanRate => &["ratePerPeriod", "ratePerPlan", "ratePerYear"],
            Takes::Switch => &["switch"],
            Takes::Word(_) | Takes::Settle => &["word"],
            Takes::Words(_) | Takes::Order(_) => &["words"],
        }
    }

    /// What the key takes, in English.
    pub fn hint(self) -> String {
        match self {
            Takes::DayOfMonth => format!("a day of the month, a whole number from 1 to {DAY_OF_MONTH_MAX}"),
            Takes::Days | Takes::Span => format!("a whole number of days from 0 to {DAYS_MAX}"),
            Takes::Months => format!("a whole number of months from 1 to {MONTHS_MAX}"),
            Takes::Count => format!("a whole number from 1 to {COUNT_MAX}"),
            Takes::Money => "yuan as a text with at most two decimals, such as \"10.00\"".into(),
            Takes::Ratio => "a share from \"0\" to \"1\" as a text, such as \"0.10\"".into(),
            Takes::DailyRate => "a rate a day from \"0\" to \"1\" as a text, such as \"0.0005\"".into(),
            Takes::PlanRate => {
                "a rate as a text: a share up to \"1\" a period, up to \"10\" a plan or a year".into()
            }
            Takes::Switch => "true or false".into(),
            Takes::Word(words) => format!("one of {}", words().join(", ")),
            Takes::Words(words) => format!("some of {}, each at most once", words().join(", ")),
            Takes::Order(words) => format!("all of {}, each once", words().join(", ")),
            Takes::Settle => {
                "nextPlusOne, waive, chargeAll, or rate: and a share up to 1, such as rate:0.03".into()
            }
        }
    }

    /// The quantity that a written value is for this key, if it is one.
    pub fn quantity(self, given: &Given, unit: &str) -> Option<Quantity> {
        let whole = |range| given.whole().filter(|n| core::ops::RangeInclusive::contains(&range, n));
        match self {
            Takes::DayOfMonth => whole(1..=DAY_OF_MONTH_MAX).map(|n| Quantity::DayOfMonth(n as u8)),
            Takes::Days | Takes::Span => whole(0..=DAYS_MAX).map(|n| Quantity::Span(span(n as i32, unit))),
            Takes::Months => whole(1..=MONTHS_MAX).map(Quantity::Months),
            Takes::Count => whole(1..=COUNT_MAX).map(Quantity::Count),
            Takes::Money => given.money().map(Quantity::Money),
            Takes::Ratio => given.rate(Per::Once),
            Takes::DailyRate => given.rate(Per::Day),
            Takes::PlanRate => given.rate(plan_rate(unit)?),
            Takes::Switch => given.switch().map(Quantity::Switch),
            Takes::Word(words) => given.one_of(&words()).map(Quantity::Word),
            Takes::Words(words) => given.some_of(&words()).map(Quantity::Words),
            Takes::Order(words) => {
                let words = words();
                given.some_of(&words).filter(|found| found.len() == words.len()).map(Quantity::Words)
            }
            Takes::Settle => given.text().and_then(SettleRule::parse).map(Quantity::Settle),
        }
    }
}

fn span(n: i32, unit: &str) -> Span {
    if unit == "workingDays" { Span::Working(n) } else { Span::Calendar(Days(n)) }
}

fn plan_rate(unit: &str) -> Option<Per> {
    [Per::Period, Per::Plan, Per::Year].into_iter().find(|per| per.unit() == unit)
}

impl<'a> Given<'a> {
    /// Words with commas between.
    pub fn listed(text: &'a str) -> Given<'a> {
        Given::List(text.split(',').map(str::trim).collect())
    }

    fn text(&self) -> Option<&'a str> {
        if let Given::Text(text) = self { Some(text) } else { None }
    }

    fn switch(&self) -> Option<bool> {
        if let Given::Switch(on) = self { Some(*on) } else { None }
    }

    /// A whole number, or its digits as a text.
    fn whole(&self) -> Option<i64> {
        match self {
            Given::Whole(n) => Some(*n),
            Given::Text(text) if text.bytes().all(|b| b.is_ascii_digit()) => text.parse().ok(),
            _ => None,
        }
    }

    /// A decimal as it was written, whole numbers included.
    fn decimal(&self) -> Option<String> {
        match self {
            Given::Text(text) => Some((*text).to_owned()),
            Given::Whole(n) => Some(n.to_string()),
            _ => None,
        }
    }

    fn money(&self) -> Option<Money> {
        let amount = Money::parse(&self.decimal()?).ok()?;
        (amount >= Money::ZERO).then_some(amount)
    }

    fn rate(&self, per: Per) -> Option<Quantity> {
        let rate = parse_rate(&self.decimal()?).ok()?;
        (rate <= per.rate_max()).then_some(Quantity::Rate(rate, per))
    }

    fn one_of(&self, words: &[&'static str]) -> Option<&'static str> {
        let text = self.text()?;
        words.iter().copied().find(|word| *word == text)
    }

    fn some_of(&self, words: &[&'static str]) -> Option<Arc<[&'static str]>> {
        let Given::List(list) = self else { return None };
        let mut found = Vec::new();
        for text in list {
            let word = words.iter().copied().find(|word| word == text)?;
            if found.contains(&word) {
                return None;
            }
            found.push(word);
        }
        if found.is_empty() { None } else { Some(found.into()) }
    }
}
