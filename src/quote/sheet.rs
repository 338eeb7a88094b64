//! The cost sheet (综合融资成本明示表): what is charged how, at which standard, and what that is a year.
//!
//! What is sure to be paid stands apart from what is paid only if something happens. What is not here: who receives it
//! (see `terms::about`), the words, and any verdict on a line that is passed.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Annual, Cited, Price, Request};
use crate::date::Date;
use crate::money::{Money, shown_rate};
use crate::terms::{self, FeeMethod, Per, Quantity, Source, Terms, Texts};

/// Days that make the yearly equivalent of a daily rate.
const DAYS_PER_YEAR: i64 = 365;

/// What the figures leave out.
pub const OMITTED: [Omitted; 6] = [
    Omitted::Discounts,
    Omitted::GuaranteeFees,
    Omitted::PaymentCosts,
    Omitted::LateRows,
    Omitted::Refunds,
    Omitted::CollectionCosts,
];

/// What is paid, or decides about a cost, only if something happens: how it is charged, and the key of its term.
const CONTINGENT: [(CostKind, Charged, &str); 5] = [
    (CostKind::OverduePenalty, Charged::DailyOnOverdue, "penalty.rate"),
    (CostKind::Grace, Charged::Condition, "grace.days"),
    (CostKind::MinimumShare, Charged::Condition, "minimum.ratio"),
    (CostKind::MinimumInterest, Charged::DailyOnMoved, "minimum.rate"),
    (CostKind::PostponementInterest, Charged::DailyOnMoved, "postpone.rate"),
];

/// What a line of the sheet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostKind {
    /// The fee of the plan.
    InstalmentFee,
    /// The interest of the plan.
    Interest,
    /// Of an overdue bill.
    OverduePenalty,
    /// Days in which paying late is free.
    Grace,
    /// The share of a bill that the minimum payment is.
    MinimumShare,
    /// On what the minimum payment leaves.
    MinimumInterest,
    /// On what is postponed.
    PostponementInterest,
    /// Settling the plan early.
    EarlySettlement,
}

/// A cost that the figures leave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Omitted {
    /// Coupons and cuts of the fee for single users.
    Discounts,
    /// Of guarantors and insurers.
    GuaranteeFees,
    /// Of the bank or the wallet that a payment goes through.
    PaymentCosts,
    /// Rows that are paid late.
    LateRows,
    /// A refund of the purchase.
    Refunds,
    /// Of collection and courts.
    CollectionCosts,
}

/// How a cost is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charged {
    /// Not at all.
    Never,
    /// On every row, a share of the original principal.
    EachRow,
    /// Once for the plan, split over its rows.
    SplitOverRows,
    /// Once, on the first row.
    FirstRow,
    /// On every row, on the principal that is left.
    OnBalance,
    /// Every day on overdue principal, from the day after the due date.
    DailyOnOverdue,
    /// Every day on principal that moves to the next statement, from the day after the due date.
    DailyOnMoved,
    /// Once, when the plan is settled early.
    OnSettling,
    /// It is no cost but decides about one.
    Condition,
}

/// One line of the sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// What it is.
    pub kind: CostKind,
    /// How it is charged.
    pub charged: Charged,
    /// The standard by which it is charged.
    pub standard: Cited,
    /// What that is a year, simple (单利), where it is a cost that grows with time.
    pub annual: Option<Decimal>,
    /// What it costs in this plan, where that is sure.
    pub amount: Option<Money>,
}

/// The loan prime rate that a line was worked out with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lpr {
    /// The rate.
    pub rate: Decimal,
    /// The day of its publication; absent for one of the request.
    pub from: Option<Date>,
    /// Where it comes from; absent for one of the request.
    pub source: Option<&'static Source>,
}

/// A line that the cost is held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Threshold {
    /// Its id.
    pub id: Arc<str>,
    /// The rate of a year.
    pub rate: Decimal,
    /// The loan prime rate behind it.
    pub lpr: Option<Lpr>,
    /// Whether the simple annual rate of the plan is above it; absent where the plan has no rate.
    pub above: Option<bool>,
    /// The day from which the line is drawn.
    pub from: Date,
    /// Where it comes from.
    pub source: Option<&'static Source>,
    /// What a reader should know about it.
    pub note: &'static Texts,
}

