//! The balances: tables of purchases, plans, bills and items, and the one door through which they change.
//!
//! What is not here: rules. A caller decides what to post; the book keeps it balanced.

use std::rc::Rc;

use crate::date::Date;
use crate::explain::WhyId;
use crate::ledger::journal::{About, Account, Change, Entry, FreezeChange, LimitPart, Line, Place, Reading};
use crate::ledger::{Bill, BillNo, Clock, Item, ItemNo, Plan, PlanNo, Purchase, PurchaseNo};
use crate::money::Money;
use crate::terms::BillPart;

/// Sums of the whole run, as the accounts hold them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// Paid to merchants.
    pub purchases: Money,
    /// Earned in fees, those waived at a settlement among them.
    pub fees: Money,
    /// Earned in interest.
    pub interest: Money,
    /// Earned in penalties.
    pub penalties: Money,
    /// Cash paid.
    pub cash: Money,
    /// Refunds received.
    pub refunds: Money,
    /// Fees waived or given back.
    pub waived: Money,
    /// Credit balance.
    pub credit: Money,
    /// Everything owed: principal, billed fees, interest, penalties.
    pub debt: Money,
}

/// The credit limit on one reading. `granted = available + used + held`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LimitBalance {
    /// The credit limit.
    pub granted: Money,
    /// Free; below zero when the limit was cut under what is used.
    pub available: Money,
    /// Taken by principal that is not repaid.
    pub used: Money,
    /// No longer used, not yet usable.
    pub held: Money,
}

/// The books of one account.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Everything that happened, in order; nothing if only the balances are wanted.
    journal: Option<Vec<Change>>,
    sums: Sums,
    limits: [LimitBalance; 2],
    /// How many freezes are in force, by reading.
    freezes: [u32; 2],
    /// Purchases, by number; a refused purchase has no place here.
    pub purchases: Vec<Option<Purchase>>,
    /// Plans, by number. A copy of the books shares those that neither side changes.
    pub plans: Vec<Rc<Plan>>,
    /// Bills, by number.
    pub bills: Vec<Bill>,
    items: Vec<Item>,
    /// Purchases whose principal has gone since this was last looked at.
    cleared: Vec<PurchaseNo>,
    /// Bills on which nothing is left since this was last looked at.
    settled: Vec<BillNo>,
}

impl Book {
    /// Empty books with a place for so many purchases, with a journal or with balances only.
    pub fn with_purchases(count: usize, journal: bool) -> Book {
        Book { journal: journal.then(Vec::new), purchases: vec![None; count], ..Book::default() }
    }

    /// Everything that happened, in order.
    pub fn journal(&self) -> &[Change] {
        self.journal.as_deref().unwrap_or_default()
    }

    /// Whether what happens is written down.
    pub fn keeps_journal(&self) -> bool {
        self.journal.is_some()
    }

    /// The sums so far.
    pub fn sums(&self) -> Sums {
        self.sums
    }

    /// The limit on a reading.
    pub fn limit(&self, reading: Reading) -> LimitBalance {
        self.limits[reading as usize]
    }

    /// What can be spent on a reading: never below zero, and nothing while frozen.
    pub fn usable(&self, reading: Reading) -> Money {
        match self.freezes[reading as usize] {
            0 => self.limit(reading).available.not_negative(),
            _ => Money::ZERO,
        }
    }

    /// Empties the journal. The balances stay.
    pub fn forget_journal(&mut self) {
        self.journal.iter_mut().for_each(Vec::clear);
    }

    /// The number of pieces of debt.
    pub fn items(&self) -> usize {
        self.items.len()
    }

    /// A piece of debt.
    #[inline(always)]
    pub fn item(&self, no: ItemNo) -> &Item {
        &self.items[no.index()]
    }

    /// A purchase that was accepted.
    ///
    /// # Panics
    /// On a purchase that was refused.
    pub fn purchase(&self, no: PurchaseNo) -> &Purchase {
        self.purchases[no.index()].as_ref().expect("only accepted purchases are on the books")
    }

    /// As [`Book::purchase`], to change it.
    ///
    /// # Panics
    /// On a purchase that was refused.
    pub fn purchase_mut(&mut self, no: PurchaseNo) -> &mut Purchase {
        self.purchases[no.index()].as_mut().expect("only accepted purchases are on the books")
    }

    /// A bill.
    #[inline(always)]
    pub fn bill(&self, no: BillNo) -> &Bill {
        &self.bills[no.index()]
    }

    /// A bill, to change it.
    #[inline(always)]
    pub fn bill_mut(&mut self, no: BillNo) -> &mut Bill {
        &mut self.bills[no.index()]
    }

    /// A plan.
    pub fn plan(&self, no: PlanNo) -> &Plan {
        &self.plans[no.index()]
    }

    /// A plan, to change it.
    pub fn plan_mut(&mut self, no: PlanNo) -> &mut Plan {
        Rc::make_mut(&mut self.plans[no.index()])
    }

    /// Adds a piece of debt that so far is nothing.
    pub fn add_item(&mut self, item: Item) -> ItemNo {
        let no = ItemNo(self.items.len() as u32);
        debug_assert!(item.balance.is_zero(), "a balance comes from a posting");
        if let (BillPart::Principal, Some(purchase)) = (item.part, item.purchase) {
            self.purchase_mut(purchase).items.push(no);
        }
        self.items.push(item);
        no
    }

