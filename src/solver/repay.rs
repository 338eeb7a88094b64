//! The smallest repayment that makes a run do what is wanted, and the latest day for it.
//!
//! Nothing here takes for granted that more money or an earlier day is better: a larger repayment can let a purchase
//! pass that takes the limit away again. What is used instead: two runs whose journals differ in amounts only took
//! the same branches, so that every amount in between changes in proportion with the repayment, and what holds at
//! neither end of such a piece holds nowhere in it. Amounts are searched piece by piece.
//! What is not here: what is wanted (see the questions).

use std::collections::BinaryHeap;
use std::rc::Rc;

use crate::date::{Date, Days};
use crate::engine::{Course, Run};
use crate::event::{Action, Target};
use crate::ledger::{Change, Reading};
use crate::limit;
use crate::money::Money;
use crate::scenario::Scenario;
use crate::terms::Terms;

use super::study::Study;
use super::way::{Grain, steps_of_day, take_same_way};

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
    /// Where the repayment stands among the events of the input.
    pub at: usize,
    /// The reading on which what is repaid must be usable.
    pub reading: Reading,
    /// Whether a run does what is wanted.
    pub is_enough: &'s dyn Fn(&Run) -> bool,
    /// How much a run gives, to tell the best of those that are not enough.
    pub value: &'s dyn Fn(&Run) -> Money,
    /// The repayment that gave most so far.
    pub best: Option<(Money, Repayment)>,
    /// Whether everything was looked at.
    pub exact: bool,
    /// How closely runs are compared.
    grain: Grain,
    /// Where pieces ended, beside the likely places.
    ends: Vec<Money>,
    /// Where the runs with a repayment start from.
    start: Start<'s>,
    /// The last runs, the latest first.
    recent: [Option<(Repayment, Rc<Run>)>; 2],
}

/// What all runs of a search have in common: the days before the repayment.
struct Start<'s> {
    scenario: &'s Scenario,
    course: Course<'s>,
    /// The course up to the day that was asked for last.
    reached: Option<(Date, Course<'s>)>,
}

impl<'s> Start<'s> {
    fn new(scenario: &'s Scenario, terms: &'s Terms, first: Date) -> Start<'s> {
        let mut course = Course::new(scenario, terms, false);
        course.run_before(first);
        course.forget();
        Start { scenario, course, reached: None }
    }

    fn before(&mut self, day: Date) -> &Course<'s> {
        if self.reached.as_ref().is_none_or(|(reached, _)| *reached != day) {
            let mut course = self.course.clone();
            course.run_before(day);
            course.forget();
            self.reached = Some((day, course));
        }
        self.reached.as_ref().map_or(&self.course, |(_, course)| course)
    }

    fn run(&mut self, at: usize, Repayment { amount, date }: Repayment) -> Run {
        let scenario = self.scenario.and(at, date, Action::Repayment(amount, Target::Auto));
        self.before(date).on(&scenario).finish()
    }
}

/// The span of amounts and days that a search is about.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub least: Money,
    pub most: Money,
    pub first: Date,
    pub last: Date,
}

impl<'s, 'a> Search<'s, 'a> {
    /// A search over the runs of a scenario from a first day on, for what two functions ask of a run.
    pub fn new(
        study: &'s mut Study<'a>,
        scenario: &'s Scenario,
        first: Date,
        is_enough: &'s dyn Fn(&Run) -> bool,
        value: &'s dyn Fn(&Run) -> Money,
    ) -> Search<'s, 'a>
    where
        'a: 's,
    {
        let start = Start::new(scenario, study.terms, first);
        let (at, reading) = (study.draft.events().len(), Reading::Guaranteed);
        let grain = Grain::of(scenario, first);
        let (best, ends, recent) = (None, Vec::new(), [None, None]);
        Search { study, at, reading, is_enough, value, best, exact: true, grain, ends, start, recent }
    }

