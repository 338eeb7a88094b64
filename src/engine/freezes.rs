//! Freezes: when they begin and end, on each reading.
//!
//! What is not here: how long they last (see `risk`).

use crate::date::Date;
use crate::explain::WhyId;
use crate::ledger::{FreezeChange, FreezeKind, Reading, Readings};
use crate::queue::DayQueue;
use crate::risk;

use super::{Account, Done, Step};

/// What must happen before a freeze ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreezeNeeds {
    /// Everything overdue must be paid.
    NothingOverdue,
    /// An appeal must be made.
    Appeal,
}

/// A freeze of the account.
#[derive(Clone, Debug)]
pub struct Freeze {
    /// Its kind.
    pub kind: FreezeKind,
    /// Its first day.
    pub from: Date,
    /// The first day without it, at best and for sure, as far as known.
    pub ends: [Option<Date>; 2],
    /// What must happen first.
    pub needs: Option<FreezeNeeds>,
    /// Whether it has ended, on each reading.
    over: [bool; 2],
    /// Explanation.
    pub why: WhyId,
}

/// All freezes of a run, and how many of each kind hold on each reading.
#[derive(Clone, Debug, Default)]
pub(super) struct Freezes {
    list: Vec<Freeze>,
    holding: [[u32; 5]; 2],
    due: DayQueue<usize>,
    overdue: Option<usize>,
    violation: Option<usize>,
    /// The permanent freeze that nobody has appealed against.
    open_permanent: Option<usize>,
}

impl Freezes {
    pub fn into_list(self) -> Vec<Freeze> {
        self.list
    }

    /// Whether a freeze of a kind holds.
    pub fn holds(&self, kind: FreezeKind, reading: Reading) -> bool {
        self.holding[reading as usize][kind as usize] > 0
    }

    /// Whether a freeze of another kind holds.
    pub fn holds_other_than(&self, kind: FreezeKind, reading: Reading) -> bool {
        FreezeKind::ALL.iter().any(|&other| other != kind && self.holds(other, reading))
    }

    /// Whether any freeze holds.
    pub fn holds_any(&self, reading: Reading) -> bool {
        self.holding[reading as usize].iter().any(|&count| count > 0)
    }

    /// Whether a freeze has an end in store.
    pub fn has_ends(&self) -> bool {
        !self.due.is_empty()
    }

    /// The violation freeze that holds.
    pub fn violation(&self) -> Option<usize> {
        self.violation
    }

    /// Whether a freeze ends, or starts to run out, once nothing is overdue.
    pub fn waits_for_nothing_overdue(&self) -> bool {
        self.overdue.is_some() || self.violation.is_some_and(|index| self.list[index].ends[0].is_none())
    }

    fn begin(&mut self, freeze: Freeze) -> usize {
        for reading in Reading::ALL {
            self.holding[reading as usize][freeze.kind as usize] += 1;
        }
        self.list.push(freeze);
        self.list.len() - 1
    }
}

