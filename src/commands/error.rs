//! Why a command cannot be carried out. Nothing has changed then.

use crate::model::{ActionKey, EventId, OfferId, OpportunityId, PersonId, RoundId, TemplateId};

/// Why a command cannot be carried out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CommandError {
    /// The opportunity is not there (any more).
    #[error("This opportunity is not there any more.")]
    NoOpportunity(OpportunityId),
    /// The person is not there (any more).
    #[error("This person is not there any more.")]
    NoPerson(PersonId),
    /// The round is not there (any more).
    #[error("This round is not there any more.")]
    NoRound(RoundId),
    /// The offer is not there (any more).
    #[error("This offer is not there any more.")]
    NoOffer(OfferId),
    /// The event is not there (any more).
    #[error("This entry is not there any more.")]
    NoEvent(EventId),
    /// The template is not there (any more).
    #[error("This template is not there any more.")]
    NoTemplate(TemplateId),
    /// There is no letter begun for that action.
    #[error("There is no letter begun here.")]
    NoDraft(ActionKey),
    /// The action's name lacks what it has to be about.
    #[error("This step does not say whom or what it is about.")]
    Unaddressed(ActionKey),
    /// A round would end before it starts.
    #[error("A round cannot end before it starts.")]
    EndsBeforeStart(RoundId),
    /// A company or a name is empty.
    #[error("A name is needed here, at least one letter.")]
    Nameless,
}
