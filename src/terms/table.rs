//! All terms of a product by key: what is read, overridden and listed, before and beside the typed fields.
//!
//! What is not here: the meaning of a key.

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

/// Values by key, in the order of the keys. Copying it shares the values.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Table(Vec<(Arc<str>, Arc<Dated<Quantity>>)>);

impl Table {
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| (**known).cmp(key))
    }

    /// Sets the values of a key, in place of those that it had.
    pub fn set(&mut self, key: Arc<str>, values: Dated<Quantity>) {
        let values = Arc::new(values);
        match self.place(&key) {
            Ok(place) => self.0[place].1 = values,
            Err(place) => self.0.insert(place, (key, values)),
        }
    }

    pub fn get(&self, key: &str) -> Option<&Dated<Quantity>> {
        self.place(key).ok().map(|place| &*self.0[place].1)
    }

    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.0.iter().map(|(key, values)| Entry { key, values })
    }

    /// The typed values of a key that the product may have.
    pub fn optional<T: Held>(&self, key: &str) -> Option<Dated<T>> {
        self.get(key).map(typed)
    }

    /// The typed values of a key that every product has.
    ///
    /// # Panics
    /// If it is not there: the reader has refused such a product.
    pub fn dated<T: Held>(&self, key: &str) -> Dated<T> {
        typed(self.must(key))
    }

    fn must(&self, key: &str) -> &Dated<Quantity> {
        let Some(values) = self.get(key) else { panic!("the reader has let {key} be missing") };
        values
    }

    /// The numbers N of the keys `prefix.N.last`, in rising order.
    pub fn numbers(&self, prefix: &str, last: &str) -> Vec<u32> {
        let mut numbers: Vec<u32> = Vec::new();
        for (key, _) in &self.0 {
            let digits = key.strip_prefix(prefix).and_then(|rest| rest.strip_suffix(last));
            let Some(number) = digits.and_then(|digits| digits.parse().ok()) else { continue };
            let place = numbers.partition_point(|smaller| *smaller < number);
            numbers.insert(place, number);
        }
        numbers
    }
}

/// The same values as those of one kind.
fn typed<T: Held>(values: &Dated<Quantity>) -> Dated<T> {
    let term = |term: &Term<Quantity>| Term {
        from: term.from,
        value: T::held(&term.value).expect("the reader has checked the kind"),
        reference: term.reference.clone(),
        sure: term.sure,
    };
    Dated::new(values.all().iter().map(term).collect())
}
