//! The work week and the holidays.

use crate::commands::Command;
use crate::exchange::holidays::{self, HolidayCalendar};
use crate::model::{HolidaySet, Settings, read_date};
use crate::platform::{download, page};
use crate::ui::components::{
    Actions, Button, Check, Field, FilePick, Form, Kind, List, Takes, paragraph, paragraph_if, setter,
};
use crate::ui::state::AppState;
use crate::ui::type_erased::{Memo, derived, memo, nothing, shown, shown_if};
use crate::view_models::choices::{HOLIDAY_SETS, WEEK};
use crate::view_models::playbook::{holidays_to_come, week_with, with_holidays};
use crate::view_models::when;
use crate::words::{capitalized, counted, weekday_name};
use chrono::{NaiveDate, Weekday};
use leptos::prelude::*;

/// A calendar that was opened, or what is wrong with the file.
type Opened = Option<Result<HolidayCalendar, String>>;

/// So many days are shown of a long list.
const GLANCE: usize = 12;

/// The days that count.
pub fn section(state: AppState) -> AnyView {
    let settings = memo(move || state.read(|records, _, _| records.settings.clone()));
    view! {
        <section class="section" id="work-week">
            <h2>"Work week"</h2>
            <p class="muted">"Business days are counted by it: when to ask, and when to let it rest."</p>
            <div class="playbook__week">{WEEK.map(|day| weekday(state, settings, day)).collect_view()}</div>
        </section>
        <section class="section" id="holidays">
            <h2>"Holidays"</h2>
            <div>{HOLIDAY_SETS.map(|(set, label)| holiday_set(state, settings, set, label)).collect_view()} {quiet_year_end(state, settings)}</div>
            {own(state, settings)}
            {import(state)}
        </section>
    }
    .into_any()
}

/// Changes the settings.
pub fn put(state: AppState, change: impl FnOnce(&mut Settings)) {
    let mut settings = state.read_untracked(|records, _, _| records.settings.clone());
    change(&mut settings);
    state.dispatch(Command::PutSettings(Box::new(settings)));
}

fn weekday(state: AppState, settings: Memo<Settings>, day: Weekday) -> AnyView {
    let on = derived(move || settings.with(|settings| settings.work_week.contains(day)));
    let switch = Callback::new(move |on| {
        let week = state.read_untracked(|records, _, _| week_with(records.settings.work_week, day, on));
        match week {
            Some(week) => put(state, |settings| settings.work_week = week),
            None => state.say("A work week has at least one day."),
        }
    });
    view! { <Check label=weekday_name(day) on switch /> }.into_any()
}

fn holiday_set(state: AppState, settings: Memo<Settings>, set: HolidaySet, label: &'static str) -> AnyView {
    let on = derived(move || settings.with(|settings| settings.holiday_sets.contains(&set)));
    let switch = Callback::new(move |on| {
        put(state, |settings| {
            settings.holiday_sets.retain(|other| *other != set);
            settings.holiday_sets.extend(Some(set).filter(|_| on));
        });
    });
    view! { <Check label on switch /> }.into_any()
}

/// The days around the new year, on which little moves anywhere.
fn quiet_year_end(state: AppState, settings: Memo<Settings>) -> AnyView {
    let on = derived(move || settings.with(|settings| settings.quiet_year_end));
    let switch = Callback::new(move |on| put(state, |settings| settings.quiet_year_end = on));
    view! { <Check label="24 December to 1 January, when little moves" on switch /> }.into_any()
}

/// The user's own days: added one by one or imported.
fn own(state: AppState, settings: Memo<Settings>) -> AnyView {
    let day = RwSignal::new(String::new());
    let submit = Callback::new(move |()| match read_date(day.get_untracked().trim()) {
        Some(date) => {
            add(state, [date]);
            day.set(String::new());
        }
        None => page::focus("#holidays input[type=date]"),
    });
    let all = RwSignal::new(false);
    view! {
        <Form class="playbook__add" submit>
            <Field label="Another day off" takes=Takes::Day value=day input=setter(day) />
            <button type="submit" class="button">"Add the day"</button>
        </Form>
        {shown(move || list(state, &settings.get(), all))}
    }
    .into_any()
}

