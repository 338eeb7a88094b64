//! The head of a report: what a run says without any list.
//!
//! What is not here: the other fields, which are there by name only (see `write`).

use serde::{Serialize, Serializer};

use super::write::{self, product_used, totals_of};
use super::{json, shape};
use crate::engine::resume::{self, Marks, Outline};
use crate::scenario::Scenario;
use crate::terms::Terms;

/// Lists the fields once, for their names and for their texts.
macro_rules! later {
    ($($field:ident: $name:literal,)+) => {
        /// The fields of a report that its head does not know.
        pub const LATER: &[&str] = &[$($name),+];

        /// The texts of the fields of [`LATER`] as they are made: a field is let go of before the next one is written, so
        /// that a long report is never there twice.
        pub fn each_later(report: shape::Report, see: &mut dyn FnMut(&'static str, String)) {
            $({
                let field = report.$field;
                see($name, json::text(&field));
            })+
        }
    };
}

later! {
    as_of: "asOf",
    outcomes: "outcomes",
    bills: "bills",
    plans: "plans",
    refunds: "refunds",
    limit: "limit",
    freezes: "freezes",
    advisories: "advisories",
    reminders: "reminders",
    recovery: "recovery",
    ladder: "ladder",
    why: "why",
}

/// A field that is not known yet, written as `null`.
#[derive(Clone, Copy, Debug, Default)]
struct Later;

impl Serialize for Later {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_none()
    }
}

/// A report whose lists are not known yet. Each field stands where [`shape::Report`] has it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Head {
    format: &'static str,
    engine: &'static str,
    product: shape::ProductUsed,
    #[serde(skip_serializing_if = "Option::is_none")]
    run: Option<shape::Run>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<Later>,
    outcomes: Later,
    bills: Later,
    plans: Later,
    refunds: Later,
    limit: Later,
    freezes: Later,
    advisories: Later,
    reminders: Later,
    recovery: Later,
    ladder: Later,
    totals: shape::Totals,
    why: Later,
    not_modelled: Vec<&'static str>,
}

impl Head {
    /// Whether the report has a field of [`LATER`]: an account on no day has no `asOf`.
    pub fn has(&self, name: &str) -> bool {
        name != "asOf" || self.as_of.is_some()
    }
}

/// The head of the report of a scenario on terms.
pub fn head(scenario: &Scenario, terms: &Terms) -> Head {
    head_of(scenario, terms, &resume::outline(scenario, terms))
}

/// As [`head`], going on from the marks of earlier runs.
pub(super) fn head_after(scenario: &Scenario, terms: &Terms, marks: &mut Marks) -> Head {
    head_of(scenario, terms, &marks.outline(scenario, terms))
}

fn head_of(scenario: &Scenario, terms: &Terms, run: &Outline) -> Head {
    Head {
        format: write::FORMAT,
        engine: write::ENGINE,
        product: product_used(terms),
        run: run.days.map(|(from, until)| shape::Run { from, until }),
        as_of: write::has_as_of(scenario).then_some(Later),
        outcomes: Later,
        bills: Later,
        plans: Later,
        refunds: Later,
        limit: Later,
        freezes: Later,
        advisories: Later,
        reminders: Later,
        recovery: Later,
        ladder: Later,
        totals: totals_of(run.sums),
        why: Later,
        not_modelled: super::advice::NOT_MODELLED.to_vec(),
    }
}
