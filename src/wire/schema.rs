//! JSON Schema (2020-12) of what the package takes and gives.
//!
//! The files of `data/schema/`, without descriptions. What is not here: what a schema cannot tell, such as ids that
//! must differ. `simulate` checks that.

use super::json::Json;
use super::node::Node;
use crate::error::Result;

// `SCHEMAS`: of a scenario, of a product's terms, of a report.
include!(concat!(env!("OUT_DIR"), "/schemas.rs"));

/// The schema of `Scenario`, `Terms` or `Report`, as JSON text.
///
/// # Errors
/// `unknownWord` for another name.
pub fn schema(name: &Json<'_>) -> Result<&'static str> {
    let [scenario, terms, report] = SCHEMAS;
    Node::whole(name).word(&[("Scenario", scenario), ("Terms", terms), ("Report", report)])
}
