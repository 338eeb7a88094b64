//! A scenario that is kept and edited: it is always what the edited input would be.
//!
//! What is not here: the class in JavaScript (see the tests of the package).

use serde_json::{Value, json};
use yuefu::wire::simulation::Simulation;
use yuefu::wire::write::Detail;

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
