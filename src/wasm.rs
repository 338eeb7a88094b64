//! The functions that JavaScript calls: the only file that knows `wasm_bindgen`.
//!
//! What is not here: the shapes of inputs and results, and any rule of the account.

use wasm_bindgen::prelude::wasm_bindgen;

/// Shows the text and place of a panic in the browser's console.
#[cfg(any(debug_assertions, feature = "panic-hook"))]
#[wasm_bindgen(start)]
fn show_panics() {
    console_error_panic_hook::set_once();
}

/// The version of the engine, as in its package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
