//! Writes a report: the shapes of the contract from a finished run and its folds.
//!
//! What is not here: any figure that is not on the books or in a fold.

use std::collections::BTreeMap;

use super::rates::written;
use super::{advice, shape};
use crate::billing;
use crate::date::Date;
use crate::engine::{Freeze, Outcome, RefundRecord, Run};
use crate::explain::{Explanation, Value, WhyId};
use crate::ledger::{About, Bill, Book, FreezeKind, Plan, PlanRow, Readings, Sums};
use crate::money::Money;
use crate::rate;
use crate::report::{self, AsOf, BillLine, CauseKind, LimitCause, LimitDay, Recovery};
use crate::scenario::Scenario;
use crate::terms::Terms;

/// How much of a report is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Everything, with explanations.
    Full,
    /// Everything but explanations.
    Totals,
}

/// The report of a scenario on terms.
pub fn report(scenario: &Scenario, terms: &Terms, detail: Detail) -> shape::Report {
    let run = crate::engine::run(scenario, terms, detail == Detail::Full);
    report_of(scenario, terms, &run, detail)
}

/// The report of a run of that detail.
pub(super) fn report_of(scenario: &Scenario, terms: &Terms, run: &Run, detail: Detail) -> shape::Report {
    Writer { scenario, terms, run, explained: detail == Detail::Full }.report()
}

struct Writer<'r> {
    scenario: &'r Scenario,
    terms: &'r Terms,
    run: &'r Run,
    explained: bool,
}

