//! The question what becomes of an offer that was signed elsewhere, where another one is signed.

use crate::ui::components::{Actions, Button, Kind, Sheet};
use crate::view_models::SignedElsewhere;
use crate::words::isolated;
use leptos::prelude::*;

/// Asks whether this signature is instead of the other, or beside it.
pub fn instead_or_beside(
    elsewhere: &SignedElsewhere,
    instead: Callback<()>,
    beside: Callback<()>,
    closed: Callback<()>,
) -> AnyView {
    let node: NodeRef<leptos::html::Dialog> = NodeRef::new();
    let and_close = move |answer: Callback<()>| {
        Callback::new(move |()| {
            answer.run(());
            if let Some(dialog) = node.get_untracked() {
                dialog.close();
            }
        })
    };
    let company = isolated(&elsewhere.company).into_owned();
    let (label, both) = (format!("Instead of {company}"), format!("I keep {company}, too"));
    view! {
        <Sheet title=format!("You signed at {company}, too") closed node>
            <p>"Is this one instead? Then Afterword helps you to step back there, politely and soon."</p>
            <Actions>
                <Button kind=Kind::Primary label press=and_close(instead) />
                <Button label=both press=and_close(beside) />
            </Actions>
        </Sheet>
    }
    .into_any()
}
