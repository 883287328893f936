//! The six playbooks: whose advice to follow, as data.
//!
//! A playbook is a row of settings. Where its source is silent the setting is `None`, and [`Considered`'s
//! value](CONSIDERED) is taken; [`Ruling::of`] tells whose it is. The rules read every number and every audience
//! from here.

use super::Source;
use crate::model::PlaybookId;

/// When a thank-you is due, from the end of the round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ThankYouDue {
    /// This many elapsed hours after the end.
    Hours(u32),
    /// At the end of the day after.
    EndOfNextDay,
}

/// Whom to thank.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ThankYouAudience {
    /// Everyone met.
    EveryoneMet,
    /// Interviewers and hiring managers met, anyone else with a significant conversation, and the
    /// opportunity's hiring manager even if not met.
    WhoDecides,
}

/// What a thank-you is for, beside the thanks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotePurpose {
    /// To say how the user's skills fit what they need.
    Skills,
    /// That too, but to the hiring manager and one interviewer alone.
    SkillsToTwo,
    /// To add what was missed; nothing in the user's own praise.
    PointsMissed,
    /// To say that the user wants the job.
    Interest,
}

/// Whom to add on LinkedIn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LinkedinAudience {
    /// Everyone met.
    EveryoneMet,
    /// Those with whom there was a significant conversation.
    Significant,
    /// The recruiters of the opportunity, met or not.
    Recruiters,
    /// Significant conversations, permission given, or recruiters.
    Considered,
}

/// When the first follow-up is right, where no date was promised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FirstFollowUp {
    /// Opens at the start of one business day after, due at the end of another.
    BusinessDays {
        /// Opens at the start of this business day after.
        opens: u32,
        /// Due at the end of this business day after.
        due: u32,
    },
    /// Opens this many days after, or on the next business day from there; due some business days after it opens.
    DaysThenBusinessDay {
        /// Days until it opens.
        opens: u32,
        /// Business days from there until it is due.
        due: u32,
    },
}

/// When silence is taken as an answer, after the last allowed follow-up.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MoveOn {
    /// At the start of this business day after.
    BusinessDays(u32),
    /// At the start of this day after.
    Days(u32),
}

/// Whether a friend reads a letter before it is sent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Proofread {
    /// Each letter should be read.
    Wanted,
    /// The user may have it read.
    Offered,
}

/// A setting that a playbook may speak on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Setting {
    /// When a thank-you is due.
    ThankYouDue,
    /// Whom to thank.
    ThankYouAudience,
    /// What a thank-you is for.
    Note,
    /// Whom to add on LinkedIn.
    LinkedinAudience,
    /// When the first follow-up is right, where no date was promised.
    FirstFollowUp,
    /// How many follow-ups are allowed.
    FollowUps,
    /// When silence is taken as an answer.
    MoveOn,
    /// Whether one last message may be sent once silence is taken as an answer.
    LastMessage,
    /// Whether a friend reads it first.
    Proofread,
}

impl Setting {
    /// All of them, in the rulebook's order.
    pub const ALL: [Self; 9] = [
        Self::ThankYouDue,
        Self::ThankYouAudience,
        Self::Note,
        Self::LinkedinAudience,
        Self::FirstFollowUp,
        Self::FollowUps,
        Self::MoveOn,
        Self::LastMessage,
        Self::Proofread,
    ];
}

/// Whose advice to follow. `None`: the source is silent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Playbook {
    /// Its name.
    pub id: PlaybookId,
    /// When a thank-you is due.
    pub thank_you_due: Option<ThankYouDue>,
    /// Whom to thank.
    pub thank_you_audience: Option<ThankYouAudience>,
    /// What a thank-you is for.
    pub note: Option<NotePurpose>,
    /// Whom to add on LinkedIn.
    pub linkedin_audience: Option<LinkedinAudience>,
    /// When the first follow-up is right, where no date was promised.
    pub first_follow_up: Option<FirstFollowUp>,
    /// How many follow-ups are allowed.
    pub follow_ups: Option<u8>,
    /// When silence is taken as an answer.
    pub move_on: Option<MoveOn>,
    /// Whether one last message may be sent once it is.
    pub last_message: Option<bool>,
    /// Whether a friend reads a letter first.
    pub proofread: Option<Proofread>,
}

/// A playbook on which every source is silent: the row to start from.
const SILENT: Playbook = Playbook {
    id: PlaybookId::Considered,
    thank_you_due: None,
    thank_you_audience: None,
    note: None,
    linkedin_audience: None,
    first_follow_up: None,
    follow_ups: None,
    move_on: None,
    last_message: None,
    proofread: None,
};

