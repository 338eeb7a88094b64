//! How the rows of a plan stand, and what the plan costs in all.
//!
//! What is not here: annual rates (see `rate`).

use crate::ledger::{Book, Plan, PlanRow};
use crate::money::Money;

/// How a plan row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowStatus {
    /// On no bill yet.
    Unbilled,
    /// On a bill, not all paid.
    Billed,
    /// On a bill, all paid.
    Paid,
    /// Settled early or refunded away before it was billed.
    Cancelled,
}

/// Principal of a row that is not repaid.
pub fn row_remaining(book: &Book, row: &PlanRow) -> Money {
    row.items.iter().map(|item| book.item(item).balance).sum()
}

/// How a row stands.
pub fn row_status(book: &Book, row: &PlanRow) -> RowStatus {
    let fee: Money = row.fee_item.iter().map(|&item| book.item(item).balance).sum();
    match (row.cancelled, row.bill) {
        (true, _) => RowStatus::Cancelled,
        (false, None) => RowStatus::Unbilled,
        (false, Some(_)) if (row_remaining(book, row) + fee).is_zero() => RowStatus::Paid,
        (false, Some(_)) => RowStatus::Billed,
    }
}

/// Fees billed, still scheduled, and charged at settlement.
pub fn total_fee(plan: &Plan) -> Money {
    let scheduled: Money = plan.rows.iter().filter(|row| !row.cancelled).map(|row| row.fee).sum();
    scheduled + plan.settlement.as_ref().map_or(Money::ZERO, |settlement| settlement.charged)
}
