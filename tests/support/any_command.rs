//! Generated commands: every kind that there is, by construction.

use super::search::{self, Random};
use afterword::commands::interview::{InterviewForm, PersonRow, Timing};
use afterword::commands::{Command, ListedApplication, Reply, Restoring, Sent, editor_of};
use afterword::etiquette::{Now, plan};
use afterword::model::Decision;
use afterword::model::{
    ActionKey, ComparisonBasis, Criterion, Debrief, Event, EventId, EventKind, FormDraft, Interest, ItemId,
    Letter, Mark, Offer, OfferId, Opportunity, OpportunityId, Person, PersonId, Record, Records, Role, Round,
    RoundId, Settings, Stamp, Task, Template, TemplateId,
};
use chrono::{TimeDelta, Utc};
use uuid::Uuid;

fn now() -> Stamp {
    Stamp::from_timestamp(search::ORIGIN).unwrap()
}

/// Any command, about what is there or about what is not.
pub struct Any<'a> {
    pub random: &'a mut Random,
    pub records: &'a Records,
}

/// Says for each kind of a type how one is made. A kind that is missing does not compile.
macro_rules! any_kind {
    ($fn:ident, $kinds:ident: $type:ty, $any:ident => { $($kind:pat => $make:expr,)+ }) => {
        pub const $kinds: usize = [$(stringify!($kind)),+].len();

        impl Any<'_> {
            /// One of that kind.
            pub fn $fn(&mut self, kind: usize) -> $type {
                #[allow(unused_variables)] // a kind without anything in it is made from nothing
                let makers: [fn(&mut Any<'_>) -> $type; $kinds] = [$(|$any| $make),+];
                let made = makers[kind](self);
                let of_its_kind = [$(matches!(made, $kind)),+];
                assert!(of_its_kind[kind], "{made:?}");
                match made {
                    $($kind => {})+
                }
                made
            }
        }
    };
}

any_kind! { command_of_kind, COMMANDS: Command, any => {
    Command::RecordInterview(_) => any.interview(),
    Command::ClearForm { .. } => {
        let opportunity = any.maybe(50, Any::opportunity);
        let round = any.maybe(50, |any| { let of = any.opportunity(); any.round(of) });
        Command::ClearForm { opportunity, round }
    },
    Command::PutOpportunity(_) => any.edited_opportunity(),
    Command::BringIn(_) => {
        let applied = any.maybe(80, |any| any.random.moment());
        let ended = any.maybe(40, |any| (EventKind::Rejected { person: None }, any.random.moment()));
        let [link, notes] = ["acme.example", "From a list"].map(str::to_owned);
        let (company, role) = ("Acme".to_owned(), "Analyst".to_owned());
        Command::BringIn(vec![ListedApplication { company, role, applied, link, notes, ended }])
    },
    Command::RemoveOpportunity(_) => Command::RemoveOpportunity(any.opportunity()),
    Command::PutPerson(_) => Command::PutPerson(Box::new(any.new_person())),
    Command::AddPerson { .. } => {
        let via = any.random.chance(30);
        Command::AddPerson { opportunity: any.opportunity(), person: Box::new(any.new_person()), via }
    },
    Command::RemovePerson(_) => Command::RemovePerson(any.person()),
    Command::PutRound { .. } => {
        let (opportunity, at) = (any.opportunity(), any.random.moment());
        let mut round = Round::new(any.round(opportunity), at, at + TimeDelta::hours(1));
        round.off = any.maybe(20, |any| any.random.moment());
        Command::PutRound { opportunity, round: Box::new(round) }
    },
    Command::RemoveRound { .. } => {
        let opportunity = any.opportunity();
        Command::RemoveRound { opportunity, round: any.round(opportunity) }
    },
    Command::CallOffRound { .. } => {
        let (opportunity, at) = (any.opportunity(), any.random.moment());
        Command::CallOffRound { opportunity, round: any.round(opportunity), at }
    },
    Command::RecordSent(_) => Command::RecordSent(Box::new(Sent {
        key: any.key(),
        to: any.maybe(50, Any::person),
        at: any.random.moment(),
        letter: any.maybe(50, Any::letter),
        against_advice: any.random.chance(20),
        answer: any.random.pick(&[None, Some(Decision::Accept), Some(Decision::Decline)]),
    })),
    Command::LogEvent { .. } => Command::LogEvent {
        opportunity: any.opportunity(),
        at: any.random.moment(),
        what: any.what(),
        note: any.maybe(30, Any::letter),
    },
    Command::EditEvent { .. } => {
        let (opportunity, at, what) = (any.opportunity(), any.random.moment(), any.what());
        let id = any.event(opportunity);
        let letter = any.maybe(30, Any::letter).map(Box::new);
        let event = Box::new(Event { id, at, what, letter, against_advice: false });
        Command::EditEvent { opportunity, event }
    },
    Command::RemoveEvent { .. } => {
        let opportunity = any.opportunity();
        Command::RemoveEvent { opportunity, event: any.event(opportunity) }
    },
    Command::FindContact { .. } => Command::FindContact {
        opportunity: any.opportunity(),
        person: any.person(),
        email: any.maybe(50, |_| " dana@example.com ".to_owned()),
        at: any.random.moment(),
    },
    Command::Assess { .. } => {
        let opportunity = any.opportunity();
        Command::Assess {
            opportunity,
            round: any.round(opportunity),
            debrief: Box::new(Debrief { interest: Interest::NotSure, ..Debrief::default() }),
        }
    },
    Command::MarkDone { .. } => Command::MarkDone { action: any.key(), to: any.maybe(30, Any::person) },
    Command::MarkAction { .. } => Command::MarkAction { key: any.key(), mark: any.mark() },
    Command::UnmarkAction(_) => Command::UnmarkAction(any.key()),
    Command::RecordContact { .. } => {
        Command::RecordContact { person: any.person(), at: any.random.moment(), text: String::new() }
    },
    Command::PutOffer { .. } => {
        let opportunity = any.opportunity();
        let mut offer = Offer::new(any.offer(opportunity), any.random.moment());
        offer.made_by = any.maybe(50, Any::person);
        offer.retracted = any.maybe(10, |any| any.random.moment());
        Command::PutOffer { opportunity, offer: Box::new(offer) }
    },
    Command::RemoveOffer { .. } => {
        let opportunity = any.opportunity();
        Command::RemoveOffer { opportunity, offer: any.offer(opportunity) }
    },
    Command::AcknowledgeOffer { .. } => {
        let (opportunity, at) = (any.opportunity(), any.random.moment());
        Command::AcknowledgeOffer { opportunity, offer: any.offer(opportunity), at }
    },
    Command::ReceiveInWriting { .. } => {
        let (opportunity, at) = (any.opportunity(), any.random.moment());
        Command::ReceiveInWriting { opportunity, offer: any.offer(opportunity), at }
    },
    Command::ExtendOffer { .. } => {
        let (opportunity, at) = (any.opportunity(), any.random.moment());
        let reply = Box::new(Reply { at, person: any.maybe(50, Any::person), note: any.maybe(50, Any::letter) });
        Command::ExtendOffer { opportunity, offer: any.offer(opportunity), respond_by: any.random.moment(), reply }
    },
    Command::SignOffer { .. } => {
        let (opportunity, at) = (any.opportunity(), any.random.moment());
        Command::SignOffer { opportunity, offer: any.offer(opportunity), at }
    },
    Command::DeclineOffer { .. } => {
        let (opportunity, at) = (any.opportunity(), any.random.moment());
        Command::DeclineOffer { opportunity, offer: any.offer(opportunity), at, letter: any.maybe(50, Any::letter) }
    },
    Command::RetractOffer { .. } => {
        let (opportunity, at) = (any.opportunity(), any.random.moment());
        Command::RetractOffer { opportunity, offer: any.offer(opportunity), at }
    },
    Command::SaveDraft { .. } => {
        let aside = any.maybe(50, Any::letter).into_iter().collect();
        Command::SaveDraft { key: any.key(), decision: any.maybe(50, |_| Decision::Decline), letter: any.letter(), aside }
    },
    Command::DropDraft(_) => Command::DropDraft(any.drafted()),
    Command::MarkProofread(_) => Command::MarkProofread(any.drafted()),
    Command::SaveFormDraft(_) => {
        let texts = vec!["They wrote".to_owned()];
        Command::SaveFormDraft(FormDraft { form: any.form(), texts, was: Vec::new(), open: any.random.chance(50) })
    },
    Command::DropFormDraft(_) => Command::DropFormDraft(any.form()),
    Command::PutTemplate(_) => Command::PutTemplate(Box::new(Template {
        id: any.template(),
        task: any.random.pick(Task::ALL),
        closing: any.random.chance(20),
        decision: any.maybe(20, |_| Decision::Negotiate),
        name: "Mine".to_owned(),
        subject: String::new(),
        body: "Hello {name}".to_owned(),
    })),
    Command::RemoveTemplate(_) => Command::RemoveTemplate(any.template()),
    Command::PutSettings(_) => {
        let quiet_year_end = any.random.chance(50);
        Command::PutSettings(Box::new(Settings { name: "Jo".to_owned(), quiet_year_end, ..Settings::default() }))
    },
    Command::PutComparisonBasis(_) => {
        let mut comparing = ComparisonBasis::default();
        comparing.weights.set(Criterion::Growth, Some(3));
        Command::PutComparisonBasis(Box::new(comparing))
    },
    Command::AddSearchStep { .. } => {
        Command::AddSearchStep { at: any.random.moment(), what: "A meet-up".to_owned() }
    },
    Command::Since(..) => {
        let was = any.records.opportunities.values().next().cloned();
        let was = was.unwrap_or_else(|| Opportunity::new(any.opportunity(), "Acme", ""));
        let was = Opportunity { notes: "As it was then".to_owned(), ..was };
        Command::Since(Box::new(Record::Opportunity(Box::new(was))), Box::new(any.edited_opportunity()))
    },
    Command::Batch(..) => Command::Batch(Box::new(any.single()), vec![any.single(), any.single()]),
    Command::LoadExample(_) => {
        let moment = Now::new(now(), chrono::Utc);
        Command::LoadExample(Box::new(afterword::example::search(&moment)))
    },
    Command::DropExample => Command::DropExample,
    Command::RestoreBackup { .. } => Command::RestoreBackup {
        records: Box::new(search::search(&mut Random(any.random.next()), 3)),
        how: any.random.pick(&[Restoring::Merge, Restoring::Replace]),
        texts: std::collections::BTreeMap::new(),
    },
} }

any_kind! { what_of_kind, EVENTS: EventKind, any => {
    EventKind::Assessed { .. } => EventKind::Assessed { round: any.any_round() },
    EventKind::ContactFound { .. } => EventKind::ContactFound { person: any.person() },
    EventKind::ThankYouSent { .. } => {
        EventKind::ThankYouSent { person: any.person(), round: any.any_round() }
    },
    EventKind::LinkedinSent { .. } => EventKind::LinkedinSent { person: any.person() },
    EventKind::Connected { .. } => EventKind::Connected { person: any.person() },
    EventKind::Delivered { .. } => EventKind::Delivered { round: any.any_round(), item: ItemId(any.uuid()) },
    EventKind::FollowUpSent { .. } => EventKind::FollowUpSent { person: any.maybe(60, Any::person) },
    EventKind::ReplyReceived { .. } => {
        let reply_by = any.maybe(50, |any| any.random.moment().utc().date_naive());
        let wants_answer = any.random.wants_answer();
        EventKind::ReplyReceived { person: any.maybe(60, Any::person), reply_by, wants_answer }
    },
    EventKind::Rejected { .. } => EventKind::Rejected { person: any.maybe(60, Any::person) },
    EventKind::Withdrawn => EventKind::Withdrawn,
    EventKind::ClosedSilent => EventKind::ClosedSilent,
    EventKind::ContactMade { .. } => EventKind::ContactMade { person: any.person() },
    EventKind::Marked { .. } => EventKind::marked(any.mark(), any.key()),
} }

any_kind! { mark_of_kind, MARKS: Mark, any => {
    Mark::Done => Mark::Done,
    Mark::Skipped => Mark::Skipped,
    Mark::Snoozed(_) => Mark::Snoozed(any.random.moment()),
} }

impl Any<'_> {
    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.random.below(count as u64)).unwrap()
    }

    fn maybe<T>(&mut self, percent: u64, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.random.chance(percent).then(|| make(self))
    }

    fn uuid(&mut self) -> Uuid {
        Uuid::from_u64_pair(self.random.next(), self.random.next())
    }

    /// One of these ids, or rarely, and where there are none, another.
    fn among<T: Copy>(&mut self, ids: impl Iterator<Item = T>, other: fn(Uuid) -> T) -> T {
        let ids: Vec<T> = ids.collect();
        if ids.is_empty() || self.random.chance(3) { other(self.uuid()) } else { self.random.pick(&ids) }
    }

    fn opportunity(&mut self) -> OpportunityId {
        self.among(self.records.opportunities.keys().copied(), OpportunityId)
    }

    fn person(&mut self) -> PersonId {
        self.among(self.records.people.keys().copied(), PersonId)
    }

    fn template(&mut self) -> TemplateId {
        self.among(self.records.templates.keys().copied(), TemplateId)
    }

    fn round(&mut self, of: OpportunityId) -> RoundId {
        let rounds = self.records.opportunities.get(&of).map(|it| &it.rounds);
        self.among(rounds.into_iter().flatten().map(|round| round.id), RoundId)
    }

    fn any_round(&mut self) -> RoundId {
        let opportunity = self.opportunity();
        self.round(opportunity)
    }

    fn offer(&mut self, of: OpportunityId) -> OfferId {
        let offers = self.records.opportunities.get(&of).map(|it| &it.offers);
        self.among(offers.into_iter().flatten().map(|offer| offer.id), OfferId)
    }

    fn event(&mut self, of: OpportunityId) -> EventId {
        let events = self.records.opportunities.get(&of).map(|it| &it.events);
        self.among(events.into_iter().flatten().map(|event| event.id), EventId)
    }

    fn item(&mut self, of: OpportunityId) -> ItemId {
        let rounds = self.records.opportunities.get(&of).map(|it| &it.rounds);
        let courses = rounds.into_iter().flatten().filter_map(|round| round.course.as_ref());
        self.among(courses.flat_map(|course| &course.deliver).map(|asked| asked.id), ItemId)
    }

    /// A name under which a short form may be kept.
    fn form(&mut self) -> String {
        let opportunity = self.opportunity();
        let names = [format!("{opportunity}/reply"), editor_of(self.person()), "template/new".to_owned()];
        names[self.below(names.len())].clone()
    }

    fn letter(&mut self) -> Letter {
        Letter { subject: "Thank you".to_owned(), body: format!("Body {}", self.random.below(4)) }
    }

    fn mark(&mut self) -> Mark {
        let kind = self.below(MARKS);
        self.mark_of_kind(kind)
    }

    fn what(&mut self) -> EventKind {
        let kind = self.below(EVENTS);
        self.what_of_kind(kind)
    }

    /// Any action: one of the plan, one for which a letter is begun, or one of parts that may not belong together.
    fn key(&mut self) -> ActionKey {
        match self.random.below(4) {
            0 => {
                let planned = plan(self.records, &Now::new(self.random.moment(), Utc));
                let keys: Vec<ActionKey> = planned.actions.iter().map(|action| action.key).collect();
                if keys.is_empty() { self.loose_key() } else { self.random.pick(&keys) }
            }
            1 => self.drafted(),
            _ => self.loose_key(),
        }
    }

    fn loose_key(&mut self) -> ActionKey {
        let opportunity = self.opportunity();
        ActionKey {
            opportunity: Some(opportunity).filter(|_| self.random.chance(90)),
            round: self.maybe(90, |any| any.round(opportunity)),
            person: self.maybe(90, Any::person),
            item: self.maybe(50, |any| any.item(opportunity)),
            offer: self.maybe(50, |any| any.offer(opportunity)),
            ..ActionKey::new(self.random.pick(Task::ALL))
        }
    }

    /// An action for which a letter is begun, if there is one.
    fn drafted(&mut self) -> ActionKey {
        let drafts = self.records.opportunities.values().flat_map(|it| &it.drafts);
        let drafts = drafts.chain(&self.records.search.drafts);
        let keys: Vec<ActionKey> = drafts.map(|draft| draft.action).collect();
        if keys.is_empty() { self.loose_key() } else { self.random.pick(&keys) }
    }

    fn new_person(&mut self) -> Person {
        Person::new(self.person(), "Dana Reyes", Role::Recruiter)
    }

    fn interview(&mut self) -> Command {
        let known = self.records.opportunities.values().next();
        let form = InterviewForm {
            opportunity: known.map(|it| it.id).filter(|_| self.random.chance(50)),
            company: "Acme".to_owned(),
            people: (0..=self.random.below(2))
                .map(|n| PersonRow { name: format!("Person {n}"), ..PersonRow::default() })
                .collect(),
            ..InterviewForm::default()
        };
        let checked = form.check(Timing::Over, &Now::new(now(), chrono::Utc));
        Command::RecordInterview(Box::new(checked.interview.unwrap()))
    }

    fn edited_opportunity(&mut self) -> Command {
        let id = self.opportunity();
        let it = self.records.opportunities.get(&id).cloned();
        let mut it = it.unwrap_or_else(|| Opportunity::new(id, "New", "Role"));
        it.notes = format!("Notes {}", self.random.below(3));
        it.via = self.maybe(30, Self::person);
        it.rounds.truncate(2);
        Command::PutOpportunity(Box::new(it))
    }

    /// Any command.
    pub fn command(&mut self) -> Command {
        let kind = self.below(COMMANDS);
        self.command_of_kind(kind)
    }

    /// A command that is none of several in one.
    fn single(&mut self) -> Command {
        loop {
            let command = self.command();
            if !matches!(command, Command::Batch(..)) {
                return command;
            }
        }
    }
}
