//! The form that looks back at a round, and the lessons of all rounds.

use super::{Route, when};
use crate::etiquette::Now;
use crate::letters::{DebriefPlacement, debrief_placement};
use crate::model::{Debrief, Opportunity, OpportunityId, Records, RoundId, Stamp};
use crate::words;
use chrono::TimeZone;

/// The look back at one round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LookBack {
    /// "Acme, Analyst".
    pub about: String,
    /// "on Friday"; "Panel, on Friday" for a round with a title.
    pub when: String,
    /// The opportunity's page.
    pub home: Route,
    /// What is noted so far, as the form begins with it.
    pub debrief: Debrief,
    /// Which letter takes up the point missed and the better answer, in a sentence.
    pub reaches: String,
    /// Lessons of other rounds, the latest first.
    pub lessons: Vec<Lesson>,
}

/// A lesson of a round.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Lesson {
    /// The lesson itself.
    pub text: String,
    /// "Acme, on 13 March".
    pub from: String,
    /// The opportunity's page.
    pub home: Route,
}

impl LookBack {
    /// The look back at a round; `None` where the round or its opportunity was removed.
    pub fn of<Tz: TimeZone>(
        records: &Records,
        opportunity: OpportunityId,
        round: RoundId,
        now: &Now<Tz>,
    ) -> Option<Self> {
        let home = records.opportunities.get(&opportunity)?;
        let this = home.round(round)?;
        let on = when::back_then(this.ends, now);
        let job = words::titled(&home.role, "");
        Some(Self {
            about: if job.is_empty() { home.company.clone() } else { format!("{}, {job}", home.company) },
            when: if this.title.is_empty() { on } else { format!("{}, {on}", this.title) },
            home: Route::Opportunity(home.id),
            debrief: this.debrief.clone().unwrap_or_default(),
            reaches: reaches(records, home, round, now),
            lessons: lessons(records, Some(round), now),
        })
    }

    /// The lessons that hold all words of a search.
    pub fn found(lessons: &[Lesson], search: &str) -> Vec<Lesson> {
        let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
        let holds = |lesson: &&Lesson| {
            let text = format!("{} {}", lesson.text, lesson.from).to_lowercase();
            wanted.iter().all(|word| text.contains(word))
        };
        lessons.iter().filter(holds).cloned().collect()
    }
}

/// All lessons, the latest first.
pub fn all_lessons<Tz: TimeZone>(records: &Records, now: &Now<Tz>) -> Vec<Lesson> {
    lessons(records, None, now)
}

/// All lessons but one round's, the latest first.
fn lessons<Tz: TimeZone>(records: &Records, but: Option<RoundId>, now: &Now<Tz>) -> Vec<Lesson> {
    let mut lessons: Vec<(Stamp, Lesson)> = Vec::new();
    for home in records.opportunities.values() {
        for round in home.rounds.iter().filter(|round| Some(round.id) != but) {
            let lesson = round.debrief.as_ref().map_or("", |debrief| debrief.lesson.trim());
            if !lesson.is_empty() {
                let on = when::back_then(round.ends, now);
                let from = format!("{}, {on}", home.company);
                let lesson = Lesson { text: lesson.to_owned(), from, home: Route::Opportunity(home.id) };
                lessons.push((round.ends, lesson));
            }
        }
    }
    crate::order::by_key(&mut lessons, |(at, _)| std::cmp::Reverse(*at));
    lessons.into_iter().map(|(_, lesson)| lesson).collect()
}

/// Which letter still takes up what was missed.
fn reaches<Tz: TimeZone>(records: &Records, home: &Opportunity, round: RoundId, now: &Now<Tz>) -> String {
    match debrief_placement(records, home, round, now.at) {
        DebriefPlacement::ThankYou { person, begun } => {
            let name = records.people.get(&person).map_or("them", |person| person.name.as_str());
            let name = words::first_name(name);
            if begun {
                format!("Your thank-you to {name} is begun. There you will be offered to add both.")
            } else {
                format!("Both go into your thank-you to {name}.")
            }
        }
        DebriefPlacement::FollowUp => "Your follow-up takes up the point that you missed.".to_owned(),
        DebriefPlacement::AlreadySent => "A letter that went out has said it.".to_owned(),
        DebriefPlacement::Nowhere => "These stay with you, for the next time.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lessons_are_found_by_any_of_their_words() {
        let lesson =
            |text: &str, from: &str| Lesson { text: text.into(), from: from.into(), home: Route::Today };
        let all =
            [lesson("Ask about the team first", "Acme, on 3 March"), lesson("Breathe", "Globex, on 1 March")];
        assert_eq!(LookBack::found(&all, "").len(), 2);
        assert_eq!(LookBack::found(&all, "TEAM acme").len(), 1);
        assert!(LookBack::found(&all, "salary").is_empty());
    }
}
