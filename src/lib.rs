//! yuefu: what a monthly-pay account will bill, cost and give back, exactly.

pub mod date;
pub mod error;
pub mod explain;
pub mod money;
pub mod terms;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
