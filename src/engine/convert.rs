//! Turning a part of a bill into an instalment plan.
//!
//! What is not here: the rows' amounts (see `installment`).

use std::rc::Rc;

use crate::date::Month;
use crate::event::Refusal;
use crate::explain::Value;
use crate::installment;
use crate::ledger::{About, BillNo, ItemNo, Line, Place, PlanNo, PurchaseNo};
use crate::limit;
use crate::money::Money;
use crate::terms::BillPart;

use super::buy::NewPlan;
use super::{Account, Done, Refused, Step};

/// A piece of a bill's plain purchases that becomes part of a plan.
#[derive(Clone, Copy)]
struct Piece {
    item: ItemNo,
    purchase: PurchaseNo,
    amount: Money,
}

impl Account<'_> {
    pub(super) fn convert(
        &mut self,
        month: Month,
        amount: Option<Money>,
        periods: u32,
        id: &Rc<str>,
    ) -> Step {
        let bill = self.payable_bill(month)?;
        let pieces = self.convertible(bill);
        let convertible: Money = pieces.iter().map(|piece| piece.amount).sum();
        let amount = amount.unwrap_or(convertible);
        let figures = vec![("amount", Value::Money(amount)), ("convertible", Value::Money(convertible))];
        if let Some(refusal) = self.conversion_refusal(bill, amount, convertible, periods) {
            return Err(Refused { refusal, figures });
        }
        let offer = self.terms.offer(periods).expect("what is offered has terms");
        let new = NewPlan { id: Rc::clone(id), purchase: None, bill: Some(bill), principal: amount, offer };
        let plan = self.begin_plan(&new);
        self.move_into_plan(plan, &take_first(&pieces, amount));
        let why = self.book.plan(plan).rows[0].why;
        Ok(Done { figures, why: Some(why), ..Done::default() })
    }

    fn conversion_refusal(
        &self,
        bill: BillNo,
        amount: Money,
        convertible: Money,
        periods: u32,
    ) -> Option<Refusal> {
        let in_window = self.book.bill(bill).is_payable_on(self.today);
        let offered = periods > 1 && limit::is_offered(amount, periods, self.today, self.terms);
        let reasons = [
            (!in_window, Refusal::OutsideWindow),
            (self.is_overdue(), Refusal::Overdue),
            (convertible.is_zero(), Refusal::ExceedsConvertible),
            (!offered, Refusal::PeriodsNotOffered),
            (amount > convertible, Refusal::ExceedsConvertible),
        ];
        reasons.into_iter().find(|(applies, _)| *applies).map(|(_, refusal)| refusal)
    }

    /// The unpaid plain purchases of a bill, in order. What moved onto it from an earlier bill is not plain.
    fn convertible(&self, bill: BillNo) -> Vec<Piece> {
        let queue = &self.book.bill(bill).queues[BillPart::Principal as usize];
        let piece = |&no: &ItemNo| {
            let item = self.book.item(no);
            let is_plain = item.place == Place::Billed(bill) && item.row.is_none() && item.origin.is_none();
            let purchase = item.purchase.filter(|_| is_plain && item.balance.is_positive())?;
            Some(Piece { item: no, purchase, amount: item.balance })
        };
        queue.open().iter().filter_map(piece).collect()
    }

    fn move_into_plan(&mut self, plan: PlanNo, pieces: &[Piece]) {
        let rows: Vec<Money> = self.book.plan(plan).rows.iter().map(|row| row.principal).collect();
        let amounts: Vec<Money> = pieces.iter().map(|piece| piece.amount).collect();
        for (row, shares) in installment::apportion(&rows, &amounts).into_iter().enumerate() {
            let why = self.book.plan(plan).rows[row].why;
            for (piece, share) in pieces.iter().zip(shares) {
                let item = self.add_principal(piece.purchase, Some((plan, row)), Place::Planned);
                self.book.plan_mut(plan).rows[row].items.push(item);
                let (from, to) = (self.book.debt(piece.item), self.book.debt(item));
                self.book.post(self.today, from, to, share, Line::Conversion, About::Plan(plan), why);
            }
        }
    }
}

/// The first pieces that add up to an amount, the last of them cut.
fn take_first(pieces: &[Piece], amount: Money) -> Vec<Piece> {
    let mut left = amount;
    let mut taken = Vec::new();
    for piece in pieces {
        let amount = piece.amount.at_most(left);
        left -= amount;
        if amount.is_positive() {
            taken.push(Piece { amount, ..*piece });
        }
    }
    taken
}
