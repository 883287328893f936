//! The offer desk: from the first minute of an offer to the signature.

mod dates;
mod leverage;
mod side_by_side;
mod steps;
mod terms_form;

pub use leverage::Leverage;
pub use side_by_side::{Cell, Column, CriterionRow, SideBySide, criterion_name};
pub use steps::{Step, StepStage};
pub use terms_form::{PERIODS, TermsField, TermsForm, WrongTerms};

use super::offer_state::{answer_by, decision_key, offer_state};
use super::{Axis, Line, LineGroup, Route, when};
use crate::commands::Command;
use crate::etiquette::{History, Now, Plan, Status};
use crate::model::{Criterion, CriterionValues, Offer, OfferId, OpportunityId, Records, Stamp, Task, Terms};
use crate::words::isolated;
use chrono::{TimeDelta, TimeZone};

/// What the screen of the offers shows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OffersPage {
    /// The days on which all dates are drawn.
    pub axis: Axis,
    /// Each deadline and each other company's date, the earliest first.
    pub dates: LineGroup,
    /// The offers that wait for an answer, the earliest deadline first.
    pub open: Vec<OpenOffer>,
    /// Those offers side by side, and the present job with them where it is noted.
    pub side_by_side: Option<SideBySide>,
    /// Offers that wait for no answer any more, the latest first.
    pub earlier: Vec<Line>,
}

/// An offer that waits for an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenOffer {
    /// Which offer, of which opportunity.
    pub id: Compared,
    /// The company.
    pub company: String,
    /// The job; may be empty.
    pub role: String,
    /// The opportunity's page.
    pub home: String,
    /// "Spoken on Tuesday".
    pub state: String,
    /// "They want your answer by 15:00 on Thursday: 46 hours from now", or that the user said yes.
    pub deadline: String,
    /// What to do from here to the signature, in order.
    pub steps: Vec<Step>,
    /// What it pays, version by version, the latest first.
    pub figures: Vec<String>,
    /// What that comes to in a year, where it is more than a yearly figure.
    pub yearly: String,
    /// What it offers, in the user's words.
    pub terms: String,
    /// What there is to negotiate with.
    pub leverage: Leverage,
    /// The address of the letter that answers it.
    pub answer: String,
    /// Where what they wrote or said about it is noted.
    pub they_wrote: String,
    /// Whether it is in writing.
    pub in_writing: bool,
    /// Whether the user has said yes: what is left is to sign.
    pub said_yes: bool,
}

/// What can be compared.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Compared {
    /// An offer of an opportunity.
    Offer(OpportunityId, OfferId),
    /// The job that the user has.
    PresentJob,
}

