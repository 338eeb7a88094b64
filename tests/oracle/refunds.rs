//! Every refund of a plan of 10.00 over 3 at every stage of it, and of one of 0.01 to 3.00 before any row.
//!
//! What is not here: refunds of purchases in full, which are one number each (see `scenarios`).

use serde_json::{Value, json};

use crate::{entry, half_up, report, split, yuan};

const PRINCIPAL: i64 = 1000;

/// A day of refund: how many rows are billed then, whether the last of them is unpaid, and the windows from
/// that day, counted by hand in the calendar of 2025 (3, 5, 7 and 15 working days later).
struct Stage {
    date: &'static str,
    billed: usize,
    unpaid: bool,
    windows: [&'static str; 4],
}

const STAGES: [Stage; 7] = [
    // The Sunday 01-26 is worked; 01-28 to 02-04 is Spring Festival.
    Stage { date: "2025-01-10", billed: 0, unpaid: false, windows: ["01-15", "01-17", "01-21", "02-07"] },
    // The Saturday 02-08 is worked.
    Stage { date: "2025-02-05", billed: 1, unpaid: true, windows: ["02-08", "02-11", "02-13", "02-25"] },
    Stage { date: "2025-02-10", billed: 1, unpaid: false, windows: ["02-13", "02-17", "02-19", "03-03"] },
    Stage { date: "2025-03-03", billed: 2, unpaid: true, windows: ["03-06", "03-10", "03-12", "03-24"] },
    Stage { date: "2025-03-10", billed: 2, unpaid: false, windows: ["03-13", "03-17", "03-19", "03-31"] },
    // Friday 04-04 is a holiday.
    Stage { date: "2025-04-02", billed: 3, unpaid: true, windows: ["04-08", "04-10", "04-14", "04-24"] },
    // The Sunday 04-27 is worked.
    Stage { date: "2025-04-10", billed: 3, unpaid: false, windows: ["04-15", "04-17", "04-21", "04-30"] },
];
const DUE: [&str; 3] = ["2025-02-06", "2025-03-06", "2025-04-06"];

/// What a refund does to the plan.
#[derive(Debug, PartialEq)]
struct Model {
    unbilled: i64,
    billed: i64,
    credit: i64,
    fees_cancelled: i64,
    rows: Vec<i64>,
    fees: Vec<i64>,
    /// Principal of the unpaid billed row that is left.
    open: i64,
}

/// Takes an amount off rows evenly: rounded down, the remainder to the last; a row gives at most what it has,
/// the one before it the rest, and what then is left the last ones that still have something.
fn take_evenly(amount: i64, rows: &mut [i64]) {
    if rows.is_empty() {
        return;
    }
    let wishes = split(amount, rows.len());
    let mut short = 0;
    for (row, wish) in rows.iter_mut().zip(wishes).rev() {
        let taken = (wish + short).min(*row);
        short = wish + short - taken;
        *row -= taken;
    }
    for row in rows.iter_mut().rev() {
        let taken = short.min(*row);
        short -= taken;
        *row -= taken;
    }
}

fn model(principal: i64, amount: i64, stage: &Stage) -> Model {
    let mut rows = split(principal, 3);
    let fee = |principal: i64| half_up(principal * 7, 1000);
    let mut fees: Vec<i64> = rows.iter().map(|&row| if row > 0 { fee(principal) } else { 0 }).collect();
    let before: i64 = fees.iter().sum();
    let unbilled = amount.min(rows[stage.billed..].iter().sum());
    take_evenly(unbilled, &mut rows[stage.billed..]);
    let has = if stage.unpaid { rows[stage.billed - 1] } else { 0 };
    let billed = (amount - unbilled).min(has);
    for row in stage.billed..3 {
        fees[row] = if rows[row] > 0 { fee(principal - amount) } else { 0 };
    }
    Model {
        unbilled,
        billed,
        credit: amount - unbilled - billed,
        fees_cancelled: before - fees.iter().sum::<i64>(),
        rows,
        fees,
        open: has - billed,
    }
}

fn purchase(id: &str, fen: i64) -> Value {
    json!({ "type": "purchase", "id": id, "date": "2025-01-05", "amount": yuan(fen), "periods": 3 })
}

fn refund(id: &str, fen: i64, date: &str) -> Value {
    json!({ "type": "refund", "date": date, "purchase": id, "amount": yuan(fen) })
}

fn check(report: &Value, id: &str, model: &Model, place: &str) {
    let refund = entry(report, "refunds", "purchase", id).expect("the refund was taken");
    let split = ["toUnbilled", "toBilled", "toCredit", "feesCancelled", "held"].map(|it| refund[it].as_str());
    let Model { unbilled, billed, credit, fees_cancelled, .. } = *model;
    let expected = [unbilled, billed, credit, fees_cancelled, unbilled + billed].map(yuan);
    assert_eq!(split, expected.each_ref().map(|it| Some(it.as_str())), "{place}");
    let plan = entry(report, "plans", "id", id).expect("the plan is there");
    for (index, row) in plan["rows"].as_array().expect("rows").iter().enumerate() {
        let got = (row["principal"].as_str(), row["fee"].as_str());
        let expected = (yuan(model.rows[index]), yuan(model.fees[index]));
        assert_eq!(got, (Some(&*expected.0), Some(&*expected.1)), "{place}, row {}", index + 1);
    }
    assert_eq!(plan["totalFee"], yuan(model.fees.iter().sum()), "{place}");
}

/// A thousand plans side by side, each refunded by another amount on the same day.
#[test]
fn every_part_of_a_plan_comes_off_the_right_debts_at_every_stage() {
    for stage in &STAGES {
        let id = |amount: i64| format!("{amount}");
        let amounts = 1..=PRINCIPAL;
        let mut events: Vec<Value> = amounts.clone().map(|it| purchase(&id(it), PRINCIPAL)).collect();
        events.extend(amounts.clone().map(|amount| refund(&id(amount), amount, stage.date)));
        let report = report(stage.date, json!({ "refund.dailyMax": 1000 }), true, events);
        let (mut open, mut credit) = (0, 0);
        for amount in amounts {
            let model = model(PRINCIPAL, amount, stage);
            check(&report, &id(amount), &model, &format!("{amount} on {}", stage.date));
            open += model.open + model.rows[stage.billed..].iter().sum::<i64>();
            credit += model.credit;
        }
        assert_eq!(
            report["limit"].as_array().and_then(|rows| rows.last()).map(|row| &row["used"]),
            Some(&json!(yuan(open)))
        );
        assert_eq!(report["totals"]["creditBalance"], yuan(credit), "{}", stage.date);
    }
}

/// The day from which the limit is usable: a partial refund also waits until nothing is left of the purchase.
fn usable(amount: i64, model: &Model, stage: &Stage) -> (Option<String>, String, String) {
    let [three, five, seven, fifteen] = stage.windows.map(|day| format!("2025-{day}"));
    if amount == PRINCIPAL {
        return (None, three, five);
    }
    let last_row = (stage.billed..3).rev().find(|&row| model.rows[row] > 0);
    let last = last_row.map(|row| DUE[row]);
    let open = (model.open > 0).then(|| DUE[stage.billed - 1]);
    let met = last.or(open).unwrap_or(stage.date).to_owned();
    (Some(met.clone()), seven.max(met.clone()), fifteen.max(met))
}

#[test]
fn the_limit_of_a_part_is_usable_when_its_window_and_its_condition_say() {
    for stage in &STAGES {
        for amount in
            (1..=PRINCIPAL).filter(|amount| amount % 29 == 1 || [333, 334, 666, 667].contains(amount))
        {
            let events = vec![purchase("p", PRINCIPAL), refund("p", amount, stage.date)];
            let report = report("2025-06-30", json!({}), true, events);
            let model = model(PRINCIPAL, amount, stage);
            let refund = entry(&report, "refunds", "purchase", "p").expect("the refund was taken");
            let (met, possible, guaranteed) = usable(amount, &model, stage);
            let place = format!("{amount} on {}", stage.date);
            assert_eq!(refund["conditionMetOn"].as_str(), met.as_deref(), "{place}");
            assert_eq!(refund["possible"], possible, "{place}");
            assert_eq!(refund["guaranteed"], guaranteed, "{place}");
            assert_eq!(report["totals"]["outstanding"], "0.00", "{place}");
        }
    }
}

#[test]
fn every_part_of_every_plan_up_to_3_yuan_comes_off_before_any_row() {
    let overrides = json!({ "plan.smallest": "0.01", "refund.dailyMax": 1000 });
    for principal in 1..=300 {
        let id = |amount: i64| format!("{amount}");
        let mut events: Vec<Value> = (1..=principal).map(|amount| purchase(&id(amount), principal)).collect();
        events.extend((1..=principal).map(|amount| refund(&id(amount), amount, "2025-01-10")));
        let report = report("2025-01-10", overrides.clone(), true, events);
        for amount in 1..=principal {
            let model = model(principal, amount, &STAGES[0]);
            check(&report, &id(amount), &model, &format!("{amount} of {principal}"));
        }
    }
}
