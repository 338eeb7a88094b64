//! A comparison of scenarios: reading them, writing what they come to.
//!
//! What is not here: what differs (see `solver`).

use super::json::Json;
use super::node::Node;
use super::write::totals_of;
use super::{read, shape};
use crate::error::{Code, Error, Result};
use crate::ledger::Sums;
use crate::scenario::{Draft, Scenario};
use crate::solver::{self, Compared, ComparedBill, SCENARIOS_MAX, Side};
use crate::terms::Terms;

/// Scenarios held against the first of them.
///
/// # Errors
/// Fewer than two scenarios or too many; anything that the contract does not take in one of them, with its place in
/// the list at the beginning of the pointer.
pub fn compare(scenarios: &Json<'_>) -> Result<shape::Comparison> {
    let node = Node::whole(scenarios);
    let mut read: Vec<(Draft, Scenario, Terms)> = Vec::new();
    let count = if let Json::List(items) = scenarios { items.len() } else { 2 };
    if !(2..=SCENARIOS_MAX).contains(&count) {
        let message = format!("{count} scenarios cannot be compared");
        return Err(node.error(Code::WrongCount, message, format!("2 to {SCENARIOS_MAX} scenarios")));
    }
    for (index, item) in node.items()?.enumerate() {
        read.push(one(item.value).map_err(|error| within(index, error))?);
    }
    let sides: Vec<Side<'_>> =
        read.iter().map(|(draft, scenario, terms)| Side { draft, scenario, terms }).collect();
    let compared = solver::compare(&sides);
    let first = compared.scenarios[0].sums;
    Ok(shape::Comparison {
        scenarios: compared.scenarios.into_iter().map(|it| scenario(it, &first)).collect(),
        bills: compared.bills.into_iter().map(bill).collect(),
    })
}

fn one(value: &Json<'_>) -> Result<(Draft, Scenario, Terms)> {
    let (draft, terms) = read::draft(value, read::product_of(value)?)?;
    let scenario = draft.scenario()?;
    Ok((draft, scenario, terms))
}

fn within(index: usize, error: Error) -> Error {
    Error { path: format!("/{index}{}", error.path), ..error }
}

fn scenario(it: Compared, first: &Sums) -> shape::ComparedScenario {
    let sums = it.sums;
    let [possible, guaranteed] = it.full_again;
    shape::ComparedScenario {
        totals: totals_of(sums),
        difference: shape::Difference {
            fees: sums.fees - sums.waived - (first.fees - first.waived),
            penalties: sums.penalties - first.penalties,
            interest: sums.interest - first.interest,
            repayments: sums.cash - first.cash,
        },
        peak: it.peak.map(|(month, total)| shape::PeakBill { month, total }),
        last_recovery: it.last_recovery,
        full_again: shape::FullAgain { possible, guaranteed },
        settings: it.settings,
        removed: it.removed,
        added: it.added,
    }
}

fn bill(row: ComparedBill) -> shape::ComparedBill {
    shape::ComparedBill { month: row.month, totals: row.totals }
}
