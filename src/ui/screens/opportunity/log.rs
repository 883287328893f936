//! The short form in which something is told of an opportunity.

use super::{Here, Open};
use crate::commands::Command;
use crate::model::{OfferId, PersonId};
use crate::platform::{clock, page};
use crate::ui::autosave::Autosave;
use crate::ui::components::{Button, Choice, Field, Kind, Select, Sheet, Takes, TextArea};
use crate::ui::erased::shown_if;
use crate::view::event_form::{EventField, EventForm, EventFormError, EventFormKind, ReplyKind, draft_name};
use leptos::{html, prelude::*};

/// The form, while it is typed: a handle.
#[derive(Clone, Copy)]
struct Telling {
    here: Here,
    form: RwSignal<EventForm>,
    errors: Memo<Vec<EventFormError>>,
    tried: RwSignal<bool>,
    dialog: NodeRef<html::Dialog>,
    keeping: Autosave,
}

impl Telling {
    fn check(self) -> Option<Result<Command, Vec<EventFormError>>> {
        let offer = OfferId(self.here.state.fresh_id());
        let form = self.form.get();
        self.here.state.read_untracked(|records, _, _| {
            let one = records.opportunities.get(&self.here.id)?;
            Some(form.check(one, offer, &clock::local_now()))
        })
    }

    fn save(self) {
        self.tried.set(true);
        match untrack(|| self.check()) {
            Some(Ok(command)) => {
                let then = self.form.with_untracked(|form| form.then(self.here.id));
                self.here.state.dispatch(command);
                self.let_go();
                if let Some(then) = then {
                    page::navigate(&then.href());
                }
            }
            Some(Err(_)) => {
                page::after_layout(|| page::focus("dialog :is([aria-invalid=true], [data-wrong] input)"));
            }
            None => self.close(),
        }
    }

    /// Keeps it as it stands.
    fn keep(self, open: bool) {
        let half_typed = self.form.with_untracked(|form| form.half_typed(self.here.id, open));
        self.here.state.dispatch(Command::KeepHalfTyped(half_typed));
    }

    /// Closes it; nothing of it is unsaved any more.
    fn let_go(self) {
        self.keeping.settle();
        let form = self.form.with_untracked(|form| draft_name(self.here.id, &form.kind));
        self.here.state.dispatch(Command::DropHalfTyped(form));
        self.close();
    }

    /// It was closed. Where that put something aside, it does not open by itself again.
    fn closed(self) {
        let is_kept = || {
            let form = self.form.with_untracked(|form| draft_name(self.here.id, &form.kind));
            self.here.state.read_untracked(|records, _, _| {
                records.search.half_typed.iter().any(|left| left.form == form)
            })
        };
        if self.keeping.settle() || is_kept() {
            self.keep(false);
        }
        self.here.open.set(None);
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }

    fn field(self, slot: EventField, label: &'static str, note: &'static str, takes: Takes) -> AnyView {
        let value = Signal::derive(move || self.form.with(|form| slot.text(form).to_owned()));
        let input = Callback::new(move |text| self.form.update(|form| slot.write(form, text)));
        view! { <Field label note takes value input wrong=self.wrong(slot) /> }.into_any()
    }

    fn wrong(self, slot: EventField) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.errors.with(|all| all.iter().find(|error| error.slot() == slot).map(ToString::to_string))
        })
    }
}

/// The form in its sheet. `found`: as it was left half-typed.
pub fn log(here: Here, form: EventForm, found: bool) -> AnyView {
    let (title, asks, form) = (form.kind.title(), form.kind.asks(), RwSignal::new(form));
    let now = Memo::new(move |_| form.with(EventForm::asks));
    let is_reply = form.with_untracked(|form| form.kind == EventFormKind::Reply);
    let saves = Memo::new(move |_| form.with(EventForm::saves));
    let tried = RwSignal::new(false);
    let dialog = NodeRef::new();
    let keeping = Autosave::default();
    let draft = Telling { here, form, tried, dialog, keeping, errors: Memo::new(|_| Vec::new()) };
    let errors = Memo::new(move |_| {
        let wrong = || draft.check().and_then(Result::err).unwrap_or_default();
        if tried.get() { wrong() } else { Vec::new() }
    });
    let telling = Telling { errors, ..draft };
    let typed = move || {
        form.track();
        true
    };
    keeping.start(typed, move || telling.keep(true));
    let closed = Callback::new(move |()| telling.closed());
    view! {
        <Sheet title closed node=dialog>
            <form
                class="fields"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    telling.save();
                }
            >
                {found.then(|| view! { <p class="field__hint">"This is as you left it. Nothing was lost."</p> })}
                {is_reply.then(|| reply_kind(telling))}
                <div class="fields" data-pair="">
                    {telling.field(EventField::Date, "Day", "", Takes::Day)}
                    {telling.field(EventField::Time, "Time", "", Takes::Time)}
                </div>
                {asks.person.map(|label| who(telling, label))}
                {shown_if(move || now.get().reply_by.then(|| telling.field(EventField::ReplyBy, "They named a new day", "if they did", Takes::Day)))}
                {asks.offer.then(|| written(telling))}
                {shown_if(move || now.get().deadline.then(|| deadline(telling)))}
                {asks.offer.then(|| text(telling, EventField::Terms, "What it offers", "pay, benefits, growth"))}
                {asks.note.then(|| note(telling))}
                <div class="actions">
                    <button type="submit" class="button" data-kind="primary">{saves}</button>
                    <Button kind=Kind::Quiet label="Cancel" press=Callback::new(move |()| telling.let_go()) />
                    {take_out(telling)}
                </div>
            </form>
        </Sheet>
    }
    .into_any()
}

