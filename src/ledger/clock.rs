//! A sum that grows by the day on a principal that may change.
//!
//! The exact sum is kept; what is posted is always its rounded total less what was posted before,
//! so that the cents never drift. What is not here: who pays it, and when.

use rust_decimal::Decimal;

use crate::date::Date;
use crate::money::{Money, Rounding};

/// Simple daily interest on a changing principal.
#[derive(Clone, Debug)]
pub struct Clock {
    rate: Decimal,
    principal: Money,
    counted_to: Date,
    raw_fen: Decimal,
    posted: Money,
}

impl Clock {
    /// A clock that counts the days after `start`.
    pub fn starting_after(start: Date, rate: Decimal) -> Clock {
        Clock { rate, principal: Money::ZERO, counted_to: start, raw_fen: Decimal::ZERO, posted: Money::ZERO }
    }

    /// Counts the days up to and including `day` on the present principal.
    pub fn count_to(&mut self, day: Date) {
        let days = (day - self.counted_to).0;
        if days > 0 {
            self.raw_fen += self.principal.decimal_fen() * self.rate * Decimal::from(days);
            self.counted_to = day;
        }
    }

    /// Counts up to `day`, then changes the principal.
    pub fn change(&mut self, day: Date, by: Money) {
        self.count_to(day);
        self.principal += by;
    }

    /// What is to be posted so that the posted total is the rounded sum. Marks it as posted.
    pub fn post(&mut self, rounding: Rounding) -> Money {
        let due = Money::round(self.raw_fen, rounding) - self.posted;
        self.posted += due;
        due
    }

    /// What has been posted.
    pub fn posted(&self) -> Money {
        self.posted
    }

    /// The principal that it grows on.
    pub fn principal(&self) -> Money {
        self.principal
    }

    /// The daily rate.
    pub fn rate(&self) -> Decimal {
        self.rate
    }

    /// The exact sum so far, in fen.
    pub fn raw_fen(&self) -> Decimal {
        self.raw_fen
    }

    /// The last day that was counted.
    pub fn counted_to(&self) -> Date {
        self.counted_to
    }

    /// Whether nothing grows and nothing waits to be posted.
    pub fn is_done(&self, rounding: Rounding) -> bool {
        self.principal.is_zero() && Money::round(self.raw_fen, rounding) == self.posted
    }
}
