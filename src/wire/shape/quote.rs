//! What an instalment plan really costs.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tsify::Tsify;

use super::values::record;
use super::{
    Amount, Charged, CostKind, Day, OmittedCost, PlanMethod, ProductUsed, Rate, Reference, Source, Sureness,
};
use crate::terms::{Quantity, Texts};

/// A plan to be quoted. At most one of `rate`, `monthlyPayment` and `totalFee`; with none it is the product's offer.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct QuoteRequest {
    /// Id of a shipped product; the default one where absent.
    #[tsify(optional)]
    pub product: Option<String>,
    /// Other values for its terms, by key.
    #[tsify(optional, type = "Record<string, string | number | boolean>")]
    pub overrides: Option<BTreeMap<String, String>>,
    /// The amount that is bought or converted.
    #[tsify(type = "string | number")]
    pub principal: String,
    /// Number of rows, 1 to 360.
    pub periods: u32,
    /// The day on which the plan begins.
    pub date: Day,
    /// How the fee is worked out. Where absent: as offered; for `monthlyPayment` and `totalFee` the same fee in every row.
    #[tsify(optional)]
    pub method: Option<PlanMethod>,
    /// The rate that the method takes: a share a period or in all, or an annual rate.
    #[tsify(optional, type = "string | number")]
    pub rate: Option<String>,
    /// Instead of a rate: what an ordinary row asks for, as a screen shows it.
    #[tsify(optional, type = "string | number")]
    pub monthly_payment: Option<String>,
    /// Instead of a rate: all fees together, as a screen shows them.
    #[tsify(optional, type = "string | number")]
    pub total_fee: Option<String>,
    /// What settling early costs; as offered where absent. `rate:` and a share is one of the principal left.
    #[tsify(optional, type = "\"nextPlusOne\" | \"waive\" | \"chargeAll\" | `rate:${string}`")]
    pub settle: Option<String>,
    /// The one-year loan prime rate to hold the cost against; the published one of the day where absent.
    #[tsify(optional, type = "string | number")]
    pub lpr: Option<String>,
}

/// One row of a quoted plan.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct QuoteRow {
    /// Number, from 1.
    pub n: u32,
    /// Statement that carries it.
    pub statement_date: Day,
    /// Due date of that statement.
    pub due_date: Day,
    /// Principal.
    pub principal: Amount,
    /// Fee.
    pub fee: Amount,
    /// Principal and fee.
    pub payment: Amount,
    /// Principal that is left after the row.
    pub remaining: Amount,
}

/// Annual rates of a plan: `"0.12"` is 12 %, written as those of `annualRate`. An absent one has its reason.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct AnnualRates {
    /// Internal rate of one month, by equal months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly: Option<Rate>,
    /// The main figure: 12 times the monthly rate (单利).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simple: Option<Rate>,
    /// The same with compounding (复利).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compound: Option<Rate>,
    /// The code of the reason why there are none by equal months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_rate: Option<&'static str>,
    /// By actual days from the beginning to the due dates, over 365, compound.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_dates: Option<Rate>,
    /// The code of the reason why there is none by actual days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no_rate_on_dates: Option<&'static str>,
}

/// Settling a plan once so many rows are paid and the next one is on no bill yet.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct EarlySettlement {
    /// Rows that are paid.
    pub after_row: u32,
    /// Due date of the last of them; the beginning of the plan for none.
    pub date: Day,
    /// Principal to be paid.
    pub principal: Amount,
    /// Fees to be paid.
    pub fees: Amount,
    /// Fees of later rows that fall away.
    pub waived: Amount,
    /// Principal and fees to be paid.
    pub total: Amount,
    /// Fees of the whole plan then, with those of the rows that are paid.
    pub fees_in_all: Amount,
    /// How much less that is than without settling; below zero if it is more.
    pub saved: Amount,
}