/// Our reading of all five sources. It speaks on everything.
pub const CONSIDERED: Playbook = Playbook {
    id: PlaybookId::Considered,
    thank_you_due: Some(ThankYouDue::Hours(24)),
    thank_you_audience: Some(ThankYouAudience::EveryoneMet),
    note: Some(NotePurpose::SkillsToTwo),
    linkedin_audience: Some(LinkedinAudience::Considered),
    first_follow_up: Some(FirstFollowUp::BusinessDays { opens: 5, due: 10 }),
    follow_ups: Some(2),
    move_on: Some(MoveOn::BusinessDays(10)),
    last_message: Some(false),
    proofread: Some(Proofread::Offered),
};

/// HK School of Management.
const HKSM: Playbook = Playbook {
    id: PlaybookId::Hksm,
    thank_you_due: Some(ThankYouDue::Hours(24)),
    thank_you_audience: Some(ThankYouAudience::EveryoneMet),
    note: Some(NotePurpose::Skills),
    linkedin_audience: Some(LinkedinAudience::EveryoneMet),
    ..SILENT
};

/// AccruePartners.
const ACCRUE: Playbook = Playbook {
    id: PlaybookId::Accrue,
    thank_you_due: Some(ThankYouDue::Hours(24)),
    thank_you_audience: Some(ThankYouAudience::WhoDecides),
    note: Some(NotePurpose::Skills),
    linkedin_audience: Some(LinkedinAudience::Significant),
    ..SILENT
};

/// The Star.
const STAR: Playbook = Playbook {
    id: PlaybookId::Star,
    thank_you_due: Some(ThankYouDue::EndOfNextDay),
    note: Some(NotePurpose::PointsMissed),
    linkedin_audience: Some(LinkedinAudience::Recruiters),
    first_follow_up: Some(FirstFollowUp::DaysThenBusinessDay { opens: 7, due: 2 }),
    follow_ups: Some(1),
    move_on: Some(MoveOn::Days(21)),
    last_message: Some(true),
    ..SILENT
};

/// A recruiter's post.
const AFTER: Playbook = Playbook {
    id: PlaybookId::After,
    thank_you_audience: Some(ThankYouAudience::EveryoneMet),
    note: Some(NotePurpose::Interest),
    linkedin_audience: Some(LinkedinAudience::EveryoneMet),
    proofread: Some(Proofread::Wanted),
    ..SILENT
};

/// Careers & Job Search.
const PLAN: Playbook = Playbook {
    id: PlaybookId::Plan,
    thank_you_due: Some(ThankYouDue::Hours(48)),
    thank_you_audience: Some(ThankYouAudience::EveryoneMet),
    note: Some(NotePurpose::Skills),
    first_follow_up: Some(FirstFollowUp::BusinessDays { opens: 5, due: 10 }),
    follow_ups: Some(2),
    ..SILENT
};

/// A setting's value, and whether it is Considered's because the chosen playbook is silent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ruling<T> {
    /// The value.
    pub value: T,
    /// Whether it is Considered's, because the chosen playbook is silent.
    pub borrowed: bool,
}

impl<T> Ruling<T> {
    /// What a playbook says, or else what Considered says.
    fn of(said: Option<T>, considered: Option<T>, otherwise: T) -> Self {
        let borrowed = said.is_none();
        Self { value: said.or(considered).unwrap_or(otherwise), borrowed }
    }
}

