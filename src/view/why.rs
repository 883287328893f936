//! The words of a reason.

use super::when;
use crate::etiquette::{Action, Moment, Reason};
use chrono::TimeZone;

/// Why an action is proposed, in a sentence.
pub fn why<Tz: TimeZone>(action: &Action, now: &Moment<Tz>) -> String {
    let day = |day| when::on_day(day, now);
    match action.reason {
        Reason::BeforeLeaving => "The last minutes are the easiest time to ask.".to_owned(),
        Reason::NotRecorded => "Names and dates are clearest right after.".to_owned(),
        Reason::WhileFresh => "One look back while it is fresh, then forward.".to_owned(),
        Reason::TheyGaveTime => "They gave you their time.".to_owned(),
        Reason::TheyDecide => "They decide, even if you did not meet.".to_owned(),
        Reason::NoAddress => "Your thank-you waits for an address.".to_owned(),
        Reason::TheyAgreed => "They said yes to it.".to_owned(),
        Reason::Announced(_) => "Your thank-you tells them that it is coming.".to_owned(),
        Reason::RecruiterOfIt | Reason::RecruiterAfterwards => "Recruiters remember people.".to_owned(),
        Reason::AskedFor(by) => format!("They asked for it by {}.", when::day(by, now)),
        Reason::PromiseOver(by) => format!("They said they would answer by {}.", when::day(by, now)),
        Reason::NoPromise(since) => format!("They named no date, and it began {}.", day(since)),
        Reason::SinceReply(since) => format!("They wrote {} and named no date.", day(since)),
        Reason::StillSilent(since) => format!("You asked {}, without an answer so far.", day(since)),
        Reason::SilentSince(since) => {
            format!("Silent since you asked {}. It is common, and not about you.", day(since))
        }
        Reason::NeverAsked => "The time to ask went by.".to_owned(),
        Reason::TheySaidNo => "They said no; a kind word keeps the door open.".to_owned(),
        Reason::LastContact(since) => format!("You were last in touch {}.", day(since)),
        Reason::TooFew(active) => format!("{active} active: more than one door should be open."),
        Reason::Quiet(Some(since)) => format!("Your last step of the search was {}.", day(since)),
        Reason::Quiet(None) => "No step of the search is on record yet.".to_owned(),
        Reason::TheyOffered => "They made you an offer.".to_owned(),
        Reason::OnlySpoken => "A spoken offer is not yet one.".to_owned(),
        Reason::OfferElsewhere(_) => "You have an offer elsewhere, and they are still deciding.".to_owned(),
        Reason::DeadlineBefore(by) => format!("The offer wants an answer before {}.", when::day(by, now)),
        Reason::Undecided(offers) => format!("{offers} offers are undecided."),
        Reason::DecideBy(Some(by)) => format!("They wait for your answer until {}.", when::end(by, now)),
        Reason::DecideBy(None) => "They wait for your answer.".to_owned(),
        Reason::SignedElsewhere => "You signed elsewhere.".to_owned(),
        Reason::RoundAhead(at) => format!("The next round is {}.", when::time(at, now)),
    }
}
