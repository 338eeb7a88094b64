//! The journal: balanced, never below nothing, explained; and nothing is lost.
//!
//! What is not here: what a report shows (see `bills`, `limit`, `plans`).

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::Value;
use yuefu::engine::{self, Run};
use yuefu::ledger::{Account, Change, Entry, ItemNo, LimitPart, Place, Reading, Readings};
use yuefu::terms::BillPart;

use super::config;
use super::recipe::{EVENTS_MAX, recipes};
use super::view::{fen, list, report, sum, valid, word};

/// Balances that the entries leave, worked out a second time.
#[derive(Default)]
struct Balances {
    debts: BTreeMap<ItemNo, i64>,
    places: BTreeMap<ItemNo, Place>,
    limit: [[i64; 4]; 2],
    /// What lies outside debts and limit, in and out.
    world: i64,
}

impl Balances {
    fn take(&mut self, entry: &Entry) -> Result<(), TestCaseError> {
        let amount = entry.amount.fen();
        prop_assert!(amount >= 0, "an entry of {amount}");
        self.change(entry.from, -amount, entry)?;
        self.change(entry.to, amount, entry)
    }

    fn change(&mut self, account: Account, by: i64, entry: &Entry) -> Result<(), TestCaseError> {
        match account {
            Account::Debt(item, place) => {
                let known = self.places.get(&item).copied();
                prop_assert!(by >= 0 || known == Some(place), "{entry:?} takes from where {item:?} is not");
                self.places.insert(item, place);
                let balance = self.debts.entry(item).or_default();
                *balance += by;
                prop_assert!(*balance >= 0, "{entry:?} leaves {balance}");
            }
            Account::Limit(readings, part) => {
                let other = if by < 0 { entry.to } else { entry.from };
                let twin = matches!(other, Account::Limit(same, _) if same == readings);
                prop_assert!(twin, "{entry:?} mixes limit and money");
                self.change_limit(readings, part, by);
            }
            _ => self.world += by,
        }
        Ok(())
    }

    fn change_limit(&mut self, readings: Readings, part: LimitPart, by: i64) {
        for reading in Reading::ALL.into_iter().filter(|reading| readings.include(*reading)) {
            self.limit[reading as usize][part as usize] += by;
        }
    }
}

fn entries(run: &Run) -> impl Iterator<Item = &Entry> {
    run.book.journal().iter().filter_map(|change| match change {
        Change::Entry(entry) => Some(entry),
        Change::Freeze(..) => None,
    })
}

fn check_limit(balances: &Balances, run: &Run) -> Result<(), TestCaseError> {
    for reading in Reading::ALL {
        let book = run.book.limit(reading);
        let parts = balances.limit[reading as usize];
        let part = |part: LimitPart| parts[part as usize];
        prop_assert_eq!(parts.iter().sum::<i64>(), 0, "the parts of a limit add up to nothing");
        prop_assert_eq!(-part(LimitPart::Granted), book.granted.fen());
        prop_assert_eq!(part(LimitPart::Available), book.available.fen());
        prop_assert_eq!(part(LimitPart::Used), book.used.fen());
        prop_assert_eq!(part(LimitPart::Held), book.held.fen());
        prop_assert!(book.used.fen() >= 0 && book.held.fen() >= 0);
    }
    Ok(())
}

fn check_debts(balances: &Balances, run: &Run) -> Result<(), TestCaseError> {
    let mut principal = 0;
    for (&item, &balance) in &balances.debts {
        let kept = run.book.item(item);
        prop_assert_eq!(balance, kept.balance.fen());
        prop_assert_eq!(balances.places[&item], kept.place);
        principal += if kept.part == BillPart::Principal { balance } else { 0 };
    }
    let debt: i64 = balances.debts.values().sum();
    prop_assert_eq!(debt, run.book.sums().debt.fen());
    prop_assert_eq!(debt + balances.world, 0, "what is owed came from somewhere");
    prop_assert_eq!(principal, run.book.limit(Reading::Possible).used.fen(), "used is principal not repaid");
    prop_assert_eq!(principal, run.book.limit(Reading::Guaranteed).used.fen());
    Ok(())
}

