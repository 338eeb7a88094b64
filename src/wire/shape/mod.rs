//! The shapes of the contract: what crosses the boundary, field for field.
//!
//! TypeScript's types are generated from these. Amounts and rates are decimal texts, days are
//! `YYYY-MM-DD`. What is not here: reading, checking, and any meaning.

mod bill;
mod limit;
mod report;
mod why;
mod words;

pub use bill::*;
pub use limit::*;
pub use report::*;
pub use why::*;
pub use words::*;
