//! The statement: what is open goes onto a new bill, penalties are posted, credit is used.
//!
//! What is not here: paying the bill (see `pay`).

use crate::billing::{self, BillDates};
use crate::date::{Date, Days};
use crate::explain::{Explanation, Value, WhyId};
use crate::ledger::{
    About, Account as Books, Bill, BillNo, Clock, Item, ItemNo, Line, Place, PlanNo, PlanRow, Queue,
};
use crate::money::Money;
use crate::risk;
use crate::scenario::Habit;
use crate::terms::BillPart;

use super::Account;
use super::pay::Purse;

impl Account<'_> {
    /// Closes the bill of today, if today is a statement day.
    pub(super) fn close_statement(&mut self) {
        if billing::statement_after(self.today - Days(1), self.terms) != self.today {
            return;
        }
        self.agenda.stop_on(billing::statement_after(self.today, self.terms));
        for bill in self.open_bills.clone() {
            self.post_penalty(bill);
        }
        let interest = self.interest_due();
        let rows = self.rows_due();
        if interest.is_empty() && rows.is_empty() && self.unbilled.is_empty() && self.moved.is_empty() {
            return;
        }
        let bill = self.new_bill();
        self.bill_moved(bill);
        self.bill_interest(bill, interest);
        self.bill_unbilled(bill);
        self.bill_rows(bill, rows);
        let charged = self.book.bill(bill).remaining;
        self.use_credit(bill);
        self.finish_bill(bill, charged);
    }

    fn new_bill(&mut self) -> BillNo {
        let (dates, terms) = (billing::bill_dates(self.today, self.terms), self.terms);
        let no = BillNo(self.book.bills.len() as u32);
        let BillDates { month, statement, due, grace_end, .. } = dates;
        self.book.bills.push(Bill {
            month,
            statement,
            due,
            grace_end,
            total: Money::ZERO,
            remaining: Money::ZERO,
            plain: Money::ZERO,
            paid: Money::ZERO,
            queues: [Queue::default(), Queue::default(), Queue::default(), Queue::default()],
            penalty: Clock::starting_after(due, terms.penalty_rate.at(due).value),
            interest: None,
            moved: None,
            overdue_from: None,
            settled_on: None,
            why: WhyId::default(),
        });
        no
    }

    /// Rows whose statement is today or was missed, that still have principal.
    fn rows_due(&mut self) -> Vec<(PlanNo, usize)> {
        let is_due = |&(plan, row): &(PlanNo, usize)| {
            let row: &PlanRow = &self.book.plan(plan).rows[row];
            !row.cancelled && row.principal.is_positive()
        };
        self.planned.take_until(self.today).into_iter().filter(is_due).collect()
    }

    /// Interest on what has moved, as far as it is not posted yet, by bill of origin.
    pub(super) fn interest_due(&mut self) -> Vec<(BillNo, Money)> {
        let (today, rounding) = (self.today, self.rounding());
        self.book
            .interest_clocks()
            .map(|(bill, clock)| {
                clock.count_to(today);
                (bill, clock.post(rounding))
            })
            .filter(|(_, amount)| amount.is_positive())
            .collect()
    }

    fn put_on_bill(&mut self, bill: BillNo, item: ItemNo, about: About, why: WhyId) {
        let from = self.book.debt(item);
        let to = Books::Debt(item, Place::Billed(bill));
        let (part, amount) = (self.book.item(item).part, self.book.item(item).balance);
        self.book.post(self.today, from, to, amount, Line::Close, about, why);
        self.book.bill_mut(bill).queue(part).push(item);
    }

    fn bill_moved(&mut self, bill: BillNo) {
        for item in self.moved.take() {
            let origin = self.book.item(item).origin.expect("what has moved came off a bill");
            let why = self.book.bill(origin).why;
            self.put_on_bill(bill, item, About::Bill(origin), why);
        }
    }

    fn bill_unbilled(&mut self, bill: BillNo) {
        for item in self.unbilled.take() {
            let purchase = self.book.item(item).purchase.expect("what is unbilled was bought");
            let (date, amount) = (self.book.purchase(purchase).date, self.book.purchase(purchase).amount);
            let terms = self.terms;
            let why = self.explain(|| billing::explain_purchase(date, amount, terms));
            self.put_on_bill(bill, item, About::Purchase(purchase), why);
        }
    }

    fn bill_rows(&mut self, bill: BillNo, rows: Vec<(PlanNo, usize)>) {
        for (plan, index) in rows {
            let row = &self.book.plan(plan).rows[index];
            let (items, fee, why) = (row.items.clone(), row.fee, row.why);
            for item in items {
                if self.book.item(item).balance.is_positive() {
                    self.put_on_bill(bill, item, About::Plan(plan), why);
                }
            }
            let fee_item = fee.is_positive().then(|| {
                let item = self.add_charge(bill, BillPart::Fee, Some((plan, index)));
                let to = self.book.debt(item);
                self.book.post(self.today, Books::Fees, to, fee, Line::Fee, About::Plan(plan), why);
                item
            });
            let row = &mut self.book.plan_mut(plan).rows[index];
            row.bill = Some(bill);
            row.fee_item = fee_item;
        }
    }

    /// Adds an empty piece of a fee, of interest or of a penalty to a bill.
    fn add_charge(&mut self, bill: BillNo, part: BillPart, row: Option<(PlanNo, usize)>) -> ItemNo {
        let place = Place::Billed(bill);
        let item = self.book.add_item(Item {
            part,
            purchase: None,
            row,
            origin: None,
            place,
            balance: Money::ZERO,
            repaid: Money::ZERO,
        });
        self.book.bill_mut(bill).queue(part).push(item);
        item
    }

    fn bill_interest(&mut self, bill: BillNo, interest: Vec<(BillNo, Money)>) {
        for (origin, amount) in interest {
            let why = self.explain_interest(origin, amount);
            let item = self.add_charge(bill, BillPart::Interest, None);
            let to = self.book.debt(item);
            self.book.post(self.today, Books::Interest, to, amount, Line::Interest, About::Bill(origin), why);
        }
    }

    /// Why interest on what moved off a bill is what it is.
    pub(super) fn explain_interest(&mut self, origin: BillNo, amount: Money) -> WhyId {
        let rounding = self.rounding();
        let bill = self.book.bill(origin);
        let (due, moved) = (bill.due, bill.moved);
        let Some(clock) = bill.interest.clone() else { return self.book.bill(origin).why };
        let rate = match moved {
            Some(crate::ledger::Moved::Postponed) => self.terms.postpone_rate.at(due).reference.clone(),
            _ => self.terms.minimum_rate.at(due).reference.clone(),
        };
        self.explain(|| explain_clock("bill.interest", &clock, due, amount).term(&rate).rounded(rounding))
    }

    /// Credit balance is used on the bill that is closed, principal first; it frees limit at once.
    fn use_credit(&mut self, bill: BillNo) {
        let credit = self.book.sums().credit;
        if !credit.is_positive() {
            return;
        }
        let why = self.explain(|| {
            Explanation::new("bill.creditBalance", Value::Money(credit))
                .input("creditBalance", Value::Money(credit))
        });
        let mut purse = Purse::credit(credit, About::Bill(bill), why);
        let rest = [BillPart::Penalty, BillPart::Interest, BillPart::Fee];
        for part in [BillPart::Principal].into_iter().chain(rest) {
            self.pay_part(bill, part, &mut purse);
        }
        self.free_paid(&purse);
    }

    fn finish_bill(&mut self, no: BillNo, charged: Money) {
        let (today, terms) = (self.today, self.terms);
        let total = self.book.bill(no).remaining;
        let why = self.explain(|| billing::explain_bill(today, charged, total, terms));
        let bill = self.book.bill_mut(no);
        bill.why = why;
        bill.total = bill.remaining;
        bill.paid = Money::ZERO;
        if bill.remaining.is_zero() {
            bill.settled_on = Some(today);
            self.follow_up();
            return;
        }
        let stops = [bill.grace_end.next(), risk::counts_as_late_from(bill.due, terms)];
        let due = bill.due;
        let statement = bill.statement;
        self.open_bills.push(no);
        for day in stops {
            self.agenda.stop_on(day);
        }
        if let Habit::InFull(before) = self.scenario.habit {
            self.agenda.stop_on((due - before).max(statement));
        }
        self.follow_up();
    }

    /// Posts the penalty of an overdue bill up to today.
    pub(super) fn post_penalty(&mut self, no: BillNo) {
        let (today, rounding) = (self.today, self.rounding());
        let bill = self.book.bill_mut(no);
        if !bill.is_overdue() {
            return;
        }
        bill.penalty.count_to(today);
        let amount = bill.penalty.post(rounding);
        if !amount.is_positive() {
            return;
        }
        let (clock, due) = (bill.penalty.clone(), bill.due);
        let reference = self.terms.penalty_rate.at(due).reference.clone();
        let grace = self.terms.grace.at(due).reference.clone();
        let why = self.explain(|| {
            // A bill shows its penalty as one line: the sum of all postings.
            let result = Value::Money(clock.posted());
            let why = Explanation { result, ..explain_clock("bill.penalty", &clock, due, amount) };
            why.term(&reference).term(&grace).rounded(rounding)
        });
        let item = self.add_charge(no, BillPart::Penalty, None);
        let to = self.book.debt(item);
        self.book.post(today, Books::Penalties, to, amount, Line::Penalty, About::Bill(no), why);
    }
}

/// Why a daily sum is what it is.
fn explain_clock(rule: &'static str, clock: &Clock, due: Date, amount: Money) -> Explanation {
    let days = clock.counted_to() - due;
    Explanation::new(rule, Value::Money(amount))
        .input("dueDate", Value::Date(due))
        .input("dailyRate", Value::Rate(clock.rate()))
        .input("principal", Value::Money(clock.principal()))
        .step("daysBetween", vec![Value::Date(due), Value::Date(clock.counted_to())], Value::Days(days))
        .step(
            "sumOverDaysInFen",
            vec![Value::Rate(clock.raw_fen().normalize())],
            Value::Money(clock.posted()),
        )
        .step("lessPostedBefore", vec![Value::Money(clock.posted() - amount)], Value::Money(amount))
}
