//! Quotes as JSON values: reads what is asked for, writes what a plan costs.
//!
//! What is not here: any figure (see `quote`).

use std::sync::Arc;

use super::json::Json;
use super::node::Node;
use super::read::{overrides, product_or_default};
use super::shape;
use super::write::product_used;
use crate::error::{Code, Result};
use crate::money::shown_rate;
use crate::quote::{Annual, Charged, Cost, Figure, OMITTED, PERIODS_MAX, Quote, Request, Threshold};
use crate::terms::{About, FeeMethod, SettleRule, Terms, Texts, Word};

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
pub fn quote(request: &Json<'_>) -> Result<shape::Quote> {
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
        node.error(Code::UnknownWord, format!("\"{text}\" is not a word for this"), hint)
    })
}

fn write(request: &Request, quote: &Quote, terms: &Terms, about: &'static About) -> shape::Quote {
    let formula = &quote.price.formula;
    shape::Quote {
        product: product_used(terms),
        principal: request.principal,
        date: request.date,
        method: formula.method.into(),
        rate: formula.rate,
        settle: quote.price.settle.value.clone(),
        rows: rows(quote),
        total_fee: quote.total_fee,
        total_payment: request.principal + quote.total_fee,
        annual: annual(&quote.annual),
        settle_early: settle_early(quote),
        cost_sheet: cost_sheet(request, quote, about),
    }
}

fn rows(quote: &Quote) -> Vec<shape::QuoteRow> {
    let row = |(n, row): (u32, &crate::quote::Row)| shape::QuoteRow {
        n,
        statement_date: row.statement,
        due_date: row.due,
        principal: row.principal,
        fee: row.fee,
        payment: row.payment(),
        remaining: row.remaining,
    };
    (1..).zip(&quote.rows).map(row).collect()
}

fn annual(annual: &Annual) -> shape::AnnualRates {
    let rates = annual.monthly.as_ref().ok();
    shape::AnnualRates {
        monthly: rates.map(|rates| shown_rate(rates.monthly)),
        simple: rates.map(|rates| shown_rate(rates.simple)),
        compound: rates.map(|rates| shown_rate(rates.compound)),
        no_rate: annual.monthly.as_ref().err().map(|code| code.as_str()),
        on_dates: annual.on_dates.as_ref().ok().map(|&rate| shown_rate(rate)),
        no_rate_on_dates: annual.on_dates.as_ref().err().map(|code| code.as_str()),
    }
}

fn settle_early(quote: &Quote) -> Vec<shape::EarlySettlement> {
    let settling = |it: &crate::quote::Settling| shape::EarlySettlement {
        after_row: it.after_row as u32,
        date: it.date,
        principal: it.principal,
        fees: it.fees,
        waived: it.waived,
        total: it.principal + it.fees,
        fees_in_all: it.fees_in_all,
        saved: it.saved,
    };
    quote.settling.iter().map(settling).collect()
}

fn cost_sheet(request: &Request, quote: &Quote, about: &'static About) -> shape::CostSheet {
    let sheet = &quote.sheet;
    let annual = annual(&quote.annual);
    shape::CostSheet {
        principal: request.principal,
        items: costs(&sheet.items, about),
        all_in_annual: shape::AllIn { simple: annual.simple, compound: annual.compound },
        contingent: costs(&sheet.contingent, about),
        thresholds: sheet.thresholds.iter().map(threshold).collect(),
        lender: about.lender.as_ref().map(|lender| shape::Lender {
            name: &lender.name,
            note: &lender.note,
            source: &lender.source,
            sure: lender.sure.into(),
        }),
        not_modelled: OMITTED.into_iter().map(shape::OmittedCost::from).collect(),
    }
}

fn costs(costs: &[Cost], about: &'static About) -> Vec<shape::Cost> {
    const NOBODY: &Texts = &Texts::new();
    let lender = about.lender.as_ref().map_or(NOBODY, |lender| &lender.name);
    let cost = |cost: &Cost| shape::Cost {
        id: cost.kind.into(),
        charged: cost.charged.into(),
        standard: shape::Standard { value: cost.standard.value.clone(), unit: cost.standard.value.unit() },
        annual_level: cost.annual,
        amount: cost.amount,
        receiver: if cost.charged == Charged::Condition { NOBODY } else { lender },
        reference: (&cost.standard.reference).into(),
        sure: cost.standard.sure.into(),
    };
    costs.iter().map(cost).collect()
}

fn threshold(threshold: &Threshold) -> shape::Threshold {
    let comparison =
        |above| if above { shape::LineComparison::Above } else { shape::LineComparison::NotAbove };
    shape::Threshold {
        id: Arc::clone(&threshold.id),
        value: threshold.rate,
        lpr: threshold.lpr.map(|lpr| shape::Lpr {
            value: lpr.rate,
            from: lpr.from,
            source: lpr.source.map(shape::Source::from),
        }),
        comparison: threshold.above.map(comparison),
        from: threshold.from,
        source: threshold.source.map(shape::Source::from),
        note: threshold.note,
    }
}
