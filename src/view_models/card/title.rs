//! The title of an action, and the line that says for whom it is.

use super::super::round_name::the_round;
use super::super::{Route, choices, when};
use crate::etiquette::{Action, Now, Reason};
use crate::model::{Opportunity, Person, Records, Task};
use crate::words::{capitalized, isolated, list, number, possessive};
use chrono::TimeZone;
use std::borrow::Cow;

/// The records that an action names, as far as they are there.
struct Names<'a> {
    opportunity: Option<&'a Opportunity>,
    person: Option<&'a Person>,
    /// The company whose offer causes the action, where it is another company's action.
    offering: Option<Cow<'a, str>>,
    deliverable: Option<Cow<'a, str>>,
}

impl<'a> Names<'a> {
    fn of(action: &Action, records: &'a Records) -> Self {
        let key = &action.key;
        let opportunity = key.opportunity.and_then(|id| records.opportunities.get(&id));
        let person = key.person.or(action.to).and_then(|id| records.people.get(&id));
        let offering = key.offer.and_then(|offer| records.offering(offer));
        // More time is asked of the company that made the offer, not of the one that is waited for.
        let opportunity = if key.task == Task::AskForTime { offering.or(opportunity) } else { opportunity };
        let deliverable = opportunity.zip(key.item).and_then(|(opportunity, item)| {
            let courses = opportunity.rounds.iter().filter_map(|round| round.course.as_ref());
            courses.flat_map(|course| &course.deliver).find(|asked| asked.id == item)
        });
        Self {
            opportunity,
            person,
            offering: offering.map(|one| isolated(&one.company)),
            deliverable: deliverable.map(|asked| isolated(&asked.what)),
        }
    }

    /// Whether anybody is noted for the round of the action.
    fn knows_who_was_there(&self, action: &Action) -> bool {
        let round = self.opportunity.zip(action.key.round).and_then(|(home, id)| home.round(id));
        let course = round.filter(|round| round.is_recorded()).and_then(|round| round.course.as_ref());
        course.is_some_and(|course| !course.met.is_empty())
    }

    fn company(&self) -> Cow<'a, str> {
        self.opportunity.map_or("them".into(), |opportunity| isolated(&opportunity.company))
    }

    fn person(&self) -> Cow<'a, str> {
        self.person.map_or("them".into(), |person| isolated(&person.name))
    }
}

/// Those whose address is missing, by name where they are few.
fn sought(action: &Action, records: &Records) -> String {
    let people = action.people.iter().filter_map(|id| records.people.get(id));
    let names: Vec<_> = people.map(|person| isolated(&person.name)).collect();
    match names.len() {
        0 => "them".to_owned(),
        1..=3 => list(&names),
        more => format!("{} people", number(more)),
    }
}

/// "Thank Dana Reyes".
pub(super) fn title(action: &Action, records: &Records) -> String {
    let names = Names::of(action, records);
    let (company, person) = (names.company(), names.person());
    match action.task() {
        Task::AskBeforeLeaving => format!("Ask what comes next at {company}"),
        Task::RecordInterview if names.knows_who_was_there(action) => {
            format!("Note when {company} will answer")
        }
        Task::RecordInterview => format!("Note who was there at {company}"),
        Task::Assess => format!("Look back at {company}, once"),
        Task::ThankYou => format!("Thank {person}"),
        Task::FindContact => format!("Find out how to reach {}", sought(action, records)),
        Task::LinkedinRequest => format!("Add {person} on LinkedIn"),
        Task::Deliver => {
            format!("Send {company} {}", names.deliverable.as_deref().unwrap_or("what they asked for"))
        }
        Task::FollowUp if action.key.nth == Some(1) => format!("Ask {company} where things stand"),
        Task::FollowUp => format!("Ask {company} once more, for the last time"),
        Task::MoveOn => format!("Move on from {company}"),
        Task::ReplyToRejection => format!("Thank {company} for their answer"),
        Task::KeepInTouch => format!("Say hello to {person}"),
        Task::KeepSearching => "Keep the search going".to_owned(),
        Task::AcknowledgeOffer => format!("Thank {company} for the offer"),
        Task::GetItInWriting => format!("Ask {company} for the offer in writing"),
        Task::TellOthers => format!("Tell {company} that you have an offer"),
        Task::AskForTime => format!("Ask {} for more time", names.offering.as_deref().unwrap_or("them")),
        Task::CompareOffers => "Compare your offers".to_owned(),
        Task::DecideOffer if matches!(action.reason, Reason::SaidYes(_)) => {
            format!("Sign {} offer", possessive(&company))
        }
        Task::DecideOffer => format!("Decide on {} offer", possessive(&company)),
        Task::Withdraw => format!("Withdraw from {company}"),
        Task::ReviewLessons => format!("Read your lessons before {company}"),
        Task::AskNewDate => format!("Ask {company} for a new day"),
        Task::AnswerThem => format!("Answer {company}"),
    }
}

