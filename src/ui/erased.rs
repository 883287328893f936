//! Views whose type is the same everywhere, so that their code is in the download once.

use leptos::prelude::*;

/// Shows what `make` gives, anew whenever a signal that it reads changes.
pub fn shown(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let make: Box<dyn Fn() -> AnyView + Send> = Box::new(make);
    (move || make()).into_any()
}

/// Shows what `make` gives while it gives something.
pub fn shown_if(make: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    shown(move || make().unwrap_or_else(nothing))
}

/// Nothing to see.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// One view after the other.
pub fn several(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    views.into_iter().collect::<Vec<_>>().into_any()
}

/// A text that follows its signals.
pub fn text(words: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(words)
}

/// Runs `run` now, and again whenever a signal that it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_: Option<()>| run());
}
