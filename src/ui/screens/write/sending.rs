//! The ways out of the editor: the mail program, the clipboard, the share sheet; and that it went out.

use super::editor::LetterEditor;
use crate::commands::{Command, Sent};
use crate::exchange::mailto::mailto;
use crate::letters::{Check, Decision, LetterKind};
use crate::model::{Mark, Stamp};
use crate::platform::{clock, page, share};
use crate::view::{Route, bundled_with, for_all};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

impl LetterEditor {
    /// The address for the mail program; `None` where the letter has to be copied.
    pub fn mailto(self, email: Option<&str>) -> Option<String> {
        self.settled.with(|letter| mailto(email, letter))
    }

    /// The mail program opens with the letter as it stands, the last key included.
    pub fn mail(self, event: &leptos::ev::MouseEvent, email: Option<&str>) {
        let address = mailto(email, &self.letter());
        let link = event.current_target().and_then(|link| link.dyn_into::<web_sys::Element>().ok());
        if let (Some(link), Some(address)) = (link, address) {
            // It only fails for a name that is no attribute's.
            let _ = link.set_attribute("href", &address);
        }
        self.handed.set(true);
    }

    /// Puts the letter on the clipboard.
    pub fn copy(self, with_subject: bool) {
        let letter = self.letter();
        let text = if with_subject && !letter.subject.is_empty() {
            format!("{}\n\n{}", letter.subject, letter.body)
        } else {
            letter.body
        };
        share::copy(&text, move |copied| self.told(copied));
    }

    fn told(self, copied: bool) {
        if copied {
            self.handed.set(true);
            self.state.say("Copied");
        } else if let Some(area) = self.area.get_untracked() {
            let _ = area.focus();
            area.select();
            self.state.say("Your browser did not let it be copied. The text is selected.");
        }
    }

    /// Hands the letter to the system's share sheet.
    pub fn share(self) {
        let letter = self.letter();
        share::share(&letter.subject, &letter.body, move |shared| {
            if shared {
                self.handed.set(true);
            }
        });
    }

    /// It went out, at that moment. A no to an offer declines it; of a yes the user says whether it is signed.
    pub fn sent(self, at: Stamp, against_advice: bool) {
        match self.answers() {
            Some(Decision::Accept) => self.asking.set(Some((at, against_advice))),
            answer => self.record(at, against_advice, answer),
        }
    }

    /// The answer to an offer that this letter gives.
    pub fn answers(self) -> Option<Decision> {
        let decision = self.order.with(|order| order.decision);
        matches!(LetterKind::of(&self.key, decision), Some(LetterKind::Accept | LetterKind::Decline))
            .then_some(decision)
    }

    /// Keeps that it went out, with what it settles.
    pub fn record(self, at: Stamp, against_advice: bool, settles: Option<Decision>) {
        if self.state.is_leaving() {
            return;
        }
        self.unsaved.set_value(false);
        self.settle_now();
        let to = self.order.with_untracked(|order| order.to);
        let early = self
            .findings
            .with_untracked(|found| found.iter().any(|finding| finding.check == Check::TooEarly));
        let sent = Sent {
            key: self.key,
            to,
            at,
            letter: Some(self.letter()),
            against_advice: against_advice || early,
            settles,
        };
        let with = self.state.read_untracked(|_, plan, _| bundled_with(plan, self.key));
        let sent = for_all(Command::RecordSent(Box::new(sent)), &with, Mark::Done);
        if self.state.try_dispatch(sent).is_ok() {
            page::navigate(&Route::Today.href());
        }
    }

    /// It went out just now.
    pub fn sent_now(self, against_advice: bool) {
        self.sent(clock::now(), against_advice);
    }
}
