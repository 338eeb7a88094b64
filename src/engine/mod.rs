//! The state machine: runs a scenario day by day and keeps the journal.
//!
//! Within a day: what ends and what becomes overdue, the statement, the events, the automatic
//! repayment. Each step asks a rule, refuses or commits, and posts to the book; nothing is half done.
//! What is not here: the rules' arithmetic (see `billing` … `risk`), and what a report shows (see `report`).

mod agenda;
mod buy;
mod close;
mod convert;
mod course;
mod day;
mod freezes;
mod limits;
mod pay;
mod refunds;
pub mod resume;
mod rollover;
mod settle;
mod waiting;

use std::rc::Rc;

use crate::date::{Date, Days};
use crate::event::Refusal;
use crate::explain::{Explainer, Explanation, Value, WhyId};
use crate::ledger::{BillNo, Book, PlanNo, Queue};
use crate::money::{Money, Rounding};
use crate::risk::Streak;
use crate::scenario::Scenario;
use crate::terms::Terms;

use agenda::Agenda;
pub use course::Course;
pub use freezes::{Freeze, FreezeNeeds};
pub use refunds::{RefundNeeds, RefundRecord};

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
#[derive(Clone)]
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
    planned: agenda::ByDay<(PlanNo, usize)>,
    /// Bills with something left to pay, oldest first.
    open_bills: Vec<BillNo>,
    /// Statement and due date of the bills that are still to come, as they were last asked for.
    coming: Vec<(Date, Date)>,
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

/// What a run keeps beside the balances.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeps {
    /// Journal, outcomes and explanations.
    Everything,
    /// Journal and outcomes.
    Journal,
    /// Nothing.
    Balances,
}

/// Runs a scenario on a product's terms.
pub fn run(scenario: &Scenario, terms: &Terms, explained: bool) -> Run {
    Course::new(scenario, terms, explained).finish()
}

impl<'a> Account<'a> {
    fn new(scenario: &'a Scenario, terms: &'a Terms, first: Date, keeps: Keeps) -> Account<'a> {
        Account {
            terms,
            scenario,
            today: first,
            book: Book::with_purchases(scenario.purchases, keeps != Keeps::Balances),
            why: Explainer::new(keeps != Keeps::Everything),
            agenda: Agenda::default(),
            outcomes: Vec::new(),
            waiting: waiting::Waiting::default(),
            unbilled: Queue::default(),
            moved: Queue::default(),
            planned: agenda::ByDay::default(),
            open_bills: Vec::new(),
            coming: Vec::new(),
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

    /// How amounts are rounded when they are posted today.
    fn rounding(&self) -> Rounding {
        self.terms.rounding.at(self.today).value
    }

    fn explain(&mut self, explanation: impl FnOnce() -> Explanation) -> WhyId {
        self.why.explain(explanation)
    }
}
