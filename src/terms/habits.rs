//! Thresholds and spans beside the account's rules: advisories, recovery of a limit, reminders, the ladder.
//!
//! What is not here: what people did with them, which is advice and claims (see `about`).

use super::{Dated, Span};
use crate::date::Days;
use crate::money::Money;
use rust_decimal::Decimal;

/// `habit.*`: from where on a habit gets an advisory.
#[derive(Clone, Debug, PartialEq)]
pub struct Habits {
    /// `habit.monthSpend`: share of the limit that a month's purchases should not exceed.
    pub month_spend: Dated<Decimal>,
    /// `habit.daySpend`: share of the limit that a day's purchases should not exceed.
    pub day_spend: Dated<Decimal>,
    /// `habit.large`: from which amount a purchase is large.
    pub large: Dated<Money>,
    /// `habit.largeADay`: large purchases of a day beyond which it is noticed.
    pub large_a_day: Dated<i64>,
    /// `habit.monthRepay`: share of the limit to be repaid a month on average.
    pub month_repay: Dated<Decimal>,
    /// `habit.refunds`: refunds within `habit.refundDays` beyond which it is noticed.
    pub refunds: Dated<i64>,
    /// `habit.refundDays`: length of that time.
    pub refund_days: Dated<Days>,
    /// `habit.afterRefund`: a purchase within so many days of a refund is noticed.
    pub after_refund: Dated<Days>,
    /// `habit.accountsOnDevice`: accounts on one device that are still usual.
    pub accounts_on_device: Dated<i64>,
    /// `habit.deviceChanges`: changes of device within `habit.deviceDays` that are noticed.
    pub device_changes: Dated<i64>,
    /// `habit.deviceDays`: length of that time.
    pub device_days: Dated<Days>,
    /// `habit.enquiries`: credit enquiries within `habit.enquiryMonths` that are noticed.
    pub enquiries: Dated<i64>,
    /// `habit.enquiryMonths`: length of that time, in months.
    pub enquiry_months: Dated<i64>,
    /// `habit.raiseRequests`: requests for a higher limit in one calendar month that are noticed.
    pub raise_requests: Dated<i64>,
    /// `habit.buyBeforeDue`: days before a due day in which a source advises to buy.
    pub buy_before_due: Dated<Days>,
    /// `habit.splitFrom`: the fewest parts into which a source advises to split a large purchase.
    pub split_from: Dated<i64>,
    /// `habit.splitTo`: the most parts.
    pub split_to: Dated<i64>,
}

/// `recovery.*`: the ways back to a limit that was cut or frozen.
///
/// After a real violation the wait is `violation.observe`. In long-standing cases no source gives a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Recovery {
    /// `recovery.misjudged.*`: if the system was wrong.
    pub misjudged: SpanRange,
    /// `recovery.selfCheck.*`: first phase of an appeal, looking through one's own record.
    pub self_check: SpanRange,
    /// `recovery.documents.*`: second phase, handing in proof.
    pub documents: SpanRange,
    /// `recovery.whole`: the whole appeal.
    pub whole: Dated<Span>,
    /// `recovery.payOverdue`: the day of the plan, from 1, on which to pay what is overdue.
    pub pay_overdue: Dated<i64>,
    /// `recovery.incomeProof`: the day of the plan on which to renew the proof of income.
    pub income_proof: Dated<i64>,
    /// `recovery.fixPayDay`: the day of the plan on which to settle on a day for repaying.
    pub fix_pay_day: Dated<i64>,
    /// `recovery.longTerm`: proofs that a long-standing case needs again; it has no day.
    pub long_term: Dated<Vec<Proof>>,
}

/// The shortest and the longest time that something takes, in working or calendar days.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanRange {
    /// The shortest.
    pub possible: Dated<Span>,
    /// The longest.
    pub guaranteed: Dated<Span>,
}

/// A proof that the product may ask for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Of who one is.
    Identity,
    /// Of what one has.
    Assets,
}

/// `reminder.*`: what to look after regularly.
#[derive(Clone, Debug, PartialEq)]
pub struct Reminders {
    /// `reminder.checkDay`: day of the month for a look at the limit.
    pub check_day: Dated<u8>,
    /// `reminder.proofMonths`: months after which to renew proofs.
    pub proof_months: Dated<i64>,
    /// `reminder.checksAYear`: full checks a year.
    pub checks_a_year: Dated<i64>,
    /// `reminder.askAhead`: days before a large instalment purchase at which to ask.
    pub ask_ahead: Dated<Days>,
}

/// `ladder.N.*`: a step of growing limits, as a source tells it. An absent condition is not asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Its number, from 1.
    pub number: u32,
    /// `ladder.N.limitFrom`: the least limit on this rung.
    pub limit_from: Dated<Money>,
    /// `ladder.N.limitTo`: the most, where there is one.
    pub limit_to: Option<Dated<Money>>,
    /// `ladder.N.months`: months of use.
    pub months: Option<Dated<i64>>,
    /// `ladder.N.finishedPlans`: instalment plans paid to the end.
    pub finished_plans: Option<Dated<i64>>,
    /// `ladder.N.yearSpend`: purchases within a year.
    pub year_spend: Option<Dated<Money>>,
    /// `ladder.N.record`: how clean the record must be.
    pub record: Option<Dated<CreditRecord>>,
}

/// How clean a record a rung asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditRecord {
    /// Nothing was overdue.
    NoOverdue,
    /// The source says excellent and no more.
    Excellent,
}
