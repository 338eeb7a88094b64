//! Overrides of every kind of key, new offers, and a product that nobody ships.

use std::borrow::Cow;

use yuefu::error::{Code, Error};
use yuefu::terms::{FeeMethod, OverrideValue, RefundRule, SettleRule, Span, Sure, Terms};

use crate::{day, file, product, shown};

fn text(text: &str) -> OverrideValue {
    OverrideValue::Text(text.to_owned())
}

fn whole(n: i64) -> OverrideValue {
    OverrideValue::Whole(n)
}

fn with(overrides: &[(&str, OverrideValue)]) -> Result<Cow<'static, Terms>, Error> {
    let overrides: Vec<_> = overrides.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    product("douyin-monthly-pay").with_overrides(&overrides)
}

/// Code and path of the refusal of one override.
fn refusal(key: &str, value: OverrideValue) -> (Code, String) {
    let fault = with(&[(key, value)]).expect_err("a fault");
    assert!(!fault.hint.is_empty());
    (fault.code, fault.path)
}

#[test]
fn every_kind_of_key_can_be_overridden_and_holds_on_all_days() {
    for (key, value, expected) in [
        ("statement.day", whole(10), "10 dayOfMonth"),
        ("statement.dueDay", text("15"), "15 dayOfMonth"),
        ("grace.days", whole(0), "0 days"),
        ("grace.days", text("5 days"), "5 days"),
        ("penalty.rate", text("0.0004"), "0.0004 ratePerDay"),
        ("penalty.rate", whole(0), "0 ratePerDay"),
        ("minimum.ratio", text("0.05"), "0.05 ratio"),
        ("postpone.rate", text("0.0003"), "0.0003 ratePerDay"),
        ("plan.smallest", text("100.5"), "100.50 yuan"),
        ("plan.smallest", whole(100), "100.00 yuan"),
        ("plan.6.rate", text("0.009"), "0.009 ratePerPeriod"),
        ("plan.6.settle", text("rate:0.03"), "rate:0.03 word"),
        ("plan.6.settle", text("waive"), "waive word"),
        ("plan.remainder", text("first"), "first word"),
        ("money.rounding", text("down"), "down word"),
        (
            "repayment.order",
            text("principal, fee, interest, penalty"),
            "principal,fee,interest,penalty words",
        ),
        ("refund.rule", text("resetNextMonth"), "resetNextMonth word"),
        ("refund.billedFees", OverrideValue::Switch(true), "true switch"),
        ("refund.dailyMax", whole(5), "5 count"),
        ("refund.normal.mall.possible", whole(1), "1 workingDays"),
        ("refund.normal.mall.possible", text("2"), "2 workingDays"),
        ("refund.normal.mall.possible", text("3 days"), "3 days"),
        ("refund.partial.guaranteed", text("20 workingDays"), "20 workingDays"),
        ("overdue.blocks", OverrideValue::Switch(false), "false switch"),
        ("habit.enquiryMonths", whole(3), "3 months"),
        ("recovery.longTerm", text("assets"), "assets words"),
        ("ladder.2.limitTo", text("25000"), "25000.00 yuan"),
    ] {
        let terms = with(&[(key, value)]).unwrap_or_else(|fault| panic!("{key}: {fault}; {}", fault.hint));
        for on in ["2004-01-01", "2023-08-31", "2026-11-22"] {
            assert_eq!(shown(terms.entry(key), on), expected, "{key}");
        }
        let first = &terms.entry(key).expect("a key").all()[0];
        assert_eq!((&*first.reference.source, first.reference.fact.as_deref()), ("override", None));
        assert_eq!((&*first.reference.key, first.sure), (key, Sure::Override));
        assert_eq!(terms.overridden.iter().map(|key| &**key).collect::<Vec<_>>(), [key]);
    }
}