/// Every entry and every freeze has its explanation, and entries come in the order of days.
fn check_reasons(run: &Run) -> Result<(), TestCaseError> {
    let list: Vec<_> = run.why.list().collect();
    let mut last = None;
    for change in run.book.journal() {
        let (date, why) = match change {
            Change::Entry(entry) => (entry.date, entry.why),
            Change::Freeze(date, freeze) => (*date, freeze.why),
        };
        prop_assert!(last.is_none_or(|last| last <= date), "{date} comes after {last:?}");
        last = Some(date);
        let Ok(place) = list.binary_search_by_key(&why, |(id, _)| *id) else {
            return Err(TestCaseError::fail(format!("{change:?} has no explanation")));
        };
        let (_, why) = list[place];
        prop_assert!(!why.rule.is_empty());
        for reference in &why.references {
            prop_assert!(!reference.key.is_empty() && !reference.source.is_empty(), "{}", why.rule);
        }
    }
    Ok(())
}

/// purchases + fees + interest + penalties + creditBalance = repayments + refunds + waived + outstanding.
fn check_totals(scenario: &Value, report: &Value) -> Result<(), TestCaseError> {
    let total = |name: &str| fen(&report["totals"][name]);
    let made = ["purchases", "fees", "interest", "penalties", "creditBalance"].map(total);
    let gone = ["repayments", "refunds", "waived", "outstanding"].map(total);
    prop_assert!(made.iter().chain(&gone).all(|amount| *amount >= 0));
    prop_assert_eq!(made.iter().sum::<i64>(), gone.iter().sum::<i64>());

    let events = list(scenario, "events");
    let accepted = list(report, "outcomes").iter().filter(|outcome| outcome["status"] == "accepted");
    let of_type = |name: &'static str| {
        let event = |outcome: &&Value| &events[outcome["event"].as_u64().expect("an index") as usize];
        accepted.clone().map(move |it| event(&it)).filter(move |event| word(event, "type") == name)
    };
    let bought: i64 = of_type("purchase").map(|event| fen(&event["amount"])).sum();
    prop_assert_eq!(bought, total("purchases"));
    let refunds = list(report, "refunds");
    prop_assert_eq!(of_type("refund").count(), refunds.len());
    prop_assert_eq!(sum(refunds, "amount", |_| true), total("refunds"));
    prop_assert_eq!(sum(list(report, "bills"), "penalty", |_| true), total("penalties"));
    Ok(())
}

/// Fees and interest are on bills, or were charged and waived at a settlement.
fn check_fees(report: &Value, run: &Run) -> Result<(), TestCaseError> {
    let lines = |kind: &str| -> i64 {
        list(report, "bills")
            .iter()
            .map(|bill| sum(list(bill, "lines"), "amount", |it| it["kind"] == kind))
            .sum()
    };
    let settled: i64 = run
        .book
        .plans
        .iter()
        .filter_map(|plan| plan.settlement.as_ref())
        .map(|settlement| (settlement.charged + settlement.waived).fen())
        .sum();
    prop_assert_eq!(lines("planFee") + settled, fen(&report["totals"]["fees"]));
    prop_assert!(lines("interest") <= fen(&report["totals"]["interest"]));
    Ok(())
}

/// Every law about the journal.
pub fn check(scenario: &Value, report: &Value) -> Result<(), TestCaseError> {
    let (read, terms) = valid(scenario);
    let run = engine::run(&read, &terms, true);
    let mut balances = Balances::default();
    for entry in entries(&run) {
        balances.take(entry)?;
    }
    check_debts(&balances, &run)?;
    check_limit(&balances, &run)?;
    check_reasons(&run)?;
    check_totals(scenario, report)?;
    check_fees(report, &run)
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn every_change_is_balanced_and_explained_and_nothing_is_lost(recipe in recipes(EVENTS_MAX)) {
        let scenario = recipe.scenario();
        check(&scenario, &report(&scenario))?;
    }
}
