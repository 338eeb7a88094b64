//! Annual rates: from cash flows to the rate at which what went out and what comes back are worth the same.
//!
//! [`annual_rate`] takes any cash flows and one of four conventions; [`plan`] has the short forms for
//! an amount and its monthly payments. Conventions and their sources: `docs/annual-rates.md`.
//!
//! This is the only part of the crate that uses floats: a root has no exact decimal form. The search
//! uses additions, multiplications and divisions only, so that every machine finds the same digits.
//! What is not here: fees and rows of a plan, the cost sheet, rounding for display.

mod eu;
mod months;
mod place;
pub mod plan;
mod root;
mod series;
mod us;

use rust_decimal::Decimal;

use crate::date::Date;
use crate::error::{Code, Error, Result};
use crate::money::Money;

use place::Placed;

/// The most cash flows that one rate is worked out from.
pub const FLOWS_MAX: usize = 10_000;

/// The largest number of unit periods in a year: days of a leap year.
pub const UNITS_PER_YEAR_MAX: u32 = 366;

/// Unit periods in a year where the caller names no number: months.
pub const UNITS_PER_YEAR_DEFAULT: u32 = 12;

/// Significant digits of every rate that this module gives.
pub const SIGNIFICANT_DIGITS: u32 = 12;

/// When a cash flow happens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum At {
    /// On a day.
    Date(Date),
    /// After a number of unit periods; a fraction of one more is for [`Method::Us`] only.
    Period {
        /// Whole unit periods.
        whole: u32,
        /// Part of a unit period, at least 0 and below 1.
        fraction: Decimal,
    },
}

/// An amount that changes hands: one sign for what the borrower gets, the other for what is paid back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flow {
    /// When.
    pub at: At,
    /// How much, signed.
    pub amount: Money,
}

impl Flow {
    /// A cash flow on a day.
    pub const fn on(date: Date, amount: Money) -> Flow {
        Flow { at: At::Date(date), amount }
    }

    /// A cash flow after whole unit periods.
    pub const fn after(periods: u32, amount: Money) -> Flow {
        Flow { at: At::Period { whole: periods, fraction: Decimal::ZERO }, amount }
    }
}

/// How time is counted and how a rate of one period becomes a rate of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Equal periods; the year's rate is the period's rate times the periods of a year (单利).
    Irr,
    /// Actual days over 365; the year's rate is compound.
    Xirr,
    /// Directive 2008/48/EC Annex I, the same equation as (EU) 2023/2225 Annex III; compound.
    Eu,
    /// Regulation Z Appendix J, actuarial method; the period's rate times the periods of a year.
    Us,
}

/// What [`annual_rate`] gives. 0.12 is 12 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnnualRate {
    /// The rate of a year by the method, to [`SIGNIFICANT_DIGITS`].
    pub rate: Decimal,
    /// The rate of one unit period, where the flows are counted in equal unit periods.
    pub per_period: Option<Decimal>,
}

/// The annual rate of cash flows in the order of time.
///
/// `units_per_year` is the number of unit periods in a year, 12 where it is absent. It has no meaning
/// for dated flows of [`Method::Xirr`] and [`Method::Eu`]. For dated flows of [`Method::Us`] it names
/// the unit period (365 days, 52, 26 or 13 for weeks, 24 half months, 12, 6, 4, 3, 2 for months, 1 a year);
/// absent, a loan of one advance and one payment has its term as unit period, as Appendix J (b)(4) says.
///
/// # Errors
/// With a JSON pointer into `{flows, unitsPerYear}`: fewer than two flows (`TooFewFlows`), a first flow of nothing
/// (`ZeroPrincipal`), flows not strictly one after the other (`FlowsOutOfOrder`), a flow without the date
/// or period number that the method needs (`MissingField`), all flows of one sign (`NoSignChange`), several
/// rates that fit (`SeveralRoots`), none above −100 % (`NoRoot`), one that is beyond all use (`TooLarge`).
///
/// ```
/// use yuefu::{money::Money, rate::{annual_rate, Flow, Method}};
/// let yuan = |text| Money::parse(text).expect("an amount");
/// let flows = [Flow::after(0, yuan("-1000")), Flow::after(12, yuan("1100"))];
/// let found = annual_rate(&flows, Method::Eu, None)?;
/// assert_eq!(found.rate.to_string(), "0.1");
/// # Ok::<(), yuefu::error::Error>(())
/// ```
pub fn annual_rate(flows: &[Flow], method: Method, units_per_year: Option<u32>) -> Result<AnnualRate> {
    check_count(flows)?;
    check_units(units_per_year)?;
    let placed = match method {
        Method::Irr => place::numbered(flows, units_per_year)?,
        Method::Xirr => place::by_days(flows)?,
        Method::Eu => eu::place(flows, units_per_year)?,
        Method::Us => us::place(flows, units_per_year)?,
    };
    let Placed { series, year, equal_periods } = placed;
    let unit_rate = root::unit_rate(&series).map_err(|fault| fault.at("/flows"))?;
    let rate = year.rate(unit_rate).map_err(|fault| fault.at("/flows"))?;
    let per_period = equal_periods.then(|| root::decimal(unit_rate));
    Ok(AnnualRate { rate: root::decimal(rate), per_period })
}

fn check_count(flows: &[Flow]) -> Result<()> {
    if flows.len() < 2 {
        return Err(Error::new(
            Code::TooFewFlows,
            "/flows",
            format!("{} cash flows", flows.len()),
            "at least two: what is lent, and what is paid back",
        ));
    }
    if flows.len() > FLOWS_MAX {
        return Err(Error::new(
            Code::TooLarge,
            "/flows",
            format!("{} cash flows", flows.len()),
            format!("at most {FLOWS_MAX}"),
        ));
    }
    if flows[0].amount.is_zero() {
        return Err(Error::new(
            Code::ZeroPrincipal,
            "/flows/0/amount",
            "the first cash flow is nothing",
            "the amount that is lent, other than 0.00",
        ));
    }
    Ok(())
}

fn check_units(units_per_year: Option<u32>) -> Result<()> {
    let path = "/unitsPerYear";
    match units_per_year {
        Some(0) => Err(Error::new(Code::NotPositive, path, "no unit period in a year", "at least 1")),
        Some(n) if n > UNITS_PER_YEAR_MAX => Err(Error::new(
            Code::TooLarge,
            path,
            format!("{n} unit periods in a year"),
            format!("at most {UNITS_PER_YEAR_MAX}"),
        )),
        _ => Ok(()),
    }
}
