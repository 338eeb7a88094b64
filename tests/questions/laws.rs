//! What must hold of every answer: carried out it does what it says, and less or later does not.
//!
//! `YUEFU_CASES` sets the number of random scenarios for each question. What is not here: figures by hand.

use serde_json::{Value, json};
use yuefu::date::{Date, Days};

use crate::random::{Chance, scenario};
use crate::{and, answer, fen, purchase, repayment, report, row_on, usable, yuan};

fn cases() -> u64 {
    std::env::var("YUEFU_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(15)
}

/// Calls a check with random scenarios, and numbers for its own choices.
fn for_all(question: u64, check: impl Fn(&Value, &mut Chance)) {
    for case in 0..cases() {
        let mut chance = Chance::new(question * 1_000_000 + case);
        let scenario = scenario(&mut chance);
        check(&scenario, &mut chance);
    }
}

fn parse(day: &Value) -> Date {
    Date::parse(day.as_str().expect("a day")).expect("a day")
}

/// How many answers to a question said that they left nothing out.
fn count_exact(found: &Value, exact: &std::cell::Cell<[u64; 2]>) {
    let [all, left_nothing_out] = exact.get();
    exact.set([all + 1, left_nothing_out + u64::from(found["exact"] == true)]);
}

#[track_caller]
fn mostly_exact(exact: &std::cell::Cell<[u64; 2]>) {
    let [all, left_nothing_out] = exact.get();
    assert!(10 * left_nothing_out >= 9 * all, "{left_nothing_out} of {all} answers left nothing out");
}

fn with_repayment(scenario: &Value, date: Date, fen: i64) -> Value {
    and(scenario.clone(), repayment(&date.to_string(), &yuan(fen)))
}

#[test]
fn what_is_usable_and_what_is_missing_add_up_to_the_limit() {
    for_all(1, |scenario, chance| {
        let date = (chance.day() + Days(chance.below(40) as i32)).to_string();
        let found = answer(scenario, json!({ "ask": "usableOn", "date": date }));
        let report = report(scenario).expect("a scenario");
        let Some(row) = row_on(&report, &date) else { return };
        assert_eq!(found["possible"], row["available"]["possible"]);
        assert_eq!(found["guaranteed"], row["available"]["guaranteed"]);
        let parts = found["waitingFor"].as_array().expect("parts");
        let is_freeze = |part: &&Value| part["kind"] == "freeze";
        let missing: i64 =
            parts.iter().filter(|part| !is_freeze(part)).map(|part| fen(&part["amount"])).sum();
        let taken = fen(&row["used"]) + fen(&row["held"]["guaranteed"]);
        assert_eq!(missing, taken, "{scenario} on {date}");
        let frozen = row["frozen"]["guaranteed"].as_array().is_some_and(|kinds| !kinds.is_empty());
        assert_eq!(parts.iter().any(|part| is_freeze(&part)), frozen, "{scenario} on {date}");
        for part in parts {
            let (possible, guaranteed) = (part["possible"].as_str(), part["guaranteed"].as_str());
            assert!(guaranteed.is_none_or(|day| day > &*date), "{part} of {scenario} on {date}");
            assert!(guaranteed.is_none() || possible <= guaranteed, "{part} of {scenario} on {date}");
        }
    });
}

#[test]
fn the_repayment_is_enough_and_a_fen_less_or_a_day_later_is_not() {
    let exact = std::cell::Cell::default();
    for_all(2, |scenario, chance| {
        let date = chance.day() + Days(10);
        let amount = chance.amount(10_000, 310_000);
        let question = json!({ "ask": "haveBy", "date": date.to_string(), "amount": amount });
        let found = answer(scenario, question);
        count_exact(&found, &exact);
        let wanted = fen(&json!(amount));
        let usable = |scenario: &Value| usable(scenario, &date.to_string());
        let first = parse(scenario.get("today").unwrap_or(&json!("2025-01-02")));
        match found["status"].as_str() {
            Some("alreadyMet") => assert!(usable(scenario) >= wanted, "{scenario}"),
            Some("found") => {
                let (repay, day) = (fen(&found["repay"]), parse(&found["payBy"]));
                assert!(first <= day && day <= date);
                assert!(usable(&with_repayment(scenario, day, repay)) >= wanted, "{scenario}: {found}");
                if repay > 1 {
                    assert!(
                        usable(&with_repayment(scenario, day, repay - 1)) < wanted,
                        "{scenario}: {day} {repay}"
                    );
                }
                let mut later = day.next();
                while later <= date {
                    assert!(
                        usable(&with_repayment(scenario, later, repay)) < wanted,
                        "{scenario}: {later} {repay}"
                    );
                    later = later.next();
                }
                if found["exact"] == true {
                    no_other_is_enough(scenario, chance, (first, date), repay - 1, |it| usable(it) < wanted);
                }
            }
            _ => {
                let most = fen(&found["nearest"]["amount"]);
                assert!(most < wanted, "{scenario}");
                if found["exact"] == true {
                    no_other_is_enough(scenario, chance, (first, date), 350_000, |it| usable(it) <= most);
                }
            }
        }
    });
    mostly_exact(&exact);
}

/// Tries other repayments at random.
fn no_other_is_enough(
    scenario: &Value,
    chance: &mut Chance,
    (first, last): (Date, Date),
    most: i64,
    holds: impl Fn(&Value) -> bool,
) {
    if last < first || most < 1 {
        return;
    }
    for _ in 0..12 {
        let day = first + Days(chance.below((last - first).0 as u64 + 1) as i32);
        let amount = 1 + chance.below(most as u64) as i64;
        let other = with_repayment(scenario, day, amount);
        assert!(holds(&other), "{scenario}: {} on {day}", yuan(amount));
    }
}

#[test]
fn a_refund_on_the_last_day_is_in_time_and_one_later_is_not() {
    for_all(3, |scenario, chance| {
        let date = chance.day() + Days(30);
        let question = json!({ "ask": "lastRefundDay", "purchase": "p0", "date": date.to_string() });
        let found = answer(scenario, question);
        for row in found["days"].as_array().expect("days").iter().filter(|row| row["class"] != "malicious") {
            let first = row.get("day").map_or(parse(&json!("2025-01-02")), |day| parse(day).next());
            if let Some(day) = row.get("day") {
                assert!(in_time(scenario, row, parse(day), date), "{scenario}: {row}");
            }
            for later in 0..15 {
                let later =
                    if row.get("day").is_some() { first + Days(later) } else { date - Days(2 * later) };
                let allowed = later >= parse(scenario.get("today").unwrap_or(&json!("2025-01-02")));
                if allowed && later >= first && later <= date {
                    assert!(!in_time(scenario, row, later, date), "{scenario}: {row} on {later}");
                }
            }
        }
    });
}

/// Whether a refund of the class and channel of a row, on a day, is usable for sure by a date.
fn in_time(scenario: &Value, row: &Value, day: Date, date: Date) -> bool {
    let event = scenario["events"].as_array().map(Vec::len);
    let refund = json!({
        "type": "refund", "date": day.to_string(), "purchase": "p0", "amount": row["amount"], "channel": row["channel"],
    });
    let report = report(&and(scenario.clone(), refund)).expect("a refund of what is left");
    let refunds = report["refunds"].as_array().expect("refunds");
    let its =
        refunds.iter().find(|it| it["event"].as_u64().map(|it| it as usize) == event).expect("accepted");
    its["class"] == row["class"] && its.get("guaranteed").is_some_and(|day| parse(day) <= date)
}

#[test]
fn the_best_way_to_pay_passes_and_its_bills_are_within_the_wish() {
    for_all(4, |scenario, chance| {
        let date = (chance.day() + Days(5)).to_string();
        let (amount, max) = (chance.amount(2_000, 200_000), chance.amount(5_000, 90_000));
        let question = json!({ "ask": "cheapest", "date": date, "amount": amount, "monthlyMax": max });
        let found = answer(scenario, question);
        let offers = found["offers"].as_array().expect("offers");
        assert_eq!(offers.len(), 4, "{scenario}");
        for pair in offers.windows(2) {
            let key =
                |offer: &Value| (offer["fits"] != true, fen(&offer["totalFee"]), fen(&offer["monthlyPeak"]));
            assert!(key(&pair[0]) <= key(&pair[1]));
        }
        for offer in offers {
            let periods = offer["periods"].as_u64().expect("a number") as u32;
            let bought = and(scenario.clone(), purchase("x", &date, &amount, periods));
            let report = report(&bought).expect("a scenario");
            let its = report["outcomes"].as_array().and_then(|all| all.last()).expect("an outcome");
            assert_eq!(its["status"] == "refused", offer.get("code").is_some(), "{scenario}: {offer}");
            let within = fen(&offer["monthlyPeak"]) <= fen(&json!(max));
            assert_eq!(offer["fits"] == true, within && offer.get("code").is_none());
            if let Some(plan) =
                report["plans"].as_array().and_then(|all| all.iter().find(|it| it["id"] == "x"))
            {
                assert_eq!(plan["totalFee"], offer["totalFee"], "{scenario}");
            }
        }
    });
}

#[test]
fn a_settlement_is_the_sum_of_its_parts_and_leaves_nothing_owed() {
    for_all(5, |scenario, chance| {
        let date = chance.day() + Days(chance.below(60) as i32);
        let day = date.to_string();
        let found = answer(scenario, json!({ "ask": "settle", "date": day }));
        let parts: i64 =
            found["parts"].as_array().expect("parts").iter().map(|part| fen(&part["amount"])).sum();
        assert_eq!(parts, fen(&found["amount"]), "{scenario} on {day}");
        assert_eq!(found["earliestClosable"], json!(day), "{scenario}");
        let settled = and(scenario.clone(), json!({ "type": "settleAll", "date": day }));
        let closed = and(settled, json!({ "type": "closeAccount", "date": day }));
        let all = report(&closed).expect("a scenario");
        let outcomes = all["outcomes"].as_array().expect("outcomes");
        let [settled, closed] = &outcomes[outcomes.len() - 2..] else { panic!("two outcomes") };
        assert_eq!(closed["status"], "accepted", "{scenario} on {day}");
        assert_eq!(settled["status"] == "accepted", found["status"] == "found", "{scenario} on {day}");
        if let Some(paid) = settled.get("paid") {
            assert_eq!(paid, &found["amount"], "{scenario} on {day}");
        }
    });
}

#[test]
fn with_the_repayment_the_refused_purchase_passes_and_with_less_or_later_it_does_not() {
    for_all(6, |scenario, chance| {
        let date = chance.day() + Days(4);
        let scenario =
            and(scenario.clone(), purchase("x", &date.to_string(), &chance.amount(20_000, 310_000), 1));
        let event = scenario["events"].as_array().map_or(0, Vec::len) - 1;
        let found = answer(&scenario, json!({ "ask": "whenPasses", "event": event }));
        assert_eq!(found["status"] == "alreadyMet", found.get("code").is_none());
        let Some(repay) = found.get("repay") else { return };
        let (amount, day) = (fen(&repay["amount"]), parse(&repay["payBy"]));
        let passes = |day: Date, amount: i64| {
            let mut changed = scenario.clone();
            let before = repayment(&day.to_string(), &yuan(amount));
            changed["events"].as_array_mut().expect("events").insert(event, before);
            let report = report(&changed).expect("a scenario");
            report["outcomes"][event + 1]["status"] == "accepted"
        };
        assert!(passes(day, amount), "{scenario}: {repay}");
        assert!(amount == 1 || !passes(day, amount - 1), "{scenario}: {repay}");
        let mut later = day.next();
        while later <= date {
            assert!(!passes(later, amount), "{scenario}: {repay} {later}");
            later = later.next();
        }
    });
}
