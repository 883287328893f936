//! What the user can do.

use super::interview::Interview;
use crate::model::{
    ActionKey, ComparisonBasis, Debrief, Decision, EventId, EventKind, FormDraft, Letter, Mark, Offer,
    OfferId, Opportunity, OpportunityId, Person, PersonId, Record, RecordKey, Records, Round, RoundId,
    Settings, Stamp, Template, TemplateId,
};
use std::collections::BTreeMap;

/// One thing that the user does. Times are arguments of their own where the user may date it back.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Note an interview: the opportunity, the round and the people in one go. The form's draft goes with it.
    RecordInterview(Box<Interview>),
    /// Throw the half-typed form of an interview away.
    ClearForm {
        /// The opportunity that it was opened for.
        opportunity: Option<OpportunityId>,
        /// The round that it was opened for.
        round: Option<RoundId>,
    },

    /// Add an opportunity, or write an edited one.
    PutOpportunity(Box<Opportunity>),
    /// Add the applications of a list.
    BringIn(Vec<super::ListedApplication>),
    /// Remove an opportunity. Its people stay.
    RemoveOpportunity(OpportunityId),
    /// Add a person, or write an edited one.
    PutPerson(Box<Person>),
    /// Add a person to an opportunity: somebody who was not met, a recruiter or the hiring manager.
    AddPerson {
        /// The opportunity that they belong to.
        opportunity: OpportunityId,
        /// The new person.
        person: Box<Person>,
        /// Whether they are of an agency through which the job comes.
        via: bool,
    },
    /// Remove a person, and every mention of them.
    RemovePerson(PersonId),
    /// Add a round, or write an edited one.
    PutRound {
        /// The opportunity that it is a round of.
        opportunity: OpportunityId,
        /// The round, under its id.
        round: Box<Round>,
    },
    /// Remove a round, with what is noted about it.
    RemoveRound {
        /// The opportunity that it is a round of.
        opportunity: OpportunityId,
        /// The round to remove.
        round: RoundId,
    },

    /// A round was called off, or did not take place. It stays in the history, and nothing counts from it.
    CallOffRound {
        /// The opportunity that it is a round of.
        opportunity: OpportunityId,
        /// The round that is off.
        round: RoundId,
        /// Since when that is known.
        at: Stamp,
    },

    /// A letter went out. Its draft goes, and the text stays with the opportunity.
    RecordSent(Box<Sent>),
    /// Something else happened: a reply, a no, a contact.
    LogEvent {
        /// The opportunity in which it happened.
        opportunity: OpportunityId,
        /// When it happened.
        at: Stamp,
        /// What happened.
        what: EventKind,
        /// The user's note on it, or the letter.
        note: Option<Letter>,
    },
    /// Write an edited event: its time, its note.
    EditEvent {
        /// The opportunity in whose history it stands.
        opportunity: OpportunityId,
        /// The event, under its id.
        event: Box<crate::model::Event>,
    },
    /// Remove an event that did not happen after all.
    RemoveEvent {
        /// The opportunity in whose history it stands.
        opportunity: OpportunityId,
        /// The event to remove.
        event: EventId,
    },
    /// A way to reach a person was found; the address, where it is one, is theirs from now on.
    FindContact {
        /// The opportunity in whose history it is noted.
        opportunity: OpportunityId,
        /// The person who can be reached now.
        person: PersonId,
        /// Their email address, if that is what was found.
        email: Option<String>,
        /// When it was found.
        at: Stamp,
    },
    /// Look back at a round.
    Assess {
        /// The opportunity that it is a round of.
        opportunity: OpportunityId,
        /// The round looked back at.
        round: RoundId,
        /// What the user thinks of it.
        debrief: Box<Debrief>,
    },
    /// An action of the plan is done: noted as what it is, a message sent or an address found, wherever the record
    /// has a word for that.
    MarkDone {
        /// The action, as the plan names it.
        action: ActionKey,
        /// To whom a message went, where the action's own key names nobody.
        to: Option<PersonId>,
    },
    /// The user's own word on an action of the plan; [`Mark::Done`] is the same as [`Self::MarkDone`].
    MarkAction {
        /// The action, as the plan names it.
        key: ActionKey,
        /// What the user says of it.
        mark: Mark,
    },
    /// Take the user's word on an action back.
    UnmarkAction(ActionKey),
    /// Contact with a person outside any opportunity.
    RecordContact {
        /// With whom the user was in contact.
        person: PersonId,
        /// When they were in contact.
        at: Stamp,
        /// What was sent; empty where nothing was written here.
        text: String,
    },

    /// Add an offer, or write an edited one.
    PutOffer {
        /// The opportunity that it is an offer of.
        opportunity: OpportunityId,
        /// The offer, under its id.
        offer: Box<Offer>,
    },
    /// Remove an offer.
    RemoveOffer {
        /// The opportunity that it is an offer of.
        opportunity: OpportunityId,
        /// The offer to remove.
        offer: OfferId,
    },
    /// The user thanked them for an offer.
    AcknowledgeOffer {
        /// The opportunity that it is an offer of.
        opportunity: OpportunityId,
        /// Which of its offers.
        offer: OfferId,
        /// When they were thanked.
        at: Stamp,
    },
    /// A spoken offer came in writing.
    ReceiveInWriting {
        /// The opportunity that it is an offer of.
        opportunity: OpportunityId,
        /// Which of its offers.
        offer: OfferId,
        /// When it came.
        at: Stamp,
    },
    /// They gave the user until another day to answer an offer.
    ExtendOffer {
        /// The opportunity that it is an offer of.
        opportunity: OpportunityId,
        /// Which of its offers.
        offer: OfferId,
        /// The new deadline.
        respond_by: Stamp,
        /// The reply in which they said so.
        reply: Box<Reply>,
    },
    /// The user signed an offer.
    SignOffer {
        /// The opportunity that it is an offer of.
        opportunity: OpportunityId,
        /// Which of its offers.
        offer: OfferId,
        /// When it was signed.
        at: Stamp,
    },
    /// The user declined an offer.
    DeclineOffer {
        /// The opportunity that it is an offer of.
        opportunity: OpportunityId,
        /// Which of its offers.
        offer: OfferId,
        /// When it was declined.
        at: Stamp,
        /// The letter, where there was one.
        letter: Option<Letter>,
    },

    /// They took an offer back, signed or not.
    RetractOffer {
        /// The opportunity that it is an offer of.
        opportunity: OpportunityId,
        /// Which of its offers.
        offer: OfferId,
        /// When they did.
        at: Stamp,
    },

    /// Write what offers are compared by, and with.
    PutComparisonBasis(Box<ComparisonBasis>),

    /// Keep a letter as it stands. Whether a friend has read it starts anew with a changed text.
    SaveDraft {
        /// The action that it is for.
        key: ActionKey,
        /// Of an answer to an offer: which answer.
        decision: Option<Decision>,
        /// The letter as it was typed.
        letter: Letter,
        /// The user's own wordings that are put aside for it.
        aside: Vec<Letter>,
    },
    /// Throw a letter away.
    DropDraft(ActionKey),
    /// A friend has read the letter.
    MarkProofread(ActionKey),

    /// Keep a half-typed form as it stands.
    SaveFormDraft(FormDraft),
    /// A form was saved, or thrown away: nothing of it is unsaved any more.
    DropFormDraft(String),

    /// Add a template, or write an edited one.
    PutTemplate(Box<Template>),
    /// Remove a template.
    RemoveTemplate(TemplateId),
    /// Write the settings.
    PutSettings(Box<Settings>),
    /// Note a step of the search that no opportunity shows.
    AddSearchStep {
        /// When the step was taken.
        at: Stamp,
        /// What it was, in the user's words; may be empty.
        what: String,
    },

    /// One of these, given in a form that was opened on this record as it was then. What came to the record since, from
    /// another tab say, stays.
    Since(Box<Record>, Box<Command>),
    /// Some of these in one go, so that one undo takes all of them back. What is said of it is what the first one says.
    Batch(Box<Command>, Vec<Command>),

    /// Load the example search, from [`crate::example::search`], beside whatever is there.
    LoadExample(Box<Records>),
    /// Remove the example search again.
    DropExample,
    /// Put a backup's records in place.
    RestoreBackup {
        /// The records.
        records: Box<Records>,
        /// What becomes of those that are there.
        how: Restoring,
        /// The texts of those records that hold more than is known here, as they would be stored.
        texts: BTreeMap<RecordKey, String>,
    },
}

/// A letter that went out.
#[derive(Clone, PartialEq, Debug)]
pub struct Sent {
    /// The action that it was for.
    pub key: ActionKey,
    /// To whom, where it went to somebody by name.
    pub to: Option<PersonId>,
    /// When it was sent.
    pub at: Stamp,
    /// The text; `None` where it was written elsewhere.
    pub letter: Option<Letter>,
    /// Whether the guard advised against it and the user wrote all the same.
    pub against_advice: bool,
    /// The user's answer, where it gives one to an offer: a yes or a no to it, or that they ask for more first.
    pub answer: Option<Decision>,
}

/// A reply that promises nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reply {
    /// When it came.
    pub at: Stamp,
    /// From whom, where it is known.
    pub person: Option<PersonId>,
    /// The user's note on it.
    pub note: Option<Letter>,
}

/// What becomes of the records that are there when a backup is restored.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Restoring {
    /// They go.
    Replace,
    /// They stay; the backup adds what they lack.
    Merge,
}
