//! What leaves the simulator as text: codes for links, tables for spreadsheets, entries for calendars.
//!
//! What is not here: JSON. What a code holds, and what a report gives to a table or calendar, is in `wire`.

mod bytes;
mod calendar;
mod csv;
mod seal;
mod words;

pub use bytes::{Reader, Writer};
pub use calendar::{Calendar, Entry};
pub use csv::{MARK, Row};
pub use seal::{Unsealed, VERSION, seal, unseal};
pub use words::{
    DISCLAIMER, EARLIEST, LANGUAGES, LATEST, NAME, PATHS, REMINDERS, STEPS, Sentence, UNTIL_THEN,
};
