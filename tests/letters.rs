//! Every letter, with all facts and with the barest, in every tone and variant: whole sentences, nothing left blank.
//! What each looks like is under `tests/snapshots`.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // tests fail by panicking

use afterword::etiquette::{History, Now, plan};
use afterword::exchange::mailto::mailto;
use afterword::letters::{
    ALIKE, Check, CheckContext, Fingerprint, LetterKind, LetterRequest, Weight, check, compose,
    like_passages, likeness, variants,
};
use afterword::model::{
    ActionKey, Channel, Conversation, Course, Debrief, Decision, Deliverable, Draft, Event, EventId,
    EventKind, Feeling, Interest, ItemId, Letter, Manner, Met, Offer, OfferId, Opportunity, OpportunityId,
    Permission, Person, PersonId, PlaybookId, Records, ReplyBy, Role, Round, RoundId, Stamp, Task, Tone,
    uuid_v7,
};
use afterword::words;
use chrono::{NaiveDate, TimeZone, Utc};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

fn id(n: u8) -> uuid::Uuid {
    uuid_v7(1_700_000_000_000 + u64::from(n), [n; 10])
}

fn at(month: u32, day: u32, hour: u32) -> Stamp {
    Utc.with_ymd_and_hms(2026, month, day, hour, 0, 0).unwrap().into()
}

fn now() -> Now<Utc> {
    Now::new(at(3, 10, 9), Utc)
}

/// How much is known.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Known {
    All,
    Barest,
}

/// Whom it goes to, and what the round was like.
#[derive(Clone, Copy, PartialEq, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is one thing that can be so
struct Scene {
    known: Known,
    role: Role,
    conversation: Conversation,
    met: bool,
    permission: Permission,
    badly: bool,
    last_of_two: bool,
    promised: Option<u32>,
    by_dana: bool,
    announced: bool,
    over: bool,
    interest: Interest,
    signed: Signed,
    manner: Manner,
    agency: Agency,
    coming: bool,
    off: bool,
    spoken: bool,
    /// How many others were met, of whom no address is known.
    others: u8,
    /// What was talked about, as noted.
    topic: &'static str,
    skill: &'static str,
    item: &'static str,
}

/// Whether an agency stands between.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Agency {
    None,
    /// Dana is its recruiter.
    Dana,
    /// Max is.
    Max,
}

/// Whose offer is signed.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Signed {
    Nobodys,
    Theirs,
    Elsewhere,
    /// That of others, while theirs is open too.
    ElsewhereOfTwo,
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
            by_dana: false,
            announced: false,
            over: false,
            interest: Interest::Keen,
            signed: Signed::Nobodys,
            manner: Manner::British,
            agency: Agency::None,
            coming: false,
            off: false,
            spoken: false,
            others: 0,
            topic: "The move to Postgres.",
            skill: "five years of running databases",
            item: "Two work samples",
        }
    }
}

const ACME: u8 = 1;
const OTHER: u8 = 2;
const DANA: u8 = 3;
const ROUND: u8 = 4;
const ITEM: u8 = 5;
const OFFER: u8 = 6;
const MAX: u8 = 7;

