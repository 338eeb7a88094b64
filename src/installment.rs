//! Rules of instalment plans: principal and fee of each row, early settlement, conversion.
//!
//! What is not here: annual rates (see `rate`) and postings (see `engine`).

use rust_decimal::Decimal;

use crate::explain::{Explanation, Reference, Value};
use crate::money::{Money, Rounding};
use crate::terms::{FeeMethod, Remainder, SettleRule};

/// How the amounts of a plan are worked out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Formula {
    /// The method.
    pub method: FeeMethod,
    /// A share a period, a share in all, or an annual rate, as the method says.
    pub rate: Decimal,
    /// Which row takes what does not divide.
    pub remainder: Remainder,
    /// How amounts are rounded.
    pub rounding: Rounding,
}

impl FeeMethod {
    const fn rule(self) -> &'static str {
        match self {
            FeeMethod::Free => "fee.free",
            FeeMethod::FlatPerPeriod => "fee.flatPerPeriod",
            FeeMethod::FlatTotal => "fee.flatTotal",
            FeeMethod::Upfront => "fee.upfront",
            FeeMethod::EqualInstalment => "fee.equalInstalment",
            FeeMethod::EqualPrincipal => "fee.equalPrincipal",
        }
    }
}

/// Splits an amount over `n` rows, each rounded down, the remainder to one end.
pub fn split(amount: Money, n: usize, remainder: Remainder) -> Vec<Money> {
    let mut parts = amount.split(n);
    if remainder == Remainder::First {
        parts.reverse();
    }
    parts
}

/// Principal of each row.
pub fn principals(principal: Money, n: usize, formula: &Formula) -> Vec<Money> {
    match formula.method {
        FeeMethod::EqualInstalment => equal_instalment_principals(principal, n, formula),
        _ => split(principal, n, formula.remainder),
    }
}

/// A month's interest at an annual rate, before rounding: multiplied first, so that half a fen stays half a fen.
fn monthly_interest(balance: Money, annual: Decimal) -> Decimal {
    balance.decimal_fen() * annual / Decimal::from(12)
}

/// The payment that repays `principal` in `n` equal instalments at an annual rate, rounded.
pub fn equal_payment(principal: Money, n: usize, annual: Decimal, rounding: Rounding) -> Money {
    let a_month = Decimal::ONE + annual / Decimal::from(12);
    let growth = (0..n).try_fold(Decimal::ONE, |power, _| power.checked_mul(a_month));
    let interest = monthly_interest(principal, annual);
    let exact = match growth {
        Some(growth) if growth == Decimal::ONE => principal.decimal_fen() / Decimal::from(n),
        Some(growth) => interest / (Decimal::ONE - Decimal::ONE / growth),
        None => interest,
    };
    Money::round(exact, rounding)
}

fn equal_instalment_principals(principal: Money, n: usize, formula: &Formula) -> Vec<Money> {
    let payment = equal_payment(principal, n, formula.rate, formula.rounding);
    let mut balance = principal;
    let mut rows = Vec::with_capacity(n);
    for row in 1..=n {
        let interest = Money::round(monthly_interest(balance, formula.rate), formula.rounding);
        let part = if row == n { balance } else { (payment - interest).not_negative().at_most(balance) };
        rows.push(part);
        balance -= part;
    }
    rows
}

/// Fee of each row, given the principal of each row and the principal that flat fees are taken on
/// (the original one less what was refunded). A row without principal has no fee.
pub fn fees(base: Money, rows: &[Money], formula: &Formula) -> Vec<Money> {
    let n = rows.len();
    let flat = || base.times(formula.rate, formula.rounding);
    let mut fees = match formula.method {
        FeeMethod::Free => vec![Money::ZERO; n],
        FeeMethod::FlatPerPeriod => vec![flat(); n],
        FeeMethod::FlatTotal => split(flat(), n, formula.remainder),
        FeeMethod::Upfront => (0..n).map(|row| if row == 0 { flat() } else { Money::ZERO }).collect(),
        FeeMethod::EqualInstalment | FeeMethod::EqualPrincipal => balance_fees(rows, formula),
    };
    for (fee, principal) in fees.iter_mut().zip(rows) {
        if principal.is_zero() {
            *fee = Money::ZERO;
        }
    }
    fees
}

fn balance_fees(rows: &[Money], formula: &Formula) -> Vec<Money> {
    let mut balance: Money = rows.iter().copied().sum();
    let interest = |row: &Money| {
        let interest = Money::round(monthly_interest(balance, formula.rate), formula.rounding);
        balance -= *row;
        interest
    };
    rows.iter().map(interest).collect()
}

/// What the explanation of a row is made of.
#[derive(Clone, Copy, Debug)]
pub struct RowView<'a> {
    /// Number of the row, from 1.
    pub n: usize,
    /// Number of rows.
    pub of: usize,
    /// The principal that flat fees are taken on.
    pub base: Money,
    /// Principal not yet due before this row.
    pub balance: Money,
    /// Principal of the row.
    pub principal: Money,
    /// Fee of the row.
    pub fee: Money,
    /// The terms that the plan was made on.
    pub references: &'a [Reference],
}

