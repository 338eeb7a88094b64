//! The only place that knows JSON: the shapes of the contract, reading scenarios, writing reports.
//!
//! What is not here: WebAssembly (see `wasm`), and any rule.

mod advice;
pub mod calendar;
pub mod calendar_file;
pub mod code;
pub mod comparison;
pub mod head;
pub mod json;
mod node;
pub mod product;
pub mod questions;
pub mod quote;
pub mod rates;
pub mod read;
pub mod schema;
pub mod shape;
pub mod simulation;
pub mod table;
pub mod write;
