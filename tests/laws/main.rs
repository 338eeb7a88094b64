//! Laws that hold for every scenario, tried on random ones.
//!
//! `YUEFU_CASES` (or `PROPTEST_CASES`) is the number of scenarios of each law; 10 000 take minutes with `--release`.
//! What is not here: expected figures (see `scenarios`) and a second model (see `oracle`).
#![cfg(not(target_arch = "wasm32"))]

mod bills;
mod books;
mod broken;
mod less;
mod limit;
mod plans;
mod products;
mod recipe;
mod same;
mod view;

use proptest::test_runner::Config;

/// Events of the larger scenarios.
const EVENTS: usize = 120;

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
