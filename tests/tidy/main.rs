//! The house rules as tests: what a reader may rely on without reading everything.
//!
//! A failure names the file, the line and the reason of the rule. An exception is a line in one of the tables here,
//! with its reason. What is not here: what rustfmt and clippy check.

mod bans;
mod lengths;
mod order;
mod places;
mod source;

/// Fails with a line for each breach.
fn expect_none(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}\n  {}\n", breaches.join("\n  "));
}
