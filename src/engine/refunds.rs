//! Refunds: their class, what they are taken off, and the hold on their limit.
//!
//! What is not here: windows and classes themselves (see `refund`).

use crate::date::Date;
use crate::event::{Channel, Refund, Refusal};
use crate::explain::WhyId;
use crate::installment;
use crate::ledger::{
    About, Account as Books, BillNo, Cause, FreezeKind, ItemNo, Line, Place, PlanNo, PurchaseNo, Reading,
    Readings,
};
use crate::money::Money;
use crate::refund::{self, Class, ClassView, Return, WindowView};
use crate::risk;
use crate::terms::RefundRule;

use super::agenda::Release;
use super::{Account, Done, Step};

/// What must happen before a refund's limit comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundNeeds {
    /// The rest of that purchase must be repaid.
    RestSettled,
    /// An appeal must be made.
    Appeal,
}

/// A refund that happened.
#[derive(Clone, Debug)]
pub struct RefundRecord {
    /// Index of the event in the input.
    pub event: usize,
    /// The purchase.
    pub purchase: PurchaseNo,
    /// Day.
    pub date: Date,
    /// Amount.
    pub amount: Money,
    /// Class.
    pub class: Class,
    /// Where the goods are returned.
    pub channel: Channel,
    /// Whether the goods came back from another address than they were sent to.
    pub address_differs: bool,
    /// Taken off what was on no bill.
    pub to_unbilled: Money,
    /// Taken off billed principal.
    pub to_billed: Money,
    /// Became credit balance.
    pub to_credit: Money,
    /// Fees of unbilled rows that fell away.
    pub fees_cancelled: Money,
    /// The window, apart from any condition.
    pub window: Option<Return>,
    /// First day on which the limit is usable, at best.
    pub possible: Option<Date>,
    /// First day on which the limit is usable, for sure.
    pub guaranteed: Option<Date>,
    /// What must happen first.
    pub needs: Option<RefundNeeds>,
    /// The day on which it happened.
    pub met_on: Option<Date>,
    /// Explanation.
    pub why: WhyId,
}

impl RefundRecord {
    /// What is held until the window.
    pub fn held(&self) -> Money {
        self.to_unbilled + self.to_billed
    }
}

/// What a refund took off where.
#[derive(Clone, Copy, Debug, Default)]
struct Taken {
    unbilled: Money,
    billed: Money,
    credit: Money,
    fees: Money,
}

