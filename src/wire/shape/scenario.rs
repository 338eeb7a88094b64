//! A scenario, as the contract spells it. Only declared here; `read` reads it strictly.

use serde::Serialize;
use tsify::Tsify;

use super::{Channel, Day, FreezeKind, MonthName};

/// Yuan as decimal text, such as `"1234.5"`, or as a whole number. Fractional numbers are refused.
#[tsify::declare(type = "string | number")]
pub type AmountInput = String;

/// The value of an override: a decimal text or a word, a whole number, or yes and no.
#[tsify::declare(type = "string | number | boolean")]
pub type OverrideInput = String;

/// A scenario to simulate.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Scenario {
    /// `yuefu.scenario/1`.
    #[tsify(type = "\"yuefu.scenario/1\"")]
    pub format: String,
    /// Id of a shipped product.
    pub product: String,
    /// Other values for terms, by key.
    #[tsify(optional, type = "Record<string, string | number | boolean>")]
    pub overrides: Option<Vec<(String, String)>>,
    /// The credit limit at the start.
    #[tsify(type = "string | number")]
    pub credit_limit: String,
    /// The day from which it is looked at; the last event's day where absent.
    #[tsify(optional)]
    pub today: Option<Day>,
    /// Last day of the run; the day on which everything is at rest where absent.
    #[tsify(optional)]
    pub until: Option<Day>,
    /// The reading that decides about purchases; `guaranteed` where absent.
    #[tsify(optional)]
    pub assume: Option<Assume>,
    /// How bills are paid; in full on the due day where absent.
    #[tsify(optional)]
    pub habit: Option<Habit>,
    /// What happens. Events of one day happen in this order.
    pub events: Vec<Event>,
}

/// The reading that decides about purchases.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Assume {
    /// What is usable for sure.
    Guaranteed,
    /// What is usable at best.
    Possible,
}

/// How bills are paid without being told.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Habit {
    /// Whether every bill is paid in full.
    pub pay_in_full: bool,
    /// How many days before the due date, never before the statement; 0 to 60, 0 where absent.
    #[tsify(optional)]
    pub days_before_due: Option<u32>,
}

/// What a repayment is for.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(untagged)]
pub enum Target {
    /// Bills oldest first, or what is not billed yet.
    Word(TargetWord),
    /// One bill.
    Bill {
        /// Its month.
        bill: MonthName,
    },
}

/// What a repayment is for that is not one bill.
#[derive(Clone, Copy, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum TargetWord {
    /// Bills, the oldest first, then what is not billed yet.
    Auto,
    /// What is not billed yet.
    Unbilled,
}

/// Something that happens on a day.
#[allow(missing_docs, reason = "each variant says what its fields mean together")]
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Event {
    /// A purchase; in full where `periods` is absent or 1.
    Purchase {
        id: String,
        date: Day,
        #[tsify(type = "string | number")]
        amount: String,
        #[tsify(optional)]
        periods: Option<u32>,
        #[tsify(optional)]
        channel: Option<Channel>,
        #[tsify(optional)]
        label: Option<String>,
        #[tsify(optional)]
        merchant_supports: Option<bool>,
    },
    /// A refund of a purchase; of all that is left of it where `amount` is absent.
    Refund {
        date: Day,
        purchase: String,
        #[tsify(optional, type = "string | number")]
        amount: Option<String>,
        #[tsify(optional)]
        channel: Option<Channel>,
        #[tsify(optional)]
        item_differs: Option<bool>,
        #[tsify(optional)]
        virtual_address: Option<bool>,
        #[tsify(optional)]
        address_differs: Option<bool>,
    },
    /// A repayment; `auto` where `target` is absent.
    Repayment {
        date: Day,
        #[tsify(type = "string | number")]
        amount: String,
        #[tsify(optional)]
        target: Option<Target>,
    },
    /// Settling one plan early.
    SettlePlan { date: Day, plan: String },
    /// Settling everything.
    SettleAll { date: Day },
    /// Turning a part of a bill into a plan; all that can be converted where `amount` is absent.
    ConvertBill {
        date: Day,
        bill: MonthName,
        #[tsify(optional, type = "string | number")]
        amount: Option<String>,
        periods: u32,
        id: String,
    },
    /// Paying the minimum of a bill.
    PayMinimum { date: Day, bill: MonthName },
    /// Moving a bill to the next statement.
    Postpone { date: Day, bill: MonthName },
    /// The lender freezes the account.
    Freeze { date: Day, kind: FreezeKind },
    /// The person appeals.
    Appeal { date: Day },
    /// The lender sets the limit.
    SetLimit {
        date: Day,
        #[tsify(type = "string | number")]
        limit: String,
    },
    /// Somebody enquires about the person's credit.
    CreditEnquiry { date: Day },
    /// The person asks for a higher limit.
    RaiseRequest { date: Day },
    /// The person changes the device.
    DeviceChange { date: Day },
    /// The person closes the account.
    CloseAccount { date: Day },
}

/// How much of a report is wanted.
#[derive(Clone, Debug, Serialize, Tsify)]
pub struct Options {
    /// `full`, with explanations, where absent.
    #[tsify(optional, type = "\"full\" | \"totals\"")]
    pub detail: Option<String>,
}
