//! A labelled field, its hint and what is wrong with it.

use super::tell;
use crate::ui::type_erased::{derived, nothing, shown_if};
use leptos::{ev, html, prelude::*};
use std::sync::atomic::{AtomicU32, Ordering};

/// What a field takes.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Takes {
    /// A line of text.
    #[default]
    Text,
    /// An email address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Address,
    /// A name.
    Name,
    /// The user's own name.
    OwnName,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// Words to look for.
    Search,
    /// A whole number.
    Number,
}

impl Takes {
    /// The value of the input's `type`.
    fn kind(self) -> &'static str {
        match self {
            Self::Text | Self::Name | Self::OwnName | Self::Number => "text",
            Self::Email => "email",
            Self::Phone => "tel",
            Self::Address => "url",
            Self::Day => "date",
            Self::Time => "time",
            Self::Search => "search",
        }
    }

    /// The value of `inputmode`, where it is not that of the type.
    fn keys(self) -> Option<&'static str> {
        (self == Self::Number).then_some("numeric")
    }

    /// The value of `autocapitalize`.
    fn capitals(self) -> &'static str {
        match self {
            Self::Name | Self::OwnName => "words",
            Self::Text => "sentences",
            _ => "none",
        }
    }
}

/// An id that no other element has.
pub fn fresh_id(what: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("{what}-{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A line to type in.
#[component]
pub fn Field(
    /// What belongs there.
    #[prop(into)]
    label: String,
    /// What follows the label, smaller ("if you know it").
    #[prop(optional, into)]
    note: String,
    /// What it takes.
    #[prop(optional)]
    takes: Takes,
    /// What stands there.
    #[prop(into)]
    value: Signal<String>,
    /// What was typed.
    input: Callback<String>,
    /// A word of help below it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with it.
    #[prop(default = Signal::stored(None), into)]
    wrong: Signal<Option<String>>,
    /// Whether nothing is saved without it.
    #[prop(default = Signal::stored(false), into)]
    needed: Signal<bool>,
    /// Words of which one may be chosen.
    #[prop(optional, into)]
    suggestions: Option<Signal<Vec<String>>>,
    /// What Enter does, where it does not send the form.
    #[prop(optional)]
    enter: Option<Callback<()>>,
) -> AnyView {
    let id = fresh_id("field");
    // A field with a list is announced as one to choose from, so only that has one.
    let list = suggestions.map(|words| (fresh_id("words"), words));
    let typed = typed_into(takes, input);
    let left = move |event: ev::FocusEvent| {
        if half_typed(&event) {
            tell(input, String::new());
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone() data-needed=move || needed.get().then_some("")>
                {label}
                {small(note)}
            </label>
            <input
                class="input"
                id=id.clone()
                type=takes.kind()
                inputmode=takes.keys()
                autocapitalize=takes.capitals()
                autocomplete=if takes == Takes::OwnName { "name" } else { "off" }
                aria-required=move || needed.get().then_some("true")
                list=list.as_ref().map(|(id, _)| id.clone())
                prop:value=value
                aria-invalid=move || wrong.with(Option::is_some).to_string()
                aria-describedby=format!("{id}-more")
                on:input=typed
                on:blur=left
                on:keydown=move |event| {
                    let alone = !event.is_composing() && !event.ctrl_key() && !event.meta_key();
                    if let (Some(enter), "Enter", true) = (enter, event.key().as_str(), alone) {
                        event.prevent_default();
                        tell(enter, ());
                    }
                }
            />
            {list.map(|(id, words)| word_list(id, words))}
            {more(&id, hint, wrong)}
        </div>
    }
    .into_any()
}

fn word_list(id: String, words: Signal<Vec<String>>) -> AnyView {
    let options =
        move || words.get().into_iter().map(|word| view! { <option value=word></option> }).collect_view();
    view! { <datalist id=id>{options}</datalist> }.into_any()
}

/// Several lines to type in.
#[component]
pub fn TextArea(
    /// What belongs there.
    #[prop(into)]
    label: String,
    /// What follows the label, smaller.
    #[prop(optional, into)]
    note: String,
    /// What stands there.
    #[prop(into)]
    value: Signal<String>,
    /// What was typed.
    input: Callback<String>,
    /// A word of help below it.
    #[prop(optional, into)]
    hint: Option<String>,
    /// A class of its own.
    #[prop(optional)]
    class: &'static str,
    /// Takes the element, for who has to read its selection.
    #[prop(optional)]
    area: NodeRef<html::Textarea>,
) -> AnyView {
    let id = fresh_id("field");
    view! {
        <div class="field">
            {label_for(&id, label, note)}
            <textarea
                class=format!("input {class}")
                id=id.clone()
                node_ref=area
                prop:value=value
                aria-describedby=format!("{id}-more")
                on:input=move |event| tell(input, event_target_value(&event))
            ></textarea>
            {more(&id, hint, Signal::stored(None))}
        </div>
    }
    .into_any()
}

/// The label of the field of that id.
pub fn label_for(id: &str, label: String, note: String) -> AnyView {
    view! { <label class="field__label" for=id.to_owned()>{label}{small(note)}</label> }.into_any()
}

fn small(note: String) -> AnyView {
    if note.is_empty() { nothing() } else { view! { <small>" "{note}</small> }.into_any() }
}

/// What stands below a field: a word of help, and what is wrong.
pub fn more(id: &str, hint: Option<String>, wrong: Signal<Option<String>>) -> AnyView {
    let hint = hint.map(|hint| view! { <p class="field__hint">{hint}</p> });
    let wrong = shown_if(move || Some(view! { <p class="field__wrong">{wrong.get()?}</p> }.into_any()));
    view! { <div id=format!("{id}-more")>{hint}{wrong}</div> }.into_any()
}

/// While a day or a time is typed halfway, the browser gives an empty value: that is no reason to wipe what
/// stands there.
fn typed_into(takes: Takes, input: Callback<String>) -> impl Fn(ev::Event) {
    move |event| {
        let value = event_target_value(&event);
        if !(value.is_empty() && matches!(takes, Takes::Day | Takes::Time) && half_typed(&event)) {
            tell(input, value);
        }
    }
}

fn half_typed(event: &web_sys::Event) -> bool {
    event_target::<web_sys::HtmlInputElement>(event).validity().bad_input()
}

/// Puts what is typed into a signal.
pub fn setter(text: RwSignal<String>) -> Callback<String> {
    Callback::new(move |typed| text.set(typed))
}

/// What a text field of a form shows, and what takes its input. `of` finds its text in the form.
pub fn bound<T: Clone + Send + Sync + 'static>(
    form: RwSignal<T>,
    of: fn(&mut T) -> &mut String,
) -> (Signal<String>, Callback<String>) {
    let value = derived(move || of(&mut form.get()).clone());
    (value, Callback::new(move |text| form.update(|form| *of(form) = text)))
}
