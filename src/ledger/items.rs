//! What is owed, piece by piece: purchases, plans, bills, and the items that they are made of.
//!
//! What is not here: how they change (see `book`) and why (see the rules).

use std::rc::Rc;

use crate::date::{Date, Month};
use crate::explain::WhyId;
use crate::ledger::{Clock, Place};
use crate::money::Money;
use crate::terms::{BillPart, FeeMethod, SettleRule};
use rust_decimal::Decimal;

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            /// The index in its table.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

number!(
    /// Number of a purchase, in the order of the scenario's purchases.
    PurchaseNo
);
number!(
    /// Number of a plan, in the order in which plans began.
    PlanNo
);
number!(
    /// Number of a bill, the oldest first.
    BillNo
);
number!(
    /// Number of a piece of debt.
    ItemNo
);

/// A piece of debt. It keeps its identity while it moves from place to place.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// What part of a bill it is.
    pub part: BillPart,
    /// The purchase whose principal it is.
    pub purchase: Option<PurchaseNo>,
    /// The plan, and the index of its row.
    pub row: Option<(PlanNo, usize)>,
    /// The bill of origin, once it has moved off it: then it bears interest on that bill's clock.
    pub origin: Option<BillNo>,
    /// Where it stands.
    pub place: Place,
    /// What is still owed of it.
    pub balance: Money,
    /// What was repaid of it and has not been refunded since.
    pub repaid: Money,
}

/// A purchase that was accepted.
#[derive(Clone, Debug)]
pub struct Purchase {
    /// Its id.
    pub id: Rc<str>,
    /// Its day.
    pub date: Date,
    /// Its amount.
    pub amount: Money,
    /// Refunded so far.
    pub refunded: Money,
    /// Principal of it that is not repaid, wherever it stands.
    pub principal: Money,
    /// The pieces of that principal, in the order in which they were made.
    pub items: Pieces,
}

/// One row of a plan.
#[derive(Clone, Debug)]
pub struct PlanRow {
    /// The statement that carries it.
    pub statement: Date,
    /// The due date of that statement.
    pub due: Date,
    /// Principal, after refunds.
    pub principal: Money,
    /// Fee, after refunds.
    pub fee: Money,
    /// What it asked for, principal and fee, when the plan began: refunds leave it as it is.
    pub first_payment: Money,
    /// The pieces of its principal, one for each purchase behind it.
    pub items: Pieces,
    /// Its fee, once on a bill.
    pub fee_item: Option<ItemNo>,
    /// The bill that carries it.
    pub bill: Option<BillNo>,
    /// Whether it was settled or refunded away before it was billed.
    pub cancelled: bool,
    /// Explanation of its figures.
    pub why: WhyId,
}

/// An early settlement that was executed.
#[derive(Clone, Debug)]
pub struct PlanSettlement {
    /// Day.
    pub date: Date,
    /// Principal paid.
    pub principal: Money,
    /// Fees paid, billed ones among them.
    pub fees: Money,
    /// Fees charged that were on no bill.
    pub charged: Money,
    /// Fees waived.
    pub waived: Money,
    /// Explanation.
    pub why: WhyId,
}

/// An instalment plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its id: that of its purchase or of the conversion.
    pub id: Rc<str>,
    /// The purchase, for a plan made at a purchase.
    pub purchase: Option<PurchaseNo>,
    /// The bill, for a plan made by conversion.
    pub bill: Option<BillNo>,
    /// Day on which it began.
    pub date: Date,
    /// Original principal.
    pub principal: Money,
    /// Principal refunded since.
    pub refunded: Money,
    /// How the fee is worked out.
    pub method: FeeMethod,
    /// The rate that the method takes.
    pub rate: Decimal,
    /// What settling early costs.
    pub settle: SettleRule,
    /// Rows.
    pub rows: Vec<PlanRow>,
    /// Billed fees given back so far.
    pub fees_returned: Money,
    /// The early settlement.
    pub settlement: Option<PlanSettlement>,
}

impl Item {
    /// Whether it is principal of a purchase in full that has not moved.
    pub fn is_plain(&self) -> bool {
        self.part == BillPart::Principal && self.row.is_none() && self.origin.is_none()
    }
}

impl Plan {
    /// Rows that are on no bill and not cancelled, with their indices.
    pub fn unbilled_rows(&self) -> impl Iterator<Item = (usize, &PlanRow)> {
        self.rows.iter().enumerate().filter(|(_, row)| row.bill.is_none() && !row.cancelled)
    }
}

/// Pieces of debt in the order in which they were made. Those that were made in a row are kept as a range.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    first: u32,
    count: u32,
    others: Vec<ItemNo>,
}

impl Pieces {
    /// Appends a piece.
    pub fn push(&mut self, item: ItemNo) {
        if self.count == 0 {
            self.first = item.0;
        }
        if self.others.is_empty() && item.0 == self.first + self.count {
            self.count += 1;
        } else {
            self.others.push(item);
        }
    }

    /// The pieces.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = ItemNo> + '_ {
        (self.first..self.first + self.count).map(ItemNo).chain(self.others.iter().copied())
    }
}

/// Pieces of debt in the order in which they are paid. Those at the front that are paid are passed once.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    items: Vec<ItemNo>,
    head: usize,
}

impl Queue {
    /// Appends a piece.
    pub fn push(&mut self, item: ItemNo) {
        self.items.push(item);
    }

    /// The pieces that may still be owed, in order.
    pub fn open(&self) -> &[ItemNo] {
        &self.items[self.head..]
    }

    /// Passes over the first piece for good.
    pub fn pass(&mut self) {
        self.head += 1;
    }

    /// Takes everything out.
    pub fn take(&mut self) -> Vec<ItemNo> {
        self.head = 0;
        core::mem::take(&mut self.items)
    }

    /// Whether nothing was ever put in since it was last emptied.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}

/// How the unpaid rest of a bill went to the next statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// By a minimum payment.
    Revolved,
    /// By a postponement.
    Postponed,
}

/// One month's bill.
#[derive(Clone, Debug)]
pub struct Bill {
    /// Month of the statement.
    pub month: Month,
    /// Day on which it was closed.
    pub statement: Date,
    /// Last day to pay on time.
    pub due: Date,
    /// Last day of grace.
    pub grace_end: Date,
    /// Sum of its lines up to the close.
    pub total: Money,
    /// Still to be paid.
    pub remaining: Money,
    /// What of it is purchases in full of its own, not yet paid: the part that can be converted.
    pub plain: Money,
    /// Cash paid on it after the close.
    pub paid: Money,
    /// Its pieces by part, in the order of [`BillPart`].
    pub queues: [Queue; 4],
    /// Penalty on its own principal.
    pub penalty: Clock,
    /// Interest on the principal that has moved off it.
    pub interest: Option<Clock>,
    /// How its rest has moved.
    pub moved: Option<Moved>,
    /// Day on which it became overdue.
    pub overdue_from: Option<Date>,
    /// Day on which nothing was left on it.
    pub settled_on: Option<Date>,
    /// Explanation of its dates.
    pub why: WhyId,
}

impl Bill {
    /// The pieces of one part.
    pub fn queue(&mut self, part: BillPart) -> &mut Queue {
        &mut self.queues[part as usize]
    }

    /// Whether it is overdue now.
    pub fn is_overdue(&self) -> bool {
        self.overdue_from.is_some() && self.settled_on.is_none()
    }

    /// Whether a day is between its statement and its due date, both included.
    pub fn is_payable_on(&self, day: Date) -> bool {
        (self.statement..=self.due).contains(&day)
    }
}
