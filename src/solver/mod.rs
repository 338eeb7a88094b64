//! Questions about an account, answered by running it.
//!
//! An answer is found among runs of the simulation itself, never by a formula beside it, and comes with the
//! scenario whose report shows it. The work is bounded: a question makes at most `RUNS_MAX` runs, fewer for
//! long scenarios; what could not be ruled out within that is said (`exact`).
//! What is not here: how questions are written (see `wire`), and any rule of the account.

mod compare;
mod have_by;
mod offers;
mod passes;
mod refund_day;
mod repay;
mod settle;
mod study;
mod usable;
mod way;

use std::rc::Rc;

use crate::date::Date;
use crate::error::{Code, Error, Result};
use crate::money::Money;
use crate::scenario::{Draft, Scenario};
use crate::terms::Terms;

pub use compare::{Compared, ComparedBill, Comparison, SCENARIOS_MAX, Side, compare};
pub use have_by::{HaveBy, Nearest};
pub use offers::{Cheapest, OfferFound};
pub use passes::WhenPasses;
pub use refund_day::{LastRefundDay, RefundDay};
pub use repay::Repayment;
pub use settle::{PartKind, Settle, SettlePart};
pub use usable::{UsableOn, WaitKind, WaitingFor};

use study::Study;

/// A question about a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// What is usable at the end of a day, and what the rest waits for.
    UsableOn {
        /// The day.
        date: Date,
    },
    /// The smallest repayment, and its latest day, that makes an amount usable for sure by a day.
    HaveBy {
        /// The day.
        date: Date,
        /// The amount.
        amount: Money,
    },
    /// The last day to refund a purchase so that it is usable for sure by a day.
    LastRefundDay {
        /// Id of the purchase.
        purchase: Rc<str>,
        /// The day.
        date: Date,
    },
    /// The ways to pay for something, the best first.
    Cheapest {
        /// The day of the purchase.
        date: Date,
        /// Its amount.
        amount: Money,
        /// The most that it may put on one month's bill.
        monthly_max: Option<Money>,
    },
    /// What settling everything on a day takes.
    Settle {
        /// The day.
        date: Date,
    },
    /// When a refused purchase would pass.
    WhenPasses {
        /// Index of the event in the input.
        event: usize,
    },
}

/// How an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// There is an answer.
    Found,
    /// Nothing needs to be done.
    AlreadyMet,
    /// It cannot be; what could be is said.
    Impossible,
}

/// What was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// To [`Question::UsableOn`].
    UsableOn(UsableOn),
    /// To [`Question::HaveBy`].
    HaveBy(HaveBy),
    /// To [`Question::LastRefundDay`].
    LastRefundDay(LastRefundDay),
    /// To [`Question::Cheapest`].
    Cheapest(Cheapest),
    /// To [`Question::Settle`].
    Settle(Settle),
    /// To [`Question::WhenPasses`].
    WhenPasses(WhenPasses),
}

/// An answer, and the scenario whose run shows it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// How it stands.
    pub status: Status,
    /// What was found.
    pub found: Found,
    /// The scenario with what the answer says to do.
    pub scenario: Scenario,
}

/// Answers a question about a scenario.
///
/// # Errors
/// What the scenario itself is refused for; a purchase or an event that it does not have, with a pointer into the
/// question.
pub fn solve(draft: &Draft, terms: &Terms, question: &Question) -> Result<Answer> {
    let mut study = Study::new(draft, terms)?;
    match question {
        Question::UsableOn { date } => Ok(usable::answer(&mut study, *date)),
        Question::HaveBy { date, amount } => Ok(have_by::answer(&mut study, *date, *amount)),
        Question::LastRefundDay { purchase, date } => refund_day::answer(&mut study, purchase, *date),
        Question::Cheapest { date, amount, monthly_max } => {
            Ok(offers::answer(&mut study, *date, *amount, *monthly_max))
        }
        Question::Settle { date } => Ok(settle::answer(&mut study, *date)),
        Question::WhenPasses { event } => passes::answer(&mut study, *event),
    }
}

fn no_such_event(event: usize, what: &str) -> Error {
    let hint = "the index of a purchase in the scenario's events, counted from 0";
    Error::new(Code::NoSuchEvent, "/event", format!("event {event} {what}"), hint)
}
