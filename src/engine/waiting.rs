//! Refused purchases: on which later day of the run each of them would pass.
//!
//! What is not here: taking them after all. A refused purchase stays refused.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::event::Purchase;
use crate::ledger::Reading;
use crate::limit;
use crate::money::Money;

use super::Account;

/// Refused purchases that could pass later, the smallest first, on each reading.
#[derive(Clone, Debug, Default)]
pub(super) struct Waiting {
    heaps: [BinaryHeap<Reverse<(Money, usize)>>; 2],
}

impl Waiting {
    /// Whether any purchase waits.
    pub fn is_waiting(&self) -> bool {
        self.heaps.iter().any(|heap| !heap.is_empty())
    }
}

impl Account<'_> {
    /// Remembers a refused purchase by the place of its outcome, unless it can never pass.
    pub(super) fn wait_for(&mut self, outcome: usize, purchase: &Purchase) {
        let offered = limit::is_offered(purchase.amount, purchase.periods, self.today, self.terms);
        if purchase.merchant_supports && offered && !self.closed {
            for heap in &mut self.waiting.heaps {
                heap.push(Reverse((purchase.amount, outcome)));
            }
        }
    }

    /// Notes the purchases that would pass now, after the day's events.
    pub(super) fn look_at_waiting(&mut self) {
        for reading in Reading::ALL {
            while let Some(&Reverse((amount, outcome))) = self.waiting.heaps[reading as usize].peek() {
                let view = self.purchase_view(amount, 1, true, reading);
                if limit::refusal(&view).is_some() {
                    break;
                }
                self.waiting.heaps[reading as usize].pop();
                // A run that keeps no journal keeps no outcomes either.
                if let Some(outcome) = self.outcomes.get_mut(outcome) {
                    outcome.passes_from[reading as usize] = Some(self.today);
                }
            }
        }
    }
}
