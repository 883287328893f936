//! When it was, or will be.

use super::desk::Desk;
use crate::platform::{clock, page};
use crate::ui::components::{Button, Choice, Field, Takes};
use crate::ui::part::{shown, shown_if};
use crate::view::interview::{self, Slot};
use leptos::prelude::*;

/// When it was, or will be.
pub fn times(desk: Desk) -> AnyView {
    let options = vec!["It is over".to_owned(), "It is still to come".to_owned()];
    let chosen = Signal::derive(move || Some(usize::from(desk.to_come.get())));
    let choose = Callback::new(move |place: usize| desk.turn(place == 1));
    view! {
        <section class="group">
            <Choice label="When" options chosen choose />
            {shown(move || if desk.to_come.get() { to_come(desk) } else { over(desk) })}
        </section>
    }
    .into_any()
}

fn over(desk: Desk) -> AnyView {
    let outlook = move || {
        let now = clock::moment();
        let ends = desk.form.with(|form| interview::instant(&form.date, &form.ends, &now));
        ends.filter(|_| !desk.ahead.get()).map(|ends| interview::outlook(ends, &now))
    };
    view! {
        <div class="fields" data-pair="" data-times="">
            {desk.field(Slot::Date, "Day", "", Takes::Day)}
            {shown_if(move || desk.ahead.get().then(|| ahead(desk)))}
            {desk.field(Slot::Ends, "Ended", "", Takes::Time)}
            {desk.field(Slot::Starts, "Started", "if you know", Takes::Time)}
        </div>
        <p class="field__hint">{outlook}</p>
        {name(desk)}
    }
    .into_any()
}

/// A day ahead is no slip for certain: it may be the choice above that is.
fn ahead(desk: Desk) -> AnyView {
    let make = Callback::new(move |()| {
        desk.turn(true);
        page::after_layout(|| page::focus(".interview [data-times] input[type=time]"));
    });
    view! {
        <div class="notice" role="status">
            <p>"This day is still to come. If it is right, the interview is, too; all that you typed stays."</p>
            <Button label="Make it still to come" press=make />
        </div>
    }
    .into_any()
}

fn to_come(desk: Desk) -> AnyView {
    view! {
        <div class="fields" data-pair="" data-times="">
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
