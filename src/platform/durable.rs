//! Whether the browser may throw away what the page stores when it runs out of room.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Asks the browser not to throw away what is stored, unless it has said so already. Some browsers ask the user.
pub fn ask() {
    spawn_local(async {
        if is_granted().await == Some(false) {
            call("persist").await;
        }
    });
}

/// Whether the browser keeps what is stored until the user removes it; `None` where it does not say.
pub async fn is_granted() -> Option<bool> {
    call("persisted").await
}

async fn call(method: &str) -> Option<bool> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let asked: Function = Reflect::get(&storage, &JsValue::from(method)).ok()?.dyn_into().ok()?;
    let coming: Promise = asked.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(coming).await.ok()?.as_bool()
}
