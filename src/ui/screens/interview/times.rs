//! When it was, or will be.

use super::form_state::InterviewFormState;
use crate::platform::{clock, page};
use crate::ui::components::{Button, Choice, Field, Takes};
use crate::ui::erased::{shown, shown_if};
use crate::view::interview::{self, InterviewField};
use leptos::prelude::*;

/// When it was, or will be.
pub fn times(form: InterviewFormState) -> AnyView {
    let options = vec!["It is over".to_owned(), "It is still to come".to_owned()];
    let chosen = Signal::derive(move || Some(usize::from(form.to_come.get())));
    let choose = Callback::new(move |place: usize| form.turn(place == 1));
    view! {
        <section class="group">
            <Choice label="When" options chosen choose />
            {shown(move || if form.to_come.get() { to_come(form) } else { over(form) })}
        </section>
    }
    .into_any()
}

fn over(form: InterviewFormState) -> AnyView {
    let thank_you_hint = move || {
        let now = clock::local_now();
        let ends = form.form.with(|form| interview::instant(&form.date, &form.ends, &now));
        let settings = form.state.read_untracked(|records, _, _| records.settings.clone());
        ends.filter(|_| !form.ahead.get()).map(|ends| interview::thank_you_hint(ends, &settings, &now))
    };
    view! {
        <div class="fields" data-pair="" data-times="">
            {form.field(InterviewField::Date, "Day", "", Takes::Day)}
            {shown_if(move || form.ahead.get().then(|| ahead(form)))}
            {form.field(InterviewField::Ends, "Ended", "", Takes::Time)}
            {form.field(InterviewField::Starts, "Started", "if you know", Takes::Time)}
        </div>
        <p class="field__hint">{thank_you_hint}</p>
        {name(form)}
    }
    .into_any()
}

/// A day ahead is no slip for certain: it may be the choice above that is.
fn ahead(form: InterviewFormState) -> AnyView {
    let make = Callback::new(move |()| {
        form.turn(true);
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

fn to_come(form: InterviewFormState) -> AnyView {
    view! {
        <div class="fields" data-pair="" data-times="">
            {form.field(InterviewField::Date, "Day", "", Takes::Day)}
            {form.field(InterviewField::Starts, "Starts", "", Takes::Time)}
            {form.field(InterviewField::Minutes, "Minutes", "60 if empty", Takes::Number)}
        </div>
        {name(form)}
        {form.field(InterviewField::Place, "Where", "an address, a link, a number", Takes::Text)}
    }
    .into_any()
}

fn name(form: InterviewFormState) -> AnyView {
    let names = ["Phone screen", "First interview", "Technical interview", "On-site", "Final round"];
    view! {
        <Field
            label="What you call it"
            note="if you like"
            value=form.text(InterviewField::Title)
            input=form.typing(InterviewField::Title)
            suggestions=Signal::stored(names.map(str::to_owned).to_vec())
        />
    }
    .into_any()
}
