//! A button.

use super::tell;
use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// The one thing to do here.
    Primary,
    /// Something else that can be done.
    #[default]
    Plain,
    /// Something that is rarely wanted.
    Quiet,
    /// Something that cannot be taken back.
    Grave,
}

impl Kind {
    /// The value of `data-kind`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Plain => "plain",
            Self::Quiet => "quiet",
            Self::Grave => "grave",
        }
    }
}

/// A button that does something here and now.
#[component]
pub fn Button(
    /// What it does, in a word or two.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: Kind,
    /// What follows its label for those who do not see where it stands ("Done: thank Dana Reyes").
    #[prop(optional, into)]
    about: String,
    /// Does it.
    press: Callback<()>,
) -> AnyView {
    let about = (!about.is_empty()).then(|| view! { <span class="unseen">{format!(": {about}")}</span> });
    view! {
        <button type="button" class="button" data-kind=kind.name() on:click=move |_| tell(press, ())>
            {label}
            {about}
        </button>
    }
    .into_any()
}

/// A link that looks like a button: it leads somewhere.
#[component]
pub fn ButtonLink(
    /// Where it leads, in a word or two.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: Kind,
    /// What follows its label for those who do not see where it stands.
    #[prop(optional, into)]
    about: String,
    /// The address.
    #[prop(into)]
    href: Signal<String>,
) -> AnyView {
    let about = (!about.is_empty()).then(|| view! { <span class="unseen">{format!(": {about}")}</span> });
    view! {
        <a class="button" data-kind=kind.name() href=href>
            {label}
            {about}
        </a>
    }
    .into_any()
}

/// The button for the rest of a list, where there is any.
pub fn show_more(rest: usize, press: Callback<()>) -> Option<AnyView> {
    let label = format!("Show more ({rest} left)");
    (rest > 0).then(|| view! { <Button kind=Kind::Quiet label press /> }.into_any())
}
