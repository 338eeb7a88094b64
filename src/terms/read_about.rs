//! Reads what people read about a product: names, sources, choices, claims.
//!
//! What is not here: the terms themselves (see `read`).

use std::sync::Arc;

use serde_json::Value;

use super::about::{
    About, Choice, Claim, Disagreement, Figure, LANGUAGES, Lender, Note, Service, Source, Texts,
};
use super::json::Node;
use super::read::{cited, from_date};
use super::words::Word;
use super::{ASSUMED, OVERRIDE, OverrideValue, Sure};
use crate::error::Result;

/// Everything but the terms themselves.
pub(super) fn about(root: &Node, sources: Vec<Source>) -> Result<About> {
    let about = About {
        notes: notes(&root.field("terms")?)?,
        lender: root.optional("lender").map(|item| lender(&item, &sources)).transpose()?,
        choices: root.list("choices", |item| choice(item, &sources))?,
        services: root.list("services", |item| service(item, &sources))?,
        claims: root.list("claims", |item| claim(item, &sources))?,
        disagreements: root.list("disagreements", disagreement)?,
        sources,
    };
    unique(root, "choices", about.choices.iter().map(|choice| &choice.id))?;
    unique(root, "claims", about.claims.iter().map(|claim| &claim.id))?;
    unique(root, "disagreements", about.disagreements.iter().map(|item| &item.id))?;
    known_claims(root, &about)?;
    Ok(about)
}

/// The sources that everything else cites.
pub(super) fn sources(root: &Node) -> Result<Vec<Source>> {
    let sources = root.field("sources")?;
    let sources = sources.items()?.map(|item| source(&item)).collect::<Result<Vec<_>>>()?;
    unique(root, "sources", sources.iter().map(|source| &source.id))?;
    Ok(sources)
}

/// The notes of all values.
fn notes(terms: &Node) -> Result<Vec<Note>> {
    let mut notes = Vec::new();
    for key in terms.keys()? {
        for item in terms.field(key)?.items()? {
            let Some(note) = item.optional("note") else { continue };
            let from = from_date(&item.field("from")?)?;
            notes.push(Note { key: Arc::from(key), from, text: texts(&note)? });
        }
    }
    Ok(notes)
}

/// A text in each of the languages.
pub(super) fn texts(node: &Node) -> Result<Texts> {
    node.fields(&LANGUAGES)?;
    LANGUAGES.iter().map(|tag| Ok((Arc::from(*tag), node.kept(tag)?))).collect()
}

/// The choice that a word means, out of those that are allowed here.
pub(super) fn one_of<T: Word>(node: &Node, allowed: &[T]) -> Result<T> {
    let found = T::from_word(node.text()?).filter(|choice| allowed.contains(choice));
    let words: Vec<&str> = allowed.iter().map(|choice| choice.word()).collect();
    found.ok_or_else(|| node.bad("not one of the words", format!("one of {}", words.join(", "))))
}

fn every<T: Word>() -> Vec<T> {
    T::ALL.iter().map(|(_, choice)| *choice).collect()
}

fn source(item: &Node) -> Result<Source> {
    item.fields(&["id", "title", "date", "place", "sure"])?;
    let id = item.kept("id")?;
    if [ASSUMED, OVERRIDE].contains(&&*id) {
        return Err(item.bad_field("id", format!("`{id}` is reserved"), "another id"));
    }
    Ok(Source {
        id,
        title: texts(&item.field("title")?)?,
        date: item.kept("date")?,
        place: kept_optional(item, "place")?,
        sure: one_of(&item.field("sure")?, &[Sure::Official, Sure::Secondary])?,
    })
}

fn kept_optional(item: &Node, key: &str) -> Result<Option<Arc<str>>> {
    item.optional(key).map(|_| item.kept(key)).transpose()
}

fn lender(item: &Node, sources: &[Source]) -> Result<Lender> {
    item.fields(&["name", "source", "sure", "note"])?;
    let (source, sure) = cited(item, sources)?;
    let (name, note) = (texts(&item.field("name")?)?, texts(&item.field("note")?)?);
    Ok(Lender { name, source, sure, note })
}

fn choice(item: &Node, sources: &[Source]) -> Result<Choice> {
    item.fields(&["id", "title", "set", "source", "fact", "sure"])?;
    let (source, sure) = cited(item, sources)?;
    Ok(Choice {
        id: item.kept("id")?,
        title: texts(&item.field("title")?)?,
        set: settings(&item.field("set")?)?,
        source,
        fact: kept_optional(item, "fact")?,
        sure,
    })
}

/// Keys and values as a scenario's overrides have them.
fn settings(set: &Node) -> Result<Vec<(String, OverrideValue)>> {
    let setting = |key: &str| Ok((key.to_owned(), setting(&set.field(key)?)?));
    set.keys()?.map(setting).collect()
}

fn setting(node: &Node) -> Result<OverrideValue> {
    match node.value {
        Value::String(text) => Ok(OverrideValue::Text(text.clone())),
        Value::Bool(on) => Ok(OverrideValue::Switch(*on)),
        other => other
            .as_i64()
            .map(OverrideValue::Whole)
            .ok_or_else(|| node.bad("not a value of an override", "a text, a whole number, true or false")),
    }
}

fn service(item: &Node, sources: &[Source]) -> Result<Service> {
    item.fields(&["number", "note", "source", "fact", "sure"])?;
    let (source, _) = cited(item, sources)?;
    Ok(Service {
        number: item.kept("number")?,
        note: texts(&item.field("note")?)?,
        source,
        fact: kept_optional(item, "fact")?,
    })
}

fn claim(item: &Node, sources: &[Source]) -> Result<Claim> {
    item.fields(&["id", "kind", "text", "figures", "source", "fact", "sure"])?;
    let (source, _) = cited(item, sources)?;
    Ok(Claim {
        id: item.kept("id")?,
        kind: one_of(&item.field("kind")?, &every())?,
        text: texts(&item.field("text")?)?,
        figures: item.list("figures", figure)?,
        source,
        fact: kept_optional(item, "fact")?,
    })
}

fn figure(item: &Node) -> Result<Figure> {
    item.fields(&["name", "value", "unit"])?;
    Ok(Figure { name: item.kept("name")?, value: item.kept("value")?, unit: item.kept("unit")? })
}

fn disagreement(item: &Node) -> Result<Disagreement> {
    item.fields(&["id", "claims", "text"])?;
    let claims = item.field("claims")?;
    let claims = claims.items()?.map(|claim| claim.text().map(Arc::from)).collect::<Result<_>>()?;
    Ok(Disagreement { id: item.kept("id")?, claims, text: texts(&item.field("text")?)? })
}

fn unique<'a>(root: &Node, list: &str, ids: impl Iterator<Item = &'a Arc<str>>) -> Result<()> {
    let mut seen: Vec<&Arc<str>> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            return Err(root.bad_field(list, format!("`{id}` is there twice"), "an id of its own for each"));
        }
        seen.push(id);
    }
    Ok(())
}

fn known_claims(root: &Node, about: &About) -> Result<()> {
    let known = |id: &Arc<str>| about.claims.iter().any(|claim| claim.id == *id);
    let mut cited = about.disagreements.iter().flat_map(|item| &item.claims);
    match cited.find(|id| !known(id)) {
        None => Ok(()),
        Some(id) => Err(root.bad_field("disagreements", format!("`{id}` is not a claim"), "ids of `claims`")),
    }
}