/// "Hiring manager at Northwind, after the interview yesterday".
pub(super) fn about<Tz: TimeZone>(action: &Action, records: &Records, now: &Now<Tz>) -> String {
    let names = Names::of(action, records);
    let Some(opportunity) = names.opportunity else {
        return names.person.map(|person| person.company.clone()).unwrap_or_default();
    };
    let (company, role) = (isolated(&opportunity.company), isolated(&opportunity.role));
    let place = match names.person {
        Some(person) if action.key.person == Some(person.id) => {
            format!("{} at {company}", isolated(choices::role_of(person)))
        }
        // Nobody is asked for their own address.
        Some(person) if action.people.contains(&person.id) => role.into_owned(),
        Some(person) => join(&role, &format!("to {}", isolated(&person.name))),
        None if role.is_empty() => company.into_owned(),
        None => role.into_owned(),
    };
    let place = match through(action, records) {
        Some(agency) => join(&place, &agency),
        None => place,
    };
    let round = action.key.round.and_then(|id| opportunity.round(id));
    match round {
        Some(round) if round.ends <= now.at => {
            let day = when::day_of(round.ends, now);
            format!("{place}, after {} {}", the_round(opportunity, round.id), when::on_day(day, now))
        }
        Some(round) => {
            format!("{place}, {} {}", the_round(opportunity, round.id), when::time(round.starts, now))
        }
        None => place,
    }
}

/// The company that an action is about, and its page.
pub(super) fn home(action: &Action, records: &Records) -> Option<(String, String)> {
    let home = Names::of(action, records).opportunity?;
    Some((isolated(&home.company).into_owned(), Route::Opportunity(home.id).href()))
}

/// As [`about`], as short as a line has room for: the company, with whom or what it is about where the title names it
/// already.
pub(super) fn whose(action: &Action, records: &Records) -> String {
    let names = Names::of(action, records);
    let Some(opportunity) = names.opportunity else {
        return names.person.map(|person| person.company.clone()).unwrap_or_default();
    };
    let is_named = action.key.person.is_none() && action.key.task != Task::AskForTime;
    let is_sought = |person: &&Person| action.people.contains(&person.id);
    let to = names.person.filter(|person| action.key.person.is_none() && !is_sought(person));
    match (is_named, to) {
        (true, Some(to)) => format!("to {}", isolated(&to.name)),
        (true, None) => isolated(&opportunity.role).into_owned(),
        (false, _) => match through(action, records) {
            Some(agency) => format!("{}, {agency}", isolated(&opportunity.company)),
            None => isolated(&opportunity.company).into_owned(),
        },
    }
}

/// "through Robert Half": the agency that hands a message on, or its recruiter where the agency's name is not known.
fn through(action: &Action, records: &Records) -> Option<String> {
    let recruiter = records.people.get(&action.through?)?;
    let agency = if recruiter.company.is_empty() { &recruiter.name } else { &recruiter.company };
    (!agency.is_empty()).then(|| format!("through {}", isolated(agency)))
}

