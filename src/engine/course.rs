//! The course of a run: its days in order, with a stop between two days where another scenario can go on.
//!
//! What is not here: what happens on a day (see `day` and the steps beside it).

use crate::date::{self, Date};
use crate::event::Event;
use crate::scenario::Scenario;
use crate::terms::Terms;

use super::{Account, Keeps, Run};

/// Months after the last event after which a run without an end of its own stops.
const MONTHS_AFTER_LAST_EVENT: u32 = 60;

/// A run that stands between two days.
#[derive(Clone)]
pub struct Course<'a> {
    pub(super) account: Account<'a>,
    /// The place of the next event.
    pub(super) next: usize,
    /// The day of the first event, once the account is open.
    pub(super) opened: Option<Date>,
}

impl<'a> Course<'a> {
    /// Before the first day.
    pub fn new(scenario: &'a Scenario, terms: &'a Terms, explained: bool) -> Course<'a> {
        Course::keeping(scenario, terms, if explained { Keeps::Everything } else { Keeps::Journal })
    }

    /// As [`Course::new`], with what is wanted beside the balances.
    pub(super) fn keeping(scenario: &'a Scenario, terms: &'a Terms, keeps: Keeps) -> Course<'a> {
        let first = scenario.events().first().map_or(date::FIRST, |event| event.date);
        Course { account: Account::new(scenario, terms, first, keeps), next: 0, opened: None }
    }

    /// This run on the way of another scenario: one that has the same frame and the same events before the day where
    /// this run stands.
    pub fn on<'b>(&self, scenario: &'b Scenario) -> Course<'b>
    where
        'a: 'b,
    {
        let mut course: Course<'b> = self.clone();
        course.account.scenario = scenario;
        course.account.plan_of.resize(scenario.events().len(), None);
        course
    }

    /// Lets go of the journal so far: the run will hold that of the days that are still to come.
    pub fn forget(&mut self) {
        self.account.book.forget_journal();
    }

    /// Runs the days before a day, as long as nothing that comes later could end the run.
    pub fn run_before(&mut self, day: Date) {
        while let Some(next) = self.next_day().filter(|&next| next < day) {
            self.run_day(next);
        }
    }

    /// Runs to the end.
    pub fn finish(mut self) -> Run {
        let days = self.run_to_the_end(&mut |_, _| {});
        let account = self.account;
        Run {
            book: account.book,
            why: account.why,
            outcomes: account.outcomes,
            refunds: account.refunds,
            freezes: account.freezes.into_list(),
            days,
        }
    }

    /// Runs the days that are left and gives the first and the last of all. `before` sees the run before each day.
    pub(super) fn run_to_the_end(&mut self, before: &mut dyn FnMut(&Self, Date)) -> Option<(Date, Date)> {
        let scenario = self.account.scenario;
        let last = scenario.events().last()?.date;
        while let Some(day) = self.next_day() {
            before(self, day);
            self.run_day(day);
            if scenario.until.is_none() && day >= last && self.account.is_quiet() {
                return Some((self.opened?, self.account.end_run(day)));
            }
        }
        let end = scenario.until.unwrap_or_else(|| last_day(last));
        Some((self.opened?, self.account.end_run(end)))
    }

    fn next_event(&self) -> Option<&'a Event> {
        self.account.scenario.events().get(self.next)
    }

    /// The next day on which something happens, unless the run has ended by then.
    fn next_day(&self) -> Option<Date> {
        let scenario = self.account.scenario;
        let end = scenario.until.or_else(|| scenario.events().last().map(|last| last_day(last.date)))?;
        let event = self.next_event().map(|event| event.date);
        let stop = self.account.agenda.next_stop();
        event.into_iter().chain(stop).min().filter(|&day| day <= end)
    }

    fn run_day(&mut self, day: Date) {
        if self.opened.is_none() {
            self.account.open(day);
            self.opened = Some(day);
        }
        self.account.today = day;
        self.account.begin_day();
        self.account.close_statement();
        while let Some(event) = self.next_event().filter(|event| event.date == day) {
            self.account.take_event(event);
            self.next += 1;
        }
        self.account.look_at_waiting();
        self.account.pay_by_habit();
    }
}

/// The last day of a run that does not come to rest.
fn last_day(last_event: Date) -> Date {
    let day = last_event.day() as u8;
    last_event.month().plus(MONTHS_AFTER_LAST_EVENT).on_day(day)
}
