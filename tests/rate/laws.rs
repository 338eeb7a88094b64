//! What holds for every loan, whatever its figures.

use core::ops::Range;

use proptest::prelude::*;
use rust_decimal::Decimal;
use yuefu::date::{Date, Days};
use yuefu::money::Money;
use yuefu::rate::plan::monthly;
use yuefu::rate::{At, Flow, Method, annual_rate};

/// A principal in fen and payments that add up to between half and three times of it.
fn loan() -> impl Strategy<Value = (i64, Vec<i64>)> {
    principal_and_payments(34..200)
}

/// A loan with a cost: principal below 99 % of what is paid back.
fn dear_loan() -> impl Strategy<Value = (i64, Vec<i64>)> {
    principal_and_payments(34..99)
}

/// Payments in fen, and a principal that is so many per cent of their sum.
fn principal_and_payments(percent: Range<u32>) -> impl Strategy<Value = (i64, Vec<i64>)> {
    let payments = prop::collection::vec(1_000i64..100_000, 1..=36);
    (payments, percent).prop_map(|(payments, percent)| {
        let total: i64 = payments.iter().sum();
        (total * i64::from(percent) / 100, payments)
    })
}

/// The principal out at period 0 and the payments in at 1, 2, …
fn by_number(principal: i64, payments: &[i64]) -> Vec<Flow> {
    let out = Flow::after(0, Money::from_fen(-principal));
    let back = (1..).zip(payments).map(|(k, &fen)| Flow::after(k, Money::from_fen(fen)));
    core::iter::once(out).chain(back).collect()
}

/// The same with payments on days, so many days apart.
fn by_date(principal: i64, payments: &[i64], gaps: &[i32]) -> Vec<Flow> {
    let start = Date::parse("2024-01-31").expect("a day");
    let days = gaps.iter().scan(0, |sum, gap| {
        *sum += gap;
        Some(start + Days(*sum))
    });
    let out = Flow::on(start, Money::from_fen(-principal));
    core::iter::once(out)
        .chain(days.zip(payments).map(|(day, &fen)| Flow::on(day, Money::from_fen(fen))))
        .collect()
}

fn scaled(flows: &[Flow], factor: i64) -> Vec<Flow> {
    flows.iter().map(|flow| Flow { amount: Money::from_fen(flow.amount.fen() * factor), ..*flow }).collect()
}

/// Present value in fen of one principal and payments one period apart, by exact decimals.
fn present_value(flows: &[Flow], per_period: Decimal) -> Decimal {
    let growth = Decimal::ONE + per_period;
    let value = |later: Decimal, flow: &Flow| later / growth + flow.amount.decimal_fen();
    flows.iter().rev().fold(Decimal::ZERO, value)
}

