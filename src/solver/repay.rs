//! The smallest repayment that makes a run do what is wanted, and the latest day for it.
//!
//! Nothing here takes for granted that more money or an earlier day is better: a larger repayment can let a purchase
//! pass that takes the limit away again. What is used instead: two runs whose journals differ in amounts only took
//! the same branches, so that every amount in between changes in proportion with the repayment, and what holds at
//! neither end of such a piece holds nowhere in it. Amounts are searched piece by piece.
//! What is not here: what is wanted (see the questions).

use std::collections::BinaryHeap;

use crate::date::{Date, Days};
use crate::engine::Run;
use crate::event::{Action, Target};
use crate::ledger::{Change, Reading};
use crate::limit;
use crate::money::Money;
use crate::scenario::Draft;

use super::study::{Study, Trial, other};

/// A repayment and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repayment {
    /// The amount.
    pub amount: Money,
    /// The day.
    pub date: Date,
}

/// The most days on which amounts are searched.
const DAYS_MAX: usize = 64;
/// The most days on which a found amount is tried, from the last day backwards.
const LATEST_DAYS_MAX: i32 = 400;
const FEN: Money = Money::from_fen(1);

/// A search for a repayment.
pub(super) struct Search<'s, 'a> {
    pub study: &'s mut Study<'a>,
    /// The draft that the repayment is put into.
    pub draft: Draft,
    /// Its place in the list of events.
    pub at: usize,
    /// The reading on which what is repaid must be usable.
    pub reading: Reading,
    /// Whether a run does what is wanted.
    pub is_enough: &'s dyn Fn(&Trial) -> bool,
    /// How much a run gives, to tell the best of those that are not enough.
    pub value: &'s dyn Fn(&Trial) -> Money,
    /// The repayment that gave most so far.
    pub best: Option<(Money, Repayment)>,
    /// Whether everything was looked at.
    pub exact: bool,
}

/// The span of amounts and days that a search is about.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub least: Money,
    pub most: Money,
    pub first: Date,
    pub last: Date,
}

impl Search<'_, '_> {
    /// The draft with a repayment in it.
    pub fn with(&self, repayment: Repayment) -> Option<Draft> {
        let action = other(Action::Repayment(repayment.amount, Target::Auto));
        self.draft.inserted(self.at, repayment.date, action).ok()
    }

    fn run(&mut self, repayment: Repayment) -> Option<Trial> {
        if !self.study.may_run() {
            self.exact = false;
            return None;
        }
        let trial = self.with(repayment).and_then(|draft| self.study.run(&draft))?;
        let value = (self.value)(&trial);
        if self.best.is_none_or(|(best, _)| value > best) {
            self.best = Some((value, repayment));
        }
        Some(trial)
    }

    fn is_enough(&mut self, amount: Money, date: Date) -> bool {
        let trial = self.run(Repayment { amount, date });
        trial.is_some_and(|trial| (self.is_enough)(&trial))
    }

    /// The smallest repayment, and of the days on which that amount is enough the latest.
    pub fn smallest(&mut self, base: &Run, span: Span) -> Option<Repayment> {
        self.study.keep_back();
        let days = self.days(base, span);
        let mut best = self.probe(&days, span);
        if let Some(found) = &mut best {
            found.amount = self.lowest_near(*found, span.least);
        }
        for &date in &days {
            let most = best.map_or(span.most, |best| best.amount - FEN);
            if let Some(amount) = self.smallest_on(date, span.least, most) {
                best = Some(Repayment { amount, date });
            }
        }
        Some(self.made_sure(best?, span))
    }

    /// Moves a repayment that is enough to its latest day, and lowers it there until a fen less is not enough.
    fn made_sure(&mut self, mut best: Repayment, span: Span) -> Repayment {
        loop {
            let kept = self.study.free_kept();
            best.date = self.latest_day(best, span.last);
            self.study.keep(kept);
            let smaller = self.smallest_on(best.date, span.least, best.amount - FEN);
            self.study.free_kept();
            let amount = smaller.unwrap_or_else(|| self.lowest_near(best, span.least));
            self.study.keep(kept);
            if amount == best.amount {
                return best;
            }
            best.amount = amount;
        }
    }

    /// The lowest amount that is enough among those reached from one that is, downwards without a gap.
    fn lowest_near(&mut self, found: Repayment, least: Money) -> Money {
        let mut lowest = found.amount;
        while lowest > least && self.is_enough(lowest - FEN, found.date) {
            lowest -= FEN;
            let Some(here) = self.run(Repayment { amount: lowest, ..found }) else { return lowest };
            let start = self.start_of_piece(&here.run, Repayment { amount: lowest, ..found }, least);
            if !self.is_enough(start, found.date) {
                return self.first_enough(found.date, start, lowest);
            }
            lowest = start;
        }
        lowest
    }

