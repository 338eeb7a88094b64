//! The shipped terms, the checker's refusals, and overrides.

use yuefu::terms;

#[test]
fn the_default_product_is_shipped() {
    let product = terms::product("douyin-monthly-pay").expect("it is shipped");
    let rows: Vec<u32> = product.offers.iter().map(|offer| offer.periods).collect();
    assert_eq!(rows, [3, 6, 12]);
}
