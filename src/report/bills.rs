//! The lines of bills, and how each bill stands.
//!
//! What is not here: which day paying is recommended (a date of the bill, see `billing`).

use crate::date::Date;
use crate::explain::WhyId;
use crate::ledger::{About, Account, Bill, BillNo, Book, Change, Entry, Item, ItemNo, Line, Moved, Place};
use crate::money::Money;
use crate::terms::BillPart;

/// What a line of a bill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Principal left over by a minimum payment.
    Revolved,
    /// Principal of a postponed bill.
    Postponed,
    /// A purchase paid in full.
    Purchase,
    /// Principal of a plan row.
    PlanPrincipal,
    /// Fee of a plan row.
    PlanFee,
    /// Fees and interest that moved along with principal.
    MovedFee,
    /// Interest on principal that has moved.
    Interest,
    /// Refund, before the close or after it.
    Refund,
    /// Repayment before the close.
    EarlyRepayment,
    /// Credit balance used at the close.
    CreditBalance,
    /// Penalty, after the close.
    Penalty,
    /// Became an instalment plan, after the close.
    Conversion,
    /// Moved to the next statement, after the close.
    Moved,
    /// Repayment after the close.
    Repayment,
}

/// One line of a bill. Charges are above zero, credits below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BillLine {
    /// What it is.
    pub kind: LineKind,
    /// What it concerns.
    pub about: About,
    /// Number of the plan row, from 1.
    pub row: Option<usize>,
    /// Day.
    pub date: Date,
    /// Amount.
    pub amount: Money,
    /// Whether it came up to the close.
    pub in_total: bool,
    /// Explanation.
    pub why: WhyId,
}

/// How a bill stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BillStatus {
    /// Not past its due date, nothing paid.
    Open,
    /// Past its due date, within the days of grace.
    InGrace,
    /// Not past its due date, partly paid.
    PartlyPaid,
    /// Past the days of grace, nothing paid.
    Overdue,
    /// Past the days of grace, partly paid.
    PartlyPaidOverdue,
    /// Nothing is left on it.
    Paid,
    /// The minimum was paid; the rest has moved.
    Revolved,
    /// All of it has moved.
    Postponed,
}

/// How a bill stands at the end of a day.
pub fn bill_status(bill: &Bill, day: Date) -> BillStatus {
    match (bill.moved, bill.settled_on, bill.overdue_from, bill.paid.is_positive()) {
        (Some(Moved::Revolved), ..) => BillStatus::Revolved,
        (Some(Moved::Postponed), ..) => BillStatus::Postponed,
        (None, Some(_), ..) => BillStatus::Paid,
        (None, None, Some(_), true) => BillStatus::PartlyPaidOverdue,
        (None, None, Some(_), false) => BillStatus::Overdue,
        (None, None, None, _) if day > bill.due => BillStatus::InGrace,
        (None, None, None, true) => BillStatus::PartlyPaid,
        (None, None, None, false) => BillStatus::Open,
    }
}

/// The lines of every bill, by bill number.
pub fn bill_lines(book: &Book) -> Vec<Vec<BillLine>> {
    let mut fold =
        Fold { book, early: vec![Vec::new(); book.items()], lines: vec![Vec::new(); book.bills.len()] };
    for change in book.journal() {
        if let Change::Entry(entry) = change {
            fold.take(entry);
        }
    }
    fold.lines
}

struct Fold<'b> {
    book: &'b Book,
    /// Credits that each piece of debt had before it was put on a bill.
    early: Vec<Vec<BillLine>>,
    lines: Vec<Vec<BillLine>>,
}

