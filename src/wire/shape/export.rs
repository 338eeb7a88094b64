//! Scenarios out of codes.

use serde::Serialize;
use tsify::Tsify;

use crate::wire::json::Json;

/// The scenario of a code.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct Decoded {
    /// The scenario. It can be simulated, unless a note says that its product is unknown.
    #[tsify(type = "Scenario")]
    pub scenario: Json<'static>,
    /// What newer terms have changed about it; empty if nothing.
    pub notes: Vec<CodeNote>,
}

/// Something about a decoded scenario that is not as it was when the code was made.
#[derive(Clone, Debug, PartialEq, Serialize, Tsify)]
pub struct CodeNote {
    /// What: the product's data have another version, the product is not shipped, or an override that the
    /// terms no longer take was left out.
    #[tsify(type = "\"termsChanged\" | \"unknownProduct\" | \"overrideDropped\"")]
    pub code: &'static str,
    /// JSON pointer into the scenario as it was.
    pub path: String,
    /// What it was: the version of the data, the id of the product, the value of the override.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<String>,
    /// What it is now: the version of the data.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub now: Option<String>,
}
