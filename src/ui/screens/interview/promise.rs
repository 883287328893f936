//! What they said and what they asked for.

use super::desk::Desk;
use crate::commands::interview::DeliverRow;
use crate::etiquette::WorkCalendar;
use crate::model::write_date;
use crate::platform::{clock, page};
use crate::ui::components::{Button, Check, Choice, Kind, Select, Takes};
use crate::ui::part::{shown, shown_if};
use crate::view::interview::{CHANNELS, FEELINGS, Slot, day_of, promises, row};
use crate::view::when;
use leptos::prelude::*;

/// What they said and what they asked for.
pub fn afterwards(desk: Desk) -> AnyView {
    view! {
        <section class="group" aria-labelledby="said">
            <h2 class="group__title" id="said">"When will they answer?"</h2>
            {promise(desk)}
            {shown_if(move || promised(desk).then(|| promised_by(desk)))}
        </section>
        <section class="group" aria-labelledby="reach">
            <h2 class="group__title" id="reach">"How do they want to hear from you?"</h2>
            {channel(desk)}
            <Check
                label="They said that I may call"
                on=Signal::derive(move || desk.form.with(|form| form.calls_invited))
                switch=Callback::new(move |on| desk.form.update(|form| form.calls_invited = on))
            />
        </section>
        {asked_for(desk)}
        {feeling(desk)}
    }
    .into_any()
}

fn promised(desk: Desk) -> bool {
    desk.form.with(|form| !form.reply_by.is_empty())
}

/// Their words first, since that is what one remembers; the day itself beside them.
fn promise(desk: Desk) -> AnyView {
    let day = Memo::new(move |_| desk.form.with(|form| day_of(form, &clock::moment())));
    let words = shown(move || {
        let now = clock::moment();
        let calendar = desk.state.peek(|records, _, _| WorkCalendar::of(&records.settings));
        let offered = promises(day.get(), &calendar);
        let mut options: Vec<String> = offered
            .iter()
            .map(|one| format!("{}, {}", one.words, crate::words::calendar_day(one.day, when::today(&now))))
            .collect();
        options.push("They did not say".to_owned());
        let days: Vec<String> = offered.iter().map(|one| write_date(one.day)).collect();
        let told = days.clone();
        let chosen = Signal::derive(move || {
            desk.form.with(|form| {
                if form.not_told {
                    Some(told.len())
                } else {
                    told.iter().position(|day| *day == form.reply_by)
                }
            })
        });
        let choose = Callback::new(move |place: usize| {
            let day = days.get(place).cloned();
            desk.form.update(|form| {
                form.not_told = day.is_none();
                form.reply_by = day.unwrap_or_default();
            });
        });
        view! { <Choice label="They said" options chosen choose /> }.into_any()
    });
    let note = move || {
        let promised = desk.promised.get();
        desk.form.with(|form| promised.note(form, &clock::moment()))
    };
    view! {
        {words}
        {desk.field(Slot::ReplyBy, "Or by this day", "", Takes::Day)}
        <p class="field__hint" role="status">{note}</p>
    }
    .into_any()
}

fn promised_by(desk: Desk) -> AnyView {
    let names = Memo::new(move |_| {
        desk.form.with(|form| form.people.iter().map(|person| person.name.clone()).collect::<Vec<_>>())
    });
    shown(move || {
        let people = names.get();
        let mut options = vec!["I do not remember".to_owned()];
        options.extend(
            people
                .iter()
                .enumerate()
                .map(|(n, name)| if name.is_empty() { format!("Person {}", n + 1) } else { name.clone() }),
        );
        let chosen = Signal::derive(move || desk.form.with(|form| form.promised_by.map_or(0, |row| row + 1)));
        let choose = Callback::new(move |place: usize| {
            desk.form.update(|form| form.promised_by = place.checked_sub(1));
        });
        view! { <Select label="Who said so" options chosen choose /> }.into_any()
    })
}

fn channel(desk: Desk) -> AnyView {
    let options = CHANNELS.map(|(_, words)| words.to_owned()).to_vec();
    let chosen = Signal::derive(move || {
        let channel = desk.form.with(|form| form.contact_by);
        CHANNELS.iter().position(|(it, _)| *it == channel).unwrap_or_default()
    });
    let choose = Callback::new(move |place: usize| {
        let channel = CHANNELS.get(place).and_then(|(it, _)| *it);
        desk.form.update(|form| form.contact_by = channel);
    });
    view! { <Select label="Best by" options chosen choose /> }.into_any()
}

/// What they asked for; nothing at first.
fn asked_for(desk: Desk) -> AnyView {
    let count = Memo::new(move |_| desk.form.with(|form| form.deliver.len()));
    let add = Callback::new(move |()| {
        let at = count.get_untracked();
        desk.form.update(|form| {
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
                        <div class="fields" data-pair="">
                            {desk.field(Slot::What(row), "What", "a work sample, references", Takes::Text)}
                            {desk.field(Slot::By(row), "By", "", Takes::Day)}
                        </div>
                        <Button kind=Kind::Quiet label="Remove" press=Callback::new(move |()| take_out(desk, row)) />
                    </li>
                </For>
            </ul>
            <Button label="Add what they asked for" press=add />
        </section>
    }
    .into_any()
}

/// How it felt, while one knows; the look back has the words for it.
fn feeling(desk: Desk) -> AnyView {
    let options = FEELINGS.map(|(_, words)| words.to_owned()).to_vec();
    let chosen = Signal::derive(move || {
        let felt = desk.form.with(|form| form.feeling);
        FEELINGS.iter().position(|(feeling, _)| Some(*feeling) == felt)
    });
    let choose = Callback::new(move |place: usize| {
        desk.form.update(|form| form.feeling = FEELINGS.get(place).map(|(feeling, _)| *feeling));
    });
    view! { <Choice label="How did it feel?" options chosen choose /> }.into_any()
}

fn take_out(desk: Desk, row: usize) {
    desk.form.update(|form| {
        let rows: Vec<DeliverRow> = std::mem::take(&mut form.deliver);
        form.deliver = rows.into_iter().enumerate().filter(|(at, _)| *at != row).map(|(_, it)| it).collect();
    });
}
