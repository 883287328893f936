//! The ways out, and "Sent".

use super::mail;
use super::state::LetterEditor;
use crate::model::{Stamp, write_date, write_time};
use crate::platform::{clock, page, share};
use crate::ui::components::{Actions, Button, Field, Kind, Menu, MenuItem, Pair, Sheet, Takes, setter};
use crate::ui::screens::signing::{Signing, instead_or_beside};
use crate::ui::type_erased::{Memo, memo, shown, shown_if};
use crate::view_models::{LetterPage, Route, SignedElsewhere, interview, when};
use leptos::{html, prelude::*};

pub fn ways(editor: LetterEditor, page: LetterPage, email: Memo<Option<String>>) -> AnyView {
    let against = page.may_ask.as_ref().is_some_and(|may_ask| !may_ask.yes);
    let dating = RwSignal::new(false);
    let elsewhere: Asked = RwSignal::new(None);
    let sent = Callback::new(move |()| editor.sent_now(against));
    let handed = memo(move || editor.state.with(|state| state.handed));
    let linkedin_first = page.linkedin.clone().filter(|_| page.by_linkedin);
    let rest = page;
    let asking = memo(move || editor.state.with(|state| state.asking));
    view! {
        <Actions docked=true>
            {shown(move || way_out(editor, linkedin_first.clone(), email.get()))}
            {shown(move || {
                // Once it was handed to another program, only one thing is left to do.
                let kind = if handed.get() { Kind::Primary } else { Kind::Plain };
                view! { <Button kind label="Sent" press=sent /> }.into_any()
            })}
            {shown(move || more(editor, &rest, email.get(), dating))}
        </Actions>
        {shown(move || mail::nothing_opened(editor, email.get()))}
        {shown_if(move || dating.get().then(|| earlier(editor, against, dating)))}
        {shown_if(move || asking.get().map(|at| signed_as_well(editor, at, elsewhere)))}
        {shown_if(move || elsewhere.get().map(|(signing, other)| {
            instead_or_beside(editor.app, signing, &other, Callback::new(|()| to_today()))
        }))}
    }
    .into_any()
}

/// The main way out: LinkedIn where they asked for it; else the share sheet, where that is the better one; else the mail
/// program, or the clipboard.
fn way_out(editor: LetterEditor, linkedin_first: Option<String>, email: Option<String>) -> AnyView {
    if let Some(link) = linkedin_first {
        return linkedin(editor, link, "Copy, and open LinkedIn", false);
    }
    if share::is_better_shared() {
        let email = StoredValue::new(email);
        let press = Callback::new(move |()| editor.share(email.get_value()));
        return shown(move || {
            view! { <Button kind=mail::kind_before(editor) label="Share" press /> }.into_any()
        });
    }
    mail::link_or_copy(editor, email)
}

/// A link to their page; a tap on it puts the text on the clipboard first.
fn linkedin(editor: LetterEditor, link: String, label: &'static str, in_menu: bool) -> AnyView {
    let press = move |_| editor.copy(false);
    let kind = move || mail::kind_before(editor).name();
    let class = if in_menu { "" } else { "button" };
    view! {
        <a class=class data-kind=kind href=link target="_blank" rel="noopener noreferrer" on:click=press>{label}</a>
    }
    .into_any()
}

fn more(editor: LetterEditor, page: &LetterPage, email: Option<String>, dating: RwSignal<bool>) -> AnyView {
    let with_subject = (!page.kind.is_short()).then(|| {
        view! { <MenuItem label="Copy with the subject" press=Callback::new(move |()| editor.copy(true)) /> }
    });
    let is_shared_first = share::is_better_shared() && !page.by_linkedin;
    let mail = is_shared_first.then(|| mail::link(editor, email, true));
    let share = (share::can_share() && !is_shared_first)
        .then(|| view! { <MenuItem label="Share" press=Callback::new(move |()| editor.share(None)) /> });
    let link = page.linkedin.clone().filter(|_| !page.by_linkedin);
    let link = link.map(|link| linkedin(editor, link, "Copy, and open LinkedIn", true));
    view! {
        <Menu label="Other ways" kind=Kind::Quiet>
            {mail}
            <MenuItem label="Sent earlier" press=Callback::new(move |()| dating.set(true)) />
            <MenuItem label="Copy the text" press=Callback::new(move |()| editor.copy(false)) />
            {with_subject}
            {share}
            {link}
        </Menu>
    }
    .into_any()
}

/// Shares the draft where the system can, else copies it.
pub fn share_or_copy(editor: LetterEditor) {
    if share::can_share() { editor.share(None) } else { editor.copy(true) }
}

/// A signature that is noted once the user has said what becomes of the other.
type Asked = RwSignal<Option<(Signing, SignedElsewhere)>>;

fn to_today() {
    page::navigate(&Route::Today.href());
}

/// A yes went out, and is noted: nothing is final before the signature, so that is asked.
fn signed_as_well(editor: LetterEditor, at: Stamp, elsewhere: Asked) -> AnyView {
    let stop_asking = move || editor.state.update(|state| state.asking = None);
    let not_yet = Callback::new(move |()| {
        stop_asking();
        to_today();
    });
    let signed = Callback::new(move |()| {
        let signing = editor.signing(at);
        stop_asking();
        match signing.and_then(|signing| Some((signing, signing.note(editor.app)?))) {
            Some(asked) => elsewhere.set(Some(asked)),
            None => to_today(),
        }
    });
    view! {
        <Sheet title="Have you signed it, too?" closed=not_yet>
            <p>"Your yes is noted. Until you sign, nothing is final: your other conversations stay open here. Once you have, Afterword helps you to withdraw from them."</p>
            <Actions>
                <Button kind=Kind::Primary label="Not yet" press=not_yet />
                <Button label="Yes, it is signed" press=signed />
            </Actions>
        </Sheet>
    }
    .into_any()
}

/// When it went out, if not now.
fn earlier(editor: LetterEditor, against: bool, dating: RwSignal<bool>) -> AnyView {
    let now = clock::local_now();
    let day = RwSignal::new(write_date(when::today(&now)));
    let time = RwSignal::new(write_time(now.at.with_timezone(&now.zone).time()));
    let wrong = RwSignal::new(None::<String>);
    let node: NodeRef<html::Dialog> = NodeRef::new();
    let keep = Callback::new(move |()| {
        let now = clock::local_now();
        match interview::instant(&day.get_untracked(), &time.get_untracked(), &now) {
            Some(at) if at <= now.at => {
                dating.set(false);
                editor.sent(at, against);
            }
            Some(_) => wrong.set(Some("That is still to come.".to_owned())),
            None => wrong.set(Some("A day, and a time like 14:30. A guess is fine.".to_owned())),
        }
    });
    view! {
        <Sheet title="When did it go out?" closed=Callback::new(move |()| dating.set(false)) node=node>
            <Pair>
                <Field label="Day" takes=Takes::Day value=day input=setter(day) wrong=wrong />
                <Field label="Time" takes=Takes::Time value=time input=setter(time) />
            </Pair>
            <Actions>
                <Button kind=Kind::Primary label="It was sent then" press=keep />
            </Actions>
        </Sheet>
    }
    .into_any()
}
