//! R6: a short personal request on LinkedIn. One for a person and an opportunity.
//!
//! With permission it opens at the end of the round. Where it was not asked, the thank-you announces it, and sending that
//! opens it; so does the moment at which that thank-you is skipped, missed or ended. A recruiter who was not met may be
//! asked from the first round's end on. A refusal is final, until a later word. Sources: to a recruiter STAR and HKSM, to
//! others HKSM, ACCRUE and AFTER, and whichever playbook the user chose, where its own audience has them.

use super::linkedin_request_opening::Opening;
use super::r04_thank_you::Note;
use super::r15_linkedin_afterwards;
use crate::etiquette::history::{Acquaintance, History, Meeting, Mention};
use crate::etiquette::overview::SearchOverview;
use crate::etiquette::playbook::LinkedinAudience;
use crate::etiquette::proposal::Proposal;
use crate::etiquette::rule::cases;
use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Action, Reason, Rule};
use crate::model::{ActionKey, Channel, Conversation, Met, Permission, PersonId, Role, Round, Stamp, Task};

pub(super) fn propose(
    history: &History<'_>,
    notes: &[Note<'_>],
    overview: &SearchOverview<'_>,
    ctx: &RuleContext<'_>,
    out: &mut Vec<Action>,
) {
    let audience = ctx.playbook.linkedin_audience();
    for person in candidates(history) {
        let key = key(history, person.id);
        let sent = history.linkedin_requested(person.id);
        if sent.is_none() && overview.is_linked(person.id) {
            continue;
        }
        let Some((rule, opening)) = opening(history, notes, person, ctx) else { continue };
        let mut request = Proposal::new(rule, key, opening.window(ctx), opening.reason());
        if rule == Rule::R6 {
            let to_recruiter = person.is(Role::Recruiter);
            let advice = if to_recruiter { cases::REQUEST_TO_RECRUITER } else { cases::REQUEST_TO_OTHERS };
            request.citing(advice).citing_own(!audience.borrowed).borrowed(audience.borrowed);
        }
        request
            .blocked(opening.waits_for_thanks())
            .done(sent)
            .marked(history.mark_on(key, Stamp::MIN))
            .to(Some(person.id), Channel::Linkedin)
            .add(out, ctx, Some(history));
    }
}

pub(super) fn key(history: &History<'_>, person: PersonId) -> ActionKey {
    ActionKey { person: Some(person), ..history.key(Task::LinkedinRequest) }
}

/// Everyone who was met, and the recruiters, each once.
pub(super) fn candidates<'a>(history: &History<'a>) -> impl Iterator<Item = Acquaintance<'a>> {
    history.people.iter().copied().filter(|person| match person.mention {
        Mention::Met => true,
        Mention::Known => person.is(Role::Recruiter),
        Mention::Named => false,
    })
}

