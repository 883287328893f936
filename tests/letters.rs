//! Every letter, with all facts and with the barest, in every tone and build: whole sentences, nothing left blank.
//! What each looks like is under `tests/snapshots`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // tests fail by panicking

use afterword::etiquette::Moment;
use afterword::letters::{Check, Context, Decision, Kind, Order, check, compose, variants};
use afterword::model::{
    ActionKey, Channel, Conversation, Course, Debrief, Deliverable, Event, EventId, EventKind, Feeling,
    ItemId, Letter, Met, Offer, OfferId, Opportunity, OpportunityId, Permission, Person, PersonId, Records,
    ReplyBy, Role, Round, RoundId, Stamp, Task, Tone, uuid_v7,
};
use afterword::words;
use chrono::{NaiveDate, TimeZone, Utc};
use std::fmt::Write;

const TONES: [Tone; 3] = [Tone::Warm, Tone::Plain, Tone::Formal];

fn id(n: u8) -> uuid::Uuid {
    uuid_v7(1_700_000_000_000 + u64::from(n), [n; 10])
}

fn at(month: u32, day: u32, hour: u32) -> Stamp {
    Utc.with_ymd_and_hms(2026, month, day, hour, 0, 0).unwrap()
}

fn now() -> Moment<Utc> {
    Moment::new(at(3, 10, 9), Utc)
}

/// How much is known.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Known {
    All,
    Barest,
}

/// Whom it goes to, and what the round was like.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Scene {
    known: Known,
    role: Role,
    conversation: Conversation,
    met: bool,
    permission: Permission,
    badly: bool,
    last_of_two: bool,
    promised: Option<u32>,
    over: bool,
}

impl Scene {
    const fn of(known: Known) -> Self {
        Self {
            known,
            role: Role::Interviewer,
            conversation: Conversation::Significant,
            met: true,
            permission: Permission::NotAsked,
            badly: false,
            last_of_two: false,
            promised: None,
            over: false,
        }
    }
}

const ACME: u8 = 1;
const OTHER: u8 = 2;
const DANA: u8 = 3;
const ROUND: u8 = 4;
const ITEM: u8 = 5;
const OFFER: u8 = 6;

