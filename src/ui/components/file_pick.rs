//! A file to be opened.

use super::field::fresh_id;
use super::tell;
use leptos::prelude::*;

/// A button that opens the device's own choice of files.
#[component]
pub fn FilePick(
    /// What is opened.
    #[prop(into)]
    label: String,
    /// Which files fit, as browsers write it.
    accept: &'static str,
    /// The file that was chosen.
    picked: Callback<web_sys::File>,
) -> AnyView {
    let id = fresh_id("file");
    let changed = move |event: leptos::ev::Event| {
        let input = event_target::<web_sys::HtmlInputElement>(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            tell(picked, file);
        }
        // So that the same file can be chosen again.
        input.set_value("");
    };
    view! {
        <div class="file-pick">
            <input type="file" id=id.clone() accept=accept on:change=changed />
            <label class="button" for=id>{label}</label>
        </div>
    }
    .into_any()
}