/// The whole sheet. Its all-in annual figure is that of the quote.
#[derive(Clone, Debug, PartialEq)]
pub struct CostSheet {
    /// What is charged in normal performance.
    pub items: Vec<Cost>,
    /// What is charged, or decides about a charge, only if something happens.
    pub contingent: Vec<Cost>,
    /// Lines to hold the cost against.
    pub thresholds: Vec<Threshold>,
}

pub(super) fn sheet(
    request: &Request,
    price: &Price,
    total_fee: Money,
    annual: &Annual,
    terms: &Terms,
) -> CostSheet {
    let simple = annual.monthly.as_ref().ok().map(|rate| shown_rate(rate.simple));
    let mut contingent: Vec<Cost> = CONTINGENT
        .iter()
        .map(|&(kind, charged, key)| contingent_cost(kind, charged, key, request, terms))
        .collect();
    contingent.push(Cost {
        kind: CostKind::EarlySettlement,
        charged: Charged::OnSettling,
        standard: price.settle.clone(),
        annual: None,
        amount: None,
    });
    CostSheet {
        items: vec![item(price, total_fee, simple)],
        contingent,
        thresholds: thresholds(request, simple),
    }
}

/// The one cost of a plan: its fee or interest. With no other beside it, its annual level is that of the plan.
fn item(price: &Price, total_fee: Money, simple: Option<Decimal>) -> Cost {
    let (kind, charged) = match price.formula.method {
        FeeMethod::Free => (CostKind::InstalmentFee, Charged::Never),
        FeeMethod::FlatPerPeriod => (CostKind::InstalmentFee, Charged::EachRow),
        FeeMethod::FlatTotal => (CostKind::InstalmentFee, Charged::SplitOverRows),
        FeeMethod::Upfront => (CostKind::InstalmentFee, Charged::FirstRow),
        FeeMethod::EqualInstalment | FeeMethod::EqualPrincipal => (CostKind::Interest, Charged::OnBalance),
    };
    Cost { kind, charged, standard: price.rate.clone(), annual: simple, amount: Some(total_fee) }
}

fn contingent_cost(kind: CostKind, charged: Charged, key: &str, request: &Request, terms: &Terms) -> Cost {
    let term = terms.entry(key).expect("every product has the key").at(request.date);
    let annual = match term.value {
        Quantity::Rate(rate, Per::Day) => Some((rate * Decimal::from(DAYS_PER_YEAR)).normalize()),
        _ => None,
    };
    Cost { kind, charged, standard: Cited::of(term, term.value.clone()), annual, amount: None }
}

fn thresholds(request: &Request, simple: Option<Decimal>) -> Vec<Threshold> {
    let rates = terms::reference_rates();
    let lpr = lpr(request);
    let mut lines = Vec::with_capacity(rates.thresholds.len());
    for threshold in &rates.thresholds {
        let Some(rate) = threshold.rate(lpr.as_ref().map(|lpr| lpr.rate)) else { continue };
        lines.push(Threshold {
            id: Arc::clone(&threshold.id),
            rate: rate.normalize(),
            lpr: lpr.filter(|_| threshold.needs_lpr()),
            above: simple.map(|simple| simple > rate),
            from: threshold.line.from,
            source: rates.source(&threshold.line),
            note: &threshold.note,
        });
    }
    lines
}

/// The loan prime rate of the request, else the one that held on its day.
fn lpr(request: &Request) -> Option<Lpr> {
    if let Some(rate) = request.lpr {
        return Some(Lpr { rate, from: None, source: None });
    }
    let rates = terms::reference_rates();
    let term = rates.lpr_on(request.date)?;
    let Quantity::Rate(rate, _) = term.value else { return None };
    Some(Lpr { rate, from: Some(term.from), source: rates.source(term) })
}
