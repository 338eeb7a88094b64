//! Every key that terms can have, and what it takes. The list decides what is missing and what is unknown.
//!
//! What is not here: any value.

use super::words::Word;
use super::{BillPart, CreditRecord, FeeMethod, Proof, RefundRule, RefundSpread, Remainder};
use crate::money::Rounding;

/// What a key takes, which also fixes its unit or units.
#[derive(Clone, Copy, Debug)]
pub(super) enum Takes {
    /// `dayOfMonth`
    DayOfMonth,
    /// `days`
    Days,
    /// `days` or `workingDays`
    Span,
    /// `months`
    Months,
    /// `count`
    Count,
    /// `yuan`
    Money,
    /// `ratio`
    Ratio,
    /// `ratePerDay`
    DailyRate,
    /// `ratePerPeriod`, `ratePerPlan` or `ratePerYear`, as the method of the plan says
    PlanRate,
    /// `switch`
    Switch,
    /// `word`: one of these
    Word(fn() -> Vec<&'static str>),
    /// `words`: each at most once
    Words(fn() -> Vec<&'static str>),
    /// `words`: each exactly once
    Order(fn() -> Vec<&'static str>),
    /// `word`: a settlement rule
    Settle,
}

/// Keys that a product has all of, or none of. Every product has the keys of `Core`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Core,
    Habits,
    Recovery,
    Reminders,
}

/// The words of a choice.
fn words<T: Word>() -> Vec<&'static str> {
    T::ALL.iter().map(|(word, _)| *word).collect()
}

/// A key without number, what it takes, and its group.
pub(super) type Key = (&'static str, Takes, Group);

use Group::{Core, Habits, Recovery, Reminders};
use Takes::{
    Count, DailyRate, DayOfMonth, Days, Money, Months, Order, PlanRate, Ratio, Settle, Span, Switch,
};

/// All keys without a number in them.
pub(super) const KEYS: &[Key] = &[
    ("statement.day", DayOfMonth, Core),
    ("statement.dueDay", DayOfMonth, Core),
    ("statement.payEarly", Days, Core),
    ("grace.days", Days, Core),
    ("penalty.rate", DailyRate, Core),
    ("minimum.ratio", Ratio, Core),
    ("minimum.rate", DailyRate, Core),
    ("postpone.rate", DailyRate, Core),
    ("plan.smallest", Money, Core),
    ("plan.remainder", Takes::Word(words::<Remainder>), Core),
    ("money.rounding", Takes::Word(words::<Rounding>), Core),
    ("repayment.order", Order(words::<BillPart>), Core),
    ("repayment.lagPossible", Days, Core),
    ("repayment.lagGuaranteed", Days, Core),
    ("refund.rule", Takes::Word(words::<RefundRule>), Core),
    ("refund.spread", Takes::Word(words::<RefundSpread>), Core),
    ("refund.billedFees", Switch, Core),
    ("refund.dailyMax", Count, Core),
    ("refund.normal.default.shown", Span, Core),
    ("refund.normal.default.possible", Span, Core),
    ("refund.normal.default.guaranteed", Span, Core),
    ("refund.normal.mall.shown", Span, Core),
    ("refund.normal.mall.possible", Span, Core),
    ("refund.normal.mall.guaranteed", Span, Core),
    ("refund.normal.externalPlatform.shown", Span, Core),
    ("refund.normal.externalPlatform.possible", Span, Core),
    ("refund.normal.externalPlatform.guaranteed", Span, Core),
    ("refund.partial.shown", Span, Core),
    ("refund.partial.possible", Span, Core),
    ("refund.partial.guaranteed", Span, Core),
    ("appeal.possible", Days, Core),
    ("appeal.guaranteed", Days, Core),
    ("overdue.blocks", Switch, Core),
    ("overdue.cutAfter", Count, Core),
    ("overdue.cutPossible", Ratio, Core),
    ("overdue.cutGuaranteed", Ratio, Core),
    ("violation.lateDays", Days, Core),
    ("violation.bills", Count, Core),
    ("violation.observe", Days, Core),
    ("freeze.riskControl.possible", Days, Core),
    ("freeze.riskControl.guaranteed", Days, Core),
    ("freeze.manualReview.possible", Days, Core),
    ("freeze.manualReview.guaranteed", Days, Core),
    ("reminder.beforeDue", Days, Core),
    ("habit.monthSpend", Ratio, Habits),
    ("habit.daySpend", Ratio, Habits),
    ("habit.large", Money, Habits),
    ("habit.largeADay", Count, Habits),
    ("habit.monthRepay", Ratio, Habits),
    ("habit.refunds", Count, Habits),
    ("habit.refundDays", Days, Habits),
    ("habit.afterRefund", Days, Habits),
    ("habit.accountsOnDevice", Count, Habits),
    ("habit.deviceChanges", Count, Habits),
    ("habit.deviceDays", Days, Habits),
    ("habit.enquiries", Count, Habits),
    ("habit.enquiryMonths", Months, Habits),
    ("habit.raiseRequests", Count, Habits),
    ("habit.buyBeforeDue", Days, Habits),
    ("habit.splitFrom", Count, Habits),
    ("habit.splitTo", Count, Habits),
    ("recovery.misjudged.possible", Span, Recovery),
    ("recovery.misjudged.guaranteed", Span, Recovery),
    ("recovery.selfCheck.possible", Span, Recovery),
    ("recovery.selfCheck.guaranteed", Span, Recovery),
    ("recovery.documents.possible", Span, Recovery),
    ("recovery.documents.guaranteed", Span, Recovery),
    ("recovery.whole", Span, Recovery),
    ("recovery.payOverdue", Count, Recovery),
    ("recovery.incomeProof", Count, Recovery),
    ("recovery.fixPayDay", Count, Recovery),
    ("recovery.longTerm", Takes::Words(words::<Proof>), Recovery),
    ("reminder.checkDay", DayOfMonth, Reminders),
    ("reminder.proofMonths", Months, Reminders),
    ("reminder.checksAYear", Count, Reminders),
    ("reminder.askAhead", Days, Reminders),
];

/// `plan.N.` and each of these; all three are needed.
pub(super) const PLAN_KEYS: [(&str, Takes); 3] =
    [("method", Takes::Word(words::<FeeMethod>)), ("rate", PlanRate), ("settle", Settle)];

/// The rows that a plan may have.
pub(super) const PLAN_ROWS: core::ops::RangeInclusive<u32> = 2..=60;

/// `ladder.N.` and each of these; the first is needed.
pub(super) const RUNG_KEYS: [(&str, Takes); 6] = [
    ("limitFrom", Money),
    ("limitTo", Money),
    ("months", Months),
    ("finishedPlans", Count),
    ("yearSpend", Money),
    ("record", Takes::Word(words::<CreditRecord>)),
];

/// What a key takes; nothing for a key that terms do not have.
pub(super) fn takes(key: &str) -> Option<Takes> {
    if let Some((_, takes, _)) = KEYS.iter().find(|(name, ..)| *name == key) {
        return Some(*takes);
    }
    if let Some((rows, part)) = plan_key(key) {
        return PLAN_ROWS.contains(&rows).then(|| part_of(&PLAN_KEYS, part))?;
    }
    let (_, part) = numbered(key.strip_prefix("ladder.")?)?;
    part_of(&RUNG_KEYS, part)
}

/// The number of rows and the last part of a key `plan.N.part`.
pub(super) fn plan_key(key: &str) -> Option<(u32, &str)> {
    numbered(key.strip_prefix("plan.")?)
}

/// `12.method` is 12 and `method`. Digits that would be printed otherwise are not a number here.
fn numbered(rest: &str) -> Option<(u32, &str)> {
    let (digits, part) = rest.split_once('.')?;
    let number: u32 = digits.parse().ok()?;
    (number > 0 && number.to_string() == digits).then_some((number, part))
}

fn part_of(parts: &[(&str, Takes)], part: &str) -> Option<Takes> {
    parts.iter().find(|(name, _)| *name == part).map(|(_, takes)| *takes)
}
