//! Whether the browser may throw away what the page stores when it runs out of room, and whether it has.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A cache that holds nothing. It is there once something was stored, in a place of its own: where what was stored is
/// gone and this is not, the browser has thrown it away.
const TRACE: &str = "afterword kept";

/// Asks the browser not to throw away what is stored, unless it has said so already. Some browsers ask the user.
pub fn ask() {
    spawn_local(async {
        caches("open", TRACE).await;
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

/// Whether something was stored here once.
pub async fn has_trace() -> bool {
    caches("has", TRACE).await.is_some_and(|there| there.as_bool() == Some(true))
}

/// What was stored here once is nobody's concern any more.
pub async fn forget_trace() {
    caches("delete", TRACE).await;
}

/// There are no caches where the page came by an address that is not safe.
async fn caches(method: &str, name: &str) -> Option<JsValue> {
    let caches = Reflect::get(&window(), &"caches".into()).ok()?;
    let asked: Function = Reflect::get(&caches, &JsValue::from(method)).ok()?.dyn_into().ok()?;
    let coming: Promise = asked.call1(&caches, &name.into()).ok()?.dyn_into().ok()?;
    JsFuture::from(coming).await.ok()
}
