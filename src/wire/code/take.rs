//! Reads the content of a code. Nothing comes out of bytes that do not fit to the last one.
//!
//! What is not here: what a scenario may hold (see `read`, through which every decoded scenario goes).

use super::fields::{EVENTS, KEYS, Kind, OVERRIDES_MAX, PLAN_PARTS, PRODUCTS, STEPS, VALUES, flag, origin};
use crate::date::{Date, Days, FIRST, LAST, Month};
use crate::export::Reader;
use crate::money::{LARGEST_FEN, Money};
use crate::terms::OverrideValue;
use crate::wire::json::{Fields, Json};
use crate::wire::read::SCENARIO_FORMAT;

/// What a content holds.
pub struct Content {
    /// The scenario without its overrides.
    pub scenario: Json<'static>,
    /// Its product.
    pub product: String,
    /// The version of the product's data that it was made with.
    pub version: String,
    /// Its overrides.
    pub overrides: Vec<(String, OverrideValue)>,
}

/// What the bytes of a content say.
pub fn content(bytes: &[u8]) -> Option<Content> {
    let mut take = Take { rest: Reader::new(bytes), day: origin() };
    let mut scenario = Fields::default();
    set(&mut scenario, "format", SCENARIO_FORMAT);
    let product = take.word(PRODUCTS)?;
    set(&mut scenario, "product", product.clone());
    let version = take.version()?;
    let overrides = take.frame(&mut scenario)?;
    let count = usize::try_from(take.rest.number()?).ok()?;
    // Every event takes two bytes at least, so a number alone cannot ask for memory.
    let mut events = Vec::with_capacity(count.min(take.rest.left()));
    for _ in 0..count {
        events.push(take.event()?);
    }
    set(&mut scenario, "events", Json::List(events));
    let scenario = Json::Object(scenario);
    (take.rest.left() == 0).then_some(Content { scenario, product, version, overrides })
}

fn set(object: &mut Fields<'static>, key: &'static str, value: impl Into<Json<'static>>) {
    object.set(key, value.into());
}

/// A number with so many decimals.
pub(super) fn decimal(digits: u64, places: usize) -> String {
    let mut text = format!("{digits:0>width$}", width = places + 1);
    if places > 0 {
        text.insert(text.len() - places, '.');
    }
    text
}

struct Take<'b> {
    rest: Reader<'b>,
    /// The last day that was read.
    day: Date,
}

