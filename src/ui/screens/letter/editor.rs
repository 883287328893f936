//! The letter while it is typed: saved as it stands, checked at each pause, never planned anew at a key.

use super::saving;
use super::state::{Checks, LetterEditor, LetterState, Workings};
use crate::commands::Command;
use crate::letters::{
    Check, CheckContext, CheckRun, Finding, FingerprintCache, Fix, LetterRequest, Part, check, compose,
};
use crate::model::{Letter, Round, Settings, Template};
use crate::platform::{events, page, timing};
use crate::ui::autosave::Autosave;
use crate::ui::state::{AppState, state};
use crate::view_models::templates::decision_of;
use crate::view_models::{ConversationNotes, LetterPage, MarkedSpan, marked_spans, utf16_offset};
use leptos::prelude::*;

/// How long after a key the letter is checked.
const CHECK_PAUSE_MS: i32 = 250;
/// How long one piece of a longer work may take.
const PIECE_MS: f64 = 6.0;

/// The fingerprints of earlier letters live as long as the page: one screen finds those that another has made.
fn prints(app: AppState) -> StoredValue<FingerprintCache, LocalStorage> {
    app.with_root(|| {
        use_context().unwrap_or_else(|| {
            let prints = StoredValue::new_local(FingerprintCache::default());
            provide_context(prints);
            prints
        })
    })
}

impl LetterEditor {
    /// Opens the letter of a page.
    pub fn open(page: &LetterPage) -> Self {
        let (app, letter, aside) = (state(), page.letter.clone(), page.aside.clone());
        let (text, given) = (RwSignal::new(letter.clone()), RwSignal::new(letter.body.clone()));
        let state = RwSignal::new(LetterState {
            request: page.request.clone(),
            typed: page.drafted,
            checked: letter.clone(),
            findings: Vec::new(),
            checks: Checks::Preparing,
            aside: aside.clone(),
            mail_was_asked: false,
            handed: false,
            asking: None,
        });
        let saved = page.drafted.then_some((letter, aside));
        let workings = StoredValue::new_local(Workings { saved, ..Workings::default() });
        let autosave = Autosave::new(move || saving::save(app, text, state, workings));
        let editor = Self { app, text, given, state, area: NodeRef::new(), autosave, workings };
        // The letter is to be seen before it is compared with all that were written earlier.
        page::after_paint(move || editor.prepare(0));
        editor.follow_other_tabs();
        StoredValue::new_local(events::on_return(move || editor.came_back()));
        editor
    }

    /// Prepares what the letter is held against, in pieces that no key has to wait for; then it is checked.
    fn prepare(self, from: usize) {
        // The screen may be gone by then, or something was asked of the checks already.
        let prepared = self
            .state
            .try_with_untracked(|state| (state.checks == Checks::Preparing).then(|| state.request.clone()));
        let Some(Some(request)) = prepared else { return };
        let until = timing::uptime() + PIECE_MS;
        let left = self.app.read_untracked(|records, _, now| {
            let mut has_time = || timing::uptime() < until;
            prints(self.app)
                .try_update_value(|prints| prints.prepare(records, &request, now, from, &mut has_time))
                .flatten()
        });
        if let Some(place) = left {
            set_timeout(move || self.prepare(place), std::time::Duration::ZERO);
        } else {
            self.gather();
        }
    }

    /// Gathers anew what the letter is checked against, and checks it.
    pub(super) fn gather(self) {
        let request = self.state.with_untracked(|state| state.request.clone());
        let context = self.app.read_untracked(|records, _, now| {
            prints(self.app)
                .try_update_value(|prints| CheckContext::with(prints, records, &request, now))
                .flatten()
        });
        self.workings.update_value(|workings| workings.context = context);
        self.check();
    }

    /// Checks the letter as it stands.
    fn check(self) {
        let letter = self.text.get_untracked();
        let found = self.workings.with_value(|it| it.context.as_ref().map(|context| check(&letter, context)));
        self.conclude(letter, found.unwrap_or_default());
    }

    fn conclude(self, checked: Letter, findings: Vec<Finding>) {
        self.state.update(|state| {
            (state.checked, state.findings, state.checks) = (checked, findings, Checks::Current);
        });
    }

    /// As [`Self::check`], for somebody who goes on typing: one thing is looked for after the other, and the next key
    /// stops it, for then there is another letter to check.
    fn check_between_keys(self, mut run: CheckRun, keys: u32) {
        if self.state.try_with_untracked(|state| state.checks) != Some(Checks::Outdated) {
            return;
        }
        let left = self.workings.try_with_value(|workings| {
            let context = workings.context.as_ref().filter(|_| workings.keys == keys)?;
            Some(run.step(context))
        });
        match left.flatten() {
            Some(true) => {
                set_timeout(move || self.check_between_keys(run, keys), std::time::Duration::ZERO);
            }
            Some(false) => self.conclude(run.letter().clone(), run.found()),
            None => {}
        }
    }

