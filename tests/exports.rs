//! Tables and calendars of reports: what they hold for the worked example, and that no report makes them panic.
//!
//! `tests/node` has other programs read them. What is not here: figures of reports beyond the worked example.

use serde_json::{Value, json};
use yuefu::error::Error;
use yuefu::wire::json::Json;
use yuefu::wire::{calendar_file, read, table, write};

const TABLES: [&str; 5] = ["bills", "plans", "refunds", "limit", "journal"];
const LOCALES: [&str; 3] = ["zh-CN", "zh-Hant", "en"];

/// A value as the library reads it.
fn input(value: &Value) -> Json<'static> {
    read::json(&value.to_string()).expect("JSON").into_owned()
}

/// The report of a scenario, without explanations, which no table or calendar reads.
fn simulate(scenario: &Value) -> Value {
    let scenario = input(scenario);
    let product = read::product_of(&scenario).expect("a shipped product");
    let (scenario, terms) = read::scenario(&scenario, product).expect("our own scenario");
    serde_json::to_value(write::report(&scenario, &terms, write::Detail::Totals)).expect("JSON")
}

/// 500.00 in full on 10 February, 1000.00 in three rows on the 20th, the first refunded on 5 March 2024.
fn example() -> Value {
    simulate(&json!({
        "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": "10000.00",
        "events": [
            { "type": "purchase", "id": "p1", "date": "2024-02-10", "amount": "500.00" },
            { "type": "purchase", "id": "=p2", "date": "2024-02-20", "amount": "1000.00", "periods": 3 },
            { "type": "refund", "date": "2024-03-05", "purchase": "p1" },
        ],
    }))
}

/// Frozen, overdue, refunded in parts, converted: a report in which every list has entries.
fn eventful() -> Value {
    simulate(&json!({
        "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": "20000.00",
        "habit": { "payInFull": false }, "until": "2025-09-30",
        "events": [
            { "type": "purchase", "id": "p1", "date": "2025-01-05", "amount": "6000.00", "periods": 6 },
            { "type": "purchase", "id": "p2", "date": "2025-01-06", "amount": "900.00" },
            { "type": "convertBill", "date": "2025-02-03", "bill": "2025-02", "amount": "500.00", "periods": 3, "id": "c1" },
            { "type": "refund", "date": "2025-02-10", "purchase": "p2", "amount": "100.00" },
            { "type": "freeze", "date": "2025-02-12", "kind": "riskControl" },
            { "type": "repayment", "date": "2025-08-01", "amount": "9000.00" },
        ],
    }))
}

fn csv(report: &Value, table: &str, locale: &str) -> Result<String, Error> {
    table::csv(&input(report), &table.into(), &locale.into())
}

fn lines(report: &Value, table: &str) -> Vec<String> {
    let text = csv(report, table, "en").expect("a table of our own report");
    let text = text.strip_prefix('\u{FEFF}').expect("the mark of UTF-8");
    let text = text.strip_suffix("\r\n").expect("the last line ends too");
    text.split("\r\n").map(str::to_owned).collect()
}

/// The figures of the worked example as they were worked out by hand, each day a row.
#[test]
fn the_limit_of_the_worked_example_is_a_table() {
    let expected = [
        "2024-02-10,10000.00,10000.00,500.00,0.00,0.00,9500.00,9500.00,,",
        "2024-02-20,10000.00,10000.00,1500.00,0.00,0.00,8500.00,8500.00,,",
        "2024-03-05,10000.00,10000.00,1000.00,500.00,500.00,8500.00,8500.00,,",
        "2024-03-06,10000.00,10000.00,666.67,500.00,833.33,8833.33,8500.00,,",
        "2024-03-08,10000.00,10000.00,666.67,0.00,833.33,9333.33,8500.00,,",
        "2024-03-09,10000.00,10000.00,666.67,0.00,500.00,9333.33,8833.33,,",
        "2024-03-12,10000.00,10000.00,666.67,0.00,0.00,9333.33,9333.33,,",
        "2024-04-06,10000.00,10000.00,333.34,0.00,333.33,9666.66,9333.33,,",
        "2024-04-09,10000.00,10000.00,333.34,0.00,0.00,9666.66,9666.66,,",
        "2024-05-06,10000.00,10000.00,0.00,0.00,333.34,10000.00,9666.66,,",
        "2024-05-09,10000.00,10000.00,0.00,0.00,0.00,10000.00,10000.00,,",
    ];
    let lines = lines(&example(), "limit");
    assert!(lines[0].starts_with("Date,Limit (earliest),Limit (latest),Used,"));
    assert_eq!(lines[1..], expected);
}

