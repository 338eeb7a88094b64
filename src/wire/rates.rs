//! Annual rates as JSON values.
//!
//! What is not here: the search for a rate (see `rate`).

use rust_decimal::Decimal;

use super::json::Json;
use super::node::Node;
use super::shape;
use crate::error::{Code, Error, Result};
use crate::money::shown_rate;
use crate::rate::{self, At, FLOWS_MAX, Flow, Method, UNITS_PER_YEAR_MAX};

const METHODS: [(&str, Method); 4] =
    [("irr", Method::Irr), ("xirr", Method::Xirr), ("eu", Method::Eu), ("us", Method::Us)];
/// The most unit periods after which a cash flow may happen.
const PERIOD_MAX: i64 = 100_000;
/// Decimal places of a part of a unit period.
const FRACTION_PLACES: u32 = 12;

/// The annual rate of cash flows.
///
/// # Errors
/// Anything that the contract does not take, and cash flows without one rate; see [`crate::rate::annual_rate`].
pub fn annual_rate(request: &Json<'_>) -> Result<shape::AnnualRate> {
    let node = Node::whole(request);
    node.fields(&["flows", "method", "unitsPerYear"])?;
    let method = node.field("method")?.word(&METHODS)?;
    let units = node
        .optional("unitsPerYear")
        .map(|units| units.whole_number(1, i64::from(UNITS_PER_YEAR_MAX)))
        .transpose()?
        .map(|units| units as u32);
    let found = rate::annual_rate(&flows(&node.field("flows")?)?, method, units)?;
    Ok(shape::AnnualRate { rate: shown_rate(found.rate), per_period: found.per_period.map(shown_rate) })
}

fn flows(list: &Node<'_>) -> Result<Vec<Flow>> {
    let items = list.items()?;
    let length = items.len();
    if length > FLOWS_MAX {
        let hint = format!("at most {FLOWS_MAX}");
        return Err(list.error(Code::TooLarge, format!("{length} cash flows are too many"), hint));
    }
    items.map(|item| flow(&item)).collect()
}

fn flow(node: &Node<'_>) -> Result<Flow> {
    node.fields(&["date", "period", "fraction", "amount"])?;
    Ok(Flow { at: at(node)?, amount: node.field("amount")?.money()? })
}

fn at(node: &Node<'_>) -> Result<At> {
    match (node.optional("date"), node.optional("period"), node.optional("fraction")) {
        (Some(date), None, None) => date.date().map(At::Date),
        (None, Some(period), fraction) => {
            let whole = period.whole_number(0, PERIOD_MAX)? as u32;
            let fraction = fraction.map_or(Ok(Decimal::ZERO), |part| part.decimal(FRACTION_PLACES))?;
            Ok(At::Period { whole, fraction })
        }
        (None, None, _) => Err(missing(node)),
        (Some(date), ..) => Err(date.error(
            Code::ConflictingFields,
            "a cash flow with a date and a period number",
            "either `date`, or `period` and perhaps `fraction`",
        )),
    }
}

fn missing(node: &Node<'_>) -> Error {
    node.error(Code::MissingField, "a cash flow without its moment", "add `date` or `period`")
}
