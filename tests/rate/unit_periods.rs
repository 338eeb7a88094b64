//! Regulation Z, Appendix J, paragraph (c): its worked examples, by date and by number.
//!
//! Inputs and printed rates are those of the regulation, read in the test suite of the library
//! FSharp.Finance.Personal, which cites each paragraph; (c)(5)(iii) and (iv) are worked out by hand as well.

use rust_decimal::Decimal;
use yuefu::date::{Date, Days};
use yuefu::rate::{At, Flow, Method, annual_rate};

use crate::{check_percent, dated, day, yuan};

/// When the payments of a schedule fall due.
enum Every {
    Months(u32),
    HalfMonth,
    Days(i32),
}

impl Every {
    fn due(&self, first: Date, k: u32) -> Date {
        let day_of_month = first.day() as u8;
        match *self {
            Every::Months(months) => first.month().plus(months * k).on_day(day_of_month),
            Every::HalfMonth if k % 2 == 1 => first.month().plus(k / 2).on_day(day_of_month + 15),
            Every::HalfMonth => first.month().plus(k / 2).on_day(day_of_month),
            Every::Days(days) => first + Days(days * k as i32),
        }
    }
}

/// One advance, then groups of equal payments.
fn schedule(advance: (&str, &str), first: &str, every: Every, payments: &[(u32, &str)]) -> Vec<Flow> {
    let mut flows = vec![Flow::on(day(advance.0), -yuan(advance.1))];
    let amounts = payments.iter().flat_map(|&(count, amount)| (0..count).map(move |_| amount));
    flows.extend((0..).zip(amounts).map(|(k, amount)| Flow::on(every.due(day(first), k), yuan(amount))));
    flows
}

#[track_caller]
fn check(flows: &[Flow], units_per_year: u32, printed: &str) {
    let found = annual_rate(flows, Method::Us, Some(units_per_year)).expect("a rate");
    check_percent(found.rate, printed);
}

#[test]
fn c1_equal_payments() {
    let i = schedule(("1978-01-10", "5000"), "1978-02-10", Every::Months(1), &[(24, "230")]);
    check(&i, 12, "9.69");
    let ii = schedule(("1978-02-10", "6000"), "1978-04-01", Every::Months(1), &[(36, "200")]);
    check(&ii, 12, "11.82");
    let iii = schedule(("1978-02-23", "5000"), "1978-03-01", Every::HalfMonth, &[(24, "219.17")]);
    check(&iii, 24, "10.34");
    let iv = schedule(("1978-05-23", "10000"), "1978-10-01", Every::Months(3), &[(40, "385")]);
    check(&iv, 4, "8.97");
    let v = schedule(("1978-03-20", "500"), "1978-04-21", Every::Days(7), &[(30, "17.60")]);
    check(&v, 52, "14.96");
}

#[test]
fn c2_an_odd_first_payment() {
    let i = schedule(("1978-01-10", "5000"), "1978-02-10", Every::Months(1), &[(1, "250"), (23, "230")]);
    check(&i, 12, "10.08");
    let ii = schedule(("1978-03-18", "400"), "1978-04-20", Every::Days(28), &[(1, "39.50"), (11, "38.31")]);
    check(&ii, 13, "28.50");
}

#[test]
fn c3_an_odd_final_payment() {
    let i = schedule(("1978-01-10", "5000"), "1978-02-10", Every::Months(1), &[(23, "230"), (1, "280")]);
    check(&i, 12, "10.50");
    let ii = schedule(("1978-04-03", "200"), "1978-04-11", Every::Days(14), &[(19, "9.50"), (1, "30")]);
    check(&ii, 26, "12.22");
}

#[test]
fn c4_odd_first_and_final_payments() {
    let payments = [(1, "250"), (22, "230"), (1, "280")];
    let i = schedule(("1978-01-10", "5000"), "1978-02-10", Every::Months(1), &payments);
    check(&i, 12, "10.90");
    let payments = [(1, "449.36"), (18, "465"), (1, "200")];
    let ii = schedule(("1978-01-10", "8000"), "1978-03-01", Every::Months(2), &payments);
    check(&ii, 6, "7.30");
}

#[test]
fn c5_one_advance_and_one_payment() {
    let rate = |flows: &[Flow]| annual_rate(flows, Method::Us, None).expect("a rate");
    // (i) 255 days are the unit period: 8 % × 365 / 255.
    let found = rate(&dated([("1978-01-03", "-1000"), ("1978-09-15", "1080")]));
    check_percent(found.rate, "11.45");
    assert_eq!(found.per_period, Some(Decimal::new(8, 2)));
    // (ii) six whole months: 4.4 % twice a year.
    check_percent(rate(&dated([("1978-07-15", "-1000"), ("1979-01-15", "1044")])).rate, "8.80");
    // (iii) a year and 6/12: 1135.19 = 1000 (1 + i/2)(1 + i).
    check_percent(rate(&dated([("1978-01-17", "-1000"), ("1979-07-17", "1135.19")])).rate, "8.76");
    // (iv) two years: √1.24 − 1.
    check_percent(rate(&dated([("1978-01-03", "-1000"), ("1980-01-03", "1240")])).rate, "11.36");
}