impl OffersPage {
    /// The page at a moment.
    pub fn of<Tz: TimeZone>(records: &Records, plan: &Plan, now: &Now<Tz>) -> Self {
        let opportunities = records.opportunities.values();
        let histories: Vec<_> = opportunities.map(|one| History::of(one, &records.people, now.at)).collect();
        let (mut open, mut earlier): (Vec<(&Offer, &History<'_>)>, Vec<_>) = (Vec::new(), Vec::new());
        for history in &histories {
            for offer in history.offers() {
                let waits = history.undecided().any(|undecided| undecided.id == offer.id);
                if waits { open.push((offer, history)) } else { earlier.push((*offer, history)) }
            }
        }
        let by_deadline = |offer: &Offer| (offer.respond_by.unwrap_or(Stamp::MAX), offer.received, offer.id);
        crate::sorting::by_key(&mut open, |(offer, _)| by_deadline(offer));
        crate::sorting::by_key(&mut earlier, |(offer, _)| std::cmp::Reverse((offer.received, offer.id)));
        let (axis, dates) = dates::dates(&open, &histories, records, plan, now);
        Self {
            axis,
            dates,
            side_by_side: SideBySide::of(&open, &records.search.comparing),
            open: open.iter().map(|(offer, of)| OpenOffer::of(offer, of, records, plan, now)).collect(),
            earlier: earlier.into_iter().map(|(offer, of)| earlier_line(offer, of, now)).collect(),
        }
    }
}

impl OpenOffer {
    fn of<Tz: TimeZone>(
        offer: &Offer,
        history: &History<'_>,
        records: &Records,
        plan: &Plan,
        now: &Now<Tz>,
    ) -> Self {
        let one = history.opportunity();
        Self {
            id: Compared::Offer(one.id, offer.id),
            company: one.company.clone(),
            role: one.role.clone(),
            home: Route::Opportunity(one.id).href(),
            state: match offer.written {
                Some(at) => format!("It came in writing {}", when::back_then(at, now)),
                None => format!("Spoken, {}; not in writing yet", when::back_then(offer.received, now)),
            },
            deadline: deadline(offer, now),
            steps: steps::steps(offer, one.id, records, plan, now),
            figures: figures(offer, now),
            yearly: offer.figures.last().map(side_by_side::in_a_year).unwrap_or_default(),
            terms: if offer.terms.trim().is_empty() {
                String::new()
            } else {
                format!("In your words: {}", isolated(&offer.terms))
            },
            leverage: Leverage::of(offer, one.id, records, plan, now),
            answer: Route::Letter(decision_key(one.id, offer)).href(),
            they_wrote: Route::Reply(one.id).href(),
            in_writing: offer.written.is_some(),
            said_yes: offer.accepted.is_some(),
        }
    }
}

/// Within this time the hours to the deadline are counted.
const COUNTED_IN_HOURS: TimeDelta = TimeDelta::hours(72);

fn deadline<Tz: TimeZone>(offer: &Offer, now: &Now<Tz>) -> String {
    let Some(said) = answer_by(offer, now) else { return "They named no day for your answer.".to_owned() };
    let left = offer.respond_by.map(|by| by - now.at).filter(|_| offer.accepted.is_none());
    let Some(left) = left.filter(|left| *left > TimeDelta::zero() && *left <= COUNTED_IN_HOURS) else {
        return format!("{said}.");
    };
    let left = match left.num_hours() {
        0 => "less than an hour".to_owned(),
        1 => "one hour".to_owned(),
        hours => format!("{hours} hours"),
    };
    format!("{said}: {left} from now.")
}

/// What it pays, version by version, the latest first. What they said before the paper came is to be looked up in it.
fn figures<Tz: TimeZone>(offer: &Offer, now: &Now<Tz>) -> Vec<String> {
    let version = |terms: &Terms| {
        let how = if terms.in_writing { "in writing" } else { "said" };
        let at = terms.at.map(|at| format!(", {how} {}", when::back_then(at, now))).unwrap_or_default();
        format!("{}{at}", side_by_side::quoted(terms))
    };
    let is_checked = offer.written.is_none() || offer.figures.last().is_none_or(|latest| latest.in_writing);
    let mut figures: Vec<String> = offer.figures.iter().rev().map(version).collect();
    if let Some(latest) = figures.first_mut().filter(|_| !is_checked) {
        latest.push_str("; check that the text says the same");
    }
    figures
}

fn earlier_line<Tz: TimeZone>(offer: &Offer, history: &History<'_>, now: &Now<Tz>) -> Line {
    let one = history.opportunity();
    Line {
        title: one.company.clone(),
        href: Some(Route::Opportunity(one.id).href()),
        about: one.role.clone(),
        side: vec![offer_state(offer, now)],
        ..Line::default()
    }
}

/// Whether a company has been silent for so long that the plan lets it go.
fn is_silent(plan: &Plan, home: OpportunityId) -> bool {
    plan.of(home).any(|action| {
        action.task() == Task::MoveOn && matches!(action.status, Status::Open | Status::Overdue)
    })
}

/// The offer, as it is on record.
fn offer(records: &Records, opportunity: OpportunityId, offer: OfferId) -> Option<&Offer> {
    records.opportunities.get(&opportunity)?.offers.iter().find(|it| it.id == offer)
}

/// The command that changes what is compared. `change` gets the terms, which come in versions for an offer, and the
/// ratings. `None` where it is gone.
fn changed(
    records: &Records,
    compared: Compared,
    change: impl FnOnce(&mut Vec<Terms>, &mut CriterionValues),
) -> Option<Command> {
    match compared {
        Compared::Offer(opportunity, id) => {
            let mut offer = offer(records, opportunity, id)?.clone();
            change(&mut offer.figures, &mut offer.ratings);
            Some(Command::PutOffer { opportunity, offer: Box::new(offer) })
        }
        Compared::PresentJob => {
            let mut comparing = records.search.comparing.clone();
            let mut present = comparing.present.unwrap_or_default();
            let mut versions = vec![present.terms];
            change(&mut versions, &mut present.ratings);
            present.terms = versions.pop().unwrap_or_default();
            comparing.present = Some(present);
            Some(Command::PutComparisonBasis(Box::new(comparing)))
        }
    }
}

/// The command that rates a criterion, or takes its rating away.
pub fn rated(
    records: &Records,
    compared: Compared,
    criterion: Criterion,
    rating: Option<u8>,
) -> Option<Command> {
    changed(records, compared, |_, ratings| ratings.set(criterion, rating))
}

/// The command that notes terms: as a new version, unless they are the ones that hold.
pub fn with_terms(records: &Records, compared: Compared, terms: Terms) -> Option<Command> {
    changed(records, compared, |versions, _| {
        let same = |known: &Terms| Terms { at: terms.at, ..known.clone() } == terms;
        if !versions.last().is_some_and(same) {
            versions.push(terms);
        }
    })
}

/// The terms that hold.
fn terms_of(records: &Records, compared: Compared) -> Option<Terms> {
    match compared {
        Compared::Offer(opportunity, id) => offer(records, opportunity, id)?.figures.last().cloned(),
        Compared::PresentJob => records.search.comparing.present.as_ref().map(|job| job.terms.clone()),
    }
}

/// The form of what something pays: as it is known; where the offer is there in writing, the form starts with that.
pub fn terms_form(records: &Records, compared: Compared) -> TermsForm {
    let form = terms_of(records, compared).map(|terms| TermsForm::of(&terms)).unwrap_or_default();
    let is_written = match compared {
        Compared::Offer(opportunity, id) => {
            offer(records, opportunity, id).is_some_and(|offer| offer.written.is_some())
        }
        Compared::PresentJob => false,
    };
    TermsForm { in_writing: form.in_writing || is_written, ..form }
}

/// The command that says how much a criterion counts.
pub fn weighed(records: &Records, criterion: Criterion, weight: u8) -> Command {
    let mut comparing = records.search.comparing.clone();
    comparing.weights.set(criterion, Some(weight));
    Command::PutComparisonBasis(Box::new(comparing))
}

/// The command that takes the present job out of the comparison.
pub fn without_present_job(records: &Records) -> Command {
    let mut comparing = records.search.comparing.clone();
    comparing.present = None;
    Command::PutComparisonBasis(Box::new(comparing))
}

#[cfg(test)]
mod tests;
