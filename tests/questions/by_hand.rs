//! Answers worked out by hand from the rules; each test says how.
//!
//! What is not here: random scenarios (see `laws`).

use serde_json::{Value, json};

use crate::{and, answer, purchase, repayment, row_on, scenario, solve, usable, with, worked_example};

#[track_caller]
fn check(answer: &Value, field: &str, expected: Value) {
    assert_eq!(answer.get(field).unwrap_or(&Value::Null), &expected, "{field}");
}

#[test]
fn what_is_usable_is_the_row_of_the_timeline_and_the_rest_waits() {
    // Worked example on 8 March: rows 2 and 3 are on no bill; row 1 was repaid on the 6th, 3 days held for sure;
    // the refund of the 5th is usable from the 8th at best, from the 12th for sure. Row 3 is repaid on 6 May.
    let found = answer(&worked_example(), json!({ "ask": "usableOn", "date": "2024-03-08" }));
    check(&found, "status", json!("found"));
    check(&found, "possible", json!("9333.33"));
    check(&found, "guaranteed", json!("8500.00"));
    let waiting = json!([
        { "kind": "planRows", "ref": "p2", "amount": "666.67", "possible": "2024-05-06", "guaranteed": "2024-05-09" },
        { "kind": "refundHold", "ref": "p1", "amount": "500.00", "possible": "2024-03-08", "guaranteed": "2024-03-12" },
        { "kind": "repaymentLag", "ref": "2024-03", "amount": "333.33", "possible": "2024-03-06", "guaranteed": "2024-03-09" },
    ]);
    check(&found, "waitingFor", waiting);
}

#[test]
fn unbilled_and_billed_principal_wait_for_their_repayment() {
    // On 2 March the bill of 500.00 + 333.33 is open. The refund of the 5th takes 500.00 of it, usable on the 12th;
    // the rest is repaid on the 6th.
    let found = answer(&worked_example(), json!({ "ask": "usableOn", "date": "2024-03-02" }));
    let billed = json!({
        "kind": "billed", "ref": "2024-03", "amount": "833.33", "possible": "2024-03-08", "guaranteed": "2024-03-12",
    });
    assert_eq!(found["waitingFor"][0], billed);
    let before = answer(&worked_example(), json!({ "ask": "usableOn", "date": "2024-02-12" }));
    let unbilled = json!([{
        "kind": "unbilled", "ref": "p1", "amount": "500.00", "possible": "2024-03-08", "guaranteed": "2024-03-12",
    }]);
    assert_eq!(before["waitingFor"], unbilled);
}

#[test]
fn a_freeze_keeps_what_is_free() {
    // riskControl lasts 1 day at best, 7 for sure.
    let events = json!([purchase("p1", "2025-01-05", "300.00", 1), { "type": "freeze", "date": "2025-01-10", "kind": "riskControl" }]);
    let found = answer(&scenario("1000.00", events), json!({ "ask": "usableOn", "date": "2025-01-12" }));
    check(&found, "possible", json!("700.00"));
    check(&found, "guaranteed", json!("0.00"));
    let freeze = json!({
        "kind": "freeze", "ref": "riskControl", "amount": "700.00", "possible": "2025-01-11", "guaranteed": "2025-01-17",
    });
    assert_eq!(found["waitingFor"][1], freeze);
}

/// 3000.00 of 5000.00 used, looked at on 15 January.
fn used() -> Value {
    let used = scenario("5000.00", json!([purchase("p1", "2025-01-10", "3000.00", 1)]));
    with(used, "today", json!("2025-01-15"))
}

#[test]
fn the_missing_amount_is_repaid_three_days_before() {
    // 2000.00 are free; what is repaid on the 28th is usable for sure on the 31st.
    let question = json!({ "ask": "haveBy", "date": "2025-01-31", "amount": "4000.00" });
    let found = answer(&used(), question);
    check(&found, "status", json!("found"));
    check(&found, "repay", json!("2000.00"));
    check(&found, "payBy", json!("2025-01-28"));
    check(&found, "available", json!("4000.00"));
    check(&found, "exact", json!(true));
    let row = row_on(&found["report"], "2025-01-31").expect("a row");
    assert_eq!(row["available"]["guaranteed"], "4000.00");
}

