//! The sums of a scenario that is run again and again after small edits.
//!
//! On its way a run leaves marks: the whole account between two days. The next run goes on from the last mark before
//! the edited day. There are at most `MARKS_MAX` of them, so memory does not grow with the number of edits.
//! What is not here: the journal and everything that is made of it, which nobody asks for after each edit.

use crate::date::Date;
use crate::explain::Explainer;
use crate::ledger::{BillNo, Book, PlanNo, Queue, Sums};
use crate::risk::Streak;
use crate::scenario::Scenario;
use crate::terms::Terms;

use super::agenda::{Agenda, ByDay};
use super::freezes::Freezes;
use super::waiting::Waiting;
use super::{Account, Course, Keeps, RefundRecord};

/// The most marks that are kept. Each is as large as the account.
const MARKS_MAX: usize = 6;

/// What an edit did to the list of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Every other event kept its index.
    None,
    /// An event came in at an index.
    In(usize),
    /// An event went out at an index.
    Out(usize),
}

/// What a run says in sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outline {
    /// First and last day; nothing if no event was run.
    pub days: Option<(Date, Date)>,
    /// Sums of the whole run.
    pub sums: Sums,
}

/// The sums of a scenario that is run once.
pub fn outline(scenario: &Scenario, terms: &Terms) -> Outline {
    outline_of(Course::keeping(scenario, terms, Keeps::Balances), &mut |_, _| {})
}

fn outline_of(mut course: Course<'_>, before: &mut dyn FnMut(&Course<'_>, Date)) -> Outline {
    let days = course.run_to_the_end(before);
    Outline { days, sums: course.account.book.sums() }
}

/// The account after a day.
#[derive(Clone, Debug)]
struct Mark {
    /// The last day that was run.
    day: Date,
    /// How many events were run.
    events: usize,
    account: Parked,
}

/// The marks of earlier runs, the earliest first.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    list: Vec<Mark>,
    /// The earliest day that was edited since the last run.
    edited: Option<Date>,
}

impl Marks {
    /// Forgets what an edit has made wrong: marks on its day or after it.
    pub fn edited(&mut self, day: Date, shift: Shift) {
        self.edited = Some(self.edited.map_or(day, |edited| edited.min(day)));
        self.list.retain(|mark| mark.day < day);
        for mark in &mut self.list {
            match shift {
                Shift::None => {}
                Shift::In(index) => mark.account.plan_of.insert(index, None),
                Shift::Out(index) => drop(mark.account.plan_of.remove(index)),
            }
        }
    }

    /// The sums of the scenario as it is now. The edits since the last call must have been told.
    pub fn outline(&mut self, scenario: &Scenario, terms: &Terms) -> Outline {
        let (edited, of) = (self.edited.take(), scenario.events().len());
        // A run may come to rest on the last event's day, so a mark behind it is of no use.
        let last = scenario.events().last().map_or(crate::date::FIRST, |event| event.date);
        self.list.retain(|mark| mark.day < last);
        let course = match self.list.last() {
            Some(mark) => mark.account.clone().wake(scenario, terms),
            None => Course::keeping(scenario, terms, Keeps::Balances),
        };
        outline_of(course, &mut |course, day| {
            let reached = course.account.today;
            if self.wants(edited, of, reached, day, course.next) {
                self.leave(Mark { day: reached, events: course.next, account: Parked::of(course) });
            }
        })
    }

    /// Whether a mark is wanted before a day: one before the edited day, and a few on the way of a whole run.
    fn wants(&self, edited: Option<Date>, of: usize, reached: Date, day: Date, events: usize) -> bool {
        let last = self.list.last();
        let is_new = events > 0 && last.is_none_or(|mark| mark.day < reached);
        let part = of / MARKS_MAX + 1;
        let passed = |mark: &Mark| events / part > mark.events / part;
        match edited {
            Some(edited) => is_new && edited > reached && edited <= day,
            None => is_new && events >= part && last.is_none_or(passed),
        }
    }

    /// Keeps a mark; for want of room the one that is nearest to the one before it goes.
    fn leave(&mut self, mark: Mark) {
        if self.list.len() == MARKS_MAX {
            let before = |index: usize| index.checked_sub(1).map_or(0, |before| self.list[before].events);
            let nearest = (0..MARKS_MAX).min_by_key(|&index| self.list[index].events - before(index));
            self.list.remove(nearest.unwrap_or(0));
        }
        self.list.push(mark);
    }
}

/// What of an account that keeps balances only stays when it is parked, field by field.
macro_rules! parked {
    ($($field:ident: $type:ty,)+) => {
        /// An account apart from the scenario and the terms that it runs on.
        #[derive(Clone, Debug)]
        struct Parked { next: usize, opened: Option<Date>, $($field: $type),+ }

        impl Parked {
            fn of(Course { account, next, opened }: &Course<'_>) -> Parked {
                Parked { next: *next, opened: *opened, $($field: account.$field.clone()),+ }
            }

            /// The account on a scenario that is the same up to its day.
            fn wake<'a>(self, scenario: &'a Scenario, terms: &'a Terms) -> Course<'a> {
                let (why, outcomes) = (Explainer::new(true), Vec::new());
                let mut account = Account { scenario, terms, why, outcomes, $($field: self.$field),+ };
                account.book.purchases.resize(scenario.purchases, None);
                account.unmet.resize(scenario.purchases, Vec::new());
                Course { account, next: self.next, opened: self.opened }
            }
        }
    };
}

parked! {
    today: Date,
    book: Book,
    agenda: Agenda,
    waiting: Waiting,
    unbilled: Queue,
    moved: Queue,
    planned: ByDay<(PlanNo, usize)>,
    open_bills: Vec<BillNo>,
    coming: Vec<(Date, Date)>,
    plan_of: Vec<Option<PlanNo>>,
    running_plans: Vec<PlanNo>,
    freezes: Freezes,
    refunds: Vec<RefundRecord>,
    unmet: Vec<Vec<usize>>,
    unappealed: Vec<usize>,
    refunds_of_the_day: (Date, i64),
    streak: Streak,
    late_bills: i64,
    reset_until: Option<Date>,
    closed: bool,
}
