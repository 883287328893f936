//! The form that looks back at a round, and the lessons of all rounds.

use super::{Line, Route, when};
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
    pub home: String,
    /// What is noted so far, as the form begins with it.
    pub debrief: Debrief,
    /// Which letter takes up the point missed and the better answer, in a sentence.
    pub reaches: String,
    /// Lessons of other rounds, the latest first.
    pub lessons: Vec<Line>,
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
            home: Route::Opportunity(home.id).href(),
            debrief: this.debrief.clone().unwrap_or_default(),
            reaches: reaches(records, home, round, now),
            lessons: lessons(records, Some(round), now),
        })
    }
}

/// The lessons that hold all words of a search.
pub fn find_lessons(lessons: &[Line], search: &str) -> Vec<Line> {
    let wanted: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let holds = |lesson: &&Line| {
        let text = format!("{} {}", lesson.title, lesson.about).to_lowercase();
        wanted.iter().all(|word| text.contains(word))
    };
    lessons.iter().filter(holds).cloned().collect()
}

/// All lessons but one round's, the latest first, each with where it is from: "Acme, on 13 March".
pub fn lessons<Tz: TimeZone>(records: &Records, but: Option<RoundId>, now: &Now<Tz>) -> Vec<Line> {
    let mut lessons: Vec<(Stamp, Line)> = Vec::new();
    for home in records.opportunities.values() {
        for round in home.rounds.iter().filter(|round| Some(round.id) != but) {
            let lesson = round.debrief.as_ref().map_or("", |debrief| debrief.lesson.trim());
            if !lesson.is_empty() {
                let on = when::back_then(round.ends, now);
                let line = Line {
                    title: lesson.to_owned(),
                    href: Some(Route::Opportunity(home.id).href()),
                    about: format!("{}, {on}", home.company),
                    ..Line::default()
                };
                lessons.push((round.ends, line));
            }
        }
    }
    crate::sorting::by_key(&mut lessons, |(at, _)| std::cmp::Reverse(*at));
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
        let lesson = |text: &str, from: &str| Line {
            title: text.to_owned(),
            about: from.to_owned(),
            ..Line::default()
        };
        let all =
            [lesson("Ask about the team first", "Acme, on 3 March"), lesson("Breathe", "Globex, on 1 March")];
        assert_eq!(find_lessons(&all, "").len(), 2);
        assert_eq!(find_lessons(&all, "TEAM acme").len(), 1);
        assert!(find_lessons(&all, "salary").is_empty());
    }
}
