//! What a run shows: folds over the journal. They read, and change nothing.
//!
//! What is not here: JSON (see `wire`) and sentences (the page's).

mod account;
mod advice;
mod bills;
mod ladder;
mod limit;
mod plans;
mod recovery;
mod reminders;

pub use account::{AsOf, NextDue, Recovery, as_of};
pub use advice::{Advisory, Severity, advisories};
pub use bills::{BillLine, BillStatus, LineKind, bill_lines, bill_status};
pub use ladder::{Condition, LadderRung, ladder};
pub use limit::{CauseKind, LimitCause, LimitDay, limit_days};
pub use plans::{RowStatus, row_remaining, row_status, total_fee};
pub use recovery::{Path, RecoveryStep, Setback, WayBack, ways_back};
pub use reminders::{Reminder, reminders};
