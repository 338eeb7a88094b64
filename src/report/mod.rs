//! What a run shows: folds over the journal. They read, and change nothing.
//!
//! What is not here: JSON (see `wire`) and sentences (the page's).

mod account;
mod bills;
mod limit;
mod plans;

pub use account::{AsOf, NextDue, Recovery, as_of};
pub use bills::{BillLine, BillStatus, LineKind, bill_lines, bill_status};
pub use limit::{CauseKind, LimitCause, LimitDay, limit_days};
pub use plans::{RowStatus, row_remaining, row_status, total_fee};
