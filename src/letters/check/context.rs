//! What a letter is checked against: gathered once when it is opened, so that a check at each key is cheap.

use super::names::Index;
use crate::etiquette::{About, Advice, Answer, Now, Playbook, Proofread, may_write};
use crate::letters::compose::{build, letter_with as letter};
use crate::letters::context::{LetterContext, company, with_letter_context};
use crate::letters::debrief_placement::telling_words;
use crate::letters::fingerprint_cache::{Earlier, FingerprintCache, shelf};
use crate::letters::likeness::Fingerprint;
use crate::letters::signed_offer::SignedOffer;
use crate::letters::template::Facts;
use crate::letters::{LetterKind, LetterRequest};
use crate::model::{Records, Tone};
use chrono::TimeZone;

/// What a letter is checked against.
#[derive(Clone, Debug)]
pub struct CheckContext {
    pub(super) kind: LetterKind,
    pub(super) tone: Tone,
    pub(super) brief: bool,
    /// They were never met, so there is no conversation to mention.
    pub(super) unmet: bool,
    /// More than 200 characters fit on LinkedIn.
    pub(super) long: bool,
    /// The addressee's whole name, and what they are called.
    pub(super) to: String,
    pub(super) called: String,
    pub(super) company: String,
    pub(super) job: String,
    pub(super) me: String,
    /// Whether the job is still wanted.
    pub(super) signed: SignedOffer,
    /// What the look-back found that this letter is to take up, each with the words that say it.
    pub(super) afterthoughts: Vec<Afterthought>,
    /// Words of the facts that only this conversation has.
    pub(super) personal: Vec<String>,
    /// What was noted of the conversation, as it stands in the letter.
    pub(super) noted: String,
    /// What was talked about, to be put in where it is missing.
    pub(super) topic: String,
    /// The letter as our template has it, without anything personal.
    pub(super) bare: Fingerprint,
    /// Names of everybody and everything else.
    pub(super) index: Index,
    /// Earlier letters to others.
    pub(super) shelf: Vec<Earlier>,
    /// Why a status question is not right now, where it is not.
    pub(super) too_early: Option<String>,
    pub(super) reading: Proofreading,
}

/// Something that was missed in the conversation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Afterthought {
    /// What it is called: "the point that you missed".
    pub(super) what: &'static str,
    /// Its words that carry meaning, in small letters.
    pub(super) words: Vec<String>,
    /// A sentence that says it.
    pub(super) said: String,
}

/// Whether somebody else reads the letter before it goes.
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
    /// What the letter of an order is checked against; `None` where nothing is written for it.
    pub fn of<Tz: TimeZone>(records: &Records, order: &LetterRequest, now: &Now<Tz>) -> Option<Self> {
        Self::with(&mut FingerprintCache::default(), records, order, now)
    }

    /// As [`Self::of`], with the fingerprints that were made before; those that are missing are made.
    pub fn with<Tz: TimeZone>(
        prints: &mut FingerprintCache,
        records: &Records,
        order: &LetterRequest,
        now: &Now<Tz>,
    ) -> Option<Self> {
        let mut context = with_letter_context(records, order, now, |occasion| gather(occasion, prints))?;
        let home = super::super::context::opportunity_of(records, order);
        let answer = home.map(|home| may_write(records, home, About::Status, None, now));
        context.too_early = answer
            .filter(|answer| !matches!(answer, Answer::Yes(_) | Answer::NotByPhone))
            .map(|answer| Advice::of(&answer, now).in_one());
        Some(context)
    }

    /// Whether somebody else reads it first.
    pub fn reading(&self) -> Proofreading {
        self.reading
    }

    /// The words that stand for whom and what the letter is about.
    pub(super) fn names(&self) -> String {
        [self.to.as_str(), &self.company, &self.job, &self.me].join(" ")
    }
}

fn gather(occasion: &LetterContext<'_>, prints: &mut FingerprintCache) -> CheckContext {
    let facts = occasion.facts();
    let records = occasion.records;
    let company = company(occasion.home, occasion.to);
    let (to, job, me) = (facts.get("full_name"), facts.get("job"), facts.get("me"));
    let mut personal: Vec<String> = Vec::new();
    for name in ["topic", "said", "skill", "missed", "answer"] {
        personal.extend(telling_words(facts.get(name)));
    }
    let bare = bare(occasion, &format!("{to} {company} {job} {me}"));
    CheckContext {
        kind: occasion.kind,
        tone: occasion.order.tone,
        brief: facts.knows("brief"),
        unmet: facts.knows("unmet"),
        long: occasion.order.long,
        called: facts.get("name").to_owned(),
        to: to.to_owned(),
        job: job.to_owned(),
        me: me.to_owned(),
        personal,
        noted: format!("{}{}", facts.get("topic"), facts.get("said")),
        topic: facts.get("topic").to_owned(),
        signed: occasion.signed(),
        afterthoughts: afterthoughts(&facts),
        bare,
        index: Index::of(occasion, &company),
        shelf: shelf(occasion, prints),
        too_early: None,
        reading: Proofreading::of(records, occasion.order),
        company,
    }
}

/// What the look-back found, where this letter carries it.
fn afterthoughts(facts: &Facts) -> Vec<Afterthought> {
    let (missed, answer) = (facts.get("missed"), facts.get("answer"));
    let asked = if facts.knows("question") {
        format!("“{}”", facts.get("question"))
    } else {
        "one question".to_owned()
    };
    let all = [
        ("The point that you missed", missed, format!("One thing I did not get to say: {missed}")),
        ("Your better answer", answer, format!("I have a better answer to {asked} now. {answer}")),
    ];
    all.into_iter()
        .filter(|(_, text, _)| !text.is_empty())
        .map(|(what, text, said)| Afterthought { what, words: telling_words(text).collect(), said })
        .collect()
}

/// The same letter without what is personal.
fn bare(occasion: &LetterContext<'_>, names: &str) -> Fingerprint {
    let mut facts = occasion.facts();
    let build = build(occasion, &facts);
    for name in ["topic", "topic_up", "said", "skill", "missed", "question", "answer"] {
        facts.set(name, "");
    }
    Fingerprint::of(&letter(occasion, facts, build).body, names)
}

impl Proofreading {
    /// Whether somebody else reads the letter of an order first.
    pub fn of(records: &Records, order: &LetterRequest) -> Self {
        let home = order.key.opportunity.and_then(|id| records.opportunities.get(&id));
        let drafts = home.map_or(&records.search.drafts, |home| &home.drafts);
        let read = drafts.iter().any(|draft| draft.action == order.key && draft.proofread);
        let wanted = Playbook::get(records.settings.playbook).proofread().value == Proofread::Wanted;
        match (read, wanted) {
            (true, _) => Self::Done,
            (false, true) => Self::Wanted,
            (false, false) => Self::Offered,
        }
    }
}
