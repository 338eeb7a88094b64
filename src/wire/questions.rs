//! Questions as JSON values, and answers as shapes of the contract.
//!
//! What is not here: how answers are found (see `solver`).

use std::rc::Rc;

use super::json::Json;
use super::node::Node;
use super::write::{self, Detail, name};
use super::{read, shape};
use crate::error::Result;
use crate::ledger::Book;
use crate::money::shown_rate;
use crate::scenario::EVENTS_MAX;
use crate::solver::{self, Answer, Found, HaveBy, Question, Status};

/// The answer to a question about a scenario, with the report of the run that verifies it.
///
/// # Errors
/// Anything that the contract does not take in the scenario; a question that it does not know, or that names what
/// the scenario does not have. Pointers lead into the one of the two that is refused.
pub fn solve(scenario: &Json<'_>, question: &Json<'_>) -> Result<shape::Answer> {
    let (draft, terms) = read::draft(scenario, read::product_of(scenario)?)?;
    let question = read_question(&Node::whole(question))?;
    let answer = solver::solve(&draft, &terms, &question)?;
    let mut run = crate::engine::run(&answer.scenario, &terms, true);
    let report = write::report_of(&answer.scenario, &terms, &mut run, Detail::Full);
    Ok(shape_of(answer, &run.book, report))
}

type Asked = (&'static [&'static str], fn(&Node<'_>) -> Result<Question>);

const ASKS: [(&str, Asked); 6] = [
    ("usableOn", (&["date"], |node| Ok(Question::UsableOn { date: node.field("date")?.date()? }))),
    ("haveBy", (&["date", "amount"], have_by)),
    ("lastRefundDay", (&["purchase", "date"], last_refund_day)),
    ("cheapest", (&["date", "amount", "monthlyMax"], cheapest)),
    ("settle", (&["date"], |node| Ok(Question::Settle { date: node.field("date")?.date()? }))),
    ("whenPasses", (&["event"], when_passes)),
];

fn read_question(node: &Node<'_>) -> Result<Question> {
    node.is_object()?;
    let (fields, read) = node.field("ask")?.word(&ASKS)?;
    let known: Vec<&str> = ["ask"].into_iter().chain(fields.iter().copied()).collect();
    node.fields(&known)?;
    read(node)
}

fn have_by(node: &Node<'_>) -> Result<Question> {
    Ok(Question::HaveBy { date: node.field("date")?.date()?, amount: node.field("amount")?.amount()? })
}

fn last_refund_day(node: &Node<'_>) -> Result<Question> {
    let purchase = Rc::from(node.field("purchase")?.text()?);
    Ok(Question::LastRefundDay { purchase, date: node.field("date")?.date()? })
}

fn cheapest(node: &Node<'_>) -> Result<Question> {
    Ok(Question::Cheapest {
        date: node.field("date")?.date()?,
        amount: node.field("amount")?.amount()?,
        monthly_max: node.optional("monthlyMax").map(|max| max.amount()).transpose()?,
    })
}

fn when_passes(node: &Node<'_>) -> Result<Question> {
    let event = node.field("event")?.whole_number(0, EVENTS_MAX as i64)?;
    Ok(Question::WhenPasses { event: event as usize })
}

fn shape_of(answer: Answer, book: &Book, report: shape::Report) -> shape::Answer {
    let status = match answer.status {
        Status::Found => shape::AnswerStatus::Found,
        Status::AlreadyMet => shape::AnswerStatus::AlreadyMet,
        Status::Impossible => shape::AnswerStatus::Impossible,
    };
    match answer.found {
        Found::UsableOn(found) => {
            let [possible, guaranteed] = found.available;
            let waiting_for = found.waiting.iter().map(|part| waiting_for(part, book)).collect();
            shape::Answer::UsableOn { status, possible, guaranteed, waiting_for, report }
        }
        Found::HaveBy(found) => shape_of_have_by(&found, status, report),
        Found::LastRefundDay(found) => {
            let days = found.days.iter().map(refund_day).collect();
            shape::Answer::LastRefundDay { status, days, report }
        }
        Found::Cheapest(found) => {
            let offers = found.offers.into_iter().map(offer).collect();
            shape::Answer::Cheapest { status, offers, report }
        }
        Found::Settle(found) => shape::Answer::Settle {
            status,
            amount: found.amount,
            parts: found.parts.iter().map(|part| settle_part(part, book)).collect(),
            earliest_closable: found.closable,
            closable_without: found.closable_without,
            report,
        },
        Found::WhenPasses(found) => {
            let [possible, guaranteed] = found.days;
            let repay = found.repay.map(repay_by);
            let (code, exact) = (found.refusal.map(shape::OutcomeCode::from), found.exact);
            shape::Answer::WhenPasses { status, code, possible, guaranteed, repay, exact, report }
        }
    }
}

fn shape_of_have_by(found: &HaveBy, status: shape::AnswerStatus, report: shape::Report) -> shape::Answer {
    let nearest = |it: solver::Nearest| shape::Nearest {
        amount: it.amount,
        repay: it.repay.map(|repay| repay.amount),
        pay_by: it.repay.map(|repay| repay.date),
        date: it.date,
    };
    shape::Answer::HaveBy {
        status,
        repay: found.repay.map(|repay| repay.amount),
        pay_by: found.repay.map(|repay| repay.date),
        available: found.available,
        exact: found.exact,
        nearest: found.nearest.map(nearest),
        report,
    }
}

fn waiting_for(part: &solver::WaitingFor, book: &Book) -> shape::WaitingFor {
    let [possible, guaranteed] = part.days;
    let freeze = part.freeze.map(|kind| shape::Id::from(kind.as_str()));
    shape::WaitingFor {
        kind: part.kind.into(),
        reference: freeze.or_else(|| name(book, part.about)),
        amount: part.amount,
        possible,
        guaranteed,
    }
}

fn repay_by(repay: solver::Repayment) -> shape::RepayBy {
    shape::RepayBy { amount: repay.amount, pay_by: repay.date }
}

fn refund_day(row: &solver::RefundDay) -> shape::RefundDay {
    shape::RefundDay {
        class: row.class.into(),
        channel: row.channel.into(),
        amount: row.amount,
        day: row.day,
        usable: row.usable,
    }
}

fn offer(offer: solver::OfferFound) -> shape::OfferFound {
    shape::OfferFound {
        periods: offer.periods,
        method: offer.method.into(),
        monthly_peak: offer.monthly_peak,
        bill_peak: offer.bill_peak,
        total_fee: offer.total_fee,
        annual_simple: offer.rate.map(|rate| shown_rate(rate.simple)),
        annual_compound: offer.rate.map(|rate| shown_rate(rate.compound)),
        fits: offer.fits,
        code: offer.refusal.map(shape::OutcomeCode::from),
    }
}

fn settle_part(part: &solver::SettlePart, book: &Book) -> shape::SettlePart {
    shape::SettlePart { kind: part.kind.into(), reference: name(book, part.about), amount: part.amount }
}
