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
        event: usize,
        month: Month,
        amount: Option<Money>,
        periods: u32,
        id: &Rc<str>,
    ) -> Step {
        let bill = self.payable_bill(month)?;
        let convertible = self.book.bill(bill).plain;
        let amount = amount.unwrap_or(convertible);
        let figures = vec![("amount", Value::Money(amount)), ("convertible", Value::Money(convertible))];
        if let Some(refusal) = self.conversion_refusal(bill, amount, convertible, periods) {
            return Err(Refused { refusal, figures });
        }
        let offer = self.terms.offer(periods).expect("what is offered has terms");
        let new =
            NewPlan { id: Rc::clone(id), event, purchase: None, bill: Some(bill), principal: amount, offer };
        let plan = self.begin_plan(&new);
        let pieces = self.first_plain_pieces(bill, amount);
        self.move_into_plan(plan, &pieces);
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

    /// The first unpaid purchases in full of a bill that add up to an amount, the last of them cut.
    fn first_plain_pieces(&self, bill: BillNo, amount: Money) -> Vec<Piece> {
        let mut left = amount;
        let mut pieces = Vec::new();
        for &no in self.book.bill(bill).queues[BillPart::Principal as usize].open() {
            let item = self.book.item(no);
            let amount = item.balance.at_most(left);
            let is_here = item.place == Place::Billed(bill) && item.is_plain();
            if let (true, true, Some(purchase)) = (is_here, amount.is_positive(), item.purchase) {
                left -= amount;
                pieces.push(Piece { item: no, purchase, amount });
            }
            if left.is_zero() {
                break;
            }
        }
        pieces
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
