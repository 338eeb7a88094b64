//! The typed fields of the terms, out of a checked table.
//!
//! What is not here: checks. A table that gets here has every key, in its kind.

use std::sync::Arc;

use super::habits::{Habits, Recovery, Reminders, Rung, SpanRange};
use super::table::Table;
use super::{Offer, Range, Terms, Texts, Window};

/// Who a product is, beside its table.
pub(super) struct Identity {
    pub id: Arc<str>,
    pub version: Arc<str>,
    pub name: Texts,
    pub overridden: Vec<Arc<str>>,
}

/// The terms of a product. Panics where the table was not checked.
pub(super) fn terms(identity: Identity, t: Table) -> Terms {
    Terms {
        id: identity.id,
        version: identity.version,
        name: identity.name,
        overridden: identity.overridden,
        statement_day: t.dated("statement.day"),
        due_day: t.dated("statement.dueDay"),
        pay_early: t.dated("statement.payEarly"),
        grace: t.dated("grace.days"),
        penalty_rate: t.dated("penalty.rate"),
        minimum_ratio: t.dated("minimum.ratio"),
        minimum_rate: t.dated("minimum.rate"),
        postpone_rate: t.dated("postpone.rate"),
        plan_smallest: t.dated("plan.smallest"),
        offers: offers(&t),
        remainder: t.dated("plan.remainder"),
        rounding: t.dated("money.rounding"),
        repayment_order: t.dated("repayment.order"),
        repayment_lag: range(&t, "repayment.lagPossible", "repayment.lagGuaranteed"),
        refund_rule: t.dated("refund.rule"),
        refund_spread: t.dated("refund.spread"),
        refund_billed_fees: t.dated("refund.billedFees"),
        refund_daily_max: t.dated("refund.dailyMax"),
        refund_default: window(&t, "refund.normal.default"),
        refund_mall: window(&t, "refund.normal.mall"),
        refund_external: window(&t, "refund.normal.externalPlatform"),
        refund_partial: window(&t, "refund.partial"),
        appeal: range(&t, "appeal.possible", "appeal.guaranteed"),
        overdue_blocks: t.dated("overdue.blocks"),
        cut_after: t.dated("overdue.cutAfter"),
        cut_possible: t.dated("overdue.cutPossible"),
        cut_guaranteed: t.dated("overdue.cutGuaranteed"),
        violation_late: t.dated("violation.lateDays"),
        violation_bills: t.dated("violation.bills"),
        violation_observe: t.dated("violation.observe"),
        risk_control: range(&t, "freeze.riskControl.possible", "freeze.riskControl.guaranteed"),
        manual_review: range(&t, "freeze.manualReview.possible", "freeze.manualReview.guaranteed"),
        remind_before_due: t.dated("reminder.beforeDue"),
        habits: habits(&t),
        recovery: recovery(&t),
        reminders: reminders(&t),
        ladder: ladder(&t),
        table: t,
    }
}

fn range(t: &Table, possible: &str, guaranteed: &str) -> Range {
    Range { possible: t.dated(possible), guaranteed: t.dated(guaranteed) }
}

fn window(t: &Table, stem: &str) -> Window {
    Window {
        shown: t.dated(&format!("{stem}.shown")),
        possible: t.dated(&format!("{stem}.possible")),
        guaranteed: t.dated(&format!("{stem}.guaranteed")),
    }
}

fn span_range(t: &Table, stem: &str) -> SpanRange {
    SpanRange {
        possible: t.dated(&format!("{stem}.possible")),
        guaranteed: t.dated(&format!("{stem}.guaranteed")),
    }
}

fn offers(t: &Table) -> Vec<Offer> {
    let offer = |periods: u32| Offer {
        periods,
        method: t.dated(&format!("plan.{periods}.method")),
        rate: t.dated(&format!("plan.{periods}.rate")),
        settle: t.dated(&format!("plan.{periods}.settle")),
    };
    t.numbers("plan.", ".method").into_iter().map(offer).collect()
}

fn habits(t: &Table) -> Option<Habits> {
    Some(Habits {
        month_spend: t.optional("habit.monthSpend")?,
        day_spend: t.dated("habit.daySpend"),
        large: t.dated("habit.large"),
        large_a_day: t.dated("habit.largeADay"),
        month_repay: t.dated("habit.monthRepay"),
        refunds: t.dated("habit.refunds"),
        refund_days: t.dated("habit.refundDays"),
        after_refund: t.dated("habit.afterRefund"),
        accounts_on_device: t.dated("habit.accountsOnDevice"),
        device_changes: t.dated("habit.deviceChanges"),
        device_days: t.dated("habit.deviceDays"),
        enquiries: t.dated("habit.enquiries"),
        enquiry_months: t.dated("habit.enquiryMonths"),
        raise_requests: t.dated("habit.raiseRequests"),
        buy_before_due: t.dated("habit.buyBeforeDue"),
        split_from: t.dated("habit.splitFrom"),
        split_to: t.dated("habit.splitTo"),
    })
}

fn recovery(t: &Table) -> Option<Recovery> {
    Some(Recovery {
        whole: t.optional("recovery.whole")?,
        misjudged: span_range(t, "recovery.misjudged"),
        self_check: span_range(t, "recovery.selfCheck"),
        documents: span_range(t, "recovery.documents"),
        pay_overdue: t.dated("recovery.payOverdue"),
        income_proof: t.dated("recovery.incomeProof"),
        fix_pay_day: t.dated("recovery.fixPayDay"),
        long_term: t.dated("recovery.longTerm"),
    })
}

fn reminders(t: &Table) -> Option<Reminders> {
    Some(Reminders {
        check_day: t.optional("reminder.checkDay")?,
        proof_months: t.dated("reminder.proofMonths"),
        checks_a_year: t.dated("reminder.checksAYear"),
        ask_ahead: t.dated("reminder.askAhead"),
    })
}

fn ladder(t: &Table) -> Vec<Rung> {
    let rung = |number: u32| Rung {
        number,
        limit_from: t.dated(&format!("ladder.{number}.limitFrom")),
        limit_to: t.optional(&format!("ladder.{number}.limitTo")),
        months: t.optional(&format!("ladder.{number}.months")),
        finished_plans: t.optional(&format!("ladder.{number}.finishedPlans")),
        year_spend: t.optional(&format!("ladder.{number}.yearSpend")),
        record: t.optional(&format!("ladder.{number}.record")),
    };
    t.numbers("ladder.", ".limitFrom").into_iter().map(rung).collect()
}
