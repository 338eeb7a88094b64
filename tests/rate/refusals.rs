//! Every cash flow list that has no rate is refused with a reason and a place.

use rust_decimal::Decimal;
use yuefu::error::Code;
use yuefu::money::Money;
use yuefu::rate::plan::{monthly, rate_of_payment, rate_of_total_fee};
use yuefu::rate::{At, FLOWS_MAX, Flow, Method, annual_rate};

use crate::{dated, day, numbered, yuan};

#[track_caller]
fn refused(flows: &[Flow], method: Method, code: Code, path: &str) {
    let error = annual_rate(flows, method, None).expect_err("a refusal");
    assert_eq!((error.code, error.path.as_str()), (code, path), "{error}");
    assert!(!error.hint.is_empty());
}

#[test]
fn fewer_than_two_flows() {
    refused(&[], Method::Irr, Code::TooFewFlows, "/flows");
    refused(&numbered([(0, "-1000")]), Method::Irr, Code::TooFewFlows, "/flows");
}

#[test]
fn more_flows_than_a_rate_is_worked_out_from() {
    let flows: Vec<Flow> = (0..=FLOWS_MAX as u32).map(|k| Flow::after(k, yuan("1"))).collect();
    refused(&flows, Method::Irr, Code::TooLarge, "/flows");
}

#[test]
fn a_first_flow_of_nothing() {
    refused(&numbered([(0, "0"), (1, "100")]), Method::Irr, Code::ZeroPrincipal, "/flows/0/amount");
}

#[test]
fn all_of_one_sign() {
    refused(&numbered([(0, "1000"), (1, "100")]), Method::Irr, Code::NoSignChange, "/flows");
    refused(&numbered([(0, "-1000"), (1, "0")]), Method::Eu, Code::NoSignChange, "/flows");
}

#[test]
fn two_roots() {
    // 1000x² − 2500x + 1540 = 1000 (x − 1.1)(x − 1.4); + 1560 = 1000 (x − 1.2)(x − 1.3).
    let first = numbered([(0, "-1000"), (1, "2500"), (2, "-1540")]);
    let second = numbered([(0, "-1000"), (1, "2500"), (2, "-1560")]);
    // Lorie and Savage's oil pump: 25 % and 400 %.
    let pump = numbered([(0, "-1600"), (1, "10000"), (2, "-10000")]);
    // A root at exactly 100 % and one at 200 %: x² − 5x + 6.
    let doubles = numbered([(0, "-1000"), (1, "5000"), (2, "-6000")]);
    for flows in [&first, &second, &pump, &doubles] {
        for method in [Method::Irr, Method::Eu, Method::Us] {
            refused(flows, method, Code::SeveralRoots, "/flows");
        }
    }
}

#[test]
fn three_roots() {
    // 1000 (x − 1.1)(x − 1.2)(x − 1.3).
    let flows = numbered([(0, "-1000"), (1, "3600"), (2, "-4310"), (3, "1716")]);
    refused(&flows, Method::Irr, Code::SeveralRoots, "/flows");
}

#[test]
fn one_root_on_each_side_of_0() {
    // 1000x² − 2050x + 1040 has the roots 1.1281… and 0.9219…; running totals change their sign only once.
    let flows = numbered([(0, "-1000"), (1, "2050"), (2, "-1040")]);
    refused(&flows, Method::Irr, Code::SeveralRoots, "/flows");
    // 1000 (x − 1)(x − 1.2): one of them is 0.
    let flows = numbered([(0, "-1000"), (1, "2200"), (2, "-1200")]);
    refused(&flows, Method::Irr, Code::SeveralRoots, "/flows");
}

#[test]
fn two_equal_roots() {
    // 100 (x − 1)² and 100 (x − 1.1)²: the value touches 0 and does not cross it.
    refused(&numbered([(0, "-100"), (1, "200"), (2, "-100")]), Method::Irr, Code::SeveralRoots, "/flows");
    refused(&numbered([(0, "-100"), (1, "220"), (2, "-121")]), Method::Irr, Code::SeveralRoots, "/flows");
}

#[test]
fn more_work_than_is_done() {
    // 10 000 flows of changing sign, far apart: refused within half a second (a second and more in a debug build).
    let amount = |k: u32| if k.is_multiple_of(2) { -100_000 - i64::from(k) } else { 101_000 };
    let at = |k: u32| 1_000 * k + k * k % 977;
    let flows: Vec<Flow> =
        (0..FLOWS_MAX as u32).map(|k| Flow::after(at(k), Money::from_fen(amount(k)))).collect();
    refused(&flows, Method::Irr, Code::SeveralRoots, "/flows");
}

#[test]
fn two_roots_by_date() {
    let flows = dated([("2024-03-01", "-1000"), ("2025-03-01", "2500"), ("2026-03-01", "-1540")]);
    refused(&flows, Method::Eu, Code::SeveralRoots, "/flows");
    refused(&flows, Method::Xirr, Code::SeveralRoots, "/flows");
}