#[test]
fn what_is_usable_already_needs_no_repayment() {
    let found = answer(&used(), json!({ "ask": "haveBy", "date": "2025-01-31", "amount": "2000.00" }));
    check(&found, "status", json!("alreadyMet"));
    check(&found, "repay", Value::Null);
}

#[test]
fn too_late_a_day_is_impossible_and_the_nearest_is_said() {
    // Repaid today, the 15th, it is usable for sure on the 18th, not on the 17th.
    let question = json!({ "ask": "haveBy", "date": "2025-01-17", "amount": "4000.00" });
    let found = answer(&used(), question);
    check(&found, "status", json!("impossible"));
    check(&found, "nearest", json!({ "amount": "2000.00", "date": "2025-01-18" }));
}

#[test]
fn more_than_the_limit_is_impossible() {
    let found = answer(&used(), json!({ "ask": "haveBy", "date": "2025-01-31", "amount": "5000.01" }));
    check(&found, "status", json!("impossible"));
    // All of the 3000.00 repaid gives the whole limit, three days later.
    check(&found, "nearest", json!({ "amount": "5000.00", "repay": "3000.00", "payBy": "2025-01-28" }));
}

#[test]
fn paying_before_the_statement_saves_paying_the_fee_first() {
    // 1200.00 over 3: row 1 is 400.00 and a fee of 8.40, billed on 1 February. Paid after that, the fee comes first
    // and 208.40 are needed. Paid until 31 January it is credit, which repays principal first at the close, at once.
    let plan = scenario("5000.00", json!([purchase("p1", "2025-01-05", "1200.00", 3)]));
    let found = answer(&plan, json!({ "ask": "haveBy", "date": "2025-02-05", "amount": "4000.00" }));
    check(&found, "repay", json!("200.00"));
    check(&found, "payBy", json!("2025-01-31"));
    let february = json!({ "ask": "haveBy", "date": "2025-02-05", "amount": "4000.00" });
    let found = answer(&with(plan, "today", json!("2025-02-01")), february);
    check(&found, "repay", json!("208.40"));
    check(&found, "payBy", json!("2025-02-02"));
}

/// 900.00 of 1000.00 used; 300.00 more are refused on 20 January.
fn refused() -> Value {
    scenario(
        "1000.00",
        json!([purchase("p1", "2025-01-05", "900.00", 1), purchase("p2", "2025-01-20", "300.00", 1)]),
    )
}

#[test]
fn a_repayment_that_lets_a_refused_purchase_pass_must_be_larger() {
    // Usable by the 20th, 400.00 would let the refused 300.00 pass and leave 200.00. Repaid from the 18th on it is
    // too late for that, and until the 22nd in time for the 25th.
    let question = json!({ "ask": "haveBy", "date": "2025-01-25", "amount": "500.00" });
    let found = answer(&refused(), question);
    check(&found, "repay", json!("400.00"));
    check(&found, "payBy", json!("2025-01-22"));
    check(&found, "exact", json!(true));
    // Looked at over the days up to the 17th only, it takes the 300.00 as well.
    assert_eq!(usable(&and(refused(), repayment("2025-01-17", "400.00")), "2025-01-25"), 20_000);
    assert_eq!(usable(&and(refused(), repayment("2025-01-17", "700.00")), "2025-01-25"), 50_000);
}

