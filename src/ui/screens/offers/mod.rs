//! The offer desk: what to do about each offer, what they pay, side by side, what to ask for.

mod comparison;
mod one;
mod terms;

use super::card;
use super::signing::{Signing, instead_or_beside};
use crate::commands::Command;
use crate::model::{Criterion, Records};
use crate::platform::clock;
use crate::ui::components::{Actions, ButtonLink, Head, Line, list_section};
use crate::ui::state::{AppState, state};
use crate::ui::type_erased::{Memo, memo, shown, shown_if};
use crate::view_models::offers::{Compared, OffersPage, rated, weighed, without_present_job};
use crate::view_models::{Route, SignedElsewhere};
use leptos::prelude::*;

/// A change that is made on this screen.
enum Change {
    /// Rates a criterion of something compared, or takes the rating away.
    Rate(Compared, Criterion, Option<u8>),
    /// Says how much a criterion counts.
    Weigh(Criterion, u8),
    /// Opens the form of what something pays.
    EditTerms(Compared),
    /// Notes that an offer came in writing.
    ReceiveInWriting(Compared),
    /// Notes that an offer was signed.
    Sign(Compared),
    /// Takes the present job out of the comparison.
    DropPresentJob,
}

/// All offers.
#[component]
pub fn OffersScreen() -> AnyView {
    let state = state();
    let page = memo(move || state.read(OffersPage::of));
    let editing = RwSignal::new(terms::left_open(state));
    let elsewhere = RwSignal::new(None::<(Signing, SignedElsewhere)>);
    let act = Callback::new(move |wanted| match wanted {
        Change::ReceiveInWriting(Compared::Offer(opportunity, offer)) => {
            state.dispatch(Command::ReceiveInWriting { opportunity, offer, at: clock::now() });
        }
        Change::Sign(Compared::Offer(home, offer)) => {
            let signing = Signing { home, offer, at: clock::now() };
            elsewhere.set(signing.note(state).map(|other| (signing, other)));
        }
        Change::ReceiveInWriting(Compared::PresentJob) | Change::Sign(Compared::PresentJob) => {}
        Change::EditTerms(compared) => editing.set(Some(compared)),
        Change::Rate(compared, criterion, rating) => {
            change(state, |records| rated(records, compared, criterion, rating));
        }
        Change::Weigh(criterion, weight) => {
            change(state, |records| Some(weighed(records, criterion, weight)));
        }
        Change::DropPresentJob => {
            let command = state.read_untracked(|records, _, _| without_present_job(records));
            state.dispatch(command);
        }
    });
    view! {
        {offers(page, act)}
        {shown_if(move || editing.get().map(|compared| terms::sheet(state, editing, compared)))}
        {shown_if(move || elsewhere.get().map(|(signing, other)| {
            instead_or_beside(state, signing, &other, Callback::new(move |()| elsewhere.set(None)))
        }))}
    }
    .into_any()
}

/// Changes what is seen at once where it was changed: no toast says so.
fn change(state: AppState, command: impl FnOnce(&Records) -> Option<Command>) {
    if let Some(command) = state.read_untracked(|records, _, _| command(records)) {
        state.dispatch_silent(command);
    }
}

fn offers(page: Memo<OffersPage>, act: Callback<Change>) -> AnyView {
    view! {
        <div class="screen offers">
            <Head title="Offers">
                <p class="muted">
                    "Until you sign, nothing is final: neither for them nor for you. Your other conversations go on."
                </p>
            </Head>
            {card::lines(
                memo(move || page.with(|page| page.axis.clone())),
                vec![memo(move || page.with(|page| page.dates.clone()))],
                Callback::new(|_| ()),
            )}
            {shown(move || page.with(|page| {
                if page.open.is_empty() { none(page) } else { desk(page, act) }
            }))}
        </div>
    }
    .into_any()
}

fn desk(page: &OffersPage, act: Callback<Change>) -> AnyView {
    let open: Vec<AnyView> = page.open.iter().map(|offer| one::offer(offer, act)).collect();
    view! {
        {open}
        {page.side_by_side.as_ref().map(|side_by_side| comparison::comparison(side_by_side, act))}
        {(!page.open.iter().any(|offer| offer.said_yes)).then(|| before_signing(false))}
        {earlier(page)}
    }
    .into_any()
}

fn none(page: &OffersPage) -> AnyView {
    view! {
        <section class="section">
            <p>
                "No offer waits for your answer. Once one does, you find here what to do from the first call to the signature, offers side by side, and what there is to ask for."
            </p>
            <p class="muted">"An offer is noted on the page of its opportunity."</p>
            <Actions>
                <ButtonLink label="Your opportunities" href=Route::Pipeline(crate::view_models::Filter::default()).href() />
            </Actions>
        </section>
        {earlier(page)}
    }
    .into_any()
}

fn earlier(page: &OffersPage) -> AnyView {
    let lines = page.earlier.iter().cloned().map(|line| view! { <Line line /> }.into_any());
    list_section("Earlier offers", lines.collect())
}

/// What to look at before one signs.
fn before_signing(open: bool) -> AnyView {
    const POINTS: [&str; 6] = [
        "Everything that you agreed is in the text that you sign: pay, bonus, start, place, days at home.",
        "When it starts, how long you are on trial, and what notice either side has to give.",
        "How the bonus and the equity are earned, and what becomes of them if you leave.",
        "What other work you may do during this job, and after it.",
        "What notice your present contract wants, and what of it you would lose by going now.",
        "Once both sides have signed, resign and withdraw elsewhere. Not before.",
    ];
    let points: Vec<AnyView> = POINTS.iter().map(|point| view! { <li>{*point}</li> }.into_any()).collect();
    view! {
        <details class="offers__more" open=open>
            <summary>"Before you sign"</summary>
            <ul class="points">{points}</ul>
        </details>
    }
    .into_any()
}
