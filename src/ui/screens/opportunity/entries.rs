//! What happened: a line an entry, letters kept readable.

use super::acts::Act;
use crate::model::{Letter, OpportunityId};
use crate::ui::components::{Button, ButtonLink, Kind};
use crate::view_models::{EntrySource, HistoryEntry, Route};
use leptos::prelude::*;

/// The lines of entries, without a heading.
pub fn lines(home: OpportunityId, entries: &[HistoryEntry], act: Callback<Act>) -> Vec<AnyView> {
    entries.iter().map(|entry| line(home, entry, act)).collect()
}

fn line(home: OpportunityId, entry: &HistoryEntry, act: Callback<Act>) -> AnyView {
    let more = (!entry.more.is_empty()).then(|| view! { <p class="line__about">{entry.more.clone()}</p> });
    view! {
        <li>
            <div class="line">
                <div class="line__main">
                    <p>{entry.what.clone()}</p>
                    <p class="line__about">{entry.when.clone()}</p>
                    {more}
                </div>
                {amend(home, entry, act)}
            </div>
            {entry.letter.as_ref().map(letter)}
        </li>
    }
    .into_any()
}

/// A letter as it was sent. A note is there to be read at once.
fn letter(letter: &Letter) -> AnyView {
    let body = letter.body.clone();
    if letter.subject.is_empty() && body.chars().count() < 140 {
        return view! { <p class="opportunity__note" translate="no">{body}</p> }.into_any();
    }
    let subject = (!letter.subject.is_empty())
        .then(|| view! { <p class="opportunity__subject">{letter.subject.clone()}</p> });
    view! {
        <details class="why">
            <summary><span>"Read it"</span></summary>
            <div class="opportunity__letter" translate="no">
                {subject}
                <p>{body}</p>
            </div>
        </details>
    }
    .into_any()
}

fn amend(home: OpportunityId, entry: &HistoryEntry, act: Callback<Act>) -> Option<AnyView> {
    let about = entry.what.clone();
    match entry.of {
        // Both are edited where they stand: the one with the opportunity, the other above.
        EntrySource::Applied | EntrySource::Offer(_) => None,
        EntrySource::Round(round) => {
            let href = Route::Interview { opportunity: Some(home), round: Some(round) }.href();
            Some(view! { <ButtonLink kind=Kind::Quiet label="Edit" about href /> }.into_any())
        }
        EntrySource::Event(id) => {
            let press = Callback::new(move |()| act.run(Act::EditEntry(id)));
            Some(view! { <Button kind=Kind::Quiet label="Edit" about press /> }.into_any())
        }
    }
}
