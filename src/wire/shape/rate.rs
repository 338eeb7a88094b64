//! Cash flows and their annual rate.

use serde::Serialize;
use tsify::Tsify;

use super::{Day, Rate};

/// An amount that changes hands: one sign for what the borrower gets, the other for what is paid back.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct CashFlow {
    /// Its day; this or `period`.
    #[tsify(optional)]
    pub date: Option<Day>,
    /// After how many whole unit periods; this or `date`.
    #[tsify(optional)]
    pub period: Option<u32>,
    /// Part of one more unit period, at least 0 and below 1, with at most 12 decimals; for `us` only.
    #[tsify(optional)]
    pub fraction: Option<String>,
    /// Yuan, signed.
    #[tsify(type = "string | number")]
    pub amount: String,
}

/// Cash flows in the order of time, at least two and at most 10 000.
#[derive(Clone, Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct AnnualRateRequest {
    /// The cash flows.
    pub flows: Vec<CashFlow>,
    /// How time is counted and how the rate of a period becomes the rate of a year.
    ///
    /// `irr`: equal periods, times the periods of a year (单利). `xirr`: actual days over 365, compound. `eu`:
    /// Directive 2008/48/EC Annex I, compound. `us`: Regulation Z Appendix J, times the periods of a year.
    #[tsify(type = "\"irr\" | \"xirr\" | \"eu\" | \"us\"")]
    pub method: String,
    /// Unit periods in a year, 1 to 366; 12 where absent.
    #[tsify(optional)]
    pub units_per_year: Option<u32>,
}

/// An annual rate: `"0.12"` is 12 %. Rounded half up to 10 decimals, below 0.1 to 10 digits; no zeros at the end.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct AnnualRate {
    /// The rate of a year by the method.
    pub rate: Rate,
    /// The rate of one unit period, where the flows are counted in equal unit periods.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_period: Option<Rate>,
}
