//! Laws that hold for every scenario, tried on random ones.
//!
//! `YUEFU_CASES` (or `PROPTEST_CASES`) is the number of scenarios of each law; 10 000 take minutes with `--release`.
//! What is not here: expected figures (see `scenarios`) and a second model (see `oracle`).
#![cfg(not(target_arch = "wasm32"))]

mod bills;
mod books;
pub mod broken;
pub mod fuzzed;
mod less;
mod limit;
mod plans;
mod products;
mod recipe;
mod same;
mod view;

#[allow(dead_code, unused_imports, reason = "the door has more than one test to serve")]
#[path = "../support/mod.rs"]
mod support;

use proptest::test_runner::Config;

/// How a law is tried: so many cases unless the environment says otherwise; seeds are not kept in files.
fn config(cases: u32) -> Config {
    let number = |name| std::env::var(name).ok().and_then(|text| text.parse().ok());
    let cases = number("YUEFU_CASES").or_else(|| number("PROPTEST_CASES")).unwrap_or(cases);
    Config {
        cases,
        failure_persistence: None,
        max_shrink_iters: 4_000,
        max_global_rejects: 20 * cases,
        ..Config::default()
    }
}
