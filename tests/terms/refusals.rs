//! One test for each thing that the checker refuses: the code and the place of the fault.

use serde_json::{Value, json};
use yuefu::error::Code;
use yuefu::terms::Terms;

use crate::file;

/// What the checker says of the default product after a change.
fn refusal(change: impl FnOnce(&mut Value)) -> (Code, String) {
    let mut json: Value = serde_json::from_str(&file("douyin-monthly-pay")).expect("JSON");
    change(&mut json);
    let fault = Terms::from_json(&json.to_string()).expect_err("a fault");
    assert!(!fault.hint.is_empty() && !fault.message.is_empty());
    (fault.code, fault.path)
}

fn bad(path: &str) -> (Code, String) {
    (Code::BadTerm, path.to_owned())
}

fn unknown(path: &str) -> (Code, String) {
    (Code::UnknownField, path.to_owned())
}

fn take(json: &mut Value, key: &str) {
    json.as_object_mut().expect("an object").remove(key).expect("a field that is there");
}

/// The first value of a key.
fn first<'a>(json: &'a mut Value, key: &str) -> &'a mut Value {
    &mut json["terms"][key][0]
}

#[test]
fn the_unchanged_product_is_taken() {
    for id in ["douyin-monthly-pay", "huabei", "meituan-monthly-pay", "credit-card"] {
        assert_eq!(Terms::from_json(&file(id)).map(|terms| terms.id.to_string()), Ok(id.to_owned()));
    }
}

#[test]
fn what_is_not_json_or_not_this_format() {
    assert_eq!(Terms::from_json("{").map_err(|e| (e.code, e.path)), Err((Code::NotJson, String::new())));
    assert_eq!(Terms::from_json("[]").map_err(|e| (e.code, e.path)), Err(bad("")));
    let nested = "[".repeat(100_000);
    assert_eq!(Terms::from_json(&nested).map_err(|e| e.code), Err(Code::NotJson));
    let format = (Code::WrongFormat, "/format".to_owned());
    assert_eq!(refusal(|it| it["format"] = json!("yuefu.terms/2")), format);
    assert_eq!(refusal(|it| take(it, "format")), format);
}

#[test]
fn unknown_keys_anywhere() {
    assert_eq!(refusal(|it| it["colour"] = json!(1)), unknown("/colour"));
    assert_eq!(refusal(|it| it["terms"]["grace.hours"] = json!([])), unknown("/terms/grace.hours"));
    assert_eq!(refusal(|it| it["terms"]["a/b~c"] = json!([])), unknown("/terms/a~1b~0c"));
    assert_eq!(refusal(|it| it["terms"]["plan.61.rate"] = json!([])), unknown("/terms/plan.61.rate"));
    assert_eq!(refusal(|it| it["terms"]["plan.03.rate"] = json!([])), unknown("/terms/plan.03.rate"));
    assert_eq!(refusal(|it| it["terms"]["plan.3.colour"] = json!([])), unknown("/terms/plan.3.colour"));
    assert_eq!(
        refusal(|it| first(it, "grace.days")["colour"] = json!(1)),
        unknown("/terms/grace.days/0/colour")
    );
    assert_eq!(refusal(|it| it["sources"][1]["colour"] = json!(1)), unknown("/sources/1/colour"));
    assert_eq!(refusal(|it| it["name"]["fr"] = json!("x")), unknown("/name/fr"));
    assert_eq!(refusal(|it| it["choices"][0]["colour"] = json!(1)), unknown("/choices/0/colour"));
    assert_eq!(refusal(|it| it["services"][0]["colour"] = json!(1)), unknown("/services/0/colour"));
    assert_eq!(refusal(|it| it["claims"][0]["colour"] = json!(1)), unknown("/claims/0/colour"));
    assert_eq!(refusal(|it| it["claims"][0]["figures"][0]["x"] = json!(1)), unknown("/claims/0/figures/0/x"));
    assert_eq!(refusal(|it| it["disagreements"][0]["x"] = json!(1)), unknown("/disagreements/0/x"));
}

#[test]
fn missing_keys() {
    for key in ["id", "version", "name", "sources", "terms"] {
        assert_eq!(refusal(|it| take(it, key)), bad(&format!("/{key}")));
    }
    for key in ["statement.day", "refund.partial.shown", "reminder.beforeDue", "money.rounding"] {
        assert_eq!(refusal(|it| take(&mut it["terms"], key)), bad(&format!("/terms/{key}")));
    }
}

