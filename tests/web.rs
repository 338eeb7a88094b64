//! The exported functions, called inside a real browser. Nothing to run on other targets.
#![cfg(target_arch = "wasm32")]

use js_sys::{JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yuefu::wasm;

wasm_bindgen_test_configure!(run_in_browser);

/// 500.00 in full on 10 February, 1000.00 in three rows on the 20th, the first refunded on 5 March 2024.
const SCENARIO: &str = r#"{
    "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": "10000.00",
    "habit": { "payInFull": true, "daysBeforeDue": 0 },
    "events": [
        { "type": "purchase", "id": "p1", "date": "2024-02-10", "amount": "500.00" },
        { "type": "purchase", "id": "p2", "date": "2024-02-20", "amount": "1000.00", "periods": 3 },
        { "type": "refund", "date": "2024-03-05", "purchase": "p1" }
    ] }"#;

/// Day, used, held (possible, guaranteed), available (possible, guaranteed): worked out by hand from the rules.
const LIMIT: [[&str; 6]; 11] = [
    ["2024-02-10", "500.00", "0.00", "0.00", "9500.00", "9500.00"],
    ["2024-02-20", "1500.00", "0.00", "0.00", "8500.00", "8500.00"],
    ["2024-03-05", "1000.00", "500.00", "500.00", "8500.00", "8500.00"],
    ["2024-03-06", "666.67", "500.00", "833.33", "8833.33", "8500.00"],
    ["2024-03-08", "666.67", "0.00", "833.33", "9333.33", "8500.00"],
    ["2024-03-09", "666.67", "0.00", "500.00", "9333.33", "8833.33"],
    ["2024-03-12", "666.67", "0.00", "0.00", "9333.33", "9333.33"],
    ["2024-04-06", "333.34", "0.00", "333.33", "9666.66", "9333.33"],
    ["2024-04-09", "333.34", "0.00", "0.00", "9666.66", "9666.66"],
    ["2024-05-06", "0.00", "0.00", "333.34", "10000.00", "9666.66"],
    ["2024-05-09", "0.00", "0.00", "0.00", "10000.00", "10000.00"],
];

fn parse<T: tsify::Tsify>(text: &str) -> tsify::Ts<T>
where
    T::JsType: JsCast,
{
    tsify::Ts::new_unchecked(JSON::parse(text).expect("the test's own JSON"))
}

/// The value at a path of keys and indices.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('/').fold(value.clone(), |value, key| Reflect::get(&value, &key.into()).expect("an object"))
}

fn text(value: &JsValue, path: &str) -> String {
    at(value, path).as_string().unwrap_or_else(|| panic!("no text at {path}"))
}

fn report() -> JsValue {
    wasm::simulate(parse(SCENARIO), None).expect("a scenario that can be taken").js_value()
}

#[wasm_bindgen_test]
fn the_limit_of_the_worked_example_is_right_day_by_day() {
    let report = report();
    for (row, expected) in LIMIT.iter().enumerate() {
        let paths = [
            "date",
            "used",
            "held/possible",
            "held/guaranteed",
            "available/possible",
            "available/guaranteed",
        ];
        let actual = paths.map(|path| text(&report, &format!("limit/{row}/{path}")));
        assert_eq!(actual, *expected);
    }
    assert_eq!(at(&report, "limit/length").as_f64(), Some(11.0));
}

#[wasm_bindgen_test]
fn the_bills_and_the_refund_of_the_worked_example_are_right() {
    let report = report();
    for (bill, total, paid) in [(0, "840.33", "340.33"), (1, "340.33", "340.33"), (2, "340.34", "340.34")] {
        assert_eq!(text(&report, &format!("bills/{bill}/total")), total);
        assert_eq!(text(&report, &format!("bills/{bill}/paid")), paid);
        assert_eq!(text(&report, &format!("bills/{bill}/status")), "paid");
    }
    for (field, expected) in [
        ("held", "500.00"),
        ("shown", "2024-03-08"),
        ("possible", "2024-03-08"),
        ("guaranteed", "2024-03-12"),
    ] {
        assert_eq!(text(&report, &format!("refunds/0/{field}")), expected);
    }
    assert_eq!(at(&report, "outcomes/0/interestFreeDays").as_f64(), Some(25.0));
}

#[wasm_bindgen_test]
fn an_input_that_cannot_be_taken_is_thrown_with_code_path_and_hint() {
    let scenario = SCENARIO.replace("\"500.00\"", "12.5");
    let error = wasm::simulate(parse(&scenario), None).expect_err("a fractional number is refused");
    assert_eq!(text(&error, "name"), "YuefuError");
    assert_eq!(text(&error, "code"), "fractionalNumber");
    assert_eq!(text(&error, "path"), "/events/0/amount");
    assert!(!text(&error, "hint").is_empty());
}

#[wasm_bindgen_test]
fn working_days_are_counted_over_the_holiday() {
    let day = wasm::add_working_days("2024-09-29".into(), 3.into()).expect("a day that the calendar knows");
    assert_eq!(day, "2024-10-09");
    let error =
        wasm::is_working_day("2027-01-04".into()).expect_err("a year that the calendar does not know");
    assert_eq!(text(&error, "code"), "outsideCalendar");
}

#[wasm_bindgen_test]
fn a_kept_scenario_is_edited_and_a_refused_edit_changes_nothing() {
    let mut simulation = wasm::Simulation::new(parse(SCENARIO)).expect("a scenario that can be taken");
    simulation.remove(2.into()).expect("the refund");
    let without = simulation.report().expect("a report").js_value();
    assert_eq!(at(&without, "refunds/length").as_f64(), Some(0.0));
    let error = simulation.remove(2.into()).expect_err("there is no third event any more");
    assert_eq!(text(&error, "code"), "noSuchEvent");
    simulation
        .insert(2.into(), parse(r#"{ "type": "refund", "date": "2024-03-05", "purchase": "p1" }"#))
        .expect("the refund again");
    let again = simulation.totals().expect("a report").js_value();
    assert_eq!(text(&again, "totals/refunds"), "500.00");
}

#[wasm_bindgen_test]
fn a_question_is_answered_and_an_unknown_one_refused() {
    let question = r#"{ "ask": "usableOn", "date": "2024-03-08" }"#;
    let answer = wasm::solve(parse(SCENARIO), parse(question)).expect("an answer").js_value();
    assert_eq!(text(&answer, "guaranteed"), "8500.00");
    assert_eq!(text(&answer, "waitingFor/1/guaranteed"), "2024-03-12");
    let error = wasm::solve(parse(SCENARIO), parse(r#"{ "ask": "why" }"#)).expect_err("no question");
    assert_eq!((text(&error, "code"), text(&error, "path")), ("unknownWord".into(), "/ask".into()));
}

#[wasm_bindgen_test]
fn scenarios_are_compared() {
    let list = JSON::parse(&format!("[{SCENARIO}, {SCENARIO}]")).expect("the test's own JSON");
    let found = wasm::compare(list).expect("a comparison").js_value();
    assert_eq!(text(&found, "bills/0/totals/1"), "840.33");
    assert_eq!(text(&found, "scenarios/1/difference/fees"), "0.00");
}

/// The version that Cargo.toml gives the package.
#[wasm_bindgen_test]
fn the_version_is_the_package_s() {
    let version = wasm::version().expect("a version").js_value();
    assert_eq!(text(&version, "engine"), "0.1.0");
}