fn add(state: AppState, days: impl IntoIterator<Item = NaiveDate>) {
    put(state, |settings| *settings = with_holidays(std::mem::take(settings), days));
}

fn list(state: AppState, settings: &Settings, all: RwSignal<bool>) -> AnyView {
    let days = state.read(|_, _, now| holidays_to_come(settings, now));
    if days.is_empty() {
        return nothing();
    }
    let count = days.len();
    let most = if all.get() { count } else { GLANCE };
    let lines = days.into_iter().take(most).map(|(day, words)| {
        let remove = Callback::new(move |()| {
            put(state, |settings| settings.holidays.retain(|other| *other != day));
        });
        view! {
            <li class="line">
                <span>{words.clone()}</span>
                <Button kind=Kind::Quiet label="Remove" about=words press=remove />
            </li>
        }
        .into_any()
    });
    let lines = lines.collect();
    let more = (count > most).then(|| {
        let label = format!("Show all {count}");
        view! { <Button kind=Kind::Quiet label press=Callback::new(move |()| all.set(true)) /> }
    });
    view! {
        <h3>"Your own, from today on"</h3>
        <List class="list playbook__own" items=lines />
        {more}
    }
    .into_any()
}

fn import(state: AppState) -> AnyView {
    let opened = RwSignal::<Opened>::new(None);
    let picked = Callback::new(move |file: web_sys::File| {
        leptos::task::spawn_local(async move {
            let text = download::text_of(&file).await;
            let today = state.read_untracked(|_, _, now| when::today(now));
            opened
                .set(Some(text.and_then(|text| holidays::read(&text, today).map_err(|why| why.to_string()))));
        });
    });
    view! {
        <p class="muted">"Any other country: open its holiday calendar, a file that ends in .ics."</p>
        <FilePick label="Open a calendar" accept=".ics,text/calendar" picked />
        {shown_if(move || opened.get().map(|read| match read {
            Ok(calendar) => preview(state, opened, calendar),
            Err(why) => view! { <p class="field__wrong" role="alert">{why}</p> }.into_any(),
        }))}
    }
    .into_any()
}

/// What a calendar holds, before its days are taken.
fn preview(state: AppState, opened: RwSignal<Opened>, calendar: HolidayCalendar) -> AnyView {
    let lines = state.read_untracked(|_, _, now| {
        let today = when::today(now);
        let days = calendar.days.iter().filter(|(day, _)| *day >= today);
        days.take(GLANCE)
            .map(|(day, name)| {
                let line = format!("{}: {name}", when::full_day(*day, now));
                view! { <li>{line}</li> }.into_any()
            })
            .collect::<Vec<_>>()
    });
    let days: Vec<NaiveDate> = calendar.days.iter().map(|(day, _)| *day).collect();
    let title = capitalized(&counted(days.len(), "holiday"));
    let title = if calendar.name.is_empty() { title } else { format!("{title} in “{}”", calendar.name) };
    let take = Callback::new(move |()| {
        add(state, days.clone());
        opened.set(None);
    });
    view! {
        <div class="card" role="status">
            {paragraph("card__title", title)}
            <List class="card__points" items=lines />
            {paragraph_if("muted small", &left_out(&calendar))}
            <Actions>
                <Button kind=Kind::Primary label="Add them" press=take />
                <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| opened.set(None)) />
            </Actions>
        </div>
    }
    .into_any()
}

/// What was left out of a calendar, in a sentence; empty where nothing was.
fn left_out(calendar: &HolidayCalendar) -> String {
    let parts = [(calendar.no_days_off, "not a day off"), (calendar.unclear, "not understood")];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, what)| format!("{count} {what}")).collect();
    if parts.is_empty() { String::new() } else { format!("Left out: {}.", crate::words::list(&parts)) }
}