#[test]
fn the_last_day_to_refund_counts_back_the_working_days_of_each_window() {
    // Back from Tuesday 2024-03-12: 5 working days to 5 March, 3 to 7 March, 8 to 29 February, 15 to 20 February
    // (the rest of a partial refund is repaid on 6 March). Abuse never comes back by itself.
    let bought = scenario("10000.00", json!([purchase("p1", "2024-02-10", "500.00", 1)]));
    let question = json!({ "ask": "lastRefundDay", "purchase": "p1", "date": "2024-03-12" });
    let found = answer(&bought, question);
    check(&found, "status", json!("found"));
    let days: Vec<(&str, &str, Option<&str>)> = found["days"]
        .as_array()
        .expect("days")
        .iter()
        .map(|row| {
            let text = |key: &str| row[key].as_str();
            (text("class").expect("a class"), text("channel").expect("a channel"), text("day"))
        })
        .collect();
    let expected = [
        ("normal", "default", Some("2024-03-05")),
        ("normal", "mall", Some("2024-03-07")),
        ("normal", "externalPlatform", Some("2024-02-29")),
        ("partial", "default", Some("2024-02-20")),
        ("partial", "mall", Some("2024-02-20")),
        ("partial", "externalPlatform", Some("2024-02-20")),
        ("malicious", "default", None),
        ("malicious", "mall", None),
        ("malicious", "externalPlatform", None),
    ];
    assert_eq!(days, expected);
    assert_eq!(found["report"]["refunds"][0]["guaranteed"], "2024-03-12");
}

#[test]
fn what_is_refunded_already_needs_no_other_refund() {
    let question = |date: &str| json!({ "ask": "lastRefundDay", "purchase": "p1", "date": date });
    check(&answer(&worked_example(), question("2024-03-12")), "status", json!("alreadyMet"));
    check(&answer(&worked_example(), question("2024-03-11")), "status", json!("impossible"));
    let error =
        solve(&worked_example(), json!({ "ask": "lastRefundDay", "purchase": "p9", "date": "2024-03-12" }));
    let error = error.expect_err("there is no p9");
    assert_eq!((error.code.as_str(), error.path.as_str()), ("unknownPurchase", "/purchase"));
}

#[test]
fn the_cheapest_way_that_fits_comes_first() {
    // 3000.00 at 0.7 % a row: fee 21.00. 3 rows of 1021.00, 6 of 521.00, 12 of 271.00.
    let question =
        json!({ "ask": "cheapest", "date": "2025-01-05", "amount": "3000.00", "monthlyMax": "600.00" });
    let found = answer(&scenario("10000.00", json!([])), question);
    check(&found, "status", json!("found"));
    let offers: Vec<[Value; 4]> = found["offers"]
        .as_array()
        .expect("offers")
        .iter()
        .map(|row| ["periods", "monthlyPeak", "totalFee", "fits"].map(|key| row[key].clone()))
        .collect();
    let expected = [
        [json!(6), json!("521.00"), json!("126.00"), json!(true)],
        [json!(12), json!("271.00"), json!("252.00"), json!(true)],
        [json!(1), json!("3000.00"), json!("0.00"), json!(false)],
        [json!(3), json!("1021.00"), json!("63.00"), json!(false)],
    ];
    assert_eq!(offers, expected);
    // The rate of six payments of 521.00 for 3000.00 makes them worth 3000.00.
    let rate: f64 =
        found["offers"][0]["annualSimple"].as_str().and_then(|it| it.parse().ok()).expect("a rate");
    let worth: f64 = (1..=6).map(|month| 521.0 / (1.0 + rate / 12.0).powi(month)).sum();
    assert!((worth - 3000.0).abs() < 0.1, "{worth}");
    assert_eq!(found["report"]["plans"][0]["rows"].as_array().map(Vec::len), Some(6));
}

#[test]
fn bills_of_what_was_bought_before_are_in_the_bill_peak() {
    // 1000.00 in full of January are on the same bill as the first row.
    let bought = scenario("10000.00", json!([purchase("p1", "2025-01-03", "1000.00", 1)]));
    let found = answer(&bought, json!({ "ask": "cheapest", "date": "2025-01-05", "amount": "3000.00" }));
    let offers = &found["offers"];
    assert_eq!((&offers[0]["periods"], &offers[0]["billPeak"]), (&json!(1), &json!("4000.00")));
    assert_eq!((&offers[1]["monthlyPeak"], &offers[1]["billPeak"]), (&json!("1021.00"), &json!("2021.00")));
}