#[test]
fn groups_and_plans_that_are_begun_and_not_finished() {
    for key in ["habit.large", "recovery.whole", "reminder.askAhead"] {
        assert_eq!(refusal(|it| take(&mut it["terms"], key)), bad(&format!("/terms/{key}")));
    }
    for key in ["plan.6.method", "plan.6.rate", "plan.6.settle", "ladder.2.limitFrom"] {
        assert_eq!(refusal(|it| take(&mut it["terms"], key)), bad(&format!("/terms/{key}")));
    }
}

#[test]
fn a_value_without_its_fields() {
    for field in ["from", "value", "unit", "source", "sure"] {
        let path = format!("/terms/grace.days/0/{field}");
        assert_eq!(refusal(|it| take(first(it, "grace.days"), field)), bad(&path));
        assert_eq!(refusal(|it| first(it, "grace.days")[field] = json!("")), bad(&path));
        assert_eq!(refusal(|it| first(it, "grace.days")[field] = json!(null)), bad(&path));
    }
    assert_eq!(refusal(|it| it["terms"]["grace.days"] = json!([])), bad("/terms/grace.days"));
    assert_eq!(refusal(|it| it["terms"]["grace.days"] = json!(3)), bad("/terms/grace.days"));
    assert_eq!(refusal(|it| it["terms"]["grace.days"] = json!([3])), bad("/terms/grace.days/0"));
    assert_eq!(refusal(|it| first(it, "grace.days")["fact"] = json!("")), bad("/terms/grace.days/0/fact"));
    assert_eq!(refusal(|it| first(it, "grace.days")["note"] = json!("x")), bad("/terms/grace.days/0/note"));
    let english_only = json!({"en": "x"});
    assert_eq!(
        refusal(|it| first(it, "grace.days")["note"] = english_only),
        bad("/terms/grace.days/0/note/zh-CN")
    );
}

#[test]
fn the_wrong_unit_for_the_key() {
    for (key, unit) in [
        ("statement.day", "days"),
        ("grace.days", "workingDays"),
        ("penalty.rate", "ratePerYear"),
        ("minimum.ratio", "percent"),
        ("plan.smallest", "fen"),
        ("plan.6.rate", "ratePerDay"),
        ("refund.partial.shown", "months"),
        ("refund.dailyMax", "days"),
        ("overdue.blocks", "word"),
        ("refund.rule", "words"),
        ("repayment.order", "word"),
    ] {
        assert_eq!(refusal(|it| first(it, key)["unit"] = json!(unit)), bad(&format!("/terms/{key}/0/unit")));
    }
}

#[test]
fn the_unit_of_a_plans_rate_is_the_one_of_its_method() {
    let path = bad("/terms/plan.6.rate");
    assert_eq!(refusal(|it| first(it, "plan.6.rate")["unit"] = json!("ratePerYear")), path);
    assert_eq!(refusal(|it| first(it, "plan.6.method")["value"] = json!("equalPrincipal")), path);
    let later = json!({"from": "2025-01-01", "value": "flatTotal", "unit": "word", "source": "assumed", "sure": "assumed"});
    assert_eq!(refusal(|it| it["terms"]["plan.6.method"].as_array_mut().expect("a list").push(later)), path);
}

#[test]
fn values_that_the_key_does_not_take() {
    for (key, value) in [
        ("statement.day", json!(0)),
        ("statement.day", json!(29)),
        ("statement.dueDay", json!(-1)),
        ("grace.days", json!(1.5)),
        ("grace.days", json!(3651)),
        ("grace.days", json!(true)),
        ("refund.dailyMax", json!(0)),
        ("penalty.rate", json!(0.0005)),
        ("penalty.rate", json!("1.1")),
        ("penalty.rate", json!("-0.1")),
        ("penalty.rate", json!("0.123456789")),
        ("minimum.ratio", json!("1.01")),
        ("plan.smallest", json!("10.001")),
        ("plan.smallest", json!("-1")),
        ("plan.6.rate", json!("1.01")),
        ("plan.6.method", json!("flat")),
        ("plan.6.settle", json!("rate:")),
        ("plan.6.settle", json!("rate:1.5")),
        ("overdue.blocks", json!("yes")),
        ("overdue.blocks", json!(1)),
        ("refund.rule", json!("Windows")),
        ("repayment.order", json!("penalty")),
        ("repayment.order", json!(["penalty", "interest", "fee"])),
        ("repayment.order", json!(["penalty", "interest", "fee", "fee"])),
        ("repayment.order", json!(["penalty", "interest", "fee", 1])),
        ("recovery.longTerm", json!([])),
        ("reminder.proofMonths", json!(0)),
    ] {
        assert_eq!(
            refusal(|it| first(it, key)["value"] = value.clone()),
            bad(&format!("/terms/{key}/0/value")),
            "{value}"
        );
    }
}

