//! The short form in which something is told of an opportunity.

use super::{Here, Open};
use crate::commands::Command;
use crate::etiquette::WorkCalendar;
use crate::model::{OfferId, PersonId, Record, RecordKey, read_date, write_date};
use crate::platform::{clock, page};
use crate::ui::components::{Button, Check, Choice, Field, Kind, Options, Pair, Select, Takes, TextArea};
use crate::ui::form_draft::{DraftAutosave, DraftSheet};
use crate::ui::type_erased::{derived, memo, shown, shown_if, text};
use crate::view_models::event_form::{
    EventField, EventForm, EventFormError, EventFormKind, PROMISE_WORDS, ReplyKind, draft_name, usual_days,
};
use crate::view_models::when;
use leptos::prelude::*;

/// The form, while it is typed: a handle.
#[derive(Clone, Copy)]
struct Telling {
    here: Here,
    /// The opportunity as it was when the form was opened.
    was: StoredValue<Option<Record>>,
    form: RwSignal<EventForm>,
    draft: DraftAutosave,
    /// Whether the user tried to save it; what is wrong is said from then on.
    tried: RwSignal<bool>,
}

impl Telling {
    fn open(here: Here, form: EventForm, found: bool) -> Self {
        let name = draft_name(here.id, &form.kind);
        let key = RecordKey::Opportunity(here.id);
        let was = StoredValue::new(here.state.read_untracked(|records, _, _| Record::copy_of(records, key)));
        let form = RwSignal::new(form);
        let draft = DraftAutosave::start(here.state, name, found, move || form.with(EventForm::texts));
        Self { here, was, form, draft, tried: RwSignal::new(false) }
    }

    fn check(self) -> Option<Result<Command, Vec<EventFormError>>> {
        let offer = OfferId(self.here.state.fresh_id());
        let form = self.form.get();
        self.here.state.read_untracked(|records, _, _| {
            let one = records.opportunities.get(&self.here.id)?;
            Some(form.check(one, offer, &clock::local_now()))
        })
    }

    /// Saves it, unless something is wrong with it.
    fn save(self) -> bool {
        self.tried.set(true);
        match untrack(|| self.check()) {
            Some(Ok(command)) => {
                self.here.state.dispatch_since(self.was.get_value(), command);
                if let Some(then) = self.form.with_untracked(|form| form.then(self.here.id)) {
                    page::navigate(&then.href());
                }
                true
            }
            Some(Err(_)) => false,
            // The opportunity is gone.
            None => true,
        }
    }

    fn field(self, slot: EventField, label: &'static str, note: &'static str, takes: Takes) -> AnyView {
        let (value, input) = self.bound(slot);
        view! { <Field label note takes value input wrong=self.wrong(slot) /> }.into_any()
    }

    fn area(self, slot: EventField, label: &'static str, note: &'static str) -> AnyView {
        let (value, input) = self.bound(slot);
        view! { <TextArea label note value input /> }.into_any()
    }

    fn bound(self, slot: EventField) -> (Signal<String>, Callback<String>) {
        let value = text(move || self.form.with(|form| slot.text(form).to_owned()));
        (value, Callback::new(move |text| self.form.update(|form| slot.write(form, text))))
    }

    fn wrong(self, slot: EventField) -> Signal<Option<String>> {
        derived(move || {
            let errors = self.tried.get().then(|| self.check())??.err()?;
            errors.iter().find(|error| error.slot() == slot).map(ToString::to_string)
        })
    }

