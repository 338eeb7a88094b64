//! The same input gives the same bytes, however it is written down.
//!
//! What is not here: inputs that are not valid (see `broken`).

use proptest::prelude::*;
use serde_json::Value;

use super::config;
use super::recipe::{Pick, recipes};
use super::view::{list, report, text, word};

/// JSON text with the fields of every object turned round and blanks between.
fn backwards(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let field = |(key, value): (&String, &Value)| {
                format!(" {} :\n{}", Value::from(key.as_str()), backwards(value))
            };
            format!("{{{} }}", fields.iter().rev().map(field).collect::<Vec<_>>().join(" , "))
        }
        Value::Array(items) => format!("[ {} ]", items.iter().map(backwards).collect::<Vec<_>>().join(",\n")),
        other => other.to_string(),
    }
}

/// The same events in another order that keeps the order within each day: the new order, by old index.
fn other_order(events: &[Value], picks: &[Pick]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..events.len()).collect();
    let days: Vec<&str> = events.iter().map(|event| word(event, "date")).collect();
    // Days keep together and are sorted by a hash of the day and the picks.
    let rank = |day: &str| {
        day.bytes().enumerate().fold(7u32, |hash, (i, byte)| {
            hash.wrapping_mul(31).wrapping_add(u32::from(byte) ^ u32::from(picks[i % picks.len()]))
        })
    };
    order.sort_by_key(|&index| rank(days[index]));
    order
}

/// The same input gives the same bytes.
pub fn check_bytes(scenario: &Value) -> Result<(), TestCaseError> {
    let first = text(&scenario.to_string());
    prop_assert_eq!(&first, &text(&scenario.to_string()));
    prop_assert_eq!(&first, &text(&backwards(scenario)));
    Ok(())
}

/// The order of the list matters only within a day.
pub fn check_order(scenario: &Value, picks: &[Pick]) -> Result<(), TestCaseError> {
    let events = list(scenario, "events");
    let order = other_order(events, picks);
    let mut shuffled = scenario.clone();
    shuffled["events"] = order.iter().map(|&index| events[index].clone()).collect();
    let (mut first, mut second) = (report(scenario), report(&shuffled));
    for list in ["outcomes", "refunds"] {
        for entry in second[list].as_array_mut().expect("a list") {
            let index = entry["event"].as_u64().expect("an index") as usize;
            entry["event"] = Value::from(order[index]);
        }
    }
    for report in [&mut first, &mut second] {
        let outcomes = report["outcomes"].as_array_mut().expect("a list");
        outcomes.sort_by_key(|outcome| outcome["event"].as_u64());
    }
    prop_assert_eq!(first, second);
    Ok(())
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn the_same_input_gives_the_same_bytes(recipe in recipes(60)) {
        check_bytes(&recipe.scenario())?;
    }

    #[test]
    fn the_order_of_the_list_matters_only_within_a_day(recipe in recipes(60), picks in prop::collection::vec(any::<Pick>(), 10)) {
        check_order(&recipe.scenario(), &picks)?;
    }
}
