//! Views, signals and effects whose types are the same everywhere, so that their code is in the download once.
//!
//! Each of these takes a closure, boxes it at once and hands it to a function that knows no closure's type.

use leptos::children::ToChildren;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex};

pub use super::memo::{Memo, memo};

/// Shows what `make` gives, anew whenever a signal that it reads changes.
pub fn shown(make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let make: SharedReactiveFunction<AnyView> = Arc::new(Mutex::new(make));
    make.into_any()
}

/// Shows what `make` gives while it gives something.
pub fn shown_if(make: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    fn boxed(make: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
        shown(move || make().unwrap_or_else(nothing))
    }
    boxed(Box::new(make))
}

/// The children of a component that only puts them somewhere. They are made at once, and no closure is kept of them.
pub struct Content(pub AnyView);

impl Content {
    /// No children.
    pub fn none() -> Self {
        Self(nothing())
    }
}

impl<F: FnOnce() -> V, V: RenderHtml + Send> ToChildren<F> for Content {
    fn to_children(make: F) -> Self {
        Self(make().into_any())
    }
}

/// Nothing to see.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// One view after the other.
pub fn several(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    views.into_iter().collect::<Vec<_>>().into_any()
}

/// Something to be shown, known by what it holds.
pub struct Item {
    key: u64,
    make: Box<dyn FnOnce() -> AnyView + Send>,
}

/// What `make` gives for a value.
pub fn item<T: Hash + Send + 'static>(value: T, make: fn(T) -> AnyView) -> Item {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    Item { key: hasher.finish(), make: Box::new(move || make(value)) }
}

/// Shows items. The view of one stays while nothing in it changes, and no other takes over its elements: a second tap
/// never meets something else, and a page that the browser translated cannot mix two.
pub fn each(items: impl Fn() -> Vec<Item> + Send + Sync + 'static) -> AnyView {
    fn boxed(items: Box<dyn Fn() -> Vec<Item> + Send + Sync>) -> AnyView {
        view! { <For each=items key=|item| item.key children=|item| (item.make)() /> }.into_any()
    }
    boxed(Box::new(items))
}

/// A text that follows its signals.
pub fn text(words: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derived(words)
}

/// What follows from other signals, worked out at each look.
pub fn derived<T: Send + Sync + 'static>(of: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    fn boxed<T: Send + Sync + 'static>(of: Box<dyn Fn() -> T + Send + Sync>) -> Signal<T> {
        Signal::derive(of)
    }
    boxed(Box::new(of))
}

/// Runs `run` now, and again whenever a signal that it reads changes.
pub fn effect(run: impl FnMut() + 'static) {
    fn boxed(mut run: Box<dyn FnMut()>) {
        Effect::new(move |_: Option<()>| run());
    }
    boxed(Box::new(run));
}
