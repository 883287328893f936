//! One of a few, or on and off. Choices are told by their place in the list.

use super::field::{fresh_id, more};
use super::tell;
use leptos::prelude::*;

/// One of a few, all in sight.
#[component]
pub fn Choice(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The choices, in order.
    options: Vec<String>,
    /// The place of the chosen one.
    #[prop(into)]
    chosen: Signal<Option<usize>>,
    /// The place of the one that was tapped.
    choose: Callback<usize>,
    /// What is wrong, if anything is.
    #[prop(default = Signal::stored(None), into)]
    wrong: Signal<Option<String>>,
) -> AnyView {
    let name = fresh_id("choice");
    let options = options.into_iter().enumerate().map(|(place, option)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || chosen.get() == Some(place)
                    on:change=move |_| tell(choose, place)
                />
                <span>{option}</span>
            </label>
        }
    });
    let is_wrong = move || wrong.with(Option::is_some).then_some("");
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
    options: Vec<String>,
    /// The place of the chosen one.
    #[prop(into)]
    chosen: Signal<usize>,
    /// The place of the one that was chosen.
    choose: Callback<usize>,
) -> AnyView {
    let id = fresh_id("field");
    let options = options.into_iter().enumerate().map(|(place, option)| {
        view! { <option value=place.to_string() prop:selected=move || chosen.get() == place>{option}</option> }
    });
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <select
                class="input"
                id=id
                on:change=move |event| {
                    if let Ok(place) = event_target_value(&event).parse() {
                        tell(choose, place);
                    }
                }
            >
                {options.collect_view()}
            </select>
        </div>
    }
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
