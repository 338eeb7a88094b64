//! What leaves the simulator as text: codes for links, tables for spreadsheets, entries for calendars.
//!
//! What is not here: JSON. What a code holds, and what a report gives to a table or calendar, is in `wire`.

mod bytes;
mod seal;

pub use bytes::{Reader, Writer};
pub use seal::{Unsealed, VERSION, seal, unseal};
