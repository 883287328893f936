//! R12: the channel. The one that they asked for, else email; a status question by phone only if they invited
//! calls. It shapes every message (`History::channel`) and the guard's answer.
//!
//! Sources: STAR, PLAN.

use crate::etiquette::history::History;
use crate::model::Channel;

/// Whether a status question may go that way.
pub(crate) fn may_ask_by(history: &History<'_>, by: Option<Channel>) -> bool {
    by != Some(Channel::Phone) || history.calls_invited()
}
