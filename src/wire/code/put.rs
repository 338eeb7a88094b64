//! Writes the content of a code.
//!
//! What is not here: checks. The scenario was read before, so every refusal in here would be a bug.

use super::fields::{EVENTS, Field, KEYS, Kind, PLAN_PARTS, PRODUCTS, STEPS, VALUES, flag, origin};
use crate::date::{Date, FIRST, Month};
use crate::error::Result;
use crate::export::Writer;
use crate::wire::json::Json;
use crate::wire::node::Node;

/// The content of a scenario on a version of its product's data.
pub fn content(scenario: &Node<'_>, version: &str) -> Result<Vec<u8>> {
    let mut put = Put { out: Writer::default(), day: origin() };
    put.word(PRODUCTS, scenario.text_of("product")?);
    put.version(version);
    put.frame(scenario)?;
    let events = scenario.field("events")?;
    put.out.number(events.items()?.len() as u64);
    for event in events.items()? {
        put.event(&event)?;
    }
    Ok(put.out.into_bytes())
}

struct Put {
    out: Writer,
    /// The last day that was written.
    day: Date,
}

impl Put {
    fn frame(&mut self, scenario: &Node<'_>) -> Result<()> {
        let (today, until) = (scenario.optional("today"), scenario.optional("until"));
        let possible = scenario.optional("assume").is_some_and(|assume| is_text(&assume, "possible"));
        let habit = scenario.optional("habit");
        let pays = habit.as_ref().and_then(|habit| habit.optional("payInFull"));
        let unpaid = pays.is_some_and(|pays| *pays.value == Json::Switch(false));
        let days = habit
            .as_ref()
            .and_then(|habit| habit.optional("daysBeforeDue"))
            .map_or(Ok(0), |days| whole(&days))?;
        let says_days = days > 0 && !unpaid;
        let overrides = scenario.optional("overrides");
        let overrides = overrides.filter(|keys| keys.entries().is_ok_and(|keys| keys.len() > 0));
        let flags = [
            (today.is_some(), flag::TODAY),
            (until.is_some(), flag::UNTIL),
            (possible, flag::POSSIBLE),
            (unpaid, flag::UNPAID),
            (says_days, flag::DAYS_BEFORE),
            (overrides.is_some(), flag::OVERRIDES),
        ];
        self.out.number(flags.iter().filter(|(set, _)| *set).map(|(_, flag)| flag).sum());
        self.amount(&scenario.field("creditLimit")?)?;
        for day in [today, until].into_iter().flatten() {
            self.day(day.date()?);
        }
        if says_days {
            self.out.number(days);
        }
        if let Some(overrides) = overrides {
            self.out.number(overrides.entries()?.len() as u64);
            for (key, value) in overrides.entries()? {
                self.key(key);
                self.value(&value)?;
            }
        }
        Ok(())
    }

    /// The type in four bits, above it one bit for each field that may be left out and is not; day; fields.
    fn event(&mut self, event: &Node<'_>) -> Result<()> {
        let kind = event.text_of("type")?;
        let index = EVENTS.iter().position(|(known, _)| *known == kind).expect("every type has its row");
        let fields = EVENTS[index].1;
        let mut head = index as u64;
        let left_out = fields.iter().filter(|field| field.2);
        for (bit, field) in left_out.enumerate() {
            head |= u64::from(is_said(event, field)) << (4 + bit);
        }
        self.out.number(head);
        let date = event.field("date")?.date()?;
        self.day(date);
        for field in fields.iter().filter(|field| !field.2 || is_said(event, field)) {
            self.field(&event.field(field.0)?, field.1, date.month())?;
        }
        Ok(())
    }

    fn field(&mut self, node: &Node<'_>, kind: Kind, month: Month) -> Result<()> {
        match kind {
            Kind::Name => self.name(node.text()?),
            Kind::Amount => self.amount(node)?,
            Kind::Count => self.out.number(whole(node)?),
            Kind::Word(words, _) => self.word(words, node.text()?),
            Kind::Text => self.out.text(node.free_text()?),
            Kind::Switch(_) => {}
            Kind::Month => self.month(node, month)?,
            Kind::Target => match node.value.as_text() {
                Some(_) => self.out.number(0),
                None => {
                    self.out.number(1);
                    self.month(&node.field("bill")?, month)?;
                }
            },
        }
        Ok(())
    }

    fn day(&mut self, day: Date) {
        self.out.signed(i64::from((day - self.day).0));
        self.day = day;
    }

