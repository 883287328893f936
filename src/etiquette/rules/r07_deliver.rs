//! R7: send what was asked for, a work sample or references, by the day it was asked for.
//!
//! Source: ACCRUE.

use crate::etiquette::circumstances::{Circumstances, Proposal};
use crate::etiquette::history::History;
use crate::etiquette::{Action, Reason, Rule, Window};
use crate::model::{ActionKey, EventKind, Stamp, Task};

pub(crate) fn propose(history: &History<'_>, at: &Circumstances<'_>, out: &mut Vec<Action>) {
    for round in history.ended_rounds() {
        for item in history.course(round).map_or(&[][..], |course| &course.deliver) {
            let window = Window::opening(round.ends).due(at.days.end(item.by));
            let key = ActionKey { round: Some(round.id), item: Some(item.id), ..history.key(Task::Deliver) };
            let delivered =
                history.when(|what| *what == EventKind::Delivered { round: round.id, item: item.id });
            Proposal::new(Rule::R7, key, window, Reason::AskedFor(item.by))
                .done(delivered)
                .word(history.word_on(key, Stamp::MIN_UTC))
                .to(history.addressee(), history.channel())
                .add(out, at, Some(history));
        }
    }
}
