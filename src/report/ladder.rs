//! The ladder of growing limits, as a source tells it: the rung reached, and what is missing for the next.
//!
//! A claim, not a rule: no limit is raised by it. What is not here: the figures (see the terms).

use crate::date::{Date, Days};
use crate::engine::Run;
use crate::event::Action;
use crate::explain::{Reference, Value};
use crate::ledger::Plan;
use crate::money::Money;
use crate::report::{RowStatus, row_status};
use crate::scenario::Scenario;
use crate::terms::{CreditRecord, Rung, Terms};

/// Days of a year of spending.
const YEAR: Days = Days(365);

/// A condition of a rung.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Which, as the contract spells it.
    pub code: &'static str,
    /// What the scenario has. Absent where the scenario cannot know.
    pub have: Option<Value>,
    /// What the rung asks.
    pub need: Value,
    /// Whether it is met; absent where the scenario cannot know.
    pub met: Option<bool>,
    /// Where it comes from.
    pub reference: Reference,
}

/// One rung and how the scenario stands to it.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderRung {
    /// Its number, from 1.
    pub number: u32,
    /// The least limit on it.
    pub limit_from: Money,
    /// The most, where there is one.
    pub limit_to: Option<Money>,
    /// Whether every condition that can be known is met, here and below.
    pub reached: bool,
    /// Its conditions.
    pub conditions: Vec<Condition>,
}

/// What a scenario has to show.
struct Record {
    until: Date,
    months: i64,
    finished_plans: i64,
    year_spend: Money,
    overdue: i64,
}

/// The rungs of the ladder, lowest first.
pub fn ladder(scenario: &Scenario, terms: &Terms, run: &Run) -> Vec<LadderRung> {
    let Some((from, until)) = run.days else { return Vec::new() };
    let record = Record {
        until,
        months: whole_months(from, until),
        finished_plans: run.book.plans.iter().filter(|plan| is_finished(plan, run)).count() as i64,
        year_spend: best_year(scenario, run),
        overdue: run.book.bills.iter().filter(|bill| bill.overdue_from.is_some()).count() as i64,
    };
    let mut all_below = true;
    terms
        .ladder
        .iter()
        .map(|rung| {
            let rung = stand(rung, &record, all_below);
            all_below = rung.reached;
            rung
        })
        .collect()
}

fn whole_months(from: Date, until: Date) -> i64 {
    let months = core::iter::successors(Some(1), |n| Some(n + 1));
    let reached = |n: &u32| from.month().plus(*n).on_day(from.day() as u8) <= until;
    months.take_while(reached).count() as i64
}

fn is_finished(plan: &Plan, run: &Run) -> bool {
    plan.settlement.is_some() || plan.rows.iter().all(|row| row_status(&run.book, row) == RowStatus::Paid)
}

/// The most that was bought within any year that ends with a purchase.
fn best_year(scenario: &Scenario, run: &Run) -> Money {
    let bought: Vec<(Date, Money)> = scenario
        .events()
        .iter()
        .zip(&run.outcomes)
        .filter(|(_, outcome)| outcome.refusal.is_none())
        .filter_map(|(event, _)| match &event.action {
            Action::Purchase(purchase) => Some((event.date, purchase.amount)),
            _ => None,
        })
        .collect();
    let (mut first, mut sum, mut best) = (0, Money::ZERO, Money::ZERO);
    for &(date, amount) in &bought {
        sum += amount;
        while date - bought[first].0 >= YEAR {
            sum -= bought[first].1;
            first += 1;
        }
        best = best.max(sum);
    }
    best
}

fn stand(rung: &Rung, record: &Record, all_below: bool) -> LadderRung {
    let until = record.until;
    let conditions = conditions(rung, record);
    LadderRung {
        number: rung.number,
        limit_from: rung.limit_from.at(until).value,
        limit_to: rung.limit_to.as_ref().map(|limit| limit.at(until).value),
        reached: all_below && conditions.iter().all(|condition| condition.met != Some(false)),
        conditions,
    }
}

fn conditions(rung: &Rung, record: &Record) -> Vec<Condition> {
    let until = record.until;
    let mut found = Vec::new();
    let counts = [
        ("months", &rung.months, record.months),
        ("finishedPlans", &rung.finished_plans, record.finished_plans),
    ];
    for (code, asked, have) in counts {
        if let Some(term) = asked.as_ref().map(|asked| asked.at(until)) {
            found.push(Condition {
                code,
                have: Some(Value::Count(have)),
                need: Value::Count(term.value),
                met: Some(have >= term.value),
                reference: term.reference.clone(),
            });
        }
    }
    if let Some(term) = rung.year_spend.as_ref().map(|asked| asked.at(until)) {
        found.push(Condition {
            code: "yearSpend",
            have: Some(Value::Money(record.year_spend)),
            need: Value::Money(term.value),
            met: Some(record.year_spend >= term.value),
            reference: term.reference.clone(),
        });
    }
    if let Some(term) = rung.record.as_ref().map(|asked| asked.at(until)) {
        found.push(record_condition(term.value, record, &term.reference));
    }
    found
}

fn record_condition(asked: CreditRecord, record: &Record, reference: &Reference) -> Condition {
    let (need, met) = match asked {
        CreditRecord::NoOverdue => (Value::Word("noOverdue"), Some(record.overdue == 0)),
        CreditRecord::Excellent => (Value::Word("excellent"), None),
    };
    let have = met.map(|_| Value::Count(record.overdue));
    Condition { code: "record", have, need, met, reference: reference.clone() }
}
