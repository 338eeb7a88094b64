//! The credit limit: holds and their ends, settings and cuts, the whole limit worked out anew.
//!
//! What is not here: freezes (see `freezes`).

use crate::date::Date;
use crate::explain::{Explanation, Value, WhyId};
use crate::ledger::{About, Account as Books, Cause, LimitPart, Line, Reading, Readings};
use crate::limit;
use crate::money::Money;

use super::agenda::Release;
use super::{Account, Done, Step};

impl Account<'_> {
    fn move_limit(
        &mut self,
        readings: Readings,
        [from, to]: [LimitPart; 2],
        amount: Money,
        cause: Cause,
        about: About,
        why: WhyId,
    ) {
        if amount.is_positive() {
            let (from, to) = (Books::Limit(readings, from), Books::Limit(readings, to));
            self.book.post(self.today, from, to, amount, Line::Limit(cause), about, why);
        }
    }

    /// Limit that is no longer used, and not usable yet.
    pub(super) fn hold(&mut self, on: Readings, amount: Money, cause: Cause, about: About, why: WhyId) {
        self.move_limit(on, [LimitPart::Used, LimitPart::Held], amount, cause, about, why);
    }

    /// Ends a hold on a day; at once if that day has come.
    pub(super) fn release_from(&mut self, day: Date, release: Release) {
        if !release.amount.is_positive() {
            return;
        }
        let day = self.reset_until.map_or(day, |reset| reset.max(day));
        if day > self.today {
            self.agenda.release_on(day, release);
        } else {
            self.release(release);
        }
    }

    /// Ends a hold now, unless the whole limit is unusable: then with that.
    pub(super) fn release(&mut self, release: Release) {
        if let Some(reset) = self.reset_until.filter(|&reset| reset > self.today) {
            self.agenda.release_on(reset, release);
            return;
        }
        let Release { readings, amount, cause, about, why } = release;
        self.move_limit(readings, [LimitPart::Held, LimitPart::Available], amount, cause, about, why);
    }

    /// Principal repaid from credit balance frees limit at once.
    pub(super) fn free_at_once(&mut self, amount: Money, cause: Cause, about: About, why: WhyId) {
        if self.reset_until.is_none() {
            let way = [LimitPart::Used, LimitPart::Available];
            self.move_limit(Readings::Both, way, amount, cause, about, why);
            return;
        }
        self.hold(Readings::Both, amount, cause, about, why);
        let cause = Cause::ResetOver;
        self.release_from(self.today, Release { readings: Readings::Both, amount, cause, about, why });
    }

    /// Principal repaid in cash is usable after the lag of the terms.
    pub(super) fn free_after_lag(&mut self, amount: Money, about: About) {
        if !amount.is_positive() {
            return;
        }
        let (today, terms) = (self.today, self.terms);
        let why = self.explain(|| limit::explain_repayment(today, amount, terms));
        let days = limit::usable_after_repayment(today, terms);
        for (reading, day) in Reading::ALL.into_iter().zip(days) {
            let readings = Readings::One(reading);
            if day <= today && self.reset_until.is_none() {
                let way = [LimitPart::Used, LimitPart::Available];
                self.move_limit(readings, way, amount, Cause::Repayment, about, why);
            } else {
                self.hold(readings, amount, Cause::Repayment, about, why);
                let cause = Cause::RepaymentUsable;
                self.release_from(day, Release { readings, amount, cause, about, why });
            }
        }
    }

    pub(super) fn set_limit(&mut self, to: Money) -> Step {
        let why =
            self.explain(|| Explanation::new("limit.set", Value::Money(to)).input("limit", Value::Money(to)));
        for reading in Reading::ALL {
            self.change_limit(Readings::One(reading), to, Cause::LimitSet, About::Account, why);
        }
        Ok(Done { why: Some(why), ..Done::default() })
    }

    /// Grants another limit than before.
    pub(super) fn change_limit(&mut self, on: Readings, to: Money, cause: Cause, about: About, why: WhyId) {
        for reading in Reading::ALL.into_iter().filter(|&reading| on.include(reading)) {
            let on = Readings::One(reading);
            let by = to - self.book.limit(reading).granted;
            let (cut, raise) =
                ([LimitPart::Available, LimitPart::Granted], [LimitPart::Granted, LimitPart::Available]);
            self.move_limit(on, cut, (-by).not_negative(), cause, about, why);
            self.move_limit(on, raise, by.not_negative(), cause, about, why);
            self.keep_unusable(why);
        }
    }

    /// By the alternative rule of refunds: nothing is usable until a day, then everything is worked out anew.
    pub(super) fn reset_limit(&mut self, until: Date, why: WhyId) {
        self.reset_until = Some(until);
        self.agenda.stop_on(until);
        self.keep_unusable(why);
    }

    /// While nothing is usable, what is free is held until that ends.
    fn keep_unusable(&mut self, why: WhyId) {
        let Some(until) = self.reset_until else { return };
        for reading in Reading::ALL {
            let readings = Readings::One(reading);
            let amount = self.book.limit(reading).available.not_negative();
            let about = About::Account;
            let way = [LimitPart::Available, LimitPart::Held];
            self.move_limit(readings, way, amount, Cause::Reset, about, why);
            let release = Release { readings, amount, cause: Cause::ResetOver, about, why };
            self.release_from(until, release);
        }
    }

    /// The day on which everything is worked out anew has come.
    pub(super) fn end_reset(&mut self) {
        if self.reset_until.is_some_and(|until| until <= self.today) {
            self.reset_until = None;
        }
    }
}
