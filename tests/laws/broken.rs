//! Broken inputs: an error with a code and a place that the input has, or a report; never a panic.
//!
//! What is not here: which code each fault has (see `tests/scenarios/input`).

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use yuefu::error::{Code, Error};
use yuefu::wire::{read, write};

use super::config;
use super::recipe::{Pick, one_of, recipes};
use super::view;

/// Any JSON value, of words that the contract knows and others.
fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-3i64..400).prop_map(Value::from),
        word().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "-?[0-9]{0,20}\\.?[0-9]{0,4}".prop_map(Value::from),
        "20[0-9]{2}-[0-9]{2}-[0-9]{2}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((word(), inner), 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<String, Value>>())),
        ]
    })
}

/// Words of the contract, and others.
pub const WORDS: [&str; 34] = [
    "format",
    "yuefu.scenario/1",
    "product",
    "douyin-monthly-pay",
    "overrides",
    "creditLimit",
    "10000.00",
    "today",
    "until",
    "2025-03-10",
    "assume",
    "possible",
    "habit",
    "payInFull",
    "daysBeforeDue",
    "events",
    "type",
    "purchase",
    "id",
    "date",
    "amount",
    "periods",
    "channel",
    "refund",
    "repayment",
    "target",
    "bill",
    "2025-04",
    "convertBill",
    "kind",
    "limit",
    "plan.3.rate",
    "a/b~c",
    "",
];

fn word() -> impl Strategy<Value = String> {
    any::<Pick>().prop_map(|pick| one_of(pick, &WORDS).to_owned())
}

/// A report, or the error about it.
fn outcome(input: &Value) -> Result<(), Error> {
    let (scenario, terms) = view::read(input)?;
    let report = write::report(&scenario, &terms, write::Detail::Full);
    serde_json::to_value(report).expect("a report is JSON");
    Ok(())
}

/// A report, or an error about a place that the input has.
pub fn check(input: &Value) -> Result<(), TestCaseError> {
    let Err(error) = outcome(input) else { return Ok(()) };
    prop_assert!(Code::ALL.contains(&error.code));
    prop_assert!(!error.message.is_empty() && !error.hint.is_empty(), "{error:?}");
    prop_assert!(input.pointer(&error.path).is_some(), "{:?} is no place in {input}", error.path);
    Ok(())
}

/// The places of all values inside a value, as JSON pointers.
pub fn places(value: &Value, place: &str, found: &mut Vec<String>) {
    found.push(place.to_owned());
    let escaped = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| places(value, &format!("{place}/{}", escaped(key)), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, value)| places(value, &format!("{place}/{i}"), found));
        }
        _ => {}
    }
}

/// One change somewhere: another value, a field less, a field more, an entry twice.
pub fn mutate(input: &mut Value, pick: u16, how: Pick, other: Value) {
    let mut found = Vec::new();
    places(input, "", &mut found);
    let place = &found[usize::from(pick) % found.len()];
    let Some(value) = input.pointer_mut(place) else { return };
    match (value, how % 4) {
        (Value::Object(fields), 1) => {
            let key = fields.keys().nth(usize::from(how) % fields.len().max(1)).cloned();
            key.and_then(|key| fields.remove(&key));
        }
        (Value::Object(fields), 2) => drop(fields.insert(one_of(how, &WORDS).to_owned(), other)),
        (Value::Array(items), 3) if !items.is_empty() => {
            let again = items[usize::from(how) % items.len()].clone();
            items.push(again);
        }
        (value, _) => *value = other,
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_json_gives_an_error_with_its_place(input in anything()) {
        check(&input)?;
    }

    #[test]
    fn any_json_inside_a_scenario_gives_an_error_with_its_place(field in word(), input in anything()) {
        let mut scenario = json!({ "format": "yuefu.scenario/1", "product": "huabei", "creditLimit": "100", "events": [] });
        scenario[field] = input;
        check(&scenario)?;
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        if let Err(error) = read::json(&text) {
            prop_assert_eq!((error.code, error.path.as_str()), (Code::NotJson, ""));
        }
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn a_broken_scenario_gives_a_report_or_an_error_with_its_place(
        recipe in recipes(20),
        changes in prop::collection::vec((any::<u16>(), any::<Pick>(), anything()), 1..4),
    ) {
        let mut scenario = recipe.scenario();
        for (pick, how, other) in changes {
            mutate(&mut scenario, pick, how, other);
        }
        check(&scenario)?;
    }
}