#[test]
fn no_root() {
    // 100x² − 300x + 250 is never below 25.
    let flows = numbered([(0, "-100"), (1, "300"), (2, "-250")]);
    for method in [Method::Irr, Method::Eu, Method::Us] {
        refused(&flows, method, Code::NoRoot, "/flows");
    }
    // Half a unit period at simple interest: 40 / (1 + i/2) stays below 80 while i is above −1.
    let half = At::Period { whole: 0, fraction: Decimal::new(5, 1) };
    let flows = [Flow::after(0, yuan("-100")), Flow { at: half, amount: yuan("40") }];
    refused(&flows, Method::Us, Code::NoRoot, "/flows");
}

#[test]
fn a_rate_of_minus_100_percent() {
    // A ten-thousandth left after a day: (1 + r) = 10^−1460.
    let flows = dated([("2024-01-01", "-10000"), ("2024-01-02", "1")]);
    refused(&flows, Method::Xirr, Code::NoRoot, "/flows");
}

#[test]
fn a_rate_beyond_all_use() {
    let flows = dated([("2024-01-01", "-100"), ("2024-01-02", "200")]);
    refused(&flows, Method::Xirr, Code::TooLarge, "/flows");
    let flows = numbered([(0, "-0.01"), (1, "100000000")]);
    refused(&flows, Method::Irr, Code::TooLarge, "/flows");
}

#[test]
fn flows_out_of_order() {
    let same_day = dated([("2024-01-01", "-1000"), ("2024-02-01", "500"), ("2024-02-01", "600")]);
    let backwards = dated([("2024-01-01", "-1000"), ("2024-03-01", "500"), ("2024-02-01", "600")]);
    for flows in [&same_day, &backwards] {
        for method in [Method::Xirr, Method::Eu, Method::Us] {
            refused(flows, method, Code::FlowsOutOfOrder, "/flows/2/date");
        }
    }
    let same_period = numbered([(0, "-1000"), (0, "1100")]);
    for method in [Method::Irr, Method::Eu, Method::Us] {
        refused(&same_period, method, Code::FlowsOutOfOrder, "/flows/1/period");
    }
}

#[test]
fn the_wrong_kind_of_time() {
    let by_date = dated([("2024-01-01", "-1000"), ("2024-02-01", "1100")]);
    refused(&by_date, Method::Irr, Code::MissingField, "/flows/0");
    refused(&numbered([(0, "-1000"), (1, "1100")]), Method::Xirr, Code::MissingField, "/flows/0");
    let mixed = [Flow::on(day("2024-01-01"), yuan("-1000")), Flow::after(1, yuan("1100"))];
    for method in [Method::Xirr, Method::Eu, Method::Us] {
        refused(&mixed, method, Code::MissingField, "/flows/1");
    }
    let mixed = [Flow::after(0, yuan("-1000")), Flow::on(day("2024-01-01"), yuan("1100"))];
    refused(&mixed, Method::Us, Code::MissingField, "/flows/1");
}

#[test]
fn parts_of_a_period() {
    let with = |tenths| {
        let at = At::Period { whole: 1, fraction: Decimal::new(tenths, 1) };
        [Flow::after(0, yuan("-1000")), Flow { at, amount: yuan("1100") }]
    };
    refused(&with(5), Method::Irr, Code::UnknownField, "/flows/1/fraction");
    refused(&with(5), Method::Eu, Code::UnknownField, "/flows/1/fraction");
    refused(&with(-1), Method::Us, Code::NotPositive, "/flows/1/fraction");
    refused(&with(10), Method::Us, Code::TooLarge, "/flows/1/fraction");
}

#[test]
fn units_per_year() {
    let numbers = numbered([(0, "-1000"), (1, "1100")]);
    let dates = dated([("2024-01-01", "-1000"), ("2024-02-01", "1100")]);
    let code = |flows: &[Flow], units| {
        let error = annual_rate(flows, Method::Us, Some(units)).expect_err("a refusal");
        assert_eq!(error.path, "/unitsPerYear");
        error.code
    };
    assert_eq!(code(&numbers, 0), Code::NotPositive);
    assert_eq!(code(&numbers, 367), Code::TooLarge);
    // Regulation Z has no unit period of which five are a year.
    assert_eq!(code(&dates, 5), Code::UnknownWord);
}

#[test]
fn plans_without_a_rate() {
    let place = |error: yuefu::error::Error| (error.code, error.path);
    let refusal =
        |principal, payments: &[_]| place(monthly(yuan(principal), payments).expect_err("a refusal"));
    let one = [yuan("100")];
    assert_eq!(refusal("0", &one), (Code::ZeroPrincipal, "/principal".to_owned()));
    assert_eq!(refusal("-5", &one), (Code::NotPositive, "/principal".to_owned()));
    assert_eq!(refusal("100", &[]), (Code::TooFewFlows, "/payments".to_owned()));
    assert_eq!(refusal("100", &[yuan("0")]), (Code::NoSignChange, "/payments".to_owned()));
    let error = rate_of_payment(yuan("100"), 0, yuan("10")).expect_err("a refusal");
    assert_eq!(place(error), (Code::TooFewFlows, "/periods".to_owned()));
    let error = rate_of_total_fee(yuan("100"), u32::MAX, yuan("10")).expect_err("a refusal");
    assert_eq!(place(error), (Code::TooLarge, "/periods".to_owned()));
    // 1000 times the principal after a month compounds to 10^36 in a year.
    let error = rate_of_payment(yuan("1"), 1, yuan("1001")).expect_err("a refusal");
    assert_eq!(place(error), (Code::TooLarge, "/payment".to_owned()));
}
