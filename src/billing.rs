//! Rules of bills: when they close, when they are due, what the minimum is.
//!
//! What is not here: the bills themselves (see `ledger`) and what is put on them (see `engine`).

use crate::date::{Date, Days, Month};
use crate::explain::{Explanation, Value};
use crate::money::{Money, Rounding};
use crate::terms::{BillPart, Terms};

/// The dates of a bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BillDates {
    /// Month of the statement.
    pub month: Month,
    /// Day on which it is closed.
    pub statement: Date,
    /// Last day to pay on time.
    pub due: Date,
    /// Last day on which paying late is still free.
    pub grace_end: Date,
    /// Day on which paying is recommended.
    pub pay_by: Date,
}

/// The first statement after a day: what happens on a statement day belongs to the next one.
pub fn statement_after(day: Date, terms: &Terms) -> Date {
    let this_month = day.month().on_day(terms.statement_day.at(day).value);
    if this_month > day {
        return this_month;
    }
    let next = day.month().plus(1);
    next.on_day(terms.statement_day.at(next.on_day(1)).value)
}

/// The statement `n` months after a first one.
pub fn statement_in(first: Date, n: u32) -> Date {
    first.month().plus(n).on_day(first.day() as u8)
}

/// The due date of a statement: the first due-day on or after it.
pub fn due_date(statement: Date, terms: &Terms) -> Date {
    let day = terms.due_day.at(statement).value;
    let this_month = statement.month().on_day(day);
    if this_month >= statement { this_month } else { statement.month().plus(1).on_day(day) }
}

/// All dates of the bill that is closed on a day.
pub fn bill_dates(statement: Date, terms: &Terms) -> BillDates {
    let due = due_date(statement, terms);
    BillDates {
        month: statement.month(),
        statement,
        due,
        grace_end: due + terms.grace.at(due).value,
        pay_by: (due - terms.pay_early.at(statement).value).max(statement),
    }
}

/// Why a bill has the dates and the total that it has: what was put on it, less the credit balance used on it.
pub fn explain_bill(statement: Date, charged: Money, total: Money, terms: &Terms) -> Explanation {
    let dates = bill_dates(statement, terms);
    Explanation::new("bill.dates", Value::Date(dates.due))
        .term(&terms.statement_day.at(statement).reference)
        .term(&terms.due_day.at(statement).reference)
        .term(&terms.grace.at(dates.due).reference)
        .term(&terms.pay_early.at(statement).reference)
        .input("statementDate", Value::Date(statement))
        .input("dueDay", Value::Count(i64::from(terms.due_day.at(statement).value)))
        .step("firstDueDayFrom", vec![Value::Date(statement)], Value::Date(dates.due))
        .step(
            "addDays",
            vec![Value::Date(dates.due), Value::Days(dates.grace_end - dates.due)],
            Value::Date(dates.grace_end),
        )
        .input("total", Value::Money(total))
        .step("subtract", vec![Value::Money(charged), Value::Money(charged - total)], Value::Money(total))
}

/// Days from a purchase to the due date of the first statement that carries it.
pub fn interest_free_days(purchase: Date, terms: &Terms) -> Days {
    due_date(statement_after(purchase, terms), terms) - purchase
}

/// Why a purchase is free of interest for so many days, and what else it settles.
pub fn explain_purchase(purchase: Date, amount: Money, terms: &Terms) -> Explanation {
    let statement = statement_after(purchase, terms);
    let due = due_date(statement, terms);
    Explanation::new("purchase.interestFree", Value::Days(due - purchase))
        .term(&terms.statement_day.at(purchase).reference)
        .term(&terms.due_day.at(statement).reference)
        .input("purchaseDate", Value::Date(purchase))
        .input("amount", Value::Money(amount))
        .step("nextStatement", vec![Value::Date(purchase)], Value::Date(statement))
        .step("firstDueDayFrom", vec![Value::Date(statement)], Value::Date(due))
        .step("daysBetween", vec![Value::Date(purchase), Value::Date(due)], Value::Days(due - purchase))
}

/// What a minimum payment asks in cash: its share of the total, rounded up, less what was paid already.
pub fn minimum_payment(total: Money, paid: Money, remaining: Money, day: Date, terms: &Terms) -> Money {
    let minimum = total.times(terms.minimum_ratio.at(day).value, Rounding::Up);
    (minimum - paid).not_negative().at_most(remaining)
}

/// Why a minimum payment is what it is.
pub fn explain_minimum(total: Money, paid: Money, asked: Money, day: Date, terms: &Terms) -> Explanation {
    let ratio = terms.minimum_ratio.at(day);
    let share = total.times(ratio.value, Rounding::Up);
    Explanation::new("bill.minimum", Value::Money(asked))
        .term(&ratio.reference)
        .term(&terms.minimum_rate.at(day).reference)
        .input("total", Value::Money(total))
        .input("paid", Value::Money(paid))
        .input("dailyRate", Value::Rate(terms.minimum_rate.at(day).value))
        .step("multiply", vec![Value::Money(total), Value::Rate(ratio.value)], Value::Money(share))
        .step("subtract", vec![Value::Money(share), Value::Money(paid)], Value::Money(asked))
        .rounded(Rounding::Up)
}

/// The order in which a repayment is spent on a bill. The terms name each part once.
pub fn spending_order(day: Date, terms: &Terms) -> impl Iterator<Item = BillPart> {
    terms.repayment_order.at(day).value.iter().copied()
}
