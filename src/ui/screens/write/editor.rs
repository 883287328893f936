//! The letter while it is typed: kept as it stands, checked at each pause, never planned anew at a key.

use crate::commands::Command;
use crate::letters::{
    Check, CheckContext, CheckRun, Decision, Finding, FingerprintCache, Fix, LetterRequest, Part,
    Proofreading, check, compose,
};
use crate::model::{ActionKey, Letter, Round, Settings, Stamp, Template};
use crate::platform::{events, page, timing};
use crate::ui::shell_state::shell;
use crate::ui::state::{AppState, state};
use crate::view::{ConversationNotes, MarkedSpan, WritePage, marked_spans, utf16_offset};
use leptos::{html, prelude::*};

/// How long after a key the checks speak.
const CHECK_PAUSE_MS: i32 = 250;
/// How long after a key the letter is kept.
const KEEP_PAUSE_MS: i32 = 600;
/// How long one piece of a longer work may take.
const PIECE_MS: f64 = 6.0;

/// The fingerprints of earlier letters live as long as the page: one screen finds those that another has made.
fn prints() -> StoredValue<FingerprintCache, LocalStorage> {
    shell().with_root(|| {
        use_context().unwrap_or_else(|| {
            let prints = StoredValue::new_local(FingerprintCache::default());
            provide_context(prints);
            prints
        })
    })
}

/// The letter while it is typed: a handle.
#[derive(Clone, Copy)]
pub struct LetterEditor {
    /// What the app knows.
    pub state: AppState,
    /// What is being written.
    pub key: ActionKey,
    /// Which letter it is: tone, build, template.
    pub order: RwSignal<LetterRequest>,
    /// The subject as it stands.
    pub subject: RwSignal<String>,
    /// The text as it stands.
    pub body: RwSignal<String>,
    /// The text that was last put into the field; what is typed there needs no telling.
    pub given: RwSignal<String>,
    /// What the checks found in `settled`.
    pub findings: RwSignal<Vec<Finding>>,
    /// Whether the checks have spoken at all.
    pub looked: RwSignal<bool>,
    /// The letter at the last pause.
    pub settled: RwSignal<Letter>,
    /// The user's own wordings, put aside for another version; the last one comes back first.
    pub aside: RwSignal<Vec<Letter>>,
    /// Whether it was handed to another program.
    pub handed: RwSignal<bool>,
    /// Whether somebody else reads it first.
    pub reading: RwSignal<Proofreading>,
    /// When a yes to an offer went out, and whether against advice, while the user is asked whether it is signed as
    /// well.
    pub asking: RwSignal<Option<(Stamp, bool)>>,
    /// The text field.
    pub area: NodeRef<html::Textarea>,
    /// What was last kept, here or in another tab: the letter, and what is put aside for it.
    pub(super) kept: StoredValue<Option<(Letter, Vec<Letter>)>>,
    pub(super) prints: StoredValue<FingerprintCache, LocalStorage>,
    pub(super) context: StoredValue<Option<CheckContext>, LocalStorage>,
    pub(super) pause: StoredValue<timing::Timer, LocalStorage>,
    pub(super) waiting: StoredValue<bool>,
    pub(super) last_key: StoredValue<f64>,
    pub(super) typed: StoredValue<bool>,
    pub(super) unchecked: StoredValue<bool>,
    pub(super) unsaved: StoredValue<bool>,
}

impl LetterEditor {
    /// Opens the letter of a page.
    pub fn open(key: ActionKey, page: &WritePage) -> Self {
        let editor = Self {
            state: state(),
            key,
            order: RwSignal::new(page.order.clone()),
            subject: RwSignal::new(page.letter.subject.clone()),
            body: RwSignal::new(page.letter.body.clone()),
            given: RwSignal::new(page.letter.body.clone()),
            findings: RwSignal::default(),
            looked: RwSignal::new(false),
            settled: RwSignal::new(page.letter.clone()),
            aside: RwSignal::new(page.aside.clone()),
            handed: RwSignal::new(false),
            reading: RwSignal::new(page.reading),
            asking: RwSignal::new(None),
            area: NodeRef::new(),
            kept: StoredValue::new(page.drafted.then(|| (page.letter.clone(), page.aside.clone()))),
            prints: prints(),
            context: StoredValue::new_local(None),
            pause: StoredValue::new_local(timing::Timer::default()),
            waiting: StoredValue::new(false),
            last_key: StoredValue::new(0.0),
            typed: StoredValue::new(page.drafted),
            unchecked: StoredValue::new(true),
            unsaved: StoredValue::new(false),
        };
        // The letter is to be seen before it is compared with all that were written earlier.
        page::after_paint(move || editor.prepare(0));
        StoredValue::new_local(events::on_hide(move || editor.keep()));
        on_cleanup(move || editor.keep());
        editor.follow_other_tabs();
        editor
    }

