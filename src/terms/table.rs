//! All terms of a product by key: what is read, overridden and listed, before and beside the typed fields.
//!
//! What is not here: the meaning of a key.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::quantity::Held;
use super::{Dated, Quantity, Term};

/// One key and its values.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The key, as overrides spell it.
    pub key: &'a str,
    /// Its values, the earliest first.
    pub values: &'a Dated<Quantity>,
}

/// Values by key. Copying it shares the values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table(BTreeMap<Arc<str>, Arc<Dated<Quantity>>>);

impl Table {
    /// Sets the values of a key, in place of those that it had.
    pub fn set(&mut self, key: Arc<str>, values: Dated<Quantity>) {
        self.0.insert(key, Arc::new(values));
    }

    pub fn get(&self, key: &str) -> Option<&Dated<Quantity>> {
        self.0.get(key).map(|values| &**values)
    }

    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.0.iter().map(|(key, values)| Entry { key, values })
    }

    /// The typed values of a key that the product may have.
    pub fn optional<T: Held>(&self, key: &str) -> Option<Dated<T>> {
        let typed = |term: &Term<Quantity>| Term {
            from: term.from,
            value: T::held(&term.value).expect("the reader has checked the kind"),
            reference: term.reference.clone(),
            sure: term.sure,
            note: term.note.clone(),
        };
        Some(Dated::new(self.get(key)?.all().iter().map(typed).collect()))
    }

    /// The typed values of a key that every product has.
    ///
    /// # Panics
    /// If it is not there: the reader has refused such a product.
    pub fn dated<T: Held>(&self, key: &str) -> Dated<T> {
        let Some(values) = self.optional(key) else { panic!("the reader has let {key} be missing") };
        values
    }

    /// The numbers N of the keys `prefix.N.last`, in rising order.
    pub fn numbers(&self, prefix: &str, last: &str) -> Vec<u32> {
        let number = |key: &str| key.strip_prefix(prefix)?.strip_suffix(last)?.parse().ok();
        let mut numbers: Vec<u32> = self.0.keys().filter_map(|key| number(key)).collect();
        numbers.sort_unstable();
        numbers
    }
}
