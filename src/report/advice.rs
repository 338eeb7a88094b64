//! Remarks on habits and risks, each with the figures that triggered it and the source of its threshold.
//!
//! Advice never changes an amount or a day. What is not here: what a bill costs (see `bills`).

use std::collections::VecDeque;

use rust_decimal::Decimal;

use crate::date::{Date, Days, Month};
use crate::engine::Run;
use crate::event::{Action, Event};
use crate::explain::{Reference, Value};
use crate::money::{Money, Rounding};
use crate::queue::DayQueue;
use crate::report::LimitDay;
use crate::scenario::Scenario;
use crate::terms::{Habits, Terms};

/// How urgent a remark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// Good to know.
    Info,
    /// Worth changing something.
    Warning,
    /// Costs money or limit.
    Danger,
}

/// A remark.
#[derive(Clone, Debug, PartialEq)]
pub struct Advisory {
    /// Which, as the contract spells it.
    pub code: &'static str,
    /// How urgent.
    pub severity: Severity,
    /// The day that it concerns.
    pub date: Date,
    /// The figures that triggered it.
    pub figures: Vec<(&'static str, Value)>,
    /// Where the threshold comes from.
    pub reference: Reference,
}

/// The remarks on a run, by day.
pub fn advisories(scenario: &Scenario, terms: &Terms, run: &Run, days: &[LimitDay]) -> Vec<Advisory> {
    let mut found = DayQueue::default();
    overdue_bills(terms, run, &mut found);
    if let Some(habits) = &terms.habits {
        let mut watch = Watch::new(habits, days, &mut found);
        for (event, outcome) in scenario.events().iter().zip(&run.outcomes) {
            if outcome.refusal.is_none() {
                watch.see(event);
            }
        }
        watch.see_repayments(run);
    }
    found.take_all()
}

/// Each bill that became overdue, and how far it is from a cut of the limit.
fn overdue_bills(terms: &Terms, run: &Run, found: &mut DayQueue<Advisory>) {
    let mut streak: Option<(Month, i64)> = None;
    for bill in &run.book.bills {
        let Some(date) = bill.overdue_from else { continue };
        let enough = terms.cut_after.at(date);
        let in_a_row = match streak {
            Some((last, length)) if last.plus(1) == bill.month && length < enough.value => length + 1,
            _ => 1,
        };
        streak = Some((bill.month, in_a_row));
        let figures = vec![
            ("dueDate", Value::Date(bill.due)),
            ("penalty", Value::Money(bill.penalty.posted())),
            ("inARow", Value::Count(in_a_row)),
            ("cutAfter", Value::Count(enough.value)),
        ];
        let reference = enough.reference.clone();
        let (code, severity) = ("billOverdue", Severity::Danger);
        found.push(date, Advisory { code, severity, date, figures, reference });
    }
}

/// What has been seen so far.
struct Watch<'w> {
    habits: &'w Habits,
    days: &'w [LimitDay],
    month: Option<Month>,
    month_spend: Money,
    day: Option<Date>,
    day_spend: Money,
    day_large: i64,
    refunds: VecDeque<Date>,
    enquiries: VecDeque<Date>,
    devices: VecDeque<Date>,
    raises: Vec<Date>,
    found: &'w mut DayQueue<Advisory>,
}