    fn month(&mut self, node: &Node<'_>, from: Month) -> Result<()> {
        self.out.signed(node.month()?.months_since(from).into());
        Ok(())
    }

    fn amount(&mut self, node: &Node<'_>) -> Result<()> {
        let fen = node.limit()?.fen().unsigned_abs();
        let step = STEPS.iter().rposition(|step| fen.is_multiple_of(*step)).unwrap_or(0);
        self.out.number(fen / STEPS[step] * STEPS.len() as u64 + step as u64);
        Ok(())
    }

    /// The number of a word from 1, or 0 and the word.
    fn word(&mut self, words: &[&str], word: &str) {
        match words.iter().position(|known| *known == word) {
            Some(index) => self.out.number(index as u64 + 1),
            None => self.spelt(word),
        }
    }

    fn spelt(&mut self, text: &str) {
        self.out.number(0);
        self.out.text(text);
    }

    /// A date from 1 as its distance from the first day that there is, or 0 and the text.
    fn version(&mut self, version: &str) {
        match Date::parse(version) {
            Ok(date) => self.out.number(u64::from((date - FIRST).0.unsigned_abs()) + 1),
            Err(_) => self.spelt(version),
        }
    }

    /// `p1`, `c1`, `p2`, `c2` … as numbers from 1, any other name as 0 and the name.
    fn name(&mut self, name: &str) {
        let letters = [name.strip_prefix('p'), name.strip_prefix('c')];
        let number =
            (0..2).find_map(|letter| Some(u64::from(plain(letters[letter]?)?) * 2 - 1 + letter as u64));
        match number {
            Some(number) => self.out.number(number),
            None => self.spelt(name),
        }
    }

    /// A known key as an odd number, one of a plan as an even one, any other as 0 and the key.
    fn key(&mut self, key: &str) {
        let known = || Some(KEYS.iter().position(|known| *known == key)? as u64 * 2 + 1);
        let of_plan = || {
            let (rows, part) = key.strip_prefix("plan.")?.split_once('.')?;
            let part = PLAN_PARTS.iter().position(|known| *known == part)? as u64;
            Some(u64::from(plain(rows)?) * 6 + part * 2 + 2)
        };
        match known().or_else(of_plan) {
            Some(number) => self.out.number(number),
            None => self.spelt(key),
        }
    }

    /// 0 text, 1 whole number, 2 no, 3 yes; then even: decimals and digits, odd: a known word.
    fn value(&mut self, node: &Node<'_>) -> Result<()> {
        match node.value {
            Json::Switch(switch) => self.out.number(2 + u64::from(*switch)),
            Json::Number(_) => {
                self.out.number(1);
                self.out.number(whole(node)?);
            }
            _ => self.value_text(node.text()?),
        }
        Ok(())
    }

    fn value_text(&mut self, text: &str) {
        if let Some(index) = VALUES.iter().position(|known| *known == text) {
            self.out.number(5 + 2 * index as u64);
        } else if let Some((digits, places)) = decimal(text) {
            self.out.number(4 + 2 * places as u64);
            self.out.number(digits);
        } else {
            self.spelt(text);
        }
    }
}

/// Whether a field that may be left out says something.
fn is_said(event: &Node<'_>, (key, kind, _): &Field) -> bool {
    let Some(node) = event.optional(key) else { return false };
    match kind {
        Kind::Count => whole(&node) != Ok(1),
        Kind::Word(_, Some(usual)) => !is_text(&node, usual),
        Kind::Switch(usual) => *node.value != Json::Switch(*usual),
        Kind::Target => !is_text(&node, "auto"),
        _ => true,
    }
}

fn is_text(node: &Node<'_>, text: &str) -> bool {
    node.value.as_text() == Some(text)
}

/// A whole number, however JSON writes it.
fn whole(node: &Node<'_>) -> Result<u64> {
    node.whole_number(0, i64::MAX).map(i64::unsigned_abs)
}

/// A number from 1 that is printed as it was written.
fn plain(digits: &str) -> Option<u32> {
    digits.parse().ok().filter(|number: &u32| *number > 0 && number.to_string() == digits)
}

/// The digits and the number of decimals of a text that those two give back.
fn decimal(text: &str) -> Option<(u64, usize)> {
    let places = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let digits = text.replacen('.', "", 1).parse().ok()?;
    (places <= 8 && super::take::decimal(digits, places) == text).then_some((digits, places))
}
