//! The limit, day by day: one row for each day on which something about it changes.
//!
//! What is not here: what an account can spend under an assumption (see `engine`).

use crate::date::Date;
use crate::explain::WhyId;
use crate::ledger::{
    About, Account, Book, Cause, Change, Entry, FreezeChange, FreezeKind, LimitBalance, LimitPart, Line,
    Reading, Readings,
};
use crate::money::Money;

/// What changed the limit on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CauseKind {
    /// Limit moved.
    Limit(Cause),
    /// A freeze began.
    Freeze(FreezeKind),
    /// A freeze ended.
    Unfreeze(FreezeKind),
}

/// One cause of a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LimitCause {
    /// What happened.
    pub kind: CauseKind,
    /// What it concerns.
    pub about: About,
    /// How much limit it moved; nothing for freezes.
    pub amount: Money,
    /// On which readings.
    pub readings: Readings,
    /// Explanation.
    pub why: WhyId,
}

/// The limit at the end of a day. Pairs are at best, for sure.
#[derive(Clone, Debug, PartialEq)]
pub struct LimitDay {
    /// The day.
    pub date: Date,
    /// Granted.
    pub limit: [Money; 2],
    /// Taken by principal that is not repaid.
    pub used: Money,
    /// Not used, not yet usable.
    pub held: [Money; 2],
    /// What can be spent: never below zero, and nothing while frozen.
    pub available: [Money; 2],
    /// Kinds of freezes in force.
    pub frozen: [Vec<FreezeKind>; 2],
    /// What changed.
    pub causes: Vec<LimitCause>,
}

/// The rows of the timeline, up to and including a day.
pub fn limit_days(book: &Book) -> Vec<LimitDay> {
    let mut fold = Fold::default();
    for change in book.journal() {
        match change {
            Change::Entry(entry) => fold.entry(entry),
            Change::Freeze(date, change) => fold.freeze(*date, change),
        }
    }
    fold.close_day();
    fold.rows
}

#[derive(Default)]
struct Fold {
    day: Option<Date>,
    balances: [LimitBalance; 2],
    holding: [[u32; 5]; 2],
    causes: Vec<LimitCause>,
    rows: Vec<LimitDay>,
}

impl Fold {
    fn on(&mut self, date: Date) {
        if self.day != Some(date) {
            self.close_day();
            self.day = Some(date);
        }
    }

    fn entry(&mut self, entry: &Entry) {
        let (Account::Limit(readings, from), Account::Limit(_, to)) = (entry.from, entry.to) else { return };
        let Line::Limit(cause) = entry.line else { return };
        self.on(entry.date);
        for reading in Reading::ALL.into_iter().filter(|&reading| readings.include(reading)) {
            let balance = &mut self.balances[reading as usize];
            add(balance, from, -entry.amount);
            add(balance, to, entry.amount);
        }
        let (kind, about) = (CauseKind::Limit(cause), entry.about);
        self.cause(LimitCause { kind, about, amount: entry.amount, readings, why: entry.why });
    }

    fn freeze(&mut self, date: Date, change: &FreezeChange) {
        self.on(date);
        let kind = match change.begins {
            true => CauseKind::Freeze(change.kind),
            false => CauseKind::Unfreeze(change.kind),
        };
        for reading in Reading::ALL.into_iter().filter(|&reading| change.readings.include(reading)) {
            let count = &mut self.holding[reading as usize][change.kind as usize];
            *count = if change.begins { *count + 1 } else { *count - 1 };
        }
        let (about, amount) = (About::Account, Money::ZERO);
        self.cause(LimitCause { kind, about, amount, readings: change.readings, why: change.why });
    }

    /// Adds a cause; the same cause on the other reading makes one on both.
    fn cause(&mut self, cause: LimitCause) {
        let twin = self.causes.iter_mut().rev().take(4).find(|twin| {
            (twin.kind, twin.about, twin.amount) == (cause.kind, cause.about, cause.amount)
                && matches!((twin.readings, cause.readings), (Readings::One(a), Readings::One(b)) if a != b)
        });
        match twin {
            Some(twin) => twin.readings = Readings::Both,
            None => self.causes.push(cause),
        }
    }

    fn close_day(&mut self) {
        let Some(date) = self.day.take() else { return };
        let frozen = self.holding.map(|counts| {
            FreezeKind::ALL.into_iter().filter(|&kind| counts[kind as usize] > 0).collect::<Vec<_>>()
        });
        let free = |reading: Reading| match frozen[reading as usize].is_empty() {
            true => self.balances[reading as usize].available.not_negative(),
            false => Money::ZERO,
        };
        self.rows.push(LimitDay {
            date,
            limit: self.balances.map(|balance| balance.granted),
            used: self.balances[0].used,
            held: self.balances.map(|balance| balance.held),
            available: Reading::ALL.map(free),
            frozen,
            causes: core::mem::take(&mut self.causes),
        });
    }
}

fn add(balance: &mut LimitBalance, part: LimitPart, by: Money) {
    match part {
        LimitPart::Granted => balance.granted -= by,
        LimitPart::Available => balance.available += by,
        LimitPart::Used => balance.used += by,
        LimitPart::Held => balance.held += by,
    }
}
