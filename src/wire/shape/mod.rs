//! The shapes of the contract: what crosses the boundary, field for field.
//!
//! TypeScript's types are generated from these. Amounts and rates are decimal texts, days are
//! `YYYY-MM-DD`. What is not here: reading, checking, and any meaning.

use serde::Serialize;
use tsify::Tsify;

mod advice;
mod bill;
mod export;
mod limit;
mod product;
mod quote;
mod rate;
mod report;
mod scenario;
mod values;
mod why;
mod words;

pub use advice::*;
pub use bill::*;
pub use export::*;
pub use limit::*;
pub use product::*;
pub use quote::*;
pub use rate::*;
pub use report::*;
pub use scenario::*;
pub use values::{Amount, Day, Figures, Id, MonthName, Rate, WhyKey};
pub use why::*;
pub use words::*;

/// What can be written, and has its type for TypeScript.
pub trait Shape: Serialize + Tsify {}

impl<T: Serialize + Tsify> Shape for T {}