fn records(scene: Scene) -> Records {
    let all = scene.known == Known::All;
    let word = |text: &str| if all { text.to_owned() } else { String::new() };
    let mut records = Records::default();
    records.settings.name = word("Sam Field");
    let dana = PersonId(id(DANA));
    records.people.insert(dana, Person::new(dana, "Dana Reyes", scene.role));
    let mut acme = Opportunity::new(OpportunityId(id(ACME)), "Acme", word("Data Analyst"));
    let mut met = Met::new(dana);
    met.conversation = scene.conversation;
    met.linkedin = scene.permission;
    met.talked_about = word("The move to Postgres.");
    met.skill = word("five years of running databases");
    let mut round = Round::new(RoundId(id(ROUND)), at(3, 6, 10), at(3, 6, 11));
    if scene.last_of_two {
        let mut first = Round::new(RoundId(id(20)), at(2, 20, 10), at(2, 20, 11));
        first.course = Some(Course { met: vec![met.clone()], ..Course::default() });
        acme.rounds.push(first);
        round.title = "Final round".to_owned();
    }
    let promise = |day| ReplyBy::Date(NaiveDate::from_ymd_opt(2026, 3, day).unwrap());
    let item = Deliverable { id: ItemId(id(ITEM)), what: word("Two work samples"), by: day(11) };
    round.course = Some(Course {
        met: if scene.met { vec![met] } else { Vec::new() },
        reply_by: scene.promised.map_or(ReplyBy::NotTold, promise),
        contact_by: Some(Channel::Email),
        deliver: vec![item],
        ..Course::default()
    });
    if all {
        round.debrief = Some(Debrief {
            feeling: if scene.badly { Feeling::Badly } else { Feeling::Mixed },
            question: "How do you deal with a failing pipeline?".to_owned(),
            better_answer: "I would stop the load first, then replay it from the last good state".to_owned(),
            point_missed: "I have led two migrations of this size".to_owned(),
            ..Debrief::default()
        });
    } else if scene.badly {
        round.debrief = Some(Debrief { feeling: Feeling::Badly, ..Debrief::default() });
    }
    acme.rounds.push(round);
    if scene.over {
        acme.events.push(event(30, at(3, 9, 9), EventKind::Rejected { person: None }));
    }
    if all {
        acme.events.push(event(31, at(2, 27, 9), EventKind::FollowUpSent { person: Some(dana) }));
    }
    let mut other = Opportunity::new(OpportunityId(id(OTHER)), "Globex", word("Data Engineer"));
    let mut offer = Offer::new(OfferId(id(OFFER)), at(3, 9, 12));
    offer.respond_by = all.then(|| at(3, 20, 17));
    offer.written = all.then(|| at(3, 9, 15));
    other.offers.push(offer);
    records.opportunities.insert(acme.id, acme);
    records.opportunities.insert(other.id, other);
    records
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn event(n: u8, at: Stamp, what: EventKind) -> Event {
    Event { id: EventId(id(n)), at, what, letter: None, against_advice: false }
}

/// An order for each kind, in the scene's records.
fn order(kind: Kind, tone: Tone) -> Order {
    let (acme, offer) = (Some(OpportunityId(id(ACME))), Some(OfferId(id(OFFER))));
    let dana = Some(PersonId(id(DANA)));
    let round = Some(RoundId(id(ROUND)));
    let new = |task| ActionKey { opportunity: acme, ..ActionKey::new(task) };
    let key = match kind {
        Kind::ThankYou => ActionKey { round, person: dana, ..new(Task::ThankYou) },
        Kind::LinkedinRequest => ActionKey { person: dana, ..new(Task::LinkedinRequest) },
        Kind::FindContact => ActionKey { round, person: dana, ..new(Task::FindContact) },
        Kind::FollowUp => ActionKey { nth: Some(1), ..new(Task::FollowUp) },
        Kind::LastFollowUp => ActionKey { nth: Some(2), ..new(Task::FollowUp) },
        Kind::Deliver => ActionKey { round, item: Some(ItemId(id(ITEM))), ..new(Task::Deliver) },
        Kind::ReplyToRejection => new(Task::ReplyToRejection),
        Kind::KeepInTouch => ActionKey { person: dana, ..ActionKey::new(Task::KeepInTouch) },
        Kind::AcknowledgeOffer => ActionKey { offer, ..new(Task::AcknowledgeOffer) },
        Kind::GetItInWriting => ActionKey { offer, ..new(Task::GetItInWriting) },
        Kind::AskForTime => ActionKey { offer, ..new(Task::AskForTime) },
        Kind::TellOthers => ActionKey { offer, ..new(Task::TellOthers) },
        Kind::Withdraw => ActionKey { offer, ..new(Task::Withdraw) },
        Kind::Decline | Kind::Accept => ActionKey { offer, ..new(Task::DecideOffer) },
    };
    let decision = if kind == Kind::Decline { Decision::Decline } else { Decision::Accept };
    Order { to: dana, decision, ..Order::new(key, tone) }
}

/// The scenes that make a difference to a kind.
fn scenes(kind: Kind) -> Vec<(&'static str, Scene, bool)> {
    let mut scenes = Vec::new();
    for known in [Known::All, Known::Barest] {
        let plain = Scene::of(known);
        scenes.push(("", plain, false));
        match kind {
            Kind::ThankYou => {
                scenes.push(("hiring manager", Scene { role: Role::HiringManager, ..plain }, false));
                scenes.push(("recruiter", Scene { role: Role::Recruiter, ..plain }, false));
                scenes.push(("met briefly", Scene { conversation: Conversation::Brief, ..plain }, false));
                scenes.push(("not met", Scene { met: false, ..plain }, false));
                scenes.push(("last round", Scene { last_of_two: true, promised: Some(13), ..plain }, false));
                scenes.push(("went badly", Scene { badly: true, ..plain }, false));
            }
            Kind::LinkedinRequest => {
                scenes.push(("agreed", Scene { permission: Permission::Allowed, ..plain }, false));
                scenes.push(("recruiter", Scene { role: Role::Recruiter, met: false, ..plain }, false));
                scenes.push(("after a no", Scene { role: Role::Recruiter, over: true, ..plain }, false));
            }
            Kind::FollowUp | Kind::LastFollowUp => {
                scenes.push(("promised", Scene { promised: Some(9), ..plain }, false));
                scenes.push(("carrying thanks", plain, true));
            }
            Kind::AskForTime => {
                scenes.push(("another answer later", Scene { promised: Some(25), ..plain }, false));
            }
            _ => {}
        }
    }
    scenes
}

#[test]
fn every_letter_reads_as_whole_sentences() {
    let mut faults = Vec::new();
    for kind in Kind::ALL {
        let mut shown = String::new();
        for (name, scene, carries_thanks) in scenes(kind) {
            let records = records(scene);
            for long in if kind.is_short() { vec![false, true] } else { vec![false] } {
                for tone in TONES {
                    let order = Order { carries_thanks, long, ..order(kind, tone) };
                    for variant in 0..variants(&records, &order, &now()) {
                        let letter = compose(&records, &Order { variant, ..order.clone() }, &now()).unwrap();
                        let which = format!("{kind:?} {:?} {name} {tone:?} {variant}", scene.known);
                        assert_reads_well(&letter, kind, long, &which);
                        faults.extend(faults_found(&letter, &records, &order, scene.known, &which));
                        // The snapshot shows each text once: warm of every build, the other tones of the first.
                        if tone == Tone::Warm || (variant == 0 && name.is_empty()) {
                            writeln!(shown, "── {which}\n{}\n\n{}\n", letter.subject, letter.body).unwrap();
                        }
                    }
                }
            }
        }
        insta::assert_snapshot!(format!("{kind:?}"), shown);
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n\n"));
}

/// Our own letters stand up to our own checks; the barest lack what only the user can add.
fn faults_found(
    letter: &Letter,
    records: &Records,
    order: &Order,
    known: Known,
    which: &str,
) -> Option<String> {
    let context = Context::of(records, order, &now()).unwrap();
    let mut found = check(letter, &context);
    // That the time is wrong is the scene's doing, not the letter's.
    found.retain(|finding| finding.check != Check::TooEarly);
    if known == Known::Barest {
        found.retain(|finding| {
            !matches!(finding.check, Check::Unsigned | Check::Impersonal | Check::TooShort)
        });
    }
    let found: Vec<String> = found.iter().map(|one| format!("{:?}: {}", one.check, one.reason)).collect();
    (!found.is_empty()).then(|| format!("{which}: {}\n{}", found.join("; "), letter.body))
}

/// What the code can tell of "reads as whole sentences".
fn assert_reads_well(letter: &Letter, kind: Kind, long: bool, which: &str) {
    let text = format!("{}\n{}", letter.subject, letter.body);
    for fault in
        ["  ", "{", "}", "[", "]", "|", "<", ">", " ,", " .", " ;", " ?", ",.", "..", ";.", ",,", ":.", "!"]
    {
        assert!(!text.contains(fault), "{which} has {fault:?}:\n{text}");
    }
    assert_eq!(letter.subject.is_empty(), kind.is_short(), "{which}: a subject where there is room for one");
    for paragraph in letter.body.split("\n\n") {
        assert!(!paragraph.is_empty(), "{which} has an empty paragraph:\n{text}");
    }
    let paragraphs: Vec<&str> = letter.body.split("\n\n").collect();
    let inner = if kind.is_short() { &paragraphs[..] } else { &paragraphs[1..paragraphs.len() - 1] };
    for paragraph in inner {
        assert!(paragraph.ends_with(['.', '?']), "{which} ends in the middle:\n{text}");
        for sentence in paragraph.replace("? ", ". ").split(". ") {
            let first = sentence.chars().find(|letter| letter.is_alphabetic());
            assert!(first.is_some_and(char::is_uppercase), "{which}: {sentence:?}\n{text}");
        }
    }
    if kind.is_short() {
        assert!(letter.body.chars().count() <= if long { 300 } else { 200 }, "{which} is too long:\n{text}");
    } else {
        let last = paragraphs[paragraphs.len() - 1];
        assert!(!last.ends_with(','), "{which}: a comma waits for a name");
        assert!(words::word_count(&letter.body) < 230, "{which} is too long:\n{text}");
    }
}