/// The standard by which something is charged, as the terms have it.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Standard {
    /// The value.
    #[tsify(type = "string")]
    pub value: Quantity,
    /// What it is counted in.
    #[tsify(
        type = "\"ratePerPeriod\" | \"ratePerPlan\" | \"ratePerYear\" | \"ratePerDay\" | \"ratio\" | \"days\" | \"word\""
    )]
    pub unit: &'static str,
}

/// One line of the cost sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    /// What it is; each stands on a sheet once.
    pub id: CostKind,
    /// How it is charged.
    pub charged: Charged,
    /// The standard.
    pub standard: Standard,
    /// What that is a year, simple (单利); a daily rate times 365. Absent for what does not grow with time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annual_level: Option<Rate>,
    /// What it costs in this plan, where that is sure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// Who receives it, by language, as far as the product's data knows; empty where it does not.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub receiver: &'static Texts,
    /// Where the standard comes from.
    pub reference: Reference,
    /// How far it can be relied on.
    pub sure: Sureness,
}

/// The all-in annual cost in normal performance (正常履约年化综合融资成本).
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct AllIn {
    /// Simple (单利), the main figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simple: Option<Rate>,
    /// Compound (复利).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compound: Option<Rate>,
}

/// The loan prime rate that a line was worked out with.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Lpr {
    /// The rate.
    pub value: Rate,
    /// The day of its publication; absent for one that the request brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Where it comes from; absent for one that the request brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A line that the cost is held against, as information: which one applies depends on the lender and the contract.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Threshold {
    /// Its id.
    #[tsify(type = "\"24%\" | \"4xLPR\"")]
    pub id: Arc<str>,
    /// The rate of a year.
    pub value: Rate,
    /// The loan prime rate behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lpr: Option<Lpr>,
    /// How the simple annual rate stands to it (超过/未超过); absent where the plan has no rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Comparison>,
    /// The day from which the line is drawn.
    pub from: Day,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// What a reader should know about it, by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub note: &'static Texts,
}

/// How a rate stands to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub enum Comparison {
    /// It is higher.
    Above,
    /// It is the same or lower.
    NotAbove,
}

/// Who lends, as far as a source says so.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Lender {
    /// Name by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub name: &'static Texts,
    /// What a reader should know about it, by language.
    #[serde(serialize_with = "record")]
    #[tsify(type = "Record<string, string>")]
    pub note: &'static Texts,
    /// Id of the source in the product.
    pub source: &'static str,
    /// How far it can be relied on.
    pub sure: Sureness,
}

/// The cost sheet (综合融资成本明示表).
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct CostSheet {
    /// Principal.
    pub principal: Amount,
    /// What is charged in normal performance.
    pub items: Vec<Cost>,
    /// All of it in one annual figure.
    pub all_in_annual: AllIn,
    /// What is charged, or decides about a charge, only if something happens.
    pub contingent: Vec<Cost>,
    /// Lines to hold the cost against.
    pub thresholds: Vec<Threshold>,
    /// Who lends; absent where no source says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lender: Option<Lender>,
    /// What the figures leave out.
    pub not_modelled: Vec<OmittedCost>,
}

/// What a plan costs.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// Whose terms were used.
    pub product: ProductUsed,
    /// Principal.
    pub principal: Amount,
    /// The day on which the plan begins.
    pub date: Day,
    /// How the fee is worked out.
    pub method: PlanMethod,
    /// The rate, as the method takes it; for `monthlyPayment` and `totalFee` the simplest one that gives the figure.
    pub rate: Rate,
    /// What settling early costs. `rate:` and a share is one of the principal left.
    #[tsify(type = "\"nextPlusOne\" | \"waive\" | \"chargeAll\" | `rate:${string}`")]
    pub settle: Quantity,
    /// Rows.
    pub rows: Vec<QuoteRow>,
    /// All fees.
    pub total_fee: Amount,
    /// Principal and all fees.
    pub total_payment: Amount,
    /// Annual rates.
    pub annual: AnnualRates,
    /// Settling early after none, one, … of the rows.
    pub settle_early: Vec<EarlySettlement>,
    /// The cost sheet.
    pub cost_sheet: CostSheet,
}
