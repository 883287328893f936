//! When it was, or will be.

use super::editor::InterviewEditor;
use crate::commands::interview::FormWarning;
use crate::platform::{clock, page, zones};
use crate::ui::components::{Button, Choice, Field, Options, Select, Takes};
use crate::ui::type_erased::{shown, shown_if};
use crate::view_models::interview::{self, InterviewField, ZONES};
use leptos::prelude::*;

/// When it was, or will be.
pub fn times(editor: InterviewEditor) -> AnyView {
    const WHEN: [(bool, &str); 2] = [(false, "It is over"), (true, "It is still to come")];
    let options = Options::of(&WHEN, move || Some(editor.to_come.get()), move |to_come| editor.turn(to_come));
    view! {
        <section class="group">
            <Choice label="When" options />
            {shown(move || if editor.to_come.get() { to_come(editor) } else { over(editor) })}
        </section>
    }
    .into_any()
}

fn over(editor: InterviewEditor) -> AnyView {
    let thank_you_hint = move || {
        let now = clock::local_now();
        let ends = editor.with(|form| interview::instant(&form.date, &form.ends, &now));
        let settings = editor.settings();
        ends.filter(|_| !editor.ahead.get()).map(|ends| interview::thank_you_hint(ends, &settings, &now))
    };
    view! {
        <div class="fields" data-pair="" data-times="">
            {editor.field(InterviewField::Date, "Day", "", Takes::Day)}
            {shown_if(move || editor.ahead.get().then(|| ahead(editor)))}
            {editor.field(InterviewField::Ends, "Ended", "", Takes::Time)}
            {editor.field(InterviewField::Starts, "Started", "if you know", Takes::Time)}
        </div>
        <p class="field__hint">{thank_you_hint}</p>
        {name(editor)}
    }
    .into_any()
}

/// A day ahead is no slip for certain: it may be the choice above that is.
fn ahead(editor: InterviewEditor) -> AnyView {
    let make = Callback::new(move |()| {
        editor.turn(true);
        page::after_layout(|| page::focus(".interview [data-times] input[type=time]"));
    });
    view! {
        <div class="notice" role="status">
            <p>"This day is still to come. Is the interview still ahead? All that you typed stays."</p>
            <Button label="Yes, it is still ahead" press=make />
        </div>
    }
    .into_any()
}

fn to_come(editor: InterviewEditor) -> AnyView {
    let not_begun = move || {
        let warned = editor.checked.with(|checked| checked.warnings.contains(&FormWarning::NotBegun));
        warned.then(|| FormWarning::NotBegun.to_string())
    };
    view! {
        <div class="fields" data-pair="" data-times="">
            {editor.field(InterviewField::Date, "Day", "", Takes::Day)}
            {editor.field(InterviewField::Starts, "Starts", "", Takes::Time)}
            {editor.field(InterviewField::Minutes, "Minutes", "60 if empty", Takes::Number)}
        </div>
        <p class="field__hint" role="status">{move || editor.in_both_zones()}</p>
        {zone(editor)}
        <p class="field__hint" role="status">{not_begun}</p>
        {name(editor)}
        {editor.field(InterviewField::Place, "Where", "an address, a link, a number", Takes::Text)}
    }
    .into_any()
}

/// Whose clock shows the time; asked where the browser knows other clocks.
fn zone(editor: InterviewEditor) -> Option<AnyView> {
    zones::offset("Europe/London", clock::now())?;
    let words = ZONES.iter().map(|(_, city)| (*city).to_owned()).collect();
    let chosen = move || editor.with(|form| ZONES.iter().position(|(zone, _)| *zone == form.zone));
    let options = Options::new(words, chosen, move |place| {
        let zone = ZONES.get(place).map_or("", |(zone, _)| *zone);
        editor.update(|form| zone.clone_into(&mut form.zone));
    });
    Some(view! { <Select label="The time is that of" options /> }.into_any())
}

fn name(editor: InterviewEditor) -> AnyView {
    let names = ["Phone screen", "First interview", "Technical interview", "On-site", "Final round"];
    view! {
        <Field
            label="What you call it"
            note="if you like"
            value=editor.text(InterviewField::Title)
            input=editor.typing(InterviewField::Title)
            suggestions=Signal::stored(names.map(str::to_owned).to_vec())
        />
    }
    .into_any()
}
