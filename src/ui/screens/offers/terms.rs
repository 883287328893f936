//! The form of what an offer pays.

use crate::model::{OfferId, OpportunityId, PayPeriod};
use crate::platform::clock;
use crate::ui::components::{Choice, Field, Options, Pair, Select, Takes, bound};
use crate::ui::form_draft::{DraftAutosave, DraftSheet, texts_left};
use crate::ui::state::AppState;
use crate::ui::type_erased::{derived, shown_if};
use crate::view_models::offers::{
    Compared, PERIODS, TermsField, TermsForm, WrongTerms, terms_form, with_terms,
};
use leptos::prelude::*;

/// The name of the form's draft.
fn draft_name(compared: Compared) -> String {
    match compared {
        Compared::Offer(opportunity, offer) => format!("{opportunity}/terms/{offer}"),
        Compared::PresentJob => "present-job".to_owned(),
    }
}

/// What the form that lay open when the page was left is about.
pub fn left_open(state: AppState) -> Option<Compared> {
    state.read_untracked(|records, _, _| {
        records.search.form_drafts.iter().filter(|left| left.open).find_map(|left| {
            let mut parts = left.form.split('/');
            match (parts.next()?, parts.next(), parts.next()) {
                ("present-job", None, None) => Some(Compared::PresentJob),
                (opportunity, Some("terms"), Some(offer)) => Some(Compared::Offer(
                    opportunity.parse::<OpportunityId>().ok()?,
                    offer.parse::<OfferId>().ok()?,
                )),
                _ => None,
            }
        })
    })
}

/// The form in its sheet.
pub fn sheet(app: AppState, editing: RwSignal<Option<Compared>>, compared: Compared) -> AnyView {
    let name = draft_name(compared);
    let left = texts_left(app, &name).and_then(|texts| TermsForm::left(&texts));
    let found = left.is_some();
    let known = || app.read_untracked(|records, _, _| terms_form(records, compared));
    let form = RwSignal::new(left.unwrap_or_else(known));
    let wrong = RwSignal::new(Vec::<WrongTerms>::new());
    let draft = DraftAutosave::start(app, name, found, move || form.with(TermsForm::texts));
    let save = Callback::new(move |()| save(app, compared, form, wrong));
    let title = match compared {
        Compared::Offer(..) => "What it pays",
        Compared::PresentJob => "What your present job pays",
    };
    let (base, put_base) = bound(form, |form| &mut form.base);
    let (currency, put_currency) = bound(form, |form| &mut form.currency);
    let field = move |field: TermsField, label: &'static str, note: &'static str, of: Text| {
        number(form, wrong, field, label, note, of)
    };
    let periods = Options::of(
        &PERIODS,
        move || Some(form.with(|form| form.period)),
        move |period| form.update(|form| form.period = period),
    );
    let is_hourly = derived(move || form.with(|form| form.period == PayPeriod::Hour));
    view! {
        <DraftSheet title draft save closed=Callback::new(move |()| editing.set(None))>
            <Pair>
                <Field
                    label="Base pay"
                    value=base
                    input=put_base
                    takes=Takes::Number
                    wrong=said(wrong, TermsField::Base)
                />
                <Field label="Currency" note="EUR, $" value=currency input=put_currency takes=Takes::Name />
                <Select label="For" options=periods />
            </Pair>
            {shown_if(move || is_hourly.get().then(|| field(TermsField::Hours, "Hours a week", "40 if you leave it empty", |form| &mut form.hours)))}
            {field(TermsField::Bonus, "Bonus", "of a usual year", |form| &mut form.bonus)}
            <Pair>
                {field(TermsField::Equity, "Equity", "all of it, as they value it", |form| &mut form.equity)}
                {field(TermsField::EquityYears, "over years", "4 if you leave it empty", |form| &mut form.equity_years)}
            </Pair>
            {field(TermsField::SignOn, "Sign-on bonus", "paid once", |form| &mut form.sign_on)}
            {matches!(compared, Compared::Offer(..)).then(|| written(form))}
        </DraftSheet>
    }
    .into_any()
}

type Text = fn(&mut TermsForm) -> &mut String;

fn number(
    form: RwSignal<TermsForm>,
    wrong: RwSignal<Vec<WrongTerms>>,
    field: TermsField,
    label: &'static str,
    note: &'static str,
    of: Text,
) -> AnyView {
    let (value, input) = bound(form, of);
    view! { <Field label note value input takes=Takes::Number wrong=said(wrong, field) /> }.into_any()
}

/// What is wrong with a field.
fn said(wrong: RwSignal<Vec<WrongTerms>>, field: TermsField) -> Signal<Option<String>> {
    derived(move || {
        wrong.with(|wrong| wrong.iter().find(|(it, _)| *it == field).map(|(_, words)| (*words).to_owned()))
    })
}

fn written(form: RwSignal<TermsForm>) -> AnyView {
    const WAYS: [(bool, &str); 2] = [(false, "They said it"), (true, "In writing")];
    let chosen = move || Some(form.with(|form| form.in_writing));
    let options = Options::of(&WAYS, chosen, move |way| form.update(|form| form.in_writing = way));
    view! { <Choice label="How do you know?" options /> }.into_any()
}

fn save(
    app: AppState,
    compared: Compared,
    form: RwSignal<TermsForm>,
    wrong: RwSignal<Vec<WrongTerms>>,
) -> bool {
    let at = matches!(compared, Compared::Offer(..)).then(clock::now);
    match form.with_untracked(|form| form.check(at)) {
        Ok(terms) => {
            let command = app.read_untracked(|records, _, _| with_terms(records, compared, terms));
            command.is_none_or(|command| app.try_dispatch(command).is_ok())
        }
        Err(found) => {
            wrong.set(found);
            false
        }
    }
}
