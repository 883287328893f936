//! The form, understood: texts become times, days and names here, and are not looked at again after.

use super::{FormError, FormWarning, InterviewForm, PersonRow};
use crate::etiquette::{Now, resolve_local};
use crate::model::{
    Channel, Conversation, Feeling, OpportunityId, Permission, PersonId, ReplyBy, Role, RoundId, Stamp,
    is_one_address, read_date, read_time,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};

/// How long an interview took, where nobody says.
const USUAL: TimeDelta = TimeDelta::minutes(60);
/// No interview takes longer; of one that seems to, one of its times is a slip.
const LONGEST: TimeDelta = TimeDelta::hours(12);
/// An interview further away than this is a slip of the keyboard.
const YEARS_AWAY: i64 = 5 * 365;
/// A promise further away than this is one too.
const PROMISE_AWAY: i64 = 2 * 365;

/// Whether the user says that the interview is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Timing {
    /// It is over.
    Over,
    /// It is still to come.
    ToCome,
}

/// What the check of a form found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checked {
    /// Everything that is wrong with it, from top to bottom.
    pub errors: Vec<FormError>,
    /// What looks odd, but may be meant.
    pub warnings: Vec<FormWarning>,
    /// What to note, for [`super::super::Command::RecordInterview`]; `None` where something is wrong.
    pub interview: Option<Interview>,
}

impl Checked {
    /// Whether it is said to be over, and is still ahead.
    pub fn is_ahead(&self) -> bool {
        self.errors.contains(&FormError::StillAhead)
    }
}

/// An interview, understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interview {
    pub(in crate::commands) opportunity: Option<OpportunityId>,
    pub(in crate::commands) round: Option<RoundId>,
    pub(in crate::commands) company: String,
    pub(in crate::commands) role: String,
    pub(in crate::commands) title: String,
    pub(in crate::commands) place: String,
    pub(in crate::commands) starts: Stamp,
    /// Whether the start is a guess: neither it nor how long it took was told.
    pub(in crate::commands) start_guessed: bool,
    pub(in crate::commands) ends: Stamp,
    /// Whether it has begun, so that there is something to tell of its course.
    pub(in crate::commands) begun: bool,
    pub(in crate::commands) people: Vec<Attendee>,
    pub(in crate::commands) reply_by: ReplyBy,
    /// Which of `people`.
    pub(in crate::commands) promised_by: Option<usize>,
    pub(in crate::commands) contact_by: Option<Channel>,
    pub(in crate::commands) calls_invited: bool,
    pub(in crate::commands) feeling: Option<Feeling>,
    pub(in crate::commands) deliver: Vec<(String, NaiveDate)>,
}

/// Somebody who was there, or will be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::commands) struct Attendee {
    pub(in crate::commands) person: Option<PersonId>,
    pub(in crate::commands) name: String,
    pub(in crate::commands) role: Role,
    /// Whether the job comes through them.
    pub(in crate::commands) agency: bool,
    pub(in crate::commands) email: Option<String>,
    pub(in crate::commands) conversation: Conversation,
    pub(in crate::commands) linkedin: Permission,
    pub(in crate::commands) talked_about: String,
}

impl InterviewForm {
    /// Checks the form, at a moment and in its zone. Of a local time that the clock repeats, the first is meant; one
    /// that it skips is moved forward by the gap.
    pub fn check<Tz: TimeZone>(&self, timing: Timing, now: &Now<Tz>) -> Checked {
        let offset = now.zone.offset_from_utc_datetime(&now.at.naive_utc()).fix();
        let local = now.at.naive_utc() + offset;
        let (today, errors) = (local.date(), Vec::new());
        Reading { form: self, timing, now: now.at, today, starts: None, errors }
            .read(&|local| resolve_local(&now.zone, local))
    }

    fn tells_of_its_course(&self) -> bool {
        self.not_told
            || self.calls_invited
            || self.feeling.is_some()
            || self.contact_by.is_some()
            || !self.reply_by.trim().is_empty()
            || self.deliver.iter().any(|row| !row.is_empty())
            || self.people.iter().any(|row| !row.talked_about.trim().is_empty())
    }
}

/// The reading of a form.
struct Reading<'f> {
    form: &'f InterviewForm,
    timing: Timing,
    now: Stamp,
    today: NaiveDate,
    /// When it started, once that is read.
    starts: Option<Stamp>,
    errors: Vec<FormError>,
}

