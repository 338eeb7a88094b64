//! The equation of Directive 2008/48/EC, by months, weeks and days.

use rust_decimal::Decimal;
use yuefu::rate::{Flow, Method, annual_rate};

use crate::{check_percent, dated, numbered};

#[track_caller]
fn check(flows: &[Flow], expected: &str) {
    check_percent(annual_rate(flows, Method::Eu, None).expect("a rate").rate, expected);
}

#[test]
fn standard_months_of_directive_98_7() {
    // Directive 98/7/EC, annex III B: a year of 12 equal months.
    check(&numbered([(0, "-1000"), (18, "1200")]), "12.92");
    check(&numbered([(0, "-950"), (18, "1200")]), "16.85");
    check(&numbered([(0, "-1000"), (12, "600"), (24, "600")]), "13.07");
    check(&numbered([(0, "-1000"), (3, "272"), (6, "272"), (12, "544")]), "13.19");
}

#[test]
fn the_same_plans_by_date() {
    check(&dated([("1994-01-01", "-1000"), ("1995-07-01", "1200")]), "12.92");
    check(&dated([("1994-01-01", "-950"), ("1995-07-01", "1200")]), "16.85");
    // (0.6 + √(0.36 + 2.4)) / 2 − 1; the directive prints 0.1306623.
    check(&dated([("1994-01-01", "-1000"), ("1995-01-01", "600"), ("1996-01-01", "600")]), "13.0662386292");
    check(
        &dated([
            ("1994-01-01", "-1000"),
            ("1994-04-01", "272"),
            ("1994-07-01", "272"),
            ("1995-01-01", "544"),
        ]),
        "13.1854954528",
    );
}

#[test]
fn one_year_at_ten_percent() {
    check(&numbered([(0, "-1000"), (12, "1100")]), "10");
    check(&numbered([(0, "-1000"), (12, "900")]), "-10");
}

#[test]
fn half_a_year_and_a_month_compound() {
    // 1.1² − 1 and 1.01^12 − 1.
    check(&numbered([(0, "-1000"), (6, "1100")]), "21");
    check(&numbered([(0, "-1000"), (1, "1010")]), "12.6825030132");
}

#[test]
fn periods_may_be_weeks_or_quarters() {
    // By hand: 500 for ten weekly 52; 900 for three quarterly 310.
    let weekly: Vec<_> = (0..=10).map(|week| (week, if week == 0 { "-500" } else { "52" })).collect();
    let weekly: Vec<Flow> =
        weekly.iter().map(|&(week, amount)| Flow::after(week, crate::yuan(amount))).collect();
    let found = annual_rate(&weekly, Method::Eu, Some(52)).expect("a rate");
    check_percent(found.rate, "45.1821022387");
    let quarterly = numbered([(0, "-900"), (1, "310"), (2, "310"), (3, "310")]);
    let found = annual_rate(&quarterly, Method::Eu, Some(4)).expect("a rate");
    check_percent(found.rate, "6.7970184505");
}

#[test]
fn a_leap_year_is_a_year() {
    check(&dated([("2023-06-15", "-1000"), ("2024-06-15", "1200")]), "20");
    check(&dated([("2024-02-29", "-1000"), ("2025-02-28", "1200")]), "20");
}

#[test]
fn days_are_over_365_or_366() {
    // One month and three days. 2012: 1.01^(4380/401) − 1. 2013: the year back from 15 January holds 29 February 2012,
    // so 1.01^(4392/402) − 1.
    check(&dated([("2012-01-12", "-1000"), ("2012-02-15", "1010")]), "11.4810473804");
    check(&dated([("2013-01-12", "-1000"), ("2013-02-15", "1010")]), "11.4840201255");
}

#[test]
fn an_odd_first_period() {
    // By hand: back from 6 March, one month to 6 February and 25 days to 12 January, over the 366 days of the year
    // that ends on 6 February 2025; the same days for the later rows, two and three months back.
    let plan = dated([
        ("2025-01-12", "-1200"),
        ("2025-03-06", "408.40"),
        ("2025-04-06", "408.40"),
        ("2025-05-06", "408.40"),
    ]);
    check(&plan, "9.2560277334");
}

#[test]
fn payments_at_the_ends_of_months_are_monthly() {
    // x = (510 + √(510² + 4 · 510 · 1000)) / 2000 a month, x^12 − 1.
    let expected = "17.1864052044";
    check(&numbered([(0, "-1000"), (1, "510"), (2, "510")]), expected);
    check(&dated([("2025-01-31", "-1000"), ("2025-02-28", "510"), ("2025-03-31", "510")]), expected);
    check(&dated([("2025-01-30", "-1000"), ("2025-02-28", "510"), ("2025-03-30", "510")]), expected);
}

#[test]
fn whole_weeks_are_fifty_seconds() {
    // 26 weeks: 1.01² − 1. The 182 days are not six months.
    check(&dated([("2025-01-06", "-1000"), ("2025-07-07", "1010")]), "2.01");
}

#[test]
fn two_drawdowns() {
    // x = √(1 + r): 1000x² + 500x − 1650 = 0.
    check(&numbered([(0, "-1000"), (6, "-500"), (12, "1650")]), "12.0687383585");
}

#[test]
fn twelve_instalments_are_the_compound_figure() {
    // By hand: 0.7 % of the original principal a row.
    let flows: Vec<Flow> = (0..=12)
        .map(|month| Flow::after(month, crate::yuan(if month == 0 { "-12000" } else { "1084" })))
        .collect();
    let found = annual_rate(&flows, Method::Eu, None).expect("a rate");
    check_percent(found.rate, "16.2578073529");
    check_percent(found.per_period.expect("equal periods"), "1.2632458536");
    assert_eq!(found.rate.scale(), Decimal::new(162_578_073_529, 12).scale());
}
