//! When it was, or will be.

use super::desk::Desk;
use crate::platform::clock;
use crate::ui::components::{Choice, Field, Takes};
use crate::ui::part::shown;
use crate::view::interview::{self, Slot};
use leptos::prelude::*;

/// When it was, or will be.
pub fn times(desk: Desk) -> AnyView {
    let options = vec!["It is over".to_owned(), "It is still to come".to_owned()];
    let chosen = Signal::derive(move || Some(usize::from(desk.to_come.get())));
    let choose = Callback::new(move |place| turn(desk, place == 1));
    view! {
        <section class="group">
            <Choice label="When" options chosen choose />
            {shown(move || if desk.to_come.get() { to_come(desk) } else { over(desk) })}
        </section>
    }
    .into_any()
}

/// A round to come has no end yet; one that is over ended just now, unless the user says otherwise.
fn turn(desk: Desk, to_come: bool) {
    if desk.to_come.get_untracked() == to_come {
        return;
    }
    let fresh = interview::fresh(&clock::moment());
    desk.form.update(|form| {
        (form.starts, form.minutes) = (String::new(), String::new());
        (form.date, form.ends) = if to_come { Default::default() } else { (fresh.date, fresh.ends) };
    });
    desk.to_come.set(to_come);
}

fn over(desk: Desk) -> AnyView {
    let outlook = move || {
        let now = clock::moment();
        let ends = desk.form.with(|form| interview::instant(&form.date, &form.ends, &now));
        ends.map(|ends| interview::outlook(ends, &now))
    };
    view! {
        <div class="fields" data-pair="">
            {desk.field(Slot::Date, "Day", "", Takes::Day)}
            {desk.field(Slot::Ends, "Ended", "", Takes::Time)}
            {desk.field(Slot::Starts, "Started", "if you know", Takes::Time)}
        </div>
        <p class="field__hint">{outlook}</p>
        {name(desk)}
    }
    .into_any()
}

fn to_come(desk: Desk) -> AnyView {
    view! {
        <div class="fields" data-pair="">
            {desk.field(Slot::Date, "Day", "", Takes::Day)}
            {desk.field(Slot::Starts, "Starts", "", Takes::Time)}
            {desk.field(Slot::Minutes, "Minutes", "60 if empty", Takes::Number)}
        </div>
        {name(desk)}
        {desk.field(Slot::Place, "Where", "an address, a link, a number", Takes::Text)}
    }
    .into_any()
}

fn name(desk: Desk) -> AnyView {
    let names = ["Phone screen", "First interview", "Technical interview", "On-site", "Final round"];
    view! {
        <Field
            label="What you call it"
            note="if you like"
            value=desk.text(Slot::Title)
            input=desk.typing(Slot::Title)
            suggestions=Signal::stored(names.map(str::to_owned).to_vec())
        />
    }
    .into_any()
}
