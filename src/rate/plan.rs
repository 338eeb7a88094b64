//! The rate of an amount and its monthly payments, in the three forms that a quote shows.
//!
//! The principal goes out at month 0, payment k comes back at month k. What is not here: how fees and
//! rows come about, and any wording.

use rust_decimal::Decimal;

use super::root::{Fault, Year, decimal, unit_rate};
use super::series::Series;
use super::{FLOWS_MAX, UNITS_PER_YEAR_DEFAULT};
use crate::error::{Code, Error, Result};
use crate::money::Money;

/// The cost of monthly payments. 0.12 is 12 %; all to [`super::SIGNIFICANT_DIGITS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthlyRate {
    /// Internal rate of one month.
    pub monthly: Decimal,
    /// 12 times the monthly rate: a year without compounding (单利).
    pub simple: Decimal,
    /// (1 + monthly)^12 − 1: a year with compounding (复利).
    pub compound: Decimal,
}

/// The rate of a principal that is paid back by these payments, one a month, the first after a month.
///
/// A payment may be nothing. Payments that add up to less than the principal have a rate below 0.
///
/// # Errors
/// With a pointer into `{principal, payments}`: a principal of nothing (`ZeroPrincipal`) or below (`NotPositive`), no
/// payment (`TooFewFlows`), only payments of nothing (`NoSignChange`), more than [`FLOWS_MAX`] payments or a rate
/// that compounds beyond 10^17 % a year (`TooLarge`), payments with several rates or none (`SeveralRoots`, `NoRoot`).
pub fn monthly(principal: Money, payments: &[Money]) -> Result<MonthlyRate> {
    check_principal(principal)?;
    check_periods(payments.len(), "/payments")?;
    solve(principal, payments.iter().copied(), "/payments")
}

/// The rate of a principal that is paid back by equal monthly payments.
///
/// # Errors
/// As for [`monthly`], with a pointer into `{principal, periods, payment}`.
pub fn rate_of_payment(principal: Money, periods: u32, payment: Money) -> Result<MonthlyRate> {
    check_principal(principal)?;
    check_periods(periods as usize, "/periods")?;
    solve(principal, (0..periods).map(|_| payment), "/payment")
}

/// The rate of a principal that is paid back in equal parts with a fee of so much in all.
///
/// Principal and fee are each split over the payments with the remainder on the last, as [`Money::split`] does.
///
/// # Errors
/// As for [`monthly`], with a pointer into `{principal, periods, fee}`.
pub fn rate_of_total_fee(principal: Money, periods: u32, fee: Money) -> Result<MonthlyRate> {
    check_principal(principal)?;
    check_periods(periods as usize, "/periods")?;
    let (parts, fees) = (principal.split(periods as usize), fee.split(periods as usize));
    solve(principal, parts.into_iter().zip(fees).map(|(part, fee)| part + fee), "/fee")
}

fn solve(
    principal: Money,
    payments: impl ExactSizeIterator<Item = Money>,
    path: &str,
) -> Result<MonthlyRate> {
    let mut series = Series::with_capacity(payments.len() + 1);
    series.push(-principal.fen(), 0, 0.0);
    for (month, payment) in (1..).zip(payments) {
        series.push(payment.fen(), month, 0.0);
    }
    unit_rate(&series).and_then(three_forms).map_err(|fault| fault.at(path))
}

fn three_forms(monthly: f64) -> core::result::Result<MonthlyRate, Fault> {
    let simple = Year::Times(f64::from(UNITS_PER_YEAR_DEFAULT)).rate(monthly)?;
    let compound = Year::Compound(u64::from(UNITS_PER_YEAR_DEFAULT)).rate(monthly)?;
    Ok(MonthlyRate { monthly: decimal(monthly), simple: decimal(simple), compound: decimal(compound) })
}

fn check_principal(principal: Money) -> Result<()> {
    let hint = "the amount that is lent, above 0.00";
    match principal {
        _ if principal.is_zero() => {
            Err(Error::new(Code::ZeroPrincipal, "/principal", "a principal of nothing", hint))
        }
        _ if !principal.is_positive() => {
            Err(Error::new(Code::NotPositive, "/principal", "a principal below nothing", hint))
        }
        _ => Ok(()),
    }
}

fn check_periods(count: usize, path: &str) -> Result<()> {
    let hint = format!("1 to {} payments", FLOWS_MAX - 1);
    match count {
        0 => Err(Error::new(Code::TooFewFlows, path, "no payment", hint)),
        _ if count >= FLOWS_MAX => Err(Error::new(Code::TooLarge, path, format!("{count} payments"), hint)),
        _ => Ok(()),
    }
}
