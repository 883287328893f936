//! What a letter is checked against: gathered once when it is opened, so that a check at each key is cheap.

use super::days::KnownDays;
use super::names::OtherNames;
use crate::etiquette::{About, Advice, Answer, History, Now, Playbook, Proofread, may_write};
use crate::letters::earlier_letters::earlier_letters;
use crate::letters::facts::facts;
use crate::letters::fill::letter_with;
use crate::letters::fingerprint_cache::FingerprintCache;
use crate::letters::letter_context::LetterContext;
use crate::letters::likeness::Fingerprint;
use crate::letters::mention::content_words;
use crate::letters::signed_offer::SignedOffer;
use crate::letters::template::Facts;
use crate::letters::variant::variant;
use crate::letters::{LetterKind, LetterRequest, turned};
use crate::model::{Records, Tone};
use crate::words;
use chrono::TimeZone;
use std::rc::Rc;

/// What a letter is checked against.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is one thing that can be so
pub struct CheckContext {
    pub(super) kind: LetterKind,
    pub(super) tone: Tone,
    pub(super) brief: bool,
    /// Whether they were never met, so that there is no conversation to mention.
    pub(super) unmet: bool,
    /// Whether more than 200 characters fit on LinkedIn.
    pub(super) long: bool,
    /// The addressee's whole name.
    pub(super) to: String,
    /// What the addressee is called.
    pub(super) called: String,
    pub(super) company: String,
    pub(super) job: String,
    pub(super) me: String,
    /// Whether it thanks and does not court: the job is no longer sought, or the user does not know.
    pub(super) settled: bool,
    pub(super) signed: SignedOffer,
    /// What the look-back found, if this letter takes it up.
    pub(super) debrief: Vec<DebriefPoint>,
    /// Words of the facts that only this conversation has.
    pub(super) personal: Vec<String>,
    /// What was noted of the conversation, as it stands in the letter.
    pub(super) noted: String,
    /// What was talked about, to be put in where it is missing.
    pub(super) topic: String,
    /// The letter as our template has it, without anything personal.
    pub(super) bare: Fingerprint,
    pub(super) other_names: OtherNames,
    /// The days that it may speak of.
    pub(super) days: KnownDays,
    /// What they asked for, as it was noted and as the user says it.
    pub(super) item: (String, String),
    /// Whether the offer that it is about is only spoken.
    pub(super) spoken_offer: bool,
    /// Letters to others, the nearest last.
    pub(super) earlier: Vec<ComparedLetter>,
    /// Why a status question is not right now, where it is not.
    pub(super) too_early: Option<String>,
    proofreading: Proofreading,
}

/// Something that the look-back found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct DebriefPoint {
    /// What it is called: "The point that you missed".
    pub(super) what: &'static str,
    /// Its words that carry meaning, in small letters.
    pub(super) words: Vec<String>,
    /// A sentence that says it.
    pub(super) sentence: String,
}

/// A letter to somebody else, that this one is compared with.
#[derive(Clone, Debug)]
pub(super) struct ComparedLetter {
    pub(super) who: String,
    pub(super) company: String,
    pub(super) subject: String,
    /// Whether it is about the same opportunity: those people talk to each other.
    pub(super) nearby: bool,
    pub(super) fingerprint: Rc<Fingerprint>,
}

/// Whether somebody else reads the letter before it is sent.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Proofreading {
    /// It is offered.
    #[default]
    Offered,
    /// The playbook wants it, and nobody has yet.
    Wanted,
    /// Somebody has.
    Done,
}

impl CheckContext {
    /// What the letter of a request is checked against; `None` where nothing is written for it.
    pub fn of<Tz: TimeZone>(records: &Records, request: &LetterRequest, now: &Now<Tz>) -> Option<Self> {
        Self::with(&mut FingerprintCache::default(), records, request, now)
    }

    /// As [`Self::of`], with the fingerprints that were made before; those that are missing are made.
    pub fn with<Tz: TimeZone>(
        cache: &mut FingerprintCache,
        records: &Records,
        request: &LetterRequest,
        now: &Now<Tz>,
    ) -> Option<Self> {
        let context = LetterContext::of(records, request, now)?;
        let answer = context.opportunity.map(|one| may_write(records, one.id, About::Status, None, now));
        let too_early = answer.filter(|answer| !matches!(answer, Answer::Yes(_) | Answer::NotByPhone));
        let too_early = too_early.map(|answer| Advice::of(&answer, now).in_one());
        Some(Self { too_early, ..gather(&context, cache) })
    }

    /// Whether somebody else reads it first.
    pub fn proofreading(&self) -> Proofreading {
        self.proofreading
    }

