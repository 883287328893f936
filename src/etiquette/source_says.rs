//! What a source says on an action, in a sentence of our own: its own value where it sets one, else the advice of the
//! rule.

use super::dissent::{settings_behind, to_do};
use super::{Action, Playbook, Rule, Source};
use crate::model::PlaybookId;
use crate::words;

/// What a cited source advises in this case, as a sentence. Empty for our own judgement, which is the reason itself.
pub fn source_says(source: Source, action: &Action) -> String {
    let playbook = PlaybookId::ALL.map(Playbook::get).into_iter().find(|it| it.source() == Some(source));
    let said = playbook.map_or_else(Vec::new, |playbook| {
        let settings = settings_behind(action).iter().filter(|setting| playbook.speaks_on(**setting));
        settings.map(|setting| to_do(playbook, *setting)).collect()
    });
    match (source, said.is_empty()) {
        (Source::Own, _) => String::new(),
        (_, true) => advice(action.rule).to_owned(),
        (_, false) => format!("{}.", words::capitalized(&said.join("; "))),
    }
}

/// The advice of a rule, where its sources say the same.
const fn advice(rule: Rule) -> &'static str {
    match rule {
        Rule::R1 => "Before you leave, ask what comes next and how to reach them, and thank each of them.",
        Rule::R3 => "Look back once at what to do better next time, then go on.",
        Rule::R4 => "Thank those who gave you their time, each in a note of their own.",
        Rule::R5 => "Where an address is missing, ask whoever arranged it, or look on LinkedIn.",
        Rule::R6 => "A short personal request is fine after an interview.",
        Rule::R7 => "Send what they asked for, by the day that they asked for.",
        Rule::R9 => "Let the day that they named go by, then ask where things stand, kindly and briefly.",
        Rule::R10 => "If nothing comes, ask once more.",
        Rule::R11 => "Take a long silence as an answer, and put your strength into the next one.",
        Rule::R14 => "Thank them for their answer, and leave the door open.",
        Rule::R15 => "Stay connected with the recruiter, who has other jobs to fill.",
        Rule::R16 => "Stay in touch with those you met, also where nothing came of it.",
        Rule::R17 => "Keep searching until an offer is signed.",
        Rule::R19 => "Have an offer in writing before you build on it.",
        Rule::R22 => "Compare pay, benefits, people, duties, room to grow, and time for your life.",
        Rule::R23 => "Nothing is settled before you have signed.",
        Rule::R25 => "Go through what you learned before the next interview.",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::testing::*;
    use crate::model::Task;

    #[test]
    fn each_source_is_told_with_what_it_says_itself() {
        let told = acme().met(FIRST, "2026-03-03T10:00", "2026-03-03T11:00", &[DANA]);
        let plan = planned(&search([told]), "2026-03-03T12:00");
        let said = |task: Task, source: Source| {
            source_says(source, plan.actions.iter().find(|action| action.task() == task).unwrap())
        };
        assert_eq!(said(Task::ThankYou, Source::Plan), "Write within 48 hours; thank everyone you met.");
        assert_eq!(said(Task::ThankYou, Source::Star), "Write by the end of the next day.");
        assert_eq!(said(Task::ThankYou, Source::After), "Thank everyone you met.");
        assert_eq!(said(Task::FollowUp, Source::Star), "Ask after seven days; ask only once.");
        assert_eq!(said(Task::FollowUp, Source::After), advice(Rule::R9));
        assert_eq!(said(Task::RecordInterview, Source::Own), "");
    }

    #[test]
    fn whatever_a_source_is_cited_for_is_said() {
        for rule in Rule::ALL {
            // They propose no actions.
            let shapes_others = matches!(rule, Rule::R8 | Rule::R12 | Rule::R13);
            let is_ours = rule.sources() == [Source::Own];
            assert_eq!(advice(rule).is_empty(), is_ours || shapes_others, "{rule:?}");
        }
    }
}