/// Why a row has its principal and its fee.
pub fn explain_row(view: &RowView<'_>, formula: &Formula) -> Explanation {
    let mut why = Explanation::new(formula.method.rule(), Value::Money(view.principal + view.fee))
        .input("row", Value::Count(view.n as i64))
        .input("periods", Value::Count(view.of as i64))
        .input("planPrincipal", Value::Money(view.base))
        .input("rate", Value::Rate(formula.rate))
        .rounded(formula.rounding);
    for reference in view.references {
        why = why.term(reference);
    }
    let (operation, on) = match formula.method {
        FeeMethod::EqualInstalment | FeeMethod::EqualPrincipal => ("monthlyInterest", view.balance),
        FeeMethod::FlatTotal => ("multiplyThenSplit", view.base),
        _ => ("multiply", view.base),
    };
    why.step("principalOfRow", vec![Value::Money(view.base)], Value::Money(view.principal))
        .step(operation, vec![Value::Money(on), Value::Rate(formula.rate)], Value::Money(view.fee))
        .step(
            "add",
            vec![Value::Money(view.principal), Value::Money(view.fee)],
            Value::Money(view.principal + view.fee),
        )
}

/// What settling a plan early asks of the fees that are on no bill yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SettlementFees {
    /// To be paid.
    pub charged: Money,
    /// Waived.
    pub waived: Money,
    /// How much of `charged` is a charge for settling, beyond any row's own fee.
    pub extra: Money,
}

/// The fees of settling early: `unbilled` are the fees of the rows that are on no bill, in order.
pub fn settlement_fees(
    rule: SettleRule,
    unbilled: &[Money],
    principal_left: Money,
    rounding: Rounding,
) -> SettlementFees {
    let all: Money = unbilled.iter().copied().sum();
    let next = unbilled.first().copied().unwrap_or(Money::ZERO);
    match rule {
        SettleRule::Waive => SettlementFees { charged: Money::ZERO, waived: all, extra: Money::ZERO },
        SettleRule::ChargeAll => SettlementFees { charged: all, waived: Money::ZERO, extra: Money::ZERO },
        SettleRule::Rate(rate) => {
            let extra = principal_left.times(rate, rounding);
            SettlementFees { charged: extra, waived: all, extra }
        }
        SettleRule::NextPlusOne => {
            let extra = if unbilled.len() > 1 { next } else { Money::ZERO };
            SettlementFees { charged: next + extra, waived: all - next, extra }
        }
    }
}

/// What the explanation of a settlement is made of.
#[derive(Clone, Copy, Debug)]
pub struct SettlementView {
    /// The rule.
    pub rule: SettleRule,
    /// Principal paid.
    pub principal: Money,
    /// Billed fees paid.
    pub billed_fees: Money,
    /// Rows that were on no bill.
    pub unbilled_rows: usize,
    /// The other fees.
    pub fees: SettlementFees,
}

/// Why settling a plan early costs what it costs.
pub fn explain_settlement(view: &SettlementView, reference: &Reference) -> Explanation {
    let paid = view.principal + view.billed_fees + view.fees.charged;
    let rule = match view.rule {
        SettleRule::NextPlusOne => "settle.nextPlusOne",
        SettleRule::Waive => "settle.waive",
        SettleRule::ChargeAll => "settle.chargeAll",
        SettleRule::Rate(_) => "settle.rate",
    };
    Explanation::new(rule, Value::Money(paid))
        .term(reference)
        .input("principal", Value::Money(view.principal))
        .input("billedFees", Value::Money(view.billed_fees))
        .input("unbilledRows", Value::Count(view.unbilled_rows as i64))
        .step(
            "unbilledFeesCharged",
            vec![Value::Money(view.fees.charged - view.fees.extra)],
            Value::Money(view.fees.charged - view.fees.extra),
        )
        .step("settlementCharge", vec![Value::Money(view.fees.extra)], Value::Money(view.fees.extra))
        .step("waived", vec![Value::Money(view.fees.waived)], Value::Money(view.fees.waived))
        .step(
            "add",
            vec![
                Value::Money(view.principal),
                Value::Money(view.billed_fees),
                Value::Money(view.fees.charged),
            ],
            Value::Money(paid),
        )
}

/// Shares the rows of a converted plan among the purchases behind it: `[row][purchase]`.
///
/// Each row is shared in proportion to what is left of each purchase, rounded down cumulatively,
/// so that every row and every purchase adds up exactly.
pub fn apportion(rows: &[Money], purchases: &[Money]) -> Vec<Vec<Money>> {
    let mut left = purchases.to_vec();
    let share_row = |row: &Money| {
        let whole: Money = left.iter().copied().sum();
        let mut before = Money::ZERO;
        let mut shared = Money::ZERO;
        let mut shares = Vec::with_capacity(left.len());
        for part in &mut left {
            before += *part;
            let up_to_here = if whole.is_zero() { Money::ZERO } else { row.share(before, whole) };
            let share = up_to_here - shared;
            shared = up_to_here;
            *part -= share;
            shares.push(share);
        }
        shares
    };
    rows.iter().map(share_row).collect()
}
