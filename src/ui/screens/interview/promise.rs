//! What they said and what they asked for.

use super::editor::InterviewEditor;
use crate::commands::interview::DeliverRow;
use crate::etiquette::WorkCalendar;
use crate::model::write_date;
use crate::platform::{clock, page};
use crate::ui::components::{Button, Check, Choice, Kind, Options, Pair, Select, Takes};
use crate::ui::type_erased::{derived, memo, shown, shown_if, text};
use crate::view_models::choices::{CHANNELS, FEELINGS};
use crate::view_models::interview::{InterviewField, day_of, promises, row};
use crate::view_models::{Route, when};
use leptos::prelude::*;

/// What they said and what they asked for.
pub fn afterwards(editor: InterviewEditor) -> AnyView {
    view! {
        <section class="group" aria-labelledby="said">
            <h2 class="group__title" id="said">"When will they answer?"</h2>
            {promise(editor)}
            {shown_if(move || promised(editor).then(|| promised_by(editor)))}
        </section>
        <section class="group" aria-labelledby="reach">
            <h2 class="group__title" id="reach">"How do they want to hear from you?"</h2>
            {channel(editor)}
            <Check
                label="They said that I may call"
                on=derived(move || editor.with(|form| form.calls_invited))
                switch=Callback::new(move |on| editor.update(|form| form.calls_invited = on))
            />
        </section>
        {asked_for(editor)}
        {feeling(editor)}
    }
    .into_any()
}

fn promised(editor: InterviewEditor) -> bool {
    editor.with(|form| !form.reply_by.is_empty())
}

/// Their words first, since that is what one remembers; the day itself beside them.
fn promise(editor: InterviewEditor) -> AnyView {
    let day = memo(move || editor.with(|form| day_of(form, &clock::local_now())));
    let words = shown(move || {
        let now = clock::local_now();
        let calendar = WorkCalendar::of(&editor.settings());
        let offered = promises(day.get(), &calendar);
        let mut words: Vec<String> = offered
            .iter()
            .map(|one| format!("{}, {}", one.words, crate::words::calendar_day(one.day, when::today(&now))))
            .collect();
        words.push("They did not say".to_owned());
        let days: Vec<String> = offered.iter().map(|one| write_date(one.day)).collect();
        let told = days.clone();
        let chosen = move || {
            let place = |reply_by: &str| told.iter().position(|day| day == reply_by);
            editor.with(|form| if form.not_told { Some(told.len()) } else { place(&form.reply_by) })
        };
        let options = Options::new(words, chosen, move |place| {
            let day = days.get(place).cloned();
            editor.update(|form| {
                form.not_told = day.is_none();
                form.reply_by = day.unwrap_or_default();
            });
        });
        view! { <Choice label="They said" options /> }.into_any()
    });
    view! {
        {words}
        {editor.field(InterviewField::ReplyBy, "Or by this day", "", Takes::Day)}
        <p class="field__hint" role="status">{text(move || editor.promise_note().unwrap_or_default())}</p>
        {holidays(editor)}
    }
    .into_any()
}

/// Which public holidays count, said once.
fn holidays(editor: InterviewEditor) -> Option<AnyView> {
    let (_, words) = editor.told()?;
    let href = Route::Playbook.href();
    Some(view! { <p class="field__hint">{words} " " <a href=href>"Set your days off"</a></p> }.into_any())
}

fn promised_by(editor: InterviewEditor) -> AnyView {
    let names = memo(move || {
        editor.with(|form| form.people.iter().map(|person| person.name.clone()).collect::<Vec<_>>())
    });
    shown(move || {
        let mut words = vec!["I do not remember".to_owned()];
        for (row, name) in names.get().into_iter().enumerate() {
            words.push(if name.is_empty() { format!("Person {}", row + 1) } else { name });
        }
        let chosen = move || Some(editor.with(|form| form.promised_by.map_or(0, |row| row + 1)));
        let options = Options::new(words, chosen, move |place| {
            editor.update(|form| form.promised_by = place.checked_sub(1));
        });
        view! { <Select label="Who said so" options /> }.into_any()
    })
}

fn channel(editor: InterviewEditor) -> AnyView {
    let chosen = move || Some(editor.with(|form| form.contact_by));
    let options =
        Options::of(&CHANNELS, chosen, move |channel| editor.update(|form| form.contact_by = channel));
    view! { <Select label="They prefer" options /> }.into_any()
}

/// What they asked for; nothing at first.
fn asked_for(editor: InterviewEditor) -> AnyView {
    let count = memo(move || editor.with(|form| form.deliver.len()));
    let add = Callback::new(move |()| {
        let at = count.get_untracked();
        editor.update(|form| {
            row(&mut form.deliver, at);
        });
        page::after_layout(move || page::focus(&format!("[data-asked='{at}'] input")));
    });
    view! {
        <section class="group" aria-labelledby="asked">
            <h2 class="group__title" id="asked">"Did they ask for something?"</h2>
            <ul class="interview__people">
                <For each=move || 0..count.get() key=|row| *row let:row>
                    <li class="interview__person" data-asked=row.to_string()>
                        <Pair>
                            {editor.field(InterviewField::What(row), "What", "a work sample, references", Takes::Text)}
                            {editor.field(InterviewField::By(row), "By", "", Takes::Day)}
                        </Pair>
                        <Button kind=Kind::Quiet label="Remove" press=Callback::new(move |()| take_out(editor, row)) />
                    </li>
                </For>
            </ul>
            <Button label="Add what they asked for" press=add />
        </section>
    }
    .into_any()
}

/// How it felt, while one knows; the look back has the words for it.
fn feeling(editor: InterviewEditor) -> AnyView {
    let felt = move || editor.with(|form| form.feeling);
    let options =
        Options::of(&FEELINGS, felt, move |feeling| editor.update(|form| form.feeling = Some(feeling)));
    view! { <Choice label="How did it feel?" options /> }.into_any()
}

fn take_out(editor: InterviewEditor, row: usize) {
    editor.update(|form| {
        let rows: Vec<DeliverRow> = std::mem::take(&mut form.deliver);
        form.deliver = rows.into_iter().enumerate().filter(|(at, _)| *at != row).map(|(_, it)| it).collect();
    });
}