#[test]
fn the_typed_fields_follow() {
    let on = day("2023-08-31");
    let terms = with(&[
        ("statement.dueDay", whole(20)),
        ("statement.day", whole(15)),
        ("refund.rule", text("resetNextMonth")),
        ("refund.normal.default.shown", text("4 workingDays")),
        ("plan.3.settle", text("rate:0.02")),
    ]);
    let terms = terms.expect("overrides that are taken");
    assert_eq!((terms.statement_day.at(on).value, terms.due_day.at(on).value), (15, 20));
    assert_eq!(terms.refund_rule.at(on).value, RefundRule::ResetNextMonth);
    assert_eq!(terms.refund_default.shown.at(on).value, Span::Working(4));
    let settle = &terms.offer(3).expect("an offer").settle.at(on).value;
    assert_eq!(settle.to_string(), "rate:0.02");
    let sorted =
        ["plan.3.settle", "refund.normal.default.shown", "refund.rule", "statement.day", "statement.dueDay"];
    assert_eq!(terms.overridden.iter().map(|key| &**key).collect::<Vec<_>>(), sorted);
    assert_eq!(terms.grace, product("douyin-monthly-pay").grace);
}

#[test]
fn the_order_of_overrides_does_not_matter_and_none_changes_nothing() {
    let one = with(&[("plan.9.rate", text("0.04")), ("plan.9.method", text("flatTotal"))]);
    let other = with(&[("plan.9.method", text("flatTotal")), ("plan.9.rate", text("0.04"))]);
    assert!(one.is_ok());
    assert_eq!(one, other);
    assert_eq!(with(&[]).as_deref(), Ok(product("douyin-monthly-pay")));
}

#[test]
fn method_and_rate_together_make_a_new_offer() {
    let on = day("2024-01-01");
    let terms = with(&[("plan.24.method", text("equalInstalment")), ("plan.24.rate", text("0.12"))])
        .expect("an offer");
    let offer = terms.offer(24).expect("the new offer");
    assert_eq!(offer.method.at(on).value, FeeMethod::EqualInstalment);
    assert_eq!(shown(terms.entry("plan.24.rate"), "2024-01-01"), "0.12 ratePerYear");
    assert_eq!(offer.settle.at(on).value, SettleRule::NextPlusOne);
    assert_eq!(&*offer.settle.at(on).reference.source, "assumed");
    let rows: Vec<u32> = terms.offers.iter().map(|offer| offer.periods).collect();
    assert_eq!(rows, [3, 6, 12, 24]);
    let free = with(&[("plan.2.method", text("free")), ("plan.2.rate", whole(0))]).expect("an offer");
    assert_eq!(free.offer(2).expect("the new offer").settle.at(on).value, SettleRule::Waive);
    let all = [
        ("plan.9.method", text("upfront")),
        ("plan.9.rate", text("0.05")),
        ("plan.9.settle", text("chargeAll")),
    ];
    let settle = &with(&all).expect("an offer").offers[2].settle;
    assert_eq!((settle.at(on).value, settle.at(on).sure), (SettleRule::ChargeAll, Sure::Override));
}

#[test]
fn half_an_offer_is_refused() {
    let bad = |key: &str| (Code::BadOverride, format!("/overrides/{key}"));
    assert_eq!(refusal("plan.9.rate", text("0.04")), bad("plan.9.rate"));
    assert_eq!(refusal("plan.9.method", text("flatTotal")), bad("plan.9.method"));
    assert_eq!(refusal("plan.9.settle", text("waive")), bad("plan.9.settle"));
}

#[test]
fn a_method_whose_rate_has_another_meaning_needs_its_rate() {
    let path = (Code::BadOverride, "/overrides/plan.6.method".to_owned());
    assert_eq!(refusal("plan.6.method", text("equalPrincipal")), path);
    let both = [("plan.6.method", text("equalPrincipal")), ("plan.6.rate", text("0.10"))];
    let terms = with(&both).expect("both together");
    assert_eq!(shown(terms.entry("plan.6.rate"), "2024-01-01"), "0.10 ratePerYear");
    assert!(with(&[("plan.6.method", text("free"))]).is_ok());
}

