//! The work week and the holidays.

use crate::commands::Command;
use crate::exchange::holidays::{self, HolidayCalendar};
use crate::model::{Settings, read_date};
use crate::platform::{download, page};
use crate::ui::components::{Button, Check, Field, FilePick, Kind, Takes};
use crate::ui::erased::{derived, memo, shown, shown_if};
use crate::ui::state::AppState;
use crate::view::choices::{HOLIDAY_SETS, WEEK};
use crate::view::playbook::{holidays_to_come, week_with, with_holidays};
use crate::view::when;
use crate::words::{capitalized, counted, weekday_name};
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
            {week(state, settings)}
        </section>
        <section class="section" id="holidays">
            <h2>"Holidays"</h2>
            {sets(state, settings)}
            {own(state, settings)}
            {import(state)}
        </section>
    }
    .into_any()
}

fn put(state: AppState, change: impl FnOnce(Settings) -> Settings) {
    let settings = change(state.read_untracked(|records, _, _| records.settings.clone()));
    state.dispatch(Command::PutSettings(Box::new(settings)));
}

fn week(state: AppState, settings: Memo<Settings>) -> AnyView {
    let days: Vec<AnyView> = WEEK
        .into_iter()
        .map(|day| {
            let on = derived(move || settings.with(|settings| settings.work_week.contains(day)));
            let switch = Callback::new(move |on| {
                let week =
                    state.read_untracked(|records, _, _| week_with(records.settings.work_week, day, on));
                match week {
                    Some(work_week) => put(state, |settings| Settings { work_week, ..settings }),
                    None => state.say("A work week has at least one day."),
                }
            });
            view! { <Check label=weekday_name(day) on switch /> }.into_any()
        })
        .collect();
    view! { <div class="playbook__week">{days}</div> }.into_any()
}

fn sets(state: AppState, settings: Memo<Settings>) -> AnyView {
    let sets: Vec<AnyView> = HOLIDAY_SETS
        .into_iter()
        .map(|(set, label)| {
            let on = derived(move || settings.with(|settings| settings.holiday_sets.contains(&set)));
            let switch = Callback::new(move |on| {
                put(state, |mut settings| {
                    settings.holiday_sets.retain(|other| *other != set);
                    settings.holiday_sets.extend(Some(set).filter(|_| on));
                    settings
                });
            });
            view! { <Check label on switch /> }.into_any()
        })
        .collect();
    view! { <div>{sets}</div> }.into_any()
}

/// The user's own days: added one by one or imported.
fn own(state: AppState, settings: Memo<Settings>) -> AnyView {
    let day = RwSignal::new(String::new());
    let add = move || match read_date(day.get_untracked().trim()) {
        Some(date) => {
            put(state, |settings| with_holidays(settings, [date]));
            day.set(String::new());
        }
        None => page::focus("#holidays input[type=date]"),
    };
    let all = RwSignal::new(false);
    view! {
        <form
            class="playbook__add"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                add();
            }
        >
            <Field label="Another day off" takes=Takes::Day value=day input=Callback::new(move |text| day.set(text)) />
            <button type="submit" class="button">"Add the day"</button>
        </form>
        {shown(move || list(state, &settings.get(), all))}
    }
    .into_any()
}

fn list(state: AppState, settings: &Settings, all: RwSignal<bool>) -> AnyView {
    let days = state.read(|_, _, now| holidays_to_come(settings, now));
    if days.is_empty() {
        return ().into_any();
    }
    let count = days.len();
    let most = if all.get() { count } else { GLANCE };
    let lines: Vec<AnyView> = days
        .into_iter()
        .take(most)
        .map(|(day, words)| {
            let remove = Callback::new(move |()| {
                put(state, |mut settings| {
                    settings.holidays.retain(|other| *other != day);
                    settings
                });
            });
            view! {
                <li class="line">
                    <span>{words.clone()}</span>
                    <Button kind=Kind::Quiet label="Remove" about=words press=remove />
                </li>
            }
            .into_any()
        })
        .collect();
    let more = (count > most).then(|| {
        let label = format!("Show all {count}");
        view! { <Button kind=Kind::Quiet label press=Callback::new(move |()| all.set(true)) /> }
    });
    view! {
        <h3>"Your own, from today on"</h3>
        <ul class="list playbook__own">{lines}</ul>
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
    let to_come = state.read_untracked(|_, _, now| {
        let today = when::today(now);
        let days = calendar.days.iter().filter(|(day, _)| *day >= today);
        days.take(GLANCE)
            .map(|(day, name)| format!("{}: {name}", when::full_day(*day, now)))
            .collect::<Vec<_>>()
    });
    let lines: Vec<AnyView> = to_come.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    let left_out = left_out(&calendar);
    let days: Vec<_> = calendar.days.iter().map(|(day, _)| *day).collect();
    let title = capitalized(&counted(days.len(), "holiday"));
    let title = if calendar.name.is_empty() { title } else { format!("{title} in “{}”", calendar.name) };
    let take = Callback::new(move |()| {
        let days = days.clone();
        put(state, |settings| with_holidays(settings, days));
        opened.set(None);
    });
    view! {
        <div class="card" role="status">
            <p class="card__title">{title}</p>
            <ul class="card__points">{lines}</ul>
            {left_out.map(|words| view! { <p class="muted small">{words}</p> })}
            <div class="actions">
                <Button kind=Kind::Primary label="Add them" press=take />
                <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| opened.set(None)) />
            </div>
        </div>
    }
    .into_any()
}

fn left_out(calendar: &HolidayCalendar) -> Option<String> {
    let parts = [(calendar.no_days_off, "not a day off"), (calendar.unclear, "not understood")];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, what)| format!("{count} {what}")).collect();
    (!parts.is_empty()).then(|| format!("Left out: {}.", crate::words::list(&parts)))
}
