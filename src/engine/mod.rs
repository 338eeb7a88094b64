//! The state machine: runs a scenario day by day and keeps the journal.
//!
//! Within a day: what ends and what becomes overdue, the statement, the events, the automatic
//! repayment. Each step asks a rule, refuses or commits, and posts to the book; nothing is half done.
//! What is not here: the rules' arithmetic (see `billing` … `risk`), and what a report shows (see `report`).

mod agenda;
mod buy;
mod close;
mod convert;
mod day;
mod freezes;
mod limits;
mod pay;
mod refunds;
mod rollover;
mod settle;
mod waiting;

use std::rc::Rc;

use crate::date::{Date, Days};
use crate::event::{Event, Refusal};
use crate::explain::{Explainer, Explanation, Value, WhyId};
use crate::ledger::{BillNo, Book, PlanNo, Queue};
use crate::money::{Money, Rounding};
use crate::queue::DayQueue;
use crate::risk::Streak;
use crate::scenario::Scenario;
use crate::terms::Terms;

use agenda::Agenda;
pub use freezes::{Freeze, FreezeNeeds};
pub use refunds::{RefundNeeds, RefundRecord};

/// Months after the last event after which a run without an end of its own stops.
const MONTHS_AFTER_LAST_EVENT: u32 = 60;

/// What became of one event.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Index of the event in the input.
    pub event: usize,
    /// Day.
    pub date: Date,
    /// The id that the event gives to what it makes.
    pub id: Option<Rc<str>>,
    /// Why it did not happen.
    pub refusal: Option<Refusal>,
    /// The figures behind it.
    pub figures: Vec<(&'static str, Value)>,
    /// For a refused purchase: the first days on which it would pass, at best and for sure.
    pub passes_from: [Option<Date>; 2],
    /// For an accepted purchase: days to the due date of its first statement.
    pub interest_free: Option<Days>,
    /// Cash that was paid.
    pub paid: Option<Money>,
    /// Explanation.
    pub why: Option<WhyId>,
}

/// What an event that happened has to tell.
#[derive(Clone, Debug, Default)]
struct Done {
    figures: Vec<(&'static str, Value)>,
    interest_free: Option<Days>,
    paid: Option<Money>,
    why: Option<WhyId>,
}

/// An event that did not happen, with the figures that decided it.
#[derive(Clone, Debug)]
struct Refused {
    refusal: Refusal,
    figures: Vec<(&'static str, Value)>,
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Refused {
        Refused { refusal, figures: Vec::new() }
    }
}

type Step = Result<Done, Refused>;

/// A finished run.
#[derive(Clone, Debug)]
pub struct Run {
    /// The books at the end.
    pub book: Book,
    /// Explanations.
    pub why: Explainer,
    /// What became of each event that was run, in the order in which they were run.
    pub outcomes: Vec<Outcome>,
    /// Refunds that happened.
    pub refunds: Vec<RefundRecord>,
    /// Freezes.
    pub freezes: Vec<Freeze>,
    /// First and last day; nothing if no event was run.
    pub days: Option<(Date, Date)>,
}

/// The account while it runs.
struct Account<'a> {
    terms: &'a Terms,
    scenario: &'a Scenario,
    today: Date,
    book: Book,
    why: Explainer,
    agenda: Agenda,
    outcomes: Vec<Outcome>,
    waiting: waiting::Waiting,
    /// Purchases in full that are on no bill yet, oldest first.
    unbilled: Queue,
    /// What moved off bills and waits for the next close: principal first, then the rest.
    moved: Queue,
    /// Plan rows by the statement that will carry them.
    planned: DayQueue<(PlanNo, usize)>,
    /// Bills with something left to pay, oldest first.
    open_bills: Vec<BillNo>,
    /// Plans by the event that made them.
    plan_of: Vec<Option<PlanNo>>,
    /// Plans that began since everything was last settled.
    running_plans: Vec<PlanNo>,
    freezes: freezes::Freezes,
    refunds: Vec<RefundRecord>,
    /// Refunds that wait for the rest of their purchase to be repaid, by purchase.
    unmet: Vec<Vec<usize>>,
    /// Malicious refunds that wait for an appeal.
    unappealed: Vec<usize>,
    refunds_of_the_day: (Date, i64),
    streak: Streak,
    late_bills: i64,
    reset_until: Option<Date>,
    closed: bool,
}

/// Runs a scenario on a product's terms.
pub fn run(scenario: &Scenario, terms: &Terms, explained: bool) -> Run {
    let first = scenario.events().first().map(|event| event.date);
    let last = scenario.events().last().map(|event| event.date);
    let mut account = Account::new(scenario, terms, first.unwrap_or(crate::date::FIRST), explained);
    let days = match (first, last) {
        (Some(first), Some(last)) if scenario.until.is_none_or(|until| first <= until) => {
            Some((first, account.run_days(first, last)))
        }
        _ => None,
    };
    Run {
        book: account.book,
        why: account.why,
        outcomes: account.outcomes,
        refunds: account.refunds,
        freezes: account.freezes.into_list(),
        days,
    }
}

impl<'a> Account<'a> {
    fn new(scenario: &'a Scenario, terms: &'a Terms, first: Date, explained: bool) -> Account<'a> {
        Account {
            terms,
            scenario,
            today: first,
            book: Book::with_purchases(scenario.purchases),
            why: Explainer::new(!explained),
            agenda: Agenda::default(),
            outcomes: Vec::new(),
            waiting: waiting::Waiting::default(),
            unbilled: Queue::default(),
            moved: Queue::default(),
            planned: DayQueue::default(),
            open_bills: Vec::new(),
            plan_of: vec![None; scenario.events().len()],
            running_plans: Vec::new(),
            freezes: freezes::Freezes::default(),
            refunds: Vec::new(),
            unmet: vec![Vec::new(); scenario.purchases],
            unappealed: Vec::new(),
            refunds_of_the_day: (first, 0),
            streak: Streak::default(),
            late_bills: 0,
            reset_until: None,
            closed: false,
        }
    }

    fn run_days(&mut self, first: Date, last: Date) -> Date {
        let end = self.scenario.until.unwrap_or_else(|| last_day(last));
        let events = self.scenario.events();
        let mut next = 0;
        self.open(first);
        while let Some(day) = self.next_day(events.get(next)).filter(|&day| day <= end) {
            self.today = day;
            self.begin_day();
            self.close_statement();
            while let Some(event) = events.get(next).filter(|event| event.date == day) {
                self.take_event(event);
                next += 1;
            }
            self.look_at_waiting();
            self.pay_by_habit();
            if self.scenario.until.is_none() && day >= last && self.is_quiet() {
                return self.end_run(day);
            }
        }
        self.end_run(end)
    }

    fn next_day(&self, event: Option<&Event>) -> Option<Date> {
        let stop = self.agenda.next_stop();
        event.map(|event| event.date).into_iter().chain(stop).min()
    }

    /// How amounts are rounded when they are posted today.
    fn rounding(&self) -> Rounding {
        self.terms.rounding.at(self.today).value
    }

    fn explain(&mut self, explanation: impl FnOnce() -> Explanation) -> WhyId {
        self.why.explain(explanation)
    }
}

/// The last day of a run that does not come to rest.
fn last_day(last_event: Date) -> Date {
    let day = last_event.day() as u8;
    last_event.month().plus(MONTHS_AFTER_LAST_EVENT).on_day(day)
}
