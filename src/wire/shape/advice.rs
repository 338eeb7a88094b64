//! Remarks, reminders, ways back and the ladder.

use serde::Serialize;
use tsify::Tsify;

use super::values::record;
use super::{Amount, Day, Figures, FreezeKind, Reference, SetbackKind, Severity, WayPath, WhyValue};

/// A remark on a habit or a risk.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Advisory {
    /// Which.
    #[tsify(
        type = "\"billOverdue\" | \"monthSpend\" | \"daySpend\" | \"largePurchases\" | \"monthRepay\" | \"refundsInDays\" | \"refundDiffers\" | \"purchaseAfterRefund\" | \"deviceChanges\" | \"creditEnquiries\" | \"raiseRequests\""
    )]
    pub code: &'static str,
    /// How urgent.
    pub severity: Severity,
    /// Day that it concerns.
    pub date: Day,
    /// The figures that triggered it.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub figures: Figures,
    /// Where the threshold comes from.
    pub reference: Reference,
}

/// A day worth a reminder.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Reminder {
    /// Day.
    pub date: Day,
    /// What to do or to know.
    #[tsify(
        type = "\"dueSoon\" | \"payBy\" | \"due\" | \"limitPossible\" | \"limitGuaranteed\" | \"monthlyCheck\" | \"renewProofs\" | \"fullCheck\" | \"askAhead\""
    )]
    pub kind: &'static str,
    /// The figures that go with it.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub figures: Figures,
}

/// A way back from a freeze or a cut of the limit.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct WayBack {
    /// What it is from.
    pub from: SetbackKind,
    /// The kind of freeze, for a freeze.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freeze: Option<FreezeKind>,
    /// Day on which that began.
    pub date: Day,
    /// Which way: the system was wrong, a rule was broken, or a long-standing case.
    pub path: WayPath,
    /// Steps, in order.
    pub steps: Vec<WayStep>,
}

/// One step of a way back. A step without a day has none in any source.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct WayStep {
    /// What to do or to wait for.
    #[tsify(
        type = "\"payOverdue\" | \"incomeProof\" | \"fixPayDay\" | \"selfCheck\" | \"documents\" | \"wholeAppeal\" | \"misjudged\" | \"observation\" | \"proofsAgain\""
    )]
    pub code: &'static str,
    /// At the earliest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub possible: Option<Day>,
    /// At the latest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guaranteed: Option<Day>,
    /// Where it comes from.
    pub reference: Reference,
}

/// A rung of growing limits, as a source tells it. Nothing is computed from it.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct LadderRung {
    /// Number, from 1.
    pub rung: u32,
    /// The least limit on it.
    pub limit_from: Amount,
    /// The most, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit_to: Option<Amount>,
    /// Whether every condition that can be known is met, here and on the rungs below.
    pub reached: bool,
    /// Conditions.
    pub conditions: Vec<LadderCondition>,
}

/// A condition of a rung.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct LadderCondition {
    /// Which.
    #[tsify(type = "\"months\" | \"finishedPlans\" | \"yearSpend\" | \"record\"")]
    pub code: &'static str,
    /// What the scenario has; absent where it cannot know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub have: Option<WhyValue>,
    /// What is asked.
    pub need: WhyValue,
    /// Whether it is met; absent where the scenario cannot know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
    /// Where it comes from.
    pub reference: Reference,
}