#[test]
fn dates_that_leave_gaps_overlap_or_are_no_days() {
    let from = |index: usize| bad(&format!("/terms/refund.normal.mall.shown/{index}/from"));
    let change = |index: usize, date: &str| {
        refusal(|it| it["terms"]["refund.normal.mall.shown"][index]["from"] = json!(date))
    };
    assert_eq!(change(0, "2004-01-02"), from(0)); // a gap before it
    assert_eq!(change(1, "2004-01-01"), from(1)); // the same day twice
    assert_eq!(change(0, "2023-13-01"), from(0));
    assert_eq!(change(1, "2023-9-1"), from(1));
    assert_eq!(change(1, "2003-12-31"), from(1));
    assert_eq!(change(1, "2100-01-01"), from(1));
    let swapped = refusal(|it| {
        let list = it["terms"]["refund.normal.mall.shown"].as_array_mut().expect("a list");
        let mut third = list[1].clone();
        third["from"] = json!("2023-08-01");
        list.push(third);
    });
    assert_eq!(swapped, from(2)); // out of order
}

#[test]
fn sources_that_are_not_listed_or_not_honest() {
    assert_eq!(
        refusal(|it| first(it, "grace.days")["source"] = json!("hearsay")),
        bad("/terms/grace.days/0/source")
    );
    assert_eq!(
        refusal(|it| first(it, "grace.days")["source"] = json!("override")),
        bad("/terms/grace.days/0/source")
    );
    assert_eq!(
        refusal(|it| first(it, "grace.days")["source"] = json!("assumed")),
        bad("/terms/grace.days/0/sure")
    );
    assert_eq!(
        refusal(|it| first(it, "grace.days")["sure"] = json!("override")),
        bad("/terms/grace.days/0/sure")
    );
    assert_eq!(
        refusal(|it| first(it, "grace.days")["sure"] = json!("very")),
        bad("/terms/grace.days/0/sure")
    );
    assert_eq!(refusal(|it| it["sources"][0]["sure"] = json!("assumed")), bad("/sources/0/sure"));
    assert_eq!(refusal(|it| it["sources"][0]["id"] = json!("assumed")), bad("/sources/0/id"));
    assert_eq!(refusal(|it| it["sources"][0]["id"] = json!("opening")), bad("/sources"));
    assert_eq!(refusal(|it| take(&mut it["sources"][0], "date")), bad("/sources/0/date"));
    assert_eq!(refusal(|it| take(&mut it["sources"][0], "title")), bad("/sources/0/title"));
    assert_eq!(refusal(|it| it["claims"][0]["source"] = json!("hearsay")), bad("/claims/0/source"));
    assert_eq!(refusal(|it| it["services"][0]["source"] = json!("hearsay")), bad("/services/0/source"));
    assert_eq!(refusal(|it| it["choices"][0]["source"] = json!("hearsay")), bad("/choices/0/source"));
}

#[test]
fn possible_values_that_are_worse_than_guaranteed_ones() {
    assert_eq!(
        refusal(|it| first(it, "repayment.lagPossible")["value"] = json!(4)),
        bad("/terms/repayment.lagPossible")
    );
    assert_eq!(
        refusal(|it| first(it, "overdue.cutPossible")["value"] = json!("0.4")),
        bad("/terms/overdue.cutPossible")
    );
    let mall = "refund.normal.mall.possible";
    assert_eq!(refusal(|it| it["terms"][mall][1]["value"] = json!(4)), bad(&format!("/terms/{mall}")));
    let mixed = refusal(|it| it["terms"]["refund.normal.mall.guaranteed"][1]["unit"] = json!("days"));
    assert_eq!(mixed, bad(&format!("/terms/{mall}")));
}

#[test]
fn choices_and_claims_that_do_not_work() {
    assert_eq!(refusal(|it| it["choices"][1]["set"]["grace.hours"] = json!(1)), bad("/choices"));
    assert_eq!(refusal(|it| it["choices"][1]["set"]["statement.day"] = json!(31)), bad("/choices"));
    let fraction = "/choices/1/set/statement.day";
    assert_eq!(refusal(|it| it["choices"][1]["set"]["statement.day"] = json!(1.5)), bad(fraction));
    assert_eq!(refusal(|it| it["choices"][1]["id"] = json!("statement-1")), bad("/choices"));
    assert_eq!(refusal(|it| it["claims"][1]["id"] = json!("interest-free")), bad("/claims"));
    assert_eq!(refusal(|it| it["claims"][1]["kind"] = json!("rumour")), bad("/claims/1/kind"));
    assert_eq!(
        refusal(|it| it["claims"][0]["figures"][0]["value"] = json!(36)),
        bad("/claims/0/figures/0/value")
    );
    assert_eq!(refusal(|it| it["disagreements"][0]["claims"][0] = json!("none")), bad("/disagreements"));
}
