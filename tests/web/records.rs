//! Records go to the browser's storage and come back as they were.

use afterword::model::Settings;
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn settings_come_back_as_they_were() {
    let settings = Settings::default();
    LocalStorage::set("afterword/test", &settings).unwrap();
    let back: Settings = LocalStorage::get("afterword/test").unwrap();
    LocalStorage::delete("afterword/test");
    assert_eq!(back, settings);
}
