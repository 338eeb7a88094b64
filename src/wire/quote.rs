//! Quotes as JSON values: reads what is asked for, writes what a plan costs.
//!
//! What is not here: any figure (see `quote`).

use std::collections::BTreeMap;

use serde_json::Value;

use super::node::Node;
use super::product::{source, sure, texts};
use super::rates::written;
use super::read::{overrides, product_or_default};
use super::shape;
use super::write::{day, money, product_used, reference};
use crate::error::{Code, Result};
use crate::quote::{Annual, Charged, Cost, Figure, NOT_MODELLED, PERIODS_MAX, Quote, Request, Threshold};
use crate::terms::{About, FeeMethod, SettleRule, Terms, Word};

const FIELDS: [&str; 11] = [
    "product",
    "overrides",
    "principal",
    "periods",
    "date",
    "method",
    "rate",
    "monthlyPayment",
    "totalFee",
    "settle",
    "lpr",
];

/// What a plan costs.
///
/// # Errors
/// Anything that the contract does not take, and what [`crate::quote::quote`] refuses.
pub fn quote(request: &Value) -> Result<shape::Quote> {
    let node = Node::whole(request);
    node.fields(&FIELDS)?;
    let product = product_or_default(&node)?;
    let terms = product.with_overrides(&overrides(&node)?)?;
    let request = read(&node)?;
    let quote = crate::quote::quote(&request, &terms)?;
    let about = crate::terms::about(&product.id).expect("a shipped product has its texts");
    Ok(write(&request, &quote, &terms, about))
}

fn read(node: &Node<'_>) -> Result<Request> {
    Ok(Request {
        principal: node.field("principal")?.limit()?,
        periods: node.field("periods")?.whole_number(1, i64::from(PERIODS_MAX))? as u32,
        date: node.field("date")?.date()?,
        method: node.optional("method").map(|field| field.word(FeeMethod::ALL)).transpose()?,
        figure: figure(node)?,
        settle: node.optional("settle").map(|field| settle(&field)).transpose()?,
        lpr: node.optional("lpr").map(|field| field.share()).transpose()?,
    })
}

/// The one figure that is given, if any is.
fn figure(node: &Node<'_>) -> Result<Option<Figure>> {
    let rate = node.optional("rate").map(|field| field.rate().map(Figure::Rate));
    let payment = node.optional("monthlyPayment").map(|field| field.amount().map(Figure::MonthlyPayment));
    let fee = node.optional("totalFee").map(|field| field.limit().map(Figure::TotalFee));
    let several = [&rate, &payment, &fee].into_iter().filter(|figure| figure.is_some()).count() > 1;
    if several {
        let hint = "one of `rate`, `monthlyPayment` and `totalFee`, or none of them";
        return Err(node.error(Code::ConflictingFields, "more than one figure for the price", hint));
    }
    rate.or(payment).or(fee).transpose()
}

fn settle(node: &Node<'_>) -> Result<SettleRule> {
    let text = node.text()?;
    SettleRule::parse(text).ok_or_else(|| {
        let hint = "nextPlusOne, waive, chargeAll, or rate: and a share up to 1, such as rate:0.03";
        node.error(Code::UnknownWord, format!("{text:?} is not a word for this"), hint)
    })
}

fn write(request: &Request, quote: &Quote, terms: &Terms, about: &About) -> shape::Quote {
    let formula = &quote.price.formula;
    shape::Quote {
        product: product_used(terms),
        principal: money(request.principal),
        date: day(request.date),
        method: formula.method.into(),
        rate: formula.rate.to_string(),
        settle: quote.price.settle_rule.to_string(),
        rows: rows(quote),
        total_fee: money(quote.total_fee),
        total_payment: money(request.principal + quote.total_fee),
        annual: annual(&quote.annual),
        settle_early: settle_early(quote),
        cost_sheet: cost_sheet(request, quote, about),
    }
}

fn rows(quote: &Quote) -> Vec<shape::QuoteRow> {
    let row = |(n, row): (u32, &crate::quote::Row)| shape::QuoteRow {
        n,
        statement_date: day(row.statement),
        due_date: day(row.due),
        principal: money(row.principal),
        fee: money(row.fee),
        payment: money(row.payment()),
        remaining: money(row.remaining),
    };
    (1..).zip(&quote.rows).map(row).collect()
}

fn annual(annual: &Annual) -> shape::AnnualRates {
    let rates = annual.monthly.as_ref().ok();
    let code = |code: &Code| code.as_str().to_owned();
    shape::AnnualRates {
        monthly: rates.map(|rates| written(rates.monthly)),
        simple: rates.map(|rates| written(rates.simple)),
        compound: rates.map(|rates| written(rates.compound)),
        no_rate: annual.monthly.as_ref().err().map(code),
        on_dates: annual.on_dates.as_ref().ok().map(|&rate| written(rate)),
        no_rate_on_dates: annual.on_dates.as_ref().err().map(code),
    }
}

fn settle_early(quote: &Quote) -> Vec<shape::EarlySettlement> {
    let settling = |it: &crate::quote::Settling| shape::EarlySettlement {
        after_row: it.after_row as u32,
        date: day(it.date),
        principal: money(it.principal),
        fees: money(it.fees),
        waived: money(it.waived),
        total: money(it.principal + it.fees),
        fees_in_all: money(it.fees_in_all),
        saved: money(it.saved),
    };
    quote.settling.iter().map(settling).collect()
}

fn cost_sheet(request: &Request, quote: &Quote, about: &About) -> shape::CostSheet {
    let sheet = &quote.sheet;
    let annual = annual(&quote.annual);
    shape::CostSheet {
        principal: money(request.principal),
        items: costs(&sheet.items, about),
        all_in_annual: shape::AllIn { simple: annual.simple, compound: annual.compound },
        contingent: costs(&sheet.contingent, about),
        thresholds: sheet.thresholds.iter().map(threshold).collect(),
        lender: about.lender.as_ref().map(|lender| shape::Lender {
            name: texts(&lender.name),
            note: texts(&lender.note),
            source: lender.source.to_string(),
            sure: sure(lender.sure),
        }),
        not_modelled: NOT_MODELLED.to_vec(),
    }
}

fn costs(costs: &[Cost], about: &About) -> Vec<shape::Cost> {
    let receiver = |charged| match &about.lender {
        Some(lender) if charged != Charged::Condition => texts(&lender.name),
        _ => BTreeMap::new(),
    };
    let cost = |cost: &Cost| shape::Cost {
        id: cost.id,
        charged: cost.charged.into(),
        standard: shape::Standard {
            value: cost.standard.value.to_string(),
            unit: cost.standard.value.unit().to_owned(),
        },
        annual_level: cost.annual.map(written),
        amount: cost.amount.map(money),
        receiver: receiver(cost.charged),
        reference: reference(&cost.standard.reference),
        sure: sure(cost.standard.sure),
    };
    costs.iter().map(cost).collect()
}

fn threshold(threshold: &Threshold) -> shape::Threshold {
    shape::Threshold {
        id: threshold.id.to_string(),
        value: threshold.rate.to_string(),
        lpr: threshold.lpr.as_ref().map(|lpr| shape::Lpr {
            value: lpr.rate.to_string(),
            from: lpr.from.map(day),
            source: lpr.source.map(source),
        }),
        comparison: threshold
            .above
            .map(|above| if above { shape::LineComparison::Above } else { shape::LineComparison::NotAbove }),
        from: day(threshold.from),
        source: threshold.source.map(source),
        note: texts(threshold.note),
    }
}
