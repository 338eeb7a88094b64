//! The limit and the freezes.

use serde::Serialize;
use tsify::Tsify;

use super::{Amount, Both, CauseKind, Day, FreezeCondition, FreezeKind, Id, Readings, WhyKey};

/// Kinds of freezes in force, on both readings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Tsify)]
pub struct Frozen {
    /// At best.
    pub possible: Vec<FreezeKind>,
    /// For sure.
    pub guaranteed: Vec<FreezeKind>,
}

/// One cause of a change of the limit.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Cause {
    /// What happened.
    pub kind: CauseKind,
    /// The purchase, bill or freeze that it concerns.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<Id>,
    /// Amount of limit that it moved; zero for freezes.
    pub amount: Amount,
    /// On which reading.
    pub readings: Readings,
    /// Explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyKey>,
}

/// The limit at the end of a day.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LimitDay {
    /// The day.
    pub date: Day,
    /// The credit limit.
    pub limit: Both,
    /// Principal not repaid.
    pub used: Amount,
    /// Not used, not yet usable.
    pub held: Both,
    /// What can be spent.
    pub available: Both,
    /// Freezes in force.
    pub frozen: Frozen,
    /// What changed.
    pub causes: Vec<Cause>,
}

/// A freeze of the account.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Freeze {
    /// Kind.
    pub kind: FreezeKind,
    /// First day.
    pub from: Day,
    /// First day without it, at best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible: Option<Day>,
    /// First day without it, for sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed: Option<Day>,
    /// What must happen first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub condition: Option<FreezeCondition>,
    /// Explanation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<WhyKey>,
}
