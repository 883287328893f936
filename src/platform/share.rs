//! What is handed to other programs at a tap: the clipboard, the system's share sheet.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Puts a text on the clipboard, then says whether it is there. Where the browser refuses, nothing is lost: the
/// text stands on the page.
pub fn copy(text: &str, then: impl FnOnce(bool) + 'static) {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).unwrap_or(JsValue::UNDEFINED);
    when_done(call(&clipboard, "writeText", &text.into()), then);
}

/// Whether the system has a share sheet.
pub fn can_share() -> bool {
    Reflect::get(&window().navigator(), &"share".into()).is_ok_and(|share| share.is_function())
}

/// Whether a message is better shared than mailed by a link: Android's share sheet hands a text to any program as it
/// is, while the mail program that comes with Android loses the paragraphs of a link's text.
pub fn is_better_shared() -> bool {
    can_share() && window().navigator().user_agent().is_ok_and(|agent| agent.contains("Android"))
}

/// Opens the system's share sheet with a text, then says whether it was shared; closing the sheet is no fault.
pub fn share(title: &str, text: &str, then: impl FnOnce(bool) + 'static) {
    let data = Object::new();
    // Setting a field of a fresh object cannot fail.
    let _ = Reflect::set(&data, &"title".into(), &title.into());
    let _ = Reflect::set(&data, &"text".into(), &text.into());
    when_done(call(&window().navigator(), "share", &data), then);
}

/// Opens the system's share sheet with a file. Whether it was shared; closing the sheet is no fault.
pub async fn share_file(file: &web_sys::File) -> bool {
    let data = Object::new();
    let _ = Reflect::set(&data, &"files".into(), &js_sys::Array::of1(file));
    match call(&window().navigator(), "share", &data) {
        Some(shared) => JsFuture::from(shared).await.is_ok(),
        None => false,
    }
}

fn call(of: &JsValue, name: &str, with: &JsValue) -> Option<Promise> {
    let method: Function = Reflect::get(of, &name.into()).ok()?.dyn_into().ok()?;
    method.call1(of, with).ok()?.dyn_into().ok()
}

fn when_done(promise: Option<Promise>, then: impl FnOnce(bool) + 'static) {
    let Some(promise) = promise else { return then(false) };
    let then: Box<dyn FnOnce(bool)> = Box::new(then);
    wasm_bindgen_futures::spawn_local(async move {
        then(JsFuture::from(promise).await.is_ok());
    });
}
