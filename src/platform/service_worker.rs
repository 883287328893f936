//! The worker that keeps the app in the browser, so that it starts without a connection: `pwa/worker.js`.

use super::{events, page, timing};
use js_sys::Reflect;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

/// How long a newer version is not looked for again, in milliseconds.
const HOUR: f64 = 3_600_000.0;

/// Has the browser keep the app. Where it cannot, or where the page came by an address that is not safe, nothing
/// happens.
pub async fn keep() {
    let Some(workers) = workers() else { return };
    if let Some(kept) = registration(workers.register("./worker.js")).await {
        look_now_and_then(kept);
    }
}

/// Calls `newer` once a newer version is kept and waits to be used.
pub async fn when_newer(newer: impl Fn() + Copy + 'static) {
    if let Some(ready) = workers().and_then(|workers| workers.ready().ok())
        && let Some(kept) = registration(ready).await
    {
        listen(&kept, newer);
    }
}

/// Loads the page again, in the newer version if one waits.
///
/// A page of the older version in another tab goes on with the chunks of that version until it is loaded again, too: it
/// may hold what no draft saves, such as a file that was just opened.
pub async fn load_newest() {
    if let Some(workers) = workers()
        && let Some(kept) = registration(workers.get_registration()).await
        && let Some(waiting) = kept.waiting()
        && waiting.post_message(&"use".into()).is_ok()
    {
        events::on(&workers, "controllerchange", |_| page::reload());
    } else {
        page::reload();
    }
}

/// Has the browser let go of the app: of the files that it keeps of it, and of the worker.
pub async fn forget() {
    let Some(workers) = workers() else { return };
    let Some(kept) = registration(workers.get_registration()).await else { return };
    if let Ok(caches) = window().caches() {
        let ours = format!("afterword {} ", kept.scope());
        let names = JsFuture::from(caches.keys()).await.unwrap_or_default();
        for name in js_sys::Array::from(&names).iter().filter_map(|name| name.as_string()) {
            if name.starts_with(&ours) {
                // It only fails where the browser is about to throw all of it away.
                let _ = JsFuture::from(caches.delete(&name)).await;
            }
        }
    }
    if let Ok(going) = kept.unregister() {
        let _ = JsFuture::from(going).await;
    }
}

fn workers() -> Option<ServiceWorkerContainer> {
    // Some browsers have none; some throw where the page stands in another one.
    Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?.dyn_into().ok()
}

async fn registration(coming: js_sys::Promise) -> Option<ServiceWorkerRegistration> {
    JsFuture::from(coming).await.ok()?.dyn_into().ok()
}

fn listen(kept: &ServiceWorkerRegistration, newer: impl Fn() + Copy + 'static) {
    // On a first visit nothing is older than what arrives.
    let tell = move |kept: &ServiceWorkerRegistration| {
        if kept.active().is_some() && kept.waiting().is_some() {
            newer();
        }
    };
    let follow = move |kept: &ServiceWorkerRegistration| {
        if let Some(coming) = kept.installing() {
            let kept = kept.clone();
            events::on(&coming, "statechange", move |_| tell(&kept));
        }
    };
    tell(kept);
    follow(kept);
    let same = kept.clone();
    events::on(kept, "updatefound", move |_| follow(&same));
}

/// The browser looks for a newer version at each start. Where the page stays open for days, it also looks when somebody
/// leaves the page or comes back to it.
fn look_now_and_then(kept: ServiceWorkerRegistration) {
    let mut looked = timing::uptime();
    events::on_document("visibilitychange", move |_| {
        if timing::uptime() - looked < HOUR {
            return;
        }
        looked = timing::uptime();
        if let Ok(looking) = kept.update() {
            spawn_local(async {
                // Without a connection it looks another time.
                let _ = JsFuture::from(looking).await;
            });
        }
    });
}
