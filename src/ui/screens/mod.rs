//! A file or a folder a screen.

mod card;
mod data;
mod interview;
mod lessons;
mod look_back;
mod more;
mod opportunity;
mod people;
mod person;
mod pipeline;
mod playbook;
mod templates;
mod today;
mod write;

use crate::view::Route;
use leptos::prelude::*;

/// The screen of a place.
pub fn of(place: &Route) -> AnyView {
    match place {
        Route::Today => view! { <today::TodayScreen /> }.into_any(),
        Route::Interview { opportunity, round } => {
            view! { <interview::InterviewScreen opportunity=*opportunity round=*round /> }.into_any()
        }
        Route::Pipeline(_) => view! { <pipeline::PipelineScreen /> }.into_any(),
        Route::Opportunity(id) => view! { <opportunity::OpportunityScreen id=*id /> }.into_any(),
        Route::LookBack { opportunity, round } => {
            view! { <look_back::LookBackScreen opportunity=*opportunity round=*round /> }.into_any()
        }
        Route::Write(key) => view! { <write::WriteScreen action=*key /> }.into_any(),
        Route::People => view! { <people::PeopleScreen /> }.into_any(),
        Route::Person(id) => view! { <person::PersonScreen id=*id /> }.into_any(),
        Route::Lessons => view! { <lessons::LessonsScreen /> }.into_any(),
        Route::More => view! { <more::MoreScreen /> }.into_any(),
        Route::Playbook => view! { <playbook::PlaybookScreen /> }.into_any(),
        Route::Data => view! { <data::DataScreen /> }.into_any(),
        Route::Templates => view! { <templates::TemplatesScreen /> }.into_any(),
        Route::Unknown => gone("There is nothing here"),
    }
}

/// What stands where an address leads to nothing, or to nothing any more.
fn gone(title: &'static str) -> AnyView {
    view! {
        <div class="screen">
            <h1 tabindex="-1">{title}</h1>
            <p>"This address leads nowhere, or to something that was removed. What you have saved is safe."</p>
            <p>
                <a class="button" data-kind="primary" href="#/today">"Go to Today"</a>
            </p>
        </div>
    }
    .into_any()
}
