//! What people read about a product: its sources, notes, choices, and what the sources claim.
//!
//! It is kept apart from the terms, so that a simulation does not carry texts along.
//! What is not here: anything that a rule computes with. A figure of a claim is text, so that it cannot be.

use std::sync::Arc;

use super::{OverrideValue, Sure};
use crate::date::Date;

/// A text in several languages: language tag and text, in the order of [`LANGUAGES`].
pub type Texts = Vec<(Arc<str>, Arc<str>)>;

/// The languages that every text of a product has.
pub const LANGUAGES: [&str; 3] = ["zh-CN", "zh-Hant", "en"];

/// Sources, notes, choices and claims of a product.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// The sources that its terms cite.
    pub sources: Vec<Source>,
    /// What a reader should know about single values.
    pub notes: Vec<Note>,
    /// Who lends and is paid, where a source says so.
    pub lender: Option<Lender>,
    /// Sets of overrides that go together, such as another statement day with its due day.
    pub choices: Vec<Choice>,
    /// Telephone lines that a source names.
    pub services: Vec<Service>,
    /// What sources say without its being a rule.
    pub claims: Vec<Claim>,
    /// Where claims do not agree.
    pub disagreements: Vec<Disagreement>,
}

/// A source that terms cite.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Id that references use.
    pub id: Arc<str>,
    /// What it is, for people.
    pub title: Texts,
    /// When it was written, or read where that is not known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub date: Arc<str>,
    /// Where it was found, without protocol.
    pub place: Option<Arc<str>>,
    /// How far it can be relied on.
    pub sure: Sure,
}

/// What a reader should know about one value of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The key of the term.
    pub key: Arc<str>,
    /// The from-date of the value.
    pub from: Date,
    /// The note.
    pub text: Texts,
}

/// Who lends and receives what is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lender {
    /// What it is called.
    pub name: Texts,
    /// Id of the source.
    pub source: Arc<str>,
    /// How far it can be relied on.
    pub sure: Sure,
    /// What a reader should know about it.
    pub note: Texts,
}

/// Overrides that the product itself offers together.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Id, unique in the product.
    pub id: Arc<str>,
    /// What it means.
    pub title: Texts,
    /// The overrides that it stands for.
    pub set: Vec<(String, OverrideValue)>,
    /// Id of the source.
    pub source: Arc<str>,
    /// Id of the fact.
    pub fact: Option<Arc<str>>,
    /// How far it can be relied on.
    pub sure: Sure,
}

/// A telephone line, as a source gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The number as it is dialled.
    pub number: Arc<str>,
    /// When it answers and what to mind.
    pub note: Texts,
    /// Id of the source.
    pub source: Arc<str>,
    /// Id of the fact.
    pub fact: Option<Arc<str>>,
}

/// What a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClaimKind {
    /// A statement about the product or its users.
    Claim,
    /// The story of one user.
    Case,
    /// Advice without a figure that a rule could use.
    Advice,
}

/// Something that a source says and no rule uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Id, unique in the product.
    pub id: Arc<str>,
    /// What it is.
    pub kind: ClaimKind,
    /// What it says, in our words.
    pub text: Texts,
    /// The figures in it.
    pub figures: Vec<Figure>,
    /// Id of the source.
    pub source: Arc<str>,
    /// Id of the fact.
    pub fact: Option<Arc<str>>,
}

/// A figure of a claim, to be shown and never computed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What it measures.
    pub name: Arc<str>,
    /// Digits as the source has them, as a decimal.
    pub value: Arc<str>,
    /// What it is counted in.
    pub unit: Arc<str>,
}

/// Claims that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// Id, unique in the product.
    pub id: Arc<str>,
    /// Ids of the claims.
    pub claims: Vec<Arc<str>>,
    /// What is done about it.
    pub text: Texts,
}

impl About {
    /// The note on the value of a key that holds from a day.
    pub fn note(&self, key: &str, from: Date) -> Option<&Texts> {
        self.notes.iter().find(|note| &*note.key == key && note.from == from).map(|note| &note.text)
    }
}

/// The text in a language, or in the first language where that one is missing.
pub fn text_in<'a>(texts: &'a Texts, language: &str) -> &'a str {
    let exact = texts.iter().find(|(tag, _)| &**tag == language);
    exact.or(texts.first()).map_or("", |(_, text)| text)
}