impl Reading<'_> {
    fn read(mut self, resolve: &dyn Fn(NaiveDateTime) -> Stamp) -> Checked {
        let form = self.form;
        let company = form.company.trim().to_owned();
        if company.is_empty() && form.opportunity.is_none() {
            self.errors.push(FormError::CompanyMissing);
        }
        let day = self.day();
        let times = day.and_then(|day| self.times(day, resolve));
        let begun = self.starts.is_none_or(|starts| starts <= self.now);
        if self.timing == Timing::Over && (!begun || self.is_day_ahead()) {
            self.errors.push(FormError::StillAhead);
        }
        let (people, promised_by) = self.people(begun);
        // Of what is still to come nothing of its course is asked, so nothing of it can be wrong.
        let told = self.timing == Timing::Over;
        let reply_by = if told { self.reply_by() } else { ReplyBy::NotRecorded };
        let deliver = if told { self.deliver() } else { Vec::new() };
        if self.timing == Timing::ToCome && begun && self.errors.is_empty() {
            self.errors.push(FormError::NotAhead);
        }
        let warnings = self.warnings(day.unwrap_or(self.today), reply_by);
        let interview = times.filter(|_| self.errors.is_empty()).map(|(starts, ends)| Interview {
            opportunity: form.opportunity,
            round: form.round,
            company,
            role: form.role.trim().to_owned(),
            title: form.title.trim().to_owned(),
            place: form.place.trim().to_owned(),
            starts,
            start_guessed: given(&form.starts).is_none() && given(&form.minutes).is_none(),
            ends,
            begun,
            people,
            reply_by,
            promised_by,
            contact_by: form.contact_by,
            calls_invited: form.calls_invited,
            feeling: form.feeling,
            deliver,
        });
        Checked { errors: self.errors, warnings, interview }
    }

    fn wrong<T>(&mut self, error: FormError) -> Option<T> {
        self.errors.push(error);
        None
    }

    fn day(&mut self) -> Option<NaiveDate> {
        match given(&self.form.date) {
            None => Some(self.today),
            Some(text) => match read_date(text) {
                None => self.wrong(FormError::Date),
                Some(day) if days_between(day, self.today) > YEARS_AWAY => self.wrong(FormError::DateFarOff),
                Some(day) => Some(day),
            },
        }
    }

    fn is_day_ahead(&self) -> bool {
        read_date(self.form.date.trim()).is_some_and(|day| day > self.today)
    }

    /// When it started and ended. One of the two, or how long it took, is enough; nothing at all means that it
    /// ended just now. Of what is still to come the start and how long it takes are asked, so the end moves with the
    /// start.
    fn times(&mut self, day: NaiveDate, resolve: &dyn Fn(NaiveDateTime) -> Stamp) -> Option<(Stamp, Stamp)> {
        let wrongs = self.errors.len();
        let starts = self.time(&self.form.starts, FormError::Starts);
        let ends = match self.timing {
            Timing::Over => self.time(&self.form.ends, FormError::Ends),
            Timing::ToCome => None,
        };
        let took = self.minutes();
        if self.errors.len() > wrongs {
            return None;
        }
        let instant = |time: NaiveTime| resolve(day.and_time(time));
        if let Some((starts, ends)) = starts.zip(ends).filter(|(starts, ends)| ends <= starts) {
            return self.over_midnight(day, starts, ends, resolve);
        }
        let (starts, ends) = match (starts.map(instant), ends.map(instant)) {
            (Some(starts), Some(ends)) => (starts, ends),
            (Some(starts), None) => (starts, self.end_of(starts, took)),
            (None, Some(ends)) => (ends - took.unwrap_or(USUAL), ends),
            (None, None) if day == self.today => {
                let ends = self.now - TimeDelta::seconds(self.now.timestamp().rem_euclid(60));
                (ends - took.unwrap_or(USUAL), ends)
            }
            (None, None) => return self.wrong(FormError::TimeMissing),
        };
        self.starts = Some(starts);
        // A clock that goes back may turn the two around.
        if ends <= starts { self.wrong(FormError::EndsBeforeStart) } else { Some((starts, ends)) }
    }

    /// An end that the clock shows before the start is on the next day. The day is that of the start, or, where that
    /// end would still be ahead, that of the end: noted at twenty to one, an interview from eleven began yesterday.
    fn over_midnight(
        &mut self,
        day: NaiveDate,
        starts: NaiveTime,
        ends: NaiveTime,
        resolve: &dyn Fn(NaiveDateTime) -> Stamp,
    ) -> Option<(Stamp, Stamp)> {
        let begun_on = |day: NaiveDate| {
            let next = day.succ_opt()?;
            Some((resolve(day.and_time(starts)), resolve(next.and_time(ends))))
        };
        self.starts = Some(resolve(day.and_time(starts)));
        let on_the_day = begun_on(day).filter(|(_, ends)| *ends <= self.now);
        let times = on_the_day.or_else(|| begun_on(day.pred_opt()?));
        let Some((starts, ends)) = times.filter(|(starts, ends)| *ends - *starts <= LONGEST) else {
            return self.wrong(FormError::EndsBeforeStart);
        };
        self.starts = Some(starts);
        Some((starts, ends))
    }

    /// The end of what started then; not later than now unless the user says so, since it is noted afterwards.
    fn end_of(&self, starts: Stamp, took: Option<TimeDelta>) -> Stamp {
        match took {
            Some(took) => starts + took,
            None if starts < self.now => (starts + USUAL).min(self.now),
            None => starts + USUAL,
        }
    }

    fn time(&mut self, text: &str, error: FormError) -> Option<NaiveTime> {
        given(text).and_then(|text| read_time(text).or_else(|| self.wrong(error)))
    }

    fn minutes(&mut self) -> Option<TimeDelta> {
        let text = given(&self.form.minutes)?;
        match text.parse() {
            Ok(minutes @ 1..=1440) => Some(TimeDelta::minutes(minutes)),
            _ => self.wrong(FormError::Minutes),
        }
    }

    /// The people, and which of them said when they answer. Empty rows are nobody. Whom one will meet may not be known
    /// yet.
    fn people(&mut self, begun: bool) -> (Vec<Attendee>, Option<usize>) {
        let (mut people, mut promised_by) = (Vec::new(), None);
        for (row, typed) in self.form.people.iter().enumerate() {
            if typed.is_empty() {
                continue;
            }
            if typed.name.trim().is_empty() && typed.person.is_none() {
                self.errors.push(FormError::NameMissing(row));
            }
            if given(&typed.email).is_some_and(|email| !is_one_address(email)) {
                self.errors.push(FormError::Email(row));
            }
            if self.form.promised_by == Some(row) {
                promised_by = Some(people.len());
            }
            people.push(Attendee::of(typed));
        }
        if begun && people.is_empty() && self.timing == Timing::Over {
            self.errors.push(FormError::NobodyNamed);
        }
        (people, promised_by)
    }

    fn reply_by(&mut self) -> ReplyBy {
        let Some(text) = given(&self.form.reply_by) else {
            return if self.form.not_told { ReplyBy::NotTold } else { ReplyBy::NotRecorded };
        };
        match read_date(text) {
            Some(day) if days_between(day, self.today) > PROMISE_AWAY => {
                self.errors.push(FormError::ReplyByFarOff);
            }
            Some(day) => return ReplyBy::Date(day),
            None => self.errors.push(FormError::ReplyBy),
        }
        ReplyBy::NotRecorded
    }

    fn deliver(&mut self) -> Vec<(String, NaiveDate)> {
        let mut deliver = Vec::new();
        for (row, typed) in self.form.deliver.iter().enumerate().filter(|(_, typed)| !typed.is_empty()) {
            let by = read_date(typed.by.trim());
            let by = by.filter(|day| days_between(*day, self.today) <= PROMISE_AWAY);
            match (given(&typed.what), by) {
                (Some(what), Some(by)) => deliver.push((what.to_owned(), by)),
                (None, _) => self.errors.push(FormError::DeliverWhat(row)),
                (_, None) => self.errors.push(FormError::DeliverBy(row)),
            }
        }
        deliver
    }

    fn warnings(&self, day: NaiveDate, reply_by: ReplyBy) -> Vec<FormWarning> {
        let warning = match (self.timing, reply_by.date()) {
            (Timing::ToCome, _) => self.form.tells_of_its_course().then_some(FormWarning::NotBegun),
            (Timing::Over, Some(promised)) if promised < day => Some(FormWarning::PromiseBefore),
            (Timing::Over, Some(promised)) if promised == day => Some(FormWarning::PromiseSameDay),
            (Timing::Over, _) => None,
        };
        warning.into_iter().collect()
    }
}

impl Attendee {
    fn of(typed: &PersonRow) -> Self {
        Self {
            person: typed.person,
            name: typed.name.trim().to_owned(),
            role: typed.role,
            agency: typed.role == Role::Recruiter && typed.agency == Some(true),
            email: given(&typed.email).map(str::to_owned),
            conversation: typed.conversation,
            linkedin: typed.linkedin,
            talked_about: typed.talked_about.trim().to_owned(),
        }
    }
}

/// What was typed, if anything was.
fn given(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn days_between(a: NaiveDate, b: NaiveDate) -> i64 {
    (a - b).num_days().abs()
}

/// The instant of a typed day and time; of no day, today.
pub fn instant<Tz: TimeZone>(date: &str, time: &str, now: &Now<Tz>) -> Option<Stamp> {
    let day = match given(date) {
        Some(date) => read_date(date)?,
        None => now.at.with_timezone(&now.zone).date_naive(),
    };
    Some(resolve_local(&now.zone, day.and_time(read_time(time.trim())?)))
}
