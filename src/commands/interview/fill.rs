//! The form, filled with what is known already.

use super::{DeliverRow, InterviewForm, PersonRow};
use crate::etiquette::Now;
use crate::model::{
    Course, Met, Opportunity, OpportunityId, PersonId, Records, ReplyBy, Round, RoundId, Search, Stamp,
    write_date, write_time,
};
use chrono::{NaiveDateTime, Offset, TimeZone};

/// The name of the draft of the form that is opened for an opportunity and a round, as far as there are any.
pub fn draft_name(opportunity: Option<OpportunityId>, round: Option<RoundId>) -> String {
    let opportunity = opportunity.map(|id| id.to_string()).unwrap_or_default();
    format!("{opportunity}/interview/{}", round.map(|id| id.to_string()).unwrap_or_default())
}

/// The form where older versions kept it, which had one draft for all.
fn older_draft(search: &Search) -> Option<InterviewForm> {
    // By way of its text: a second way to read records would be a good part of the download.
    search.form.as_ref().and_then(|form| serde_json::from_str(&form.to_string()).ok())
}

/// Whether what an older version kept is a draft of the form that is opened for that.
pub(super) fn is_older_draft(
    search: &Search,
    opportunity: Option<OpportunityId>,
    round: Option<RoundId>,
) -> bool {
    older_draft(search).is_some_and(|form| (form.opportunity, form.round) == (opportunity, round))
}

impl InterviewForm {
    /// The form that is opened for that, as it was left half-typed, if it was.
    pub fn left(search: &Search, opportunity: Option<OpportunityId>, round: Option<RoundId>) -> Option<Self> {
        let name = draft_name(opportunity, round);
        let left = search.form_drafts.iter().find(|left| left.form == name);
        left.and_then(|left| Self::from_texts(&left.texts)).or_else(|| {
            older_draft(search).filter(|form| (form.opportunity, form.round) == (opportunity, round))
        })
    }

    /// The form that was left half-typed last, with the opportunity and the round that it was opened for.
    pub fn left_last(search: &Search) -> Option<(Option<OpportunityId>, Option<RoundId>, Self)> {
        let left = search.form_drafts.iter().rev().find_map(|left| {
            let (opportunity, round) = left.form.split_once("/interview/")?;
            Some((opportunity.parse().ok(), round.parse().ok(), Self::from_texts(&left.texts)?))
        });
        left.or_else(|| older_draft(search).map(|form| (form.opportunity, form.round, form)))
    }

    /// The form from the texts of its draft.
    pub fn from_texts(texts: &[String]) -> Option<Self> {
        serde_json::from_str(texts.first()?).ok()
    }

    /// The texts of its draft: one, in JSON.
    pub fn texts(&self) -> Vec<String> {
        // A struct of texts, words and numbers cannot fail to become JSON.
        vec![serde_json::to_string(self).unwrap_or_default()]
    }

    /// A form that starts from now: today, ended this minute.
    pub fn now<Tz: TimeZone>(now: &Now<Tz>) -> Self {
        let local = local(now.at, &now.zone);
        Self { date: write_date(local.date()), ends: write_time(local.time()), ..Self::default() }
    }

    /// A form about a known round: its times, its people, and what is noted of it already. Of one that is still to
    /// come it holds how long it takes, so that its end moves with its start.
    pub fn about<Tz: TimeZone>(
        records: &Records,
        opportunity: &Opportunity,
        round: &Round,
        now: &Now<Tz>,
    ) -> Self {
        let zone = &now.zone;
        let (starts, ends) = (local(round.starts, zone), local(round.ends, zone));
        // Where only the end was told, only the end stands there.
        let told = !round.start_guessed;
        let is_to_come = told && round.starts > now.at;
        let form = Self {
            opportunity: Some(opportunity.id),
            round: Some(round.id),
            feeling: round.debrief.as_ref().map(|debrief| debrief.feeling),
            company: opportunity.company.clone(),
            role: opportunity.role.clone(),
            title: round.title.clone(),
            place: round.place.clone(),
            date: write_date(if told { starts.date() } else { ends.date() }),
            starts: if told { write_time(starts.time()) } else { String::new() },
            ends: if is_to_come { String::new() } else { write_time(ends.time()) },
            minutes: if is_to_come {
                (round.ends - round.starts).num_minutes().to_string()
            } else {
                String::new()
            },
            ..Self::default()
        };
        match &round.course {
            Some(course) => form.with_course(records, course),
            None => Self { people: expected(records, &round.expected), ..form },
        }
    }

    fn with_course(self, records: &Records, course: &Course) -> Self {
        let asked = course.deliver.iter();
        Self {
            people: course.met.iter().map(|met| met_row(records, met)).collect(),
            reply_by: course.reply_by.date().map(write_date).unwrap_or_default(),
            not_told: course.reply_by == ReplyBy::NotTold,
            promised_by: course
                .promised_by
                .and_then(|person| course.met.iter().position(|met| met.person == person)),
            contact_by: course.contact_by,
            calls_invited: course.calls_invited,
            deliver: asked.map(|it| DeliverRow { what: it.what.clone(), by: write_date(it.by) }).collect(),
            ..self
        }
    }
}

impl PersonRow {
    /// The row of somebody who is known.
    pub fn of(records: &Records, id: PersonId) -> Self {
        records.people.get(&id).map_or_else(Self::default, |person| Self {
            person: Some(id),
            name: person.name.clone(),
            role: person.role,
            email: person.email.clone().unwrap_or_default(),
            ..Self::default()
        })
    }

    /// Whether nothing was typed in it.
    pub fn is_empty(&self) -> bool {
        self.person.is_none()
            && [&self.name, &self.email, &self.talked_about].iter().all(|it| it.trim().is_empty())
    }
}

impl DeliverRow {
    /// Whether nothing was typed in it.
    pub fn is_empty(&self) -> bool {
        self.what.trim().is_empty() && self.by.trim().is_empty()
    }
}

/// The opportunities at that company, for the question whether this is one of them.
pub fn at_company(records: &Records, company: &str) -> Vec<OpportunityId> {
    let company = company.trim().to_lowercase();
    let same = records.opportunities.values().filter(|it| it.company.trim().to_lowercase() == company);
    same.map(|it| it.id).collect()
}

fn expected(records: &Records, people: &[PersonId]) -> Vec<PersonRow> {
    people.iter().map(|id| PersonRow::of(records, *id)).filter(|row| !row.is_empty()).collect()
}

fn met_row(records: &Records, met: &Met) -> PersonRow {
    PersonRow {
        conversation: met.conversation,
        linkedin: met.linkedin,
        talked_about: met.talked_about.clone(),
        ..PersonRow::of(records, met.person)
    }
}

fn local<Tz: TimeZone>(at: Stamp, zone: &Tz) -> NaiveDateTime {
    let utc = at.naive_utc();
    utc + zone.offset_from_utc_datetime(&utc).fix()
}
