//! Write: the letter, what the checks say, what others got, the ways out.

mod editor;
mod findings;
mod mail;
mod saving;
mod sending;
mod sides;
mod state;
mod ways;

use crate::letters::{LINKEDIN_LONG, LINKEDIN_SHORT, LetterKind, Part};
use crate::model::{ActionKey, Decision, PersonId};
use crate::platform::page;
use crate::ui::components::{Field, Head, Line, Why, list_section, paragraph_if};
use crate::ui::state::state;
use crate::ui::type_erased::{Memo, memo, nothing, shown, shown_if, text};
use crate::view_models::{LetterPage, MayAsk, Withdrawal};
use crate::words;
use leptos::prelude::*;
use state::LetterEditor;

/// The letter of one action.
#[component]
pub fn LetterScreen(
    /// The action that it is for.
    action: ActionKey,
    /// What it says to an offer, where that is chosen.
    answer: Option<Decision>,
) -> AnyView {
    let page =
        state().read_untracked(|records, plan, now| LetterPage::of(records, plan, action, answer, now));
    match page {
        Some(page) if !page.answers.is_empty() => choose_answer(page),
        Some(page) => screen(page),
        None => super::not_found::gone("There is no letter here"),
    }
}

/// What to say to an offer is asked before anything is written: no letter that says yes lies ready to be sent.
fn choose_answer(page: LetterPage) -> AnyView {
    let about =
        page.home.map_or_else(nothing, |home| view! { <a href=home>{page.about.clone()}</a> }.into_any());
    let lines = page.answers.into_iter().map(|line| view! { <Line line /> }.into_any()).collect();
    view! {
        <div class="screen">
            <Head title=page.title>
                <p class="muted">{about}</p>
            </Head>
            {list_section("What will you tell them?", lines)}
        </div>
    }
    .into_any()
}

fn screen(page: LetterPage) -> AnyView {
    let editor = LetterEditor::open(&page);
    let about = match &page.home {
        Some(home) => view! { <a href=home.clone()>{page.about.clone()}</a> }.into_any(),
        None => page.about.clone().into_any(),
    };
    // What makes the letter theirs is asked for first where nothing is noted yet; else the letter comes first.
    let bare = page.noted.as_ref().is_some_and(|noted| noted.talked_about.is_empty());
    let noted = sides::noted(editor, &page);
    let email = email(page.mailed_to.as_ref().map(|(person, _)| *person));
    let has_aside = memo(move || editor.state.with(|state| !state.aside.is_empty()));
    let (before, after) = if bare && !page.drafted { (noted, None) } else { (None, noted) };
    view! {
        <div class="screen letter" on:keydown=move |event| go_on(&event)>
            <Head title=page.title.clone()>
                <p class="muted">{about}</p>
            </Head>
            {page.sent.clone().map(|(when, _)| view! { <p class="notice">{format!("This one was {when}.")}</p> })}
            {page.withdrawal.clone().map(withdrawal)}
            {page.may_ask.clone().map(may_ask)}
            {page.remarks.iter().map(|words| paragraph_if("muted", words)).collect::<Vec<_>>()}
            <div class="letter__letter">
                {sides::sought(editor, &page)}
                {sides::address(editor, &page, email)}
                {before}
                {(!page.kind.is_short()).then(|| subject(editor))}
                {paper(editor, page.kind)}
                {sides::voices(editor, &page)}
                {shown_if(move || has_aside.get().then(|| sides::aside(editor)))}
                {after}
            </div>
            <div class="letter__beside">
                {findings::findings(editor)}
                {sides::signature(editor, &page)}
                {sides::others(&page)}
            </div>
            {ways::ways(editor, page, email)}
        </div>
    }
    .into_any()
}

/// Ctrl or ⌘ with Enter does what the main button does.
fn go_on(event: &leptos::ev::KeyboardEvent) {
    let held = event.ctrl_key() || event.meta_key();
    if held && event.key() == "Enter" && !event.is_composing() && !event.repeat() {
        event.prevent_default();
        page::press(".letter [data-dock] [data-kind=primary]");
    }
}

/// The address that it is mailed to, which can be noted while it is written.
fn email(mailed_to: Option<PersonId>) -> Memo<Option<String>> {
    let state = state();
    memo(move || state.read(|records, _, _| records.people.get(&mailed_to?)?.email.clone()))
}

/// One letter in place of two.
fn withdrawal(withdrawal: Withdrawal) -> AnyView {
    let Withdrawal { advice, write } = withdrawal;
    view! {
        <p class="notice">{advice}" "<a href=write>"Write the withdrawal"</a></p>
    }
    .into_any()
}

/// "May I write to them now?"
fn may_ask(may_ask: MayAsk) -> AnyView {
    let anyway = (!may_ask.yes).then(|| {
        view! { <p class="muted small">"You can still write. It will be noted that you did not wait."</p> }
    });
    view! {
        <section class="letter__guard" data-yes=may_ask.yes.to_string()>
            <h2 class="unseen">"May I write to them now?"</h2>
            <p class="letter__answer">{may_ask.answer}</p>
            <Why why=may_ask.why />
            {anyway}
        </section>
    }
    .into_any()
}

fn subject(editor: LetterEditor) -> AnyView {
    view! {
        <Field
            label="Subject"
            value=text(move || editor.text.with(|letter| letter.subject.clone()))
            input=Callback::new(move |text| editor.type_in(Part::Subject, text))
        />
    }
    .into_any()
}

/// The letter on its paper. Behind the field lies the same text as far as passages are marked in it, so that a key
/// behind them changes nothing there. Where the browser does not give a field the height of its text, all of the text
/// lies there and does.
fn paper(editor: LetterEditor, kind: LetterKind) -> AnyView {
    let grows = page::fields_grow();
    let marked_spans = memo(move || {
        let mut marked_spans = editor.marked_spans();
        if grows {
            marked_spans
                .truncate(marked_spans.iter().rposition(|(_, marked)| *marked).map_or(0, |last| last + 1));
        }
        marked_spans
    });
    let marked = move || {
        let marked_spans = marked_spans.get().into_iter().map(|(text, marked)| {
            if marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
        });
        let mut marked_spans: Vec<AnyView> = marked_spans.collect();
        // A last line that is empty would have no height.
        marked_spans.push("\u{200B}".into_any());
        marked_spans.into_any()
    };
    view! {
        <div class="field">
            <label class="field__label" for="letter">"Letter"</label>
            <div class="letter__paper" translate="no">
                <div class="letter__marks" aria-hidden="true">{shown(marked)}</div>
                <textarea
                    class="letter__area"
                    id="letter"
                    node_ref=editor.area
                    spellcheck="true"
                    autocapitalize="sentences"
                    lang="en"
                    aria-describedby="letter-length"
                    prop:value=editor.given
                    on:input=move |event| editor.type_in(Part::Body, event_target_value(&event))
                ></textarea>
            </div>
            <p class="field__hint" id="letter-length">{text(move || length(editor, kind))}</p>
        </div>
    }
    .into_any()
}

fn length(editor: LetterEditor, kind: LetterKind) -> String {
    editor.state.with(|state| {
        if kind.is_short() {
            let most = if state.request.long { LINKEDIN_LONG } else { LINKEDIN_SHORT };
            format!("{} of {most} characters", state.checked.body.chars().count())
        } else {
            format!("{} words", words::word_count(&state.checked.body))
        }
    })
}