impl Writer<'_> {
    fn report(&self) -> shape::Report {
        let book = &self.run.book;
        let lines = report::bill_lines(book);
        let days = report::limit_days(book);
        let mut outcomes: Vec<&Outcome> = self.run.outcomes.iter().collect();
        outcomes.sort_by_key(|outcome| outcome.event);
        shape::Report {
            format: "yuefu.report/1",
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            product: product_used(self.terms),
            run: self.run.days.map(|(from, until)| shape::Run { from: day(from), until: day(until) }),
            as_of: self.as_of(&days, &lines),
            outcomes: outcomes.into_iter().map(|outcome| self.outcome(outcome)).collect(),
            bills: book.bills.iter().zip(&lines).map(|(bill, lines)| self.bill(bill, lines)).collect(),
            plans: book.plans.iter().map(|plan| self.plan(plan)).collect(),
            refunds: self.run.refunds.iter().map(|refund| self.refund(refund)).collect(),
            limit: days.iter().map(|day| self.limit_day(day)).collect(),
            freezes: self.run.freezes.iter().map(|freeze| self.freeze(freeze)).collect(),
            advisories: advice::advisories(self.scenario, self.terms, self.run, &days),
            reminders: advice::reminders(self.scenario, self.terms, self.run, &days),
            recovery: advice::ways_back(self.terms, self.run, &days),
            ladder: advice::ladder(self.scenario, self.terms, self.run),
            totals: totals_of(book.sums()),
            why: self.whys(),
            not_modelled: advice::NOT_MODELLED.to_vec(),
        }
    }

    fn as_of(&self, days: &[LimitDay], lines: &[Vec<BillLine>]) -> Option<shape::AsOf> {
        let last = self.scenario.events().last().map(|event| event.date);
        let last = last.map(|day| self.scenario.until.map_or(day, |until| until.min(day)));
        let date = self.scenario.today.or(last)?;
        let AsOf { date, available, owed, next_due, next_recovery } =
            report::as_of(date, self.scenario.credit_limit, &self.run.book, days, lines);
        let [possible, guaranteed] = next_recovery.map(|next| next.map(recovery));
        let has_recovery = possible.is_some() || guaranteed.is_some();
        Some(shape::AsOf {
            date: day(date),
            available: both(available),
            owed: money(owed),
            next_due: next_due.map(|next| shape::NextDue {
                date: day(next.date),
                bill: next.month.to_string(),
                amount: money(next.amount),
            }),
            next_recovery: has_recovery.then_some(shape::NextRecovery { possible, guaranteed }),
        })
    }

    fn outcome(&self, outcome: &Outcome) -> shape::Outcome {
        let [possible_from, guaranteed_from] = outcome.passes_from.map(|from| from.map(day));
        shape::Outcome {
            event: outcome.event,
            id: outcome.id.as_ref().map(|id| id.to_string()),
            date: day(outcome.date),
            status: if outcome.refusal.is_some() { shape::Status::Refused } else { shape::Status::Accepted },
            code: outcome.refusal.map(shape::OutcomeCode::from),
            figures: figures(&outcome.figures),
            possible_from,
            guaranteed_from,
            interest_free_days: outcome.interest_free.map(|days| days.0),
            paid: outcome.paid.map(money),
            why: outcome.why.and_then(|id| self.why(id)),
        }
    }

    fn bill(&self, bill: &Bill, lines: &[BillLine]) -> shape::Bill {
        let until = self.run.days.map_or(bill.statement, |(_, until)| until);
        shape::Bill {
            month: bill.month.to_string(),
            statement_date: day(bill.statement),
            due_date: day(bill.due),
            total: money(bill.total),
            paid: money(bill.paid),
            remaining: money(bill.remaining),
            penalty: money(bill.penalty.posted()),
            status: report::bill_status(bill, until).into(),
            settled_on: bill.settled_on.map(day),
            pay_by: day(billing::bill_dates(bill.statement, self.terms).pay_by),
            lines: lines.iter().map(|line| self.bill_line(line)).collect(),
            why: self.why(bill.why),
        }
    }

    fn bill_line(&self, line: &BillLine) -> shape::BillLine {
        shape::BillLine {
            kind: line.kind.into(),
            reference: self.name(line.about),
            row: line.row.map(|row| row as u32),
            date: day(line.date),
            amount: money(line.amount),
            in_total: line.in_total,
            why: self.why(line.why),
        }
    }

    fn plan(&self, plan: &Plan) -> shape::Plan {
        let book = &self.run.book;
        let annual = rate::plan::monthly(plan.principal, &plan.first_payments).ok();
        shape::Plan {
            id: plan.id.to_string(),
            purchase: plan.purchase.map(|no| book.purchase(no).id.to_string()),
            bill: plan.bill.map(|no| book.bill(no).month.to_string()),
            principal: money(plan.principal),
            method: plan.method.into(),
            rate: plan.rate.to_string(),
            rows: plan.rows.iter().enumerate().map(|(index, row)| self.plan_row(index, row)).collect(),
            total_fee: money(report::total_fee(plan)),
            annual_simple: annual.map(|rate| written(rate.simple)),
            annual_compound: annual.map(|rate| written(rate.compound)),
            settlement: plan.settlement.as_ref().map(|settlement| shape::Settlement {
                date: day(settlement.date),
                principal: money(settlement.principal),
                fees: money(settlement.fees),
                waived: money(settlement.waived),
                why: self.why(settlement.why),
            }),
        }
    }

    fn plan_row(&self, index: usize, row: &PlanRow) -> shape::PlanRow {
        let book = &self.run.book;
        shape::PlanRow {
            n: index as u32 + 1,
            statement_date: day(row.statement),
            due_date: day(row.due),
            principal: money(row.principal),
            fee: money(if row.cancelled { Money::ZERO } else { row.fee }),
            remaining: money(report::row_remaining(book, row)),
            status: report::row_status(book, row).into(),
            why: self.why(row.why),
        }
    }

    fn refund(&self, refund: &RefundRecord) -> shape::Refund {
        shape::Refund {
            event: refund.event,
            purchase: self.run.book.purchase(refund.purchase).id.to_string(),
            date: day(refund.date),
            amount: money(refund.amount),
            class: refund.class.into(),
            channel: refund.channel.into(),
            to_unbilled: money(refund.to_unbilled),
            to_billed: money(refund.to_billed),
            to_credit: money(refund.to_credit),
            fees_cancelled: money(refund.fees_cancelled),
            held: money(refund.held()),
            shown: refund.window.map(|window| day(window.shown)),
            possible: refund.possible.map(day),
            guaranteed: refund.guaranteed.map(day),
            estimated: refund.window.is_some_and(|window| window.estimated),
            condition: refund.needs.map(shape::RefundCondition::from),
            condition_met_on: refund.met_on.map(day),
            why: self.why(refund.why),
        }
    }

    fn limit_day(&self, row: &LimitDay) -> shape::LimitDay {
        let [possible, guaranteed] =
            row.frozen.each_ref().map(|kinds| kinds.iter().map(|&kind| kind.into()).collect());
        shape::LimitDay {
            date: day(row.date),
            limit: both(row.limit),
            used: money(row.used),
            held: both(row.held),
            available: both(row.available),
            frozen: shape::Frozen { possible, guaranteed },
            causes: row.causes.iter().map(|cause| self.cause(cause)).collect(),
        }
    }

    fn cause(&self, cause: &LimitCause) -> shape::Cause {
        let (kind, freeze) = cause_kind(cause.kind);
        shape::Cause {
            kind,
            reference: freeze.map(|kind| kind.as_str().to_owned()).or_else(|| self.name(cause.about)),
            amount: money(cause.amount),
            readings: match cause.readings {
                Readings::Both => shape::Readings::Both,
                Readings::One(crate::ledger::Reading::Possible) => shape::Readings::Possible,
                Readings::One(crate::ledger::Reading::Guaranteed) => shape::Readings::Guaranteed,
            },
            why: self.why(cause.why),
        }
    }

    fn freeze(&self, freeze: &Freeze) -> shape::Freeze {
        let [possible, guaranteed] = freeze.ends.map(|end| end.map(day));
        shape::Freeze {
            kind: freeze.kind.into(),
            from: day(freeze.from),
            possible,
            guaranteed,
            condition: freeze.needs.map(shape::FreezeCondition::from),
            why: self.why(freeze.why),
        }
    }

    fn name(&self, about: About) -> Option<String> {
        name(&self.run.book, about)
    }

    fn why(&self, id: WhyId) -> Option<String> {
        self.explained.then(|| key(id.index()))
    }

    fn whys(&self) -> BTreeMap<String, shape::Why> {
        self.run.why.list().iter().enumerate().map(|(index, why)| (key(index), explanation(why))).collect()
    }
}

