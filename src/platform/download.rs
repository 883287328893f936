//! Files handed to the user, and taken from them.

use super::share;
use crate::exchange::decoded;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, Url, window};

/// What kind of file it is, in the browser's words.
pub const JSON: &str = "application/json";
/// A text of no further kind.
pub const TEXT: &str = "text/plain;charset=utf-8";

/// Hands a text to the user as a file; whether the browser could.
pub fn hand_over(file_name: &str, kind: &str, text: &str) -> bool {
    try_to_hand_over(file_name, kind, text).is_ok()
}

/// What became of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Delivery {
    /// The user has put it somewhere.
    Kept,
    /// The browser took it, and does not say what became of it.
    Taken,
    /// It went nowhere.
    Refused,
}

/// Hands a text to the user as a file, by the system's share sheet where this is an app that cannot download.
pub async fn deliver(file_name: &str, kind: &str, text: &str) -> Delivery {
    if cannot_download() {
        return share_as_file(file_name, kind, text).await;
    }
    if hand_over(file_name, kind, text) { Delivery::Taken } else { Delivery::Refused }
}

/// Opens the system's share sheet with a text as a file.
pub async fn share_as_file(file_name: &str, kind: &str, text: &str) -> Delivery {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let properties = FilePropertyBag::new();
    properties.set_type(kind);
    let file = File::new_with_str_sequence_and_options(&parts, file_name, &properties);
    let is_shared = match file {
        Ok(file) => share::share_file(&file).await,
        Err(_) => false,
    };
    if is_shared { Delivery::Kept } else { Delivery::Refused }
}

/// On an iPhone, an app on the home screen has no downloads.
fn cannot_download() -> bool {
    let navigator = window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| {
        Reflect::get(&navigator, &"standalone".into()).is_ok_and(|is| is.as_bool() == Some(true))
    })
}

fn try_to_hand_over(file_name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let properties = BlobPropertyBag::new();
    properties.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &properties)?;
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let address = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&address);
    link.set_download(file_name);
    // Some browsers follow a link only while it is part of the page.
    document.body().ok_or(JsValue::NULL)?.append_child(&link)?;
    link.click();
    link.remove();
    release_later(address);
    Ok(())
}

/// Some browsers read the text only after the click, so that its address is let go of a minute later.
fn release_later(address: String) {
    let minute = std::time::Duration::from_mins(1);
    let release = move || drop(Url::revoke_object_url(&address));
    leptos::prelude::set_timeout(release, minute);
}

/// The text of a file that the user chose.
///
/// # Errors
/// What the browser says where it cannot read the file.
pub async fn text_of(file: &File) -> Result<String, String> {
    let bytes = wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await;
    bytes.map(|bytes| decoded(js_sys::Uint8Array::new(&bytes).to_vec())).map_err(|error| format!("{error:?}"))
}
