//! Where the sources disagree with the chosen playbook, and which figures are known beyond the sources.

use super::playbook::{
    FirstFollowUp, LinkedinAudience, MoveOn, NotePurpose, Proofread, ThankYouAudience, ThankYouDue,
};
use super::{Action, Playbook, Reason, Setting, Source};
use crate::model::{PlaybookId, Task};
use crate::words;

/// What some sources say instead of what the chosen playbook says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherAdvice {
    /// The setting on which they differ.
    pub setting: Setting,
    /// The sources that say so.
    pub sources: Vec<Source>,
    /// What they say to do: "write within 48 hours".
    pub says: String,
}

impl OtherAdvice {
    /// The advice as a sentence: "Careers & Job Search: write within 48 hours."
    pub fn sentence(&self) -> String {
        let names: Vec<&str> = self.sources.iter().map(|source| source.name()).collect();
        format!("{}: {}.", words::capitalized(&words::list(&names)), self.says)
    }
}

/// The advice that differs from the playbook's, on the settings on which an action rests. Empty where the sources agree,
/// or only one speaks.
pub fn other_advice(action: &Action, playbook: &Playbook) -> Vec<OtherAdvice> {
    let mut found: Vec<OtherAdvice> = Vec::new();
    for setting in settings_behind(action) {
        let ours = in_words(playbook, *setting);
        let all_the_same = |other: &Playbook| in_words(other, *setting) == ours;
        for other in PlaybookId::ALL.map(Playbook::get) {
            let Some(source) = other.source().filter(|_| other.speaks_on(*setting)) else { continue };
            if all_the_same(other) {
                continue;
            }
            let says = to_do(other, *setting);
            match found.iter_mut().find(|known| known.setting == *setting && known.says == says) {
                Some(known) => known.sources.push(source),
                None => found.push(OtherAdvice { setting: *setting, sources: vec![source], says }),
            }
        }
    }
    found
}

/// The settings on which an action rests.
pub(super) fn settings_behind(action: &Action) -> &'static [Setting] {
    use Setting::{FirstFollowUp, FollowUps, LastMessage, MoveOn, ThankYouAudience, ThankYouDue};
    match (action.task(), action.reason) {
        (Task::ThankYou, _) => &[ThankYouDue, ThankYouAudience],
        (Task::LinkedinRequest, reason) if reason != Reason::RecruiterAfterwards => {
            &[Setting::LinkedinAudience]
        }
        (Task::FollowUp, Reason::PromiseOver(_) | Reason::StillSilent(_)) => &[FollowUps],
        (Task::FollowUp, _) => &[FirstFollowUp, FollowUps],
        (Task::MoveOn, _) => &[MoveOn, LastMessage],
        _ => &[],
    }
}

/// What a playbook says on a setting, as a phrase: "within 24 hours". Where it is silent, Considered's value.
pub fn in_words(playbook: &Playbook, setting: Setting) -> String {
    match setting {
        Setting::ThankYouDue => match playbook.thank_you_due().value {
            ThankYouDue::Hours(hours) => format!("within {hours} hours"),
            ThankYouDue::EndOfNextDay => "by the end of the next day".to_owned(),
        },
        Setting::ThankYouAudience => match playbook.thank_you_audience().value {
            ThankYouAudience::EveryoneMet => "everyone you met",
            ThankYouAudience::WhoDecides => {
                "interviewers, the hiring manager and the recruiter even if you did not meet, and whom you really talked with"
            }
        }
        .to_owned(),
        Setting::Note => match playbook.note().value {
            NotePurpose::Skills => "to thank, and to say how your skills fit",
            NotePurpose::SkillsToTwo => "to thank, and to tell two people how your skills fit",
            NotePurpose::PointsMissed => "to thank, and to add what was missed",
            NotePurpose::Interest => "to thank, and to say that you want the job",
        }
        .to_owned(),
        Setting::LinkedinAudience => match playbook.linkedin_audience().value {
            LinkedinAudience::EveryoneMet => "everyone you met",
            LinkedinAudience::Significant => "only those you really talked with",
            LinkedinAudience::Recruiters => "only recruiters",
            LinkedinAudience::Considered => "those you really talked with, who agreed, or who recruit",
        }
        .to_owned(),
        Setting::FirstFollowUp => match playbook.first_follow_up().value {
            FirstFollowUp::BusinessDays { opens, due } => {
                format!("on the {} to {} business day after", words::ordinal(opens), words::ordinal(due))
            }
            FirstFollowUp::DaysThenBusinessDay { opens, .. } => {
                format!("after {}", words::counted(opens as usize, "day"))
            }
        },
        Setting::FollowUps => words::counted(playbook.follow_ups().value.into(), "message"),
        Setting::MoveOn => match playbook.move_on().value {
            MoveOn::BusinessDays(days) => {
                format!("on the {} business day after the last message", words::ordinal(days))
            }
            MoveOn::Days(days) => format!("{days} days after the last message"),
        },
        Setting::LastMessage => {
            if playbook.last_message().value { "one last message may still go" } else { "no further message" }
                .to_owned()
        }
        Setting::Proofread => match playbook.proofread().value {
            Proofread::Wanted => "a friend reads it before it goes",
            Proofread::Offered => "a friend may read it before it goes",
        }
        .to_owned(),
    }
}

