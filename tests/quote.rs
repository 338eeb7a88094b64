//! What plans cost: the published annual rates, the way back from a figure to its rate, and the same rates in reports.
//!
//! Single figures and refusals are cases under `tests/calls/quote`.
#![cfg(not(target_arch = "wasm32"))]

use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Value, json};
use yuefu::date::Date;
use yuefu::error::Code;
use yuefu::money::{Money, shown_rate};
use yuefu::quote::{Figure, Quote, Request, quote};
use yuefu::terms::{self, FeeMethod};
use yuefu::wire::{read, write};

const METHODS: [FeeMethod; 6] = [
    FeeMethod::Free,
    FeeMethod::FlatPerPeriod,
    FeeMethod::FlatTotal,
    FeeMethod::Upfront,
    FeeMethod::EqualInstalment,
    FeeMethod::EqualPrincipal,
];

fn request(principal: &str, periods: u32) -> Request {
    Request {
        principal: Money::parse(principal).expect("an amount"),
        periods,
        date: Date::parse("2025-01-10").expect("a day"),
        method: None,
        figure: None,
        settle: None,
        lpr: None,
    }
}

fn quoted(request: &Request) -> Quote {
    quote(request, terms::default_product()).expect("a plan that can be quoted")
}

/// Code and path of the refusal of a request.
fn refused(request: &Request) -> (Code, String) {
    let error = quote(request, terms::default_product()).expect_err("a refusal");
    (error.code, error.path)
}

#[test]
fn a_plan_has_1_to_360_rows() {
    let of = |periods| Request {
        method: Some(FeeMethod::FlatPerPeriod),
        figure: Some(Figure::Rate(Decimal::new(7, 3))),
        ..request("1000.00", periods)
    };
    assert_eq!(refused(&of(0)), (Code::NotPositive, "/periods".to_owned()));
    assert_eq!(refused(&of(361)), (Code::TooLarge, "/periods".to_owned()));
    // 360 times 0.7 % of 1000.00.
    assert_eq!(quoted(&of(360)).total_fee, Money::parse("2520.00").expect("an amount"));
}

fn percent(rate: Decimal) -> String {
    let percent =
        (rate * Decimal::ONE_HUNDRED).round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    format!("{percent:.2}")
}

/// Number of rows, IRR × 12 and compound, in per cent.
type Figures = (u32, &'static str, &'static str);

/// Flat fee on the original principal: IRR × 12 and compound, in per cent, as published ranges have them.
const FLAT: [(&str, [Figures; 3]); 3] = [
    ("0.005", [(3, "8.98", "9.36"), (6, "10.21", "10.71"), (12, "10.90", "11.46")]),
    ("0.007", [(3, "12.56", "13.30"), (6, "14.26", "15.23"), (12, "15.16", "16.26")]),
    ("0.009", [(3, "16.13", "17.38"), (6, "18.28", "19.90"), (12, "19.37", "21.19")]),
];

#[test]
fn a_flat_fee_has_the_published_annual_rates() {
    for (rate, figures) in FLAT {
        let rate = yuefu::money::parse_rate(rate).expect("a rate");
        for (periods, simple, compound) in figures {
            let plan = Request { figure: Some(Figure::Rate(rate)), ..request("12000.00", periods) };
            let found = quoted(&plan).annual.monthly.expect("a rate");
            assert_eq!((percent(found.simple), percent(found.compound)), (simple.into(), compound.into()));
        }
    }
}

