//! Terms are data: no figure of a product stands in the rules, and a product that nobody ever saw runs on its own.
//!
//! What is not here: the figures of the shipped products (see `tests/terms`).
#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code, unused_imports, reason = "the door has more than one test to serve")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};
use yuefu::terms::Terms;
use yuefu::wire::{read, write};

/// Where rules are: figures of a product would have to stand here to have an effect.
const RULES: [&str; 13] = [
    "src/billing.rs",
    "src/installment.rs",
    "src/refund.rs",
    "src/limit.rs",
    "src/risk.rs",
    "src/engine",
    "src/ledger",
    "src/report",
    "src/event.rs",
    "src/scenario.rs",
    "src/queue.rs",
    "src/quote",
    "src/solver",
];

/// Whole numbers that stand for no term: none, one, the two readings.
const PLAIN: [&str; 3] = ["0", "1", "2"];

/// Other whole numbers, each with the reason why it is no figure of a product.
const STRUCTURE: [(&str, &str, &str); 36] = [
    ("src/installment.rs", "12", "months of a year"),
    ("src/refund.rs", "3", "the days of a window, and the terms that a malicious refund cites"),
    ("src/engine/freezes.rs", "5", "kinds of freezes"),
    ("src/engine/buy.rs", "4", "the terms that a plan cites"),
    ("src/engine/course.rs", "60", "months after which a run without end stops: the contract's own bound"),
    ("src/engine/resume.rs", "6", "marks that a kept simulation holds"),
    ("src/engine/settle.rs", "100", "more money than anything can cost"),
    ("src/ledger/items.rs", "4", "parts of a bill"),
    ("src/ledger/journal.rs", "5", "kinds of freezes"),
    ("src/report/advice.rs", "30", "days of an average month"),
    ("src/report/bills.rs", "4", "how many like lines are looked back for"),
    ("src/report/ladder.rs", "365", "days of a year"),
    ("src/report/limit.rs", "4", "how many like causes are looked back for"),
    ("src/report/limit.rs", "5", "kinds of freezes"),
    ("src/report/reminders.rs", "12", "months of a year"),
    ("src/event.rs", "15", "refusals of the contract"),
    ("src/quote/mod.rs", "360", "rows of the longest plan that can be quoted: the contract's own bound"),
    ("src/quote/reverse.rs", "10", "steps of a search by decimals"),
    ("src/quote/reverse.rs", "12", "decimals of a rate that is searched for"),
    ("src/quote/reverse.rs", "1_000_000_000_000", "one, in the last of those decimals"),
    ("src/quote/sheet.rs", "365", "days of a year"),
    ("src/quote/sheet.rs", "5", "costs of the sheet that depend on what happens"),
    ("src/quote/sheet.rs", "6", "costs that the sheet leaves out"),
    ("src/scenario.rs", "100_000", "events: the contract's own bound"),
    ("src/solver/compare.rs", "10", "scenarios to compare: the contract's own bound"),
    ("src/solver/compare.rs", "4_000_000", "pairs that a comparison looks at"),
    ("src/solver/refund_day.rs", "200", "days that a search looks back"),
    ("src/solver/refund_day.rs", "3", "classes, and channels"),
    ("src/solver/repay.rs", "400", "days that a search looks at"),
    ("src/solver/repay.rs", "64", "days that a search looks at"),
    ("src/solver/settle.rs", "24", "days that a search looks at"),
    ("src/solver/study.rs", "100", "what a run costs, in events"),
    ("src/solver/study.rs", "4_000", "runs of a search: the contract's own bound"),
    ("src/solver/study.rs", "4_000_000", "events of all runs of a search"),
    ("src/solver/study.rs", "5", "the part of the runs that is kept back"),
    ("src/solver/study.rs", "60", "runs of a search at least; months as in the engine"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(path: &Path, found: &mut Vec<PathBuf>) {
    if path.is_file() {
        found.push(path.to_owned());
        return;
    }
    let mut inside: Vec<PathBuf> =
        fs::read_dir(path).expect("a folder of rules").map(|it| it.expect("an entry").path()).collect();
    inside.sort();
    inside.iter().for_each(|path| rust_files(path, found));
}

/// A line without its comment and without what stands in quotes; and what stood in quotes.
fn code_and_texts(line: &str) -> (String, Vec<String>) {
    let mut code = String::new();
    let mut texts = Vec::new();
    let mut parts = line.split('"');
    while let Some(outside) = parts.next() {
        if let Some((before, _)) = outside.split_once("//") {
            code.push_str(before);
            return (code, texts);
        }
        code.push_str(outside);
        texts.extend(parts.next().map(str::to_owned));
    }
    (code, texts)
}

/// Numbers that stand alone in code: not part of a name, not the index of a tuple.
fn numbers(code: &str) -> Vec<String> {
    let is_part = |it: char| it.is_alphanumeric() || it == '_' || it == '.';
    code.split(|it| !is_part(it))
        .filter(|word| word.starts_with(|it: char| it.is_ascii_digit()))
        .map(|word| word.split("..").next().unwrap_or_default().trim_end_matches('.').to_owned())
        .collect()
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|it| it.is_ascii_digit() || it == '.')
}

fn is_explained(path: &str, number: &str) -> bool {
    PLAIN.contains(&number) || STRUCTURE.iter().any(|(file, known, _)| *file == path && *known == number)
}

/// What a file holds that looks like a figure of a product, with its place.
fn figures(path: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (line, row) in (1..).zip(text.lines()) {
        let (code, texts) = code_and_texts(row);
        let unexplained = numbers(&code).into_iter().filter(|it| !is_explained(path, it));
        let quoted = texts.into_iter().filter(|text| is_number(text));
        found.extend(unexplained.chain(quoted).map(|it| format!("{path}:{line}: {it}")));
    }
    found
}

/// Paths and texts of the rules, without the tests that stand beside them.
fn files() -> Vec<(String, String)> {
    let mut paths = Vec::new();
    RULES.iter().for_each(|rule| rust_files(&root().join(rule), &mut paths));
    let name = |path: &Path| path.strip_prefix(root()).expect("inside").to_string_lossy().into_owned();
    let rules = |path: &PathBuf| {
        let text = fs::read_to_string(path).expect("a file of rules");
        (name(path), text.split("#[cfg(test)]").next().unwrap_or_default().to_owned())
    };
    paths.iter().map(rules).collect()
}

#[test]
fn no_figure_of_a_product_stands_in_the_rules() {
    let breaches: Vec<String> = files().iter().flat_map(|(path, text)| figures(path, text)).collect();
    assert!(breaches.is_empty(), "a term, or a structure with a reason:\n{}", breaches.join("\n"));
}

#[test]
fn a_figure_in_a_rule_is_found() {
    let text = "let grace = Days(3); // 4\nlet rate = \"0.0005\";\nlet first = rows[0];\nlet due = day + 5;";
    let found = figures("src/billing.rs", text);
    assert_eq!(found, ["src/billing.rs:1: 3", "src/billing.rs:2: 0.0005", "src/billing.rs:4: 5"]);
}

#[test]
fn every_explained_number_is_still_there() {
    let files = files();
    for (path, number, reason) in STRUCTURE {
        let text = files.iter().find(|(name, _)| name == path).map_or("", |(_, text)| text);
        let found = text.lines().any(|row| numbers(&code_and_texts(row).0).iter().any(|it| it == number));
        assert!(found, "{path} has no {number} ({reason}) any more");
    }
}

#[test]
fn no_rule_knows_a_product_by_name() {
    for (path, text) in files() {
        for terms in yuefu::terms::shipped() {
            assert!(!text.contains(&*terms.id), "{path} names {}", terms.id);
        }
    }
}

/// Key, value and unit of the terms of a product whose every figure differs from those of the shipped ones.
#[rustfmt::skip]
const LANTERN: [(&str, &str, &str); 48] = [
    ("statement.day", "12", "dayOfMonth"),
    ("statement.dueDay", "3", "dayOfMonth"),
    ("statement.payEarly", "4", "days"),
    ("grace.days", "1", "days"),
    ("penalty.rate", "\"0.002\"", "ratePerDay"),
    ("minimum.ratio", "\"0.25\"", "ratio"),
    ("minimum.rate", "\"0.001\"", "ratePerDay"),
    ("postpone.rate", "\"0.0004\"", "ratePerDay"),
    ("plan.2.method", "\"flatTotal\"", "word"),
    ("plan.2.settle", "\"chargeAll\"", "word"),
    ("plan.5.method", "\"equalPrincipal\"", "word"),
    ("plan.5.rate", "\"0.24\"", "ratePerYear"),
    ("plan.5.settle", "\"waive\"", "word"),
    ("plan.remainder", "\"first\"", "word"),
    ("money.rounding", "\"up\"", "word"),
    ("repayment.order", "[\"principal\", \"fee\", \"interest\", \"penalty\"]", "words"),
    ("repayment.lagPossible", "1", "days"),
    ("repayment.lagGuaranteed", "2", "days"),
    ("refund.rule", "\"windows\"", "word"),
    ("refund.spread", "\"lastFirst\"", "word"),
    ("refund.billedFees", "false", "switch"),
    ("refund.dailyMax", "1", "count"),
    ("refund.normal.default.shown", "1", "days"),
    ("refund.normal.default.possible", "2", "days"),
    ("refund.normal.default.guaranteed", "4", "days"),
    ("refund.normal.mall.shown", "0", "days"),
    ("refund.normal.mall.possible", "0", "days"),
    ("refund.normal.mall.guaranteed", "0", "days"),
    ("refund.normal.externalPlatform.shown", "9", "days"),
    ("refund.normal.externalPlatform.possible", "9", "days"),
    ("refund.normal.externalPlatform.guaranteed", "19", "days"),
    ("refund.partial.shown", "6", "days"),
    ("refund.partial.possible", "6", "days"),
    ("refund.partial.guaranteed", "8", "days"),
    ("appeal.possible", "2", "days"),
    ("appeal.guaranteed", "4", "days"),
    ("overdue.blocks", "true", "switch"),
    ("overdue.cutAfter", "1", "count"),
    ("overdue.cutPossible", "\"0.9\"", "ratio"),
    ("overdue.cutGuaranteed", "\"0.8\"", "ratio"),
    ("violation.lateDays", "5", "days"),
    ("violation.bills", "1", "count"),
    ("violation.observe", "10", "days"),
    ("freeze.riskControl.possible", "2", "days"),
    ("freeze.riskControl.guaranteed", "3", "days"),
    ("freeze.manualReview.possible", "4", "days"),
    ("freeze.manualReview.guaranteed", "5", "days"),
    ("reminder.beforeDue", "1", "days"),
];

/// A value from a day on that nobody states.
fn value(from: &str, value: &str, unit: &str) -> Value {
    let value: Value = serde_json::from_str(value).expect("a value is JSON");
    json!({ "from": from, "value": value, "unit": unit, "source": "assumed", "sure": "assumed" })
}

/// The made-up product, read from its JSON text as any product is. In June 2025 the smallest amount for
/// instalments goes from the first of two to the other, and two rows cost 5 % instead of 4 %.
fn lantern(smallest: [&str; 2]) -> Terms {
    let changing = |[before, after]: [&str; 2], unit: &str| {
        json!([value("2004-01-01", before, unit), value("2025-06-01", after, unit)])
    };
    let mut terms: Map<String, Value> = LANTERN
        .iter()
        .map(|&(key, it, unit)| (key.to_owned(), json!([value("2004-01-01", it, unit)])))
        .collect();
    terms.insert("plan.smallest".to_owned(), changing(smallest, "yuan"));
    terms.insert("plan.2.rate".to_owned(), changing(["\"0.04\"", "\"0.05\""], "ratePerPlan"));
    let name = json!({ "zh-CN": "灯笼月付", "zh-Hant": "燈籠月付", "en": "Lantern Pay" });
    let product = json!({ "format": "yuefu.terms/1", "id": "lantern-pay", "version": "2025-01-01", "name": name,
                          "sources": [], "terms": terms });
    Terms::from_json(&product.to_string()).expect("a product of one's own")
}

/// The report of events on a product of one's own.
fn run_on(terms: &Terms, until: &str, events: Value) -> Value {
    let scenario = json!({ "format": "yuefu.scenario/1", "product": "lantern-pay", "creditLimit": "2000.00",
                           "habit": { "payInFull": false }, "until": until, "events": events });
    let text = scenario.to_string();
    let scenario = read::json(&text).expect("JSON");
    let (scenario, terms) = read::scenario(&scenario, terms).expect("a valid scenario");
    serde_json::to_value(write::report(&scenario, &terms, write::Detail::Full)).expect("a report is JSON")
}

fn run(until: &str, events: Value) -> Value {
    run_on(&lantern(["\"7.00\"", "\"70.00\""]), until, events)
}

fn check(report: &Value, expected: &Value) {
    let wrong = support::differences(expected, report);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// 100.01 x 0.04 = 4.0004, up 4.01; split with the remainder first 2.01 + 2.00. 7.00 at 2 % a month: 0.14, then
/// 5.60 x 0.02 = 0.112, up 0.12; 0.084, up 0.09; 0.056, up 0.06; 0.028, up 0.03. Bill 2025-03, 12 March, due
/// 3 April: 50.01 + 2.01 + 1.40 + 0.14 = 53.56.
#[test]
fn a_made_up_product_has_its_own_plans_and_days() {
    let events = json!([
        { "type": "purchase", "id": "a", "date": "2025-03-05", "amount": "100.01", "periods": 2 },
        { "type": "purchase", "id": "b", "date": "2025-03-05", "amount": "6.99", "periods": 2 },
        { "type": "purchase", "id": "c", "date": "2025-03-05", "amount": "100.00", "periods": 3 },
        { "type": "purchase", "id": "d", "date": "2025-03-06", "amount": "7.00", "periods": 5 },
        { "type": "purchase", "id": "e", "date": "2025-03-12", "amount": "9.00" },
    ]);
    let row = |n: u32, principal: &str, fee: &str| json!({ "n": n, "principal": principal, "fee": fee });
    check(
        &run("2025-03-13", events),
        &json!({
            "product": { "id": "lantern-pay", "version": "2025-01-01", "overrides": [] },
            "outcomes": [
                { "event": 0, "status": "accepted", "interestFreeDays": 29 },
                { "event": 1, "code": "periodsNotOffered" },
                { "event": 2, "code": "periodsNotOffered" },
                { "event": 3, "status": "accepted" },
                { "event": 4, "status": "accepted", "interestFreeDays": 52 },
            ],
            "plans": [
                { "id": "a", "totalFee": "4.01", "rows": [row(1, "50.01", "2.01"), row(2, "50.00", "2.00")] },
                { "id": "d", "totalFee": "0.44", "rows": [row(1, "1.40", "0.14"), row(2, "1.40", "0.12"),
                    row(3, "1.40", "0.09"), row(4, "1.40", "0.06"), row(5, "1.40", "0.03")] },
            ],
            "bills": [{ "month": "2025-03", "statementDate": "2025-03-12", "dueDate": "2025-04-03",
                        "payBy": "2025-03-30", "total": "53.56" }],
            "count": { "bills": 1 },
        }),
    );
}

/// A bill of 100.00, due 3 April, in grace on the 4th, overdue on the 5th: 100.00 x 0.002 x 2 d = 0.40, the first
/// overdue bill cuts 2000.00 to 1800.00 and 1600.00; unpaid at the end of the 5th day, the 8th, it is a violation.
/// Paid on the 10th with 7 days, 1.40, and observed for 10 days.
#[test]
fn a_made_up_product_has_its_own_consequences() {
    let events = json!([
        { "type": "purchase", "id": "a", "date": "2025-03-05", "amount": "100.00" },
        { "type": "repayment", "date": "2025-04-10", "amount": "101.40" },
    ]);
    let both = |possible: &str, guaranteed: &str| json!({ "possible": possible, "guaranteed": guaranteed });
    check(
        &run("2025-04-30", events),
        &json!({
            "bills": [{ "month": "2025-03", "penalty": "1.40", "remaining": "0.00", "settledOn": "2025-04-10" }],
            "limit": [
                { "at": "2025-04-04", "limit": both("2000.00", "2000.00") },
                { "at": "2025-04-05", "date": "2025-04-05", "limit": both("1800.00", "1600.00") },
                { "at": "2025-04-10", "used": "0.00", "held": both("100.00", "100.00") },
                { "at": "2025-04-11", "held": both("0.00", "100.00") },
                { "at": "2025-04-12", "held": both("0.00", "0.00") },
            ],
            "freezes": [
                { "kind": "overdue", "from": "2025-04-05", "possible": "2025-04-10" },
                { "kind": "violation", "from": "2025-04-09", "possible": "2025-04-20", "guaranteed": "2025-04-20" },
            ],
        }),
    );
}

/// Windows of 1, 2 and 4 days; the second refund of a day is malicious, and an appeal takes 2 to 4 days.
#[test]
fn a_made_up_product_has_its_own_refunds() {
    let events = json!([
        { "type": "purchase", "id": "a", "date": "2025-03-05", "amount": "20.00" },
        { "type": "purchase", "id": "b", "date": "2025-03-05", "amount": "10.00" },
        { "type": "purchase", "id": "c", "date": "2025-03-05", "amount": "7.00", "periods": 5 },
        { "type": "refund", "date": "2025-03-07", "purchase": "a" },
        { "type": "refund", "date": "2025-03-07", "purchase": "b" },
        { "type": "appeal", "date": "2025-03-08" },
        { "type": "refund", "date": "2025-03-09", "purchase": "c", "amount": "2.00" },
    ]);
    check(
        &run("2025-03-31", events),
        &json!({
            "refunds": [
                { "event": 3, "class": "normal", "shown": "2025-03-08", "possible": "2025-03-09", "guaranteed": "2025-03-11" },
                { "event": 4, "class": "malicious", "possible": "2025-03-10", "guaranteed": "2025-03-12" },
                { "event": 6, "class": "partial", "shown": "2025-03-15", "possible": null },
            ],
            // The last row gives first: 1.40, then 0.60 of the one before it.
            "plans": [{ "id": "c", "rows": [{ "n": 3, "principal": "1.40" }, { "n": 4, "principal": "0.80" },
                                            { "n": 5, "principal": "0.00", "status": "cancelled" }] }],
        }),
    );
}

/// From June 2025 other terms hold: smallest amount 70.00, 5 % in all. A plan keeps the terms it was made on.
#[test]
fn a_made_up_product_changes_its_terms_on_a_day() {
    let buy = |id: &str, date: &str, amount: &str| json!({ "type": "purchase", "id": id, "date": date, "amount": amount, "periods": 2 });
    let events = json!([
        buy("a", "2025-05-31", "69.99"),
        buy("b", "2025-06-01", "69.99"),
        buy("c", "2025-06-01", "70.00"),
    ]);
    check(
        &run("2025-06-11", events),
        &json!({
            "outcomes": [{ "event": 0, "status": "accepted" }, { "event": 1, "code": "periodsNotOffered" },
                         { "event": 2, "status": "accepted" }],
            // 69.99 x 0.04 = 2.7996, up 2.80; 70.00 x 0.05 = 3.50.
            "plans": [{ "id": "a", "totalFee": "2.80" }, { "id": "c", "totalFee": "3.50" }],
        }),
    );
}
