//! A scenario that is kept and edited: it is always what the edited input would be.
//!
//! What is not here: the class in JavaScript (see the tests of the package).

use serde_json::{Value, json};
use yuefu::wire::simulation::Simulation;
use yuefu::wire::write::Detail;

use crate::random::{self, Chance};
use crate::{input, purchase, repayment, report, worked_example};

fn shown(simulation: &Simulation) -> Value {
    serde_json::to_value(simulation.report(Detail::Totals)).expect("JSON")
}

#[test]
fn every_edit_is_what_the_edited_scenario_would_be() {
    let mut simulation = Simulation::new(&input(&worked_example())).expect("a scenario");
    let mut edited = worked_example();
    let events = |edited: &mut Value| edited["events"].as_array_mut().expect("events").clone();
    let mut list = events(&mut edited);
    let paid = repayment("2024-03-02", "100.00");
    simulation.insert(&input(&json!(3)), &input(&paid)).expect("at the end");
    list.push(paid);
    let other = purchase("p2", "2024-02-20", "900.00", 6);
    simulation.replace(&input(&json!(1)), &input(&other)).expect("another purchase");
    list[1] = other;
    simulation.remove(&input(&json!(2))).expect("without the refund");
    list.remove(2);
    edited["events"] = Value::from(list);
    assert_eq!(shown(&simulation), report(&edited).expect("a scenario"));
}

#[test]
fn a_refused_edit_changes_nothing() {
    let mut simulation = Simulation::new(&input(&worked_example())).expect("a scenario");
    let before = shown(&simulation);
    let paid = repayment("2024-03-02", "1.00");
    let errors = [
        simulation.remove(&input(&json!(0))).expect_err("its refund would name nothing"),
        simulation.remove(&input(&json!(3))).expect_err("there is none"),
        simulation.insert(&input(&json!(4)), &input(&paid)).expect_err("after the end"),
        simulation
            .insert(&input(&json!(0)), &input(&repayment("2024-03-02", "0.001")))
            .expect_err("a tenth of a fen"),
        simulation
            .replace(&input(&json!(1)), &input(&purchase("p1", "2024-02-20", "1.00", 1)))
            .expect_err("p1 is taken"),
        simulation.replace(&input(&json!(-1)), &input(&paid)).expect_err("below zero"),
    ];
    let found: Vec<(&str, &str)> =
        errors.iter().map(|error| (error.code.as_str(), error.path.as_str())).collect();
    let expected = [
        ("unknownPurchase", "/events/1/purchase"),
        ("noSuchEvent", "/events/3"),
        ("noSuchEvent", "/events/4"),
        ("tooManyDecimals", "/events/0/amount"),
        ("duplicateId", "/events/1/id"),
        ("notPositive", ""),
    ];
    assert_eq!(found, expected);
    assert_eq!(shown(&simulation), before);
}

/// An event of any kind about which a plan, a bill or the limit may be asked later.
fn any_event(chance: &mut Chance, number: u64) -> Value {
    let day = chance.day().to_string();
    match chance.below(12) {
        0 => json!({ "type": "settlePlan", "date": day, "plan": format!("p{}", chance.below(number + 1)) }),
        1 => json!({ "type": "settleAll", "date": day }),
        2 => json!({ "type": "refund", "date": day, "purchase": format!("p{}", chance.below(number + 1)) }),
        3 => json!({ "type": "postpone", "date": day, "bill": &day[..7] }),
        4 => json!({ "type": "setLimit", "date": day, "limit": chance.amount(1_000, 900_000) }),
        _ => random::event(chance, number, &day),
    }
}

/// One random edit; refused ones change nothing.
fn edit(simulation: &mut Simulation, length: &mut u64, chance: &mut Chance, number: u64) {
    let at = input(&json!(chance.below(*length)));
    match chance.below(5) {
        0 if *length > 1 => *length -= u64::from(simulation.remove(&at).is_ok()),
        1 | 2 => *length += u64::from(simulation.insert(&at, &input(&any_event(chance, number))).is_ok()),
        _ => drop(simulation.replace(&at, &input(&any_event(chance, number)))),
    }
}

/// The sums go on from where an earlier run was left, the report begins anew.
#[test]
fn after_every_edit_the_sums_are_those_of_a_run_from_the_beginning() {
    let mut told = 0;
    for seed in 0..60 {
        let mut chance = Chance::new(seed);
        let mut scenario = random::scenario(&mut chance);
        if seed % 3 == 0 {
            scenario["until"] = json!(chance.day().to_string());
        }
        let mut length = scenario["events"].as_array().expect("events").len() as u64;
        let mut simulation = Simulation::new(&input(&scenario)).expect("a scenario");
        for number in 10..50 {
            edit(&mut simulation, &mut length, &mut chance, number);
            if chance.below(3) > 0 {
                let head = serde_json::to_value(simulation.head()).expect("JSON");
                let whole = shown(&simulation);
                assert_eq!((&head["totals"], &head["run"]), (&whole["totals"], &whole["run"]), "seed {seed}");
                told += u32::from(whole["totals"]["repayments"] != "0.00");
            }
        }
    }
    assert!(told > 1000, "{told} accounts on which something was paid");
}

/// Amounts are what people type most; most such changes concern no other event, those of a refunded purchase do.
#[test]
fn after_every_change_of_an_amount_the_account_is_what_the_changed_input_would_be() {
    let (mut taken, mut refused) = (0, 0);
    for seed in 100..160 {
        let mut chance = Chance::new(seed);
        let mut scenario = random::scenario(&mut chance);
        let mut simulation = Simulation::new(&input(&scenario)).expect("a scenario");
        for _ in 0..12 {
            let events = scenario["events"].as_array().expect("events");
            let at = chance.below(events.len() as u64) as usize;
            if events[at]["amount"].is_null() {
                continue;
            }
            let mut changed = scenario.clone();
            changed["events"][at]["amount"] = json!(chance.amount(1, 90_000));
            let edit = simulation.replace(&input(&json!(at)), &input(&changed["events"][at]));
            let anew = report(&changed);
            assert_eq!(edit.is_ok(), anew.is_ok(), "seed {seed}");
            match anew {
                Ok(anew) => (scenario, taken) = (assert_same(&mut simulation, &anew, changed), taken + 1),
                Err(error) => {
                    assert_eq!(edit.expect_err("refused").path, error.path, "seed {seed}");
                    refused += 1;
                }
            }
        }
    }
    assert!(taken > 200 && refused > 5, "{taken} taken, {refused} refused");
}

fn assert_same(simulation: &mut Simulation, anew: &Value, changed: Value) -> Value {
    let head = serde_json::to_value(simulation.head()).expect("JSON");
    assert_eq!(head["totals"], anew["totals"], "{changed}");
    assert_eq!(&shown(simulation), anew, "{changed}");
    changed
}
