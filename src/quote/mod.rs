//! What an instalment plan really costs: its rows, its fees, its annual rates, settling it early, the cost sheet.
//!
//! A quote is worked out on a product's terms without an account, from a rate or from a figure that somebody reads on
//! a screen. What is not here: whether the account would take the plan (see `engine`), and any wording.

mod price;
mod reverse;
mod sheet;

use rust_decimal::Decimal;

use crate::billing;
use crate::date::Date;
use crate::error::{Code, Error, Result};
use crate::explain::Reference;
use crate::installment::{self, Formula};
use crate::money::Money;
use crate::rate::plan::MonthlyRate;
use crate::rate::{self, Flow, Method};
use crate::terms::{FeeMethod, Quantity, SettleRule, Sure, Term, Terms};

pub use price::Price;
pub use sheet::{Charged, Cost, CostKind, CostSheet, Lpr, OMITTED, Omitted, Threshold};

/// The most rows that a quote may have.
pub const PERIODS_MAX: u32 = 360;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// The amount that is bought or converted.
    pub principal: Money,
    /// Number of rows, 1 to [`PERIODS_MAX`].
    pub periods: u32,
    /// The day on which the plan begins.
    pub date: Date,
    /// How the fee is worked out; as the product has it where absent.
    pub method: Option<FeeMethod>,
    /// What is known of the price; the product's rate where absent.
    pub figure: Option<Figure>,
    /// What settling early costs; as the product has it where absent.
    pub settle: Option<SettleRule>,
    /// The one-year loan prime rate; the published one where absent.
    pub lpr: Option<Decimal>,
}

/// What is known of the price of a plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// The rate that the method takes.
    Rate(Decimal),
    /// What an ordinary row asks for, principal and fee.
    MonthlyPayment(Money),
    /// All fees together.
    TotalFee(Money),
}

/// A value with where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    /// The value.
    pub value: Quantity,
    /// Key and source.
    pub reference: Reference,
    /// How far it can be relied on.
    pub sure: Sure,
}

impl Cited {
    fn of<T>(term: &Term<T>, value: Quantity) -> Cited {
        Cited { value, reference: term.reference.clone(), sure: term.sure }
    }
}

/// One row of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The statement that carries it.
    pub statement: Date,
    /// The due date of that statement.
    pub due: Date,
    /// Principal.
    pub principal: Money,
    /// Fee.
    pub fee: Money,
    /// Principal that is left after it.
    pub remaining: Money,
}

impl Row {
    /// What is to be paid.
    pub fn payment(&self) -> Money {
        self.principal + self.fee
    }
}

/// The annual rates of a plan. An absent one has the reason in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annual {
    /// By equal months: the rate of a month, times 12 (单利), and compound (复利).
    pub monthly: core::result::Result<MonthlyRate, Code>,
    /// By actual days from the beginning to the due dates, over 365, compound.
    pub on_dates: core::result::Result<Decimal, Code>,
}

/// Settling the plan once so many rows are paid and the next one is on no bill yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settling {
    /// Rows that are paid.
    pub after_row: usize,
    /// The due date of the last of them; the beginning of the plan where there is none.
    pub date: Date,
    /// Principal to be paid.
    pub principal: Money,
    /// Fees to be paid.
    pub fees: Money,
    /// Fees of later rows that fall away.
    pub waived: Money,
    /// Fees of the whole plan then, with those of the rows that are paid.
    pub fees_in_all: Money,
    /// How much less that is than without settling; below zero if it is more.
    pub saved: Money,
}

/// What a plan costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// How the fee is worked out, and at which rate.
    pub price: Price,
    /// Rows.
    pub rows: Vec<Row>,
    /// All fees.
    pub total_fee: Money,
    /// Annual rates.
    pub annual: Annual,
    /// Settling early after none, one, … of the rows.
    pub settling: Vec<Settling>,
    /// The cost sheet.
    pub sheet: CostSheet,
}

