//! Something applied for, added in two lines; several in a row.

use super::Act;
use crate::commands::Command;
use crate::model::{Opportunity, OpportunityId};
use crate::platform::{clock, page};
use crate::ui::components::{Actions, Button, Field, Form, Kind, Takes};
use crate::ui::state::AppState;
use crate::ui::type_erased::{derived, shown};
use crate::view_models::event_form::split;
use crate::view_models::interview::instant;
use leptos::prelude::*;

/// An application as it was typed.
pub struct Application {
    company: String,
    role: String,
    applied: String,
}

impl Application {
    /// Adds it. One of today is of now; one of another day is of its noon.
    pub fn put(self, state: AppState) {
        let now = clock::local_now();
        let today = split(now.at, &now).0;
        let mut one =
            Opportunity::new(OpportunityId(state.fresh_id()), self.company.trim(), self.role.trim());
        one.applied = match self.applied.trim() {
            "" => None,
            day if day == today => Some(now.at),
            day => instant(day, "12:00", &now),
        };
        state.dispatch(Command::PutOpportunity(Box::new(one)));
    }
}

/// The way to the form, or the form.
pub fn add(act: Callback<Act>, bringing: RwSignal<bool>) -> AnyView {
    let open = RwSignal::new(false);
    shown(move || {
        if open.get() {
            return form(act, open);
        }
        let press = Callback::new(move |()| {
            open.set(true);
            page::after_layout(|| page::focus(".pipeline__add input"));
        });
        let bring_in = Callback::new(move |()| bringing.set(true));
        view! {
            <Actions>
                <Button kind=Kind::Primary label="Add an application" press />
                <Button kind=Kind::Quiet label="Bring in a list" press=bring_in />
            </Actions>
        }
        .into_any()
    })
}

fn form(act: Callback<Act>, open: RwSignal<bool>) -> AnyView {
    let (company, role) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let applied = RwSignal::new(split(clock::now(), &clock::local_now()).0);
    let nameless = RwSignal::new(false);
    let submit = Callback::new(move |()| {
        nameless.set(company.with_untracked(|company| company.trim().is_empty()));
        if !nameless.get_untracked() {
            let [company, role] =
                [company, role].map(|field| field.try_update(std::mem::take).unwrap_or_default());
            act.run(Act::Add(Application { company, role, applied: applied.get_untracked() }));
        }
        page::focus(".pipeline__add input");
    });
    let wrong = derived(move || nameless.get().then(|| "Which company is it?".to_owned()));
    view! {
        <Form class="pipeline__add" submit>
            <Field
                label="Company"
                takes=Takes::Name
                value=company
                input=Callback::new(move |text| company.set(text))
                wrong
                needed=Signal::stored(true)
            />
            <Field label="Role" value=role input=Callback::new(move |text| role.set(text)) />
            <Field label="Applied on" takes=Takes::Day value=applied input=Callback::new(move |text| applied.set(text)) />
            <Actions>
                <button type="submit" class="button" data-kind="primary">"Add"</button>
                <Button kind=Kind::Quiet label="Close" press=Callback::new(move |()| open.set(false)) />
            </Actions>
        </Form>
    }
    .into_any()
}