impl Fold<'_> {
    fn take(&mut self, entry: &Entry) {
        match (entry.from, entry.to) {
            (Account::Debt(item, place), Account::Debt(_, Place::Billed(bill))) => {
                self.closed(entry, item, place, bill);
            }
            (Account::Debt(_, Place::Billed(bill)), _) => self.credited(entry, bill),
            (Account::Debt(item, Place::Unbilled | Place::Moved), _) => self.credited_early(entry, item),
            (_, Account::Debt(item, Place::Billed(bill))) => self.charged(entry, item, bill),
            _ => {}
        }
    }

    fn closed(&mut self, entry: &Entry, no: ItemNo, place: Place, bill: BillNo) {
        let early = core::mem::take(&mut self.early[no.index()]);
        let credits: Money = early.iter().map(|line| line.amount).sum();
        let item = self.book.item(no);
        let charge = BillLine {
            kind: charge_kind(self.book, item, place),
            about: entry.about,
            row: item.row.filter(|_| place == Place::Planned).map(|(_, row)| row + 1),
            date: entry.date,
            amount: entry.amount - credits,
            in_total: true,
            why: entry.why,
        };
        self.push(bill, charge);
        for line in early {
            self.push(bill, line);
        }
    }

    fn charged(&mut self, entry: &Entry, no: ItemNo, bill: BillNo) {
        let item = self.book.item(no);
        let kind = match item.part {
            BillPart::Penalty => LineKind::Penalty,
            BillPart::Interest => LineKind::Interest,
            BillPart::Fee | BillPart::Principal => LineKind::PlanFee,
        };
        self.push(
            bill,
            BillLine {
                kind,
                about: entry.about,
                row: item.row.map(|(_, row)| row + 1),
                date: entry.date,
                amount: entry.amount,
                in_total: kind != LineKind::Penalty,
                why: entry.why,
            },
        );
    }

    fn credited(&mut self, entry: &Entry, bill: BillNo) {
        let at_close = entry.line == Line::Credit && entry.about == About::Bill(bill);
        let kind = match (entry.line, entry.to) {
            (Line::Credit, _) if at_close => LineKind::CreditBalance,
            (Line::Refund | Line::FeeReturned, _) => LineKind::Refund,
            (_, Account::Debt(_, Place::Planned)) => LineKind::Conversion,
            (_, Account::Debt(_, Place::Moved)) => LineKind::Moved,
            _ => LineKind::Repayment,
        };
        let about = if kind == LineKind::Repayment { About::Account } else { entry.about };
        self.push(bill, credit_line(kind, about, entry, at_close));
    }

    fn credited_early(&mut self, entry: &Entry, item: ItemNo) {
        let kind = match entry.line {
            Line::Refund => LineKind::Refund,
            _ => LineKind::EarlyRepayment,
        };
        self.early[item.index()].push(credit_line(kind, entry.about, entry, true));
    }

    /// Adds a line, or adds it to the like line just before it.
    fn push(&mut self, bill: BillNo, line: BillLine) {
        let lines = &mut self.lines[bill.index()];
        match lines.iter_mut().rev().take(4).find(|like| belongs(like, &line)) {
            Some(like) => {
                like.amount += line.amount;
                // The last reason of a penalty is that of its whole sum.
                like.why = if line.kind == LineKind::Penalty { line.why } else { like.why };
            }
            None => lines.push(line),
        }
    }
}

fn belongs(like: &BillLine, line: &BillLine) -> bool {
    let same = (like.kind, like.about, like.row) == (line.kind, line.about, line.row);
    match line.kind {
        LineKind::Purchase => false,
        LineKind::Penalty => same,
        _ => same && like.date == line.date && like.in_total == line.in_total,
    }
}

fn credit_line(kind: LineKind, about: About, entry: &Entry, in_total: bool) -> BillLine {
    let Entry { date, why, amount, .. } = *entry;
    BillLine { kind, about, row: None, date, amount: -amount, in_total, why }
}

fn charge_kind(book: &Book, item: &Item, place: Place) -> LineKind {
    match (place, item.part) {
        (Place::Planned, _) => LineKind::PlanPrincipal,
        (Place::Moved, BillPart::Principal) => {
            let origin = item.origin.map(|bill| book.bill(bill).moved);
            if origin == Some(Some(Moved::Postponed)) { LineKind::Postponed } else { LineKind::Revolved }
        }
        (Place::Moved, _) => LineKind::MovedFee,
        _ => LineKind::Purchase,
    }
}
