//! The rates that costs are held against: shipped values, and what the reader refuses.

use rust_decimal::Decimal;
use serde_json::{Value, json};
use yuefu::error::Code;
use yuefu::terms::{self, Quantity, ReferenceRates, Sure, reference_rates};

use crate::day;

fn lpr_on(date: &str) -> Option<String> {
    reference_rates().lpr_on(day(date)).map(|term| format!("{} {}", term.value, term.value.unit()))
}

#[test]
fn the_lpr_of_a_day_is_the_last_one_published() {
    // Published values: 3.10 % from 21 October 2024, 3.00 % from 20 May 2025; the first ever on 20 August 2019.
    let cases = [
        ("2019-08-20", "0.0425"),
        ("2020-04-19", "0.0405"),
        ("2020-04-20", "0.0385"),
        ("2024-10-20", "0.0335"),
        ("2025-05-19", "0.0310"),
        ("2025-05-20", "0.0300"),
        ("2026-11-22", "0.0300"),
    ];
    for (date, rate) in cases {
        assert_eq!(lpr_on(date), Some(format!("{rate} ratePerYear")), "{date}");
    }
    assert_eq!(lpr_on("2019-08-19"), None);
}

#[test]
fn the_lines_are_24_percent_and_4_times_the_lpr() {
    let [fixed, times] = reference_rates().thresholds.as_slice() else { panic!("two lines") };
    let percent = |n: i64| Some(Decimal::new(n, 2));
    assert_eq!((&*fixed.id, fixed.needs_lpr(), fixed.rate(None)), ("24%", false, percent(24)));
    assert_eq!((&*times.id, times.needs_lpr(), times.rate(None)), ("4xLPR", true, None));
    assert_eq!(times.rate(percent(3)), percent(12));
}

#[test]
fn every_rate_is_cited_and_every_source_used() {
    let rates = reference_rates();
    let lines = rates.thresholds.iter().map(|threshold| &threshold.line);
    let terms: Vec<_> = rates.lpr.iter().chain(lines).collect();
    for term in &terms {
        assert!(rates.sources.iter().any(|source| source.id == term.reference.source));
        assert_eq!(term.sure, Sure::Secondary);
    }
    for source in &rates.sources {
        assert!(terms.iter().any(|term| term.reference.source == source.id), "{}", source.id);
    }
    assert!(rates.lpr.iter().all(|term| matches!(term.value, Quantity::Rate(..))));
}

fn file() -> Value {
    let path = format!("{}/data/reference-rates.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON")
}

#[track_caller]
fn check_refused(change: impl Fn(&mut Value), code: Code, path: &str) {
    let mut json = file();
    change(&mut json);
    let error = ReferenceRates::from_json(&json.to_string()).expect_err("it is refused");
    assert_eq!((error.code, error.path.as_str()), (code, path));
}

#[test]
fn what_is_not_dated_cited_or_in_order_is_refused() {
    check_refused(|json| json["format"] = json!("yuefu.terms/1"), Code::WrongFormat, "/format");
    check_refused(|json| json["more"] = json!(1), Code::UnknownField, "/more");
    check_refused(|json| json["lpr"][1]["from"] = json!("2019-08-20"), Code::BadTerm, "/lpr/1/from");
    check_refused(|json| json["lpr"][0]["source"] = json!("nobody"), Code::BadTerm, "/lpr/0/source");
    check_refused(|json| json["lpr"][0]["note"] = json!({}), Code::UnknownField, "/lpr/0/note");
    check_refused(
        |json| json["thresholds"][0]["note"] = json!({}),
        Code::BadTerm,
        "/thresholds/0/note/zh-CN",
    );
    check_refused(|json| json["thresholds"][0]["value"] = json!("24"), Code::BadTerm, "/thresholds/0/value");
    check_refused(|json| json["thresholds"][1]["value"] = json!("4.5"), Code::BadTerm, "/thresholds/1/value");
    assert_eq!(ReferenceRates::from_json("{").expect_err("not JSON").code, Code::NotJson);
}

#[test]
fn the_packed_rates_are_those_of_the_file() {
    let read = ReferenceRates::from_json(&file().to_string()).expect("the file is right");
    assert_eq!(&read, reference_rates());
}

#[test]
fn the_default_product_is_the_one_that_the_specification_names() {
    assert_eq!(&*terms::default_product().id, "douyin-monthly-pay");
}

#[test]
fn a_lender_is_named_only_where_a_source_does() {
    let lender =
        terms::about("douyin-monthly-pay").and_then(|about| about.lender.as_ref()).expect("a lender");
    assert_eq!((&*lender.source, lender.sure), ("bureau", Sure::Secondary));
    assert_eq!(terms::text_in(&lender.name, "zh-CN"), "深圳市中融小额贷款公司");
    assert!(terms::about("credit-card").is_some_and(|about| about.lender.is_none()));
}
