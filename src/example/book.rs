//! What the example's stories are written in.

use crate::etiquette::WorkCalendar;
use crate::model::{
    Conversation, Course, Event, EventId, EventKind, Letter, Met, Opportunity, OpportunityId, Permission,
    Person, PersonId, Records, ReplyBy, Role, Round, RoundId, Settings, Stamp, uuid_v7,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use uuid::Uuid;

/// The example while it is written.
pub(super) struct Book<'z> {
    pub(super) records: Records,
    pub(super) now: Stamp,
    pub(super) today: NaiveDate,
    hour: u32,
    resolve: &'z dyn Fn(NaiveDateTime) -> Stamp,
    calendar: WorkCalendar,
    ids: u8,
}

impl<'z> Book<'z> {
    pub(super) fn new(now: Stamp, local: NaiveDateTime, resolve: &'z dyn Fn(NaiveDateTime) -> Stamp) -> Self {
        Self {
            records: Records::default(),
            now,
            today: local.date(),
            hour: local.hour(),
            resolve,
            calendar: WorkCalendar::of(&Settings::default()),
            ids: 0,
        }
    }

    /// An id that no other example has, since none is loaded in the same second twice.
    pub(super) fn fresh(&mut self) -> Uuid {
        self.ids = self.ids.wrapping_add(1);
        let millis = self.now.timestamp_millis().unsigned_abs();
        uuid_v7(millis, [self.ids; 10])
    }

    /// The `n`th business day before today.
    pub(super) fn back(&self, n: u32) -> NaiveDate {
        self.calendar.business_days_before(self.today, n)
    }

    /// The `n`th business day after today.
    pub(super) fn ahead(&self, n: u32) -> NaiveDate {
        self.calendar.business_days_after(self.today, n)
    }

    /// A local time of a day.
    pub(super) fn at(&self, day: NaiveDate, hour: u32, minute: u32) -> Stamp {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        (self.resolve)(day.and_time(time))
    }

    /// When the latest interview began: this morning, where that is over for some hours, else on the afternoon of
    /// the business day before.
    pub(super) fn latest_interview(&self) -> Stamp {
        if self.hour >= 13 && self.calendar.is_business_day(self.today) {
            self.at(self.today, 10, 0)
        } else {
            self.at(self.back(1), 15, 0)
        }
    }

    /// Somebody new. Without an address it has to be found.
    pub(super) fn person(&mut self, name: &str, role: Role, title: &str, email: Option<&str>) -> PersonId {
        let id = PersonId(self.fresh());
        let mut person = Person::new(id, name, role);
        title.clone_into(&mut person.title);
        person.email = email.map(str::to_owned);
        person.example = true;
        self.records.people.insert(id, person);
        id
    }

    /// A job that was applied for at ten in the morning of a day.
    pub(super) fn job(&mut self, company: &str, role: &str, applied: NaiveDate) -> Opportunity {
        let mut job = Opportunity::new(OpportunityId(self.fresh()), company, role);
        job.applied = Some(self.at(applied, 10, 0));
        job.example = true;
        job
    }

    /// A round of so many minutes of which nothing is told yet.
    pub(super) fn round(&mut self, title: &str, starts: Stamp, minutes: i64) -> Round {
        let mut round = Round::new(RoundId(self.fresh()), starts, starts + TimeDelta::minutes(minutes));
        title.clone_into(&mut round.title);
        round.known = Some((starts - TimeDelta::days(4)).min(self.now));
        round
    }

    /// Something that happened.
    pub(super) fn log(&mut self, job: &mut Opportunity, at: Stamp, what: EventKind) {
        self.log_letter(job, at, what, None);
    }

    /// A letter that was sent.
    pub(super) fn log_letter(
        &mut self,
        job: &mut Opportunity,
        at: Stamp,
        what: EventKind,
        letter: Option<Letter>,
    ) {
        let id = EventId(self.fresh());
        job.events.push(Event { id, at, what, letter: letter.map(Box::new), against_advice: false });
    }

    /// Everyone of a round was thanked on the same day, some hours after.
    pub(super) fn thank_everyone(&mut self, job: &mut Opportunity, round: &Round) {
        let met = round.course.iter().flat_map(|course| &course.met);
        for (nth, met) in met.enumerate() {
            let minutes = i64::try_from(nth).unwrap_or(0) * 12;
            let at = round.ends + TimeDelta::hours(3) + TimeDelta::minutes(minutes);
            self.log(job, at, EventKind::ThankYouSent { person: met.person, round: round.id });
        }
    }

    pub(super) fn keep(&mut self, job: Opportunity) {
        self.records.opportunities.insert(job.id, job);
    }
}

/// Somebody who took part in a round.
pub(super) fn met(
    person: PersonId,
    conversation: Conversation,
    linkedin: Permission,
    talked_about: &str,
) -> Met {
    Met { conversation, linkedin, talked_about: talked_about.to_owned(), ..Met::new(person) }
}

/// A round's course with these people, who did not say when they answer.
pub(super) fn course(met: Vec<Met>) -> Course {
    Course { met, reply_by: ReplyBy::NotTold, ..Course::default() }
}

/// A letter.
pub(super) fn letter(subject: &str, body: &str) -> Letter {
    Letter { subject: subject.to_owned(), body: body.to_owned() }
}
