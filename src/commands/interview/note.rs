//! An interview noted: its opportunity, its round and its people in one go.

use super::check::{Attendee, Interview};
use super::fill::{draft_name, is_older_draft};
use super::recognise::{picked, recognised};
use crate::commands::rounds::known_from;
use crate::commands::transaction::{Transaction, put_in};
use crate::commands::{CommandError, Summary, form_drafts};
use crate::model::{
    Course, Deliverable, ItemId, Met, Opportunity, OpportunityId, Person, PersonId, Record, Role, Round,
    RoundId, Stamp,
};
use chrono::TimeDelta;

/// Throws the form's draft away.
pub(in crate::commands) fn clear_form(
    tx: &mut Transaction<'_>,
    opportunity: Option<OpportunityId>,
    round: Option<RoundId>,
) -> Summary {
    form_drafts::discard(tx, &draft_name(opportunity, round));
    if is_older_draft(&tx.records().search, opportunity, round) {
        tx.search().form = None;
    }
    if round.is_some() { Summary::ChangesDropped } else { Summary::FormCleared }
}

/// Notes an interview. The form's draft goes with it.
pub(in crate::commands) fn record(
    tx: &mut Transaction<'_>,
    interview: &Interview,
) -> Result<Summary, CommandError> {
    let id = opportunity(tx, interview)?;
    let people = people(tx, id, &interview.people)?;
    let round = round(tx, id, interview, &people)?;
    let it = tx.opportunity(id)?;
    let through = interview.people.iter().zip(&people).find(|(attendee, _)| attendee.agency);
    it.via = through.map(|(_, person)| *person).or(it.via);
    let round_id = round.id;
    put_in(&mut it.rounds, round, |other| other.id == round_id);
    let company = it.company.clone();
    clear_form(tx, interview.opportunity, interview.round);
    Ok(if interview.begun {
        Summary::InterviewNoted { company, people: people.len() }
    } else {
        Summary::RoundNoted { company }
    })
}

/// The opportunity: the known one, with what was typed, or a new one.
fn opportunity(tx: &mut Transaction<'_>, interview: &Interview) -> Result<OpportunityId, CommandError> {
    let Some(id) = interview.opportunity else {
        let id = OpportunityId(tx.fresh());
        let it = Opportunity::new(id, interview.company.as_str(), interview.role.as_str());
        tx.put(Record::Opportunity(Box::new(it)));
        return Ok(id);
    };
    let it = tx.opportunity(id)?;
    for (field, typed) in [(&mut it.company, &interview.company), (&mut it.role, &interview.role)] {
        if !typed.is_empty() {
            field.clone_from(typed);
        }
    }
    Ok(id)
}

/// The people, in the order typed: known ones with what is new about them, and new ones.
fn people(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    attendees: &[Attendee],
) -> Result<Vec<PersonId>, CommandError> {
    let known = tx.opportunity(opportunity)?.everyone();
    let mut people = Vec::with_capacity(attendees.len());
    for attendee in attendees {
        let picked = picked(tx.records(), attendee);
        let id = match picked.or_else(|| recognised(tx.records(), &known, &people, attendee)) {
            Some(id) => update(tx, id, attendee, picked.is_some())?,
            None => add(tx, attendee),
        };
        people.push(id);
    }
    Ok(people)
}

fn update(
    tx: &mut Transaction<'_>,
    id: PersonId,
    attendee: &Attendee,
    picked: bool,
) -> Result<PersonId, CommandError> {
    let person = tx.person(id)?;
    // Of who was picked the spelling may be mended: who is merely recognised keeps their name as it is on record.
    if !attendee.name.is_empty() && (picked || person.name.trim().is_empty()) {
        person.name.clone_from(&attendee.name);
    }
    if attendee.email.is_some() {
        person.email.clone_from(&attendee.email);
    }
    // The form starts every row as an interviewer, which says nothing against what is known.
    if picked || attendee.role != Role::default() {
        person.role = attendee.role;
    }
    Ok(id)
}

fn add(tx: &mut Transaction<'_>, attendee: &Attendee) -> PersonId {
    let id = PersonId(tx.fresh());
    let mut person = Person::new(id, attendee.name.as_str(), attendee.role);
    person.email.clone_from(&attendee.email);
    tx.put(Record::Person(Box::new(person)));
    id
}

/// The round: the known one, with what was typed, or a new one.
fn round(
    tx: &mut Transaction<'_>,
    opportunity: OpportunityId,
    interview: &Interview,
    people: &[PersonId],
) -> Result<Round, CommandError> {
    let mut round = match interview.round {
        Some(id) => tx.round(opportunity, id)?.clone(),
        None => new_round(tx, interview.starts, interview.ends),
    };
    if is_move(&round, interview, tx.now) {
        round.moved_from = Some(round.starts);
    }
    (round.starts, round.ends) = (interview.starts, interview.ends);
    // Whoever gives it another day, or tells of its course, says that it is not off.
    round.off = None;
    round.start_guessed = interview.start_guessed;
    for (field, typed) in [(&mut round.title, &interview.title), (&mut round.place, &interview.place)] {
        if !typed.is_empty() {
            field.clone_from(typed);
        }
    }
    if interview.begun {
        round.course = Some(course(tx, interview, people, round.course.as_ref()));
        // A feeling is not yet the look back: that is asked for all the same.
        if let Some(feeling) = interview.feeling {
            round.debrief.get_or_insert_default().feeling = feeling;
        }
    } else {
        round.expect(people.to_vec());
    }
    Ok(round)
}

/// Whether a round that was still to come, or did not take place, gets another time. Within the hour in which it was
/// noted that only corrects what was typed.
fn is_move(round: &Round, interview: &Interview, now: Stamp) -> bool {
    let is_new = round.known.is_some_and(|known| now - known < TimeDelta::hours(1));
    let did_not_happen = round.starts > now || round.off.is_some() || interview.starts > now;
    did_not_happen && !round.is_recorded() && !is_new && round.starts != interview.starts
}

fn new_round(tx: &mut Transaction<'_>, starts: Stamp, ends: Stamp) -> Round {
    let mut round = Round::new(RoundId(tx.fresh()), starts, ends);
    round.known = Some(known_from(starts, tx.now));
    round
}

/// What came of the round. What was asked for before keeps its id, since what was sent refers to it.
fn course(
    tx: &mut Transaction<'_>,
    interview: &Interview,
    people: &[PersonId],
    before: Option<&Course>,
) -> Course {
    // The form does not ask for the skill that fits; what was noted of it in a letter stays.
    let noted = |person: PersonId| before?.met.iter().find(|met| met.person == person);
    let met = people.iter().zip(&interview.people).map(|(person, attendee)| Met {
        person: *person,
        conversation: attendee.conversation,
        linkedin: attendee.linkedin,
        talked_about: attendee.talked_about.clone(),
        skill: noted(*person).map(|met| met.skill.clone()).unwrap_or_default(),
    });
    let asked_before = before.map_or(&[][..], |course| &course.deliver);
    let deliver = interview.deliver.iter().map(|(what, by)| {
        let same = asked_before.iter().find(|item| item.what == *what);
        let id = same.map_or_else(|| ItemId(tx.fresh()), |item| item.id);
        Deliverable { id, what: what.clone(), by: *by }
    });
    Course {
        presumed: false,
        met: met.collect(),
        reply_by: interview.reply_by,
        promised_by: interview.promised_by.and_then(|row| people.get(row).copied()),
        contact_by: interview.contact_by,
        calls_invited: interview.calls_invited,
        deliver: deliver.collect(),
    }
}
