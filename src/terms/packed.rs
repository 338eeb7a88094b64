//! Shipped products as the build script packs them: one value a line, cells parted by tabs.
//!
//! The packing is checked by tests, which read the same products from their JSON files and compare.
//! What is not here: refusals. A fault in here is our own, since the data came through the build.

use std::sync::Arc;

use super::assemble::{self, Identity};
use super::given::Given;
use super::keys::{self, Takes};
use super::table::Table;
use super::words::Word;
use super::{About, Choice, Claim, Dated, Disagreement, Figure, LANGUAGES, Lender, Note, OverrideValue};
use super::{Quantity, ReferenceRates, Service, Source, Term, Terms, Texts, Threshold};
use crate::date::Date;
use crate::explain::Reference;

/// The cells of a value: key, from-date, value, unit, source, fact or nothing, how sure.
type Row<'a> = [&'a str; 7];

/// The terms of one packed product.
///
/// # Panics
/// If it was not packed from a product that the checker takes.
pub(super) fn unpack(packed: &str) -> Terms {
    let mut lines = packed.lines();
    let identity = identity(lines.next().unwrap_or_default());
    let mut table = Table::default();
    let mut values: Vec<Term<Quantity>> = Vec::new();
    for line in lines {
        let term = term(row(line));
        if values.first().is_some_and(|first| first.reference.key != term.reference.key) {
            set(&mut table, core::mem::take(&mut values));
        }
        values.push(term);
    }
    set(&mut table, values);
    assemble::terms(identity, table)
}

fn set(table: &mut Table, values: Vec<Term<Quantity>>) {
    let key = Arc::clone(&values[0].reference.key);
    table.set(key, Dated::new(values));
}

/// The first line: id, version and name.
fn identity(line: &str) -> Identity {
    let mut cells = Cells(line.split('\t'));
    Identity { id: cells.kept(), version: cells.kept(), name: cells.texts(), overridden: Vec::new() }
}

fn row(line: &str) -> Row<'_> {
    Cells(line.split('\t')).row()
}

fn term(row: Row<'_>) -> Term<Quantity> {
    of_kind(keys::takes(row[0]).expect("a known key"), row)
}

fn of_kind(takes: Takes, [key, from, value, unit, source, fact, sure]: Row<'_>) -> Term<Quantity> {
    Term {
        from: day(from),
        value: takes.quantity(&given(takes, value), unit).expect("a value that the key takes"),
        reference: Reference { key: Arc::from(key), source: Arc::from(source), fact: some(fact) },
        sure: word(sure),
    }
}

fn given(takes: Takes, value: &str) -> Given<'_> {
    match takes {
        Takes::Switch => Given::Switch(value == "true"),
        Takes::Words(_) | Takes::Order(_) => Given::listed(value),
        _ => Given::Text(value),
    }
}

fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

fn word<T: Word>(text: &str) -> T {
    T::from_word(text).expect("a word that is known")
}

fn some(text: &str) -> Option<Arc<str>> {
    if text.is_empty() { None } else { Some(Arc::from(text)) }
}

/// The rest of a line.
struct Cells<'a>(core::str::Split<'a, char>);

impl<'a> Cells<'a> {
    fn text(&mut self) -> &'a str {
        self.0.next().expect("a line has all its cells")
    }

    fn row(&mut self) -> Row<'a> {
        core::array::from_fn(|_| self.text())
    }

    fn kept(&mut self) -> Arc<str> {
        Arc::from(self.text())
    }

    fn some(&mut self) -> Option<Arc<str>> {
        some(self.text())
    }

    fn texts(&mut self) -> Texts {
        LANGUAGES.iter().map(|tag| (Arc::from(*tag), self.kept())).collect()
    }
}

/// What people read about a packed product.
///
/// # Panics
/// As [`unpack`].
pub(super) fn unpack_about(packed: &str) -> About {
    let mut about = About::default();
    for line in packed.lines() {
        let mut cells = Cells(line.split('\t'));
        match cells.text() {
            "note" => about.notes.push(note(cells)),
            "source" => about.sources.push(source(cells)),
            "lender" => about.lender = Some(lender(cells)),
            "choice" => about.choices.push(choice(cells)),
            "set" => last(&mut about.choices).set.push(setting(cells)),
            "service" => about.services.push(service(cells)),
            "claim" => about.claims.push(claim(cells)),
            "figure" => last(&mut about.claims).figures.push(figure(cells)),
            _ => about.disagreements.push(disagreement(cells)),
        }
    }
    about
}

fn last<T>(list: &mut [T]) -> &mut T {
    list.last_mut().expect("a line that belongs to one before it")
}

fn note(mut cells: Cells) -> Note {
    Note { key: cells.kept(), from: day(cells.text()), text: cells.texts() }
}

fn source(mut cells: Cells) -> Source {
    let (id, date, place) = (cells.kept(), cells.kept(), cells.some());
    Source { id, date, place, sure: word(cells.text()), title: cells.texts() }
}

fn lender(mut cells: Cells) -> Lender {
    let (source, sure) = (cells.kept(), word(cells.text()));
    Lender { source, sure, name: cells.texts(), note: cells.texts() }
}

fn choice(mut cells: Cells) -> Choice {
    let (id, source, fact) = (cells.kept(), cells.kept(), cells.some());
    Choice { id, source, fact, sure: word(cells.text()), title: cells.texts(), set: Vec::new() }
}

fn setting(mut cells: Cells) -> (String, OverrideValue) {
    let (key, value) = (cells.text(), cells.text());
    let value = match value {
        "true" | "false" => OverrideValue::Switch(value == "true"),
        _ => value.parse().map_or_else(|_| OverrideValue::Text(value.to_owned()), OverrideValue::Whole),
    };
    (key.to_owned(), value)
}

fn service(mut cells: Cells) -> Service {
    Service { number: cells.kept(), source: cells.kept(), fact: cells.some(), note: cells.texts() }
}

fn claim(mut cells: Cells) -> Claim {
    let (id, kind) = (cells.kept(), word(cells.text()));
    let (source, fact, text) = (cells.kept(), cells.some(), cells.texts());
    Claim { id, kind, source, fact, text, figures: Vec::new() }
}

fn figure(mut cells: Cells) -> Figure {
    Figure { name: cells.kept(), value: cells.kept(), unit: cells.kept() }
}

fn disagreement(mut cells: Cells) -> Disagreement {
    let (id, claims) = (cells.kept(), cells.text());
    Disagreement { id, claims: claims.split(',').map(Arc::from).collect(), text: cells.texts() }
}

/// The packed reference rates.
///
/// # Panics
/// As [`unpack`].
pub(super) fn unpack_rates(packed: &str) -> ReferenceRates {
    let mut lines = packed.lines();
    let version = Arc::from(lines.next().unwrap_or_default());
    let mut rates = ReferenceRates { version, sources: Vec::new(), lpr: Vec::new(), thresholds: Vec::new() };
    for line in lines {
        let mut cells = Cells(line.split('\t'));
        match cells.text() {
            "source" => rates.sources.push(source(cells)),
            "lpr" => rates.lpr.push(of_kind(Takes::PlanRate, row(line))),
            _ => rates.thresholds.push(threshold(line)),
        }
    }
    rates
}

fn threshold(line: &str) -> Threshold {
    let mut cells = Cells(line.split('\t'));
    let row = cells.row();
    let [id, _, _, unit, ..] = row;
    let takes = if unit == "count" { Takes::Count } else { Takes::PlanRate };
    Threshold { id: Arc::from(id), line: of_kind(takes, row), note: cells.texts() }
}
