//! What can be said to an offer.

use crate::etiquette::{History, Now, Plan, Status};
use crate::model::{ActionKey, Decision, Offer, Opportunity, Records, Task};
use crate::view_models::{Line, Route};
use chrono::TimeZone;

/// The answers that can be given to the offer of an action; none where the action is not about answering one.
///
/// One asks for more once. More time is asked for once, or again for the sake of another company.
pub(super) fn answers<Tz: TimeZone>(
    home: Option<&Opportunity>,
    key: ActionKey,
    records: &Records,
    plan: &Plan,
    now: &Now<Tz>,
) -> Vec<Line> {
    if key.task != Task::DecideOffer {
        return Vec::new();
    }
    let offer = home.and_then(|home| home.offers.iter().find(|offer| Some(offer.id) == key.offer));
    let Some((home, offer)) = home.zip(offer) else { return Vec::new() };
    let asked = History::of(home, &records.people, now.at).requests(offer, records);
    let line = |title: &str, about: &str, route: Route| Line {
        title: title.to_owned(),
        about: about.to_owned(),
        href: Some(route.href()),
        ..Line::default()
    };
    let again = |decision| decision == Decision::Negotiate && asked.more.is_some();
    let ways = ways(offer).into_iter().filter(|(decision, ..)| !again(*decision));
    let mut lines: Vec<Line> =
        ways.map(|(decision, title, about)| line(title, about, Route::Answer(key, decision))).collect();
    let more_time = planned_request(key, plan).or_else(|| {
        let ours = ActionKey { task: Task::AskForTime, ..key };
        asked.more_time.is_none().then_some(ours)
    });
    if let Some(request) = more_time.filter(|_| offer.signed.or(offer.accepted).is_none()) {
        let about = "A few days, and you need not say for whom";
        lines.insert(0, line("Ask for more time", about, Route::Letter(request)));
    }
    if offer.signed.is_none() && offer.accepted.is_some() {
        let about = "What to look at before you do, and where to note that you have";
        lines.insert(0, line("Sign it", about, Route::Offers));
    }
    lines
}

/// The plan's action of asking for more time, for another company's sake.
fn planned_request(key: ActionKey, plan: &Plan) -> Option<ActionKey> {
    let is_open = |status| matches!(status, Status::Open | Status::Overdue);
    let asks = |task, offer| task == Task::AskForTime && offer == key.offer;
    let mut planned = plan.actions.iter().filter(|action| asks(action.task(), action.key.offer));
    planned.find(|action| is_open(action.status)).map(|action| action.key)
}

fn ways(offer: &Offer) -> Vec<(Decision, &'static str, &'static str)> {
    if offer.signed.is_some() {
        let about = "You have signed. Call first, if you can; then this letter, as soon as you know.";
        return vec![(Decision::StepBack, "Step back from it", about)];
    }
    if offer.accepted.is_some() {
        let about = "You have said yes. Call first, if you can; then this letter, as soon as you know.";
        return vec![(Decision::StepBack, "Step back from it", about)];
    }
    let yes = if offer.written.is_some() {
        "To all that is in the text, and nothing else"
    } else {
        "It is only spoken so far: have it in writing first"
    };
    vec![
        (Decision::Negotiate, "Ask for more first", "One thing, one reason, once; before you say yes"),
        (Decision::Accept, "Say yes", yes),
        (Decision::Decline, "Say no", "Kindly, and soon: somebody else may be waiting for it"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{OfferId, OpportunityId, Stamp};
    use uuid::Uuid;

    fn titles(change: impl Fn(&mut Offer)) -> Vec<String> {
        let id = OfferId(Uuid::from_u128(1));
        let mut offer = Offer::new(id, Stamp::UNIX_EPOCH);
        change(&mut offer);
        let mut home = Opportunity::new(OpportunityId(Uuid::from_u128(2)), "Acme", "Analyst");
        home.offers.push(offer);
        let key =
            ActionKey { opportunity: Some(home.id), offer: Some(id), ..ActionKey::new(Task::DecideOffer) };
        let now = Now::new(Stamp::UNIX_EPOCH, chrono::Utc);
        answers(Some(&home), key, &Records::default(), &Plan::default(), &now)
            .into_iter()
            .map(|line| format!("{}: {}", line.title, line.about))
            .collect()
    }

    #[test]
    fn a_yes_is_not_the_first_of_the_answers_and_a_spoken_offer_is_had_in_writing_first() {
        let spoken = titles(|_| ());
        assert_eq!(spoken.len(), 4);
        assert!(spoken[0].starts_with("Ask for more time"));
        assert!(spoken[1].starts_with("Ask for more first"));
        assert_eq!(spoken[2], "Say yes: It is only spoken so far: have it in writing first");
        let written = titles(|offer| offer.written = Some(offer.received));
        assert_eq!(written[2], "Say yes: To all that is in the text, and nothing else");
    }

    #[test]
    fn more_is_asked_for_once() {
        let asked = titles(|offer| offer.asked_for_more = Some(offer.received));
        assert!(!asked.iter().any(|title| title.starts_with("Ask for more first")), "{asked:?}");
        assert!(asked[1].starts_with("Say yes"), "{asked:?}");
    }

    #[test]
    fn from_what_is_signed_one_can_only_step_back_and_what_is_accepted_is_there_to_be_signed() {
        let signed = titles(|offer| offer.signed = Some(offer.received));
        assert!(signed.len() == 1 && signed[0].starts_with("Step back"), "{signed:?}");
        let accepted = titles(|offer| offer.accepted = Some(offer.received));
        assert!(accepted.len() == 2 && accepted[0].starts_with("Sign it: "), "{accepted:?}");
        assert!(accepted[1].contains("You have said yes"), "{accepted:?}");
    }
}