impl<'w> Watch<'w> {
    fn new(habits: &'w Habits, days: &'w [LimitDay], found: &'w mut DayQueue<Advisory>) -> Watch<'w> {
        Watch {
            habits,
            days,
            month: None,
            month_spend: Money::ZERO,
            day: None,
            day_spend: Money::ZERO,
            day_large: 0,
            refunds: VecDeque::new(),
            enquiries: VecDeque::new(),
            devices: VecDeque::new(),
            raises: Vec::new(),
            found,
        }
    }

    fn note(
        &mut self,
        code: &'static str,
        severity: Severity,
        date: Date,
        figures: Vec<(&'static str, Value)>,
        reference: &Reference,
    ) {
        let reference = reference.clone();
        self.found.push(date, Advisory { code, severity, date, figures, reference });
    }

    fn see(&mut self, event: &Event) {
        let date = event.date;
        match &event.action {
            Action::Purchase(purchase) => self.see_purchase(date, purchase.amount),
            Action::Refund(refund) => {
                if refund.item_differs || refund.address_differs {
                    let reference = &self.habits.refunds.at(date).reference;
                    self.note("refundDiffers", Severity::Warning, date, Vec::new(), reference);
                }
                self.see_refund(date);
            }
            Action::CreditEnquiry => self.see_enquiry(date),
            Action::DeviceChange => self.see_device(date),
            Action::RaiseRequest => self.see_raise(date),
            _ => {}
        }
    }

    /// The credit limit for sure at the end of a day.
    fn limit_on(&self, date: Date) -> Money {
        let after = self.days.partition_point(|day| day.date <= date);
        after.checked_sub(1).map_or(Money::ZERO, |index| self.days[index].limit[1])
    }

    fn see_purchase(&mut self, date: Date, amount: Money) {
        if self.month != Some(date.month()) {
            (self.month, self.month_spend) = (Some(date.month()), Money::ZERO);
        }
        if self.day != Some(date) {
            (self.day, self.day_spend, self.day_large) = (Some(date), Money::ZERO, 0);
        }
        let habits = self.habits;
        let (month, day) = (habits.month_spend.at(date), habits.day_spend.at(date));
        let (before_month, before_day) = (self.month_spend, self.day_spend);
        self.month_spend += amount;
        self.day_spend += amount;
        self.see_share("monthSpend", date, before_month, self.month_spend, month.value, &month.reference);
        self.see_share("daySpend", date, before_day, self.day_spend, day.value, &day.reference);
        self.see_large(date, amount);
        self.see_after_refund(date, amount);
    }

    /// Spending that has just passed a share of the limit.
    fn see_share(
        &mut self,
        code: &'static str,
        date: Date,
        before: Money,
        now: Money,
        share: Decimal,
        reference: &Reference,
    ) {
        let limit = self.limit_on(date);
        let line = limit.times(share, Rounding::Down);
        if now > line && before <= line {
            let figures = vec![
                ("spent", Value::Money(now)),
                ("limit", Value::Money(limit)),
                ("share", Value::Rate(share)),
                ("line", Value::Money(line)),
            ];
            self.note(code, Severity::Warning, date, figures, reference);
        }
    }

    fn see_large(&mut self, date: Date, amount: Money) {
        let habits = self.habits;
        let (large, most) = (habits.large.at(date).value, habits.large_a_day.at(date));
        if amount < large {
            return;
        }
        self.day_large += 1;
        if self.day_large == most.value + 1 {
            let figures = vec![
                ("count", Value::Count(self.day_large)),
                ("most", Value::Count(most.value)),
                ("large", Value::Money(large)),
            ];
            self.note("largePurchases", Severity::Warning, date, figures, &most.reference);
        }
    }

    fn see_after_refund(&mut self, date: Date, amount: Money) {
        let within = self.habits.after_refund.at(date);
        let Some(&refund) = self.refunds.back() else { return };
        if date - refund <= within.value {
            let figures = vec![
                ("amount", Value::Money(amount)),
                ("refundDate", Value::Date(refund)),
                ("days", Value::Days(date - refund)),
            ];
            self.note("purchaseAfterRefund", Severity::Info, date, figures, &within.reference);
        }
    }

    fn see_refund(&mut self, date: Date) {
        let habits = self.habits;
        let (most, span) = (habits.refunds.at(date), habits.refund_days.at(date).value);
        let count = within(&mut self.refunds, date, date - span + Days(1));
        if count == most.value + 1 {
            let figures = counted(count, most.value, span);
            self.note("refundsInDays", Severity::Warning, date, figures, &most.reference);
        }
    }

    fn see_enquiry(&mut self, date: Date) {
        let habits = self.habits;
        let (most, months) = (habits.enquiries.at(date), habits.enquiry_months.at(date).value);
        let start = months_before(date, months);
        let count = within(&mut self.enquiries, date, start);
        if count >= most.value {
            let figures = vec![
                ("count", Value::Count(count)),
                ("noticedFrom", Value::Count(most.value)),
                ("months", Value::Count(months)),
            ];
            self.note("creditEnquiries", Severity::Warning, date, figures, &most.reference);
        }
    }

    fn see_device(&mut self, date: Date) {
        let habits = self.habits;
        let (most, span) = (habits.device_changes.at(date), habits.device_days.at(date).value);
        let count = within(&mut self.devices, date, date - span + Days(1));
        if count >= most.value {
            let figures = counted(count, most.value, span);
            self.note("deviceChanges", Severity::Warning, date, figures, &most.reference);
        }
    }

    fn see_raise(&mut self, date: Date) {
        let most = self.habits.raise_requests.at(date);
        self.raises.retain(|earlier| earlier.month() == date.month());
        self.raises.push(date);
        let count = self.raises.len() as i64;
        if count >= most.value {
            let figures = vec![("count", Value::Count(count)), ("noticedFrom", Value::Count(most.value))];
            self.note("raiseRequests", Severity::Warning, date, figures, &most.reference);
        }
    }

    /// Repayments a month, on average over the months of the run, below the share that is advised.
    fn see_repayments(&mut self, run: &Run) {
        let Some((from, until)) = run.days else { return };
        let share = self.habits.month_repay.at(until);
        let months = i64::from((until - from).0) / 30 + 1;
        let paid = run.book.sums().cash;
        let average = Money::from_fen(paid.fen() / months);
        let line = self.limit_on(until).times(share.value, Rounding::Down);
        if paid.is_positive() && average < line {
            let figures = vec![
                ("average", Value::Money(average)),
                ("line", Value::Money(line)),
                ("share", Value::Rate(share.value)),
            ];
            self.note("monthRepay", Severity::Info, until, figures, &share.reference);
        }
    }
}

/// Adds a day, forgets those before `start`, and counts what is left.
fn within(days: &mut VecDeque<Date>, date: Date, start: Date) -> i64 {
    days.push_back(date);
    while days.front().is_some_and(|&first| first < start) {
        days.pop_front();
    }
    days.len() as i64
}

fn counted(count: i64, most: i64, span: Days) -> Vec<(&'static str, Value)> {
    vec![("count", Value::Count(count)), ("most", Value::Count(most)), ("days", Value::Days(span))]
}

/// The day after the same day some months earlier: a span of so many months ends today.
fn months_before(date: Date, months: i64) -> Date {
    date.month().minus(months as u32).on_day(date.day() as u8) + Days(1)
}
