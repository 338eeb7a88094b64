//! The account on one day: what can be spent, what is owed, what comes next.
//!
//! What is not here: the whole timeline (see `limit`).

use crate::date::{Date, Month};
use crate::ledger::{Account, Bill, Book, Change, Reading};
use crate::money::Money;
use crate::report::{BillLine, LimitDay};

/// The account on one day. Pairs are at best, for sure.
#[derive(Clone, Debug, PartialEq)]
pub struct AsOf {
    /// The day.
    pub date: Date,
    /// What can be spent.
    pub available: [Money; 2],
    /// Everything owed, less any credit balance.
    pub owed: Money,
    /// The next bill to pay.
    pub next_due: Option<NextDue>,
    /// When more is available again.
    pub next_recovery: [Option<Recovery>; 2],
}

/// A bill to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextDue {
    /// Its due date.
    pub date: Date,
    /// Its month.
    pub month: Month,
    /// What is to be paid on it.
    pub amount: Money,
}

/// A day on which more is available than the day before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// The day.
    pub date: Date,
    /// How much more.
    pub amount: Money,
}

/// The account on a day. `limit` is the credit limit before anything happened.
pub fn as_of(date: Date, limit: Money, book: &Book, days: &[LimitDay], lines: &[Vec<BillLine>]) -> AsOf {
    let now = days.iter().rev().find(|day| day.date <= date);
    AsOf {
        date,
        available: now.map_or([limit; 2], |day| day.available),
        owed: owed_on(date, book),
        next_due: next_due(date, &book.bills, lines),
        next_recovery: Reading::ALL.map(|reading| next_recovery(date, reading, days)),
    }
}

fn owed_on(date: Date, book: &Book) -> Money {
    let weight = |account: Account| match account {
        Account::Debt(..) | Account::Credit => 1,
        _ => 0,
    };
    let owed = book
        .journal()
        .iter()
        .filter_map(|change| match change {
            Change::Entry(entry) if entry.date <= date => Some(entry),
            _ => None,
        })
        .map(|entry| (weight(entry.to) - weight(entry.from)) * entry.amount.fen())
        .sum();
    Money::from_fen(owed)
}

fn next_due(date: Date, bills: &[Bill], lines: &[Vec<BillLine>]) -> Option<NextDue> {
    let open = |(bill, lines): (&Bill, &Vec<BillLine>)| {
        let amount: Money =
            lines.iter().filter(|line| line.in_total || line.date <= date).map(|line| line.amount).sum();
        amount.is_positive().then_some(NextDue { date: bill.due, month: bill.month, amount })
    };
    bills.iter().zip(lines).find_map(open)
}

fn next_recovery(date: Date, reading: Reading, days: &[LimitDay]) -> Option<Recovery> {
    days.windows(2).filter(|pair| pair[1].date > date).find_map(|pair| {
        let more = pair[1].available[reading as usize] - pair[0].available[reading as usize];
        more.is_positive().then_some(Recovery { date: pair[1].date, amount: more })
    })
}