#[test]
fn bills_plans_and_refunds_of_the_worked_example_are_tables() {
    let report = example();
    let bills = lines(&report, "bills");
    for (line, start, end) in [
        (1, "2024-03,2024-03-01,2024-03-06,", ",840.33,340.33,0.00,0.00,paid,2024-03-06"),
        (2, "2024-04,2024-04-01,2024-04-06,", ",340.33,340.33,0.00,0.00,paid,2024-04-06"),
        (3, "2024-05,2024-05-01,2024-05-06,", ",340.34,340.34,0.00,0.00,paid,2024-05-06"),
    ] {
        assert!(bills[line].starts_with(start) && bills[line].ends_with(end), "{}", bills[line]);
    }
    assert_eq!(bills.len(), 4);
    let plans = lines(&report, "plans");
    for (row, day, principal) in
        [(1, "2024-03", "333.33"), (2, "2024-04", "333.33"), (3, "2024-05", "333.34")]
    {
        let line = &plans[row];
        assert!(
            line.starts_with("'=p2,'=p2,,flatPerPeriod,0.007"),
            "no formula, and the rate as it is: {line}"
        );
        assert!(line.ends_with(&format!(",{row},{day}-01,{day}-06,{principal},7.00,0.00,paid")), "{line}");
    }
    let refunds = lines(&report, "refunds");
    let expected = "2,p1,2024-03-05,500.00,normal,default,0.00,500.00,0.00,0.00,500.00,\
                    2024-03-08,2024-03-08,2024-03-12,,,";
    assert_eq!(refunds[1..], [expected]);
}

#[test]
fn the_journal_goes_by_days_and_has_every_line_and_cause() {
    let report = eventful();
    let journal = lines(&report, "journal");
    let count = |list: &str, inner: &str| -> usize {
        let list = report[list].as_array().expect("a list");
        list.iter().map(|entry| entry[inner].as_array().expect("a list").len()).sum()
    };
    assert_eq!(journal.len() - 1, count("bills", "lines") + count("limit", "causes"));
    let days: Vec<&str> = journal[1..].iter().map(|line| &line[..10]).collect();
    assert!(days.is_sorted());
    let first = lines(&example(), "journal");
    // The first purchase takes limit on its day, and is put on the March bill on the 1st.
    assert!(first.contains(&"2024-02-10,limit,,purchase,p1,,500.00,,both".to_owned()), "{first:#?}");
    assert!(first.contains(&"2024-03-01,bill,2024-03,purchase,p1,,500.00,true,".to_owned()), "{first:#?}");
    assert!(first.contains(&"2024-03-05,bill,2024-03,refund,p1,,-500.00,false,".to_owned()), "{first:#?}");
}

#[test]
fn headings_are_in_every_language_and_as_many_as_cells() {
    let report = example();
    for table in TABLES {
        let heads = LOCALES.map(|locale| {
            let text = csv(&report, table, locale).expect("a table");
            text.split("\r\n").next().expect("a line").to_owned()
        });
        assert!(heads[0] != heads[1] && heads[1] != heads[2], "{table}");
        let cells = lines(&report, table)[1].split(',').count();
        assert!(heads.iter().all(|head| head.split(',').count() == cells), "{table}");
    }
}

#[test]
fn other_words_are_refused() {
    for (table, locale) in [("bill", "en"), ("bills", "fr"), ("", "en"), ("bills", "")] {
        assert_eq!(csv(&example(), table, locale).expect_err("a word").code.as_str(), "unknownWord");
    }
    assert_eq!(calendar_of(&example(), "zh").expect_err("a word").code.as_str(), "unknownWord");
    for (report, code) in
        [(json!({}), "missingField"), (json!({ "format": "x" }), "wrongFormat"), (json!(5), "missingField")]
    {
        assert_eq!(csv(&report, "bills", "en").expect_err("no report").code.as_str(), code);
        assert_eq!(calendar_of(&report, "en").expect_err("no report").code.as_str(), code);
    }
}

#[test]
fn a_wrong_figure_is_named_by_its_place() {
    let mut report = example();
    report["bills"][1]["total"] = json!("=HYPERLINK(1)");
    let error = csv(&report, "bills", "en").expect_err("no figure");
    assert_eq!((error.code.as_str(), &*error.path), ("notANumber", "/bills/1/total"));
    report["limit"][0]["held"] = json!({ "possible": "1.00" });
    let error = csv(&report, "limit", "en").expect_err("half of it");
    assert_eq!((error.code.as_str(), &*error.path), ("missingField", "/limit/0/held"));
}

fn calendar_of(report: &Value, locale: &str) -> Result<String, Error> {
    calendar_file::calendar(&input(report), &locale.into())
}