    fn who(self, label: &'static str) -> AnyView {
        let people: Vec<(PersonId, String)> = self.here.state.read_untracked(|records, _, _| {
            let everyone = records.opportunities.get(&self.here.id).map(crate::model::Opportunity::everyone);
            let named = everyone
                .into_iter()
                .flatten()
                .filter_map(|id| Some((id, records.people.get(&id)?.name.clone())));
            named.collect()
        });
        let mut words = vec!["Somebody there".to_owned()];
        words.extend(people.iter().map(|(_, name)| name.clone()));
        let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
        let known = ids.clone();
        let chosen = move || {
            let person = self.form.with(|form| form.person);
            Some(person.and_then(|person| known.iter().position(|id| *id == person)).map_or(0, |at| at + 1))
        };
        let options = Options::new(words, chosen, move |place| {
            let person = place.checked_sub(1).and_then(|place| ids.get(place).copied());
            self.form.update(|form| form.person = person);
        });
        let wrong = self.wrong(EventField::Person);
        view! {
            <Select label options />
            {shown_if(move || Some(view! { <p class="field__wrong">{wrong.get()?}</p> }.into_any()))}
        }
        .into_any()
    }

    /// What a reply comes down to: the commonest first, in one tap.
    fn reply_kind(self) -> AnyView {
        let here = self.here;
        let kinds = here.state.read_untracked(|records, _, now| {
            Some(ReplyKind::offered(records.opportunities.get(&here.id)?, now.at))
        });
        let kinds = kinds.unwrap_or_default();
        let words = kinds.iter().map(|kind| kind.label().to_owned()).collect();
        let all = kinds.clone();
        let chosen = move || {
            let kind = self.form.with(|form| form.reply_kind);
            all.iter().position(|one| *one == kind)
        };
        let options = Options::new(words, chosen, move |place| {
            let kind = kinds.get(place).copied().unwrap_or_default();
            self.form.update(|form| form.say(kind));
        });
        view! { <Choice label="What it says" options /> }.into_any()
    }

    /// How the offer came; nothing is assumed.
    fn written(self) -> AnyView {
        const WAYS: [(bool, &str); 2] = [(false, "They said it"), (true, "In writing")];
        let chosen = move || self.form.with(|form| form.in_writing);
        let options =
            Options::of(&WAYS, chosen, move |way| self.form.update(|form| form.in_writing = Some(way)));
        let wrong = self.wrong(EventField::Written);
        view! { <Choice label="How did it come?" options wrong /> }.into_any()
    }

    /// What becomes of the day by which they promised an answer; it stays unless the user says otherwise.
    fn promise(self) -> AnyView {
        let standing = self.form.with_untracked(|form| form.standing);
        let day = standing.map(|day| when::by_day(day, &clock::local_now())).unwrap_or_default();
        let chosen = move || Some(self.form.with(|form| form.promise));
        let options =
            Options::of(&PROMISE_WORDS, chosen, move |word| self.form.update(|form| form.promise = word));
        view! { <Choice label=format!("They promised an answer by {day}") options /> }.into_any()
    }

    /// The day that they now name: in their words, or from the calendar.
    fn named_day(self) -> AnyView {
        let wrote = memo(move || self.form.with(|form| read_date(form.date.trim())));
        let usual = shown(move || {
            let (now, calendar) = (
                clock::local_now(),
                self.here.state.read_untracked(|records, _, _| WorkCalendar::of(&records.settings)),
            );
            let usual = usual_days(wrote.get().unwrap_or_else(|| when::today(&now)), &calendar);
            let words = usual.iter().map(|one| {
                format!("{}, {}", one.words, crate::words::calendar_day(one.day, when::today(&now)))
            });
            let words = words.collect();
            let days: Vec<String> = usual.iter().map(|one| write_date(one.day)).collect();
            let chosen = move || self.form.with(|form| days.iter().position(|day| *day == form.reply_by));
            let options = Options::new(words, chosen, move |place| {
                if let Some(named) = usual.get(place) {
                    self.form.update(|form| form.name_day(*named));
                }
            });
            view! { <Choice label="When will they answer?" options /> }.into_any()
        });
        view! {
            {usual}
            {self.field(EventField::ReplyBy, "Or by this day", "if they named one", Takes::Day)}
        }
        .into_any()
    }

    /// Whether they want an answer, and by when.
    fn wants_answer(self) -> AnyView {
        let on = memo(move || self.form.with(|form| form.wants_answer));
        let switch = Callback::new(move |on| self.form.update(|form| form.wants_answer = on));
        view! {
            <Check label="They want an answer from me" on switch />
            {shown_if(move || on.get().then(|| self.field(EventField::AnswerBy, "By which day", "if they said", Takes::Day)))}
        }
        .into_any()
    }