    /// Something that is enough, found with few runs: it bounds the search for less.
    fn probe(&mut self, days: &[Date], span: Span) -> Option<Repayment> {
        for &date in days {
            for amount in [span.least, span.most] {
                if self.is_enough(amount, date) {
                    return Some(Repayment { amount, date });
                }
            }
        }
        None
    }

    /// Days that can make a difference, first the last one whose repayment is usable by the end: days on
    /// which something happens, the days before them, and those whose repayment is usable just then.
    fn days(&mut self, base: &Run, span: Span) -> Vec<Date> {
        let lag = self.lag(span.last);
        let mut days = vec![span.last - lag, span.last];
        for change in base.book.journal() {
            let day = match change {
                Change::Entry(entry) => entry.date,
                Change::Freeze(day, _) => *day,
            };
            days.extend([day, day - Days(1), day - lag]);
        }
        days.retain(|&day| span.first <= day && day <= span.last);
        // A heap sorts with a small part of the code of `sort`.
        let mut days = BinaryHeap::from(days).into_sorted_vec();
        days.dedup();
        days.reverse();
        if days.len() > DAYS_MAX {
            days.truncate(DAYS_MAX);
            self.exact = false;
        }
        let in_time = days.iter().position(|&day| day + lag <= span.last).unwrap_or(0);
        days.rotate_left(in_time);
        days
    }

    fn lag(&self, day: Date) -> Days {
        let days = limit::usable_after_repayment(day, self.study.terms);
        days[self.reading as usize] - day
    }

    /// The smallest amount that is enough on a day.
    fn smallest_on(&mut self, date: Date, least: Money, most: Money) -> Option<Money> {
        let mut from = least;
        while from <= most {
            let here = self.run(Repayment { amount: from, date })?;
            if (self.is_enough)(&here) {
                return Some(from);
            }
            let end = self.end_of_piece(&here.run, Repayment { amount: from, date }, most)?;
            if self.is_enough(end, date) {
                return Some(self.first_enough(date, from, end));
            }
            from = end + FEN;
        }
        None
    }

    /// The largest amount, up to `most`, whose run takes the same branches.
    fn end_of_piece(&mut self, here: &Run, from: Repayment, most: Money) -> Option<Money> {
        let (mut same, mut beyond) = (from.amount, most + FEN);
        let mut next = most;
        while same + FEN < beyond {
            let there = self.run(Repayment { amount: next, ..from })?;
            if take_same_way(here, &there.run) {
                same = next;
            } else {
                beyond = next;
            }
            next = middle(same, beyond);
        }
        Some(same)
    }

    /// The smallest amount, down to `least`, whose run takes the same branches.
    fn start_of_piece(&mut self, here: &Run, from: Repayment, least: Money) -> Money {
        let (mut below, mut same) = (least - FEN, from.amount);
        let mut next = least;
        while below + FEN < same {
            let Some(there) = self.run(Repayment { amount: next, ..from }) else { return same };
            if take_same_way(here, &there.run) {
                same = next;
            } else {
                below = next;
            }
            next = middle(below, same);
        }
        same
    }

    /// The smallest amount that is enough, within a piece that is not at its start and is at its end.
    fn first_enough(&mut self, date: Date, mut not: Money, mut enough: Money) -> Money {
        while not + FEN < enough {
            let next = middle(not, enough);
            if self.is_enough(next, date) {
                enough = next;
            } else {
                not = next;
            }
        }
        enough
    }

    /// The latest day on which an amount is enough.
    fn latest_day(&mut self, found: Repayment, last: Date) -> Date {
        let mut day = last;
        if last - found.date > Days(LATEST_DAYS_MAX) {
            self.exact = false;
            day = found.date + Days(LATEST_DAYS_MAX);
        }
        while day > found.date && !self.is_enough(found.amount, day) {
            day = day - Days(1);
        }
        day
    }
}

fn middle(low: Money, high: Money) -> Money {
    Money::from_fen(low.fen().midpoint(high.fen()))
}

/// Whether two runs differ in amounts only.
fn take_same_way(one: &Run, other: &Run) -> bool {
    let (journal, others) = (one.book.journal(), other.book.journal());
    journal.len() == others.len()
        && journal.iter().zip(others).all(|pair| match pair {
            (Change::Entry(a), Change::Entry(b)) => {
                (a.date, a.from, a.to, a.line, a.about) == (b.date, b.from, b.to, b.line, b.about)
            }
            (Change::Freeze(a, one), Change::Freeze(b, other)) => {
                (a, one.kind, one.readings, one.begins) == (b, other.kind, other.readings, other.begins)
            }
            _ => false,
        })
        && one.outcomes.iter().zip(&other.outcomes).all(|(a, b)| a.refusal == b.refusal)
}