proptest! {
    #[test]
    fn present_value_at_the_rate_is_nothing((principal, payments) in loan()) {
        let flows = by_number(principal, &payments);
        let found = annual_rate(&flows, Method::Irr, None).expect("a rate");
        let left = present_value(&flows, found.per_period.expect("equal periods"));
        prop_assert!(left.abs() <= Decimal::from(principal) * Decimal::new(1, 9), "{left} of {principal}");
    }

    #[test]
    fn the_size_of_a_loan_does_not_matter((principal, payments) in loan(), gap in 28i32..60) {
        let numbers = by_number(principal, &payments);
        let dates = by_date(principal, &payments, &vec![gap; payments.len()]);
        for (flows, method) in
            [(&numbers, Method::Irr), (&numbers, Method::Us), (&dates, Method::Eu), (&dates, Method::Xirr)]
        {
            let found = annual_rate(flows, method, None).expect("a rate").rate;
            let eightfold = annual_rate(&scaled(flows, 8), method, None).expect("a rate").rate;
            prop_assert_eq!(found, eightfold);
            let hundredfold = annual_rate(&scaled(flows, 100), method, None).expect("a rate").rate;
            prop_assert!((found - hundredfold).abs() <= found.abs() * Decimal::new(2, 11));
        }
    }

    #[test]
    fn lender_and_borrower_see_the_same_rate((principal, payments) in loan()) {
        let flows = by_number(principal, &payments);
        prop_assert_eq!(
            annual_rate(&flows, Method::Irr, None).expect("a rate"),
            annual_rate(&scaled(&flows, -1), Method::Irr, None).expect("a rate")
        );
    }

    #[test]
    fn a_later_repayment_lowers_the_rate(
        (principal, payments) in dear_loan(),
        seed in 0usize..36,
        later in 1i32..7,
    ) {
        let moved = seed % payments.len();
        let gaps = vec![30; payments.len()];
        let mut delayed = gaps.clone();
        delayed[moved] += later;
        if let Some(next) = delayed.get_mut(moved + 1) {
            *next -= later;
        }
        let before = by_date(principal, &payments, &gaps);
        let after = by_date(principal, &payments, &delayed);
        let rate = |flows: &[Flow]| annual_rate(flows, Method::Xirr, None).expect("a rate").rate;
        prop_assert!(rate(&after) < rate(&before));
    }

    #[test]
    fn a_dearer_repayment_raises_the_rate((principal, payments) in loan(), seed in 0usize..36) {
        let mut dearer = payments.clone();
        dearer[seed % payments.len()] += 100;
        let rate = |payments: &[i64]| annual_rate(&by_number(principal, payments), Method::Eu, None).expect("a rate");
        prop_assert!(rate(&dearer).rate > rate(&payments).rate);
    }

    #[test]
    fn conventions_agree_in_whole_months((principal, payments) in loan()) {
        let flows = by_number(principal, &payments);
        let rows: Vec<Money> = payments.iter().map(|&fen| Money::from_fen(fen)).collect();
        let plan = monthly(Money::from_fen(principal), &rows).expect("a rate");
        let irr = annual_rate(&flows, Method::Irr, Some(12)).expect("a rate");
        prop_assert_eq!(plan.simple, irr.rate);
        prop_assert_eq!(Some(plan.monthly), irr.per_period);
        prop_assert_eq!(irr, annual_rate(&flows, Method::Us, Some(12)).expect("a rate"));
        prop_assert_eq!(plan.compound, annual_rate(&flows, Method::Eu, Some(12)).expect("a rate").rate);
    }

    #[test]
    fn months_by_date_are_months_by_number((principal, payments) in loan(), day in 1u8..=31) {
        let start = Date::parse("2023-01-01").expect("a day").month();
        let on = |k: u32| start.plus(k).on_day(day);
        let numbers = by_number(principal, &payments);
        let dates: Vec<Flow> = (0..).zip(&numbers).map(|(k, flow)| Flow::on(on(k), flow.amount)).collect();
        for method in [Method::Eu, Method::Us] {
            prop_assert_eq!(
                annual_rate(&dates, method, Some(12)).expect("a rate").rate,
                annual_rate(&numbers, method, Some(12)).expect("a rate").rate
            );
        }
    }

    #[test]
    fn no_list_of_flows_panics(
        flows in prop::collection::vec((0u32..40, 0i64..10, -1_000_000i64..1_000_000), 0..30),
        units in prop::option::of(0u32..400),
    ) {
        let flow = |&(whole, tenths, fen): &(u32, i64, i64)| Flow {
            at: At::Period { whole, fraction: Decimal::new(tenths, 1) },
            amount: Money::from_fen(fen),
        };
        let mut flows: Vec<Flow> = flows.iter().map(flow).collect();
        let _any_order = annual_rate(&flows, Method::Us, units);
        flows.sort_by_key(|flow| match flow.at {
            At::Period { whole, fraction } => (whole, fraction),
            At::Date(_) => (0, Decimal::ZERO),
        });
        flows.dedup_by_key(|flow| flow.at);
        if let Ok(found) = annual_rate(&flows, Method::Us, units) {
            prop_assert!(found.per_period.expect("equal periods") > Decimal::NEGATIVE_ONE);
        }
    }
}
