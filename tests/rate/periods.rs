//! Equal periods and actual days: the figures of instalment fees, and the spreadsheet function XIRR.

use rust_decimal::Decimal;
use yuefu::rate::plan::{monthly, rate_of_payment, rate_of_total_fee};
use yuefu::rate::{Method, annual_rate};

use crate::{check_percent, dated, numbered, yuan};

/// A fee on the original principal in every row: 12 000.00 in equal parts and this fee a row.
#[track_caller]
fn check_flat_fee(fee: &str, figures: [(u32, &str, &str); 3]) {
    let principal = yuan("12000.00");
    for (periods, simple, compound) in figures {
        let rows: Vec<_> = principal.split(periods as usize).iter().map(|part| *part + yuan(fee)).collect();
        let rate = monthly(principal, &rows).expect("a rate");
        check_percent(rate.simple, simple);
        check_percent(rate.compound, compound);
    }
}

#[test]
fn fee_of_0_7_percent_a_row() {
    // By hand; published ranges for this product and their IRR × 12 agree.
    check_flat_fee("84.00", [(3, "12.56", "13.30"), (6, "14.26", "15.23"), (12, "15.16", "16.26")]);
}

#[test]
fn fee_of_0_5_percent_a_row() {
    check_flat_fee("60.00", [(3, "8.98", "9.36"), (6, "10.21", "10.71"), (12, "10.90", "11.46")]);
}

#[test]
fn fee_of_0_9_percent_a_row() {
    check_flat_fee("108.00", [(3, "16.13", "17.38"), (6, "18.28", "19.90"), (12, "19.37", "21.19")]);
}

#[test]
fn rates_have_twelve_digits() {
    // By hand: 0.7 % a row over 12 is 15.158950243280… % simple, 16.257807352912… % compound.
    let rate = rate_of_payment(yuan("12000.00"), 12, yuan("1084.00")).expect("a rate");
    assert_eq!(rate.simple.to_string(), "0.151589502433");
    assert_eq!(rate.compound.to_string(), "0.162578073529");
}

#[test]
fn total_fee_of_a_peer() {
    // A published tariff of 2.5 / 4.5 / 6.5 / 8.8 % in all; IRR × 12 by hand.
    let principal = yuan("36000.00");
    for (periods, fee, simple) in
        [(3, "900", "14.94"), (6, "1620", "15.27"), (9, "2340", "15.34"), (12, "3168", "15.86")]
    {
        check_percent(rate_of_total_fee(principal, periods, yuan(fee)).expect("a rate").simple, simple);
    }
}

#[test]
fn the_three_ways_to_ask_agree() {
    let by_payment = rate_of_payment(yuan("3000"), 3, yuan("1021")).expect("a rate");
    let by_fee = rate_of_total_fee(yuan("3000"), 3, yuan("63")).expect("a rate");
    let by_rows = monthly(yuan("3000"), &[yuan("1021"); 3]).expect("a rate");
    let flows = numbered([(0, "3000"), (1, "-1021"), (2, "-1021"), (3, "-1021")]);
    let by_flows = annual_rate(&flows, Method::Irr, None).expect("a rate");
    assert_eq!(by_payment, by_rows);
    assert_eq!(by_fee, by_rows);
    assert_eq!(by_flows.rate, by_rows.simple);
    assert_eq!(by_flows.per_period, Some(by_rows.monthly));
}

#[test]
fn no_fee_is_exactly_0() {
    let rate = rate_of_total_fee(yuan("1000.00"), 3, yuan("0")).expect("a rate");
    assert_eq!((rate.monthly, rate.simple, rate.compound), (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO));
}

#[test]
fn less_paid_back_than_lent_is_below_0() {
    // By hand: 1000 for three payments of 300.
    let rate = rate_of_payment(yuan("1000"), 3, yuan("300")).expect("a rate");
    check_percent(rate.simple, "-61.0625296471");
}

#[test]
fn the_smallest_fee_keeps_its_digits() {
    // 12 000.00 over three months for 0.01: by hand 0.000499999722222… % simple.
    let rows = [yuan("4000.00"), yuan("4000.00"), yuan("4000.01")];
    let rate = monthly(yuan("12000.00"), &rows).expect("a rate");
    assert_eq!(rate.simple.to_string(), "0.00000499999722222");
}

#[test]
fn rows_of_nothing_keep_their_month() {
    // 1000 back as 1210 after two months: 10 % a month.
    let rate = monthly(yuan("1000"), &[yuan("0"), yuan("1210")]).expect("a rate");
    assert_eq!(rate.monthly, Decimal::new(1, 1));
    assert_eq!(rate.simple, Decimal::new(12, 1));
}