#[test]
fn what_is_over_the_limit_fits_on_no_plan() {
    let question = json!({ "ask": "cheapest", "date": "2025-01-05", "amount": "3000.00" });
    let found = answer(&scenario("2999.99", json!([])), question);
    check(&found, "status", json!("impossible"));
    for offer in found["offers"].as_array().expect("offers") {
        assert_eq!((&offer["fits"], &offer["code"]), (&json!(false), &json!("overLimit")));
    }
}

#[test]
fn settling_everything_pays_the_principal_and_the_fees_of_the_rule() {
    // 10 000.00 over 6 at 90.00 a row, row 3 billed and unpaid: fees 90 + 90 + 90, the later two waived. Principal
    // of rows 3 to 6: 3 × 1666.66 + 1666.70. Left alone, the last bill is paid in the evening of 6 July.
    let plan = scenario("10000.00", json!([purchase("p1", "2025-01-05", "10000.00", 6)]));
    let plan = with(plan, "overrides", json!({ "plan.6.rate": "0.0090" }));
    let found = answer(&plan, json!({ "ask": "settle", "date": "2025-04-02" }));
    check(&found, "status", json!("found"));
    check(&found, "amount", json!("6936.68"));
    let mut parts = found["parts"].as_array().expect("parts").clone();
    parts.sort_by_key(|part| part["kind"].to_string());
    let expected = json!([
        { "kind": "billed", "ref": "2025-04", "amount": "1666.66" },
        { "kind": "fee", "ref": "2025-04", "amount": "90.00" },
        { "kind": "planRows", "ref": "p1", "amount": "5000.02" },
        { "kind": "settlementFee", "ref": "p1", "amount": "180.00" },
    ]);
    assert_eq!(Value::from(parts), expected);
    check(&found, "earliestClosable", json!("2025-04-02"));
    check(&found, "closableWithout", json!("2025-07-07"));
    assert_eq!(found["report"]["totals"]["waived"], "180.00");
}

#[test]
fn a_credit_balance_pays_its_part_of_a_settlement() {
    let events = json!([repayment("2025-01-04", "50.00"), purchase("p1", "2025-01-05", "200.00", 1)]);
    let found = answer(&scenario("1000.00", events), json!({ "ask": "settle", "date": "2025-01-06" }));
    check(&found, "amount", json!("150.00"));
    let parts = json!([
        { "kind": "unbilled", "ref": "p1", "amount": "200.00" },
        { "kind": "creditBalance", "amount": "-50.00" },
    ]);
    check(&found, "parts", parts);
}

#[test]
fn where_nothing_is_owed_there_is_nothing_to_settle() {
    let found = answer(&worked_example(), json!({ "ask": "settle", "date": "2024-06-01" }));
    check(&found, "status", json!("alreadyMet"));
    check(&found, "amount", json!("0.00"));
    check(&found, "parts", json!([]));
    check(&found, "earliestClosable", json!("2024-06-01"));
}

#[test]
fn a_refused_purchase_passes_when_its_amount_is_back_or_repaid() {
    // The bill is paid in the evening of 6 February: at best the purchase passes the next morning, for sure on the
    // 9th. On its own day 200.00 are missing; for the 20th they are to be repaid by the 17th.
    let found = answer(&refused(), json!({ "ask": "whenPasses", "event": 1 }));
    check(&found, "status", json!("found"));
    check(&found, "code", json!("overLimit"));
    check(&found, "possible", json!("2025-02-07"));
    check(&found, "guaranteed", json!("2025-02-09"));
    check(&found, "repay", json!({ "amount": "200.00", "payBy": "2025-01-17" }));
    assert_eq!(found["report"]["outcomes"][2]["status"], "accepted");
}