impl Take<'_> {
    fn frame(&mut self, scenario: &mut Fields<'static>) -> Option<Vec<(String, OverrideValue)>> {
        let flags = self.rest.number().filter(|flags| *flags <= flag::ALL)?;
        let is_set = |flag: u64| flags & flag != 0;
        set(scenario, "creditLimit", self.amount()?);
        for (flag, key) in [(flag::TODAY, "today"), (flag::UNTIL, "until")] {
            if is_set(flag) {
                set(scenario, key, self.day()?.to_string());
            }
        }
        if is_set(flag::POSSIBLE) {
            set(scenario, "assume", "possible");
        }
        let days = if is_set(flag::DAYS_BEFORE) { self.rest.number()? } else { 0 };
        if is_set(flag::UNPAID) || days > 0 {
            let mut habit = Fields::default();
            set(&mut habit, "payInFull", !is_set(flag::UNPAID));
            set(&mut habit, "daysBeforeDue", days);
            set(scenario, "habit", Json::Object(habit));
        }
        if is_set(flag::OVERRIDES) { self.overrides() } else { Some(Vec::new()) }
    }

    fn overrides(&mut self) -> Option<Vec<(String, OverrideValue)>> {
        let count = self.rest.number().filter(|count| *count <= OVERRIDES_MAX)?;
        let mut overrides = Vec::new();
        for _ in 0..count {
            overrides.push((self.key()?, self.value()?));
        }
        Some(overrides)
    }

    fn event(&mut self) -> Option<Json<'static>> {
        let head = self.rest.number()?;
        let (kind, fields) = EVENTS.get((head & 0xF) as usize)?;
        let mut said = head >> 4;
        let day = self.day()?;
        let mut event = Fields::default();
        set(&mut event, "type", *kind);
        set(&mut event, "date", day.to_string());
        for (key, kind, may_lack) in *fields {
            if *may_lack {
                let is_said = said & 1 == 1;
                said >>= 1;
                if !is_said {
                    continue;
                }
            }
            let value = self.field(*kind, day.month())?;
            event.set(*key, value);
        }
        (said == 0).then_some(Json::Object(event))
    }

    fn field(&mut self, kind: Kind, month: Month) -> Option<Json<'static>> {
        Some(match kind {
            Kind::Name => self.name()?.into(),
            Kind::Amount => self.amount()?.into(),
            Kind::Count => self.rest.number()?.into(),
            Kind::Word(words, _) => self.word(words)?.into(),
            Kind::Text => self.rest.text()?.to_owned().into(),
            Kind::Switch(usual) => (!usual).into(),
            Kind::Month => self.month(month)?.into(),
            Kind::Target => match self.rest.number()? {
                0 => "unbilled".into(),
                1 => {
                    let mut target = Fields::default();
                    set(&mut target, "bill", self.month(month)?);
                    Json::Object(target)
                }
                _ => return None,
            },
        })
    }

    fn day(&mut self) -> Option<Date> {
        let distance = i32::try_from(self.rest.signed()?).ok()?;
        let day = self.day.days_since_epoch().checked_add(distance)?;
        let known = FIRST.days_since_epoch()..=LAST.days_since_epoch();
        if !known.contains(&day) {
            return None;
        }
        self.day = FIRST + Days(day - FIRST.days_since_epoch());
        Some(self.day)
    }

    fn month(&mut self, from: Month) -> Option<String> {
        let distance =
            i32::try_from(self.rest.signed()?).ok().filter(|months| months.unsigned_abs() < 2_000)?;
        let month =
            if distance < 0 { from.minus(distance.unsigned_abs()) } else { from.plus(distance as u32) };
        Some(month.to_string())
    }

    fn amount(&mut self) -> Option<String> {
        let number = self.rest.number()?;
        let steps = STEPS.len() as u64;
        let fen = (number / steps).checked_mul(STEPS[(number % steps) as usize])?;
        let fen = i64::try_from(fen).ok().filter(|fen| *fen <= LARGEST_FEN)?;
        Some(Money::from_fen(fen).to_string())
    }

    fn word(&mut self, words: &[&str]) -> Option<String> {
        match self.rest.number()? {
            0 => self.rest.text().map(str::to_owned),
            number => words.get(usize::try_from(number).ok()? - 1).map(|word| (*word).to_owned()),
        }
    }

    fn version(&mut self) -> Option<String> {
        match self.rest.number()? {
            0 => self.rest.text().map(str::to_owned),
            number => {
                let days = i32::try_from(number - 1).ok().filter(|days| *days <= (LAST - FIRST).0)?;
                Some((FIRST + Days(days)).to_string())
            }
        }
    }

    fn name(&mut self) -> Option<String> {
        match self.rest.number()? {
            0 => self.rest.text().map(str::to_owned),
            number => {
                let letter = if number % 2 == 1 { 'p' } else { 'c' };
                Some(format!("{letter}{}", number.div_ceil(2)))
            }
        }
    }

    fn key(&mut self) -> Option<String> {
        match self.rest.number()? {
            0 => self.rest.text().map(str::to_owned),
            number if number % 2 == 1 => {
                let index = usize::try_from(number / 2).ok()?;
                KEYS.get(index).map(|key| (*key).to_owned())
            }
            number => {
                let part = PLAN_PARTS[((number / 2 - 1) % 3) as usize];
                Some(format!("plan.{}.{part}", (number / 2 - 1) / 3))
            }
        }
    }

    fn value(&mut self) -> Option<OverrideValue> {
        Some(match self.rest.number()? {
            0 => OverrideValue::Text(self.rest.text()?.to_owned()),
            1 => OverrideValue::Whole(i64::try_from(self.rest.number()?).ok()?),
            2 => OverrideValue::Switch(false),
            3 => OverrideValue::Switch(true),
            number if number % 2 == 1 => {
                let index = usize::try_from(number / 2 - 2).ok()?;
                OverrideValue::Text((*VALUES.get(index)?).to_owned())
            }
            number => {
                let places = usize::try_from(number / 2 - 2).ok().filter(|places| *places <= 8)?;
                OverrideValue::Text(decimal(self.rest.number()?, places))
            }
        })
    }
}
