//! Every plan of 0.01 to 20.00 in 3, 6 and 12 rows: rows, fees and bills, by each method.
//!
//! Equal instalments are worked out in whole numbers too: at 12 % a year a month's growth is 101/100, whose powers fit.
//! What is not here: other rates and amounts (see `scenarios` and `laws`).

use serde_json::{Value, json};

use crate::{date, entry, half_up, report, split, yuan};

const COUNTS: [usize; 3] = [3, 6, 12];

/// A method, its rate as the contract writes it, its rows from principal and number, its fees from principal and rows.
struct Method {
    name: &'static str,
    rate: &'static str,
    rows: fn(i64, usize) -> Vec<i64>,
    fees: fn(i64, &[i64]) -> Vec<i64>,
}

const METHODS: [Method; 6] = [
    Method { name: "free", rate: "0", rows: split, fees: |_, rows| vec![0; rows.len()] },
    Method {
        name: "flatPerPeriod",
        rate: "0.007",
        rows: split,
        fees: |p, rows| vec![half_up(p * 7, 1000); rows.len()],
    },
    Method {
        name: "flatTotal",
        rate: "0.0333",
        rows: split,
        fees: |p, rows| split(half_up(p * 333, 10_000), rows.len()),
    },
    Method {
        name: "upfront",
        rate: "0.05",
        rows: split,
        fees: |p, rows| (0..rows.len()).map(|row| if row == 0 { half_up(p * 5, 100) } else { 0 }).collect(),
    },
    Method {
        name: "equalPrincipal",
        rate: "0.146",
        rows: split,
        // The balance before row k, at 14.6 % ÷ 12 a month.
        fees: |p, rows| {
            (0..rows.len()).map(|k| half_up((p - rows[..k].iter().sum::<i64>()) * 146, 12_000)).collect()
        },
    },
    Method {
        name: "equalInstalment",
        rate: "0.12",
        rows: equal_instalments,
        fees: |p, rows| (0..rows.len()).map(|k| half_up(p - rows[..k].iter().sum::<i64>(), 100)).collect(),
    },
];

/// The payment is P x 1/100 / (1 - (100/101)^n) = P x 101^n / (100 x (101^n - 100^n)), half up. A row repays what of it
/// is not interest of one hundredth of what is left; the last row repays what is left.
fn equal_instalments(principal: i64, n: usize) -> Vec<i64> {
    let [grown, flat] = [101, 100].map(|base: i128| base.pow(n as u32));
    let (numerator, denominator) = (i128::from(principal) * grown, 100 * (grown - flat));
    let payment = ((2 * numerator + denominator) / (2 * denominator)) as i64;
    let mut left = principal;
    let mut rows = Vec::new();
    for row in 1..=n {
        let part = if row == n { left } else { (payment - half_up(left, 100)).clamp(0, left) };
        left -= part;
        rows.push(part);
    }
    rows
}

fn id(fen: i64, n: usize) -> String {
    format!("{fen}/{n}")
}

/// Principal and fee of each row: a row without principal has no fee.
fn model(method: &Method, fen: i64, n: usize) -> Vec<(i64, i64)> {
    let rows = (method.rows)(fen, n);
    let fees = (method.fees)(fen, &rows);
    rows.iter().zip(fees).map(|(&row, fee)| (row, if row == 0 { 0 } else { fee })).collect()
}

fn overrides(method: &Method) -> Value {
    let mut keys = json!({ "plan.smallest": "0.01" });
    for n in COUNTS {
        keys[format!("plan.{n}.method")] = json!(method.name);
        keys[format!("plan.{n}.rate")] = json!(method.rate);
    }
    keys
}

fn check_plan(method: &Method, report: &Value, fen: i64, n: usize) {
    let plan = entry(report, "plans", "id", id(fen, n)).expect("the plan was accepted");
    let expected = model(method, fen, n);
    let rows = plan["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), n);
    for (row, &(principal, fee)) in rows.iter().zip(&expected) {
        let got = (row["principal"].as_str(), row["fee"].as_str());
        let (principal, fee) = (yuan(principal), yuan(fee));
        assert_eq!(got, (Some(&*principal), Some(&*fee)), "{} {fen} in {n}, row {}", method.name, row["n"]);
    }
    let total: i64 = expected.iter().map(|(_, fee)| fee).sum();
    assert_eq!(plan["totalFee"], yuan(total), "{} {fen} in {n}", method.name);
}

/// The bill of month k is what all plans have in row k.
fn check_bills(method: &Method, report: &Value, amounts: core::ops::RangeInclusive<i64>) {
    for k in 0..12 {
        let of_plan = |fen: i64, n: usize| model(method, fen, n).get(k).map_or(0, |(p, f)| p + f);
        let total: i64 = amounts.clone().flat_map(|fen| COUNTS.map(|n| of_plan(fen, n))).sum();
        let month = date(k + 2, 1)[..7].to_owned();
        let bill = entry(report, "bills", "month", month.clone());
        assert_eq!(bill.map(|it| it["total"].as_str()), Some(Some(&*yuan(total))), "{} {month}", method.name);
        assert_eq!(bill.map(|it| it["settledOn"].as_str()), Some(Some(&*date(k + 2, 6))));
    }
}

#[test]
fn every_plan_up_to_20_yuan_has_the_rows_fees_and_bills_of_the_formula() {
    for method in &METHODS {
        for hundred in 0..20 {
            let amounts = hundred * 100 + 1..=hundred * 100 + 100;
            let purchase = |fen: i64, n: usize| {
                let (id, amount) = (id(fen, n), yuan(fen));
                json!({ "type": "purchase", "id": id, "date": "2025-01-10", "amount": amount, "periods": n })
            };
            let events = amounts.clone().flat_map(|fen| COUNTS.map(|n| purchase(fen, n))).collect();
            let report = report("2026-01-31", overrides(method), true, events);
            amounts.clone().for_each(|fen| COUNTS.iter().for_each(|&n| check_plan(method, &report, fen, n)));
            check_bills(method, &report, amounts);
            assert_eq!(report["totals"]["outstanding"], "0.00");
        }
    }
}
