//! What to tell the user about a change.

use crate::model::Task;
use crate::words;
use std::fmt;

/// What a change comes down to, for the one line at the foot of the screen. Names are as they were then.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Summary {
    /// An interview was noted: at which company, and with how many people.
    InterviewNoted {
        /// The company.
        company: String,
        /// How many people to thank.
        people: usize,
    },
    /// A round to come was noted.
    RoundNoted {
        /// The company.
        company: String,
    },
    /// A round is off.
    CalledOff {
        /// The company.
        company: String,
    },
    /// A letter is marked as sent.
    Sent {
        /// The action that it was for.
        task: Task,
        /// To whom: a person, else the company.
        to: String,
    },
    /// The user's word on an action: done.
    Done(Task),
    /// The user's word on an action: skipped.
    Skipped(Task),
    /// The user's word on an action: later.
    Snoozed(Task),
    /// The user's word on an action is taken back.
    Unmarked(Task),
    /// Something was saved: an opportunity, a person, a template, by its name.
    Saved(String),
    /// Something was removed, by its name.
    Removed(String),
    /// Applications were brought in from a list.
    BroughtIn {
        /// How many.
        applications: usize,
    },
    /// Something that happened at a company was noted.
    Noted {
        /// The company.
        company: String,
    },
    /// The company said no.
    Rejected {
        /// The company.
        company: String,
    },
    /// The user withdrew.
    Withdrawn {
        /// The company.
        company: String,
    },
    /// Silence was taken for an answer.
    Closed {
        /// The company.
        company: String,
    },
    /// A way to reach a person was found.
    ContactFound {
        /// Who.
        name: String,
    },
    /// A round was looked back at.
    Assessed {
        /// The company.
        company: String,
    },
    /// An offer was signed.
    Signed {
        /// The company.
        company: String,
    },
    /// An offer was declined.
    Declined {
        /// The company.
        company: String,
    },
    /// An offer was taken back.
    Retracted {
        /// The company.
        company: String,
    },
    /// A letter is kept as typed.
    DraftSaved,
    /// A letter begun was thrown away.
    DraftDropped,
    /// A friend has read the letter.
    Proofread,
    /// The settings were saved.
    SettingsSaved,
    /// A step of the search was noted.
    StepNoted,
    /// The draft of a form is saved.
    FormSaved,
    /// The draft of a form was dropped.
    FormCleared,
    /// What was typed about a round on record was thrown away; the record stays as it is.
    ChangesDropped,
    /// The example search was loaded.
    ExampleLoaded,
    /// The example search was dropped.
    ExampleDropped,
    /// So many opportunities are back from a backup.
    Restored {
        /// How many opportunities the backup holds.
        opportunities: usize,
    },
    /// The last change was taken back.
    Undone,
    /// What was taken back is there again.
    Redone,
}

impl Summary {
    /// Whether it is worth a word at all: what saves itself while the user types is not.
    pub fn is_quiet(&self) -> bool {
        matches!(self, Self::DraftSaved | Self::FormSaved)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InterviewNoted { company, people: 0 } => write!(f, "Interview at {company} noted"),
            Self::InterviewNoted { company, people: 1 } => write!(f, "{company} noted, one person to thank"),
            Self::InterviewNoted { company, people } => {
                write!(f, "{company} noted, {people} people to thank")
            }
            Self::RoundNoted { company } => write!(f, "Round at {company} noted"),
            Self::CalledOff { company } => write!(f, "The interview at {company} is off; noted"),
            Self::Sent { task, to } => write!(f, "{} {to} marked as sent", words::letter_to(*task)),
            Self::Done(task) => write!(f, "Done: {}", words::task(*task)),
            Self::Skipped(task) => write!(f, "Skipped: {}", words::task(*task)),
            Self::Snoozed(task) => write!(f, "Later: {}", words::task(*task)),
            Self::Unmarked(task) => write!(f, "Back on the list: {}", words::task(*task)),
            Self::Saved(name) => write!(f, "{name} saved"),
            Self::Removed(name) => write!(f, "{name} removed"),
            Self::BroughtIn { applications } => {
                let applications = words::counted(*applications, "application");
                write!(f, "{} brought in", words::capitalized(&applications))
            }
            Self::Noted { company } => write!(f, "Noted for {company}"),
            Self::Rejected { company } => write!(f, "{company} said no; noted"),
            Self::Withdrawn { company } => write!(f, "Withdrawn from {company}"),
            Self::Closed { company } => write!(f, "{company} closed"),
            Self::ContactFound { name } => write!(f, "{name} can be reached now"),
            Self::Assessed { company } => write!(f, "Your look back at {company} is kept"),
            Self::Signed { company } => write!(f, "Signed with {company}"),
            Self::Declined { company } => write!(f, "Offer from {company} declined"),
            Self::Retracted { company } => write!(f, "{company} took the offer back; noted"),
            Self::DraftSaved => f.write_str("Draft kept"),
            Self::DraftDropped => f.write_str("Draft thrown away"),
            Self::Proofread => f.write_str("Marked as read by a friend"),
            Self::SettingsSaved => f.write_str("Settings saved"),
            Self::StepNoted => f.write_str("A step of your search, noted"),
            Self::FormSaved => f.write_str("Kept as typed"),
            Self::FormCleared => f.write_str("The form is empty again"),
            Self::ChangesDropped => f.write_str("Nothing was changed"),
            Self::ExampleLoaded => f.write_str("The example is loaded"),
            Self::ExampleDropped => f.write_str("The example is gone; what is yours stayed"),
            Self::Restored { opportunities: 1 } => f.write_str("One opportunity is back"),
            Self::Restored { opportunities } => write!(f, "{opportunities} opportunities are back"),
            Self::Undone => f.write_str("Taken back"),
            Self::Redone => f.write_str("There again"),
        }
    }
}