#[test]
fn units_per_year_multiply_the_rate_of_a_period() {
    let flows = numbered([(0, "-100"), (1, "150")]);
    for (units, rate) in [(None, "6"), (Some(1), "0.5"), (Some(52), "26")] {
        let found = annual_rate(&flows, Method::Irr, units).expect("a rate");
        assert_eq!(found.rate.to_string(), rate);
        assert_eq!(found.per_period, Some(Decimal::new(5, 1)));
    }
}

#[test]
fn periods_are_counted_from_the_first_flow() {
    let early = annual_rate(&numbered([(0, "-100"), (4, "120")]), Method::Irr, None);
    let late = annual_rate(&numbered([(7, "-100"), (11, "120")]), Method::Irr, None);
    assert_eq!(early, late);
    // Half as much again after one period, however late the first one is.
    let last = numbered([(4_000_000_000, "-100"), (4_000_000_001, "150")]);
    let found = annual_rate(&last, Method::Irr, None).expect("a rate");
    assert_eq!(found.per_period, Some(Decimal::new(5, 1)));
}

#[test]
fn several_changes_of_sign_may_still_have_one_rate() {
    // By hand: the cubic 1000x³ − 600x² + 100x − 700 has one positive root.
    let flows = numbered([(0, "-1000"), (1, "600"), (2, "-100"), (3, "700")]);
    check_percent(annual_rate(&flows, Method::Irr, None).expect("a rate").rate, "112.4784248110");
}

#[test]
fn several_changes_of_sign_may_have_one_rate_below_0() {
    // 1000x³ − 700x² + 220x − 240 = (x − 0.8)(1000x² + 100x + 300), whose second factor has no root.
    let flows = numbered([(0, "-1000"), (1, "700"), (2, "-220"), (3, "240")]);
    check_percent(annual_rate(&flows, Method::Irr, Some(1)).expect("a rate").rate, "-20.0000000000");
}

#[test]
fn the_one_rate_may_be_100_percent_or_0() {
    // 1000 (x − 2)(x² + 1), and 100 (x − 1)(10x² + 4x + 5).
    let flows = numbered([(0, "-1000"), (1, "2000"), (2, "-1000"), (3, "2000")]);
    assert_eq!(annual_rate(&flows, Method::Irr, Some(1)).expect("a rate").rate, Decimal::ONE);
    let flows = numbered([(0, "-1000"), (1, "600"), (2, "-100"), (3, "500")]);
    assert_eq!(annual_rate(&flows, Method::Irr, Some(1)).expect("a rate").rate, Decimal::ZERO);
}

#[test]
fn spreadsheet_example_of_xirr() {
    // The example of Microsoft's XIRR page prints 0.373362535, which its tolerance of 0.000001 % allows;
    // by hand the rate is 0.37336253351883…
    let flows = dated([
        ("2008-01-01", "-10000"),
        ("2008-03-01", "2750"),
        ("2008-10-30", "4250"),
        ("2009-02-15", "3250"),
        ("2009-04-01", "2750"),
    ]);
    let found = annual_rate(&flows, Method::Xirr, None).expect("a rate");
    assert_eq!(found.rate.to_string(), "0.373362533519");
    assert!((found.rate - Decimal::new(373_362_535, 9)).abs() < Decimal::new(2, 9));
    assert_eq!(found.per_period, None);
}

#[test]
fn calendar_basis_of_directive_98_7_is_xirr() {
    // Directive 98/7/EC, annex III A: actual days over 365, no leap year among them. The first three figures are
    // the directive's, the fourth is by hand: 90, 181 and 365 days.
    let first = dated([("1994-01-01", "-1000"), ("1995-07-01", "1200")]);
    check_percent(annual_rate(&first, Method::Xirr, None).expect("a rate").rate, "12.96");
    let second = dated([("1994-01-01", "-950"), ("1995-07-01", "1200")]);
    check_percent(annual_rate(&second, Method::Xirr, None).expect("a rate").rate, "16.9");
    let third = dated([("1994-01-01", "-1000"), ("1995-01-01", "600"), ("1996-01-01", "600")]);
    check_percent(annual_rate(&third, Method::Xirr, None).expect("a rate").rate, "13.07");
    let fourth =
        dated([("1994-01-01", "-1000"), ("1994-04-01", "272"), ("1994-07-01", "272"), ("1995-01-01", "544")]);
    check_percent(annual_rate(&fourth, Method::Xirr, None).expect("a rate").rate, "13.2262455427");
}

#[test]
fn one_day_is_a_365th_of_a_year() {
    // 1.01^365 − 1.
    let flows = dated([("2024-02-28", "10000"), ("2024-02-29", "-10100")]);
    check_percent(annual_rate(&flows, Method::Xirr, None).expect("a rate").rate, "3678.34343329");
}
