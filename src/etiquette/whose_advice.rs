//! Whose advice it is, where it is not all the sources': Considered's, where the chosen playbook is silent, or our own.

use super::dissent::settings_behind;
use super::{Action, Playbook, Reason, Rule, Setting};
use crate::words;

/// On what the chosen playbook is silent, so that Considered's value was taken, as a sentence. `None` where it speaks.
pub fn silence(action: &Action, playbook: &Playbook) -> Option<String> {
    let speaks_of_it = playbook.source().is_some_and(|own| action.sources.contains(own));
    let silent = settings_behind(action).iter().filter(|setting| !playbook.speaks_on(**setting));
    let silent: Vec<&str> = silent.map(|setting| setting.question()).collect();
    let told = if silent.is_empty() || !speaks_of_it {
        "Your playbook says nothing here; this is our reading of all five.".to_owned()
    } else {
        format!("Your playbook does not say {}; that is from Considered.", words::list(&silent))
    };
    action.borrowed.then_some(told)
}

/// That the number of days is ours, as a sentence, where advice that no source counts in days is given a time.
pub fn whose_days(action: &Action, playbook: &Playbook) -> Option<&'static str> {
    let own_days = playbook.source().is_some() && playbook.speaks_on(Setting::MoveOn);
    let ours = match action.rule {
        Rule::R3
        | Rule::R6
        | Rule::R14
        | Rule::R15
        | Rule::R16
        | Rule::R17
        | Rule::R19
        | Rule::R22
        | Rule::R25 => true,
        Rule::R9 => matches!(action.reason, Reason::PromiseOver(_)),
        Rule::R11 => !own_days,
        _ => false,
    };
    ours.then_some("That it is right is their advice; how many days is ours.")
}

impl Setting {
    /// What it answers: "whom to thank".
    const fn question(self) -> &'static str {
        match self {
            Self::ThankYouDue => "by when",
            Self::ThankYouAudience => "whom to thank",
            Self::Note => "what the note is for",
            Self::LinkedinAudience => "whom to add",
            Self::FirstFollowUp => "when to ask",
            Self::FollowUps => "how often to ask",
            Self::MoveOn => "when to let go",
            Self::LastMessage => "whether a last message may go",
            Self::Proofread => "whether a friend reads it",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::{PlaybookId, Task};

    /// Some action for that reason.
    fn action(reason: Reason) -> Action {
        let told = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        Action { reason, ..planned(&search([told]), "2026-03-03T12:00").actions.remove(0) }
    }

    #[test]
    fn a_playbook_that_is_silent_says_on_what() {
        let told = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        let told = |id, task| {
            let plan = planned(&under(id, search([told.clone()])), "2026-03-03T12:00");
            let action = plan.actions.iter().find(|action| action.task() == task).unwrap();
            silence(action, Playbook::get(id)).unwrap_or_default()
        };
        let of = |what| format!("Your playbook does not say {what}; that is from Considered.");
        assert_eq!(told(PlaybookId::Star, Task::ThankYou), of("whom to thank"));
        assert_eq!(told(PlaybookId::After, Task::ThankYou), of("by when"));
        assert_eq!(told(PlaybookId::Plan, Task::ThankYou), "");
        assert_eq!(told(PlaybookId::After, Task::FollowUp), of("when to ask and how often to ask"));
        let nothing = "Your playbook says nothing here; this is our reading of all five.";
        assert_eq!(told(PlaybookId::Hksm, Task::FollowUp), nothing);
        assert_eq!(told(PlaybookId::Considered, Task::ThankYou), "");
    }

    #[test]
    fn how_many_days_is_ours_where_no_source_counts_them() {
        let ours = |rule, reason, id| {
            let mut action = action(reason);
            action.rule = rule;
            whose_days(&action, Playbook::get(id)).is_some()
        };
        let (day, considered) = (day("2026-03-13"), PlaybookId::Considered);
        assert!(ours(Rule::R9, Reason::PromiseOver(day), considered), "ACCRUE says after it, not when");
        assert!(!ours(Rule::R9, Reason::NoPromise(day), considered), "two sources count");
        assert!(ours(Rule::R11, Reason::SilentSince(day), considered));
        assert!(!ours(Rule::R11, Reason::SilentSince(day), PlaybookId::Star), "three weeks are The Star's");
        assert!(ours(Rule::R14, Reason::TheySaidNo, considered));
        assert!(!ours(Rule::R18, Reason::TheyOffered, considered), "all of it is ours, and cited so");
    }
}
