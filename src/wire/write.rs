//! Writes a report: the shapes of the contract from a finished run and its folds.
//!
//! What is not here: any figure that is not on the books or in a fold.

use std::rc::Rc;
use std::sync::Arc;

use super::{advice, shape};
use crate::billing;
use crate::date::Date;
use crate::engine::{Freeze, Outcome, RefundRecord, Run};
use crate::explain::{Explainer, WhyId};
use crate::ledger::{About, Bill, Book, FreezeKind, Plan, PlanRow, Readings, Sums};
use crate::money::{Money, shown_rate};
use crate::rate;
use crate::report::{self, AsOf, BillLine, CauseKind, LimitCause, LimitDay, Recovery};
use crate::scenario::Scenario;
use crate::terms::Terms;

/// How much of a report is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Everything, with explanations.
    Full,
    /// Everything but explanations; figures name theirs all the same, for [`whys`].
    Keys,
    /// Everything but explanations.
    Totals,
}

/// The mark of the format that is written.
pub(super) const FORMAT: &str = "yuefu.report/1";
/// The version of the engine.
pub(super) const ENGINE: &str = env!("CARGO_PKG_VERSION");

/// The explanations of a scenario's report.
pub fn whys(scenario: &Scenario, terms: &Terms) -> shape::Whys {
    shape::Whys(crate::engine::run(scenario, terms, true).why)
}

/// The report of a scenario on terms.
pub fn report(scenario: &Scenario, terms: &Terms, detail: Detail) -> shape::Report {
    let mut run = crate::engine::run(scenario, terms, detail == Detail::Full);
    report_of(scenario, terms, &mut run, detail)
}

/// The report of a run of that detail. The explanations go over to it.
pub(super) fn report_of(scenario: &Scenario, terms: &Terms, run: &mut Run, detail: Detail) -> shape::Report {
    let why = core::mem::take(&mut run.why);
    Writer { scenario, terms, run, explained: detail != Detail::Totals }.report(why)
}

struct Writer<'r> {
    scenario: &'r Scenario,
    terms: &'r Terms,
    run: &'r Run,
    explained: bool,
}

