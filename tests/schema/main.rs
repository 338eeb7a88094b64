//! The schemas of `data/schema/` are what the types of the contract give.
//!
//! After a change of a type: `YUEFU_WRITE=1 cargo test --test schema`, and read the difference. The schema of terms is
//! written by hand. What is not here: whether reports fit their schema, which `tests/node` has another program check.

mod declared;
mod syntax;

use std::fs;
use std::path::Path;

use serde_json::Value;

fn held(name: &str, made: &Value) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/schema/{name}.json"));
    let text = format!("{made:#}\n");
    if std::env::var_os("YUEFU_WRITE").is_some() {
        fs::write(&path, &text).expect("the folder of schemas");
    }
    let committed = fs::read_to_string(&path).expect("a committed schema");
    assert!(committed == text, "{name}: the types give another schema; YUEFU_WRITE=1 writes it");
}

#[test]
fn the_scenario_s_schema_is_what_its_types_give() {
    held("scenario", &declared::schema("Scenario", "A scenario", true));
}

#[test]
fn the_report_s_schema_is_what_its_types_give() {
    held("report", &declared::schema("Report", "A report", false));
}