fn records(scene: Scene) -> Records {
    let all = scene.known == Known::All;
    let word = |text: &str| if all { text.to_owned() } else { String::new() };
    let mut records = Records::default();
    records.settings.name = word("Sam Field");
    records.settings.manner = Some(scene.manner);
    let (dana, max) = (PersonId(id(DANA)), PersonId(id(MAX)));
    records.people.insert(dana, Person::new(dana, "Dana Reyes", scene.role));
    records.people.insert(max, Person::new(max, "Max Hale", Role::Recruiter));
    let mut acme = Opportunity::new(OpportunityId(id(ACME)), "Acme", word("Data Analyst"));
    acme.via = match scene.agency {
        Agency::None => None,
        Agency::Dana => Some(dana),
        Agency::Max => Some(max),
    };
    let mut met = Met::new(dana);
    met.conversation = scene.conversation;
    met.linkedin = scene.permission;
    met.talked_about = word(scene.topic);
    met.skill = word(scene.skill);
    let others: Vec<Met> = (0..scene.others)
        .map(|n| {
            let person = PersonId(id(80 + n));
            let name = ["Ben Ode", "Priya Nair"][usize::from(n)];
            records.people.insert(person, Person::new(person, name, Role::Interviewer));
            Met::new(person)
        })
        .collect();
    let mut round = Round::new(RoundId(id(ROUND)), at(3, 6, 10), at(3, 6, 11));
    if scene.last_of_two {
        let mut first = Round::new(RoundId(id(20)), at(2, 20, 10), at(2, 20, 11));
        first.course = Some(Course { met: vec![met.clone()], ..Course::default() });
        acme.rounds.push(first);
        "Final round".clone_into(&mut round.title);
    }
    let promise = |day| ReplyBy::Date(NaiveDate::from_ymd_opt(2026, 3, day).unwrap());
    let item = Deliverable { id: ItemId(id(ITEM)), what: word(scene.item), by: day(11) };
    round.course = Some(Course {
        met: if scene.met { std::iter::once(met).chain(others).collect() } else { Vec::new() },
        reply_by: scene.promised.map_or(ReplyBy::NotTold, promise),
        promised_by: scene.by_dana.then_some(dana),
        contact_by: Some(Channel::Email),
        deliver: vec![item],
        ..Course::default()
    });
    if all {
        round.debrief = Some(Debrief {
            feeling: if scene.badly { Feeling::Badly } else { Feeling::Mixed },
            interest: scene.interest,
            question: "How do you deal with a failing pipeline?".to_owned(),
            better_answer: "I would stop the load first, then replay it from the last good state".to_owned(),
            point_missed: "I have led two migrations of this size".to_owned(),
            ..Debrief::default()
        });
    } else if scene.badly || scene.interest != Interest::Keen {
        let interest = scene.interest;
        round.debrief = Some(Debrief { feeling: Feeling::Badly, interest, ..Debrief::default() });
    }
    acme.rounds.push(round);
    if scene.coming {
        acme.rounds.push(Round::new(RoundId(id(21)), at(3, 20, 10), at(3, 20, 11)));
    }
    if scene.off {
        let off = Round::new(RoundId(id(22)), at(3, 9, 10), at(3, 9, 11));
        acme.rounds.push(Round { off: Some(at(3, 9, 12)), ..off });
    }
    if scene.over {
        acme.events.push(event(30, at(3, 9, 9), EventKind::Rejected { person: None }));
    }
    if scene.announced {
        acme.events.push(thanked("Thank you. I will add you on LinkedIn."));
    }
    if all {
        acme.events.push(event(31, at(2, 27, 9), EventKind::FollowUpSent { person: Some(dana) }));
    }
    let mut other = Opportunity::new(OpportunityId(id(OTHER)), "Globex", word("Data Engineer"));
    other.via = acme.via;
    let mut offer = Offer::new(OfferId(id(OFFER)), at(3, 9, 12));
    offer.respond_by = all.then(|| at(3, 20, 17));
    offer.written = (all && !scene.spoken).then(|| at(3, 9, 15));
    let signed = Offer { signed: Some(at(3, 9, 18)), ..offer.clone() };
    match scene.signed {
        Signed::Nobodys => other.offers.push(offer),
        Signed::Theirs => acme.offers.push(signed),
        Signed::Elsewhere => other.offers.push(signed),
        Signed::ElsewhereOfTwo => {
            other.offers.push(signed);
            acme.offers.push(Offer { id: OfferId(id(OFFER + 40)), ..offer });
        }
    }
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

/// Dana was thanked, in those words.
fn thanked(body: &str) -> Event {
    let sent = EventKind::ThankYouSent { person: PersonId(id(DANA)), round: RoundId(id(ROUND)) };
    let letter = Letter { subject: String::new(), body: body.to_owned() };
    Event { letter: Some(Box::new(letter)), ..event(32, at(3, 6, 15), sent) }
}

/// A request for each kind, in the scene's records.
fn request(kind: LetterKind, tone: Tone) -> LetterRequest {
    let (acme, offer) = (Some(OpportunityId(id(ACME))), Some(OfferId(id(OFFER))));
    let dana = Some(PersonId(id(DANA)));
    let round = Some(RoundId(id(ROUND)));
    let new = |task| ActionKey { opportunity: acme, ..ActionKey::new(task) };
    let key = match kind {
        LetterKind::ThankYou => ActionKey { round, person: dana, ..new(Task::ThankYou) },
        LetterKind::LinkedinRequest => ActionKey { person: dana, ..new(Task::LinkedinRequest) },
        LetterKind::FindContact => ActionKey { round, ..new(Task::FindContact) },
        LetterKind::FollowUp => ActionKey { nth: Some(1), ..new(Task::FollowUp) },
        LetterKind::LastFollowUp => ActionKey { nth: Some(2), ..new(Task::FollowUp) },
        LetterKind::Deliver => ActionKey { round, item: Some(ItemId(id(ITEM))), ..new(Task::Deliver) },
        LetterKind::ReplyToRejection => new(Task::ReplyToRejection),
        LetterKind::KeepInTouch => ActionKey { person: dana, ..ActionKey::new(Task::KeepInTouch) },
        LetterKind::AcknowledgeOffer => ActionKey { offer, ..new(Task::AcknowledgeOffer) },
        LetterKind::GetItInWriting => ActionKey { offer, ..new(Task::GetItInWriting) },
        LetterKind::AskForTime => ActionKey { offer, ..new(Task::AskForTime) },
        LetterKind::TellOthers => ActionKey { offer, ..new(Task::TellOthers) },
        LetterKind::Withdraw => ActionKey { offer, ..new(Task::Withdraw) },
        LetterKind::Decline | LetterKind::Accept | LetterKind::Negotiate | LetterKind::StepBack => {
            ActionKey { offer, ..new(Task::DecideOffer) }
        }
        LetterKind::NewDate => new(Task::AskNewDate),
        LetterKind::Answer => new(Task::AnswerThem),
    };
    let decision = match kind {
        LetterKind::Decline => Decision::Decline,
        LetterKind::Negotiate => Decision::Negotiate,
        LetterKind::StepBack => Decision::StepBack,
        _ => Decision::Accept,
    };
    LetterRequest { to: dana, decision, ..LetterRequest::new(key, tone) }
}

/// The request in a scene: whoever withdraws without a signature does so for no offer.
fn request_in(scene: Scene, kind: LetterKind, tone: Tone) -> LetterRequest {
    let mut request = request(kind, tone);
    if kind == LetterKind::Withdraw && scene.signed == Signed::Nobodys {
        request.key.offer = None;
    }
    request
}

/// The scenes that make a difference to a kind.
fn scenes(kind: LetterKind) -> Vec<(&'static str, Scene, bool)> {
    let mut scenes = Vec::new();
    for known in [Known::All, Known::Barest] {
        let plain = Scene::of(known);
        scenes.push(("", plain, false));
        match kind {
            LetterKind::ThankYou => {
                scenes.push(("hiring manager", Scene { role: Role::HiringManager, ..plain }, false));
                scenes.push(("recruiter", Scene { role: Role::Recruiter, ..plain }, false));
                scenes.push(("met briefly", Scene { conversation: Conversation::Brief, ..plain }, false));
                scenes.push(("not met", Scene { met: false, ..plain }, false));
                scenes.push(("last round", Scene { last_of_two: true, promised: Some(13), ..plain }, false));
                scenes.push(("promised", Scene { promised: Some(13), by_dana: true, ..plain }, false));
                scenes.push(("not for me", Scene { interest: Interest::NotForMe, ..plain }, false));
                scenes.push(("not sure", Scene { interest: Interest::NotSure, ..plain }, false));
                scenes.push(("through an agency", Scene { agency: Agency::Max, ..plain }, false));
                scenes.push(("signed with them", Scene { signed: Signed::Theirs, ..plain }, false));
                scenes.push(("signed elsewhere", Scene { signed: Signed::Elsewhere, ..plain }, false));
                let brief = Scene { conversation: Conversation::Brief, ..plain };
                let unmet = Scene { met: false, ..plain };
                scenes.push((
                    "not met, signed elsewhere",
                    Scene { signed: Signed::Elsewhere, ..unmet },
                    false,
                ));
                scenes.push(("not met, signed with them", Scene { signed: Signed::Theirs, ..unmet }, false));
                if known == Known::All {
                    let (topic, skill) = ("We need to scale", "Background in nursing");
                    scenes.push(("a sentence noted", Scene { topic, skill, ..plain }, false));
                }
                scenes.push((
                    "briefly, signed elsewhere",
                    Scene { signed: Signed::Elsewhere, ..brief },
                    false,
                ));
            }
            LetterKind::AcknowledgeOffer | LetterKind::ReplyToRejection => {
                scenes.push(("signed elsewhere", Scene { signed: Signed::Elsewhere, ..plain }, false));
                scenes.push(("spoken", Scene { spoken: true, ..plain }, false));
            }
            LetterKind::Accept => {
                scenes.push(("spoken", Scene { spoken: true, ..plain }, false));
            }
            LetterKind::FindContact => {
                scenes.push(("of three", Scene { others: 2, ..plain }, false));
            }
            LetterKind::KeepInTouch | LetterKind::Deliver if known == Known::All => {
                let plain = Scene { item: "Case study", topic: "The team needs to grow", ..plain };
                scenes.push(("noted in a hurry", plain, false));
            }
            LetterKind::NewDate => {
                scenes.push(("called off", Scene { off: true, ..plain }, false));
            }
            LetterKind::Answer => {
                scenes.push(("a round is coming", Scene { coming: true, ..plain }, false));
            }
            LetterKind::Withdraw => {
                scenes.push(("signed elsewhere", Scene { signed: Signed::Elsewhere, ..plain }, false));
                scenes.push(("signed here before", Scene { signed: Signed::Theirs, ..plain }, false));
                scenes.push((
                    "with their offer in hand",
                    Scene { signed: Signed::ElsewhereOfTwo, ..plain },
                    false,
                ));
            }
            LetterKind::LinkedinRequest => {
                scenes.push(("agreed", Scene { permission: Permission::Allowed, ..plain }, false));
                scenes.push(("announced", Scene { announced: true, ..plain }, false));
                scenes.push(("recruiter", Scene { role: Role::Recruiter, met: false, ..plain }, false));
                scenes.push(("after a no", Scene { role: Role::Recruiter, over: true, ..plain }, false));
            }
            LetterKind::FollowUp | LetterKind::LastFollowUp => {
                scenes.push(("promised", Scene { promised: Some(9), ..plain }, false));
                scenes.push(("promised by them", Scene { promised: Some(9), by_dana: true, ..plain }, false));
                scenes.push(("carrying thanks", plain, true));
            }
            LetterKind::AskForTime => {
                scenes.push(("another answer later", Scene { promised: Some(25), ..plain }, false));
            }
            _ => {}
        }
        if goes_to_agency(kind) {
            scenes.push(("to the agency", Scene { agency: Agency::Dana, ..plain }, false));
        }
    }
    scenes
}

/// Whether the agency's recruiter gets it in place of the company, where there is one.
fn goes_to_agency(kind: LetterKind) -> bool {
    use LetterKind::*;
    matches!(
        kind,
        FollowUp
            | LastFollowUp
            | ReplyToRejection
            | AcknowledgeOffer
            | GetItInWriting
            | AskForTime
            | TellOthers
            | Withdraw
            | Decline
            | Accept
    )
}

/// The three tones in both manners. The first is the one that is shown in full.
const VOICES: [(Manner, Tone); 6] = [
    (Manner::British, Tone::Warm),
    (Manner::British, Tone::Plain),
    (Manner::British, Tone::Formal),
    (Manner::American, Tone::Warm),
    (Manner::American, Tone::Plain),
    (Manner::American, Tone::Formal),
];

/// Kinds of which only the user can say the matter itself: they carry a gap.
fn has_gap(kind: LetterKind) -> bool {
    matches!(kind, LetterKind::Negotiate | LetterKind::NewDate | LetterKind::Answer)
}

/// All letters of a kind, to be read: each of the first voice in full, where it is like no other, and of the other voices
/// each sentence that they say differently.
#[derive(Default)]
struct Shown {
    full: String,
    by_text: BTreeMap<String, String>,
    otherwise: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

impl Shown {
    fn add(&mut self, which: &str, letter: &Letter) {
        let text = whole(letter);
        if let Some(same) = self.by_text.get(&text) {
            writeln!(self.full, "── {which}: as {same}\n").unwrap();
        } else {
            writeln!(self.full, "── {which}\n{text}\n").unwrap();
            self.by_text.insert(text, which.to_owned());
        }
    }

    /// A letter in another voice than `first`.
    fn add_voice(&mut self, which: &str, voice: &str, first: &Letter, letter: &Letter) {
        let (first, other) = (whole(first), whole(letter));
        let (one, another) = (sentences(&first), sentences(&other));
        if one.len() != another.len() {
            self.add(&format!("{which}, {voice}"), letter);
            return;
        }
        for (said, instead) in one.into_iter().zip(another).filter(|(said, instead)| said != instead) {
            let voices = self.otherwise.entry(said).or_default().entry(instead).or_default();
            if !voices.iter().any(|known| known == voice) {
                voices.push(voice.to_owned());
            }
        }
    }

    fn text(mut self) -> String {
        for (said, others) in &self.otherwise {
            writeln!(self.full, "≈ {said}").unwrap();
            for (instead, voices) in others {
                writeln!(self.full, "  {instead}  ({})", voices.join(", ")).unwrap();
            }
        }
        self.full
    }
}

fn whole(letter: &Letter) -> String {
    if letter.subject.is_empty() {
        letter.body.clone()
    } else {
        format!("{}\n\n{}", letter.subject, letter.body)
    }
}

fn sentences(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.is_empty());
    lines
        .flat_map(|line| {
            line.replace("? ", "?\0").replace(". ", ".\0").split('\0').map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn every_letter_reads_as_whole_sentences() {
    let mut faults = Vec::new();
    for kind in LetterKind::ALL {
        let mut shown = Shown::default();
        for (name, scene, carries_thanks) in scenes(kind) {
            let count = {
                let records = records(scene);
                let request = LetterRequest { carries_thanks, ..request_in(scene, kind, Tone::Warm) };
                variants(&records, &request, &now())
            };
            for variant in 0..count {
                for long in [false, true].into_iter().take(if kind.is_short() { 2 } else { 1 }) {
                    let room = if long { ", long" } else { "" };
                    let name = if name.is_empty() { "plain" } else { name };
                    let which = format!("{:?}, {name}, {variant}{room}", scene.known);
                    let mut first: Option<Letter> = None;
                    for (manner, tone) in VOICES {
                        let records = records(Scene { manner, ..scene });
                        let request =
                            LetterRequest { carries_thanks, long, variant, ..request_in(scene, kind, tone) };
                        let letter = compose(&records, &request, &now()).unwrap();
                        let voice = format!("{manner:?} {tone:?}");
                        let said = format!("{kind:?} {which} {voice}");
                        assert_reads_well(&letter, kind, long, &said);
                        faults.extend(faults_found(&letter, &records, &request, scene.known, &said));
                        if let Some(first) = &first {
                            shown.add_voice(&which, &voice, first, &letter);
                        } else {
                            shown.add(&which, &letter);
                            first = Some(letter);
                        }
                    }
                }
            }
        }
        insta::assert_snapshot!(format!("{kind:?}"), shown.text());
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n\n"));
}

/// Our own letters stand up to our own checks; the barest lack what only the user can add.
fn faults_found(
    letter: &Letter,
    records: &Records,
    request: &LetterRequest,
    known: Known,
    which: &str,
) -> Option<String> {
    let context = CheckContext::of(records, request, &now()).unwrap();
    let mut found = check(letter, &context);
    // That the time is wrong is the scene's doing, not the letter's.
    found.retain(|finding| finding.check != Check::TooEarly);
    if has_gap(request_kind(request)) {
        found.retain(|finding| finding.check != Check::Blank);
    }
    if known == Known::Barest {
        found.retain(|finding| {
            !matches!(finding.check, Check::Unsigned | Check::Impersonal | Check::TooShort)
        });
    }
    let found: Vec<String> = found.iter().map(|one| format!("{:?}: {}", one.check, one.reason)).collect();
    (!found.is_empty()).then(|| format!("{which}: {}\n{}", found.join("; "), letter.body))
}

fn request_kind(request: &LetterRequest) -> LetterKind {
    LetterKind::of(&request.key, request.decision).unwrap()
}

/// What the code can tell of "reads as whole sentences".
fn assert_reads_well(letter: &Letter, kind: LetterKind, long: bool, which: &str) {
    let text = format!("{}\n{}", letter.subject, letter.body);
    assert!(!letter.body.contains(": "), "{which}: a form shows through a colon:\n{text}");
    let text = if has_gap(kind) { text.replace(['[', ']'], "") } else { text };
    for fault in
        ["  ", "{", "}", "[", "]", "|", "<", ">", " ,", " .", " ;", " ?", ",.", "..", ";.", ",,", ":.", "!"]
    {
        assert!(!text.contains(fault), "{which} has {fault:?}:\n{text}");
    }
    assert_eq!(letter.subject.is_empty(), kind.is_short(), "{which}: a subject where there is room for one");
    for paragraph in letter.body.split("\n\n") {
        assert!(!paragraph.is_empty(), "{which} has an empty paragraph:\n{text}");
    }
    let body = if has_gap(kind) { letter.body.replace(['[', ']'], "") } else { letter.body.clone() };
    // Above what an agency hands on stands a line that asks for it.
    let handed_on =
        body.strip_prefix("Max, would you please pass this note on to Dana Reyes? Thank you.\n\n");
    let paragraphs: Vec<&str> = handed_on.unwrap_or(&body).split("\n\n").collect();
    let inner = if kind.is_short() { &paragraphs[..] } else { &paragraphs[1..paragraphs.len() - 1] };
    for paragraph in inner {
        assert!(paragraph.ends_with(['.', '?']), "{which} ends in the middle:\n{text}");
        for sentence in paragraph.replace("? ", ". ").split(". ") {
            let first = sentence.chars().find(|letter| letter.is_alphabetic());
            assert!(first.is_some_and(char::is_uppercase), "{which}: {sentence:?}\n{text}");
        }
    }
    if kind.is_short() {
        let after_greeting = letter.body.split_once(", ").unwrap().1;
        assert!(
            after_greeting.starts_with(char::is_lowercase) || after_greeting.starts_with("I "),
            "{which}:\n{text}"
        );
        assert!(letter.body.chars().count() <= if long { 300 } else { 200 }, "{which} is too long:\n{text}");
    } else {
        let last = paragraphs[paragraphs.len() - 1];
        assert!(!last.ends_with(','), "{which}: a comma waits for a name");
        assert!(words::word_count(&letter.body) < 230, "{which} is too long:\n{text}");
    }
}

/// People of one company, met in one round.
fn panel(
    people: &[(Role, Conversation, Permission, bool)],
    same_topic: bool,
    badly: bool,
    interest: Interest,
) -> (Records, Vec<LetterRequest>) {
    let mut records = records(Scene { badly, interest, ..Scene::of(Known::Barest) });
    "Sam Field".clone_into(&mut records.settings.name);
    let names = [
        "Dana Reyes",
        "Ben Ode",
        "Priya Nair",
        "Tomás Vega",
        "Wu Lan",
        "Ngozi Adeyemi",
        "Elif Kaya",
        "Jon Hall",
    ];
    let topics = [
        "the move to Postgres",
        "hiring",
        "the winter outage",
        "mentoring",
        "pricing",
        "the roof garden",
        "how they plan a week",
        "night shifts",
    ];
    let acme = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
    let mut met = Vec::new();
    for (at, (role, conversation, linkedin, noted)) in people.iter().enumerate() {
        let person = PersonId(id(100 + u8::try_from(at).unwrap()));
        records.people.insert(person, Person::new(person, names[at], *role));
        let topic = if same_topic { topics[0] } else { topics[at] };
        let mut one = Met::new(person);
        one.conversation = *conversation;
        one.linkedin = *linkedin;
        one.talked_about = if *noted { topic.to_owned() } else { String::new() };
        met.push(one);
    }
    let course = acme.rounds[0].course.as_mut().unwrap();
    let key = |met: &Met| ActionKey {
        opportunity: Some(OpportunityId(id(ACME))),
        round: Some(RoundId(id(ROUND))),
        person: Some(met.person),
        ..ActionKey::new(Task::ThankYou)
    };
    let requests = met.iter().map(|met| LetterRequest::new(key(met), Tone::Warm)).collect();
    course.met = met;
    (records, requests)
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![
        Just(Role::Interviewer),
        Just(Role::HiringManager),
        Just(Role::Recruiter),
        Just(Role::Coordinator),
        Just(Role::Other)
    ]
}

fn conversation() -> impl Strategy<Value = Conversation> {
    prop_oneof![Just(Conversation::Significant), Just(Conversation::Brief)]
}

fn permission() -> impl Strategy<Value = Permission> {
    prop_oneof![Just(Permission::Allowed), Just(Permission::NotAsked), Just(Permission::Refused)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn eight_people_get_eight_notes(
        people in prop::collection::vec((role(), conversation(), permission(), any::<bool>()), 8),
        same_topic: bool,
        badly: bool,
        interest in prop_oneof![2 => Just(Interest::Keen), 1 => Just(Interest::NotForMe)],
        tone in prop_oneof![Just(Tone::Warm), Just(Tone::Plain), Just(Tone::Formal)],
    ) {
        let (mut records, requests) = panel(&people, same_topic, badly, interest);
        for request in requests {
            let request = LetterRequest { tone, ..request };
            let letter = compose(&records, &request, &now()).unwrap();
            let context = CheckContext::of(&records, &request, &now()).unwrap();
            let found = check(&letter, &context);
            let alike: Vec<_> = found.iter().filter(|finding| finding.check == Check::Alike).collect();
            prop_assert!(alike.is_empty(), "{alike:?}\n{}", letter.body);
            let subject = found.iter().find(|finding| finding.check == Check::SubjectAlike);
            prop_assert!(subject.is_none(), "{subject:?}\n{}", letter.subject);
            // The next one is checked against it.
            let draft = Draft { action: request.key, decision: None, letter, aside: Vec::new(), touched: now().at, proofread: false };
            records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap().drafts.push(draft);
        }
    }

    #[test]
    fn nothing_typed_breaks_out_of_a_letter(typed in "\\PC{0,30}|[\\x00-\\x1f\u{202e}\u{feff}{}\\[\\]<>|]{0,12}") {
        let mut records = records(Scene::of(Known::All));
        fill_every_field(&mut records, &typed);
        for kind in LetterKind::ALL {
            let request = request(kind, Tone::Warm);
            let letter = compose(&records, &request, &now()).unwrap();
            assert_is_harmless(&letter, &typed);
            // The checks read whatever there is.
            let context = CheckContext::of(&records, &request, &now()).unwrap();
            for finding in check(&letter, &context) {
                let text = match finding.part {
                    afterword::letters::Part::Subject => &letter.subject,
                    afterword::letters::Part::Body => &letter.body,
                };
                for at in &finding.at {
                    prop_assert!(text.get(at.clone()).is_some(), "{finding:?} cuts a letter in two");
                }
                if let Some(fix) = &finding.fix {
                    let _ = fix.made(text);
                }
            }
        }
    }
}

/// Puts a text in every field that reaches a letter.
fn fill_every_field(records: &mut Records, text: &str) {
    let put = |field: &mut String| text.clone_into(field);
    put(&mut records.settings.name);
    for person in records.people.values_mut() {
        put(&mut person.name);
        put(&mut person.company);
        put(&mut person.title);
    }
    for home in records.opportunities.values_mut() {
        put(&mut home.company);
        put(&mut home.role);
        for round in &mut home.rounds {
            put(&mut round.title);
            let course = round.course.as_mut().unwrap();
            course.deliver.iter_mut().for_each(|item| put(&mut item.what));
            for met in &mut course.met {
                put(&mut met.talked_about);
                put(&mut met.skill);
            }
            let debrief = round.debrief.get_or_insert_default();
            for field in [&mut debrief.question, &mut debrief.better_answer, &mut debrief.point_missed] {
                put(field);
            }
        }
    }
}

/// A letter is plain text in lines; its subject is one line; as a mail it has two headers and no more.
fn assert_is_harmless(letter: &Letter, typed: &str) {
    assert!(!letter.subject.contains(char::is_control), "{typed:?} in {:?}", letter.subject);
    let harmful = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}');
    assert!(!letter.body.contains(harmful), "{typed:?} in {:?}", letter.body);
    if let Some(address) = mailto(Some("dana@example.com"), letter) {
        let names: Vec<&str> = address
            .split_once('?')
            .unwrap()
            .1
            .split('&')
            .map(|pair| pair.split('=').next().unwrap())
            .collect();
        assert_eq!(names, ["subject", "body"], "{typed:?}");
    }
}

#[test]
fn markup_and_header_lines_stay_text() {
    for typed in [
        "<img src=x onerror=alert(1)>",
        "a\r\nBcc: evil@example.com",
        "{company} [x|y] <b>",
        "\u{202e}gnp.exe",
        "nul\u{0}here",
        "zero\u{200b}width 👩‍💻 שלום",
    ] {
        let mut records = records(Scene::of(Known::All));
        fill_every_field(&mut records, typed);
        for kind in LetterKind::ALL {
            let letter = compose(&records, &request(kind, Tone::Plain), &now()).unwrap();
            assert_is_harmless(&letter, typed);
            assert!(!letter.body.contains("\nBcc"), "{kind:?}: {}", letter.body);
        }
    }
    let mut records = records(Scene::of(Known::All));
    fill_every_field(&mut records, "<img src=x onerror=alert(1)>");
    let letter = compose(&records, &request(LetterKind::ThankYou, Tone::Plain), &now()).unwrap();
    assert!(letter.body.contains("<img src=x onerror=alert(1)>"), "it is kept as it was typed");
}

#[test]
fn a_note_pasted_with_the_name_forgotten_is_caught() {
    let people = [(Role::Interviewer, Conversation::Significant, Permission::Allowed, true); 6];
    let (mut records, requests) = panel(&people, false, false, Interest::Keen);
    let first = compose(&records, &requests[0], &now()).unwrap();
    let sent = EventKind::ThankYouSent { person: requests[0].to.unwrap(), round: RoundId(id(ROUND)) };
    let acme = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
    acme.events.push(Event { letter: Some(Box::new(first.clone())), ..event(40, now().at, sent) });
    let context = CheckContext::of(&records, &requests[1], &now()).unwrap();

    let found = check(&first, &context);
    let name = found.iter().find(|finding| finding.check == Check::WrongName).unwrap();
    assert_eq!(name.weight, Weight::Stop);
    assert_eq!(name.fix.as_ref().unwrap().made(&first.body).lines().next(), Some("Hi Ben,"));
    let alike = found.iter().find(|finding| finding.check == Check::Alike).unwrap();
    assert_eq!(alike.weight, Weight::Stop);
    assert!(alike.reason.contains("Dana Reyes"), "{}", alike.reason);
    assert!(!alike.at.is_empty(), "the like passages are marked");

    // With the name put right it is still the same note.
    let renamed = Letter { body: first.body.replace("Hi Dana", "Hi Ben"), ..first };
    let found = check(&renamed, &context);
    assert!(found.iter().all(|finding| finding.check != Check::WrongName));
    assert!(found.iter().any(|finding| finding.check == Check::Alike));
}

#[test]
fn a_variant_that_somebody_got_already_gives_way_to_another() {
    let people = [(Role::Interviewer, Conversation::Significant, Permission::Allowed, true); 6];
    let (mut records, requests) = panel(&people, true, false, Interest::Keen);
    let mine = compose(&records, &requests[1], &now()).unwrap();
    // Dana was sent what Ben would get: the user took another version for her.
    let sent = EventKind::ThankYouSent { person: requests[0].to.unwrap(), round: RoundId(id(ROUND)) };
    let acme = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
    acme.events.push(Event { letter: Some(Box::new(mine.clone())), ..event(40, now().at, sent) });

    let now_mine = compose(&records, &requests[1], &now()).unwrap();
    assert_ne!(now_mine.body, mine.body);
    let context = CheckContext::of(&records, &requests[1], &now()).unwrap();
    assert!(
        check(&now_mine, &context).iter().all(|finding| finding.check != Check::Alike),
        "{}",
        now_mine.body
    );
    // It can still be chosen, as the last of all.
    let last = LetterRequest { variant: variants(&records, &requests[1], &now()) - 1, ..requests[1].clone() };
    assert_eq!(compose(&records, &last, &now()).unwrap().body, mine.body);
}

#[test]
fn the_point_missed_goes_to_one_person_only_and_then_to_the_follow_up() {
    let mut records = records(Scene::of(Known::All));
    let ben = PersonId(id(50));
    records.people.insert(ben, Person::new(ben, "Ben Ode", Role::HiringManager));
    let acme = OpportunityId(id(ACME));
    let round = RoundId(id(ROUND));
    let home = records.opportunities.get_mut(&acme).unwrap();
    home.rounds[0].course.as_mut().unwrap().met.push(Met::new(ben));
    let thanks = |person| ActionKey {
        opportunity: Some(acme),
        round: Some(round),
        person: Some(person),
        ..ActionKey::new(Task::ThankYou)
    };
    let holds = |records: &Records, request: &LetterRequest| {
        compose(records, request, &now()).unwrap().body.contains("I have led two migrations of this size")
    };
    let dana = PersonId(id(DANA));
    let (to_dana, to_ben) =
        (LetterRequest::new(thanks(dana), Tone::Warm), LetterRequest::new(thanks(ben), Tone::Warm));
    assert!(holds(&records, &to_ben), "the hiring manager first");
    assert!(!holds(&records, &to_dana));

    let sent = |n, person| event(n, at(3, 7, 9), EventKind::ThankYouSent { person, round });
    records.opportunities.get_mut(&acme).unwrap().events.push(sent(60, ben));
    assert!(holds(&records, &to_dana), "then whoever is still to be thanked");

    let follow_up = request(LetterKind::FollowUp, Tone::Warm);
    let instead = LetterRequest { carries_thanks: true, ..follow_up.clone() };
    assert!(!holds(&records, &follow_up), "Dana's thank-you still says it");
    assert!(holds(&records, &instead), "a follow-up in place of the thank-you");
    let home = records.opportunities.get_mut(&acme).unwrap();
    home.events.push(sent(61, dana));
    home.events.push(event(62, at(3, 8, 9), EventKind::Assessed { round }));
    assert!(holds(&records, &follow_up), "once all are out, the follow-up");
}

#[test]
fn people_of_one_company_never_get_the_same_variant() {
    let people = [(Role::Interviewer, Conversation::Significant, Permission::Allowed, true); 8];
    let (records, requests) = panel(&people, true, false, Interest::Keen);
    let notes: Vec<Letter> =
        requests.iter().map(|request| compose(&records, request, &now()).unwrap()).collect();
    for (at, note) in notes.iter().enumerate() {
        for other in &notes[..at] {
            let print = |note: &Letter| Fingerprint::of(&note.body, "Dana Ben Priya Wu Ngozi Acme Sam Field");
            assert!(likeness(&print(note), &print(other)) < ALIKE, "{}\n--\n{}", note.body, other.body);
        }
    }
    // Asking for another version runs through all before one comes back.
    let all = variants(&records, &requests[0], &now());
    let mut bodies: Vec<String> = (0..all)
        .map(|variant| {
            compose(&records, &LetterRequest { variant, ..requests[0].clone() }, &now()).unwrap().body
        })
        .collect();
    bodies.sort();
    bodies.dedup();
    assert_eq!(bodies.len(), all);
}

#[test]
fn a_deadline_at_midnight_is_the_day_that_ends_there() {
    let mut records = records(Scene { promised: Some(25), ..Scene::of(Known::All) });
    let globex = records.opportunities.get_mut(&OpportunityId(id(OTHER))).unwrap();
    globex.offers[0].respond_by = Some(at(3, 21, 0));
    for kind in [LetterKind::AskForTime, LetterKind::TellOthers] {
        let request = request(kind, Tone::Plain);
        for variant in 0..variants(&records, &request, &now()) {
            let body = compose(&records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap().body;
            assert!(body.contains("20 March") && !body.contains("21 March"), "{kind:?} {variant}:\n{body}");
        }
    }
}

#[test]
fn a_letter_says_that_days_went_by_only_after_days() {
    let spoken_on = |day: u32| {
        let mut records = records(Scene::of(Known::All));
        let acme = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
        (acme.rounds[0].starts, acme.rounds[0].ends) = (at(3, day, 7), at(3, day, 8));
        let request = LetterRequest { carries_thanks: true, ..request(LetterKind::FollowUp, Tone::Plain) };
        let body =
            |variant| compose(&records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap().body;
        (0..variants(&records, &request, &now())).map(body).collect::<Vec<_>>().join("\n")
    };
    // That it is late is nothing to confess, however many days went by.
    let confessions = ["later than", "late.", "belatedly", "not thanked you yet", "should have thanked"];
    for day in [6, 9, 10] {
        let said = spoken_on(day);
        assert!(confessions.iter().all(|words| !said.contains(words)), "{said}");
        assert_eq!(said.contains("Some days have passed"), day == 6, "{said}");
    }
}

#[test]
fn a_promise_is_put_down_to_whoever_made_it_and_to_nobody_else() {
    let claims = ["You mentioned", "You spoke of", "You had planned"];
    for (kind, promised) in [(LetterKind::ThankYou, 13), (LetterKind::FollowUp, 9)] {
        let said = |by_dana| {
            let records = records(Scene { promised: Some(promised), by_dana, ..Scene::of(Known::All) });
            let request = request(kind, Tone::Plain);
            let body = |variant| {
                compose(&records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap().body
            };
            (0..variants(&records, &request, &now())).map(body).collect::<Vec<_>>().join("\n")
        };
        let (known, unknown) = (said(true), said(false));
        assert!(claims.iter().any(|claim| known.contains(claim)), "{known}");
        assert!(claims.iter().all(|claim| !unknown.contains(claim)), "{unknown}");
        assert!(unknown.contains("I understand") || unknown.contains("I understood"), "{unknown}");
    }
}

#[test]
fn a_linkedin_request_refers_to_a_note_only_where_the_note_spoke_of_it() {
    let plain = Scene::of(Known::All);
    let said = |records: &Records| {
        let request = request(LetterKind::LinkedinRequest, Tone::Plain);
        let body =
            |variant| compose(records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap().body;
        (0..variants(records, &request, &now())).map(body).collect::<Vec<_>>().join("\n")
    };
    let claims = ["my note", "my email", "my thank-you"];
    let told = said(&records(Scene { announced: true, ..plain }));
    assert!(claims.iter().all(|claim| told.contains(claim)), "{told}");

    // Nothing sent; sent, but the sentence was taken out; sent, and the letter was not kept.
    let mut taken_out = records(plain);
    let acme = OpportunityId(id(ACME));
    taken_out.opportunities.get_mut(&acme).unwrap().events.push(thanked("Thank you for your time."));
    let mut not_kept = records(plain);
    let sent = Event { letter: None, ..thanked("") };
    not_kept.opportunities.get_mut(&acme).unwrap().events.push(sent);
    for records in [records(plain), taken_out, not_kept] {
        let said = said(&records);
        assert!(claims.iter().all(|claim| !said.contains(claim)), "{said}");
    }
}

#[test]
fn recruiters_take_up_what_was_missed_where_nobody_else_can() {
    let missed = "I have led two migrations of this size";
    let records = records(Scene { role: Role::Recruiter, ..Scene::of(Known::All) });
    let thanks = request(LetterKind::ThankYou, Tone::Warm);
    for variant in 0..variants(&records, &thanks, &now()) {
        let body = compose(&records, &LetterRequest { variant, ..thanks.clone() }, &now()).unwrap().body;
        assert!(body.contains(missed) && body.contains("I would stop the load first"), "{body}");
    }

    let mut with_ben = records;
    let ben = PersonId(id(50));
    with_ben.people.insert(ben, Person::new(ben, "Ben Ode", Role::Interviewer));
    let acme = with_ben.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
    acme.rounds[0].course.as_mut().unwrap().met.push(Met::new(ben));
    let to_recruiter = compose(&with_ben, &thanks, &now()).unwrap().body;
    assert!(!to_recruiter.contains(missed), "Ben asked the questions: {to_recruiter}");
}

#[test]
fn after_a_signature_nobody_else_is_courted() {
    for role in [Role::Interviewer, Role::HiringManager, Role::Recruiter] {
        for kind in [
            LetterKind::ThankYou,
            LetterKind::AcknowledgeOffer,
            LetterKind::Withdraw,
            LetterKind::ReplyToRejection,
        ] {
            let signed =
                if kind == LetterKind::Withdraw { Signed::ElsewhereOfTwo } else { Signed::Elsewhere };
            let records = records(Scene { role, signed, ..Scene::of(Known::All) });
            let request = request(kind, Tone::Plain);
            for variant in 0..variants(&records, &request, &now()) {
                let body =
                    compose(&records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap().body;
                for courting in
                    ["interest", "look forward", "hear from you", "next step", "join", "LinkedIn", "apply"]
                {
                    // To withdraw an application one has to name it.
                    let named = kind == LetterKind::Withdraw && courting == "apply";
                    assert!(named || !body.contains(courting), "{kind:?} {variant}, {courting}:\n{body}");
                }
            }
        }
    }
}

#[test]
fn silence_taken_for_an_answer_closes_nothing_any_more_once_they_reply() {
    let mut records = records(Scene { role: Role::Recruiter, ..Scene::of(Known::All) });
    let (thanks, linkedin) =
        (request(LetterKind::ThankYou, Tone::Warm), request(LetterKind::LinkedinRequest, Tone::Warm));
    let letters =
        |records: &Records| [&thanks, &linkedin].map(|one| compose(records, one, &now()).unwrap().body);
    let takes_up_debrief = |body: &str| body.contains("I have led two migrations of this size");
    let running = letters(&records);
    assert!(takes_up_debrief(&running[0]));

    let happened = |records: &mut Records, n, hour, what| {
        let acme = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
        acme.events.push(event(n, at(3, 9, hour), what));
    };
    happened(&mut records, 70, 8, EventKind::ClosedSilent);
    let closed = letters(&records);
    assert!(!takes_up_debrief(&closed[0]), "{}", closed[0]);
    assert_ne!(closed[1], running[1], "a request to a recruiter after silence has its own wording");

    happened(&mut records, 71, 9, EventKind::reply(None, None));
    let reopened = letters(&records);
    assert!(takes_up_debrief(&reopened[0]), "{}", reopened[0]);
    assert_eq!(reopened[1], running[1]);
}

#[test]
fn a_later_round_takes_an_older_promise_back_even_where_nothing_was_noted_of_it() {
    let mut records = records(Scene { promised: Some(9), ..Scene::of(Known::All) });
    let follow_up = request(LetterKind::FollowUp, Tone::Plain);
    let promise = |records: &Records| {
        let acme = &records.opportunities[&OpportunityId(id(ACME))];
        History::of(acme, &records.people, now().at).promise().map(|promise| promise.day)
    };
    let speaks_of_it = |records: &Records| {
        let all = 0..variants(records, &follow_up, &now());
        let mut bodies = all.map(|variant| {
            compose(records, &LetterRequest { variant, ..follow_up.clone() }, &now()).unwrap().body
        });
        bodies.any(|body| body.contains("Monday"))
    };
    assert_eq!((promise(&records), speaks_of_it(&records)), (Some(day(9)), true));
    let acme = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
    acme.rounds.push(Round::new(RoundId(id(72)), at(3, 8, 10), at(3, 8, 11)));
    assert_eq!((promise(&records), speaks_of_it(&records)), (None, false));
}

#[test]
fn a_withdrawal_answers_the_offer_that_they_made() {
    let records = records(Scene { signed: Signed::ElsewhereOfTwo, ..Scene::of(Known::All) });
    let request = request(LetterKind::Withdraw, Tone::Plain);
    for variant in 0..variants(&records, &request, &now()) {
        let letter = compose(&records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap();
        assert!(
            letter.body.contains("offer")
                && (letter.body.contains("hank") || letter.body.contains("grateful")),
            "{}",
            letter.body
        );
    }
}

#[test]
fn what_one_letter_said_goes_to_nobody_else() {
    let mut records = records(Scene::of(Known::All));
    let ben = PersonId(id(50));
    records.people.insert(ben, Person::new(ben, "Ben Ode", Role::Interviewer));
    let home = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
    home.rounds[0].course.as_mut().unwrap().met.push(Met::new(ben));
    let to_ben = LetterRequest::new(
        ActionKey { person: Some(ben), ..request(LetterKind::ThankYou, Tone::Warm).key },
        Tone::Warm,
    );
    let missed = "I have led two migrations of this size";
    let with = |body: &str| {
        let mut records = records.clone();
        records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap().events.push(thanked(body));
        compose(&records, &to_ben, &now()).unwrap().body
    };
    let to_dana = compose(&records, &request(LetterKind::ThankYou, Tone::Warm), &now()).unwrap().body;
    assert!(to_dana.contains(missed));
    assert!(!with(&to_dana).contains(missed), "Dana has it already");
    assert!(with("Thank you.").contains(missed), "Dana was told nothing of it");
}

#[test]
fn a_deadline_in_the_day_is_named_with_its_hour() {
    let mut records = records(Scene::of(Known::All));
    let body = |records: &Records| {
        compose(records, &request(LetterKind::TellOthers, Tone::Plain), &now()).unwrap().body
    };
    assert!(body(&records).contains("by 20 March."), "{}", body(&records));
    let globex = records.opportunities.get_mut(&OpportunityId(id(OTHER))).unwrap();
    globex.offers[0].respond_by = Some(at(3, 20, 12));
    assert!(body(&records).contains("by 20 March at 12:00."), "{}", body(&records));
}

#[test]
fn a_round_after_the_deadline_is_asked_to_be_earlier_and_more_time_reaches_past_it() {
    let mut records = records(Scene::of(Known::All));
    let ahead = |day: u32| Round::new(RoundId(id(77)), at(3, day, 9), at(3, day, 10));
    let home = |records: &mut Records, day| {
        let acme = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
        acme.rounds.retain(|round| round.id != RoundId(id(77)));
        acme.rounds.push(ahead(day));
    };
    let every = |records: &Records, kind| {
        let request = request(kind, Tone::Plain);
        let count = variants(records, &request, &now());
        let body =
            |variant| compose(records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap().body;
        (0..count).map(body).collect::<Vec<_>>()
    };
    home(&mut records, 24);
    for body in every(&records, LetterKind::TellOthers) {
        assert!(body.contains("24 March"), "the offer is to be answered by the 20th: {body}");
    }
    for body in every(&records, LetterKind::AskForTime) {
        assert!(body.contains("26 March"), "{body}");
    }
    home(&mut records, 18);
    for body in every(&records, LetterKind::TellOthers) {
        assert!(!body.contains("18 March"), "it is in time: {body}");
    }
}

#[test]
fn names_typed_in_a_hurry_are_written_well() {
    let mut records = records(Scene::of(Known::All));
    "sam field".clone_into(&mut records.settings.name);
    "DANA REYES".clone_into(&mut records.people.get_mut(&PersonId(id(DANA))).unwrap().name);
    let home = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
    "northwind traders ltd.".clone_into(&mut home.company);
    let letter = compose(
        &records,
        &LetterRequest { variant: 6, ..request(LetterKind::ThankYou, Tone::Plain) },
        &now(),
    )
    .unwrap();
    assert!(
        letter.body.starts_with("Hello Dana,") && letter.body.ends_with("\nSam Field"),
        "{}",
        letter.body
    );
    assert!(letter.body.contains("a good match for Northwind Traders"), "{}", letter.body);
}

#[test]
fn no_two_variants_of_a_thank_you_read_alike_whoever_gets_them() {
    let scenes = [
        Scene { role: Role::HiringManager, permission: Permission::Allowed, ..Scene::of(Known::Barest) },
        Scene { role: Role::Interviewer, permission: Permission::Allowed, ..Scene::of(Known::Barest) },
        Scene { role: Role::Recruiter, permission: Permission::Allowed, ..Scene::of(Known::Barest) },
        Scene {
            conversation: Conversation::Brief,
            permission: Permission::Allowed,
            ..Scene::of(Known::Barest)
        },
        Scene { interest: Interest::NotForMe, permission: Permission::Allowed, ..Scene::of(Known::Barest) },
        Scene {
            interest: Interest::NotForMe,
            conversation: Conversation::Brief,
            permission: Permission::Allowed,
            ..Scene::of(Known::Barest)
        },
    ];
    for (topic, tone) in
        [("the move to Postgres", Tone::Warm), ("", Tone::Plain), ("the move to Postgres", Tone::Formal)]
    {
        let mut builds: Vec<(usize, usize, String, Fingerprint)> = Vec::new();
        for (scene, at) in scenes.into_iter().zip(0..) {
            let mut records = records(scene);
            let acme = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
            topic.clone_into(&mut acme.rounds[0].course.as_mut().unwrap().met[0].talked_about);
            let request = request(LetterKind::ThankYou, tone);
            for variant in 0..variants(&records, &request, &now()) {
                let body =
                    compose(&records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap().body;
                builds.push((at, variant, body.clone(), Fingerprint::of(&body, "Dana Reyes Acme")));
            }
        }
        let mut alike = Vec::new();
        for (place, (at, variant, body, print)) in builds.iter().enumerate() {
            // Whoever wants the job writes to nobody of the round as if they did not.
            let of_one_mind =
                builds[place + 1..].iter().filter(|(other_at, ..)| (*at < 4) == (*other_at < 4));
            for (other_at, other, _, other_print) in of_one_mind {
                // The manager's and the interviewer's are the same builds.
                let same = variant == other && (*at, *other_at) == (0, 1);
                let share = likeness(print, other_print);
                if !same && share >= ALIKE {
                    let passages = like_passages(body, "Dana Reyes Acme", other_print);
                    let passages: Vec<&str> = passages.into_iter().map(|at| &body[at]).collect();
                    alike.push(format!("{share:.2} {at}/{variant} {other_at}/{other}: {passages:?}"));
                }
            }
        }
        assert!(alike.is_empty(), "{topic:?} {tone:?}:\n{}", alike.join("\n"));
    }
}

/// The first letters that a visitor sees.
#[test]
fn the_letters_of_the_example_have_nothing_to_be_said_about() {
    let mut faults = Vec::new();
    for hour in (0..240).step_by(7) {
        // Ten days from a Friday on.
        let at = Stamp::from_timestamp(1_788_480_000).unwrap() + chrono::TimeDelta::hours(hour);
        let now = Now::new(at, Utc);
        let mut records = afterword::example::search(&now);
        "Jo Field".clone_into(&mut records.settings.name);
        for action in plan(&records, &now).actions {
            let request = LetterRequest::of(&action, Tone::Warm);
            let Some(letter) = compose(&records, &request, &now) else { continue };
            let context = CheckContext::of(&records, &request, &now).unwrap();
            let mut found = check(&letter, &context);
            // What has no note of the talk lacks it; what is not due yet is early.
            found.retain(|one| !matches!(one.check, Check::Impersonal | Check::TooEarly));
            if !found.is_empty() {
                faults.push(format!("{:?} {found:#?}\n{}\n{}", action.key.task, letter.subject, letter.body));
            }
            for odd in ["they plan", "you are proud", "Night buses"] {
                assert!(!letter.body.contains(odd), "{}", letter.body);
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

/// What the example has begun is finished but for the name, which is the user's.
#[test]
fn the_drafts_of_the_example_want_a_signature_alone() {
    for day in 0..10 {
        let at = Stamp::from_timestamp(1_788_480_000).unwrap() + chrono::TimeDelta::days(day);
        let now = Now::new(at, Utc);
        let records = afterword::example::search(&now);
        let drafts: Vec<_> = records.opportunities.values().flat_map(|one| &one.drafts).collect();
        assert!(!drafts.is_empty());
        for draft in drafts {
            let request = LetterRequest::new(draft.action, Tone::Plain);
            let context = CheckContext::of(&records, &request, &now).unwrap();
            let found = check(&draft.letter, &context);
            let checks: Vec<_> = found.iter().map(|one| one.check).collect();
            assert_eq!(checks, [Check::Unsigned], "{found:#?}");
        }
    }
}

/// All wordings of a kind in a scene, one after the other.
fn every_wording(scene: Scene, kind: LetterKind) -> Vec<Letter> {
    let records = records(scene);
    let request = request_in(scene, kind, Tone::Plain);
    let written = |variant| compose(&records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap();
    (0..variants(&records, &request, &now())).map(written).collect()
}

/// The rulebook's row "what the note is for".
#[test]
fn who_is_told_of_the_users_skill_is_for_the_playbook_to_say() {
    let people = [
        (Role::Interviewer, Conversation::Significant, Permission::Allowed, true),
        (Role::HiringManager, Conversation::Significant, Permission::Allowed, true),
        (Role::Interviewer, Conversation::Significant, Permission::Allowed, true),
        (Role::Recruiter, Conversation::Significant, Permission::Allowed, true),
    ];
    let (mut records, requests) = panel(&people, false, false, Interest::Keen);
    let acme = records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap();
    for met in &mut acme.rounds[0].course.as_mut().unwrap().met {
        "five years of running databases".clone_into(&mut met.skill);
    }
    for (playbook, told) in [
        (PlaybookId::Considered, [true, true, false, false]),
        (PlaybookId::Hksm, [true; 4]),
        (PlaybookId::Accrue, [true; 4]),
        (PlaybookId::Plan, [true; 4]),
        (PlaybookId::Star, [false; 4]),
        (PlaybookId::After, [false; 4]),
    ] {
        records.settings.playbook = playbook;
        for (request, told) in requests.iter().zip(told) {
            let body = compose(&records, request, &now()).unwrap().body;
            let small = body.to_lowercase();
            assert_eq!(small.contains("five years of running databases"), told, "{playbook:?}: {body}");
        }
    }
}

#[test]
fn where_an_agency_stands_between_its_recruiter_hands_the_note_on() {
    let scene = Scene { agency: Agency::Max, ..Scene::of(Known::All) };
    for letter in every_wording(scene, LetterKind::ThankYou) {
        assert!(letter.subject.starts_with("For Dana Reyes: "), "{}", letter.subject);
        assert!(
            letter.body.starts_with("Max, would you please pass this note on to Dana Reyes?"),
            "{}",
            letter.body
        );
        assert!(letter.body.contains("\n\nHello Dana,\n\n"), "{}", letter.body);
    }
    let scene = Scene { agency: Agency::Dana, ..Scene::of(Known::All) };
    for letter in every_wording(scene, LetterKind::ThankYou) {
        assert!(letter.body.starts_with("Hello Dana,"), "{}", letter.body);
    }
    for kind in LetterKind::ALL.into_iter().filter(|kind| goes_to_agency(*kind)) {
        for letter in every_wording(scene, kind) {
            // They speak of the company, and to nobody there.
            let about = if kind == LetterKind::AskForTime { "Globex" } else { "Acme" };
            assert!(letter.body.contains(about), "{kind:?}: {}", letter.body);
            assert!(
                !letter.body.contains("your offer") && !letter.body.contains("join you"),
                "{}",
                letter.body
            );
        }
    }
}

#[test]
fn a_no_before_any_interview_is_answered_without_thanks_for_a_talk() {
    let mut records = records(Scene { met: false, ..Scene::of(Known::All) });
    records.opportunities.get_mut(&OpportunityId(id(ACME))).unwrap().rounds.clear();
    let request = request(LetterKind::ReplyToRejection, Tone::Plain);
    for variant in 0..variants(&records, &request, &now()) {
        let body = compose(&records, &LetterRequest { variant, ..request.clone() }, &now()).unwrap().body;
        for claim in ["conversation", "talk", "meet you", "I met", "the people"] {
            assert!(!body.contains(claim), "{claim}: {body}");
        }
    }
}

#[test]
fn each_manner_has_its_dates_and_closings() {
    let written = |manner, tone| {
        let scene = Scene { manner, ..Scene::of(Known::All) };
        compose(&records(scene), &request(LetterKind::TellOthers, tone), &now()).unwrap().body
    };
    let (gb, us) = (written(Manner::British, Tone::Formal), written(Manner::American, Tone::Formal));
    assert!(gb.contains("by 20 March") && gb.contains("\n\nYours sincerely,\n"), "{gb}");
    assert!(us.contains("by March 20") && us.contains("\n\nSincerely,\n"), "{us}");
    // Unset, it is the browser's.
    let mut records = records(Scene::of(Known::All));
    records.settings.manner = None;
    let american = Now { manner: Manner::American, ..now() };
    let request = request(LetterKind::TellOthers, Tone::Formal);
    assert_eq!(compose(&records, &request, &american).unwrap().body, us);
    assert_eq!(compose(&records, &request, &now()).unwrap().body, gb);
    assert_eq!(["en-US", "en", "en-GB", "de", "fr-CA"].map(Manner::of_language), {
        use Manner::{American, British};
        [American, American, British, British, American]
    });
}

#[test]
fn nobody_is_courted_for_a_job_that_is_not_wanted() {
    for interest in [Interest::NotForMe, Interest::NotSure] {
        for role in [Role::Interviewer, Role::HiringManager, Role::Recruiter] {
            let scene = Scene { role, interest, ..Scene::of(Known::All) };
            for letter in every_wording(scene, LetterKind::ThankYou) {
                for courting in ["interest", "look forward", "next step", "join", "work with", "five years"] {
                    assert!(!letter.body.contains(courting), "{courting}: {}", letter.body);
                }
                assert!(letter.body.contains("hank") || letter.body.contains("grateful"), "{}", letter.body);
            }
        }
    }
}

#[test]
fn no_letter_promises_what_the_plan_contradicts_or_gives_a_rival_away() {
    for spoken in [false, true] {
        let scene = Scene { spoken, promised: Some(25), ..Scene::of(Known::All) };
        for kind in [LetterKind::AcknowledgeOffer, LetterKind::AskForTime, LetterKind::GetItInWriting] {
            for letter in every_wording(scene, kind) {
                assert!(!letter.body.contains("another"), "{kind:?}: {}", letter.body);
            }
        }
        for letter in every_wording(scene, LetterKind::AcknowledgeOffer) {
            assert!(!letter.body.contains("March"), "no day for the answer: {}", letter.body);
        }
        for letter in every_wording(scene, LetterKind::Accept) {
            let waits = letter.body.contains("in writing") || letter.body.contains("contract");
            assert_eq!(waits, spoken, "{}", letter.body);
        }
    }
}

#[test]
fn a_thank_you_names_the_job_in_its_subject() {
    for (role, conversation) in [
        (Role::Interviewer, Conversation::Significant),
        (Role::Recruiter, Conversation::Significant),
        (Role::Interviewer, Conversation::Brief),
    ] {
        let scene = Scene { role, conversation, ..Scene::of(Known::All) };
        let mut subjects: Vec<String> =
            every_wording(scene, LetterKind::ThankYou).into_iter().map(|letter| letter.subject).collect();
        assert!(subjects.iter().all(|subject| subject.contains("Data Analyst")), "{subjects:?}");
        let all = subjects.len();
        subjects.sort();
        subjects.dedup();
        assert_eq!(subjects.len(), all);
    }
}
