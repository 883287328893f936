//! What only a browser can show. Natively there is nothing here: `cargo xtask test --only wasm` runs it.
#![cfg(target_arch = "wasm32")]

mod journal;
mod records;
mod state;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