impl Writer<'_> {
    fn report(&self, why: Explainer) -> shape::Report {
        let book = &self.run.book;
        let lines = report::bill_lines(book);
        let days = report::limit_days(book);
        shape::Report {
            format: FORMAT,
            engine: ENGINE,
            product: product_used(self.terms),
            run: self.run.days.map(|(from, until)| shape::Run { from, until }),
            as_of: self.as_of(&days, &lines),
            outcomes: self.outcomes(),
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
            why: shape::Whys(why),
            not_modelled: advice::NOT_MODELLED.to_vec(),
        }
    }

    fn as_of(&self, days: &[LimitDay], lines: &[Vec<BillLine>]) -> Option<shape::AsOf> {
        let date = day_of_account(self.scenario)?;
        let AsOf { date, available, owed, next_due, next_recovery } =
            report::as_of(date, self.scenario.credit_limit, &self.run.book, days, lines);
        let [possible, guaranteed] = next_recovery.map(|next| next.map(recovery));
        let has_recovery = possible.is_some() || guaranteed.is_some();
        Some(shape::AsOf {
            date,
            available: both(available),
            owed,
            next_due: next_due.map(|next| shape::NextDue {
                date: next.date,
                bill: next.month,
                amount: next.amount,
            }),
            next_recovery: has_recovery.then_some(shape::NextRecovery { possible, guaranteed }),
        })
    }

    /// The outcomes in the order of the input; they are kept in the order of their days.
    fn outcomes(&self) -> Vec<shape::Outcome> {
        let mut by_event: Vec<Option<&Outcome>> = vec![None; self.scenario.events().len()];
        for outcome in &self.run.outcomes {
            by_event[outcome.event] = Some(outcome);
        }
        by_event.into_iter().flatten().map(|outcome| self.outcome(outcome)).collect()
    }

    fn outcome(&self, outcome: &Outcome) -> shape::Outcome {
        let [possible_from, guaranteed_from] = outcome.passes_from;
        shape::Outcome {
            event: outcome.event,
            id: outcome.id.clone(),
            date: outcome.date,
            status: if outcome.refusal.is_some() { shape::Status::Refused } else { shape::Status::Accepted },
            code: outcome.refusal.map(shape::OutcomeCode::from),
            figures: outcome.figures.clone(),
            possible_from,
            guaranteed_from,
            interest_free_days: outcome.interest_free.map(|days| days.0),
            paid: outcome.paid,
            why: outcome.why.and_then(|id| self.why(id)),
        }
    }

    fn bill(&self, bill: &Bill, lines: &[BillLine]) -> shape::Bill {
        let until = self.run.days.map_or(bill.statement, |(_, until)| until);
        shape::Bill {
            month: bill.month,
            statement_date: bill.statement,
            due_date: bill.due,
            total: bill.total,
            paid: bill.paid,
            remaining: bill.remaining,
            penalty: bill.penalty.posted(),
            status: report::bill_status(bill, until).into(),
            settled_on: bill.settled_on,
            pay_by: billing::bill_dates(bill.statement, self.terms).pay_by,
            lines: lines.iter().map(|line| self.bill_line(line)).collect(),
            why: self.why(bill.why),
        }
    }

    fn bill_line(&self, line: &BillLine) -> shape::BillLine {
        shape::BillLine {
            kind: line.kind.into(),
            reference: self.name(line.about),
            row: line.row.map(|row| row as u32),
            date: line.date,
            amount: line.amount,
            in_total: line.in_total,
            why: self.why(line.why),
        }
    }

    fn plan(&self, plan: &Plan) -> shape::Plan {
        let book = &self.run.book;
        let annual = rate::plan::monthly(plan.principal, &plan.first_payments).ok();
        shape::Plan {
            id: Rc::clone(&plan.id),
            purchase: plan.purchase.map(|no| Rc::clone(&book.purchase(no).id)),
            bill: plan.bill.map(|no| book.bill(no).month),
            principal: plan.principal,
            method: plan.method.into(),
            rate: plan.rate,
            rows: plan.rows.iter().enumerate().map(|(index, row)| self.plan_row(index, row)).collect(),
            total_fee: report::total_fee(plan),
            annual_simple: annual.map(|rate| shown_rate(rate.simple)),
            annual_compound: annual.map(|rate| shown_rate(rate.compound)),
            settlement: plan.settlement.as_ref().map(|settlement| shape::Settlement {
                date: settlement.date,
                principal: settlement.principal,
                fees: settlement.fees,
                waived: settlement.waived,
                why: self.why(settlement.why),
            }),
        }
    }

    fn plan_row(&self, index: usize, row: &PlanRow) -> shape::PlanRow {
        let book = &self.run.book;
        shape::PlanRow {
            n: index as u32 + 1,
            statement_date: row.statement,
            due_date: row.due,
            principal: row.principal,
            fee: if row.cancelled { Money::ZERO } else { row.fee },
            remaining: report::row_remaining(book, row),
            status: report::row_status(book, row).into(),
            why: self.why(row.why),
        }
    }

    fn refund(&self, refund: &RefundRecord) -> shape::Refund {
        shape::Refund {
            event: refund.event,
            purchase: Rc::clone(&self.run.book.purchase(refund.purchase).id),
            date: refund.date,
            amount: refund.amount,
            class: refund.class.into(),
            channel: refund.channel.into(),
            to_unbilled: refund.to_unbilled,
            to_billed: refund.to_billed,
            to_credit: refund.to_credit,
            fees_cancelled: refund.fees_cancelled,
            held: refund.held(),
            shown: refund.window.map(|window| window.shown),
            possible: refund.possible,
            guaranteed: refund.guaranteed,
            estimated: refund.window.is_some_and(|window| window.estimated),
            condition: refund.needs.map(shape::RefundCondition::from),
            condition_met_on: refund.met_on,
            why: self.why(refund.why),
        }
    }

    fn limit_day(&self, row: &LimitDay) -> shape::LimitDay {
        let [possible, guaranteed] =
            row.frozen.each_ref().map(|kinds| kinds.iter().map(|&kind| kind.into()).collect());
        shape::LimitDay {
            date: row.date,
            limit: both(row.limit),
            used: row.used,
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
            reference: freeze.map(|kind| kind.as_str().into()).or_else(|| self.name(cause.about)),
            amount: cause.amount,
            readings: match cause.readings {
                Readings::Both => shape::Readings::Both,
                Readings::One(crate::ledger::Reading::Possible) => shape::Readings::Possible,
                Readings::One(crate::ledger::Reading::Guaranteed) => shape::Readings::Guaranteed,
            },
            why: self.why(cause.why),
        }
    }

    fn freeze(&self, freeze: &Freeze) -> shape::Freeze {
        let [possible, guaranteed] = freeze.ends;
        shape::Freeze {
            kind: freeze.kind.into(),
            from: freeze.from,
            possible,
            guaranteed,
            condition: freeze.needs.map(shape::FreezeCondition::from),
            why: self.why(freeze.why),
        }
    }

    fn name(&self, about: About) -> Option<shape::Id> {
        name(&self.run.book, about)
    }

    fn why(&self, id: WhyId) -> Option<WhyId> {
        self.explained.then_some(id)
    }
}

/// The day on which a report looks at the account: today, else that of the last event that is run.
fn day_of_account(scenario: &Scenario) -> Option<Date> {
    let last = scenario.events().last().map(|event| event.date);
    let last = last.map(|day| scenario.until.map_or(day, |until| until.min(day)));
    scenario.today.or(last)
}

/// Whether a report looks at the account on a day.
pub(super) fn has_as_of(scenario: &Scenario) -> bool {
    day_of_account(scenario).is_some()
}

/// The id of what something concerns.
pub(super) fn name(book: &Book, about: About) -> Option<shape::Id> {
    match about {
        About::Account => None,
        About::Purchase(no) => Some(Rc::clone(&book.purchase(no).id)),
        About::Plan(no) => Some(Rc::clone(&book.plan(no).id)),
        About::Bill(no) => Some(book.bill(no).month.to_string().into()),
    }
}

/// The product and its overrides, as a result names them.
pub(super) fn product_used(terms: &Terms) -> shape::ProductUsed {
    shape::ProductUsed {
        id: Arc::clone(&terms.id),
        version: Arc::clone(&terms.version),
        overrides: terms.overridden.clone(),
    }
}

fn both([possible, guaranteed]: [Money; 2]) -> shape::Both {
    shape::Both { possible, guaranteed }
}

fn recovery(recovery: Recovery) -> shape::Recovery {
    shape::Recovery { date: recovery.date, amount: recovery.amount }
}

pub(super) fn totals_of(sums: Sums) -> shape::Totals {
    shape::Totals {
        purchases: sums.purchases,
        fees: sums.fees,
        interest: sums.interest,
        penalties: sums.penalties,
        repayments: sums.cash,
        refunds: sums.refunds,
        waived: sums.waived,
        outstanding: sums.debt,
        credit_balance: sums.credit,
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
