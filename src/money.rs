//! Amounts of money as exact whole fen, and exact decimal rates.
//!
//! Every rounding of the project happens here, once, by a rule that the caller names.
//! What is not here: currencies, formatting for people, floats.

use core::fmt;
use core::iter::Sum;
use core::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::{Decimal, RoundingStrategy};

/// The largest amount that an input may name: 10^10 yuan, in fen.
pub const LARGEST_FEN: i64 = 1_000_000_000_000;

/// Decimal places that an input rate may have.
pub const RATE_PLACES_MAX: u32 = 8;

/// Decimal places of a rate that is shown, and its least number of digits.
const SHOWN_PLACES: u32 = 10;

/// An exact amount in fen (0.01 yuan). May be negative in sums and differences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

/// How an exact amount becomes whole fen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest fen, half a fen away from zero.
    HalfUp,
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

/// Why a text is not an amount or a rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberFault {
    /// Not digits with at most one decimal point.
    NotANumber,
    /// More decimal places than the quantity has.
    TooManyDecimals,
    /// Beyond the largest amount that is allowed.
    TooLarge,
}

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(0);

    /// An amount of whole fen.
    pub const fn from_fen(fen: i64) -> Money {
        Money(fen)
    }

    /// The amount in fen.
    pub const fn fen(self) -> i64 {
        self.0
    }

    /// Reads yuan with at most two decimals: `"1234.5"` is 123450 fen. A leading minus is read.
    ///
    /// # Errors
    /// Anything but digits with one point, a third decimal, or more than [`LARGEST_FEN`].
    pub fn parse(text: &str) -> Result<Money, NumberFault> {
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !all_digits(whole) || !all_digits(decimals) {
            return Err(NumberFault::NotANumber);
        }
        let digit = |byte: u8| i64::from(byte - b'0');
        let fen = match *decimals.as_bytes() {
            [tens] => 10 * digit(tens),
            [tens, ones] => 10 * digit(tens) + digit(ones),
            _ => return Err(NumberFault::TooManyDecimals),
        };
        let yuan: i64 = whole.parse().map_err(|_| NumberFault::TooLarge)?;
        Money::from_yuan_and_fen(yuan, fen).map(|amount| Money(sign * amount.0))
    }

    fn from_yuan_and_fen(yuan: i64, fen: i64) -> Result<Money, NumberFault> {
        yuan.checked_mul(100)
            .and_then(|f| f.checked_add(fen))
            .filter(|&f| f <= LARGEST_FEN)
            .map(Money)
            .ok_or(NumberFault::TooLarge)
    }

    /// This amount times a rate, rounded to the fen by the named rule.
    pub fn times(self, rate: Decimal, rounding: Rounding) -> Money {
        Money::round(self.decimal_fen() * rate, rounding)
    }

    /// An exact number of fen, rounded to whole fen by the named rule.
    pub fn round(exact_fen: Decimal, rounding: Rounding) -> Money {
        let strategy = match rounding {
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Rounding::Down => RoundingStrategy::ToZero,
            Rounding::Up => RoundingStrategy::AwayFromZero,
        };
        let whole = exact_fen.round_dp_with_strategy(0, strategy);
        Money(i64::try_from(whole).expect("amounts stay below 10^17 fen"))
    }

    /// The amount as an exact decimal number of fen, for arithmetic with rates.
    pub fn decimal_fen(self) -> Decimal {
        Decimal::from(self.0)
    }

    /// Parts of this amount over `n` rows: each rounded down, the remainder to the last one.
    /// 1000.00 over 3 gives 333.33, 333.33, 333.34.
    pub fn split(self, n: usize) -> Vec<Money> {
        let part = self.0 / n as i64;
        let mut parts = vec![Money(part); n];
        if let Some(last) = parts.last_mut() {
            last.0 += self.0 - part * n as i64;
        }
        parts
    }

    /// `self × part ÷ whole`, rounded down: a share in proportion.
    pub fn share(self, part: Money, whole: Money) -> Money {
        let exact = i128::from(self.0) * i128::from(part.0) / i128::from(whole.0);
        Money(i64::try_from(exact).expect("a share is not larger than the amount shared"))
    }

    /// The smaller of two amounts.
    pub fn at_most(self, other: Money) -> Money {
        self.min(other)
    }

    /// This amount, or nothing where it is below nothing.
    pub fn not_negative(self) -> Money {
        self.max(Money::ZERO)
    }

    /// Whether it is exactly nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is more than nothing.
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }
}

