//! Settling early: one plan, or everything.
//!
//! What is not here: what it costs (see `installment::settlement_fees`).

use std::rc::Rc;

use crate::event::Refusal;
use crate::explain::{Explanation, Value};
use crate::installment::{self, SettlementFees, SettlementView};
use crate::ledger::{About, Account as Books, BillNo, ItemNo, Line, Place, PlanNo, PlanSettlement};
use crate::money::{LARGEST_FEN, Money};

use super::pay::Purse;
use super::{Account, Done, Step};

/// What settling a plan today would pay.
struct PlanQuote {
    principal_items: Vec<ItemNo>,
    fee_items: Vec<ItemNo>,
    principal: Money,
    billed_fees: Money,
    unbilled_rows: usize,
    fees: SettlementFees,
}

/// Where the money of a settlement comes from: credit balance first, then cash.
struct Funds {
    credit: Purse,
    cash: Purse,
}

const ANY_AMOUNT: Money = Money::from_fen(100 * LARGEST_FEN);

impl Account<'_> {
    pub(super) fn settle_plan(&mut self, id: &Rc<str>) -> Step {
        let plan = self.scenario.maker(id).and_then(|event| self.plan_of[event]);
        let plan = plan.ok_or(Refusal::NoSuchPlan)?;
        let quote = self.plan_quote(plan);
        if quote.principal.is_zero() && quote.billed_fees.is_zero() {
            return Err(Refusal::NothingToSettle.into());
        }
        let before = self.book.sums().cash;
        let why = self.explain_quote(plan, &quote);
        let mut funds = Funds {
            credit: Purse::credit(Money::ZERO, About::Plan(plan), why),
            cash: Purse::cash(ANY_AMOUNT, About::Plan(plan), why),
        };
        self.execute_settlement(plan, quote, &mut funds);
        self.free_funds(&funds);
        Ok(Done { paid: Some(self.book.sums().cash - before), why: Some(why), ..Done::default() })
    }

    fn plan_quote(&self, no: PlanNo) -> PlanQuote {
        let plan = self.book.plan(no);
        let owed = |&item: &ItemNo| self.book.item(item).balance.is_positive();
        let sum = |items: &[ItemNo]| items.iter().map(|&item| self.book.item(item).balance).sum::<Money>();
        let principal_items: Vec<ItemNo> =
            plan.rows.iter().flat_map(|row| row.items.iter()).filter(owed).collect();
        let fee_items: Vec<ItemNo> = plan.rows.iter().filter_map(|row| row.fee_item).filter(owed).collect();
        let unbilled: Vec<Money> = plan
            .unbilled_rows()
            .filter(|(_, row)| row.principal.is_positive())
            .map(|(_, row)| row.fee)
            .collect();
        let principal = sum(&principal_items);
        let fees = installment::settlement_fees(plan.settle, &unbilled, principal, self.rounding());
        let billed_fees = sum(&fee_items);
        PlanQuote { principal_items, fee_items, principal, billed_fees, unbilled_rows: unbilled.len(), fees }
    }

    fn explain_quote(&mut self, no: PlanNo, quote: &PlanQuote) -> crate::explain::WhyId {
        let (plan, terms) = (self.book.plan(no), self.terms);
        let offer = terms.offer(plan.rows.len() as u32).expect("a plan was made on an offer");
        let reference = &offer.settle.at(plan.date).reference;
        let view = SettlementView {
            rule: plan.settle,
            principal: quote.principal,
            billed_fees: quote.billed_fees,
            unbilled_rows: quote.unbilled_rows,
            fees: quote.fees,
        };
        self.why.explain(|| installment::explain_settlement(&view, reference))
    }

    fn execute_settlement(&mut self, no: PlanNo, quote: PlanQuote, funds: &mut Funds) {
        let PlanQuote { principal_items, fee_items, principal, billed_fees, fees, .. } = quote;
        for &item in &principal_items {
            if let Place::Billed(bill) = self.book.item(item).place {
                self.post_penalty(bill);
            }
        }
        for item in fee_items.into_iter().chain(principal_items) {
            self.pay_from(item, funds);
        }
        self.charge(Books::Fees, fees.charged, Line::Settlement, About::Plan(no), funds);
        let why = funds.cash.why;
        if fees.waived.is_positive() {
            let (from, to) = (Books::Fees, Books::Waived);
            self.book.post(self.today, from, to, fees.waived, Line::Settlement, About::Plan(no), why);
        }
        let today = self.today;
        let plan = self.book.plan_mut(no);
        for row in plan.rows.iter_mut().filter(|row| row.bill.is_none()) {
            row.cancelled = true;
        }
        let (charged, waived) = (fees.charged, fees.waived);
        let fees = billed_fees + charged;
        plan.settlement = Some(PlanSettlement { date: today, principal, fees, charged, waived, why });
    }

    fn pay_from(&mut self, item: ItemNo, funds: &mut Funds) {
        self.pay_item(item, &mut funds.credit);
        self.pay_item(item, &mut funds.cash);
    }

    /// Charges something that is on no bill and pays it at once.
    fn charge(&mut self, income: Books, amount: Money, line: Line, about: About, funds: &mut Funds) {
        let mut left = amount;
        for purse in [&mut funds.credit, &mut funds.cash] {
            let part = left.at_most(purse.left);
            if part.is_positive() {
                self.book.post(self.today, income, purse.source(), part, line, about, purse.why);
                purse.left -= part;
                left -= part;
            }
        }
    }

    fn free_funds(&mut self, funds: &Funds) {
        self.free_paid(&funds.credit);
        self.free_paid(&funds.cash);
    }

    pub(super) fn settle_all(&mut self) -> Step {
        let owed = self.book.sums().debt + self.accrued_interest();
        if owed.is_zero() {
            return Err(Refusal::NothingToSettle.into());
        }
        let before = self.book.sums();
        let credit = before.credit;
        let why = self.explain(|| {
            Explanation::new("settle.all", Value::Money(owed))
                .input("outstanding", Value::Money(owed))
                .input("creditBalance", Value::Money(credit))
        });
        let mut funds = Funds {
            credit: Purse::credit(credit, About::Account, why),
            cash: Purse::cash(ANY_AMOUNT, About::Account, why),
        };
        self.settle_plans(&mut funds);
        self.settle_bills(&mut funds);
        self.settle_unbilled(&mut funds);
        self.free_funds(&funds);
        Ok(Done { paid: Some(self.book.sums().cash - before.cash), why: Some(why), ..Done::default() })
    }

    fn settle_plans(&mut self, funds: &mut Funds) {
        for no in core::mem::take(&mut self.running_plans) {
            let quote = self.plan_quote(no);
            if quote.unbilled_rows > 0 {
                let why = self.explain_quote(no, &quote);
                let all = funds.cash.why;
                (funds.credit.why, funds.cash.why) = (why, why);
                self.execute_settlement(no, quote, funds);
                (funds.credit.why, funds.cash.why) = (all, all);
            }
        }
    }

    fn settle_bills(&mut self, funds: &mut Funds) {
        for bill in self.open_bills.clone() {
            self.pay_bill(bill, &mut funds.credit);
            self.pay_bill(bill, &mut funds.cash);
        }
    }

    fn settle_unbilled(&mut self, funds: &mut Funds) {
        self.pay_unbilled(&mut funds.credit);
        self.pay_unbilled(&mut funds.cash);
        for (origin, amount) in self.interest_due() {
            let why = self.explain_interest(origin, amount);
            (funds.credit.why, funds.cash.why) = (why, why);
            self.charge(Books::Interest, amount, Line::Interest, About::Bill(origin), funds);
        }
    }

    /// Interest on what has moved that is not posted yet, up to today.
    pub(super) fn accrued_interest(&mut self) -> Money {
        let (today, rounding) = (self.today, self.rounding());
        let unposted = |(_, clock): (BillNo, &mut crate::ledger::Clock)| {
            let mut clock = clock.clone();
            clock.count_to(today);
            clock.post(rounding)
        };
        self.book.interest_clocks().map(unposted).sum()
    }
}