impl Account<'_> {
    fn begin_freeze(
        &mut self,
        kind: FreezeKind,
        ends: Option<[Date; 2]>,
        needs: Option<FreezeNeeds>,
        why: WhyId,
    ) -> usize {
        let freeze = Freeze { kind, from: self.today, ends: [None; 2], needs, over: [false; 2], why };
        let change = FreezeChange { kind, readings: Readings::Both, begins: true, why };
        self.book.record_freeze(self.today, change);
        let index = self.freezes.begin(freeze);
        if let Some(days) = ends {
            self.expect_ends(index, days);
        }
        index
    }

    /// Gives a freeze its ends, at best and for sure. One that is not after today has come.
    fn expect_ends(&mut self, index: usize, days: [Date; 2]) {
        self.freezes.list[index].ends = days.map(Some);
        for (reading, day) in Reading::ALL.into_iter().zip(days) {
            if day > self.today {
                self.agenda.stop_on(day);
                self.freezes.due.push(day, index);
            } else {
                self.end_freeze(index, reading);
            }
        }
    }

    /// Gives an end to the permanent freeze that nobody has appealed against.
    pub(super) fn end_permanent_after_appeal(&mut self, days: [Date; 2]) {
        if let Some(index) = self.freezes.open_permanent.take() {
            self.expect_ends(index, days);
        }
    }

    fn explain_freeze(&mut self, kind: FreezeKind) -> WhyId {
        let (today, terms) = (self.today, self.terms);
        self.explain(|| risk::explain_freeze(kind, today, terms))
    }

    /// Ends what ends today.
    pub(super) fn end_freezes(&mut self) {
        for index in self.freezes.due.take_until(self.today) {
            for reading in Reading::ALL {
                if self.freezes.list[index].ends[reading as usize] == Some(self.today) {
                    self.end_freeze(index, reading);
                }
            }
        }
    }

    fn end_freeze(&mut self, index: usize, reading: Reading) {
        let freeze = &mut self.freezes.list[index];
        let over = &mut freeze.over[reading as usize];
        if core::mem::replace(over, true) {
            return;
        }
        let (kind, why) = (freeze.kind, freeze.why);
        self.freezes.holding[reading as usize][kind as usize] -= 1;
        let change = FreezeChange { kind, readings: Readings::One(reading), begins: false, why };
        self.book.record_freeze(self.today, change);
        if self.freezes.violation == Some(index) {
            self.freezes.violation = None;
            self.late_bills = 0;
        }
    }

    /// A bill has become overdue.
    pub(super) fn begin_overdue(&mut self) {
        if let Some(index) = self.freezes.violation {
            self.freezes.list[index].ends = [None; 2];
        }
        let blocks = self.terms.overdue_blocks.at(self.today).value;
        if blocks && self.freezes.overdue.is_none() {
            let why = self.explain_freeze(FreezeKind::Overdue);
            let needs = Some(FreezeNeeds::NothingOverdue);
            self.freezes.overdue = Some(self.begin_freeze(FreezeKind::Overdue, None, needs, why));
        }
    }

    /// Bills were overdue for too long.
    pub(super) fn begin_violation(&mut self) {
        let why = self.explain_freeze(FreezeKind::Violation);
        let needs = Some(FreezeNeeds::NothingOverdue);
        self.freezes.violation = Some(self.begin_freeze(FreezeKind::Violation, None, needs, why));
    }

    /// A refund was malicious, or the lender closed the account to purchases.
    pub(super) fn begin_permanent(&mut self, why: WhyId) {
        if self.freezes.open_permanent.is_none() {
            let needs = Some(FreezeNeeds::Appeal);
            let index = self.begin_freeze(FreezeKind::Permanent, None, needs, why);
            self.freezes.open_permanent = Some(index);
        }
    }

    /// Nothing is overdue any more: that freeze ends, observation of a violation begins.
    pub(super) fn nothing_overdue(&mut self) {
        let today = self.today;
        if let Some(index) = self.freezes.overdue.take() {
            self.freezes.list[index].ends = [Some(today); 2];
            for reading in Reading::ALL {
                self.end_freeze(index, reading);
            }
        }
        if let Some(index) = self.freezes.violation
            && self.freezes.list[index].ends[0].is_none()
        {
            let end = risk::observation_end(today, self.terms);
            self.expect_ends(index, [end; 2]);
        }
    }

    /// The lender freezes the account.
    pub(super) fn freeze(&mut self, kind: FreezeKind) -> Step {
        let why = self.explain_freeze(kind);
        match kind {
            FreezeKind::Overdue if self.freezes.overdue.is_none() => {
                let needs = Some(FreezeNeeds::NothingOverdue);
                self.freezes.overdue = Some(self.begin_freeze(kind, None, needs, why));
            }
            FreezeKind::Violation if self.freezes.violation.is_none() => self.begin_violation(),
            FreezeKind::Overdue | FreezeKind::Violation => {}
            FreezeKind::Permanent => self.begin_permanent(why),
            FreezeKind::RiskControl | FreezeKind::ManualReview => {
                let ends = risk::freeze_end(kind, self.today, self.terms);
                self.begin_freeze(kind, ends, None, why);
            }
        }
        Ok(Done { why: Some(why), ..Done::default() })
    }
}
