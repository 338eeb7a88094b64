//! A number as it is written, so that nothing of it is lost to a float.
//!
//! What is not here: amounts and rates, which inputs write as texts.

use core::fmt;
use std::borrow::Cow;

/// The most digits of a whole number that is not written as digits alone: all are exact in JavaScript.
const DIGITS_MAX: usize = 15;

/// A JSON number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number<'t>(pub(super) Cow<'t, str>);

impl Number<'_> {
    /// The whole number that this is, also where it is written with a point or an exponent.
    pub fn whole(&self) -> Option<i64> {
        if let Ok(number) = self.0.parse() {
            return Some(number);
        }
        let Parts { sign, digits, zeros } = self.parts();
        let zeros = usize::try_from(zeros).ok()?;
        if digits.is_empty() {
            return Some(0);
        }
        if digits.len() + zeros > DIGITS_MAX {
            return None;
        }
        let number = digits.bytes().chain(core::iter::repeat_n(b'0', zeros));
        Some(number.fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')) * sign)
    }

    /// Whether a part of it is less than one.
    pub fn is_fraction(&self) -> bool {
        let Parts { digits, zeros, .. } = self.parts();
        !digits.is_empty() && zeros < 0
    }

    fn parts(&self) -> Parts {
        let (sign, written) = match self.0.strip_prefix('-') {
            Some(written) => (-1, written),
            None => (1, &*self.0),
        };
        let (mantissa, exponent) = written.split_once(['e', 'E']).unwrap_or((written, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        let digits = all.trim_start_matches('0').trim_end_matches('0');
        let cut = all.len() - all.trim_end_matches('0').len();
        let far = if exponent.starts_with('-') { i64::MIN / 2 } else { i64::MAX / 2 };
        let zeros = exponent.parse().unwrap_or(far) + cut as i64 - fraction.len() as i64;
        Parts { sign, digits: digits.to_owned(), zeros }
    }
}

/// A number as digits without zeros at their ends, and how many zeros follow; below 0 where the point is among them.
struct Parts {
    sign: i64,
    digits: String,
    zeros: i64,
}

impl fmt::Display for Number<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number<'_> {
        Number(text.into())
    }

    #[test]
    fn a_number_is_whole_however_it_is_written() {
        for (text, whole) in [
            ("0", 0),
            ("-0", 0),
            ("-0.0e5", 0),
            ("12", 12),
            ("-7", -7),
            ("1.0", 1),
            ("100.00e-2", 1),
            ("1.25e2", 125),
            ("1E3", 1000),
            ("-12300e-2", -123),
            ("9223372036854775807", i64::MAX),
            ("900000000000000.0", 900_000_000_000_000),
        ] {
            assert_eq!((number(text).whole(), number(text).is_fraction()), (Some(whole), false), "{text}");
        }
    }

    #[test]
    fn a_number_that_is_not_whole_is_told_from_one_that_is_too_large() {
        for text in ["0.5", "-1.25e1", "1e-1", "10e-2", "1e-9223372036854775808", "1e-99999999999999999999"] {
            assert_eq!((number(text).whole(), number(text).is_fraction()), (None, true), "{text}");
        }
        for text in ["9223372036854775808", "1e30", "1.5e300", "1e99999999999999999999"] {
            assert_eq!((number(text).whole(), number(text).is_fraction()), (None, false), "{text}");
        }
    }
}
