//! One of a few, or on and off. Choices are told by their place in the list.

use super::field::{fresh_id, label_for, more};
use super::tell;
use crate::ui::type_erased::derived;
use leptos::prelude::*;

/// What can be chosen, what is chosen, and what chooses another.
pub struct Options {
    words: Vec<String>,
    chosen: Signal<Option<usize>>,
    choose: Callback<usize>,
}

impl Options {
    /// Words, each told by its place.
    pub fn new(
        words: Vec<String>,
        chosen: impl Fn() -> Option<usize> + Send + Sync + 'static,
        choose: impl Fn(usize) + Send + Sync + 'static,
    ) -> Self {
        Self { words, chosen: derived(chosen), choose: Callback::new(choose) }
    }

    /// The values of a table, each with its words.
    pub fn of<T: Copy + PartialEq + Send + Sync + 'static>(
        table: &'static [(T, &'static str)],
        chosen: impl Fn() -> Option<T> + Send + Sync + 'static,
        choose: impl Fn(T) + Send + Sync + 'static,
    ) -> Self {
        let words = table.iter().map(|(_, words)| (*words).to_owned()).collect();
        let place = move || {
            let chosen = chosen()?;
            table.iter().position(|(value, _)| *value == chosen)
        };
        Self::new(words, place, move |place| {
            if let Some((value, _)) = table.get(place) {
                choose(*value);
            }
        })
    }
}

/// One of a few, all in sight.
#[component]
pub fn Choice(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The choices, in order.
    options: Options,
    /// What is wrong, if anything is.
    #[prop(default = Signal::stored(None), into)]
    wrong: Signal<Option<String>>,
) -> AnyView {
    let name = fresh_id("choice");
    let Options { words, chosen, choose } = options;
    let options = words.into_iter().enumerate().map(|(place, words)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=derived(move || chosen.get() == Some(place))
                    on:change=move |_| tell(choose, place)
                />
                <span>{words}</span>
            </label>
        }
    });
    let is_wrong = derived(move || wrong.with(Option::is_some).then_some(""));
    view! {
        <fieldset class="field" data-wrong=is_wrong aria-describedby=format!("{name}-more")>
            <legend class="field__label">{label}</legend>
            <div class="choice">{options.collect_view()}</div>
            {more(&name, None, wrong)}
        </fieldset>
    }
    .into_any()
}

/// One of many.
#[component]
pub fn Select(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The choices, in order.
    options: Options,
) -> AnyView {
    let id = fresh_id("field");
    view! {
        <div class="field">
            {label_for(&id, label, String::new())}
            {select(Some(id), None, options)}
        </div>
    }
    .into_any()
}

/// One of many, by its place, in a table whose heads say what it is: the label is heard and not seen.
pub fn pick(label: String, words: Vec<String>, chosen: usize, choose: Callback<usize>) -> AnyView {
    select(None, Some(label), Options { words, chosen: Signal::stored(Some(chosen)), choose })
}

fn select(id: Option<String>, heard: Option<String>, options: Options) -> AnyView {
    let Options { words, chosen, choose } = options;
    let options = words.into_iter().enumerate().map(|(place, words)| {
        let is_chosen = derived(move || chosen.get() == Some(place));
        view! { <option value=place.to_string() prop:selected=is_chosen>{words}</option> }
    });
    let changed = move |event| {
        if let Ok(place) = event_target_value(&event).parse() {
            tell(choose, place);
        }
    };
    view! { <select class="input" id=id aria-label=heard on:change=changed>{options.collect_view()}</select> }
        .into_any()
}

/// On or off.
#[component]
pub fn Check(
    /// What is on or off.
    #[prop(into)]
    label: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// What it was switched to.
    switch: Callback<bool>,
) -> AnyView {
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=on on:change=move |event| tell(switch, event_target_checked(&event)) />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
