//! A JSON value with its place, read strictly: every refusal has a code, a JSON pointer and a hint.
//!
//! What is not here: which fields a scenario has (see `read`).

use rust_decimal::Decimal;

use super::json::{Fields, Json, Number};
use crate::date::{Date, DateFault, Month};
use crate::error::{Code, Error, Result};
use crate::money::{LARGEST_FEN, Money, NumberFault, RATE_PLACES_MAX, parse_decimal};

/// Characters that a text may have.
const TEXT_MAX: usize = 200;

#[derive(Clone, Copy)]
enum Place<'a> {
    Whole,
    Field(&'a Place<'a>, &'a str),
    Item(&'a Place<'a>, usize),
}

impl Place<'_> {
    fn pointer(&self) -> String {
        match self {
            Place::Whole => String::new(),
            Place::Field(parent, key) => {
                format!("{}/{}", parent.pointer(), key.replace('~', "~0").replace('/', "~1"))
            }
            Place::Item(parent, index) => format!("{}/{index}", parent.pointer()),
        }
    }
}

/// A value of the input and its place.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    pub value: &'a Json<'a>,
    place: Place<'a>,
}

impl<'a> Node<'a> {
    pub fn whole(value: &'a Json<'a>) -> Node<'a> {
        Node { value, place: Place::Whole }
    }

    /// A refusal of this value.
    pub fn error(&self, code: Code, message: impl Into<String>, hint: impl Into<String>) -> Error {
        Error::new(code, &self.place.pointer(), message, hint)
    }

    fn wrong_type(&self, hint: &str) -> Error {
        self.error(Code::WrongType, format!("{} is not what goes here", self.value.kind()), hint)
    }

    /// Checks that this is an object.
    pub fn is_object(&self) -> Result<()> {
        self.object().map(|_| ())
    }

    fn object(&self) -> Result<&'a Fields<'a>> {
        match self.value {
            Json::Object(fields) => Ok(fields),
            _ => Err(self.wrong_type("an object { … }")),
        }
    }

    /// Checks the mark of the format under `format`.
    pub fn format(&self, mark: &str) -> Result<()> {
        let format = self.field("format")?;
        let text = format.value.as_text();
        if text == Some(mark) {
            return Ok(());
        }
        let message = format!("{} is not a format that is read here", text.unwrap_or(format.value.kind()));
        Err(format.error(Code::WrongFormat, message, format!("\"{mark}\"")))
    }

    /// Checks that this is an object without fields that nobody knows.
    pub fn fields(&self, known: &[&str]) -> Result<()> {
        let unknown = self.object()?.iter().find(|(key, _)| !known.contains(key));
        let Some((key, _)) = unknown else { return Ok(()) };
        Err(Error::new(
            Code::UnknownField,
            &Place::Field(&self.place, key).pointer(),
            format!("the field \"{key}\" is not known here"),
            format!("fields here are {}", known.join(", ")),
        ))
    }

    /// The value of a field; absent and `null` are alike.
    pub fn optional<'b>(&'b self, key: &'b str) -> Option<Node<'b>> {
        let value = self.value.get(key).filter(|value| **value != Json::Null)?;
        Some(Node { value, place: Place::Field(&self.place, key) })
    }

    /// The value of a field that must be there. A refusal names the object that lacks it.
    pub fn field<'b>(&'b self, key: &'b str) -> Result<Node<'b>> {
        let lacks = || self.error(Code::MissingField, format!("the field \"{key}\" is missing"), "add it");
        self.optional(key).ok_or_else(lacks)
    }

    /// Checks that a list is not longer than it may be, before any of it is read.
    pub fn at_most(&self, most: usize) -> Result<()> {
        let Json::List(items) = self.value else { return Ok(()) };
        if items.len() <= most {
            return Ok(());
        }
        let message = format!("{} are too many", items.len());
        Err(self.error(Code::TooManyEvents, message, format!("at most {most}")))
    }

    /// The text of a field that must be there. Named once, since every inlined copy of it counts in the module.
    #[inline(never)]
    pub fn text_of<'b>(&'b self, key: &'b str) -> Result<&'b str> {
        self.field(key)?.text()
    }

    /// The day of a report's field that must be there.
    #[inline(never)]
    pub fn day_of(&self, key: &str) -> Result<Date> {
        self.field(key)?.any_day()
    }

    /// The items of this list.
    pub fn items<'b>(&'b self) -> Result<impl ExactSizeIterator<Item = Node<'b>>> {
        let Json::List(list) = self.value else { return Err(self.wrong_type("a list [ … ]")) };
        Ok(list.iter().enumerate().map(|(i, value)| Node { value, place: Place::Item(&self.place, i) }))
    }

    /// The fields of this object with their names, in the order of the names and not in that of the text.
    pub fn entries<'b>(&'b self) -> Result<impl ExactSizeIterator<Item = (&'b str, Node<'b>)>> {
        let entries = self.object()?.iter();
        Ok(entries.map(|(key, value)| (key, Node { value, place: Place::Field(&self.place, key) })))
    }

    /// A text of 1 to 200 characters.
    pub fn text(&self) -> Result<&'a str> {
        let text = self.free_text()?;
        if text.is_empty() {
            return Err(self.error(Code::EmptyText, "the text is empty", "a text of 1 to 200 characters"));
        }
        Ok(text)
    }

    /// A text of up to 200 characters.
    pub fn free_text(&self) -> Result<&'a str> {
        let text = self.any_text()?;
        if text.len() > TEXT_MAX && text.chars().count() > TEXT_MAX {
            return Err(self.error(Code::TooLong, "the text is too long", "at most 200 characters"));
        }
        Ok(text)
    }

    /// A text of any length.
    pub fn any_text(&self) -> Result<&'a str> {
        self.value.as_text().ok_or_else(|| self.wrong_type("a text in quotes"))
    }

    pub fn boolean(&self) -> Result<bool> {
        match self.value {
            Json::Switch(on) => Ok(*on),
            _ => Err(self.wrong_type("true or false")),
        }
    }

    /// One of the words that the field takes.
    pub fn word<T: Copy>(&self, words: &[(&str, T)]) -> Result<T> {
        let text = self.value.as_text();
        let found = words.iter().find(|(word, _)| text == Some(word));
        found
            .map(|(_, meaning)| *meaning)
            .ok_or_else(|| self.no_word(&mut words.iter().map(|(word, _)| *word)))
    }

    /// A refusal of what is none of the words. Apart from [`Node::word`], which is compiled for each meaning.
    #[cold]
    fn no_word(&self, words: &mut dyn Iterator<Item = &str>) -> Error {
        let mut hint = String::from("one of ");
        for (index, word) in words.enumerate() {
            hint.push_str(if index == 0 { "" } else { ", " });
            hint.push_str(word);
        }
        match self.value.as_text() {
            Some(text) => self.error(Code::UnknownWord, format!("\"{text}\" is not a word for this"), hint),
            None => self.wrong_type(&hint),
        }
    }

    /// A whole number from `least` to `most`.
    pub fn whole_number(&self, least: i64, most: i64) -> Result<i64> {
        let whole = if let Json::Number(number) = self.value { number.whole() } else { None };
        match whole.filter(|n| (least..=most).contains(n)) {
            Some(n) => Ok(n),
            None => Err(self.no_whole_number(least, most)),
        }
    }

    #[cold]
    fn no_whole_number(&self, least: i64, most: i64) -> Error {
        let hint = format!("a whole number from {least} to {most}");
        let Json::Number(number) = self.value else { return self.wrong_type(&hint) };
        let (code, message) = match number.whole() {
            Some(n) if n < least => (Code::NotPositive, format!("{n} is too small")),
            Some(n) => (Code::TooLarge, format!("{n} is too large")),
            None if number.is_fraction() => (Code::FractionalNumber, format!("{number} is not whole")),
            None => (Code::TooLarge, format!("{number} is too large")),
        };
        self.error(code, message, hint)
    }

    /// An amount above zero.
    pub fn amount(&self) -> Result<Money> {
        let amount = self.money()?;
        if amount.is_positive() {
            return Ok(amount);
        }
        let hint = "an amount above zero, such as \"500.00\"";
        Err(self.error(Code::NotPositive, format!("{amount} is not above zero"), hint))
    }

    /// An amount that may be nothing.
    pub fn limit(&self) -> Result<Money> {
        let amount = self.money()?;
        if amount >= Money::ZERO {
            return Ok(amount);
        }
        Err(self.error(Code::NotPositive, format!("{amount} is below zero"), "zero or more"))
    }

    /// A rate of 0 or more, as the terms write them.
    pub fn rate(&self) -> Result<Decimal> {
        self.decimal(RATE_PLACES_MAX)
    }

    /// A rate of at most 1.
    pub fn share(&self) -> Result<Decimal> {
        let rate = self.rate()?;
        if rate <= Decimal::ONE {
            return Ok(rate);
        }
        Err(self.error(Code::TooLarge, format!("{rate} is too large"), "at most 1, which is 100 %"))
    }

    /// A number of 0 or more with at most so many decimals.
    pub fn decimal(&self, places: u32) -> Result<Decimal> {
        let number;
        let text = match self.value {
            Json::Text(text) => &**text,
            Json::Number(_) => {
                number = self.whole_number(0, 1000)?.to_string();
                &number
            }
            _ => return Err(self.wrong_type("a number in quotes, such as \"0.0070\"")),
        };
        parse_decimal(text, places).map_err(|fault| match fault {
            NumberFault::NotANumber => self.number_fault(fault, text),
            NumberFault::TooManyDecimals => self.error(
                Code::TooManyDecimals,
                format!("\"{text}\" is too fine"),
                format!("at most {places} decimals"),
            ),
            NumberFault::TooLarge => {
                self.error(Code::TooLarge, format!("\"{text}\" is too large"), "at most 1000")
            }
        })
    }

    /// An amount that may be nothing or below.
    pub fn money(&self) -> Result<Money> {
        match self.value {
            Json::Text(text) => Money::parse(text).map_err(|fault| self.number_fault(fault, text)),
            Json::Number(number) => self.whole_yuan(number),
            _ => Err(self.wrong_type("an amount in quotes, such as \"1234.50\"")),
        }
    }

    fn whole_yuan(&self, number: &Number<'_>) -> Result<Money> {
        if number.is_fraction() {
            return Err(self.error(
                Code::FractionalNumber,
                format!("{number} is a fractional number, which is not exact"),
                "write it in quotes, such as \"1234.50\"",
            ));
        }
        number
            .whole()
            .and_then(|yuan| yuan.checked_mul(100))
            .filter(|fen| fen.abs() <= LARGEST_FEN)
            .map(Money::from_fen)
            .ok_or_else(|| self.number_fault(NumberFault::TooLarge, &number.to_string()))
    }

    fn number_fault(&self, fault: NumberFault, text: &str) -> Error {
        let (code, hint) = match fault {
            NumberFault::NotANumber => {
                (Code::NotANumber, "digits with at most one point, such as \"1234.50\"")
            }
            NumberFault::TooManyDecimals => (Code::TooManyDecimals, "an amount has at most two decimals"),
            NumberFault::TooLarge => (Code::TooLarge, "at most 10000000000.00"),
        };
        self.error(code, format!("\"{text}\" cannot be taken as a number here"), hint)
    }

    pub fn date(&self) -> Result<Date> {
        let text = self.value.as_text().ok_or_else(|| self.wrong_type("a day such as \"2025-03-05\""))?;
        Date::parse(text).map_err(|fault| self.date_fault(fault, text))
    }

    /// A day of a report, which may lie after the years that inputs may name.
    pub fn any_day(&self) -> Result<Date> {
        let text = self.value.as_text().ok_or_else(|| self.wrong_type("a day such as \"2025-03-05\""))?;
        Date::parse_any(text).map_err(|fault| self.date_fault(fault, text))
    }

    /// A figure as reports write it: digits, perhaps a minus in front, perhaps decimals.
    pub fn figure(&self) -> Result<&'a str> {
        let text = self.free_text()?;
        let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
        let whole = whole.strip_prefix('-').unwrap_or(whole);
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if digits(whole) && digits(decimals) {
            return Ok(text);
        }
        Err(self.number_fault(NumberFault::NotANumber, text))
    }

    pub fn month(&self) -> Result<Month> {
        let text = self.value.as_text().ok_or_else(|| self.wrong_type("a month such as \"2025-03\""))?;
        Month::parse(text).map_err(|fault| self.date_fault(fault, text))
    }

    fn date_fault(&self, fault: DateFault, text: &str) -> Error {
        match fault {
            DateFault::NotADate => {
                self.error(Code::BadDate, format!("\"{text}\" is not a day"), "a day such as \"2025-03-05\"")
            }
            DateFault::NoSuchDay => {
                self.error(Code::BadDate, format!("there is no day {text}"), "a day that the calendar has")
            }
            DateFault::OutOfRange => self.error(
                Code::DateOutOfRange,
                format!("{text} is outside the years that can be simulated"),
                "a day from 2004-01-01 to 2099-12-31",
            ),
        }
    }
}
