//! The way to the mail program, and what helps where none opens.

use super::state::LetterEditor;
use crate::platform::page;
use crate::ui::components::{Button, Kind, Notice, address};
use crate::ui::type_erased::{Memo, memo, several, shown_if};
use leptos::prelude::*;

/// The main way out stands back once the letter is handed on.
pub fn kind_before(editor: LetterEditor) -> Kind {
    if editor.state.with(|state| state.handed) { Kind::Plain } else { Kind::Primary }
}

/// A link that opens the mail program with the letter; where there is nobody to write to, a button that copies it.
pub fn link_or_copy(editor: LetterEditor, email: Option<String>) -> AnyView {
    let link = link(editor, email.clone(), false);
    let fits = fits(editor, email);
    let copy = shown_if(move || {
        let press = Callback::new(move |()| editor.copy(false));
        (!fits.get()).then(|| view! { <Button kind=Kind::Primary label="Copy the text" press /> }.into_any())
    });
    several([link, copy])
}

/// A link that opens the mail program with the letter, where there is somebody to write to.
pub fn link(editor: LetterEditor, email: Option<String>, in_menu: bool) -> AnyView {
    let fits = fits(editor, email.clone());
    let email = StoredValue::new(email);
    let class = if in_menu { "" } else { "button" };
    shown_if(move || {
        let address = move || email.with_value(|email| Some(editor.mail_link(email.as_deref())?.address));
        let press = move |event: leptos::ev::MouseEvent| {
            email.with_value(|email| editor.mail(&event, email.as_deref()));
            page::after_layout(|| page::bring_into_view(".letter__unopened"));
        };
        let link = move || {
            view! {
                <a class=class data-kind=move || kind_before(editor).name() href=address on:click=press>
                    "Open in mail"
                </a>
            }
            .into_any()
        };
        fits.get().then(link)
    })
}

/// Whether there is somebody to write to, and at least the subject fits in a link.
fn fits(editor: LetterEditor, email: Option<String>) -> Memo<bool> {
    memo(move || email.as_ref().is_some_and(|email| editor.mail_link(Some(email)).is_some()))
}

/// What helps where there is no mail program: nothing tells the page, so this is there from the tap on.
pub fn nothing_opened(editor: LetterEditor, email: Option<String>) -> AnyView {
    let was_asked = memo(move || editor.state.with(|state| state.mail_was_asked));
    let email = StoredValue::new(email);
    shown_if(move || {
        let email = email.get_value().filter(|_| was_asked.get())?;
        let (shown, copied) = (address(&email), email);
        let copy_address = Callback::new(move |()| editor.copy_part(copied.clone(), "The address is copied"));
        let copy_subject = Callback::new(move |()| {
            editor.copy_part(
                editor.text.with_untracked(|letter| letter.subject.clone()),
                "The subject is copied",
            );
        });
        let copy_text = Callback::new(move |()| editor.copy(false));
        Some(
            view! {
                <div class="letter__unopened">
                    <Notice>
                        <p>"Nothing opened? Copy it: it goes to "<b translate="no">{shown}</b>"."</p>
                        <Button label="Copy the address" press=copy_address />
                        <Button label="Copy the subject" press=copy_subject />
                        <Button label="Copy the text" press=copy_text />
                    </Notice>
                </div>
            }
            .into_any(),
        )
    })
}
