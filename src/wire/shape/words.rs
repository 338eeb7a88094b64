//! The words of the contract, each the twin of a word of the domain.
//!
//! What is not here: when which word applies.

use serde::Serialize;
use tsify::Tsify;

use crate::explain::Value;

macro_rules! twin {
    ($(#[$doc:meta])* $name:ident = $domain:path { $($(#[$about:meta])* $variant:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Tsify)]
        #[serde(rename_all = "camelCase")]
        pub enum $name {
            $($(#[$about])* $variant,)+
        }

        impl From<$domain> for $name {
            fn from(word: $domain) -> $name {
                use $domain as Domain;
                match word {
                    $(Domain::$variant => $name::$variant,)+
                }
            }
        }
    };
}

twin!(
    /// Why an event was refused.
    OutcomeCode = crate::event::Refusal {
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
);

twin!(
    /// How a bill stands at the end of the run.
    BillStatus = crate::report::BillStatus {
        /// Closed, not yet past its due date, nothing paid.
        Open,
        /// Past its due date, within the days of grace.
        InGrace,
        /// Partly paid, not past its due date.
        PartlyPaid,
        /// Past the days of grace, nothing paid.
        Overdue,
        /// Past the days of grace, partly paid.
        PartlyPaidOverdue,
        /// Nothing is left on it.
        Paid,
        /// The minimum was paid; the rest has moved to the next statement.
        Revolved,
        /// All of it has moved to the next statement.
        Postponed,
    }
);

twin!(
    /// What a line of a bill is.
    LineKind = crate::report::LineKind {
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
        /// Refund, before the close (part of the total) or after it.
        Refund,
        /// Repayment before the close.
        EarlyRepayment,
        /// Credit balance used at the close.
        CreditBalance,
        /// Penalty for paying late, after the close.
        Penalty,
        /// Became an instalment plan, after the close.
        Conversion,
        /// Moved to the next statement, after the close.
        Moved,
        /// Repayment after the close.
        Repayment,
    }
);

twin!(
    /// How the fee of a plan is worked out.
    PlanMethod = crate::terms::FeeMethod {
        /// No fee.
        Free,
        /// A share of the principal on each row.
        FlatPerPeriod,
        /// A share of the principal, split over the rows.
        FlatTotal,
        /// A share of the principal on the first row.
        Upfront,
        /// Equal payments.
        EqualInstalment,
        /// Equal principal.
        EqualPrincipal,
    }
);

twin!(
    /// How a cost is charged.
    Charged = crate::quote::Charged {
        /// Not at all.
        Never,
        /// On every row, a share of the original principal.
        EachRow,
        /// Once for the plan, split over its rows.
        SplitOverRows,
        /// Once, on the first row.
        FirstRow,
        /// On every row, on the principal that is left.
        OnBalance,
        /// Every day on overdue principal, from the day after the due date.
        DailyOnOverdue,
        /// Every day on principal that moves to the next statement, from the day after the due date.
        DailyOnMoved,
        /// Once, when the plan is settled early.
        OnSettling,
        /// It is no cost but decides about one.
        Condition,
    }
);

twin!(
    /// What a line of the cost sheet is.
    CostKind = crate::quote::CostKind {
        /// The fee of the plan.
        InstalmentFee,
        /// The interest of the plan.
        Interest,
        /// Of an overdue bill.
        OverduePenalty,
        /// Days in which paying late is free.
        Grace,
        /// The share of a bill that the minimum payment is.
        MinimumShare,
        /// On what the minimum payment leaves.
        MinimumInterest,
        /// On what is postponed.
        PostponementInterest,
        /// Settling the plan early.
        EarlySettlement,
    }
);

twin!(
    /// A cost that the figures of a quote leave out.
    OmittedCost = crate::quote::Omitted {
        /// Coupons and cuts of the fee for single users. They make it cheaper.
        Discounts,
        /// Of guarantors and insurers.
        GuaranteeFees,
        /// Of the bank or the wallet that a payment goes through.
        PaymentCosts,
        /// Rows that are paid late.
        LateRows,
        /// A refund of the purchase.
        Refunds,
        /// Of collection and courts.
        CollectionCosts,
    }
);

twin!(
    /// How a plan row stands at the end of the run.
    RowStatus = crate::report::RowStatus {
        /// On no bill yet.
        Unbilled,
        /// On a bill, not all paid.
        Billed,
        /// On a bill, all paid.
        Paid,
        /// Settled early or refunded away before it was billed.
        Cancelled,
    }
);

twin!(
    /// What kind of refund it is.
    RefundClass = crate::refund::Class {
        /// The whole purchase is refunded after it.
        Normal,
        /// A part of the purchase is kept.
        Partial,
        /// Bears a mark of abuse.
        Malicious,
    }
);

twin!(
    /// Where the purchase was made.
    Channel = crate::event::Channel {
        /// Anywhere else.
        Default,
        /// The platform's own mall.
        Mall,
        /// Another platform.
        ExternalPlatform,
    }
);

twin!(
    /// What must happen before a refund's limit comes back.
    RefundCondition = crate::engine::RefundNeeds {
        /// The rest of that purchase must be repaid.
        RestSettled,
        /// An appeal must be made.
        Appeal,
    }
);

twin!(
    /// Kinds of freezes.
    FreezeKind = crate::ledger::FreezeKind {
        /// Automatic check.
        RiskControl,
        /// Check by a person.
        ManualReview,
        /// A bill is overdue.
        Overdue,
        /// Bills were overdue for long.
        Violation,
        /// Until an appeal succeeds.
        Permanent,
    }
);

twin!(
    /// What ends a freeze.
    FreezeCondition = crate::engine::FreezeNeeds {
        /// Everything overdue must be paid.
        NothingOverdue,
        /// An appeal must be made.
        Appeal,
    }
);

twin!(
    /// How a figure was rounded.
    RoundingName = crate::money::Rounding {
        /// To the nearest fen, half up.
        HalfUp,
        /// Down.
        Down,
        /// Up.
        Up,
    }
);

twin!(
    /// How urgent a remark is.
    Severity = crate::report::Severity {
        /// Good to know.
        Info,
        /// Worth changing something.
        Warning,
        /// Costs money or limit.
        Danger,
    }
);

twin!(
    /// Which way back it is.
    WayPath = crate::report::Path {
        /// The system was wrong.
        Misjudged,
        /// A rule was broken.
        Violation,
        /// A long-standing case.
        LongTerm,
    }
);

twin!(
    /// How far a value can be relied on.
    Sureness = crate::terms::Sure {
        /// The product's own page or contract says so.
        Official,
        /// Somebody else says so.
        Secondary,
        /// Nobody says so.
        Assumed,
        /// The scenario says so.
        Override,
    }
);

/// Whether an event happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// It happened.
    Accepted,
    /// It did not; the code says why.
    Refused,
}

/// What changed the limit on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum CauseKind {
    /// The account begins.
    Opening,
    /// A purchase took limit.
    Purchase,
    /// A refund is held.
    RefundHeld,
    /// A refund's hold has ended.
    RefundUsable,
    /// Principal was repaid.
    Repayment,
    /// The lag after a repayment is over.
    RepaymentUsable,
    /// Credit balance repaid principal.
    CreditBalance,
    /// The limit was set.
    LimitSet,
    /// The limit was cut.
    LimitCut,
    /// A freeze began.
    Freeze,
    /// A freeze ended.
    Unfreeze,
    /// The whole limit is unusable until it is worked out anew.
    Reset,
    /// The limit was worked out anew.
    ResetOver,
    /// The account was closed.
    Closed,
}

/// On which reading something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Readings {
    /// On both.
    Both,
    /// On the favourable one only.
    Possible,
    /// On the certain one only.
    Guaranteed,
}

/// Units of values in explanations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// Yuan.
    Money,
    /// A share.
    Rate,
    /// A day.
    Date,
    /// Calendar days.
    Days,
    /// Working days.
    WorkingDays,
    /// A number of things.
    Count,
    /// A word of the contract.
    Word,
    /// Text from the input.
    Text,
}

impl From<&Value> for Unit {
    fn from(value: &Value) -> Unit {
        match value {
            Value::Money(_) => Unit::Money,
            Value::Rate(_) => Unit::Rate,
            Value::Date(_) => Unit::Date,
            Value::Days(_) => Unit::Days,
            Value::WorkingDays(_) => Unit::WorkingDays,
            Value::Count(_) => Unit::Count,
            Value::Word(_) => Unit::Word,
            Value::Text(_) => Unit::Text,
        }
    }
}

/// What a way back is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum SetbackKind {
    /// A freeze.
    Freeze,
    /// A cut of the limit.
    LimitCut,
}
