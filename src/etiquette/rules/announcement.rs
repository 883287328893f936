//! That a LinkedIn request will follow (R6): whether a thank-you has to say so, and whether one did.

use super::{r04_thank_you, r06_linkedin_request};
use crate::etiquette::Now;
use crate::etiquette::contacts::Contact;
use crate::etiquette::history::History;
use crate::etiquette::playbook::Playbook;
use crate::etiquette::rule_context::with_context;
use crate::model::{Event, EventKind, Opportunity, OpportunityId, PersonId, Records, Stamp};
use chrono::TimeZone;

/// Whether the next thank-you to a person has to say that a LinkedIn request will follow.
///
/// So it is while the plan's request to them waits for a thank-you: the playbook wants a request, they were not asked
/// when they were met, and no request was sent or skipped, no connection made, no offer signed.
pub fn thanks_announce_linkedin<Tz: TimeZone>(
    records: &Records,
    opportunity: OpportunityId,
    person: PersonId,
    now: &Now<Tz>,
) -> bool {
    let Some(opportunity) = records.opportunities.get(&opportunity) else { return false };
    let history = History::within(opportunity, records, now.at);
    let Some(candidate) = r06_linkedin_request::candidates(&history).find(|candidate| candidate.id == person)
    else {
        return false;
    };
    let playbook = Playbook::get(records.settings.playbook);
    let waits = with_context(playbook, &records.settings, now, |ctx| {
        let opening =
            r06_linkedin_request::opening(&history, &r04_thank_you::notes(&history, ctx), candidate, ctx);
        opening.is_some_and(|(_, opening)| opening.waits_for_thanks())
    });
    waits
        && history.mark_on(r06_linkedin_request::key(&history, person), Stamp::MIN).is_none()
        && !Contact::of(person, records, now.at).linkedin.is_linked()
        && history.ended_by_signature().is_none()
}

/// Whether a thank-you to a person said that a request will follow: as it was sent, whatever template or hand wrote it.
pub fn thanks_announced_linkedin(opportunity: &Opportunity, person: PersonId) -> bool {
    let to_them =
        |event: &&Event| matches!(event.what, EventKind::ThankYouSent { person: to, .. } if to == person);
    let mut letters = opportunity.events.iter().filter(to_them).filter_map(|event| event.letter.as_ref());
    letters.any(|letter| letter.body.to_lowercase().contains("linkedin"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Status;
    use crate::etiquette::testing::*;
    use crate::model::{Mark, Task};

    #[test]
    fn the_thank_you_announces_a_request_just_where_the_plan_has_one_that_waits_for_it() {
        use crate::model::Permission::{Allowed, NotAsked};
        let announces = |records: &Records| {
            let now = now("2026-03-02T12:00");
            let asked = planned(records, "2026-03-02T12:00").actions;
            let waits = asked.iter().any(|action| {
                action.task() == Task::LinkedinRequest
                    && action.to == Some(INES)
                    && action.status == Status::Blocked
            });
            let announces = thanks_announce_linkedin(records, ACME, INES, &now);
            assert_eq!(announces, waits);
            announces
        };
        let said = |word| {
            let mut told = acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[INES]);
            told.rounds[0].course.as_mut().unwrap().met[0].linkedin = word;
            told
        };
        let not_asked = || said(NotAsked);
        assert!(announces(&search([not_asked()])));
        assert!(!announces(&search([said(Allowed)])));
        let skipped = the(Task::LinkedinRequest, &search([not_asked()]), "2026-03-02T12:00").key;
        let skipped = EventKind::marked(Mark::Skipped, skipped);
        assert!(!announces(&search([not_asked().then("2026-03-02T11:30", skipped)])));
        let elsewhere = EventKind::LinkedinSent { person: INES };
        assert!(!announces(&search([not_asked(), bolt().then("2026-03-01T09:00", elsewhere)])));
        let mut signed = offer(41, "2026-03-01T09:00");
        signed.signed = Some(at("2026-03-01T10:00"));
        assert!(!announces(&search([not_asked(), bolt().offered(signed)])));
    }
}