    /// The letter as it stands.
    pub fn letter(self) -> Letter {
        Letter { subject: self.subject.get_untracked(), body: self.body.get_untracked() }
    }

    /// Prepares what the letter is held against, in pieces that no key has to wait for; then the checks speak.
    fn prepare(self, from: usize) {
        // The screen may be gone by then, or something was asked of the checks already.
        if self.looked.try_get_untracked() != Some(false) {
            return;
        }
        let until = timing::uptime() + PIECE_MS;
        let order = self.order.get_untracked();
        let left = self.state.read_untracked(|records, _, now| {
            let mut has_time = || timing::uptime() < until;
            self.prints
                .try_update_value(|prints| prints.prepare(records, &order, now, from, &mut has_time))
                .flatten()
        });
        if let Some(place) = left {
            set_timeout(move || self.prepare(place), std::time::Duration::ZERO);
        } else {
            self.settle();
        }
    }

    /// What the letter is checked against, gathered anew, and checked.
    pub(super) fn gather(self) {
        let order = self.order.get_untracked();
        let context = self.state.read_untracked(|records, _, now| {
            self.prints.try_update_value(|prints| CheckContext::with(prints, records, &order, now)).flatten()
        });
        if let Some(context) = &context {
            self.reading.set(context.proofreading());
        }
        self.context.set_value(context);
        self.looked.set(true);
        self.settle();
    }

    /// Lets the checks speak about the letter as it stands.
    pub fn settle(self) {
        if !self.looked.get_untracked() {
            return self.gather();
        }
        let letter = self.letter();
        let found =
            self.context.with_value(|context| context.as_ref().map(|context| check(&letter, context)));
        self.conclude(letter, found.unwrap_or_default());
    }

    fn conclude(self, letter: Letter, found: Vec<Finding>) {
        self.unchecked.set_value(false);
        self.settled.set(letter);
        self.findings.set(found);
    }

    /// As [`Self::settle`], for somebody who goes on typing: one thing is looked for after the other, and the next key
    /// stops it, for then there is another letter to check.
    fn settle_between_keys(self, mut checking: CheckRun, last_key: f64) {
        if self.last_key.try_get_value() != Some(last_key) || !self.unchecked.get_value() {
            return;
        }
        let left = self.context.with_value(|context| context.as_ref().map(|context| checking.step(context)));
        if left == Some(true) {
            set_timeout(move || self.settle_between_keys(checking, last_key), std::time::Duration::ZERO);
        } else {
            self.conclude(checking.letter().clone(), checking.found());
        }
    }

    /// Something was typed. All that a key does is to be taken in: the checks and the keeping wait for a pause, and
    /// one timer waits for both, however many keys come.
    pub fn type_in(self, part: Part, text: String) {
        match part {
            Part::Subject => self.subject.set(text),
            Part::Body => self.body.set(text),
        }
        self.typed.set_value(true);
        self.unchecked.set_value(true);
        self.unsaved.set_value(true);
        self.last_key.set_value(timing::uptime());
        if !self.waiting.get_value() {
            self.wait(CHECK_PAUSE_MS);
        }
    }

    fn wait(self, millis: i32) {
        self.waiting.set_value(true);
        self.pause.update_value(|pause| pause.set(millis, move || self.paused()));
    }

    /// The wait is over: the letter is checked and kept, unless a key came in the meantime.
    fn paused(self) {
        #[allow(clippy::cast_possible_truncation)] // some hundred milliseconds
        let quiet = (timing::uptime() - self.last_key.get_value()) as i32;
        self.waiting.set_value(false);
        if quiet < CHECK_PAUSE_MS {
            return self.wait(CHECK_PAUSE_MS - quiet);
        }
        // Before all is prepared they do not speak: they will as soon as it is.
        if self.looked.get_untracked() && self.unchecked.get_value() {
            self.settle_between_keys(CheckRun::of(self.letter()), self.last_key.get_value());
        }
        if quiet < KEEP_PAUSE_MS && self.unsaved.get_value() {
            return self.wait(KEEP_PAUSE_MS - quiet);
        }
        self.keep();
    }