    /// Whether the job is still sought, and not had.
    pub(super) fn is_wanted(&self) -> bool {
        !self.settled && self.signed == SignedOffer::None
    }

    /// The words that stand for whom and what the letter is about.
    pub(super) fn names(&self) -> String {
        [self.to.as_str(), &self.company, &self.job, &self.me].join(" ")
    }
}

fn gather(context: &LetterContext<'_>, cache: &mut FingerprintCache) -> CheckContext {
    let facts = facts(context);
    let fact = |name: &str| facts.get(name).to_owned();
    let personal =
        ["topic", "said", "skill", "skill_said", "missed", "answer"].map(|name| facts.get(name)).join(" ");
    CheckContext {
        kind: context.kind,
        tone: context.request.tone,
        brief: facts.knows("brief"),
        unmet: facts.knows("unmet"),
        long: context.request.long,
        to: fact("full_name"),
        called: fact("name"),
        company: fact("company"),
        job: fact("job"),
        me: fact("me"),
        settled: context.is_settled(),
        signed: context.signed,
        debrief: debrief_points(&facts),
        personal: content_words(&personal),
        noted: fact("topic") + facts.get("said"),
        topic: fact("topic"),
        other_names: OtherNames::of(context, &facts),
        earlier: compared_letters(context, cache),
        days: known_days(context),
        item: context
            .item()
            .map(|item| (words::fragment(&item.what), turned::mine(&item.what)))
            .unwrap_or_default(),
        spoken_offer: facts.knows("spoken_offer"),
        too_early: None,
        proofreading: Proofreading::of(context.records, context.request),
        bare: bare(context, facts),
    }
}

/// What the look-back found, where this letter takes it up.
fn debrief_points(facts: &Facts) -> Vec<DebriefPoint> {
    let (missed, question, answer) = (facts.get("missed"), facts.get("question"), facts.get("answer"));
    let mut points = Vec::new();
    let mut add = |what, text: &str, sentence| {
        if !text.is_empty() {
            points.push(DebriefPoint { what, words: content_words(text), sentence });
        }
    };
    add("The point that you missed", missed, format!("I also forgot to mention {}", words::ended(missed)));
    add("Your better answer", answer, format!("I have given {question} more thought since. {answer}"));
    points
}

/// The days that the letter may speak of.
fn known_days(context: &LetterContext<'_>) -> KnownDays {
    let promise = context.history.as_ref().and_then(History::promise);
    let key = &context.request.key;
    let drafts = context.opportunity.map_or(&context.records.search.drafts, |one| &one.drafts);
    let draft = drafts.iter().find(|draft| draft.action == *key);
    KnownDays {
        today: context.today(),
        manner: context.manner,
        spoken: context.round.filter(|round| round.ends <= context.now).map(|round| context.day(round.ends)),
        promised: promise.map(|promise| promise.day),
        begun: draft.map(|draft| context.day(draft.touched)).filter(|day| *day < context.today()),
    }
}

fn compared_letters(context: &LetterContext<'_>, cache: &mut FingerprintCache) -> Vec<ComparedLetter> {
    let me = &context.records.settings.name;
    let compared = earlier_letters(context).into_iter().map(|letter| ComparedLetter {
        who: words::one_line(letter.who),
        company: words::one_line(letter.company),
        subject: words::one_line(letter.subject),
        nearby: letter.nearby,
        fingerprint: cache.of(&letter, me),
    });
    compared.collect()
}

/// The same letter without what is personal.
fn bare(context: &LetterContext<'_>, mut facts: Facts) -> Fingerprint {
    let variant = variant(context, &facts);
    let names = ["full_name", "company", "job", "me"].map(|name| facts.get(name)).join(" ");
    for name in ["topic", "said", "skill", "skill_said", "missed", "question", "answer"] {
        facts.set(name, String::new());
    }
    Fingerprint::of(&letter_with(context, facts, variant).body, &names)
}

impl Proofreading {
    /// Whether somebody else reads the letter of a request first.
    pub fn of(records: &Records, request: &LetterRequest) -> Self {
        let opportunity = request.key.opportunity.and_then(|id| records.opportunities.get(&id));
        let drafts = opportunity.map_or(&records.search.drafts, |one| &one.drafts);
        let is_read = drafts.iter().any(|draft| draft.action == request.key && draft.proofread);
        let is_wanted = Playbook::get(records.settings.playbook).proofread().value == Proofread::Wanted;
        match (is_read, is_wanted) {
            (true, _) => Self::Done,
            (false, true) => Self::Wanted,
            (false, false) => Self::Offered,
        }
    }
}