    fn run(&mut self, repayment: Repayment) -> Option<Rc<Run>> {
        if let Some((_, run)) = self.recent.iter().flatten().find(|(made, _)| *made == repayment) {
            return Some(Rc::clone(run));
        }
        if !self.study.may_run() {
            self.exact = false;
            return None;
        }
        self.study.count_run()?;
        let run = Rc::new(self.start.run(self.at, repayment));
        let value = (self.value)(&run);
        if self.best.is_none_or(|(best, _)| value > best) {
            self.best = Some((value, repayment));
        }
        self.recent.swap(0, 1);
        self.recent[0] = Some((repayment, Rc::clone(&run)));
        Some(run)
    }

    fn is_enough(&mut self, amount: Money, date: Date) -> bool {
        let run = self.run(Repayment { amount, date });
        run.is_some_and(|run| (self.is_enough)(&run))
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
        let ends = self.likely_ends(found);
        let mut lowest = found.amount;
        while lowest > least && self.is_enough(lowest - FEN, found.date) {
            lowest -= FEN;
            let from = Repayment { amount: lowest, ..found };
            let Some(here) = self.run(from) else { return lowest };
            let start = self.start_of_piece(&here, from, least, &ends);
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
        let ends = self.likely_ends(Repayment { amount: most, date });
        let mut from = least;
        while from <= most {
            let here = self.run(Repayment { amount: from, date })?;
            if (self.is_enough)(&here) {
                return Some(from);
            }
            let end = self.end_of_piece(&here, Repayment { amount: from, date }, most, &ends)?;
            if self.is_enough(end, date) {
                return Some(self.first_enough(date, from, end));
            }
            if !ends.contains(&end) {
                self.ends.push(end);
            }
            from = end + FEN;
        }
        None
    }

    /// Amounts at which pieces are likely to end, in their order: where the repayment has repaid one more thing, and
    /// where pieces ended on other days. They are tried first, and never taken on trust.
    fn likely_ends(&mut self, repayment: Repayment) -> Vec<Money> {
        let run = self.run(repayment);
        let steps = run.map_or(Vec::new(), |run| steps_of_day(&run, repayment.date, &self.grain));
        let around = steps.into_iter().flat_map(|step| [step - FEN, step]);
        // A heap sorts with a small part of the code of `sort`.
        let ends: BinaryHeap<Money> = around.chain(self.ends.iter().copied()).collect();
        let mut ends = ends.into_sorted_vec();
        ends.dedup();
        ends
    }

    /// The largest amount, up to `most`, whose run takes the same branches.
    fn end_of_piece(&mut self, here: &Run, from: Repayment, most: Money, ends: &[Money]) -> Option<Money> {
        let (mut same, mut beyond) = (from.amount, most + FEN);
        let ahead = ends.iter().flat_map(|&end| [end, end + FEN]);
        for next in ahead.filter(|&next| from.amount < next && next <= most) {
            let there = self.run(Repayment { amount: next, ..from })?;
            if !take_same_way(here, &there, &self.grain) {
                beyond = next;
                break;
            }
            same = next;
        }
        let mut next = if beyond > most { most } else { middle(same, beyond) };
        while same + FEN < beyond {
            let there = self.run(Repayment { amount: next, ..from })?;
            if take_same_way(here, &there, &self.grain) {
                same = next;
            } else {
                beyond = next;
            }
            next = middle(same, beyond);
        }
        Some(same)
    }

    /// The smallest amount, down to `least`, whose run takes the same branches.
    fn start_of_piece(&mut self, here: &Run, from: Repayment, least: Money, ends: &[Money]) -> Money {
        let (mut below, mut same) = (least - FEN, from.amount);
        let behind = ends.iter().rev().flat_map(|&end| [end + FEN, end]);
        for next in behind.filter(|&next| least <= next && next < from.amount) {
            let Some(there) = self.run(Repayment { amount: next, ..from }) else { return same };
            if !take_same_way(here, &there, &self.grain) {
                below = next;
                break;
            }
            same = next;
        }
        let mut next = if below < least { least } else { middle(below, same) };
        while below + FEN < same {
            let Some(there) = self.run(Repayment { amount: next, ..from }) else { return same };
            if take_same_way(here, &there, &self.grain) {
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