/// Numbered flows: the first payment after `whole` unit periods and a part, the others one unit period apart.
fn by_number(advance: &str, (whole, part): (u32, Decimal), count: u32, payment: &str) -> Vec<Flow> {
    let mut flows = vec![Flow::after(0, -yuan(advance))];
    let at = |k| At::Period { whole: whole + k, fraction: part };
    flows.extend((0..count).map(|k| Flow { at: at(k), amount: yuan(payment) }));
    flows
}

#[test]
fn numbered_unit_periods_with_a_part() {
    // (c)(1)(ii) to (v): t and f as the regulation states them.
    let part = |days: i64, of: i64| Decimal::from(days) / Decimal::from(of);
    check(&by_number("6000", (1, part(19, 30)), 36, "200"), 12, "11.82");
    check(&by_number("5000", (0, part(6, 15)), 24, "219.17"), 24, "10.34");
    check(&by_number("10000", (1, part(39, 90)), 40, "385"), 4, "8.97");
    check(&by_number("500", (4, part(4, 7)), 30, "17.60"), 52, "14.96");
}

#[test]
fn parts_are_counted_from_the_first_flow() {
    // Both are one unit period and a half apart: 1000 = 1100 / ((1 + i/2)(1 + i)), so i² + 3i − 0.2 = 0.
    let at = |whole, tenths| At::Period { whole, fraction: Decimal::new(tenths, 1) };
    for (from, to) in [(at(0, 0), at(1, 5)), (at(3, 7), at(5, 2))] {
        let flows = [Flow { at: from, amount: yuan("-1000") }, Flow { at: to, amount: yuan("1100") }];
        let found = annual_rate(&flows, Method::Us, Some(1)).expect("a rate");
        check_percent(found.rate, "6.5247584250");
    }
}

#[test]
fn a_day_may_be_the_unit_period() {
    // 0.1 % in one day, 365 days to a year.
    let flows = dated([("2024-02-28", "-1000"), ("2024-02-29", "1001")]);
    check(&flows, 365, "36.5");
}

#[test]
fn a_rate_below_0_with_a_part() {
    // 1000 = 900 / ((1 + i/2)(1 + i)): i² + 3i + 0.2 = 0, so i = (√8.2 − 3) / 2.
    let half = At::Period { whole: 1, fraction: Decimal::new(5, 1) };
    let flows = [Flow::after(0, yuan("-1000")), Flow { at: half, amount: yuan("900") }];
    check(&flows, 1, "-6.8217893672");
}

#[test]
fn one_payment_after_years_and_days() {
    // (b)(5)(v)(B). From 10 January 2024 one year back from 25 March 2025 leaves 75 days: 1000 (1 + 75i/365)(1 + i) = 1100.
    let plan = dated([("2024-01-10", "-1000"), ("2025-03-25", "1100")]);
    check_percent(annual_rate(&plan, Method::Us, None).expect("a rate").rate, "8.1813613519");
    // One year back from 31 December 2025 leaves 365 days of a leap year, one more year: 1.1² = 1.21.
    let plan = dated([("2024-01-01", "-1000"), ("2025-12-31", "1210")]);
    check(&plan, 1, "10.0000000000");
}

#[test]
fn an_odd_first_period_of_a_monthly_bill() {
    // By hand: one month and 25/30, then two more months.
    let plan = dated([
        ("2025-01-12", "-1200"),
        ("2025-03-06", "408.40"),
        ("2025-04-06", "408.40"),
        ("2025-05-06", "408.40"),
    ]);
    check_percent(annual_rate(&plan, Method::Us, None).expect("a rate").rate, "8.8404454841");
}

#[test]
fn payments_on_the_last_day_of_each_month_are_monthly() {
    // Appendix J (b)(3): months from the last day of one to the last day of another; 10 % a month.
    let plan = dated([("2024-12-31", "-1000"), ("2025-02-28", "1210")]);
    let found = annual_rate(&plan, Method::Us, Some(12)).expect("a rate");
    assert_eq!(found.per_period, Some(Decimal::new(1, 1)));
}

#[test]
fn payments_on_last_days_share_an_odd_first_period() {
    // Months back from 28 February, 31 March and 30 April reach 31 January each time: 19 days from 12 January.
    let by_date =
        dated([("2025-01-12", "-900"), ("2025-02-28", "310"), ("2025-03-31", "310"), ("2025-04-30", "310")]);
    let by_number = by_number("900", (1, Decimal::from(19) / Decimal::from(30)), 3, "310");
    assert_eq!(annual_rate(&by_date, Method::Us, None), annual_rate(&by_number, Method::Us, None));
}

#[test]
fn thirty_days_left_are_a_whole_month() {
    // 2024-01-01 to 2024-01-31 is no whole month; 30 days over 30 are one unit period.
    let plan = dated([("2024-01-01", "-1000"), ("2024-01-31", "1100")]);
    let found = annual_rate(&plan, Method::Us, Some(12)).expect("a rate");
    assert_eq!(found.per_period, Some(Decimal::new(1, 1)));
}
