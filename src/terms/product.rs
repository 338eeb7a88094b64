//! The products and rates that are shipped: every file of `data/terms/`, packed by the build script.
//!
//! What is not here: their names or figures. Adding a file adds a product.

use std::sync::OnceLock;

use super::{About, ReferenceRates, Terms, packed};

// `PRODUCTS`: id, packed terms and packed texts of each, in the order of the ids. `DEFAULT`: the place of the one
// that is meant where none is named. `RATES`: the packed reference rates.
include!(concat!(env!("OUT_DIR"), "/products.rs"));

static UNPACKED: [OnceLock<Terms>; PRODUCTS.len()] = [const { OnceLock::new() }; PRODUCTS.len()];

fn terms(index: usize) -> &'static Terms {
    UNPACKED[index].get_or_init(|| packed::unpack(PRODUCTS[index].1))
}

/// The ids of the shipped products, sorted.
pub fn ids() -> impl Iterator<Item = &'static str> {
    PRODUCTS.iter().map(|(id, ..)| *id)
}

/// Every shipped product, in the order of their ids.
pub fn shipped() -> impl Iterator<Item = &'static Terms> {
    (0..PRODUCTS.len()).map(terms)
}

/// The product that is meant where none is named: `data/terms/default` holds its id.
pub fn default_product() -> &'static Terms {
    terms(DEFAULT)
}

/// The shipped product of an id.
pub fn product(id: &str) -> Option<&'static Terms> {
    ids().position(|known| known == id).map(terms)
}

/// What people read about the shipped product of an id: sources, notes, choices, claims.
pub fn about(id: &str) -> Option<&'static About> {
    static ABOUT: [OnceLock<About>; PRODUCTS.len()] = [const { OnceLock::new() }; PRODUCTS.len()];
    let index = ids().position(|known| known == id)?;
    Some(ABOUT[index].get_or_init(|| packed::unpack_about(PRODUCTS[index].2)))
}

/// The rates that costs are held against.
pub fn reference_rates() -> &'static ReferenceRates {
    static UNPACKED: OnceLock<ReferenceRates> = OnceLock::new();
    UNPACKED.get_or_init(|| packed::unpack_rates(RATES))
}