/// The fee that a screen shows for the same plans: 0.7 % of 12 000.00 is 84.00 a row.
#[test]
fn a_screen_s_figure_leads_to_the_published_annual_rates() {
    for (rate, figures) in FLAT {
        let rate = yuefu::money::parse_rate(rate).expect("a rate");
        let fee = Money::from_fen(1_200_000).times(rate, yuefu::money::Rounding::HalfUp);
        for (periods, simple, _) in figures {
            let n = i64::from(periods);
            let payment = Figure::MonthlyPayment(Money::from_fen(1_200_000 / n) + fee);
            let total = Figure::TotalFee(Money::from_fen(n * fee.fen()));
            for figure in [payment, total] {
                let quote = quoted(&Request { figure: Some(figure), ..request("12000.00", periods) });
                assert_eq!(quote.price.formula.rate, rate, "{figure:?}");
                assert_eq!(percent(quote.annual.monthly.expect("a rate").simple), simple);
            }
        }
    }
}

#[test]
fn a_rate_is_shown_with_ten_decimals_or_ten_digits() {
    let shown = |text: &str| {
        let (digits, places) = text.split_once('e').expect("digits and places");
        shown_rate(Decimal::new(digits.parse().expect("digits"), places.parse().expect("places"))).to_string()
    };
    // 0.37336253351883, 0.0104636423818, 0.0000049999972222, 0.00000000005 up, 36.7834343329, 0.12, −0.25, 0.
    assert_eq!(shown("37336253351883e14"), "0.3733625335");
    assert_eq!(shown("104636423818e13"), "0.01046364238");
    assert_eq!(shown("4999997222222e18"), "0.000004999997222");
    assert_eq!(shown("10000000005e11"), "0.1000000001");
    assert_eq!(shown("367834343329e10"), "36.7834343329");
    assert_eq!(shown("12000000000000e14"), "0.12");
    assert_eq!(shown("-25e2"), "-0.25");
    assert_eq!(shown("0e5"), "0");
}

/// The report of an account with these events, its limit high enough.
fn report(product: &str, overrides: &Value, events: &Value) -> Value {
    let scenario = json!({
        "format": "yuefu.scenario/1", "product": product, "overrides": overrides, "creditLimit": "20000.00",
        "until": "2026-12-31", "events": events,
    });
    let text = scenario.to_string();
    let scenario = read::json(&text).expect("JSON");
    let (scenario, terms) =
        read::scenario(&scenario, terms::product(product).expect("a product")).expect("a scenario");
    serde_json::to_value(write::report(&scenario, &terms, write::Detail::Totals)).expect("JSON")
}

#[test]
fn a_plan_in_a_report_has_the_rates_of_its_beginning() {
    // 12 000.00 in twelve rows at 0.7 %: 15.158950243280… % and 16.257807352912… %. A refund changes rows, not those.
    let purchase =
        json!({ "type": "purchase", "id": "p", "date": "2025-01-10", "amount": "12000.00", "periods": 12 });
    let refund = json!({ "type": "refund", "date": "2025-03-10", "purchase": "p", "amount": "6000.00" });
    let default = "douyin-monthly-pay";
    for events in [json!([purchase]), json!([purchase, refund])] {
        let plan = &report(default, &json!({}), &events)["plans"][0];
        assert_eq!(plan["annualSimple"], "0.1515895024");
        assert_eq!(plan["annualCompound"], "0.1625780735");
    }
    let free = report(default, &json!({ "plan.12.method": "free" }), &json!([purchase]));
    assert_eq!(free["plans"][0]["annualSimple"], "0");
}

#[test]
fn a_quote_has_the_rows_that_the_account_makes() {
    for product in terms::shipped() {
        for offer in &product.offers {
            let asked = Request {
                date: Date::parse("2025-03-31").expect("a day"),
                ..request("1234.56", offer.periods)
            };
            let quote = quote(&asked, product).expect("an offered plan");
            let purchase = json!({
                "type": "purchase", "id": "p", "date": "2025-03-31", "amount": "1234.56", "periods": offer.periods,
            });
            let report = report(&product.id, &json!({}), &json!([purchase]));
            let plan = &report["plans"][0];
            assert_eq!(plan["totalFee"], quote.total_fee.to_string());
            for (row, made) in quote.rows.iter().zip(plan["rows"].as_array().expect("rows")) {
                let texts = [
                    row.statement.to_string(),
                    row.due.to_string(),
                    row.principal.to_string(),
                    row.fee.to_string(),
                ];
                assert_eq!(
                    texts,
                    ["statementDate", "dueDate", "principal", "fee"]
                        .map(|key| made[key].as_str().expect("a text"))
                );
            }
        }
    }
}