    fn deadline(self) -> AnyView {
        view! {
            <Pair>
                {self.field(EventField::AnswerBy, "They want an answer by", "", Takes::Day)}
                {self.field(EventField::AnswerAt, "at", "or the end of that day", Takes::Time)}
            </Pair>
        }
        .into_any()
    }

    /// An entry or an offer that is amended can also be taken out.
    fn take_out(self) -> Option<AnyView> {
        let opportunity = self.here.id;
        let command = self.form.with_untracked(|form| match &form.kind {
            EventFormKind::Event(event) => Some(Command::RemoveEvent { opportunity, event: event.id }),
            EventFormKind::KnownOffer(offer) => Some(Command::RemoveOffer { opportunity, offer: offer.id }),
            _ => None,
        })?;
        let press = Callback::new(move |()| {
            self.here.state.dispatch(command.clone());
            self.draft.discard();
        });
        Some(view! { <Button kind=Kind::Quiet label="Remove" press /> }.into_any())
    }
}

/// The form in its sheet. `found`: as its draft has it.
pub fn log(here: Here, form: EventForm, found: bool) -> AnyView {
    let (title, is_reply) = (form.kind.title(), form.kind == EventFormKind::Reply);
    let telling = Telling::open(here, form, found);
    let form = telling.form;
    let now = memo(move || form.with(EventForm::asks));
    let closed = Callback::new(move |()| here.open.set(None));
    view! {
        <DraftSheet
            title
            draft=telling.draft
            save=Callback::new(move |()| telling.save())
            save_label=derived(move || form.with(EventForm::saves))
            closed
            further=telling.take_out()
        >
            {is_reply.then(|| telling.reply_kind())}
            <Pair>
                {telling.field(EventField::Date, "Day", "", Takes::Day)}
                {telling.field(EventField::Time, "Time", "", Takes::Time)}
            </Pair>
            {part(move || now.get().person, move |label| label.map(|label| telling.who(label)))}
            {part(move || now.get().promise, move |on| on.then(|| telling.promise()))}
            {part(move || now.get().reply_by, move |on| on.then(|| telling.named_day()))}
            {part(move || now.get().answer, move |on| on.then(|| telling.wants_answer()))}
            {part(move || now.get().offer, move |on| on.then(|| telling.written()))}
            {part(move || now.get().deadline, move |on| on.then(|| telling.deadline()))}
            {part(move || now.get().offer, move |on| on.then(|| telling.area(EventField::Terms, "What it offers", "pay, benefits, growth")))}
            {part(move || now.get().note, move |on| on.then(|| telling.area(EventField::Note, "Note", "what they said, if you like")))}
        </DraftSheet>
    }
    .into_any()
}

/// A part of the form, made anew only when what it depends on has changed.
fn part<T: Copy + PartialEq + Send + Sync + 'static>(
    on: impl Fn() -> T + Send + Sync + 'static,
    make: impl Fn(T) -> Option<AnyView> + Send + 'static,
) -> AnyView {
    let on = memo(on);
    shown_if(move || make(on.get()))
}

impl Here {
    /// Opens the form about that, as its draft has it, if there is one.
    pub fn tell(self, kind: EventFormKind) {
        let now = clock::local_now();
        let (form, found) =
            self.state.read_untracked(|records, _, _| EventForm::left(self.id, kind, records, &now));
        self.open.set(Some(Open::Log(form, found)));
    }
    /// Opens the form of a reply that comes down to that.
    pub fn tell_reply(self, reply_kind: ReplyKind) {
        let now = clock::local_now();
        let kind = EventFormKind::Reply;
        let (form, found) =
            self.state.read_untracked(|records, _, _| EventForm::left(self.id, kind, records, &now));
        let mut form = form;
        form.say(reply_kind);
        self.open.set(Some(Open::Log(form, found)));
    }
}
