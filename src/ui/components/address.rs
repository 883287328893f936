//! An email address, or one on the web.

use leptos::prelude::*;

/// The address. It may go on in the next line before one of its signs, rather than amid a word.
pub fn address(text: &str) -> AnyView {
    let mut parts: Vec<AnyView> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.char_indices().skip(1).find(|(_, sign)| matches!(sign, '@' | '.' | '/')) {
        let (part, after) = rest.split_at(at.0);
        parts.push(view! { {part.to_owned()}<wbr /> }.into_any());
        rest = after;
    }
    parts.push(rest.to_owned().into_any());
    parts.into_any()
}