#[test]
fn unknown_keys_are_refused_with_their_place() {
    for key in [
        "grace",
        "grace.hours",
        "plan.1.rate",
        "plan.61.rate",
        "plan.06.rate",
        "plan.6.colour",
        "ladder.9.months",
        "",
    ] {
        assert_eq!(refusal(key, whole(1)), (Code::UnknownOverride, format!("/overrides/{key}")));
    }
    assert_eq!(refusal("a/b~c", whole(1)), (Code::UnknownOverride, "/overrides/a~1b~0c".to_owned()));
    let advisory = [("habit.large".to_owned(), text("500"))];
    let fault = product("credit-card").with_overrides(&advisory).expect_err("a product without advisories");
    assert_eq!(fault.code, Code::UnknownOverride);
}

#[test]
fn bad_values_are_refused_with_what_the_key_takes() {
    for (key, value, hint) in [
        ("statement.day", whole(29), "1 to 28"),
        ("statement.day", text("first"), "1 to 28"),
        ("grace.days", whole(-1), "0 to 3650"),
        ("grace.days", text("5 workingDays"), "0 to 3650"),
        ("grace.days", text(""), "0 to 3650"),
        ("refund.partial.shown", text("5 months"), "\"3 workingDays\""),
        ("refund.dailyMax", whole(i64::MAX), "1 to 1000"),
        ("penalty.rate", text("5%"), "\"0.0005\""),
        ("minimum.ratio", whole(2), "\"0.10\""),
        ("plan.smallest", text("1e3"), "\"10.00\""),
        ("plan.6.rate", OverrideValue::Switch(true), "share"),
        ("plan.6.method", text("flat"), "flatPerPeriod"),
        ("plan.6.settle", text("rate:x"), "nextPlusOne"),
        ("overdue.blocks", text("true"), "true or false"),
        ("refund.rule", text("reset"), "resetNextMonth"),
        ("repayment.order", text("fee,principal"), "commas"),
        ("repayment.lagPossible", whole(4), "repayment.lagGuaranteed"),
        ("repayment.lagPossible", whole(4), "never be worse"),
    ] {
        let fault = with(&[(key, value)]).expect_err(key);
        assert_eq!((fault.code, fault.path), (Code::BadOverride, format!("/overrides/{key}")));
        assert!(fault.hint.contains(hint), "{key}: {}", fault.hint);
    }
}

#[test]
fn a_key_that_is_given_twice_is_refused() {
    let fault = with(&[("grace.days", whole(1)), ("grace.days", whole(2))]).expect_err("twice");
    assert_eq!((fault.code, fault.path.as_str()), (Code::BadOverride, "/overrides/grace.days"));
}

/// The clash is reported at the key that the scenario gave, though it is the other one of the pair.
#[test]
fn a_guaranteed_value_better_than_the_possible_one_is_refused_at_its_own_place() {
    let path = (Code::BadOverride, "/overrides/freeze.manualReview.guaranteed".to_owned());
    assert_eq!(refusal("freeze.manualReview.guaranteed", whole(2)), path);
}

/// A product that nobody ships: the data alone is enough.
#[test]
fn a_made_up_product_works() {
    let json = file("credit-card").replace("\"credit-card\"", "\"corner-shop\"");
    let statement = "\"value\": 5, \"unit\": \"dayOfMonth\"";
    assert_eq!(json.matches(statement).count(), 1);
    let json = json.replace(statement, "\"value\": 28, \"unit\": \"dayOfMonth\"");
    let plan = r#""terms": {
        "plan.2.method": [{ "from": "2004-01-01", "value": "free", "unit": "word", "source": "assumed", "sure": "assumed" }],
        "plan.2.rate": [{ "from": "2004-01-01", "value": "0", "unit": "ratePerPeriod", "source": "assumed", "sure": "assumed" }],
        "plan.2.settle": [{ "from": "2004-01-01", "value": "waive", "unit": "word", "source": "assumed", "sure": "assumed" }],"#;
    let terms = Terms::from_json(&json.replace("\"terms\": {", plan)).expect("a product");
    assert_eq!(&*terms.id, "corner-shop");
    assert_eq!(terms.statement_day.at(day("2025-01-01")).value, 28);
    assert_eq!(terms.offers.len(), 1);
    assert_eq!(terms.offers[0].method.at(day("2025-01-01")).value, FeeMethod::Free);
}