fn join(first: &str, second: &str) -> String {
    if first.is_empty() { capitalized(second) } else { format!("{first}, {second}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{Offer, OfferId, OpportunityId, PersonId, Stamp};
    use chrono::TimeDelta;
    use chrono_tz::America::New_York;

    /// The title and the place of the one open action at a company of that name.
    fn deciding(company: &str, role: &str) -> (String, String) {
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York);
        let mut one = Opportunity::new(OpportunityId(uuid::Uuid::from_u128(1)), company, role);
        let mut offer = Offer::new(OfferId(uuid::Uuid::from_u128(2)), now.at - TimeDelta::hours(2));
        (offer.written, offer.acknowledged) = (Some(now.at), Some(now.at));
        one.offers.push(offer);
        let mut records = Records::default();
        records.opportunities.insert(one.id, one);
        let plan = plan(&records, &now);
        let action = plan.actions.iter().find(|action| action.task() == Task::DecideOffer).unwrap();
        (title(action, &records), about(action, &records, &now))
    }

    #[test]
    fn once_the_user_has_said_yes_the_offer_is_there_to_be_signed() {
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York);
        let mut one = Opportunity::new(OpportunityId(uuid::Uuid::from_u128(1)), "Acme", "Analyst");
        let offer = Offer::new(OfferId(uuid::Uuid::from_u128(2)), now.at - TimeDelta::days(2));
        one.offers.push(Offer { accepted: Some(now.at - TimeDelta::days(1)), ..offer });
        let mut records = Records::default();
        records.opportunities.insert(one.id, one);
        let plan = plan(&records, &now);
        let action = plan.actions.iter().find(|action| action.task() == Task::DecideOffer).unwrap();
        assert_eq!(title(action, &records), "Sign Acme’s offer");
        let why = crate::etiquette::why(action, &records, &now);
        assert_eq!(why, "You said yes yesterday; nothing is final before a signature.");
    }

    #[test]
    fn where_who_was_there_is_known_only_the_answer_is_still_to_be_noted() {
        use crate::model::{Course, Met, Round, RoundId};
        let id = uuid::Uuid::from_u128;
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York);
        let noted = |met: Vec<Met>| {
            let mut round =
                Round::new(RoundId(id(2)), now.at - TimeDelta::hours(2), now.at - TimeDelta::hours(1));
            round.course = Some(Course { met, ..Course::default() });
            let mut one = Opportunity::new(OpportunityId(id(1)), "Acme", "Analyst");
            one.rounds.push(round);
            let mut records = Records::default();
            records.opportunities.insert(one.id, one);
            let plan = plan(&records, &now);
            let action = plan.actions.iter().find(|action| action.task() == Task::RecordInterview).unwrap();
            title(action, &records)
        };
        assert_eq!(noted(Vec::new()), "Note who was there at Acme");
        assert_eq!(noted(vec![Met::new(PersonId(id(3)))]), "Note when Acme will answer");
    }

    #[test]
    fn what_an_agency_hands_on_goes_through_it() {
        use crate::model::{Course, Met, Person, PersonId, Role, Round, RoundId};
        let id = uuid::Uuid::from_u128;
        let now = Now::new(Stamp::from_timestamp(1_781_013_600).unwrap(), New_York);
        let (dana, max) = (PersonId(id(3)), PersonId(id(4)));
        let mut round =
            Round::new(RoundId(id(2)), now.at - TimeDelta::hours(2), now.at - TimeDelta::hours(1));
        round.course = Some(Course { met: vec![Met::new(dana)], ..Course::default() });
        let mut one = Opportunity::new(OpportunityId(id(1)), "Acme", "Analyst");
        one.rounds.push(round);
        one.via = Some(max);
        let mut records = Records::default();
        records.opportunities.insert(one.id, one);
        records.people.insert(dana, Person::new(dana, "Dana Reyes", Role::HiringManager));
        records.people.insert(max, Person::new(max, "Max Hale", Role::Recruiter));
        let said = |records: &Records| {
            let plan = plan(records, &now);
            let action = plan.actions.iter().find(|action| action.task() == Task::ThankYou).unwrap();
            (about(action, records, &now), whose(action, records))
        };
        let (whole, short) = said(&records);
        assert!(whole.starts_with("Hiring manager at Acme, through Max Hale, after the "), "{whole}");
        assert_eq!(short, "Acme, through Max Hale");
        records.people.get_mut(&max).unwrap().company = "Robert Half".to_owned();
        assert_eq!(said(&records).1, "Acme, through Robert Half");
    }

    #[test]
    fn a_company_that_ends_in_s_has_its_offer_too() {
        assert_eq!(deciding("Northwind Analytics", "Analyst").0, "Decide on Northwind Analytics’ offer");
        assert_eq!(deciding("Acme", "Analyst").0, "Decide on Acme’s offer");
    }

    #[test]
    fn a_name_from_right_to_left_is_set_apart_in_a_title() {
        let (title, about) = deciding("אבגד", "مهندس");
        assert_eq!(title, "Decide on \u{2068}אבגד\u{2069}’s offer");
        assert_eq!(about, "\u{2068}مهندس\u{2069}");
    }

    #[test]
    fn to_whom_it_goes_begins_the_line_where_no_job_is_named() {
        assert_eq!(join("", "to Dana Reyes"), "To Dana Reyes");
        assert_eq!(join("Analyst", "to Dana Reyes"), "Analyst, to Dana Reyes");
    }
}