    /// Something was typed. All that a key does is to be taken in: checking and saving wait for a pause.
    pub fn type_in(self, part: Part, text: String) {
        self.text.update(|letter| match part {
            Part::Subject => letter.subject = text,
            Part::Body => letter.body = text,
        });
        if self.state.with_untracked(|state| !state.typed || state.checks == Checks::Current) {
            self.state.update(|state| {
                state.typed = true;
                if state.checks == Checks::Current {
                    state.checks = Checks::Outdated;
                }
            });
        }
        self.autosave.changed();
        self.workings.update_value(|workings| {
            workings.keys = workings.keys.wrapping_add(1);
            let keys = workings.keys;
            // Before all is prepared nothing is checked: it will be as soon as it is.
            workings.pause.set(CHECK_PAUSE_MS, move || {
                if self.checks() == Checks::Outdated {
                    self.check_between_keys(CheckRun::of(self.text.get_untracked()), keys);
                }
            });
        });
    }

    /// Checks the letter, unless that was done since something was last typed.
    pub(super) fn check_now(self) {
        match self.checks() {
            Checks::Preparing => self.gather(),
            Checks::Outdated => self.check(),
            Checks::Current => {}
        }
    }

    /// Puts another letter into the fields, and saves it.
    fn put(self, letter: Letter, typed: bool) {
        self.show(letter, typed);
        self.autosave.changed();
        self.autosave.flush();
    }

    /// Puts another letter into the fields.
    pub(super) fn show(self, letter: Letter, typed: bool) {
        self.state.update(|state| {
            state.typed = typed;
            if state.checks == Checks::Current {
                state.checks = Checks::Outdated;
            }
        });
        self.given.set(letter.body.clone());
        self.text.set(letter);
    }

    /// Makes a fix.
    pub fn mend(self, part: Part, fix: &Fix) {
        let mended = self.text.with_untracked(|letter| match part {
            Part::Subject => fix.made(&letter.subject),
            Part::Body => fix.made(&letter.body),
        });
        if part == Part::Body {
            self.given.set(mended.clone());
        }
        self.type_in(part, mended);
        self.check_now();
    }

    /// Shows where a finding is: the field takes the focus, the passage is selected.
    pub fn point_at(self, at: &std::ops::Range<usize>) {
        if let Some(area) = self.area.get_untracked() {
            let offset = |byte| self.text.with_untracked(|letter| utf16_offset(&letter.body, byte));
            let _ = area.focus();
            let _ = area.set_selection_range(offset(at.start), offset(at.end));
        }
    }

    /// Another version: the letter is filled in anew. What the user typed is put aside, not thrown away.
    pub fn rewrite(self, change: impl FnOnce(&mut LetterRequest)) {
        let mut request = self.state.with_untracked(|state| state.request.clone());
        change(&mut request);
        let fresh = self.app.read_untracked(|records, _, now| compose(records, &request, now));
        let before = self.text.get_untracked();
        self.state.update(|state| {
            state.request = request;
            if fresh.is_some() && state.typed {
                state.aside.push(before);
            }
        });
        if let Some(fresh) = fresh {
            self.put(fresh, false);
        }
        // Where the user's own wording went is said in sight of the button that put it there.
        page::after_layout(|| page::bring_into_view(".letter__letter > .notice"));
        self.gather();
    }

    /// Fills the letter in anew, unless the user has typed at it.
    fn refill(self) {
        if self.state.with_untracked(|state| state.typed) { self.gather() } else { self.rewrite(|_| ()) }
    }

    /// The letter from a template of the user's own; it says to an offer what that one says.
    pub fn rewrite_from(self, template: &Template) {
        self.rewrite(|request| {
            request.template = Some(template.id);
            request.decision = decision_of(template);
        });
    }

    /// The user's own wording, back in place; what was typed meanwhile is put aside for it.
    pub fn put_back(self) {
        let before = self.text.get_untracked();
        let back = self.state.try_update(|state| {
            let letter = state.aside.pop()?;
            if state.typed {
                state.aside.insert(0, before);
            }
            Some(letter)
        });
        if let Some(letter) = back.flatten() {
            self.put(letter, true);
            self.check_now();
        }
    }

    /// Notes what only this person would get; the letter takes it up.
    pub fn note(self, noted: &ConversationNotes, talked_about: String, skill: String) {
        let round = self.app.read_untracked(|records, _, _| {
            let mut round: Round = records.opportunities.get(&noted.opportunity)?.round(noted.round)?.clone();
            let met = round.course.as_mut()?.met.iter_mut().find(|met| met.person == noted.person)?;
            met.talked_about = talked_about;
            met.skill = skill;
            Some(round)
        });
        if let Some(round) = round {
            let round = Box::new(round);
            self.app.dispatch_silent(Command::PutRound { opportunity: noted.opportunity, round });
            self.refill();
        }
    }

    /// Notes the user's name; the letter is signed with it.
    pub fn sign(self, name: String) {
        let settings = self.app.read_untracked(|records, _, _| Settings { name, ..records.settings.clone() });
        self.app.dispatch(Command::PutSettings(Box::new(settings)));
        self.refill();
        // What was typed at is not filled in anew; it is signed as it stands.
        let unsigned = |finding: &&Finding| finding.check == Check::Unsigned;
        let fix = self.state.with_untracked(|state| state.findings.iter().find(unsigned)?.fix.clone());
        if let Some(fix) = fix {
            self.mend(Part::Body, &fix);
        }
    }

    /// The text cut for the paper behind it.
    pub fn marked_spans(self) -> Vec<MarkedSpan> {
        self.state.with(|state| {
            let marked = state.findings.iter().filter(|finding| finding.part == Part::Body);
            let marks: Vec<_> = marked.flat_map(|finding| finding.at.clone()).collect();
            self.text.with(|letter| marked_spans(&letter.body, &state.checked.body, &marks))
        })
    }
}