/// Reads a rate such as `"0.0070"`: digits, one point, at most [`RATE_PLACES_MAX`] decimals, at most 1000.
///
/// # Errors
/// As for [`Money::parse`]; a minus is not a number here.
pub fn parse_rate(text: &str) -> Result<Decimal, NumberFault> {
    parse_decimal(text, RATE_PLACES_MAX)
}

/// Reads a number as [`parse_rate`] does, with at most so many decimals, which may be up to 14.
///
/// # Errors
/// As for [`parse_rate`].
pub fn parse_decimal(text: &str, places_max: u32) -> Result<Decimal, NumberFault> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) || text.ends_with('.') {
        return Err(NumberFault::NotANumber);
    }
    if decimals.len() > places_max as usize {
        return Err(NumberFault::TooManyDecimals);
    }
    if whole.len() > 4 {
        return Err(NumberFault::TooLarge);
    }
    let digits: i64 = format!("{whole}{decimals}").parse().map_err(|_| NumberFault::NotANumber)?;
    let rate = Decimal::new(digits, decimals.len() as u32);
    if rate > Decimal::from(1000) { Err(NumberFault::TooLarge) } else { Ok(rate) }
}

/// An annual or monthly rate as it is shown: rounded half up to 10 decimals, or to 10 digits where that is finer.
pub fn shown_rate(rate: Decimal) -> Decimal {
    let mut places = SHOWN_PLACES;
    let mut size = rate.abs();
    while !size.is_zero() && size < Decimal::new(1, 1) && places < Decimal::MAX_SCALE {
        size *= Decimal::TEN;
        places += 1;
    }
    rate.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize()
}

impl fmt::Display for Money {
    /// Yuan with two decimals: `1234.50`, `-0.05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [b'0'; 24];
        let end = text.len();
        let fen = self.0.unsigned_abs();
        put_digits(&mut text[end - 2..], fen % 100);
        text[end - 3] = b'.';
        let yuan = put_digits(&mut text[..end - 3], fen / 100).max(1);
        let mut start = end - 3 - yuan;
        if self.0 < 0 {
            start -= 1;
            text[start] = b'-';
        }
        f.write_str(ascii(&text[start..]))
    }
}

/// Writes a number's digits at the end of a text of zeros, and gives how many there were; none for 0.
///
/// # Panics
/// On a number with more digits than the text has places.
pub(crate) fn put_digits(text: &mut [u8], mut number: u64) -> usize {
    let (mut place, end) = (text.len(), text.len());
    while number > 0 {
        place -= 1;
        text[place] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    end - place
}

/// Digits and signs as the text that they are.
pub(crate) fn ascii(text: &[u8]) -> &str {
    core::str::from_utf8(text).expect("digits and signs are ASCII")
}

impl Add for Money {
    type Output = Money;
    #[inline(always)]
    fn add(self, other: Money) -> Money {
        Money(self.0 + other.0)
    }
}

impl Sub for Money {
    type Output = Money;
    #[inline(always)]
    fn sub(self, other: Money) -> Money {
        Money(self.0 - other.0)
    }
}

impl Neg for Money {
    type Output = Money;
    fn neg(self) -> Money {
        Money(-self.0)
    }
}

impl AddAssign for Money {
    // Called for every posting, and not made part of its callers where size comes first.
    #[inline(always)]
    fn add_assign(&mut self, other: Money) {
        self.0 += other.0;
    }
}

impl SubAssign for Money {
    #[inline(always)]
    fn sub_assign(&mut self, other: Money) {
        self.0 -= other.0;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_shows_all_its_digits() {
        for (fen, text) in [
            (0, "0.00"),
            (5, "0.05"),
            (-5, "-0.05"),
            (99, "0.99"),
            (100, "1.00"),
            (-123_450, "-1234.50"),
            (i64::MAX, "92233720368547758.07"),
            (i64::MIN, "-92233720368547758.08"),
        ] {
            assert_eq!(Money::from_fen(fen).to_string(), text);
        }
    }
}
