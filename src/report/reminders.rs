//! Days worth a reminder: due days and what comes before them, limit that comes back, regular checks.
//!
//! What is not here: calendar files (see `export`).

use crate::billing;
use crate::date::{Date, Month};
use crate::engine::Run;
use crate::event::Action;
use crate::explain::Value;
use crate::ledger::Reading;
use crate::queue::DayQueue;
use crate::report::LimitDay;
use crate::scenario::Scenario;
use crate::terms::{Habits, Reminders, Terms};

/// A day worth a reminder.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminder {
    /// The day.
    pub date: Date,
    /// What to do or to know, as the contract spells it.
    pub kind: &'static str,
    /// The figures that go with it.
    pub figures: Vec<(&'static str, Value)>,
}

/// The reminders of a run, by day.
pub fn reminders(scenario: &Scenario, terms: &Terms, run: &Run, days: &[LimitDay]) -> Vec<Reminder> {
    let Some((from, until)) = run.days else { return Vec::new() };
    let mut found = DayQueue::default();
    of_bills(terms, run, &mut found);
    of_recoveries(days, &mut found);
    if let Some(regular) = &terms.reminders {
        of_months(regular, from, until, &mut found);
        of_years(regular, from, until, &mut found);
        if let Some(habits) = &terms.habits {
            of_large_plans(scenario, run, regular, habits, &mut found);
        }
    }
    found.take_all()
}

/// A reminder ahead, the recommended day and the due day of every bill that asked for something.
fn of_bills(terms: &Terms, run: &Run, found: &mut DayQueue<Reminder>) {
    for bill in &run.book.bills {
        if !bill.total.is_positive() {
            continue;
        }
        let statement = bill.statement;
        let before = terms.remind_before_due.at(statement).value;
        let pay_by = billing::bill_dates(statement, terms).pay_by;
        let figures = || {
            let month = Value::Text(bill.month.to_string().into());
            vec![("bill", month), ("amount", Value::Money(bill.total))]
        };
        for (date, kind) in
            [((bill.due - before).max(statement), "dueSoon"), (pay_by, "payBy"), (bill.due, "due")]
        {
            found.push(date, Reminder { date, kind, figures: figures() });
        }
    }
}

/// Days on which more of the limit can be spent than the day before.
fn of_recoveries(days: &[LimitDay], found: &mut DayQueue<Reminder>) {
    for pair in days.windows(2) {
        for reading in Reading::ALL {
            let (before, now) = (pair[0].available[reading as usize], pair[1].available[reading as usize]);
            if now > before {
                let kind = match reading {
                    Reading::Possible => "limitPossible",
                    Reading::Guaranteed => "limitGuaranteed",
                };
                let figures = vec![("more", Value::Money(now - before)), ("available", Value::Money(now))];
                let date = pair[1].date;
                found.push(date, Reminder { date, kind, figures });
            }
        }
    }
}

/// A look at the limit each month, and new proofs every few months.
fn of_months(regular: &Reminders, from: Date, until: Date, found: &mut DayQueue<Reminder>) {
    let months = months_between(from, until);
    let every = regular.proof_months.at(from).value.max(1);
    for (index, month) in months.enumerate() {
        let date = month.on_day(regular.check_day.at(month.on_day(1)).value);
        let due = |kind| Reminder { date, kind, figures: Vec::new() };
        if (from..=until).contains(&date) {
            found.push(date, due("monthlyCheck"));
            if index as i64 % every == every - 1 {
                found.push(date, due("renewProofs"));
            }
        }
    }
}

/// Full checks, spread evenly over each year.
fn of_years(regular: &Reminders, from: Date, until: Date, found: &mut DayQueue<Reminder>) {
    let checks = regular.checks_a_year.at(from).value.clamp(1, 12);
    for (index, month) in months_between(from, until).enumerate() {
        let date = month.on_day(regular.check_day.at(month.on_day(1)).value);
        if (from..=until).contains(&date) && index as i64 % (12 / checks) == 12 / checks - 1 {
            found.push(date, Reminder { date, kind: "fullCheck", figures: Vec::new() });
        }
    }
}

/// Asking ahead of a large purchase in instalments.
fn of_large_plans(
    scenario: &Scenario,
    run: &Run,
    regular: &Reminders,
    habits: &Habits,
    found: &mut DayQueue<Reminder>,
) {
    for (event, outcome) in scenario.events().iter().zip(&run.outcomes) {
        let Action::Purchase(purchase) = &event.action else { continue };
        let large = habits.large.at(event.date).value;
        if outcome.refusal.is_none() && purchase.periods > 1 && purchase.amount >= large {
            let date = event.date - regular.ask_ahead.at(event.date).value;
            let figures = vec![("amount", Value::Money(purchase.amount)), ("date", Value::Date(event.date))];
            found.push(date, Reminder { date, kind: "askAhead", figures });
        }
    }
}

fn months_between(from: Date, until: Date) -> impl Iterator<Item = Month> {
    core::iter::successors(Some(from.month()), |month| Some(month.plus(1)))
        .take_while(move |month| month.on_day(1) <= until)
}
