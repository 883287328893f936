//! The points of the actions that are a list to go through.

use super::super::{lessons, when};
use crate::etiquette::{Action, History, Now, Stage};
use crate::model::{Offer, Opportunity, OpportunityId, Records, Stamp, Task};
use crate::words::isolated;
use chrono::TimeZone;

/// The points of an action; empty for most.
pub(super) fn points<Tz: TimeZone>(action: &Action, records: &Records, now: &Now<Tz>) -> Vec<String> {
    match action.task() {
        Task::AskBeforeLeaving => {
            let home = action.key.opportunity.and_then(|id| records.opportunities.get(&id));
            let round = home.zip(action.key.round).and_then(|(one, round)| one.round(round));
            before_leaving(round.map_or("", |round| &round.place))
        }
        Task::ReviewLessons => last_lessons(records, now),
        Task::CompareOffers => offers_beside_each_other(records, now),
        Task::AnswerThem => {
            action.key.opportunity.map_or_else(Vec::new, |id| notes_to_answer(id, records, now))
        }
        Task::KeepSearching => STEPS_OF_A_SEARCH.iter().map(|point| (*point).to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// What the user noted of the messages that want an answer: a number to call, what was asked for.
pub(in crate::view_models) fn notes_to_answer<Tz: TimeZone>(
    id: OpportunityId,
    records: &Records,
    now: &Now<Tz>,
) -> Vec<String> {
    let Some(home) = records.opportunities.get(&id) else { return Vec::new() };
    let history = History::of(home, &records.people, now.at);
    history.unanswered_notes().map(|note| format!("You noted: {}", isolated(note))).collect()
}

/// The undecided offers, the earliest deadline first; then what to compare them by.
fn offers_beside_each_other<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Vec<String> {
    let of = |home: &Opportunity| {
        let history = History::of(home, &records.people, now.at);
        let open = history.unanswered_offers().filter(|_| history.stage() == Stage::Offered);
        let line = |offer: &Offer| {
            let by = offer.respond_by.map(|by| format!("an answer by {}", when::by(by, now)));
            let terms = Some(offer.terms.trim())
                .filter(|terms| !terms.is_empty())
                .map(|terms| isolated(terms).into_owned());
            let said: Vec<String> = [by, terms].into_iter().flatten().collect();
            let said = if said.is_empty() { "no deadline".to_owned() } else { said.join("; ") };
            (offer.respond_by.unwrap_or(Stamp::MAX), format!("{}: {said}", isolated(&home.company)))
        };
        open.map(line).collect::<Vec<_>>()
    };
    let mut offers: Vec<(Stamp, String)> = records.opportunities.values().flat_map(of).collect();
    crate::sorting::by_key(&mut offers, |(by, line)| (*by, line.clone()));
    let against = "Compare pay, benefits, the people, the work itself, room to grow, time for the rest of your life, and how each fits what you can do and where you want to be. With two offers there is something to negotiate with.";
    offers.into_iter().map(|(_, line)| line).chain([against.to_owned()]).collect()
}

/// Where a round is held, as far as its place says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Held {
    OnSite,
    ByVideo,
    ByPhone,
    /// Nothing is noted.
    Somewhere,
}

impl Held {
    fn at(place: &str) -> Self {
        let place = place.trim().to_lowercase();
        let is_one_of =
            |words: &[&str]| place.split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word));
        let is_number =
            !place.is_empty() && place.chars().all(|c| c.is_ascii_digit() || "+()-/. ".contains(c));
        if place.is_empty() {
            Self::Somewhere
        } else if is_number || is_one_of(&["phone", "tel", "call", "calls"]) {
            Self::ByPhone
        } else if place.contains("://") || is_one_of(&["video", "zoom", "teams", "meet", "webex", "skype"]) {
            Self::ByVideo
        } else {
            Self::OnSite
        }
    }
}

/// What to ask and to say in the last minutes of a round, worded for where it is held.
pub(in crate::view_models) fn before_leaving(place: &str) -> Vec<String> {
    let held = Held::at(place);
    let names = match held {
        Held::OnSite => "Each person's name and email address, or a card",
        Held::ByVideo => "Each person's name as it stands under their picture, and their email address",
        Held::ByPhone => "Their name, spelt, and their email address",
        Held::Somewhere => "Each person's name and email address",
    };
    let thanks = match held {
        Held::OnSite => "Thank each of them, before you leave the room",
        Held::ByVideo | Held::ByPhone => "Thank them before anybody hangs up",
        Held::Somewhere => "Thank them, before it ends",
    };
    let points = [
        "What happens next, and how many steps are left?",
        "When do they decide, and when will you hear?",
        "How do they like to be contacted?",
        "May you add them on LinkedIn?",
        names,
        "Say once more that you would like the job, if you would",
        "If their manager is there: a kind word about the people you met",
        "Say that you will be in touch",
        thanks,
    ];
    points.map(str::to_owned).to_vec()
}