    /// As [`Self::settle`], where something was typed since.
    pub(super) fn settle_now(self) {
        if self.unchecked.get_value() {
            self.settle();
        }
    }

    /// Puts a text into the field.
    pub(super) fn give(self, text: String) {
        self.body.set(text.clone());
        self.given.set(text);
    }

    /// Makes a fix.
    pub fn mend(self, part: Part, fix: &Fix) {
        let text = match part {
            Part::Subject => self.subject.get_untracked(),
            Part::Body => self.body.get_untracked(),
        };
        let mended = fix.made(&text);
        if part == Part::Body {
            self.given.set(mended.clone());
        }
        self.type_in(part, mended);
        self.settle();
    }

    /// Shows where a finding is: the field takes the focus, the passage is selected.
    pub fn point_at(self, at: &std::ops::Range<usize>) {
        let text = self.body.get_untracked();
        if let Some(area) = self.area.get_untracked() {
            let _ = area.focus();
            let _ = area.set_selection_range(utf16_offset(&text, at.start), utf16_offset(&text, at.end));
        }
    }

    /// Another version: the letter is filled in anew. What the user typed is put aside, not thrown away.
    pub fn rewrite(self, change: impl FnOnce(&mut LetterRequest)) {
        let mut order = self.order.get_untracked();
        change(&mut order);
        let fresh = self.state.read_untracked(|records, _, now| compose(records, &order, now));
        self.order.set(order);
        if let Some(fresh) = fresh {
            if self.typed.get_value() {
                self.aside.update(|aside| aside.push(self.letter()));
            }
            self.put(fresh);
            self.typed.set_value(false);
        }
        self.gather();
    }

    /// Fills the letter in anew, unless the user has typed at it.
    fn refill(self) {
        if self.typed.get_value() { self.gather() } else { self.rewrite(|_| ()) }
    }

    /// The letter from a template of the user's own; one that says no says no.
    pub fn rewrite_from(self, template: &Template) {
        self.rewrite(|order| {
            order.template = Some(template.id);
            order.decision = if template.closing { Decision::Decline } else { Decision::Accept };
        });
    }

    /// The user's own wording, back in place; what was typed meanwhile is put aside for it.
    pub fn put_back(self) {
        let typed = self.typed.get_value().then(|| self.letter());
        if let Some(Some(letter)) = self.aside.try_update(Vec::pop) {
            self.aside.update(|aside| aside.splice(0..0, typed).for_each(drop));
            self.put(letter);
            self.typed.set_value(true);
            self.settle();
        }
    }

    fn put(self, letter: Letter) {
        self.subject.set(letter.subject);
        self.give(letter.body);
        self.unsaved.set_value(true);
        self.keep();
    }

    /// Notes what only this person would get; the letter takes it up.
    pub fn note(self, noted: &ConversationNotes, talked_about: String, skill: String) {
        let round = self.state.read_untracked(|records, _, _| {
            let mut round: Round = records.opportunities.get(&noted.opportunity)?.round(noted.round)?.clone();
            let met = round.course.as_mut()?.met.iter_mut().find(|met| met.person == noted.person)?;
            met.talked_about = talked_about;
            met.skill = skill;
            Some(round)
        });
        if let Some(round) = round {
            self.state.dispatch_silent(Command::PutRound {
                opportunity: noted.opportunity,
                round: Box::new(round),
            });
            self.refill();
        }
    }

    /// Notes the user's name; the letter is signed with it.
    pub fn sign(self, name: String) {
        let settings =
            self.state.read_untracked(|records, _, _| Settings { name, ..records.settings.clone() });
        self.state.dispatch(Command::PutSettings(Box::new(settings)));
        self.refill();
        // What was typed at is not filled in anew; it is signed as it stands.
        let unsigned = |finding: &Finding| finding.check == Check::Unsigned;
        let fix = self.findings.with_untracked(|found| found.iter().find(|one| unsigned(one))?.fix.clone());
        if let Some(fix) = fix {
            self.mend(Part::Body, &fix);
        }
    }

    /// The text cut for the paper behind it.
    pub fn marked_spans(self) -> Vec<MarkedSpan> {
        let marks: Vec<_> = self.findings.with(|found| {
            let marked = found.iter().filter(|finding| finding.part == Part::Body);
            marked.flat_map(|finding| finding.at.clone()).collect()
        });
        self.body
            .with(|body| self.settled.with_untracked(|settled| marked_spans(body, &settled.body, &marks)))
    }
}
