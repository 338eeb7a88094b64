//! The account's books: balanced entries, and the balances that they leave.
//!
//! `journal` has the accounts and the entries, `items` what is owed piece by piece, `clock` what
//! grows by the day, `book` the balances. Only `Book::post` changes a balance.
//! What is not here: any rule about when or how much to post.

mod book;
mod clock;
mod items;
mod journal;

pub use book::{Book, LimitBalance, Sums};
pub use clock::Clock;
pub use items::{
    Bill, BillNo, Item, ItemNo, Moved, Pieces, Plan, PlanNo, PlanRow, PlanSettlement, Purchase, PurchaseNo,
    Queue,
};
pub use journal::{About, Account, Cause, Entry, FreezeChange, FreezeKind, Line, Place, Reading, Readings};
pub use journal::{Change, LimitPart};
