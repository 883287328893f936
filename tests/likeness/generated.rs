//! Letters of our own templates, as a panel of eight gets them, and as somebody would paste them on.

use super::notes::SPARE;
use afterword::etiquette::Now;
use afterword::letters::{LetterRequest, compose, variants};
use afterword::model::{
    ActionKey, Conversation, Course, Met, Opportunity, OpportunityId, Person, PersonId, Records, Role, Round,
    RoundId, Stamp, Task, Tone, uuid_v7,
};
use chrono::{TimeZone, Utc};

const TOPICS: [&str; 3] = ["the move to Postgres", "how they plan a week", ""];

fn id(n: u8) -> uuid::Uuid {
    uuid_v7(1_700_000_000_000 + u64::from(n), [n; 10])
}

fn at(day: u32, hour: u32) -> Stamp {
    Utc.with_ymd_and_hms(2026, 3, day, hour, 0, 0).unwrap().into()
}

/// Every build of a thank-you to Dana, on that topic.
fn builds(role: Role, conversation: Conversation, topic: &str) -> Vec<String> {
    let dana = PersonId(id(1));
    let mut records = Records::default();
    "Sam".clone_into(&mut records.settings.name);
    records.people.insert(dana, Person::new(dana, "Dana", role));
    let mut round = Round::new(RoundId(id(2)), at(6, 10), at(6, 11));
    let met = Met { conversation, talked_about: topic.to_owned(), ..Met::new(dana) };
    round.course = Some(Course { met: vec![met], ..Course::default() });
    let mut acme = Opportunity::new(OpportunityId(id(3)), "Acme", "Data Analyst");
    let key = ActionKey {
        opportunity: Some(acme.id),
        round: Some(round.id),
        person: Some(dana),
        ..ActionKey::new(Task::ThankYou)
    };
    acme.rounds.push(round);
    records.opportunities.insert(acme.id, acme);
    let request = LetterRequest::new(key, Tone::Plain);
    let now = Now::new(at(9, 9), Utc);
    let body = |variant| compose(&records, &LetterRequest { variant, ..request.clone() }, &now).unwrap().body;
    (0..variants(&records, &request, &now)).map(body).collect()
}

/// What a pair is, the two bodies, and whether they are alike.
pub fn pairs() -> Vec<(String, String, String, bool)> {
    let mut pairs = Vec::new();
    for (role, conversation) in [
        (Role::Interviewer, Conversation::Significant),
        (Role::Recruiter, Conversation::Significant),
        (Role::Interviewer, Conversation::Brief),
    ] {
        let all = TOPICS.map(|topic| builds(role, conversation, topic));
        let [first, second, _] = &all;
        for (at, build) in first.iter().enumerate() {
            let what = |sort: &str| format!("{sort}: {role:?} {conversation:?} {at}");
            // To two people who talked of different things; of the same; of nothing in particular.
            for other in second.iter().skip(at + 1) {
                pairs.push((what("two builds"), build.clone(), other.clone(), false));
            }
            for topic in &all {
                for other in topic.iter().skip(at + 1) {
                    pairs.push((what("two builds of one topic"), topic[at].clone(), other.clone(), false));
                }
            }
            let renamed = build.replace("Dana", "Ben").replace("Friday", "Monday");
            pairs.push((what("renamed"), build.clone(), renamed, true));
            pairs.push((what("filled"), build.clone(), second[at].replace("Dana", "Ben"), true));
            let mut sentences: Vec<&str> = build.split_inclusive(". ").collect();
            let middle = sentences.len() / 2;
            let spare = format!("{} ", SPARE[at % SPARE.len()]);
            sentences[middle] = &spare;
            pairs.push((what("pasted"), build.clone(), sentences.concat(), true));
        }
    }
    pairs
}
