//! The shipped terms against the specification, the checker's refusals, and overrides.

mod overrides;
mod reference_rates;
mod refusals;
mod shipped;
mod strict;

use yuefu::date::Date;
use yuefu::terms::{self, Dated, Quantity, Terms};

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day of the test")
}

fn product(id: &str) -> &'static Terms {
    terms::product(id).expect("a shipped product")
}

/// The value of a key on a day with its unit, such as `3 workingDays`.
fn shown(values: Option<&Dated<Quantity>>, on: &str) -> String {
    let value = &values.expect("a key of the product").at(day(on)).value;
    format!("{value} {}", value.unit())
}

/// The text of a product's file.
fn file(id: &str) -> String {
    std::fs::read_to_string(format!("{}/data/terms/{id}.json", env!("CARGO_MANIFEST_DIR"))).expect("a file")
}