/// What a playbook says to do on a setting: "write within 24 hours".
pub(super) fn to_do(playbook: &Playbook, setting: Setting) -> String {
    let says = in_words(playbook, setting);
    match setting {
        Setting::ThankYouDue | Setting::Note => format!("write {says}"),
        Setting::ThankYouAudience => format!("thank {says}"),
        Setting::LinkedinAudience => format!("add {says}"),
        Setting::FirstFollowUp => format!("ask {says}"),
        Setting::FollowUps => match playbook.follow_ups().value {
            1 => "ask only once".to_owned(),
            2 => "ask at most twice".to_owned(),
            more => format!("ask at most {} times", words::number(more.into())),
        },
        Setting::MoveOn => format!("let go {says}"),
        Setting::LastMessage | Setting::Proofread => says,
    }
}

impl Setting {
    /// The setting as a heading.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ThankYouDue => "Thank-you due",
            Self::ThankYouAudience => "Whom to thank",
            Self::Note => "What the note is for",
            Self::LinkedinAudience => "Whom to add on LinkedIn",
            Self::FirstFollowUp => "First question, where no date was promised",
            Self::FollowUps => "Questions without an answer",
            Self::MoveOn => "Taking silence as an answer",
            Self::LastMessage => "One last message then",
            Self::Proofread => "A second pair of eyes",
        }
    }
}