/// The id of what something concerns.
pub(super) fn name(book: &Book, about: About) -> Option<String> {
    match about {
        About::Account => None,
        About::Purchase(no) => Some(book.purchase(no).id.to_string()),
        About::Plan(no) => Some(book.plan(no).id.to_string()),
        About::Bill(no) => Some(book.bill(no).month.to_string()),
    }
}

pub(super) fn product_used(terms: &Terms) -> shape::ProductUsed {
    shape::ProductUsed {
        id: terms.id.to_string(),
        version: terms.version.to_string(),
        overrides: terms.overridden.iter().map(|key| key.to_string()).collect(),
    }
}

fn key(index: usize) -> String {
    format!("w{index}")
}

pub(super) fn day(date: Date) -> String {
    date.to_string()
}

pub(super) fn money(amount: Money) -> String {
    amount.to_string()
}

fn both([possible, guaranteed]: [Money; 2]) -> shape::Both {
    shape::Both { possible: money(possible), guaranteed: money(guaranteed) }
}

fn recovery(recovery: Recovery) -> shape::Recovery {
    shape::Recovery { date: day(recovery.date), amount: money(recovery.amount) }
}

pub(super) fn totals_of(sums: Sums) -> shape::Totals {
    shape::Totals {
        purchases: money(sums.purchases),
        fees: money(sums.fees),
        interest: money(sums.interest),
        penalties: money(sums.penalties),
        repayments: money(sums.cash),
        refunds: money(sums.refunds),
        waived: money(sums.waived),
        outstanding: money(sums.debt),
        credit_balance: money(sums.credit),
    }
}

