//! How the fee of a plan is worked out and at which rate: what the request says, or what the product offers.
//!
//! What is not here: the search for a rate (see `reverse`), and the rows.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::reverse::Sought;
use super::{Cited, Figure, Request};
use crate::error::{Code, Error, Result};
use crate::explain::Reference;
use crate::installment::Formula;
use crate::terms::{ASSUMED, FeeMethod, OVERRIDE, Offer, Per, Quantity, SettleRule, Sure, Terms};

/// The price of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Price {
    /// How amounts are worked out.
    pub formula: Formula,
    /// The rate, as the method takes it, and where it comes from.
    pub rate: Cited,
    /// What settling early costs.
    pub settle_rule: SettleRule,
    /// The same, and where it comes from.
    pub settle: Cited,
}

/// The price that a request names or leaves to the product.
pub(super) fn price(request: &Request, terms: &Terms) -> Result<Price> {
    let day = request.date;
    let (remainder, rounding) = (terms.remainder.at(day).value, terms.rounding.at(day).value);
    let offer = terms.offer(request.periods);
    let (method, rate) = match request.figure {
        None => offered(request, method(request, terms)?, offer)?,
        Some(Figure::Rate(rate)) => (fitting(rate, method(request, terms)?)?, rate),
        Some(Figure::MonthlyPayment(wanted)) => {
            Sought::payment(request, remainder, rounding).price(request.method, wanted)?
        }
        Some(Figure::TotalFee(wanted)) => {
            Sought::total(request, remainder, rounding).price(request.method, wanted)?
        }
    };
    let (settle_rule, settle) = settle(request, method, offer);
    let rate_cited = cited_rate(request, method, rate, offer);
    Ok(Price {
        formula: Formula { method, rate, remainder, rounding },
        rate: rate_cited,
        settle_rule,
        settle,
    })
}

/// The method that is named, or the offered one. Paying in full needs no offer and has no fee.
fn method(request: &Request, terms: &Terms) -> Result<FeeMethod> {
    let in_full = request.periods == 1 && request.figure.is_none();
    match (request.method, terms.offer(request.periods)) {
        (Some(method), _) => Ok(method),
        (None, None) if in_full => Ok(FeeMethod::Free),
        (None, None) => Err(not_offered(request, terms)),
        (None, Some(_)) if request.principal < terms.plan_smallest.at(request.date).value => {
            Err(too_small(request, terms))
        }
        (None, Some(offer)) => Ok(offer.method.at(request.date).value),
    }
}

fn not_offered(request: &Request, terms: &Terms) -> Error {
    let counts: Vec<String> = terms.offers.iter().map(|offer| offer.periods.to_string()).collect();
    Error::new(
        Code::NotOffered,
        "/periods",
        format!("`{}` offers no plan of {} rows", terms.id, request.periods),
        format!("`method` and `rate`, or a number of rows that is offered: {}", counts.join(", ")),
    )
}

fn too_small(request: &Request, terms: &Terms) -> Error {
    Error::new(
        Code::NotOffered,
        "/principal",
        format!("`{}` offers no plan for {}", terms.id, request.principal),
        format!("at least {}, or `method` and `rate`", terms.plan_smallest.at(request.date).value),
    )
}

/// The offered rate, if the method is the offered one; a plan without fee has none.
fn offered(request: &Request, method: FeeMethod, offer: Option<&Offer>) -> Result<(FeeMethod, Decimal)> {
    if method == FeeMethod::Free {
        return Ok((method, Decimal::ZERO));
    }
    match offer {
        Some(offer) if offer.method.at(request.date).value == method => {
            Ok((method, offer.rate.at(request.date).value))
        }
        _ => Err(Error::new(
            Code::MissingField,
            "",
            "a method that the product does not offer for so many rows, without its rate",
            "add `rate`, `monthlyPayment` or `totalFee`",
        )),
    }
}

/// The method, if it takes such a rate.
fn fitting(rate: Decimal, method: FeeMethod) -> Result<FeeMethod> {
    match Per::of_method(method) {
        None if !rate.is_zero() => Err(conflict("/rate", "a plan without fee has no rate")),
        Some(per) if rate > per.rate_max() => Err(Error::new(
            Code::TooLarge,
            "/rate",
            format!("{rate} is too large a {}", per.unit()),
            format!("at most {}", per.rate_max()),
        )),
        _ => Ok(method),
    }
}

/// A figure that the method has no use for.
pub(super) fn conflict(path: &str, message: &str) -> Error {
    Error::new(Code::ConflictingFields, path, message, "another `method`, or without this field")
}

/// The rate with its source: that of the offer where it is the offered one, else that of the request.
fn cited_rate(request: &Request, method: FeeMethod, rate: Decimal, offer: Option<&Offer>) -> Cited {
    let value = Quantity::Rate(rate, Per::of_method(method).unwrap_or(Per::Period));
    match (request.figure, offer) {
        (None, Some(offer)) if offer.method.at(request.date).value == method => {
            Cited::of(offer.rate.at(request.date), value)
        }
        (None, _) if request.method.is_none() => given(request, "rate", value, Sure::Assumed),
        _ => given(request, "rate", value, Sure::Override),
    }
}

/// A value without a term, under the key that an override would have.
fn given(request: &Request, part: &str, value: Quantity, sure: Sure) -> Cited {
    let key = Arc::from(format!("plan.{}.{part}", request.periods));
    let source = Arc::from(if sure == Sure::Override { OVERRIDE } else { ASSUMED });
    Cited { value, reference: Reference { key, source, fact: None }, sure }
}

/// What settling early costs: what the request says, else the offer if it has a fee or none as the plan has, else the
/// usual rule of its kind.
fn settle(request: &Request, method: FeeMethod, offer: Option<&Offer>) -> (SettleRule, Cited) {
    let is_free = |method| method == FeeMethod::Free;
    let alike = |offer: &&Offer| is_free(offer.method.at(request.date).value) == is_free(method);
    match (request.settle, offer.filter(alike)) {
        (Some(rule), _) => (rule, given(request, "settle", Quantity::Settle(rule), Sure::Override)),
        (None, Some(offer)) => {
            let term = offer.settle.at(request.date);
            (term.value, Cited::of(term, Quantity::Settle(term.value)))
        }
        (None, None) => {
            let rule = SettleRule::usual(method);
            (rule, given(request, "settle", Quantity::Settle(rule), Sure::Assumed))
        }
    }
}
