//! The ways out of the editor: the mail program, the clipboard, the share sheet; and that it went out.

use super::state::{LetterEditor, Workings};
use crate::commands::{Command, Sent};
use crate::exchange::mailto::{MailLink, mail_link};
use crate::letters::{Check, Finding, LetterRequest, Part};
use crate::model::{ActionKey, Decision, Letter, Mark, Stamp, Task};
use crate::platform::{clock, page, share};
use crate::ui::screens::signing::Signing;
use crate::view_models::{Route, asked_in_thanks, bundled_with, for_all};
use leptos::prelude::*;
use std::mem;
use wasm_bindgen::JsCast;

/// Said where the text is on the clipboard instead of in the mail program.
const TOO_LONG: &str = "Too long for the link: the text is copied. Paste it into the mail";

impl LetterEditor {
    /// The link for the mail program; `None` where the letter has to be copied.
    pub fn mail_link(self, email: Option<&str>) -> Option<MailLink> {
        self.state.with(|state| mail_link(email, &state.checked))
    }

    /// The mail program opens with the letter as it stands, the last key included. A text that is too long for that is
    /// on the clipboard then.
    pub fn mail(self, event: &leptos::ev::MouseEvent, email: Option<&str>) {
        if self.holds_at_blank() {
            event.prevent_default();
            return;
        }
        let mail_link = self.text.with_untracked(|letter| mail_link(email, letter));
        let link = event.current_target().and_then(|link| link.dyn_into::<web_sys::Element>().ok());
        if let (Some(link), Some(MailLink { address, with_text })) = (link, mail_link) {
            // It only fails for a name that is no attribute's.
            let _ = link.set_attribute("href", &address);
            if !with_text {
                self.copy_part(self.text.with_untracked(|letter| letter.body.clone()), TOO_LONG);
            }
        }
        self.state.update(|state| state.mail_was_asked = true);
    }

    /// The user has been in another window or program, and is here again.
    pub(super) fn came_back(self) {
        let is_out = self.state.try_with_untracked(|state| state.mail_was_asked && !state.handed);
        if is_out == Some(true) {
            self.hand_over();
        }
    }

    /// Whether a place in it is still to be filled in; then that is said and shown, and nothing goes out. It is said
    /// once: who goes on has seen it.
    fn holds_at_blank(self) -> bool {
        self.check_now();
        let is_blank = |finding: &&Finding| finding.check == Check::Blank;
        let blank = self.state.with_untracked(|state| state.findings.iter().find(is_blank).cloned());
        let Some(Finding { part, at, reason, .. }) = blank else { return false };
        let told = |workings: &mut Workings| mem::replace(&mut workings.told_of_blank, true);
        if self.workings.try_update_value(told) == Some(true) {
            return false;
        }
        self.app.say(format!("{reason} Tap again to go on all the same."));
        if let Some(at) = at.first().filter(|_| part == Part::Body) {
            self.point_at(at);
        }
        true
    }

    /// It was handed to another program.
    fn hand_over(self) {
        self.state.update(|state| state.handed = true);
    }

    /// Puts a part of the letter, or its address, on the clipboard.
    pub fn copy_part(self, part: String, told: &'static str) {
        share::copy(&part, move |copied| {
            self.app.say(if copied { told } else { "Your browser did not let it be copied." });
        });
    }

    /// Puts the letter on the clipboard.
    pub fn copy(self, with_subject: bool) {
        let Letter { subject, body } = self.text.get_untracked();
        let text = if with_subject && !subject.is_empty() { format!("{subject}\n\n{body}") } else { body };
        share::copy(&text, move |copied| self.told(copied));
    }

    fn told(self, copied: bool) {
        if copied {
            self.hand_over();
            self.app.say("Copied");
        } else if let Some(area) = self.area.get_untracked() {
            let _ = area.focus();
            area.select();
            self.app.say("Your browser did not let it be copied. The text is selected.");
        }
    }

    /// Hands the letter to the system's share sheet. That knows nothing of the addressee: the address is on the
    /// clipboard then.
    pub fn share(self, email: Option<String>) {
        if self.holds_at_blank() {
            return;
        }
        if let Some(email) = email {
            self.copy_part(email, "The address is copied, too");
        }
        let letter = self.text.get_untracked();
        share::share(&letter.subject, &letter.body, move |shared| {
            if shared {
                self.hand_over();
            }
        });
    }

    /// It went out, at that moment. After a yes to an offer the user is asked whether it is signed, too.
    pub fn sent(self, at: Stamp, against_advice: bool) {
        if !self.record(at, against_advice) {
            return;
        }
        if self.answer() == Some(Decision::Accept) {
            self.state.update(|state| state.asking = Some(at));
        } else {
            page::navigate(&Route::Today.href());
        }
    }

    /// What this letter answers to an offer.
    fn answer(self) -> Option<Decision> {
        self.state.with_untracked(|state| {
            let LetterRequest { key, decision, .. } = &state.request;
            (key.task == Task::DecideOffer).then_some(*decision)
        })
    }

    /// The signature of the offer that this letter says yes to.
    pub fn signing(self, at: Stamp) -> Option<Signing> {
        let ActionKey { opportunity, offer, .. } = self.key();
        Some(Signing { home: opportunity?, offer: offer?, at })
    }

    /// Records that it went out; whether that is done.
    fn record(self, at: Stamp, against_advice: bool) -> bool {
        if self.app.is_leaving() {
            return false;
        }
        self.autosave.take_dirty();
        self.check_now();
        let (to, early) = self.state.with_untracked(|state| {
            let early = state.findings.iter().any(|finding| finding.check == Check::TooEarly);
            (state.request.to, early)
        });
        let letter = self.text.get_untracked();
        let (with, later) = self.app.read_untracked(|_, plan, _| {
            (bundled_with(plan, self.key()), asked_in_thanks(plan, self.key(), &letter, at))
        });
        let sent = Sent {
            key: self.key(),
            to,
            at,
            letter: Some(letter),
            against_advice: against_advice || early,
            answer: self.answer(),
        };
        let sent = for_all(Command::RecordSent(Box::new(sent)), &with, Mark::Done);
        let sent = match later {
            Some(later) => Command::Batch(Box::new(sent), vec![later]),
            None => sent,
        };
        self.app.try_dispatch(sent).is_ok()
    }

    /// It went out just now.
    pub fn sent_now(self, against_advice: bool) {
        if self.holds_at_blank() {
            return;
        }
        self.sent(clock::now(), against_advice);
    }
}
