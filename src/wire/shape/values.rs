//! Values that cross the boundary as texts, and lists that cross it as objects.
//!
//! What is not here: how a text is laid out. Each type displays itself.

use std::rc::Rc;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::date::{Date, Month};
use crate::explain::{Value, WhyId};
use crate::money::Money;
use crate::terms::{OverrideValue, Quantity};

/// Names of types that are texts on the other side of the boundary.
macro_rules! texts {
    ($($(#[$about:meta])+ $name:ident = $type:ty;)+) => {
        $($(#[$about])+ pub type $name = $type;)+

        /// The same names as TypeScript has them.
        #[allow(dead_code, reason = "only their declarations are wanted")]
        mod typescript {
            $($(#[$about])+ #[tsify::declare] pub type $name = String;)+
        }
    };
}

texts!(
    /// Yuan with two decimals, such as `"1234.50"`. As an input a whole number is taken too.
    Amount = Money;
    /// A decimal share, such as `"0.0070"`.
    Rate = Decimal;
    /// A civil day, `YYYY-MM-DD`.
    Day = Date;
    /// A civil month, `YYYY-MM`.
    MonthName = Month;
    /// The key of an explanation in `Report.why`.
    WhyKey = WhyId;
    /// An id from the scenario, or what else names a thing.
    Id = Rc<str>;
);

/// Figures by name, written as an object.
pub type Figures = Vec<(&'static str, Value)>;

macro_rules! as_text {
    ($($type:ty),+) => {
        $(impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        })+
    };
}

as_text!(Money, Date, Month, WhyId, Value, Quantity, OverrideValue);

/// Writes pairs as an object, in their order.
pub(super) fn record<S: Serializer>(
    pairs: &[(impl Serialize, impl Serialize)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}

/// Writes items in the shape that the contract has for them.
pub(super) fn each<'a, Item, Shape, S>(items: &&'a [Item], serializer: S) -> Result<S::Ok, S::Error>
where
    Shape: Serialize + From<&'a Item>,
    S: Serializer,
{
    serializer.collect_seq(items.iter().map(Shape::from))
}