/// What a plan costs on the terms of a product.
///
/// # Errors
/// With a JSON pointer into `{principal, periods, method, rate, monthlyPayment, totalFee}`: a principal of nothing
/// (`ZeroPrincipal`) or below (`NotPositive`); too many rows or a figure beyond every rate (`TooLarge`), none (`NotPositive`);
/// a plan that the product does not offer, where the request leaves method or rate to it (`NotOffered`); a method without
/// its rate (`MissingField`); a figure that the method has no use for (`ConflictingFields`); a figure that no rate of 0
/// or above gives (`NoRoot`).
pub fn quote(request: &Request, terms: &Terms) -> Result<Quote> {
    check(request)?;
    let price = price::price(request, terms)?;
    let rows = rows(request, &price.formula, terms);
    let total_fee = rows.iter().map(|row| row.fee).sum();
    let annual = annual(request, &rows);
    let settling = settling(request, &price, &rows, total_fee);
    let sheet = sheet::sheet(request, &price, total_fee, &annual, terms);
    Ok(Quote { price, rows, total_fee, annual, settling, sheet })
}

fn check(request: &Request) -> Result<()> {
    let hint = "the amount of the plan, above 0.00";
    if request.principal.is_zero() {
        return Err(Error::new(Code::ZeroPrincipal, "/principal", "a principal of nothing", hint));
    }
    if !request.principal.is_positive() {
        return Err(Error::new(Code::NotPositive, "/principal", "a principal below nothing", hint));
    }
    let code = match request.periods {
        0 => Code::NotPositive,
        n if n > PERIODS_MAX => Code::TooLarge,
        _ => return Ok(()),
    };
    let hint = format!("1 to {PERIODS_MAX} rows");
    Err(Error::new(code, "/periods", format!("{} rows", request.periods), hint))
}

fn rows(request: &Request, formula: &Formula, terms: &Terms) -> Vec<Row> {
    let principals = installment::principals(request.principal, request.periods as usize, formula);
    let fees = installment::fees(request.principal, &principals, formula);
    let first = billing::statement_after(request.date, terms);
    let mut remaining = request.principal;
    let mut rows = Vec::with_capacity(principals.len());
    for (index, (principal, fee)) in principals.into_iter().zip(fees).enumerate() {
        let statement = billing::statement_in(first, index as u32);
        remaining -= principal;
        rows.push(Row { statement, due: billing::due_date(statement, terms), principal, fee, remaining });
    }
    rows
}

fn annual(request: &Request, rows: &[Row]) -> Annual {
    let payments: Vec<Money> = rows.iter().map(Row::payment).collect();
    let mut flows = vec![Flow::on(request.date, -request.principal)];
    flows.extend(rows.iter().map(|row| Flow::on(row.due, row.payment())));
    Annual {
        monthly: rate::plan::monthly(request.principal, &payments).map_err(|error| error.code),
        on_dates: rate::annual_rate(&flows, Method::Xirr, None)
            .map(|found| found.rate)
            .map_err(|error| error.code),
    }
}

fn settling(request: &Request, price: &Price, rows: &[Row], total_fee: Money) -> Vec<Settling> {
    let mut paid_fees = Money::ZERO;
    let (mut principal, mut date) = (request.principal, request.date);
    let mut list = Vec::with_capacity(rows.len());
    for (after_row, row) in rows.iter().enumerate() {
        let left = rows[after_row..].iter().filter(|row| row.principal.is_positive());
        let unbilled: Vec<Money> = left.map(|row| row.fee).collect();
        let fees =
            installment::settlement_fees(price.settle_rule, &unbilled, principal, price.formula.rounding);
        let fees_in_all = paid_fees + fees.charged;
        list.push(Settling {
            after_row,
            date,
            principal,
            fees: fees.charged,
            waived: fees.waived,
            fees_in_all,
            saved: total_fee - fees_in_all,
        });
        paid_fees += row.fee;
        (principal, date) = (row.remaining, row.due);
    }
    list
}
