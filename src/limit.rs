//! Rules of the credit limit: when a purchase is refused, and how long what is repaid stays held.
//!
//! What is not here: freezes and cuts (see `risk`), holds of refunds (see `refund`).

use crate::date::Date;
use crate::event::Refusal;
use crate::explain::{Explanation, Value};
use crate::money::Money;
use crate::terms::Terms;

/// The account as a purchase meets it, on one reading.
#[derive(Clone, Copy, Debug)]
pub struct PurchaseView {
    /// The account is closed.
    pub closed: bool,
    /// A freeze other than for an overdue bill holds.
    pub frozen: bool,
    /// A bill is overdue, and that stops purchases.
    pub overdue: bool,
    /// The merchant takes this means of payment.
    pub merchant_supports: bool,
    /// The number of instalments is offered for this amount.
    pub offered: bool,
    /// What is free to spend, before any freeze.
    pub available: Money,
    /// The amount of the purchase.
    pub amount: Money,
}

/// Why a purchase is refused, in the order in which the reasons are looked at.
pub fn refusal(view: &PurchaseView) -> Option<Refusal> {
    let reasons = [
        (view.closed, Refusal::AccountClosed),
        (view.frozen, Refusal::Frozen),
        (view.overdue, Refusal::Overdue),
        (!view.merchant_supports, Refusal::MerchantUnsupported),
        (!view.offered, Refusal::PeriodsNotOffered),
        (view.amount > view.available, Refusal::OverLimit),
    ];
    reasons.iter().find(|(applies, _)| *applies).map(|&(_, refusal)| refusal)
}

/// Whether an amount may be paid in so many instalments.
pub fn is_offered(amount: Money, periods: u32, day: Date, terms: &Terms) -> bool {
    periods == 1 || (amount >= terms.plan_smallest.at(day).value && terms.offer(periods).is_some())
}

/// The first days on which repaid principal is usable: at best, and for sure.
pub fn usable_after_repayment(day: Date, terms: &Terms) -> [Date; 2] {
    [&terms.repayment_lag.possible, &terms.repayment_lag.guaranteed].map(|lag| day + lag.at(day).value)
}

/// Why repaid principal is usable when it is.
pub fn explain_repayment(day: Date, principal: Money, terms: &Terms) -> Explanation {
    let [possible, guaranteed] = usable_after_repayment(day, terms);
    Explanation::new("limit.repaymentLag", Value::Date(guaranteed))
        .term(&terms.repayment_lag.possible.at(day).reference)
        .term(&terms.repayment_lag.guaranteed.at(day).reference)
        .input("repaymentDate", Value::Date(day))
        .input("principal", Value::Money(principal))
        .step("addDays", vec![Value::Date(day), Value::Days(possible - day)], Value::Date(possible))
        .step("addDays", vec![Value::Date(day), Value::Days(guaranteed - day)], Value::Date(guaranteed))
}
