//! yuefu: what a monthly-pay account will bill, cost and give back, exactly.

pub mod billing;
pub mod calendar;
pub mod date;
pub mod engine;
pub mod error;
pub mod event;
pub mod explain;
pub mod export;
pub mod installment;
pub mod ledger;
pub mod limit;
pub mod money;
mod queue;
pub mod quote;
pub mod rate;
pub mod refund;
pub mod report;
pub mod risk;
pub mod scenario;
pub mod terms;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;
