//! What the person and the lender do on the account, and the words for what becomes of it.
//!
//! What is not here: reading events from JSON (see `wire`), carrying them out (see `engine`).

use std::rc::Rc;

use crate::date::{Date, Month};
use crate::ledger::{FreezeKind, PurchaseNo};
use crate::money::Money;

/// Where a purchase was made or is returned to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// Anywhere else.
    Default,
    /// The platform's own mall.
    Mall,
    /// Another platform.
    ExternalPlatform,
}

/// What a repayment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Bills, oldest first, then what is not billed yet.
    Auto,
    /// What is not billed yet.
    Unbilled,
    /// One bill.
    Bill(Month),
}

/// A purchase on the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// Its number among the scenario's purchases.
    pub no: PurchaseNo,
    /// Its id.
    pub id: Rc<str>,
    /// Its amount.
    pub amount: Money,
    /// Number of instalments; 1 is in full.
    pub periods: u32,
    /// Where it is made.
    pub channel: Channel,
    /// Whether the merchant takes this means of payment.
    pub merchant_supports: bool,
}

/// A refund of a purchase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    /// The purchase.
    pub purchase: PurchaseNo,
    /// Its amount, above zero; worked out by the scenario where the input left it open.
    pub amount: Money,
    /// Where the goods are returned.
    pub channel: Channel,
    /// The returned item is not the one ordered.
    pub item_differs: bool,
    /// The return address does not exist.
    pub virtual_address: bool,
    /// The return address is not the delivery address.
    pub address_differs: bool,
}

/// What happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A purchase.
    Purchase(Purchase),
    /// A refund.
    Refund(Refund),
    /// A repayment of an amount.
    Repayment(Money, Target),
    /// Settling one plan early.
    SettlePlan(Rc<str>),
    /// Settling everything.
    SettleAll,
    /// Turning a part of a bill into a plan.
    ConvertBill {
        /// The bill.
        bill: Month,
        /// The amount; everything that can be converted where absent.
        amount: Option<Money>,
        /// Number of rows.
        periods: u32,
        /// Id of the plan.
        id: Rc<str>,
    },
    /// Paying the minimum of a bill.
    PayMinimum(Month),
    /// Moving a bill to the next statement.
    Postpone(Month),
    /// The lender freezes the account.
    Freeze(FreezeKind),
    /// The person appeals.
    Appeal,
    /// The lender sets the limit.
    SetLimit(Money),
    /// Somebody enquires about the person's credit.
    CreditEnquiry,
    /// The person asks for a higher limit.
    RaiseRequest,
    /// The person changes the device.
    DeviceChange,
    /// The person closes the account.
    CloseAccount,
}

/// Something that happens on a day.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its index in the input.
    pub index: usize,
    /// Its day.
    pub date: Date,
    /// What happens.
    pub action: Action,
}

impl Event {
    /// The id that the event gives to what it makes.
    pub fn id(&self) -> Option<&Rc<str>> {
        match &self.action {
            Action::Purchase(purchase) => Some(&purchase.id),
            Action::ConvertBill { id, .. } => Some(id),
            _ => None,
        }
    }
}

/// Why an event does not happen. The first that applies, in the order of the rules, is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// The account is closed.
    AccountClosed,
    /// A freeze other than for an overdue bill alone.
    Frozen,
    /// A bill is overdue.
    Overdue,
    /// The merchant does not take this means of payment.
    MerchantUnsupported,
    /// This number of instalments, or this amount in instalments, is not offered.
    PeriodsNotOffered,
    /// More than is available.
    OverLimit,
    /// A refund of a purchase that was itself refused.
    PurchaseNotAccepted,
    /// There is no such bill on that day.
    NoSuchBill,
    /// There is no such plan on that day.
    NoSuchPlan,
    /// Not between the statement and the due date.
    OutsideWindow,
    /// Nothing is left to pay on that bill.
    NothingDue,
    /// Nothing is left to settle.
    NothingToSettle,
    /// More than the part of the bill that can be converted.
    ExceedsConvertible,
    /// Something is still owed.
    OutstandingBalance,
    /// Nothing is frozen.
    NothingToAppeal,
}

impl Refusal {
    /// All refusals, for documentation and for tests that each has its sentence and its test.
    pub const ALL: [Refusal; 15] = [
        Refusal::AccountClosed,
        Refusal::Frozen,
        Refusal::Overdue,
        Refusal::MerchantUnsupported,
        Refusal::PeriodsNotOffered,
        Refusal::OverLimit,
        Refusal::PurchaseNotAccepted,
        Refusal::NoSuchBill,
        Refusal::NoSuchPlan,
        Refusal::OutsideWindow,
        Refusal::NothingDue,
        Refusal::NothingToSettle,
        Refusal::ExceedsConvertible,
        Refusal::OutstandingBalance,
        Refusal::NothingToAppeal,
    ];

    /// The refusal as the contract spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Refusal::AccountClosed => "accountClosed",
            Refusal::Frozen => "frozen",
            Refusal::Overdue => "overdue",
            Refusal::MerchantUnsupported => "merchantUnsupported",
            Refusal::PeriodsNotOffered => "periodsNotOffered",
            Refusal::OverLimit => "overLimit",
            Refusal::PurchaseNotAccepted => "purchaseNotAccepted",
            Refusal::NoSuchBill => "noSuchBill",
            Refusal::NoSuchPlan => "noSuchPlan",
            Refusal::OutsideWindow => "outsideWindow",
            Refusal::NothingDue => "nothingDue",
            Refusal::NothingToSettle => "nothingToSettle",
            Refusal::ExceedsConvertible => "exceedsConvertible",
            Refusal::OutstandingBalance => "outstandingBalance",
            Refusal::NothingToAppeal => "nothingToAppeal",
        }
    }
}
