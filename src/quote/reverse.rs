//! From a figure on a screen back to the rate: the simplest rate for which the rows come out with exactly that figure.
//!
//! Every candidate is tried with the rows that it makes, so roundings are those of the plan itself, and the rate that
//! is found gives the same quote when it is asked for. What is not here: annual rates (see `rate`).

use rust_decimal::Decimal;

use super::Request;
use super::price::conflict;
use crate::error::{Code, Error, Result};
use crate::installment::{self, Formula};
use crate::money::{Money, Rounding};
use crate::terms::{FeeMethod, Per, Remainder};

/// Decimal places of the rates that are tried: the largest principal still shows each fen.
const PLACES: u32 = 12;
/// A rate of 1 in units of the last place.
const ONE: i64 = 1_000_000_000_000;

/// What is looked for, and in which plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sought {
    figure: Known,
    principal: Money,
    periods: usize,
    formula: Formula,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Known {
    Payment,
    TotalFee,
}

/// Why no rate was found.
enum Miss {
    /// Even without a fee the figure is at least so much.
    Least(Money),
    /// Even at the highest rate it is at most so much.
    Most(Money),
    /// It goes from one to the other without being the one that is wanted.
    Between(Money, Money),
}

impl Sought {
    /// A row's payment.
    pub fn payment(request: &Request, remainder: Remainder, rounding: Rounding) -> Sought {
        Sought::new(Known::Payment, request, remainder, rounding)
    }

    /// The sum of all fees.
    pub fn total(request: &Request, remainder: Remainder, rounding: Rounding) -> Sought {
        Sought::new(Known::TotalFee, request, remainder, rounding)
    }

    fn new(figure: Known, request: &Request, remainder: Remainder, rounding: Rounding) -> Sought {
        let formula = Formula { method: FeeMethod::FlatPerPeriod, rate: Decimal::ZERO, remainder, rounding };
        Sought { figure, principal: request.principal, periods: request.periods as usize, formula }
    }

    /// The method and the rate that give the figure. Without a method the fee is the same in every row, or as nearly
    /// so as a split of the total allows.
    pub fn price(mut self, method: Option<FeeMethod>, wanted: Money) -> Result<(FeeMethod, Decimal)> {
        self.formula.method = method.unwrap_or(FeeMethod::FlatPerPeriod);
        self.check_method(wanted)?;
        let found = match self.rate(wanted) {
            Err(Miss::Between(..)) if method.is_none() => {
                self.formula.method = FeeMethod::FlatTotal;
                self.rate(wanted)
            }
            found => found,
        };
        let rate = found.map_err(|miss| self.error(&miss, wanted))?;
        Ok((self.formula.method, rate))
    }

    fn path(&self) -> &'static str {
        match self.figure {
            Known::Payment => "/monthlyPayment",
            Known::TotalFee => "/totalFee",
        }
    }

    fn check_method(&self, wanted: Money) -> Result<()> {
        let by_total = self.figure == Known::TotalFee;
        match self.formula.method {
            FeeMethod::Free if by_total && wanted.is_zero() => Ok(()),
            FeeMethod::Free => Err(conflict(self.path(), "a plan without fee has no rate to look for")),
            FeeMethod::Upfront | FeeMethod::EqualPrincipal if !by_total => Err(conflict(
                self.path(),
                "under this method the rows differ; `totalFee` says what they cost",
            )),
            _ => Ok(()),
        }
    }

    /// The figure in the rows that a rate of so many units of the last place makes.
    fn made(&self, units: i64) -> Money {
        let formula = self.at(units);
        let principals = installment::principals(self.principal, self.periods, &formula);
        let fees = installment::fees(self.principal, &principals, &formula);
        let flat = formula.method != FeeMethod::EqualInstalment;
        // The row that takes what does not divide is not an ordinary one.
        let row = if flat && formula.remainder == Remainder::First { self.periods - 1 } else { 0 };
        match self.figure {
            Known::TotalFee => fees.into_iter().sum(),
            Known::Payment => principals[row] + fees[row],
        }
    }

    /// The same by a shorter way where there is one, which also grows with the rate where no principal is left in a row.
    fn measured(&self, units: i64) -> Money {
        let formula = self.at(units);
        if (self.figure, formula.method) != (Known::Payment, FeeMethod::EqualInstalment) {
            return self.made(units);
        }
        installment::equal_payment(self.principal, self.periods, formula.rate, formula.rounding)
    }

    fn at(&self, units: i64) -> Formula {
        Formula { rate: Decimal::new(units, PLACES), ..self.formula }
    }

    fn most(&self) -> i64 {
        let per = Per::of_method(self.formula.method).unwrap_or(Per::Once);
        if per.rate_max() == Decimal::ONE { ONE } else { 10 * ONE }
    }

    /// The lowest units at which the figure is at least so much; more than the most where it never is.
    ///
    /// Rates far beyond use come last: rows without principal have no fee, so that there the figure may fall again.
    fn reaching(&self, wanted: Money) -> i64 {
        let mut high = 1;
        while high < self.most() && self.measured(high) < wanted {
            high *= 2;
        }
        let (mut low, mut high) = (high / 2, high.min(self.most() + 1));
        while low < high {
            let middle = low + (high - low) / 2;
            if self.measured(middle) < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn rate(&self, wanted: Money) -> core::result::Result<Decimal, Miss> {
        let low = self.reaching(wanted);
        if low > self.most() {
            return Err(Miss::Most(self.made(self.most())));
        }
        let reached = self.made(low);
        if reached != wanted {
            return Err(if low == 0 {
                Miss::Least(reached)
            } else {
                Miss::Between(self.made(low - 1), reached)
            });
        }
        let simplest = simplest(low, self.reaching(wanted + Money::from_fen(1)) - 1);
        let units = if self.made(simplest) == wanted { simplest } else { low };
        Ok(Decimal::new(units, PLACES).normalize())
    }

    fn error(&self, miss: &Miss, wanted: Money) -> Error {
        let (code, hint) = match miss {
            Miss::Least(least) => (Code::NoRoot, format!("at least {least}, which is what no fee makes")),
            Miss::Most(most) => (Code::TooLarge, format!("less: the highest rate makes it {most}")),
            Miss::Between(below, above) => (
                Code::NoRoot,
                format!("{below} or {above}, or no `method`, which then splits the fee evenly"),
            ),
        };
        Error::new(code, self.path(), format!("no rate makes it exactly {wanted}"), hint)
    }
}

/// The units of the rate with the fewest decimals from one to another, the one nearest to their middle.
fn simplest(low: i64, high: i64) -> i64 {
    let middle = low + (high - low) / 2;
    let mut step = 10 * ONE;
    loop {
        let nearest = (middle + step / 2) / step * step;
        if step == 1 || (low <= nearest && nearest <= high) {
            return nearest;
        }
        step /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_simplest_rate_has_the_fewest_decimals() {
        assert_eq!(simplest(6_995_000_000, 7_004_999_999), 7_000_000_000);
        assert_eq!(simplest(0, ONE / 2), 0);
        assert_eq!(simplest(41 * ONE / 10_000, 49 * ONE / 10_000), 45 * ONE / 10_000);
        assert_eq!(simplest(7, 7), 7);
        assert_eq!(simplest(ONE / 2, 3 * ONE / 2), ONE);
    }
}
