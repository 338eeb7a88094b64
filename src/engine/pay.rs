//! Repayments: how money is spent on bills and on what is not billed yet.
//!
//! What is not here: settlements (see `settle`), the minimum (see `rollover`).

use crate::billing;
use crate::date::Month;
use crate::event::{Refusal, Target};
use crate::explain::{Explanation, Value, WhyId};
use crate::ledger::{About, Account as Books, BillNo, Cause, ItemNo, Line, Place, Queue};
use crate::money::Money;
use crate::terms::BillPart;

use super::{Account, Done, Step};

/// Money on its way to debts.
#[derive(Clone, Debug)]
pub(super) struct Purse {
    from: Books,
    line: Line,
    pub left: Money,
    /// Principal that it has repaid so far.
    pub principal: Money,
    pub about: About,
    pub why: WhyId,
}

impl Purse {
    /// Cash paid by the person.
    pub fn cash(left: Money, about: About, why: WhyId) -> Purse {
        Purse { from: Books::Cash, line: Line::Repayment, left, principal: Money::ZERO, about, why }
    }

    /// Credit balance.
    pub fn credit(left: Money, about: About, why: WhyId) -> Purse {
        Purse { from: Books::Credit, line: Line::Credit, left, principal: Money::ZERO, about, why }
    }

    /// The account that the money comes from.
    pub fn source(&self) -> Books {
        self.from
    }
}

impl Account<'_> {
    pub(super) fn repay(&mut self, amount: Money, target: Target) -> Step {
        let bill = match target {
            Target::Bill(month) => Some(self.payable_bill(month)?),
            Target::Auto | Target::Unbilled => None,
        };
        let why = self.explain(|| {
            Explanation::new("repayment.order", Value::Money(amount)).input("amount", Value::Money(amount))
        });
        let mut purse = Purse::cash(amount, About::Account, why);
        match (target, bill) {
            (Target::Unbilled, _) => self.pay_unbilled(&mut purse),
            (_, Some(bill)) => self.pay_bill(bill, &mut purse),
            _ => {}
        }
        self.pay_auto(&mut purse);
        self.free_paid(&purse);
        self.keep_as_credit(&mut purse);
        Ok(Done { paid: Some(amount), why: Some(why), ..Done::default() })
    }

    /// The bill of a month that still asks for something.
    pub(super) fn payable_bill(&self, month: Month) -> Result<BillNo, Refusal> {
        let bill = self.find_bill(month)?;
        if self.book.bill(bill).remaining.is_zero() { Err(Refusal::NothingDue) } else { Ok(bill) }
    }

    fn find_bill(&self, month: Month) -> Result<BillNo, Refusal> {
        self.book
            .bills
            .binary_search_by_key(&month, |bill| bill.month)
            .map(|index| BillNo(index as u32))
            .map_err(|_| Refusal::NoSuchBill)
    }

    /// Bills oldest first, then what is not billed yet.
    fn pay_auto(&mut self, purse: &mut Purse) {
        for bill in self.open_bills.clone() {
            self.pay_bill(bill, purse);
        }
        self.pay_unbilled(purse);
    }

    fn keep_as_credit(&mut self, purse: &mut Purse) {
        if purse.left.is_positive() {
            let (amount, why) = (purse.left, purse.why);
            self.book.post(
                self.today,
                Books::Credit,
                Books::Cash,
                amount,
                Line::Repayment,
                About::Account,
                why,
            );
            purse.left = Money::ZERO;
        }
    }

    /// Spends on one bill, in the order of the terms; its penalty is posted first.
    pub(super) fn pay_bill(&mut self, bill: BillNo, purse: &mut Purse) {
        if purse.left.is_zero() {
            return;
        }
        self.post_penalty(bill);
        for part in billing::spending_order(self.today, self.terms) {
            self.pay_part(bill, part, purse);
        }
    }

    /// Spends on one part of a bill.
    pub(super) fn pay_part(&mut self, bill: BillNo, part: BillPart, purse: &mut Purse) {
        let place = Place::Billed(bill);
        let mut queue = core::mem::take(self.book.bill_mut(bill).queue(part));
        self.pay_queue(&mut queue, |at| at == place, purse);
        *self.book.bill_mut(bill).queue(part) = queue;
    }

    /// Spends on what is not billed yet: what moved, then purchases, oldest first.
    pub(super) fn pay_unbilled(&mut self, purse: &mut Purse) {
        let mut moved = core::mem::take(&mut self.moved);
        self.pay_queue(&mut moved, |at| at == Place::Moved, purse);
        self.moved = moved;
        let mut unbilled = core::mem::take(&mut self.unbilled);
        self.pay_queue(&mut unbilled, |at| at == Place::Unbilled, purse);
        self.unbilled = unbilled;
    }

    fn pay_queue(&mut self, queue: &mut Queue, is_there: impl Fn(Place) -> bool, purse: &mut Purse) {
        while purse.left.is_positive() {
            let Some(&item) = queue.open().first() else { return };
            if is_there(self.book.item(item).place) {
                self.pay_item(item, purse);
            }
            let item = self.book.item(item);
            if item.balance.is_zero() || !is_there(item.place) {
                queue.pass();
            }
        }
    }

    /// Spends on one piece of debt.
    pub(super) fn pay_item(&mut self, no: ItemNo, purse: &mut Purse) {
        let item = *self.book.item(no);
        let amount = item.balance.at_most(purse.left);
        if amount.is_zero() {
            return;
        }
        let from = self.book.debt(no);
        self.book.post(self.today, from, purse.from, amount, purse.line, purse.about, purse.why);
        self.book.change_repaid(no, amount);
        purse.left -= amount;
        if item.part == BillPart::Principal {
            purse.principal += amount;
        }
        if let Place::Billed(bill) = item.place {
            self.book.bill_mut(bill).paid += amount;
        }
    }

    /// Gives the limit of repaid principal back: at once for credit balance, after the lag for cash.
    pub(super) fn free_paid(&mut self, purse: &Purse) {
        match purse.from {
            Books::Credit => self.free_at_once(purse.principal, Cause::CreditBalance, purse.about, purse.why),
            _ => self.free_after_lag(purse.principal, purse.about),
        }
    }
}
