//! The exported functions, called inside a real browser. Nothing to run on other targets.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The version that Cargo.toml gives the package.
#[wasm_bindgen_test]
fn the_version_is_the_package_s() {
    assert_eq!(yuefu::wasm::version(), "0.1.0");
}
