//! Purchases, in full and in instalments.
//!
//! What is not here: conversion of a bill (see `convert`).

use std::rc::Rc;

use crate::billing;
use crate::date::Date;
use crate::event::Purchase;
use crate::explain::{Reference, Value, WhyId};
use crate::installment::{self, Formula, RowView};
use crate::ledger::{
    About, Account as Books, Cause, FreezeKind, Item, ItemNo, LimitPart, Line, Pieces, Place, Plan, PlanNo,
    PlanRow, PurchaseNo, Reading, Readings,
};
use crate::limit::{self, PurchaseView};
use crate::money::Money;
use crate::terms::{BillPart, Offer, Terms};

use super::{Account, Done, Refused, Step};

/// A plan that is about to begin.
pub(super) struct NewPlan<'p> {
    pub id: Rc<str>,
    /// The event that makes it.
    pub event: usize,
    pub purchase: Option<PurchaseNo>,
    pub bill: Option<crate::ledger::BillNo>,
    pub principal: Money,
    pub offer: &'p Offer,
}

impl Account<'_> {
    pub(super) fn buy(&mut self, event: usize, purchase: &Purchase) -> Step {
        let reading = self.scenario.assume;
        let view = self.purchase_view(purchase.amount, purchase.periods, purchase.merchant_supports, reading);
        if let Some(refusal) = limit::refusal(&view) {
            let figures = vec![
                ("amount", Value::Money(purchase.amount)),
                ("available", Value::Money(self.book.usable(reading))),
                ("periods", Value::Count(i64::from(purchase.periods))),
            ];
            return Err(Refused { refusal, figures });
        }
        Ok(self.commit_purchase(event, purchase))
    }

    /// The account as a purchase meets it now.
    pub(super) fn purchase_view(
        &self,
        amount: Money,
        periods: u32,
        merchant_supports: bool,
        reading: Reading,
    ) -> PurchaseView {
        PurchaseView {
            closed: self.closed,
            frozen: self.freezes.holds_other_than(FreezeKind::Overdue, reading),
            overdue: self.freezes.holds(FreezeKind::Overdue, reading)
                || (self.terms.overdue_blocks.at(self.today).value && self.is_overdue()),
            merchant_supports,
            offered: limit::is_offered(amount, periods, self.today, self.terms),
            available: self.book.limit(reading).available.not_negative(),
            amount,
        }
    }

    fn commit_purchase(&mut self, event: usize, purchase: &Purchase) -> Done {
        let (today, terms, amount) = (self.today, self.terms, purchase.amount);
        let why = self.explain(|| billing::explain_purchase(today, amount, terms));
        self.book.purchases[purchase.no.index()] = Some(crate::ledger::Purchase {
            id: Rc::clone(&purchase.id),
            date: today,
            amount,
            refunded: Money::ZERO,
            principal: Money::ZERO,
            items: Pieces::default(),
        });
        let about = About::Purchase(purchase.no);
        match terms.offer(purchase.periods).filter(|_| purchase.periods > 1) {
            None => self.put_unbilled(purchase.no, amount, why),
            Some(offer) => {
                let (id, no) = (Rc::clone(&purchase.id), Some(purchase.no));
                let plan = NewPlan { id, event, purchase: no, bill: None, principal: amount, offer };
                let plan = self.begin_plan(&plan);
                self.fund_plan(plan, purchase.no, why);
            }
        }
        let available = Books::Limit(Readings::Both, LimitPart::Available);
        let used = Books::Limit(Readings::Both, LimitPart::Used);
        self.book.post(today, available, used, amount, Line::Limit(Cause::Purchase), about, why);
        let interest_free = self.book.keeps_journal().then(|| billing::interest_free_days(today, terms));
        Done { interest_free, why: Some(why), ..Done::default() }
    }

    fn put_unbilled(&mut self, no: PurchaseNo, amount: Money, why: WhyId) {
        let item = self.add_principal(no, None, Place::Unbilled);
        self.unbilled.push(item);
        let to = self.book.debt(item);
        self.book.post(self.today, Books::Merchant, to, amount, Line::Purchase, About::Purchase(no), why);
    }

    /// Adds an empty piece of a purchase's principal.
    pub(super) fn add_principal(
        &mut self,
        purchase: PurchaseNo,
        row: Option<(PlanNo, usize)>,
        place: Place,
    ) -> ItemNo {
        self.book.add_item(Item {
            part: BillPart::Principal,
            purchase: Some(purchase),
            row,
            origin: None,
            place,
            balance: Money::ZERO,
            repaid: Money::ZERO,
        })
    }

    fn fund_plan(&mut self, plan: PlanNo, purchase: PurchaseNo, why: WhyId) {
        for row in 0..self.book.plan(plan).rows.len() {
            let principal = self.book.plan(plan).rows[row].principal;
            let item = self.add_principal(purchase, Some((plan, row)), Place::Planned);
            self.book.plan_mut(plan).rows[row].items.push(item);
            let to = self.book.debt(item);
            let about = About::Plan(plan);
            self.book.post(self.today, Books::Merchant, to, principal, Line::Purchase, about, why);
        }
    }

    /// Puts a plan with its rows on the books; their principal is still to be posted.
    pub(super) fn begin_plan(&mut self, new: &NewPlan<'_>) -> PlanNo {
        let day = self.today;
        let formula = self.formula(new.offer, day);
        let n = new.offer.periods as usize;
        let principals = installment::principals(new.principal, n, &formula);
        let fees = installment::fees(new.principal, &principals, &formula);
        let first = billing::statement_after(day, self.terms);
        let mut rows = Vec::with_capacity(n);
        let mut balance = new.principal;
        for (index, (&principal, &fee)) in principals.iter().zip(&fees).enumerate() {
            let (n, of, base, terms) = (index + 1, n, new.principal, self.terms);
            let why = self.explain(|| {
                let references = &plan_references(new.offer, terms, day);
                let view = RowView { n, of, base, balance, principal, fee, references };
                installment::explain_row(&view, &formula)
            });
            rows.push(self.new_row(first, index, principal, fee, why));
            balance -= principal;
        }
        self.enter_plan(new, &formula, rows)
    }

    fn new_row(&mut self, first: Date, index: usize, principal: Money, fee: Money, why: WhyId) -> PlanRow {
        let (statement, due) = self.coming_bill(first, index);
        PlanRow {
            statement,
            due,
            principal,
            fee,
            first_payment: principal + fee,
            items: Pieces::default(),
            fee_item: None,
            bill: None,
            cancelled: false,
            why,
        }
    }

    /// Statement and due date of a bill so many months after a first one. Plans that begin in the same month share
    /// these days, so they are kept.
    fn coming_bill(&mut self, first: Date, months: usize) -> (Date, Date) {
        if self.coming.first().is_none_or(|(kept, _)| *kept != first) {
            self.coming.clear();
        }
        for month in self.coming.len()..=months {
            let statement = billing::statement_in(first, month as u32);
            self.coming.push((statement, billing::due_date(statement, self.terms)));
        }
        self.coming[months]
    }

    fn enter_plan(&mut self, new: &NewPlan<'_>, formula: &Formula, rows: Vec<PlanRow>) -> PlanNo {
        let no = PlanNo(self.book.plans.len() as u32);
        for (index, row) in rows.iter().enumerate() {
            self.planned.push(row.statement, (no, index));
            self.agenda.stop_on(row.statement);
        }
        self.running_plans.push(no);
        self.plan_of[new.event] = Some(no);
        self.book.plans.push(Rc::new(Plan {
            id: Rc::clone(&new.id),
            purchase: new.purchase,
            bill: new.bill,
            date: self.today,
            principal: new.principal,
            refunded: Money::ZERO,
            method: formula.method,
            rate: formula.rate,
            settle: new.offer.settle.at(self.today).value,
            rows,
            fees_returned: Money::ZERO,
            settlement: None,
        }));
        no
    }

    /// How the amounts of a plan that begins on a day are worked out.
    pub(super) fn formula(&self, offer: &Offer, day: Date) -> Formula {
        Formula {
            method: offer.method.at(day).value,
            rate: offer.rate.at(day).value,
            remainder: self.terms.remainder.at(day).value,
            rounding: self.terms.rounding.at(day).value,
        }
    }
}

fn plan_references(offer: &Offer, terms: &Terms, day: Date) -> [Reference; 4] {
    [
        offer.method.at(day).reference.clone(),
        offer.rate.at(day).reference.clone(),
        terms.remainder.at(day).reference.clone(),
        terms.rounding.at(day).reference.clone(),
    ]
}