impl Playbook {
    /// The playbook of that name.
    ///
    /// ```
    /// use afterword::{etiquette::Playbook, model::PlaybookId};
    ///
    /// let star = Playbook::get(PlaybookId::Star);
    /// assert_eq!(star.follow_ups().value, 1);
    /// assert!(star.thank_you_audience().borrowed, "The Star does not say whom to thank");
    /// ```
    pub const fn get(id: PlaybookId) -> &'static Self {
        match id {
            PlaybookId::Considered => &CONSIDERED,
            PlaybookId::Hksm => &HKSM,
            PlaybookId::Accrue => &ACCRUE,
            PlaybookId::Star => &STAR,
            PlaybookId::After => &AFTER,
            PlaybookId::Plan => &PLAN,
        }
    }

    /// The source whose advice it is; `None` for Considered, which reads all five.
    pub const fn source(&self) -> Option<Source> {
        match self.id {
            PlaybookId::Considered => None,
            PlaybookId::Hksm => Some(Source::Hksm),
            PlaybookId::Accrue => Some(Source::Accrue),
            PlaybookId::Star => Some(Source::Star),
            PlaybookId::After => Some(Source::After),
            PlaybookId::Plan => Some(Source::Plan),
        }
    }

    /// Whether its source speaks on a setting.
    pub const fn speaks_on(&self, setting: Setting) -> bool {
        match setting {
            Setting::ThankYouDue => self.thank_you_due.is_some(),
            Setting::ThankYouAudience => self.thank_you_audience.is_some(),
            Setting::Note => self.note.is_some(),
            Setting::LinkedinAudience => self.linkedin_audience.is_some(),
            Setting::FirstFollowUp => self.first_follow_up.is_some(),
            Setting::FollowUps => self.follow_ups.is_some(),
            Setting::MoveOn => self.move_on.is_some(),
            Setting::LastMessage => self.last_message.is_some(),
            Setting::Proofread => self.proofread.is_some(),
        }
    }

    /// When a thank-you is due.
    pub fn thank_you_due(&self) -> Ruling<ThankYouDue> {
        Ruling::of(self.thank_you_due, CONSIDERED.thank_you_due, ThankYouDue::Hours(24))
    }

    /// Whom to thank.
    pub fn thank_you_audience(&self) -> Ruling<ThankYouAudience> {
        Ruling::of(self.thank_you_audience, CONSIDERED.thank_you_audience, ThankYouAudience::EveryoneMet)
    }

    /// What a thank-you is for, beside the thanks.
    pub fn note(&self) -> Ruling<NotePurpose> {
        Ruling::of(self.note, CONSIDERED.note, NotePurpose::SkillsToTwo)
    }

    /// Whom to add on LinkedIn.
    pub fn linkedin_audience(&self) -> Ruling<LinkedinAudience> {
        Ruling::of(self.linkedin_audience, CONSIDERED.linkedin_audience, LinkedinAudience::Considered)
    }

    /// When the first follow-up is right, where no date was promised.
    pub fn first_follow_up(&self) -> Ruling<FirstFollowUp> {
        let otherwise = FirstFollowUp::BusinessDays { opens: 5, due: 10 };
        Ruling::of(self.first_follow_up, CONSIDERED.first_follow_up, otherwise)
    }

    /// How many follow-ups are allowed since the last reply.
    pub fn follow_ups(&self) -> Ruling<u8> {
        Ruling::of(self.follow_ups, CONSIDERED.follow_ups, 2)
    }

    /// When silence is taken as an answer.
    pub fn move_on(&self) -> Ruling<MoveOn> {
        Ruling::of(self.move_on, CONSIDERED.move_on, MoveOn::BusinessDays(10))
    }

    /// Whether one last message may be sent once silence is taken as an answer.
    pub fn last_message(&self) -> Ruling<bool> {
        Ruling::of(self.last_message, CONSIDERED.last_message, false)
    }

    /// Whether a friend reads a letter first.
    pub fn proofread(&self) -> Ruling<Proofread> {
        Ruling::of(self.proofread, CONSIDERED.proofread, Proofread::Offered)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn considered_speaks_on_everything() {
        assert!(Setting::ALL.into_iter().all(|setting| CONSIDERED.speaks_on(setting)));
    }

    #[test]
    fn each_name_leads_to_its_own_playbook() {
        for id in PlaybookId::ALL {
            assert_eq!(Playbook::get(id).id, id);
            assert_eq!(Playbook::get(id).source().is_none(), id == PlaybookId::Considered);
        }
    }

    /// The rulebook's table "What each playbook sets": where a column has a dash.
    #[test]
    fn the_sources_are_silent_where_the_rulebook_says() {
        use Setting::*;
        let silent = |id| -> Vec<Setting> {
            Setting::ALL.into_iter().filter(|s| !Playbook::get(id).speaks_on(*s)).collect()
        };
        let rest = vec![FirstFollowUp, FollowUps, MoveOn, LastMessage, Proofread];
        assert_eq!(silent(PlaybookId::Hksm), rest);
        assert_eq!(silent(PlaybookId::Accrue), rest);
        assert_eq!(silent(PlaybookId::Star), [ThankYouAudience, Proofread]);
        assert_eq!(silent(PlaybookId::After), [ThankYouDue, FirstFollowUp, FollowUps, MoveOn, LastMessage]);
        assert_eq!(silent(PlaybookId::Plan), [LinkedinAudience, MoveOn, LastMessage, Proofread]);
    }
}