/// The calendar as its lines, unfolded.
fn calendar(report: &Value, locale: &str) -> Vec<String> {
    let text = calendar_of(report, locale).expect("a calendar of our own report");
    text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn the_days_of_the_worked_example_are_in_the_calendar() {
    let lines = calendar(&example(), "zh-CN");
    let at = |line: &str| {
        lines.iter().position(|found| found == line).unwrap_or_else(|| panic!("{line}: {lines:#?}"))
    };
    let due = at("UID:due.2024-03.douyin-monthly-pay@yuefu");
    assert_eq!(lines[due + 1], "DTSTAMP:20240305T000000Z", "the day of the last event");
    assert_eq!(lines[due + 2], "DTSTART;VALUE=DATE:20240306");
    assert_eq!(lines[due + 4], "SUMMARY:2024-03 账单 840.33 元，今天到期");
    let back = at("UID:limitGuaranteed.2024-03-12.douyin-monthly-pay@yuefu");
    assert_eq!(lines[back + 4], "SUMMARY:确定多出 500.00 元额度，可用 9333.33 元");
    at("UID:payBy.2024-05.douyin-monthly-pay@yuefu");
}

/// The start and the title of the entry with an id.
fn entry(lines: &[String], id: &str) -> (String, String) {
    let uid = format!("UID:{id}.douyin-monthly-pay@yuefu");
    let at = lines.iter().position(|line| *line == uid).unwrap_or_else(|| panic!("{uid}: {lines:#?}"));
    let value = |line: usize| lines[at + line].split_once(':').expect("a property").1.to_owned();
    (value(2), value(4))
}

/// Risk control lasts 1 to 7 days. The proof of income is due on the third day, one's own look takes 1 to 3 working days.
#[test]
fn a_freeze_and_its_ways_back_are_in_the_calendar() {
    let report = simulate(&json!({
        "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": "10000.00",
        "until": "2025-03-20", "events": [{ "type": "freeze", "date": "2025-03-10", "kind": "riskControl" }],
    }));
    let [chinese, english] = ["zh-CN", "en"].map(|locale| calendar(&report, locale));
    for (id, day, chinese_title, english_title) in [
        (
            "unfreeze.riskControl.2025-03-10.possible",
            11,
            "冻结解除（最早）",
            "The freeze ends\\, at the earliest",
        ),
        (
            "unfreeze.riskControl.2025-03-10.guaranteed",
            17,
            "冻结解除（最晚）",
            "The freeze ends\\, at the latest",
        ),
        (
            "way.riskControl.2025-03-10.misjudged.incomeProof",
            12,
            "更新收入证明（如果是系统误判）",
            "Renew the proof of income\\, if the system was wrong",
        ),
        (
            "way.riskControl.2025-03-10.misjudged.selfCheck.guaranteed",
            13,
            "自己先查一遍记录（如果是系统误判）（最晚）",
            "Look through your own record\\, if the system was wrong\\, at the latest",
        ),
    ] {
        let day = format!("202503{day}");
        assert_eq!(entry(&chinese, id), (day.clone(), chinese_title.to_owned()));
        assert_eq!(entry(&english, id), (day, english_title.to_owned()));
    }
}

/// Three times 1000.00 in instalments on 20 March: fifteen days before, on the 5th, there are three reminders of a kind.
#[test]
fn entries_of_one_kind_and_day_are_numbered() {
    let buy = |id: &str| json!({ "type": "purchase", "id": id, "date": "2025-03-20", "amount": "1000.00", "periods": 3 });
    let report = simulate(&json!({
        "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": "10000.00",
        "until": "2025-03-31", "events": [buy("a"), buy("b"), buy("c")],
    }));
    let lines = calendar(&report, "en");
    for id in ["askAhead.2025-03-05", "askAhead.2025-03-05.2", "askAhead.2025-03-05.3"] {
        let title = "Ask ahead: 1000.00 yuan in instalments on 2025-03-20";
        assert_eq!(entry(&lines, id), ("20250305".to_owned(), title.to_owned()));
    }
}

#[test]
fn ids_are_each_once_and_the_same_in_every_language() {
    let ids = |locale: &str| -> Vec<String> {
        calendar(&eventful(), locale).into_iter().filter(|line| line.starts_with("UID:")).collect()
    };
    let first = ids("en");
    let mut once = first.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), first.len());
    assert!(
        first.iter().any(|id| id.starts_with("UID:way."))
            && first.iter().any(|id| id.starts_with("UID:unfreeze."))
    );
    assert!(LOCALES.iter().all(|locale| ids(locale) == first));
}

/// Every third value of a report is replaced by something else.
#[test]
fn no_report_makes_an_export_panic() {
    let report = eventful();
    let others = [
        json!(null),
        json!(-1),
        json!(1.5),
        json!("=1"),
        json!("9999-99-99"),
        json!([{}]),
        json!({ "": [] }),
        json!(true),
    ];
    let mut places = Vec::new();
    pointers(&report, String::new(), &mut places);
    let mut refused = 0;
    for (index, place) in places.iter().enumerate().step_by(3) {
        let mut changed = report.clone();
        *changed.pointer_mut(place).expect("the place") = others[index % others.len()].clone();
        let tables = TABLES.map(|table| csv(&changed, table, "en").is_err());
        let calendar = calendar_of(&changed, "en").is_err();
        refused += usize::from(calendar || tables.contains(&true));
    }
    assert!(refused > places.len() / 12, "{refused} of {}", places.len());
}

fn pointers(value: &Value, place: String, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                pointers(value, format!("{place}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                pointers(value, format!("{place}/{index}"), found);
            }
        }
        _ => {}
    }
    found.push(place);
}
