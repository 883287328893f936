//! From when a LinkedIn request is right: what R6 and R15 share.

use crate::etiquette::rule_context::RuleContext;
use crate::etiquette::{Reason, Window};
use crate::model::Stamp;

/// It is due, and closes, at the end of these business days after it opens.
const DUE: u32 = 2;
const CLOSES: u32 = 10;

/// From when a request is right.
#[derive(Clone, Copy)]
pub(crate) enum Opening {
    /// From that moment on, for that reason.
    At(Stamp, Reason),
    /// Once the thank-you is sent that announces it. The round ended at that moment.
    AfterThanks(Stamp),
}

impl Opening {
    pub(crate) fn window(self, ctx: &RuleContext<'_>) -> Window {
        match self {
            Self::At(opens, _) => {
                let day = ctx.calendar.day(opens);
                Window::opening(opens)
                    .due(ctx.end_of_business_day(day, DUE))
                    .closes(ctx.end_of_business_day(day, CLOSES))
            }
            Self::AfterThanks(ended) => Window::opening(ended),
        }
    }

    pub(crate) fn reason(self) -> Reason {
        match self {
            Self::At(_, reason) => reason,
            Self::AfterThanks(_) => Reason::Announced(None),
        }
    }

    pub(crate) fn waits_for_thanks(self) -> bool {
        matches!(self, Self::AfterThanks(_))
    }
}
