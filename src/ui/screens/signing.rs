//! A signature, and the question what becomes of an offer that was signed elsewhere.

use crate::commands::Command;
use crate::model::{OfferId, OpportunityId, Stamp};
use crate::ui::components::{Actions, Button, Kind, Sheet};
use crate::ui::state::AppState;
use crate::view_models::SignedElsewhere;
use crate::words::isolated;
use leptos::prelude::*;

/// The signature of an offer.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Signing {
    /// The opportunity of the offer.
    pub home: OpportunityId,
    /// The offer.
    pub offer: OfferId,
    /// When it was signed.
    pub at: Stamp,
}

impl Signing {
    /// Notes the signature. Where an offer was signed elsewhere not long ago, nothing is noted yet: what is returned
    /// is to be asked about first.
    pub fn note(self, app: AppState) -> Option<SignedElsewhere> {
        let elsewhere = app.read_untracked(|records, _, now| SignedElsewhere::of(self.home, records, now));
        if elsewhere.is_none() {
            self.note_alone(app);
        }
        elsewhere
    }

    fn note_alone(self, app: AppState) {
        let Self { home, offer, at } = self;
        app.dispatch(Command::SignOffer { opportunity: home, offer, at });
    }
}

/// Asks whether this signature is instead of the other, or beside it, and notes it.
pub fn instead_or_beside(
    app: AppState,
    signing: Signing,
    elsewhere: &SignedElsewhere,
    closed: Callback<()>,
) -> AnyView {
    let node: NodeRef<leptos::html::Dialog> = NodeRef::new();
    let close = move || {
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    };
    let instead = Callback::new(move |()| {
        signing.note_alone(app);
        close();
    });
    let other = elsewhere.clone();
    let beside = Callback::new(move |()| {
        app.dispatch(other.beside(signing.home, signing.offer, signing.at));
        close();
    });
    let company = isolated(&elsewhere.company).into_owned();
    let (label, both) = (format!("Instead of {company}"), format!("I keep {company}, too"));
    view! {
        <Sheet title=format!("You signed at {company}, too") closed node>
            <p>"Is this one instead? Then Afterword helps you to step back there, politely and soon."</p>
            <Actions>
                <Button kind=Kind::Primary label press=instead />
                <Button label=both press=beside />
            </Actions>
        </Sheet>
    }
    .into_any()
}