fn cause_kind(kind: CauseKind) -> (shape::CauseKind, Option<FreezeKind>) {
    use crate::ledger::Cause;
    let word = match kind {
        CauseKind::Freeze(freeze) => return (shape::CauseKind::Freeze, Some(freeze)),
        CauseKind::Unfreeze(freeze) => return (shape::CauseKind::Unfreeze, Some(freeze)),
        CauseKind::Limit(cause) => match cause {
            Cause::Opening => shape::CauseKind::Opening,
            Cause::Purchase => shape::CauseKind::Purchase,
            Cause::RefundHeld => shape::CauseKind::RefundHeld,
            Cause::RefundUsable => shape::CauseKind::RefundUsable,
            Cause::Repayment => shape::CauseKind::Repayment,
            Cause::RepaymentUsable => shape::CauseKind::RepaymentUsable,
            Cause::CreditBalance => shape::CauseKind::CreditBalance,
            Cause::LimitSet => shape::CauseKind::LimitSet,
            Cause::LimitCut => shape::CauseKind::LimitCut,
            Cause::Reset => shape::CauseKind::Reset,
            Cause::ResetOver => shape::CauseKind::ResetOver,
            Cause::Closed => shape::CauseKind::Closed,
        },
    };
    (word, None)
}

/// Figures by name, as texts.
pub(super) fn figures(named: &[(&'static str, Value)]) -> BTreeMap<String, String> {
    named.iter().map(|(name, it)| ((*name).to_owned(), value(it).value)).collect()
}

pub(super) fn value(value: &Value) -> shape::WhyValue {
    let (unit, value) = match value {
        Value::Money(amount) => (shape::Unit::Money, amount.to_string()),
        Value::Rate(rate) => (shape::Unit::Rate, rate.to_string()),
        Value::Date(date) => (shape::Unit::Date, date.to_string()),
        Value::Days(days) => (shape::Unit::Days, days.0.to_string()),
        Value::WorkingDays(days) => (shape::Unit::WorkingDays, days.to_string()),
        Value::Count(count) => (shape::Unit::Count, count.to_string()),
        Value::Word(word) => (shape::Unit::Word, (*word).to_owned()),
        Value::Text(text) => (shape::Unit::Text, text.to_string()),
    };
    shape::WhyValue { unit, value }
}

fn inputs(named: &[(&'static str, Value)]) -> Vec<shape::WhyInput> {
    named.iter().map(|(name, it)| shape::WhyInput { name: (*name).to_owned(), value: value(it) }).collect()
}

fn explanation(why: &Explanation) -> shape::Why {
    shape::Why {
        rule: why.rule.to_owned(),
        reference: why.references.iter().map(reference).collect(),
        inputs: inputs(&why.inputs),
        steps: why
            .steps
            .iter()
            .map(|step| shape::WhyStep {
                operation: step.operation.to_owned(),
                operands: step.operands.iter().map(value).collect(),
                result: value(&step.result),
            })
            .collect(),
        rounding: why.rounding.map(shape::RoundingName::from),
        result: value(&why.result),
        not_applied: why
            .passed_over
            .iter()
            .map(|passed| shape::NotApplied {
                rule: passed.rule.to_owned(),
                because: passed.because.to_owned(),
                figures: inputs(&passed.figures),
            })
            .collect(),
    }
}

pub(super) fn reference(reference: &crate::explain::Reference) -> shape::Reference {
    shape::Reference {
        key: reference.key.to_string(),
        source: reference.source.to_string(),
        fact: reference.fact.as_ref().map(|fact| fact.to_string()),
    }
}
