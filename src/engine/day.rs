//! The phases of a day, and the end of a run.
//!
//! What is not here: the statement (see `close`) and the single events (see their files).

use crate::billing;
use crate::date::Days;
use crate::event::{Action, Event, Refusal};
use crate::explain::{Explanation, Value};
use crate::ledger::{About, Account as Books, BillNo, Cause, LimitPart, Line, Reading, Readings};
use crate::money::Money;
use crate::risk;
use crate::scenario::Habit;

use super::pay::Purse;
use super::{Account, Date, Done, Outcome, Step};

impl Account<'_> {
    /// The account begins with its whole limit free.
    pub(super) fn open(&mut self, first: Date) {
        let limit = self.scenario.credit_limit;
        let why = self.explain(|| {
            Explanation::new("limit.opening", Value::Money(limit)).input("creditLimit", Value::Money(limit))
        });
        let granted = Books::Limit(Readings::Both, LimitPart::Granted);
        let available = Books::Limit(Readings::Both, LimitPart::Available);
        self.book.post(first, granted, available, limit, Line::Limit(Cause::Opening), About::Account, why);
        self.agenda.stop_on(billing::statement_after(first - Days(1), self.terms));
    }

    /// Holds and freezes that end today; bills whose grace ended yesterday.
    pub(super) fn begin_day(&mut self) {
        self.agenda.reach(self.today);
        self.end_freezes();
        self.end_reset();
        for release in self.agenda.take_releases(self.today) {
            self.release(release);
        }
        let open = self.open_bills.clone();
        for bill in open {
            self.look_at_lateness(bill);
        }
    }

    fn look_at_lateness(&mut self, no: BillNo) {
        let bill = self.book.bill(no);
        if bill.overdue_from.is_none() && bill.grace_end < self.today {
            self.become_overdue(no);
        }
        let due = self.book.bill(no).due;
        if risk::counts_as_late_from(due, self.terms) == self.today && self.freezes.violation().is_none() {
            self.late_bills += 1;
            if self.late_bills >= self.terms.violation_bills.at(self.today).value {
                self.late_bills = 0;
                self.begin_violation();
            }
        }
    }

    fn become_overdue(&mut self, no: BillNo) {
        let day = self.today;
        self.book.bill_mut(no).overdue_from = Some(day);
        self.begin_overdue();
        let month = self.book.bill(no).month;
        if self.streak.count(month, self.terms.cut_after.at(day).value) {
            let before = Reading::ALL.map(|reading| self.book.limit(reading).granted);
            let terms = self.terms;
            let why = self.explain(|| risk::explain_cut(before, day, month, terms));
            for (reading, granted) in Reading::ALL.into_iter().zip(before) {
                let to = risk::cut(granted, day, reading, terms);
                self.change_limit(Readings::One(reading), to, Cause::LimitCut, About::Bill(no), why);
            }
        }
    }

    /// Carries out one event, or records why it does not happen.
    pub(super) fn take_event(&mut self, event: &Event) {
        let step = match self.bars_when_closed(&event.action) {
            true => Err(Refusal::AccountClosed.into()),
            false => self.carry_out(event),
        };
        if let (Err(_), Action::Purchase(purchase)) = (&step, &event.action) {
            self.wait_for(self.outcomes.len(), purchase);
        }
        if self.book.keeps_journal() {
            self.note_outcome(event, step);
        }
        self.follow_up();
    }

    fn note_outcome(&mut self, event: &Event, step: Step) {
        let passes_from = [None; 2];
        let id = event.id().cloned();
        let blank = Outcome {
            event: event.index,
            date: event.date,
            id,
            refusal: None,
            figures: Vec::new(),
            passes_from,
            interest_free: None,
            paid: None,
            why: None,
        };
        let outcome = match step {
            Ok(Done { figures, interest_free, paid, why }) => {
                Outcome { figures, interest_free, paid, why, ..blank }
            }
            Err(refused) => {
                let (refusal, figures) = (refused.refusal, refused.figures);
                let why = Some(self.explain(|| explain_refusal(refusal, &figures)));
                Outcome { refusal: Some(refusal), figures, why, ..blank }
            }
        };
        self.outcomes.push(outcome);
    }

    fn bars_when_closed(&self, action: &Action) -> bool {
        let stays_possible = matches!(
            action,
            Action::Purchase(_)
                | Action::Refund(_)
                | Action::CreditEnquiry
                | Action::RaiseRequest
                | Action::DeviceChange
        );
        self.closed && !stays_possible
    }

    fn carry_out(&mut self, event: &Event) -> Step {
        match &event.action {
            Action::Purchase(purchase) => self.buy(event.index, purchase),
            Action::Refund(refund) => self.refund(event.index, refund),
            Action::Repayment(amount, target) => self.repay(*amount, *target),
            Action::SettlePlan(id) => self.settle_plan(id),
            Action::SettleAll => self.settle_all(),
            Action::ConvertBill { bill, amount, periods, id } => {
                self.convert(event.index, *bill, *amount, *periods, id)
            }
            Action::PayMinimum(bill) => self.pay_minimum(*bill),
            Action::Postpone(bill) => self.postpone(*bill),
            Action::Freeze(kind) => self.freeze(*kind),
            Action::Appeal => self.appeal(),
            Action::SetLimit(limit) => self.set_limit(*limit),
            Action::CreditEnquiry | Action::RaiseRequest | Action::DeviceChange => Ok(Done::default()),
            Action::CloseAccount => self.close_account(),
        }
    }

    /// What follows from postings: bills that are settled, purchases of which nothing is left.
    pub(super) fn follow_up(&mut self) {
        for bill in self.book.take_settled() {
            if self.book.bill(bill).settled_on.is_some() {
                self.open_bills.retain(|&open| open != bill);
            }
        }
        if self.freezes.waits_for_nothing_overdue() && !self.is_overdue() {
            self.nothing_overdue();
        }
        for purchase in self.book.take_cleared() {
            self.meet_condition(purchase);
        }
    }

    /// Whether any bill is overdue.
    pub(super) fn is_overdue(&self) -> bool {
        self.open_bills.iter().any(|&bill| self.book.bill(bill).is_overdue())
    }

    /// The automatic repayment: what is open on each bill whose day it is.
    pub(super) fn pay_by_habit(&mut self) {
        let Habit::InFull(before) = self.scenario.habit else { return };
        let due_today = |&bill: &BillNo| {
            let bill = self.book.bill(bill);
            (bill.due - before).max(bill.statement) == self.today
        };
        let bills: Vec<BillNo> = self.open_bills.iter().copied().filter(due_today).collect();
        for &bill in &bills {
            let amount = self.book.bill(bill).remaining;
            let why = self.explain(|| {
                Explanation::new("repayment.habit", Value::Money(amount)).input("open", Value::Money(amount))
            });
            let mut purse = Purse::cash(amount, About::Bill(bill), why);
            self.pay_bill(bill, &mut purse);
            self.free_paid(&purse);
        }
        if !bills.is_empty() {
            self.follow_up();
            if self.waiting.is_waiting() {
                self.agenda.stop_on(self.today.next());
            }
        }
    }

    /// Whether nothing is owed, held with an end, or about to end.
    pub(super) fn is_quiet(&mut self) -> bool {
        let rounding = self.rounding();
        self.book.sums().debt.is_zero()
            && !self.agenda.has_releases()
            && !self.freezes.has_ends()
            && self.reset_until.is_none()
            && self.book.interest_clocks().all(|(_, clock)| clock.is_done(rounding))
    }

    /// The last day: penalties are posted up to it.
    pub(super) fn end_run(&mut self, day: Date) -> Date {
        self.today = day;
        for bill in self.open_bills.clone() {
            self.post_penalty(bill);
        }
        day
    }

    fn close_account(&mut self) -> Step {
        let today = self.today;
        let accrued = self.accrued_interest();
        let owed = self.book.sums().debt + accrued;
        if owed.is_positive() {
            let figures = vec![("outstanding", Value::Money(owed))];
            return Err(super::Refused { refusal: Refusal::OutstandingBalance, figures });
        }
        self.closed = true;
        let why = self.explain(|| {
            Explanation::new("account.close", Value::Date(today)).input("date", Value::Date(today))
        });
        self.change_limit(Readings::Both, Money::ZERO, Cause::Closed, About::Account, why);
        Ok(Done { why: Some(why), ..Done::default() })
    }
}

fn explain_refusal(refusal: Refusal, figures: &[(&'static str, Value)]) -> Explanation {
    let mut why = Explanation::new("event.refused", Value::Word(refusal.as_str()));
    for (name, value) in figures {
        why = why.input(name, value.clone());
    }
    why
}