fn who(telling: Telling, label: &'static str) -> AnyView {
    let people: Vec<(PersonId, String)> = telling.here.state.read_untracked(|records, _, _| {
        let everyone = records.opportunities.get(&telling.here.id).map(crate::model::Opportunity::everyone);
        let named =
            everyone.into_iter().flatten().filter_map(|id| Some((id, records.people.get(&id)?.name.clone())));
        named.collect()
    });
    let mut options = vec!["Somebody there".to_owned()];
    options.extend(people.iter().map(|(_, name)| name.clone()));
    let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
    let known = ids.clone();
    let chosen = Signal::derive(move || {
        let person = telling.form.with(|form| form.person);
        person.and_then(|person| known.iter().position(|id| *id == person)).map_or(0, |place| place + 1)
    });
    let choose = Callback::new(move |place: usize| {
        let person = place.checked_sub(1).and_then(|place| ids.get(place).copied());
        telling.form.update(|form| form.person = person);
    });
    let wrong = telling.wrong(EventField::Person);
    view! {
        <Select label options chosen choose />
        {shown_if(move || Some(view! { <p class="field__wrong">{wrong.get()?}</p> }.into_any()))}
    }
    .into_any()
}

/// What a reply comes down to: the commonest first, in one tap.
fn reply_kind(telling: Telling) -> AnyView {
    let here = telling.here;
    let kinds = here
        .state
        .read_untracked(|records, _, _| records.opportunities.get(&here.id).map(ReplyKind::offered));
    let kinds = kinds.unwrap_or_default();
    let options = kinds.iter().map(|kind| kind.label().to_owned()).collect();
    let all = kinds.clone();
    let chosen = Signal::derive(move || {
        let kind = telling.form.with(|form| form.reply_kind);
        all.iter().position(|one| *one == kind)
    });
    let choose = Callback::new(move |place: usize| {
        let kind = kinds.get(place).copied().unwrap_or_default();
        telling.form.update(|form| form.reply_kind = kind);
    });
    view! { <Choice label="What it says" options chosen choose /> }.into_any()
}

/// How the offer came; nothing is assumed.
fn written(telling: Telling) -> AnyView {
    let chosen = Signal::derive(move || telling.form.with(|form| form.in_writing.map(usize::from)));
    let choose = Callback::new(move |place| telling.form.update(|form| form.in_writing = Some(place == 1)));
    let options = vec!["They said it".to_owned(), "In writing".to_owned()];
    let wrong = telling.wrong(EventField::Written);
    view! { <Choice label="How did it come?" options chosen choose wrong /> }.into_any()
}

fn deadline(telling: Telling) -> AnyView {
    view! {
        <div class="fields" data-pair="">
            {telling.field(EventField::AnswerBy, "They want an answer by", "", Takes::Day)}
            {telling.field(EventField::AnswerAt, "at", "or the end of that day", Takes::Time)}
        </div>
    }
    .into_any()
}

fn note(telling: Telling) -> AnyView {
    text(telling, EventField::Note, "Note", "what they said, if you like")
}

fn text(telling: Telling, slot: EventField, label: &'static str, note: &'static str) -> AnyView {
    let value = Signal::derive(move || telling.form.with(|form| slot.text(form).to_owned()));
    let input = Callback::new(move |text| telling.form.update(|form| slot.write(form, text)));
    view! { <TextArea label note value input /> }.into_any()
}

/// An entry or an offer that is amended can also be taken out.
fn take_out(telling: Telling) -> Option<AnyView> {
    let opportunity = telling.here.id;
    let command = telling.form.with_untracked(|form| match &form.kind {
        EventFormKind::Event(event) => Some(Command::RemoveEvent { opportunity, event: event.id }),
        EventFormKind::KnownOffer(offer) => Some(Command::RemoveOffer { opportunity, offer: offer.id }),
        _ => None,
    })?;
    let press = Callback::new(move |()| {
        telling.here.state.dispatch(command.clone());
        telling.let_go();
    });
    Some(view! { <Button kind=Kind::Quiet label="Remove" press /> }.into_any())
}

impl Here {
    /// Opens the form about that, as it was left half-typed if it was.
    pub fn tell(self, about: EventFormKind) {
        let now = clock::local_now();
        let (form, found) =
            self.state.read_untracked(|records, _, _| EventForm::left(self.id, about, &records.search, &now));
        self.open.set(Some(Open::Log(form, found)));
    }
    /// Opens the form of a reply that comes down to that.
    pub fn tell_reply(self, reply_kind: ReplyKind) {
        let now = clock::local_now();
        let about = EventFormKind::Reply;
        let (form, found) =
            self.state.read_untracked(|records, _, _| EventForm::left(self.id, about, &records.search, &now));
        self.open.set(Some(Open::Log(EventForm { reply_kind, ..form }, found)));
    }
}