/// From when a request to a person is right, and which rule says so: to a recruiter who was not asked before the
/// opportunity ended, R15.
pub(super) fn opening(
    history: &History<'_>,
    notes: &[Note<'_>],
    person: Acquaintance<'_>,
    ctx: &RuleContext<'_>,
) -> Option<(Rule, Opening)> {
    if history.is_linkedin_refused(person.id, Stamp::MAX) {
        return None;
    }
    let sent = history.linkedin_requested(person.id);
    match r15_linkedin_afterwards::opening(history, person, sent, ctx) {
        Some(opening) => Some((Rule::R15, opening)),
        None => Some((Rule::R6, opening_by_audience(history, notes, person, ctx)?)),
    }
}

fn opening_by_audience(
    history: &History<'_>,
    notes: &[Note<'_>],
    person: Acquaintance<'_>,
    ctx: &RuleContext<'_>,
) -> Option<Opening> {
    let audience = ctx.playbook.linkedin_audience().value;
    let recruiter = person.is(Role::Recruiter);
    if person.mention != Mention::Met {
        let belongs = matches!(audience, LinkedinAudience::Recruiters | LinkedinAudience::Considered);
        let first = history.ended_rounds().next()?;
        return (recruiter && belongs).then_some(Opening::At(first.ends, Reason::RecruiterOfIt));
    }
    let thanked = thanked_unless_refused(history, person.id);
    let meetings = history.met_with(person.id).filter(|meeting| belongs(meeting.met, recruiter, audience));
    let openings = meetings.map(|Meeting { round, met }| match met.linkedin {
        Permission::Allowed => Opening::At(round.ends, Reason::TheyAgreed),
        Permission::NotAsked | Permission::Refused => {
            let over = || unannounced_from(history, notes, round, person.id, ctx);
            let over = (met.linkedin == Permission::NotAsked).then(over).flatten();
            let sent = thanked.map(|sent| (sent.max(round.ends), Reason::Announced(thanked)));
            let over = over.map(|over| (over.max(round.ends), Reason::NotAnnounced));
            let first = sent.into_iter().chain(over).min_by_key(|(opens, _)| *opens);
            first.map_or(Opening::AfterThanks(round.ends), |(opens, reason)| Opening::At(opens, reason))
        }
    });
    // What is open goes before what has to wait for the thank-you; then the earlier, and of equals the first.
    openings.min_by_key(|opening| match opening {
        Opening::At(opens, _) => (false, *opens),
        Opening::AfterThanks(ended) => (true, *ended),
    })
}

/// From when no thank-you for a round will announce a request any more: it was skipped, missed, or ended with an outcome.
fn unannounced_from(
    history: &History<'_>,
    notes: &[Note<'_>],
    round: &Round,
    person: PersonId,
    ctx: &RuleContext<'_>,
) -> Option<Stamp> {
    let day = ctx.calendar.day(round.ends);
    let of_the_day = |note: &&Note<'_>| ctx.calendar.day(note.round.ends) == day;
    let Some(note) = notes.iter().filter(|note| note.person.id == person).find(of_the_day) else {
        return Some(round.ends); // nobody thanks them
    };
    let ended = history.first_outcome_since(note.round.ends);
    let ended = ended.map(|outcome| r15_linkedin_afterwards::free_from(outcome, ctx));
    note.lapsed_by(ctx.now).into_iter().chain(ended).min()
}

fn belongs(met: &Met, recruiter: bool, audience: LinkedinAudience) -> bool {
    let significant = met.conversation == Conversation::Significant;
    match audience {
        LinkedinAudience::EveryoneMet => true,
        LinkedinAudience::Significant => significant,
        LinkedinAudience::Recruiters => recruiter,
        LinkedinAudience::Considered => significant || recruiter || met.linkedin == Permission::Allowed,
    }
}

/// When the first thank-you went to a person who had not refused by then.
fn thanked_unless_refused(history: &History<'_>, person: PersonId) -> Option<Stamp> {
    history.thanked_at(person).find(|sent| !history.is_linkedin_refused(person, *sent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Opportunity, PersonEvent, PersonEventKind, PlaybookId};

    /// A round on the Friday before the clocks go forward, and what each of these said on permission.
    fn held(people: &[(PersonId, Permission)]) -> Opportunity {
        let whom: Vec<PersonId> = people.iter().map(|(person, _)| *person).collect();
        let mut acme = acme().met(FIRST, "2026-03-06T10:00", "2026-03-06T11:00", &whom);
        let course = acme.rounds[0].course.as_mut().unwrap();
        for (met, (_, word)) in course.met.iter_mut().zip(people) {
            met.linkedin = *word;
        }
        acme
    }

    const EVENING: &str = "2026-03-06T18:00";

    fn request(told: Opportunity) -> Action {
        the(Task::LinkedinRequest, &search([told]), EVENING)
    }

    fn rule_at(told: Opportunity, now: &str) -> Rule {
        the(Task::LinkedinRequest, &search([told]), now).rule
    }

    #[test]
    fn with_permission_it_opens_at_the_end_of_the_round_for_two_and_for_ten_business_days() {
        let mut records = search([held(&[(INES, Permission::Allowed)])]);
        records.settings.holidays = vec![day("2026-03-09")];
        let action = the(Task::LinkedinRequest, &records, EVENING);
        assert_eq!(times(&action), ["2026-03-06T11:00", "2026-03-12T00:00", "2026-03-24T00:00"]);
        assert_eq!((action.status, action.reason), (Status::Open, Reason::TheyAgreed));
    }

    #[test]
    fn not_asked_it_waits_for_the_thank_you_that_announces_it() {
        let not_asked = || held(&[(INES, Permission::NotAsked)]);
        let waiting = request(not_asked());
        assert_eq!((waiting.status, waiting.reason), (Status::Blocked, Reason::Announced(None)));
        let thanked = EventKind::ThankYouSent { person: INES, round: FIRST };
        let sent = request(not_asked().then("2026-03-06T15:00", thanked));
        assert_eq!(times(&sent), ["2026-03-06T15:00", "2026-03-11T00:00", "2026-03-21T00:00"]);
        let somebody_elses = EventKind::ThankYouSent { person: DANA, round: FIRST };
        assert_eq!(request(not_asked().then("2026-03-06T15:00", somebody_elses)).status, Status::Blocked);
    }

    #[test]
    fn refused_or_connected_already_never() {
        let asked = |told: Opportunity| all(Task::LinkedinRequest, &search([told]), EVENING).len();
        assert_eq!(asked(held(&[(INES, Permission::Refused)])), 0);
        let connected = EventKind::Connected { person: INES };
        assert_eq!(asked(held(&[(INES, Permission::Allowed)]).then("2026-03-01T09:00", connected)), 0);
        let later = EventKind::Connected { person: INES };
        assert_eq!(asked(held(&[(INES, Permission::Allowed)]).then("2026-03-07T09:00", later)), 1, "not yet");
        let beside = |what| {
            let mut records = search([held(&[(INES, Permission::Allowed)])]);
            let ines = records.people.get_mut(&INES).unwrap();
            ines.log.push(PersonEvent { at: at("2026-03-01T09:00"), what });
            all(Task::LinkedinRequest, &records, EVENING).len()
        };
        assert_eq!(beside(PersonEventKind::Connected), 0);
        assert_eq!(beside(PersonEventKind::ContactMade { text: String::new() }), 1);
    }

    #[test]
    fn a_recruiter_not_met_may_be_asked_from_the_first_rounds_end_on() {
        let mut told = held(&[(INES, Permission::Refused)]);
        told.people = vec![ROB, DANA];
        let told = told.met(SECOND, "2026-03-06T14:00", "2026-03-06T15:00", &[]);
        let action = request(told);
        assert_eq!((action.to, action.reason), (Some(ROB), Reason::RecruiterOfIt));
        assert_eq!(times(&action)[0], "2026-03-06T11:00");
    }

    #[test]
    fn a_recruiter_who_is_expected_in_a_known_round_belongs_to_the_opportunity() {
        let mut coming = round(SECOND, "2026-03-20T14:00", "2026-03-20T15:00");
        coming.expected = vec![ROB];
        assert_eq!(request(held(&[(INES, Permission::Refused)]).with(coming)).to, Some(ROB));
    }

    #[test]
    fn over_several_rounds_the_earliest_opening_wins_and_an_open_one_before_a_blocked_one() {
        let told = held(&[(INES, Permission::NotAsked)]);
        let mut told = told.met(SECOND, "2026-03-06T14:00", "2026-03-06T15:00", &[INES]);
        assert_eq!(times(&request(told.clone()))[0], "2026-03-06T11:00");
        told.rounds[1].course.as_mut().unwrap().met[0].linkedin = Permission::Allowed;
        let action = request(told);
        assert_eq!((times(&action)[0].as_str(), action.status), ("2026-03-06T15:00", Status::Open));
    }

    #[test]
    fn thanks_sent_against_a_refusal_announce_nothing() {
        let told = held(&[(INES, Permission::Refused)]);
        let thanked = EventKind::ThankYouSent { person: INES, round: FIRST };
        let told = told.then("2026-03-06T12:00", thanked.clone());
        let mut told = told.met(SECOND, "2026-03-06T14:00", "2026-03-06T15:00", &[INES]);
        told.rounds[1].course.as_mut().unwrap().met[0].linkedin = Permission::Allowed;
        assert_eq!(request(told.clone()).reason, Reason::TheyAgreed);
        // The latest word counts: a refusal after the thanks does not take their announcement back.
        told.rounds[0].course.as_mut().unwrap().met[0].linkedin = Permission::NotAsked;
        assert_eq!(times(&request(told))[0], "2026-03-06T12:00");
    }

    #[test]
    fn whom_it_goes_to_is_the_playbooks_to_say() {
        let mut told = held(&[
            (DANA, Permission::NotAsked),
            (INES, Permission::NotAsked),
            (SAM, Permission::Allowed),
            (ROB, Permission::NotAsked),
        ]);
        for met in &mut told.rounds[0].course.as_mut().unwrap().met[1..] {
            met.conversation = Conversation::Brief;
        }
        let whom = |playbook| {
            let records = under(playbook, search([told.clone()]));
            let mut to: Vec<_> =
                all(Task::LinkedinRequest, &records, EVENING).iter().filter_map(|action| action.to).collect();
            to.sort_unstable();
            to
        };
        assert_eq!(whom(PlaybookId::Considered), [DANA, ROB, SAM]);
        assert_eq!(whom(PlaybookId::Hksm), [DANA, INES, ROB, SAM]);
        assert_eq!(whom(PlaybookId::Accrue), [DANA]);
        assert_eq!(whom(PlaybookId::Star), [ROB]);
    }

    #[test]
    fn with_an_outcome_r15_takes_the_place_of_a_recruiters_unsent_request() {
        let ended = |person, told: Opportunity| {
            let mut told = told.met(SECOND, "2026-03-05T10:00", "2026-03-05T11:00", &[person]);
            told.rounds.remove(0);
            told.then("2026-03-06T12:00", EventKind::Rejected { person: None })
        };
        assert_eq!(rule_at(ended(ROB, held(&[])), EVENING), Rule::R15);
        assert_eq!(rule_at(ended(INES, held(&[])), EVENING), Rule::R6, "not a recruiter");
        let sent = |when| held(&[]).then(when, EventKind::LinkedinSent { person: ROB });
        assert_eq!(rule_at(ended(ROB, sent("2026-03-06T11:59")), EVENING), Rule::R6, "sent before");
        assert_eq!(rule_at(ended(ROB, sent("2026-03-06T12:00")), EVENING), Rule::R15, "sent with it");
    }

    #[test]
    fn it_says_that_a_value_is_considereds_where_the_playbook_is_silent_on_whom_to_ask() {
        let told = held(&[(INES, Permission::Allowed)]);
        let borrowed =
            |playbook| the(Task::LinkedinRequest, &under(playbook, search([told.clone()])), EVENING).borrowed;
        assert!(borrowed(PlaybookId::Plan));
        assert!(!borrowed(PlaybookId::Hksm));
    }

    #[test]
    fn the_first_thanks_announce_it_but_never_before_the_round_it_is_about() {
        let thanked =
            |when, told: Opportunity| told.then(when, EventKind::ThankYouSent { person: INES, round: FIRST });
        let told = thanked("2026-03-06T12:00", held(&[(INES, Permission::NotAsked)]));
        let told = thanked("2026-03-06T17:00", told);
        assert_eq!(times(&request(told.clone()))[0], "2026-03-06T12:00");
        let mut told = told.met(SECOND, "2026-03-06T14:00", "2026-03-06T15:00", &[INES]);
        told.rounds[0].course.as_mut().unwrap().met[0].conversation = Conversation::Brief;
        assert_eq!(times(&request(told))[0], "2026-03-06T15:00", "only the second was a real conversation");
    }

    #[test]
    fn a_refusal_stands_where_they_were_not_asked_again() {
        let told = held(&[(INES, Permission::Refused)]);
        let told = told.met(SECOND, "2026-03-06T12:00", "2026-03-06T13:00", &[INES]);
        let told = told.then("2026-03-06T13:30", EventKind::ThankYouSent { person: INES, round: FIRST });
        let third = crate::model::RoundId(uuid::Uuid::from_u128(23));
        let mut told = told.met(third, "2026-03-06T15:00", "2026-03-06T16:00", &[INES]);
        told.rounds[2].course.as_mut().unwrap().met[0].linkedin = Permission::Allowed;
        assert_eq!(times(&request(told))[0], "2026-03-06T16:00", "those thanks were sent against a refusal");
    }
}