impl Account<'_> {
    pub(super) fn refund(&mut self, event: usize, refund: &Refund) -> Step {
        if self.book.purchases[refund.purchase.index()].is_none() {
            return Err(Refusal::PurchaseNotAccepted.into());
        }
        let record = self.new_record(event, refund);
        let (class, why) = (record.class, record.why);
        let taken = self.take_off(refund, why);
        let record = RefundRecord {
            to_unbilled: taken.unbilled,
            to_billed: taken.billed,
            to_credit: taken.credit,
            fees_cancelled: taken.fees,
            ..record
        };
        self.hold_refund(record);
        if class == Class::Malicious {
            self.begin_permanent(why);
        }
        Ok(Done { why: Some(why), ..Done::default() })
    }

    fn count_of_the_day(&mut self) -> i64 {
        let (day, count) = self.refunds_of_the_day;
        let count = if day == self.today { count + 1 } else { 1 };
        self.refunds_of_the_day = (self.today, count);
        count
    }

    fn new_record(&mut self, event: usize, refund: &Refund) -> RefundRecord {
        let (today, terms) = (self.today, self.terms);
        let of_the_day = self.count_of_the_day();
        let purchase = self.book.purchase_mut(refund.purchase);
        purchase.refunded += refund.amount;
        let of = ClassView { of_the_day, purchase: purchase.amount, refunded: purchase.refunded };
        let class = refund::classify(refund, today, of, terms);
        let window = self.window_of(class, refund.channel);
        let channel = refund.channel;
        let view = WindowView { class, channel, day: today, amount: refund.amount, of, days: window };
        let why = self.explain(|| refund::explain(&view, refund, terms));
        let needs = match class {
            Class::Normal => None,
            Class::Partial => Some(RefundNeeds::RestSettled).filter(|_| self.resets_until(today).is_none()),
            Class::Malicious => Some(RefundNeeds::Appeal),
        };
        RefundRecord {
            event,
            purchase: refund.purchase,
            date: today,
            amount: refund.amount,
            class,
            channel,
            address_differs: refund.address_differs,
            to_unbilled: Money::ZERO,
            to_billed: Money::ZERO,
            to_credit: Money::ZERO,
            fees_cancelled: Money::ZERO,
            window,
            possible: window.map(|days| days.possible).filter(|_| needs.is_none()),
            guaranteed: window.map(|days| days.guaranteed).filter(|_| needs.is_none()),
            needs,
            met_on: None,
            why,
        }
    }

    /// The day until which the whole limit is unusable after a refund, where the terms say so.
    fn resets_until(&self, day: Date) -> Option<Date> {
        (self.terms.refund_rule.at(day).value == RefundRule::ResetNextMonth).then(|| refund::reset_day(day))
    }

    fn window_of(&self, class: Class, channel: Channel) -> Option<Return> {
        let window = refund::window(class, channel, self.terms)?;
        Some(match self.resets_until(self.today) {
            Some(day) => Return { shown: day, possible: day, guaranteed: day, estimated: false },
            None => refund::return_days(window, self.today),
        })
    }

    /// Takes a refund off the debts in order, and makes the rest credit balance.
    fn take_off(&mut self, refund: &Refund, why: WhyId) -> Taken {
        let mut left = refund.amount;
        let unbilled = self.take_off_unbilled(refund.purchase, &mut left, why);
        let billed = self.take_off_billed(refund.purchase, &mut left, why);
        if left.is_positive() {
            self.make_credit(refund.purchase, left, why);
        }
        let plans = self.plans_of(refund.purchase);
        let fees = plans.into_iter().map(|plan| self.renew_fees(plan)).sum();
        self.return_billed_fees(refund.purchase, why);
        Taken { unbilled, billed, credit: left, fees }
    }

    fn reduce(&mut self, item: ItemNo, amount: Money, purchase: PurchaseNo, why: WhyId) {
        if amount.is_positive() {
            let from = self.book.debt(item);
            let about = About::Purchase(purchase);
            self.book.post(self.today, from, Books::Refunds, amount, Line::Refund, about, why);
            if let Some((plan, row)) = self.book.item(item).row {
                let plan = self.book.plan_mut(plan);
                plan.refunded += amount;
                if plan.rows[row].bill.is_none() {
                    plan.rows[row].principal -= amount;
                }
            }
        }
    }

    /// What was repaid already becomes credit balance; it was principal of the pieces that were made last.
    fn make_credit(&mut self, no: PurchaseNo, amount: Money, why: WhyId) {
        let about = About::Purchase(no);
        self.book.post(self.today, Books::Credit, Books::Refunds, amount, Line::Refund, about, why);
        let mut left = amount;
        for item in self.book.purchase(no).items.clone().iter().rev() {
            let piece = *self.book.item(item);
            let part = piece.repaid.at_most(left);
            self.book.change_repaid(item, -part);
            left -= part;
            if let Some((plan, _)) = piece.row {
                self.book.plan_mut(plan).refunded += part;
            }
        }
    }

    /// The plans that principal of a purchase is in.
    fn plans_of(&self, no: PurchaseNo) -> Vec<PlanNo> {
        let rows = self.book.purchase(no).items.iter().filter_map(|item| self.book.item(item).row);
        let mut plans: Vec<PlanNo> = rows.map(|(plan, _)| plan).collect();
        plans.dedup();
        plans
    }

    /// What is on no bill: what moved off bills, the purchase itself, then rows of plans.
    fn take_off_unbilled(&mut self, no: PurchaseNo, left: &mut Money, why: WhyId) -> Money {
        let before = *left;
        let items = self.book.purchase(no).items.clone();
        let mut rows: Vec<ItemNo> = Vec::new();
        for item in items.iter() {
            let piece = *self.book.item(item);
            match (piece.place, piece.row) {
                (Place::Moved | Place::Unbilled, _) => {
                    let amount = piece.balance.at_most(*left);
                    self.reduce(item, amount, no, why);
                    *left -= amount;
                }
                (Place::Planned, Some(_)) if piece.balance.is_positive() => rows.push(item),
                _ => {}
            }
        }
        self.take_off_rows(no, &rows, left, why);
        before - *left
    }

    fn take_off_rows(&mut self, no: PurchaseNo, rows: &[ItemNo], left: &mut Money, why: WhyId) {
        let has: Vec<Money> = rows.iter().map(|&item| self.book.item(item).balance).collect();
        let amount = left.at_most(has.iter().copied().sum());
        if amount.is_zero() {
            return;
        }
        let how = self.terms.refund_spread.at(self.today).value;
        for (&item, part) in rows.iter().zip(refund::spread(amount, &has, how)) {
            self.reduce(item, part, no, why);
        }
        *left -= amount;
    }

    /// Works the fees of a plan's unbilled rows out anew; gives by how much they fell.
    fn renew_fees(&mut self, no: PlanNo) -> Money {
        let plan = self.book.plan(no);
        let offer = self.terms.offer(plan.rows.len() as u32).expect("a plan was made on an offer");
        let formula = self.formula(offer, plan.date);
        let base = plan.principal - plan.refunded;
        let principals: Vec<Money> = plan.rows.iter().map(|row| row.principal).collect();
        let fees = installment::fees(base, &principals, &formula);
        let mut fell = Money::ZERO;
        let plan = self.book.plan_mut(no);
        for (row, fee) in plan.rows.iter_mut().zip(fees) {
            if row.bill.is_none() && !row.cancelled {
                fell += row.fee - fee;
                row.fee = fee;
                row.cancelled = row.principal.is_zero();
            }
        }
        fell
    }

    /// Billed and unpaid principal of the purchase, newest bill first.
    fn take_off_billed(&mut self, no: PurchaseNo, left: &mut Money, why: WhyId) -> Money {
        let before = *left;
        let mut billed: Vec<(BillNo, ItemNo)> = Vec::new();
        for item in self.book.purchase(no).items.iter() {
            let piece = self.book.item(item);
            if let (Place::Billed(bill), true) = (piece.place, piece.balance.is_positive()) {
                let place = billed.partition_point(|&(newer, _)| newer >= bill);
                billed.insert(place, (bill, item));
            }
        }
        for (bill, item) in billed {
            let amount = self.book.item(item).balance.at_most(*left);
            if amount.is_positive() {
                self.post_penalty(bill);
                self.reduce(item, amount, no, why);
                *left -= amount;
            }
        }
        before - *left
    }

    /// Where the terms give billed fees back: the share of them that belongs to what was refunded.
    fn return_billed_fees(&mut self, no: PurchaseNo, why: WhyId) {
        if !self.terms.refund_billed_fees.at(self.today).value {
            return;
        }
        let first = self.book.purchase(no).items.iter().next();
        let row = first.and_then(|item| self.book.item(item).row);
        if let Some((plan, _)) = row {
            self.return_fees_of(plan, no, why);
        }
    }

    fn return_fees_of(&mut self, no: PlanNo, purchase: PurchaseNo, why: WhyId) {
        let plan = self.book.plan(no);
        let billed: Money = plan.rows.iter().filter(|row| row.bill.is_some()).map(|row| row.fee).sum();
        let refunded = self.book.purchase(purchase).refunded;
        let share = billed.share(refunded, plan.principal);
        let mut left = (share - plan.fees_returned).not_negative();
        let fee_items: Vec<ItemNo> = plan.rows.iter().rev().filter_map(|row| row.fee_item).collect();
        self.book.plan_mut(no).fees_returned += left;
        for item in fee_items {
            let amount = self.book.item(item).balance.at_most(left);
            if amount.is_positive() {
                let from = self.book.debt(item);
                let about = About::Plan(no);
                self.book.post(self.today, from, Books::Waived, amount, Line::FeeReturned, about, why);
                left -= amount;
            }
        }
        if left.is_positive() {
            let about = About::Plan(no);
            self.book.post(self.today, Books::Credit, Books::Waived, left, Line::FeeReturned, about, why);
        }
    }

    /// Holds the limit of a refund until its window, or until what it waits for.
    fn hold_refund(&mut self, record: RefundRecord) {
        let index = self.refunds.len();
        let (held, about, why) = (record.held(), About::Purchase(record.purchase), record.why);
        self.hold(Readings::Both, held, Cause::RefundHeld, about, why);
        if let (Some(possible), Some(guaranteed)) = (record.possible, record.guaranteed) {
            self.release_refund(held, [possible, guaranteed], about, why);
        }
        let (needs, purchase, class) = (record.needs, record.purchase, record.class);
        self.refunds.push(record);
        match needs {
            Some(RefundNeeds::RestSettled) => {
                self.unmet[purchase.index()].push(index);
                self.meet_condition(purchase);
            }
            Some(RefundNeeds::Appeal) => self.unappealed.push(index),
            None => {}
        }
        if class != Class::Malicious
            && let Some(day) = self.resets_until(self.today)
        {
            self.reset_limit(day, why);
        }
    }

    fn release_refund(&mut self, amount: Money, days: [Date; 2], about: About, why: WhyId) {
        for (reading, day) in Reading::ALL.into_iter().zip(days) {
            let readings = Readings::One(reading);
            let release = Release { readings, amount, cause: Cause::RefundUsable, about, why };
            self.release_from(day, release);
        }
    }

    /// The rest of a purchase is repaid: refunds that waited for it come back with their window.
    pub(super) fn meet_condition(&mut self, purchase: PurchaseNo) {
        if !self.book.purchase(purchase).principal.is_zero() {
            return;
        }
        for index in core::mem::take(&mut self.unmet[purchase.index()]) {
            let today = self.today;
            let record = &mut self.refunds[index];
            let Some(window) = record.window else { continue };
            let days = [window.possible.max(today), window.guaranteed.max(today)];
            record.met_on = Some(today);
            [record.possible, record.guaranteed] = days.map(Some);
            let (held, why) = (record.held(), record.why);
            self.release_refund(held, days, About::Purchase(purchase), why);
        }
    }

    /// An appeal: malicious refunds come back when the freeze that they caused ends.
    pub(super) fn appeal(&mut self) -> Step {
        if !Reading::ALL.iter().any(|&reading| self.freezes.holds_any(reading)) {
            return Err(Refusal::NothingToAppeal.into());
        }
        let days = risk::appeal_end(self.today, self.terms);
        self.end_permanent_after_appeal(days);
        for index in core::mem::take(&mut self.unappealed) {
            let today = self.today;
            let record = &mut self.refunds[index];
            record.met_on = Some(today);
            [record.possible, record.guaranteed] = days.map(Some);
            let (held, about, why) = (record.held(), About::Purchase(record.purchase), record.why);
            self.release_refund(held, days, about, why);
        }
        let (today, terms) = (self.today, self.terms);
        let why = self.explain(|| risk::explain_freeze(FreezeKind::Permanent, today, terms));
        Ok(Done { why: Some(why), ..Done::default() })
    }
}