    /// Notes that a part of a piece of debt was repaid, or that a repaid part was refunded.
    pub fn change_repaid(&mut self, no: ItemNo, by: Money) {
        self.items[no.index()].repaid += by;
    }

    /// The account of a piece of debt where it stands now.
    pub fn debt(&self, no: ItemNo) -> Account {
        Account::Debt(no, self.item(no).place)
    }

    /// Purchases whose principal has gone since the last call.
    pub fn take_cleared(&mut self) -> Vec<PurchaseNo> {
        core::mem::take(&mut self.cleared)
    }

    /// Bills on which nothing is left since the last call.
    pub fn take_settled(&mut self) -> Vec<BillNo> {
        core::mem::take(&mut self.settled)
    }

    /// Records that a freeze began or ended.
    pub fn record_freeze(&mut self, date: Date, change: FreezeChange) {
        for (reading, count) in Reading::ALL.iter().zip(&mut self.freezes) {
            if change.readings.include(*reading) {
                *count = if change.begins { *count + 1 } else { *count - 1 };
            }
        }
        if let Some(journal) = &mut self.journal {
            journal.push(Change::Freeze(date, change));
        }
    }

    /// Posts one balanced entry and changes both balances.
    #[allow(clippy::too_many_arguments, reason = "an entry has this many parts, and one maker")]
    pub fn post(
        &mut self,
        date: Date,
        from: Account,
        to: Account,
        amount: Money,
        line: Line,
        about: About,
        why: WhyId,
    ) {
        assert!(amount >= Money::ZERO, "an entry moves nothing or something");
        self.change(date, from, -amount);
        self.change(date, to, amount);
        if let Some(journal) = &mut self.journal {
            journal.push(Change::Entry(Entry { date, from, to, amount, line, about, why }));
        }
    }

    /// What an account holds changes. The sums of what came from outside count what went out of its account.
    fn change(&mut self, date: Date, account: Account, by: Money) {
        let sums = &mut self.sums;
        match account {
            Account::Merchant => sums.purchases -= by,
            Account::Fees => sums.fees -= by,
            Account::Interest => sums.interest -= by,
            Account::Penalties => sums.penalties -= by,
            Account::Refunds => sums.refunds += by,
            Account::Cash => sums.cash += by,
            Account::Credit => sums.credit -= by,
            Account::Waived => sums.waived += by,
            Account::Debt(item, place) => self.change_debt(date, item, place, by),
            Account::Limit(readings, part) => self.change_limit(readings, part, by),
        }
    }

    fn change_limit(&mut self, readings: super::Readings, part: LimitPart, by: Money) {
        for (reading, limit) in Reading::ALL.iter().zip(&mut self.limits) {
            if !readings.include(*reading) {
                continue;
            }
            match part {
                LimitPart::Granted => limit.granted -= by,
                LimitPart::Available => limit.available += by,
                LimitPart::Used => limit.used += by,
                LimitPart::Held => limit.held += by,
            }
        }
    }

    fn change_debt(&mut self, date: Date, no: ItemNo, place: Place, by: Money) {
        self.sums.debt += by;
        let item = &mut self.items[no.index()];
        if let (Place::Moved, Place::Billed(bill), None) = (place, item.place, item.origin) {
            item.origin = Some(bill);
        }
        item.balance += by;
        item.place = place;
        assert!(item.balance >= Money::ZERO, "nobody pays more on a piece of debt than it is");
        let item = *item;
        if item.part == BillPart::Principal {
            self.change_principal(date, &item, by);
        }
        if let Place::Billed(bill) = place {
            self.change_bill(date, bill, &item, by);
        }
    }

    fn change_principal(&mut self, date: Date, item: &Item, by: Money) {
        if let Some(no) = item.purchase {
            let purchase = self.purchase_mut(no);
            purchase.principal += by;
            if purchase.principal.is_zero() {
                self.cleared.push(no);
            }
        }
        match (item.origin, item.place) {
            (Some(origin), _) => {
                if let Some(clock) = &mut self.bill_mut(origin).interest {
                    clock.change(date, by);
                }
            }
            (None, Place::Billed(bill)) => self.bill_mut(bill).penalty.change(date, by),
            (None, _) => {}
        }
    }

    fn change_bill(&mut self, date: Date, no: BillNo, item: &Item, by: Money) {
        let bill = self.bill_mut(no);
        bill.remaining += by;
        if item.is_plain() {
            bill.plain += by;
        }
        if bill.remaining.is_positive() {
            bill.settled_on = None;
        } else if bill.settled_on.is_none() {
            bill.settled_on = Some(date);
            self.settled.push(no);
        }
    }

    /// Bills with a clock for interest on what has moved off them.
    pub fn interest_clocks(&mut self) -> impl Iterator<Item = (BillNo, &mut Clock)> {
        self.bills
            .iter_mut()
            .enumerate()
            .filter_map(|(index, bill)| bill.interest.as_mut().map(|clock| (BillNo(index as u32), clock)))
    }
}