#[test]
fn on_the_favourable_reading_the_repayment_may_come_on_the_day() {
    let favourable = with(refused(), "assume", json!("possible"));
    let found = answer(&favourable, json!({ "ask": "whenPasses", "event": 1 }));
    check(&found, "repay", json!({ "amount": "200.00", "payBy": "2025-01-20" }));
}

#[test]
fn an_overdue_bill_must_be_paid_in_full_before() {
    // Nothing is paid. The bill of February, 100.00, is overdue from the 10th; with 5 full days of 0.05 % on the
    // 11th it is 100.25, and paying it that day, before the purchase, is enough: most of the limit is free.
    let events = json!([purchase("p1", "2025-01-05", "100.00", 1), purchase("p2", "2025-02-11", "50.00", 1)]);
    let late = with(scenario("1000.00", events), "habit", json!({ "payInFull": false }));
    let late = with(late, "today", json!("2025-02-11"));
    let found = answer(&late, json!({ "ask": "whenPasses", "event": 1 }));
    check(&found, "code", json!("overdue"));
    check(&found, "repay", json!({ "amount": "100.25", "payBy": "2025-02-11" }));
}

#[test]
fn a_merchant_that_does_not_take_it_never_will() {
    let mut never = refused();
    never["events"][1]["merchantSupports"] = json!(false);
    let found = answer(&never, json!({ "ask": "whenPasses", "event": 1 }));
    check(&found, "status", json!("impossible"));
    check(&found, "repay", Value::Null);
}

#[test]
fn a_purchase_that_passes_has_nothing_to_wait_for() {
    let found = answer(&refused(), json!({ "ask": "whenPasses", "event": 0 }));
    check(&found, "status", json!("alreadyMet"));
    check(&found, "guaranteed", json!("2025-01-05"));
}

#[test]
fn questions_that_are_not_of_the_contract_are_refused_with_their_place() {
    let cases = [
        (json!({ "ask": "whoKnows" }), "unknownWord", "/ask"),
        (json!({ "date": "2025-01-05" }), "missingField", ""),
        (json!([]), "wrongType", ""),
        (json!({ "ask": "settle", "date": "2025-01-05", "more": 1 }), "unknownField", "/more"),
        (json!({ "ask": "usableOn" }), "missingField", ""),
        (json!({ "ask": "haveBy", "date": "2025-01-05", "amount": 0.5 }), "fractionalNumber", "/amount"),
        (json!({ "ask": "haveBy", "date": "2025-01-05", "amount": "0.00" }), "notPositive", "/amount"),
        (json!({ "ask": "whenPasses", "event": 2 }), "noSuchEvent", "/event"),
        (json!({ "ask": "whenPasses", "event": "p2" }), "wrongType", "/event"),
    ];
    for (question, code, path) in cases {
        let error = solve(&refused(), question.clone()).expect_err("it is refused");
        assert_eq!((error.code.as_str(), error.path.as_str()), (code, path), "{question}");
    }
    let error = solve(&worked_example(), json!({ "ask": "whenPasses", "event": 2 })).expect_err("a refund");
    assert_eq!((error.code.as_str(), error.path.as_str()), ("noSuchEvent", "/event"));
}

#[test]
fn an_account_without_events_has_its_whole_limit() {
    let empty = scenario("1000.00", json!([]));
    let found = answer(&empty, json!({ "ask": "usableOn", "date": "2025-01-05" }));
    check(&found, "guaranteed", json!("1000.00"));
    check(&found, "waitingFor", json!([]));
    let found = answer(&empty, json!({ "ask": "haveBy", "date": "2025-01-05", "amount": "1000.01" }));
    check(&found, "status", json!("impossible"));
    let found = answer(&empty, json!({ "ask": "settle", "date": "2025-01-05" }));
    check(&found, "status", json!("alreadyMet"));
}
