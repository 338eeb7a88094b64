//! Moving the rest of a bill to the next statement: by a minimum payment or by postponing.
//!
//! What is not here: the interest that it bears until then (a clock on the bill of origin).

use rust_decimal::Decimal;

use crate::billing;
use crate::date::Month;
use crate::event::Refusal;
use crate::explain::{Explanation, Value, WhyId};
use crate::ledger::{About, Account as Books, BillNo, Clock, ItemNo, Line, Moved, Place};
use crate::terms::BillPart;

use super::pay::Purse;
use super::{Account, Done, Step};

impl Account<'_> {
    /// The bill that may be moved today: one with something left, in its window, while nothing is overdue.
    fn movable_bill(&self, month: Month) -> Result<BillNo, Refusal> {
        let bill = self.payable_bill(month)?;
        if !self.book.bill(bill).is_payable_on(self.today) {
            return Err(Refusal::OutsideWindow);
        }
        if self.is_overdue() { Err(Refusal::Overdue) } else { Ok(bill) }
    }

    pub(super) fn pay_minimum(&mut self, month: Month) -> Step {
        let no = self.movable_bill(month)?;
        let (today, terms) = (self.today, self.terms);
        let bill = self.book.bill(no);
        let (total, paid) = (bill.total, bill.paid);
        let asked = billing::minimum_payment(total, paid, bill.remaining, today, terms);
        let why = self.explain(|| billing::explain_minimum(total, paid, asked, today, terms));
        let mut purse = Purse::cash(asked, About::Bill(no), why);
        self.pay_bill(no, &mut purse);
        self.free_paid(&purse);
        if self.book.bill(no).remaining.is_positive() {
            self.move_rest(no, Moved::Revolved, terms.minimum_rate.at(today).value, why);
        }
        Ok(Done { paid: Some(asked), why: Some(why), ..Done::default() })
    }

    pub(super) fn postpone(&mut self, month: Month) -> Step {
        let no = self.movable_bill(month)?;
        let rate = self.terms.postpone_rate.at(self.today);
        let rest = self.book.bill(no).remaining;
        let why = self.explain(|| {
            Explanation::new("bill.postpone", Value::Money(rest))
                .term(&rate.reference)
                .input("remaining", Value::Money(rest))
                .input("dailyRate", Value::Rate(rate.value))
        });
        self.move_rest(no, Moved::Postponed, rate.value, why);
        Ok(Done { why: Some(why), ..Done::default() })
    }

    /// Moves what a bill still asks. Principal that bears interest already keeps its own clock.
    fn move_rest(&mut self, no: BillNo, how: Moved, rate: Decimal, why: WhyId) {
        let bill = self.book.bill_mut(no);
        bill.moved = Some(how);
        bill.interest = Some(Clock::starting_after(bill.due, rate));
        let parts = [BillPart::Principal, BillPart::Interest, BillPart::Fee, BillPart::Penalty];
        let items: Vec<ItemNo> =
            parts.iter().flat_map(|&part| self.book.bills[no.index()].queue(part).open().to_vec()).collect();
        for item in items {
            let (place, amount) = (self.book.item(item).place, self.book.item(item).balance);
            if place == Place::Billed(no) && amount.is_positive() {
                let (from, to) = (self.book.debt(item), Books::Debt(item, Place::Moved));
                self.book.post(self.today, from, to, amount, Line::Moved, About::Bill(no), why);
                self.moved.push(item);
            }
        }
    }
}
