//! The products that are shipped: every file of `data/terms/`, listed by the build script.
//!
//! What is not here: their names or figures. Adding a file adds a product.

use std::sync::OnceLock;

use super::Terms;

/// One shipped product: its id and its data.
struct File {
    id: &'static str,
    json: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/products.rs"));

static READ: [OnceLock<Terms>; FILES.len()] = [const { OnceLock::new() }; FILES.len()];

fn terms(index: usize) -> &'static Terms {
    READ[index].get_or_init(|| match Terms::from_json(FILES[index].json) {
        Ok(terms) => terms,
        Err(fault) => panic!("data/terms/{}.json: {fault}; {}", FILES[index].id, fault.hint),
    })
}

/// Every shipped product, in the order of their ids.
pub fn shipped() -> impl Iterator<Item = &'static Terms> {
    (0..FILES.len()).map(terms)
}

/// The product that is meant where none is named: `data/terms/default` holds its id.
pub fn default_product() -> &'static Terms {
    terms(DEFAULT)
}

/// The shipped product of an id.
pub fn product(id: &str) -> Option<&'static Terms> {
    FILES.iter().position(|file| file.id == id).map(terms)
}