const STEPS_OF_A_SEARCH: [&str; 3] =
    ["Apply somewhere", "Say yes to another interview", "Meet somebody who works where you would like to"];

/// The last five lessons, the latest first, each once.
fn last_lessons<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Vec<String> {
    let mut last: Vec<String> = Vec::new();
    for lesson in lessons(records, None, now) {
        if !last.contains(&lesson.title) && last.len() < 5 {
            last.push(lesson.title);
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{EventKind, Letter, OfferId, WantsAnswer};
    use crate::view_models::Link;
    use chrono::TimeDelta;
    use chrono_tz::America::New_York;

    #[test]
    fn where_a_round_is_held_is_read_from_its_place() {
        for (place, held) in [
            ("", Held::Somewhere),
            ("12 Callahan Street", Held::OnSite),
            ("https://meet.example/abc", Held::ByVideo),
            ("Zoom, link follows", Held::ByVideo),
            ("+1 555 0100", Held::ByPhone),
            ("They call me", Held::ByPhone),
        ] {
            assert_eq!(Held::at(place), held, "{place}");
        }
    }

    #[test]
    fn what_was_noted_of_a_message_stands_with_the_answer_to_it() {
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York);
        let mut one = Opportunity::new(OpportunityId(uuid::Uuid::from_u128(1)), "Acme", "Analyst");
        let mut message = |minutes: i64, wants_answer, body: &str| {
            one.events.push(crate::model::Event {
                id: crate::model::EventId(uuid::Uuid::from_u128(minutes.unsigned_abs().into())),
                at: now.at - TimeDelta::minutes(minutes),
                what: EventKind::ReplyReceived { person: None, reply_by: None, wants_answer },
                letter: Some(Box::new(Letter { subject: String::new(), body: body.to_owned() })),
                against_advice: false,
            });
        };
        message(30, WantsAnswer::Yes, "Helen called: 020 7946 0101");
        message(20, WantsAnswer::No, "Out of office");
        message(10, WantsAnswer::Yes, "Two references");
        let mut records = Records::default();
        records.opportunities.insert(one.id, one);
        let plan = plan(&records, &now);
        let action = plan.actions.iter().find(|action| action.task() == Task::AnswerThem).unwrap();
        let points = points(action, &records, &now);
        assert_eq!(points, ["You noted: Helen called: 020 7946 0101", "You noted: Two references"]);
    }

    #[test]
    fn offers_are_compared_beside_each_other_the_first_deadline_first() {
        let id = uuid::Uuid::from_u128;
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York);
        let mut records = Records::default();
        let deadlines = [("Acme", None, ""), ("Bolt", Some(4), "62,000 and a bike")];
        for ((company, days, terms), n) in deadlines.into_iter().zip(1..) {
            let mut one = Opportunity::new(OpportunityId(id(n)), company, "Analyst");
            let mut offer = Offer::new(OfferId(id(10 + n)), now.at - TimeDelta::hours(2));
            // Four in the morning in Greenwich is midnight in New York.
            let midnight = Stamp::from_timestamp(1_780_977_600).unwrap();
            offer.respond_by = days.map(|days| midnight + TimeDelta::days(days));
            terms.clone_into(&mut offer.terms);
            let mut declined = Offer::new(OfferId(id(20 + n)), now.at - TimeDelta::days(9));
            declined.declined = Some(now.at - TimeDelta::days(8));
            one.offers = vec![declined, offer];
            records.opportunities.insert(one.id, one);
        }
        let plan = plan(&records, &now);
        let action = plan.actions.iter().find(|action| action.task() == Task::CompareOffers).unwrap();
        let points = points(action, &records, &now);
        let [first, second, against] = points.as_slice() else { panic!("{points:?}") };
        assert_eq!(first, "Bolt: an answer by Friday; 62,000 and a bike");
        assert_eq!(second, "Acme: no deadline");
        assert!(against.contains("room to grow"));
        let link = Link { label: "Side by side", href: "#/offers".to_owned() };
        assert_eq!(super::super::primary(action), Some(link));
    }
}