/// Figures from beyond the five sources that bear on a task, with who found them.
pub const fn evidence(task: Task) -> Option<&'static str> {
    match task {
        Task::ThankYou => Some(
            "In one survey four in five hiring managers gave weight to a thank-you and one applicant in four sent one (Robert Half, 2017); in another more than half called it of little help (Accountemps). It rarely hurts, and sometimes decides.",
        ),
        Task::MoveOn => Some(
            "Six in ten applicants say that they once heard nothing after an interview (Greenhouse, 2024).",
        ),
        Task::DecideOffer | Task::CompareOffers => Some(
            "Half of employers start below what they would pay, and more than half of workers accept without negotiating (CareerBuilder).",
        ),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::etiquette::{CONSIDERED, Reason};

    /// The plan an hour after Dana was met, and an answer promised.
    fn actions() -> Vec<Action> {
        let told = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]).promised("2026-03-13");
        planned(&search([told]), "2026-03-03T12:00").actions
    }

    /// Some action of that task, for that reason.
    fn action(task: Task, reason: Reason) -> Action {
        let mut action = actions()[0].clone();
        (action.key.task, action.reason) = (task, reason);
        action
    }

    fn other(task: Task, playbook: PlaybookId) -> Vec<(Setting, Vec<Source>)> {
        let actions = actions();
        let action = actions.iter().find(|action| action.task() == task).unwrap();
        let views = other_advice(action, Playbook::get(playbook));
        views.into_iter().map(|view| (view.setting, view.sources)).collect()
    }

    #[test]
    fn who_says_otherwise_is_named_for_what_they_say() {
        use Setting::{FollowUps, ThankYouAudience, ThankYouDue};
        assert_eq!(
            other(Task::ThankYou, PlaybookId::Considered),
            [
                (ThankYouDue, vec![Source::Star]),
                (ThankYouDue, vec![Source::Plan]),
                (ThankYouAudience, vec![Source::Accrue]),
            ]
        );
        assert_eq!(other(Task::FollowUp, PlaybookId::Star), [(FollowUps, vec![Source::Plan])]);
        assert_eq!(other(Task::AskBeforeLeaving, PlaybookId::Considered), []);
    }

    #[test]
    fn other_advice_is_a_sentence_with_its_sources_joined() {
        let advice = |sources: &[Source]| OtherAdvice {
            setting: Setting::ThankYouDue,
            sources: sources.to_vec(),
            says: "write within 48 hours".to_owned(),
        };
        assert_eq!(advice(&[Source::Plan]).sentence(), "Careers & Job Search: write within 48 hours.");
        let both = advice(&[Source::Star, Source::After]).sentence();
        assert_eq!(both, "The Star and a recruiter's post: write within 48 hours.");
        assert_eq!(advice(&[Source::After]).sentence(), "A recruiter's post: write within 48 hours.");
    }

    #[test]
    fn those_who_say_the_same_otherwise_are_named_together() {
        let views = other_advice(&action(Task::LinkedinRequest, Reason::TheyGaveTime), &CONSIDERED);
        let named: Vec<_> = views.into_iter().map(|view| (view.says, view.sources)).collect();
        assert_eq!(
            named,
            [
                ("add everyone you met".to_owned(), vec![Source::Hksm, Source::After]),
                ("add only those you really talked with".to_owned(), vec![Source::Accrue]),
                ("add only recruiters".to_owned(), vec![Source::Star]),
            ]
        );
    }

    #[test]
    fn what_an_action_rests_on_is_what_others_are_asked_about() {
        use Setting::{FirstFollowUp, FollowUps, LastMessage, LinkedinAudience, MoveOn};
        let about = |task, reason| settings_behind(&action(task, reason)).to_vec();
        let day = day("2026-03-13");
        assert_eq!(about(Task::FollowUp, Reason::NoPromise(day)), [FirstFollowUp, FollowUps]);
        assert_eq!(about(Task::FollowUp, Reason::SinceReply(day)), [FirstFollowUp, FollowUps]);
        assert_eq!(about(Task::FollowUp, Reason::SinceSent(day)), [FirstFollowUp, FollowUps]);
        assert_eq!(about(Task::FollowUp, Reason::StillSilent(day)), [FollowUps]);
        assert_eq!(about(Task::FollowUp, Reason::PromiseOver(day)), [FollowUps]);
        assert_eq!(about(Task::MoveOn, Reason::NeverAsked), [MoveOn, LastMessage]);
        assert_eq!(about(Task::LinkedinRequest, Reason::TheyAgreed), [LinkedinAudience]);
        assert_eq!(about(Task::LinkedinRequest, Reason::RecruiterAfterwards), []);
    }

    #[test]
    fn a_figure_is_told_with_who_found_it_where_it_bears_on_an_action() {
        let found_by = |task| {
            let told = evidence(task).unwrap_or_default();
            ["Robert Half, 2017", "Accountemps", "Greenhouse, 2024", "CareerBuilder"]
                .into_iter()
                .filter(|name| told.contains(name))
                .collect::<Vec<_>>()
        };
        assert_eq!(found_by(Task::ThankYou), ["Robert Half, 2017", "Accountemps"]);
        assert_eq!(found_by(Task::MoveOn), ["Greenhouse, 2024"]);
        assert_eq!(found_by(Task::DecideOffer), ["CareerBuilder"]);
        assert_eq!(found_by(Task::CompareOffers), ["CareerBuilder"]);
        assert_eq!(evidence(Task::Assess), None);
    }

    #[test]
    fn each_setting_has_a_heading_of_its_own() {
        assert_eq!(Setting::ThankYouAudience.name(), "Whom to thank");
        let names: std::collections::BTreeSet<_> = Setting::ALL.map(Setting::name).into();
        assert_eq!(names.len(), Setting::ALL.len());
    }

    #[test]
    fn no_playbook_disagrees_with_itself() {
        for action in actions() {
            for playbook in PlaybookId::ALL.map(Playbook::get) {
                let views = other_advice(&action, playbook);
                assert!(
                    views.iter().all(|view| playbook.source().is_none_or(|own| !view.sources.contains(&own)))
                );
            }
        }
    }
}