fn any_plan() -> impl Strategy<Value = Request> {
    let principal = prop_oneof![1..100_000i64, 1..=yuefu::money::LARGEST_FEN];
    let rate = prop_oneof![0..20_000_000i64, 0..=1_000_000_000i64];
    let length = prop_oneof![1..13u32, 1..=yuefu::quote::PERIODS_MAX];
    (principal, length, 0..36_500i32, 1..6usize, rate).prop_map(|(fen, periods, day, method, rate)| Request {
        principal: Money::from_fen(fen),
        periods,
        date: yuefu::date::FIRST + yuefu::date::Days(day.min(35_000)),
        method: Some(METHODS[method]),
        figure: Some(Figure::Rate(Decimal::new(rate, 9))),
        settle: None,
        lpr: None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Principal and fees add up, whatever the plan; settling never leaves anything out.
    #[test]
    fn nothing_is_lost(request in any_plan()) {
        let quote = quoted(&request);
        prop_assert_eq!(quote.rows.iter().map(|row| row.principal).sum::<Money>(), request.principal);
        prop_assert_eq!(quote.rows.iter().map(|row| row.fee).sum::<Money>(), quote.total_fee);
        prop_assert_eq!(quote.rows.last().map(|row| row.remaining), Some(Money::ZERO));
        let mut before = (request.principal, Money::ZERO);
        for (settling, row) in quote.settling.iter().zip(&quote.rows) {
            prop_assert_eq!(settling.principal, before.0);
            prop_assert_eq!(settling.fees_in_all, before.1 + settling.fees);
            prop_assert_eq!(settling.fees_in_all + settling.saved, quote.total_fee);
            before = (row.remaining, before.1 + row.fee);
        }
    }

    /// Asking with the total fee of a plan gives a plan with that total fee, or says that there is none.
    #[test]
    fn a_total_fee_comes_back(request in any_plan()) {
        let total = quoted(&request).total_fee;
        let back = Request { figure: Some(Figure::TotalFee(total)), ..request };
        match quote(&back, terms::default_product()) {
            Ok(found) => prop_assert_eq!(found.total_fee, total),
            // Interest that is rounded row by row need not grow with the rate by single fen.
            Err(error) => {
                prop_assert_eq!(request.method, Some(FeeMethod::EqualInstalment));
                prop_assert!(matches!(error.code, Code::NoRoot | Code::TooLarge));
            }
        }
    }

    /// A row's payment leads to a rate that makes it again, and that rate has no more decimals than the one it came from.
    #[test]
    fn a_payment_comes_back(request in any_plan(), fen in 10_000..100_000_000i64, n in 1..37u32, permille in 0..361i64) {
        let flat = Request { method: Some(FeeMethod::FlatPerPeriod), ..request };
        // Far beyond these, rows of an equal instalment have no principal, and so no fee either.
        let equal = Request {
            principal: Money::from_fen(fen),
            periods: n,
            method: Some(FeeMethod::EqualInstalment),
            figure: Some(Figure::Rate(Decimal::new(permille, 3))),
            ..request
        };
        for request in [flat, equal] {
            let asked = quoted(&request);
            let payment = asked.rows[0].payment();
            if payment.is_positive() {
                let found = quoted(&Request { figure: Some(Figure::MonthlyPayment(payment)), ..request });
                prop_assert_eq!(found.rows[0].payment(), payment);
                prop_assert!(found.price.formula.rate.scale() <= asked.price.formula.rate.normalize().scale());
            }
        }
    }
}
