//! One opportunity: where it stands, what is next, its people and rounds on one axis, what happened.

use super::may_ask::MayAsk;
use super::offer_state::{answer_by, decision_key, offer_state};
use super::today::in_order;
use super::{
    Axis, Card, EntrySource, HistoryEntry, Line, LineGroup, Route, bundles, card, history, moments,
    safe_link, stage_name, timeline, when,
};
use crate::commands::Command;
use crate::etiquette::{Action, History, Now, Plan, Stage, Status};
use crate::model::{
    ActionKey, Interest, Offer, OfferId, Opportunity, OpportunityId, Records, Round, Stamp, Task,
};
use crate::words::{capitalized, number};
use chrono::TimeZone;

/// What the screen of one opportunity shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpportunityPage {
    /// The id of the opportunity.
    pub id: OpportunityId,
    /// The company.
    pub company: String,
    /// The job.
    pub role: String,
    /// Its stage.
    pub stage: Stage,
    /// Its stage in words: "Interviewing · 2 rounds".
    pub stage_words: String,
    /// The advertisement's address, where it is one that may be opened.
    pub link: Option<String>,
    /// The user's notes.
    pub notes: String,
    /// A kind word at a turning point.
    pub moment: Option<String>,
    /// What comes first here.
    pub next: Option<Card>,
    /// The days on which all lines are drawn.
    pub axis: Axis,
    /// The process, the people and what else is to be done; then what comes later.
    pub groups: [LineGroup; 2],
    /// The rounds that are still to come, the next one first.
    pub rounds: Vec<HistoryEntry>,
    /// Whether the user may ask where things stand.
    pub may_ask: MayAsk,
    /// Its offers.
    pub offers: Vec<OfferLine>,
    /// Which offers elsewhere have to be answered before this company has decided.
    pub crossed: Vec<String>,
    /// Whether anybody is known here.
    pub has_people: bool,
    /// Whether the user wants the job, by the last round that has ended.
    pub interest: Option<Interest>,
    /// The address of the letter that withdraws from it.
    pub withdraw: String,
    /// What happened, the newest first.
    pub entries: Vec<HistoryEntry>,
    /// What happened, in a line: "8 entries, the last on Friday".
    pub happened: String,
}

/// An offer, and what is to be said of it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is said of it or not, whatever the others are
pub struct OfferLine {
    /// The offer.
    pub id: OfferId,
    /// "In writing, since Tuesday".
    pub state: String,
    /// "They want your answer by Friday".
    pub deadline: Option<String>,
    /// Who answers only after that.
    pub crosses: Vec<String>,
    /// What it offers.
    pub terms: String,
    /// Whether it is neither signed nor declined.
    pub undecided: bool,
    /// Whether it is undecided and the user has said yes: what is left is to sign.
    pub said_yes: bool,
    /// The address of the letter that answers it.
    pub answer: String,
    /// Whether it is undecided and not yet in writing.
    pub spoken: bool,
    /// Whether it is undecided and they were not thanked for it.
    pub unthanked: bool,
    /// Whether it is signed or undecided, so that they can take it back.
    pub held: bool,
}

impl OpportunityPage {
    /// The page at a moment; `None` where the opportunity was removed.
    pub fn of<Tz: TimeZone>(
        id: OpportunityId,
        records: &Records,
        plan: &Plan,
        now: &Now<Tz>,
    ) -> Option<Self> {
        let one = records.opportunities.get(&id)?;
        let history = History::of(one, &records.people, now.at);
        let actions = actions(one, records, plan, now);
        let entries = history::entries(one, records, now);
        let promised = history.promise().map(|promise| when::end_of_day(promise.day, now));
        let days = timeline::days(&entries, &actions, promised, now);
        let (next, here, later) = lines(&actions, &history, &days, records, plan, now);
        let mut lines = vec![timeline::process(&history, &entries, &days, now)];
        lines.extend(here);
        let (mut rounds, entries): (Vec<HistoryEntry>, Vec<HistoryEntry>) = entries
            .into_iter()
            .partition(|entry| matches!(entry.of, EntrySource::Round(_)) && entry.at > now.at);
        rounds.reverse();
        let stage = history.stage();
        Some(Self {
            id,
            company: one.company.clone(),
            role: one.role.clone(),
            stage,
            stage_words: stage_words(stage, &history),
            link: safe_link(&one.link),
            notes: one.notes.clone(),
            moment: moments::at(&history, now),
            next,
            axis: timeline::axis(&days, records, now),
            groups: [LineGroup::whole("", lines), LineGroup::whole("Coming up", later)],
            rounds,
            may_ask: MayAsk::of(one, records, plan, now),
            offers: offers(one, &history, records, now),
            crossed: timeline::crossed(&history, records, now),
            has_people: !one.everyone().is_empty(),
            interest: last_round(one, now.at)
                .map(|round| round.debrief.as_ref().map(|debrief| debrief.interest).unwrap_or_default()),
            withdraw: Route::Letter(ActionKey {
                opportunity: Some(id),
                person: history.addressee(),
                ..ActionKey::new(Task::Withdraw)
            })
            .href(),
            happened: happened(&entries, now),
            entries,
        })
    }

    /// All cards, in the order in which they are seen when every line is opened.
    #[cfg(test)]
    pub(super) fn cards(&self) -> Vec<Card> {
        let lines = self.groups.iter().flat_map(|group| &group.lines).flat_map(Line::cards);
        self.next.iter().cloned().chain(lines).collect()
    }
}

/// The last round that has ended.
fn last_round(one: &Opportunity, now: Stamp) -> Option<&Round> {
    let ended = one.rounds.iter().filter(|round| round.ends <= now && round.off.is_none());
    ended.max_by_key(|round| (round.ends, round.id))
}

/// Notes whether the user wants the job, with the last round that has ended: as its look back would.
pub fn say_interest(one: &Opportunity, interest: Interest, now: Stamp) -> Option<Command> {
    let mut round = last_round(one, now)?.clone();
    round.debrief.get_or_insert_default().interest = interest;
    Some(Command::PutRound { opportunity: one.id, round: Box::new(round) })
}

fn stage_words(stage: Stage, history: &History<'_>) -> String {
    match (stage, history.rounds().len()) {
        (Stage::Interviewing, rounds) => {
            format!("{} · {rounds} {}", stage_name(stage), if rounds == 1 { "round" } else { "rounds" })
        }
        _ => stage_name(stage).to_owned(),
    }
}

fn happened<Tz: TimeZone>(entries: &[HistoryEntry], now: &Now<Tz>) -> String {
    let Some(last) = entries.first() else { return String::new() };
    let entries = match entries.len() {
        1 => "one entry".to_owned(),
        more => format!("{} entries", number(more)),
    };
    capitalized(&format!("{entries}, the last {}", when::back_then(last.at, now)))
}

/// What is to be done here, in the order of Today; with it what is asked of this company for another's sake, once.
fn actions<'a, Tz: TimeZone>(
    one: &Opportunity,
    records: &Records,
    plan: &'a Plan,
    now: &Now<Tz>,
) -> Vec<&'a Action> {
    let is_alive =
        |action: &&Action| !matches!(action.status, Status::Missed | Status::Done | Status::Skipped);
    let mut actions: Vec<&Action> = plan.of(one.id).filter(is_alive).collect();
    let is_ours = |action: &&Action| {
        let offer = action.key.offer.filter(|_| action.task() == Task::AskForTime);
        offer.is_some_and(|offer| one.offers.iter().any(|ours| ours.id == offer))
    };
    let mut ours: Vec<&Action> = plan.actions.iter().filter(is_alive).filter(is_ours).collect();
    bundles::bundle(&mut ours);
    actions.retain(|action| ours.iter().all(|other| other.key != action.key));
    actions.extend(ours);
    bundles::leave_out_questions_in_news(&mut actions);
    in_order(&mut actions, records, now);
    crate::sorting::by_key(&mut actions, |action| is_later(action));
    actions
}

fn is_later(action: &Action) -> bool {
    action.snoozed_until.is_some() || matches!(action.status, Status::Upcoming | Status::Blocked)
}

/// What comes first here, as a card; then the people with what is due to them, and what else can be done now; then what
/// comes later.
fn lines<Tz: TimeZone>(
    actions: &[&Action],
    history: &History<'_>,
    days: &super::axis::AxisDays,
    records: &Records,
    plan: &Plan,
    now: &Now<Tz>,
) -> (Option<Card>, Vec<Line>, Vec<Line>) {
    let one = history.opportunity();
    let otherwise = card::otherwise_let_go(actions, &one.company);
    let otherwise = |action: &Action| otherwise.clone().filter(|_| action.task() == Task::MoveOn);
    let line = |action: &Action| {
        let mut line = card::line(action, &[bundles::around(action, plan)], days, records, now);
        // The head of the page says both.
        if line.about == one.role {
            line.about.clear();
        }
        if let Some(card) = &mut line.card {
            card.home = card.home.take().filter(|(_, home)| *home != Route::Opportunity(one.id).href());
        }
        if let Some(title) = otherwise(action) {
            if let Some(card) = &mut line.card {
                card.title.clone_from(&title);
                "If they stay silent about your offer, too".clone_into(&mut card.about);
            }
            line.title = title;
        }
        line
    };
    let next = actions.first().filter(|action| !is_later(action));
    let mut people: Vec<(_, Vec<Line>)> = one.everyone().into_iter().map(|id| (id, Vec::new())).collect();
    let (mut rest, mut later) = (Vec::new(), Vec::new());
    for action in actions {
        let about = action.key.person;
        match people.iter_mut().find(|(id, _)| Some(*id) == about) {
            _ if is_later(action) => later.push(line(action)),
            Some((_, lines)) => lines.push(line(action)),
            None if next.is_some_and(|next| next.key == action.key) => {}
            None => rest.push(line(action)),
        }
    }
    let people =
        people.into_iter().filter_map(|(id, lines)| timeline::person(id, history, lines, days, records));
    let card = next.and_then(|action| line(action).card).map(|card| *card);
    (card, people.chain(rest).collect(), later)
}

fn offers<Tz: TimeZone>(
    one: &Opportunity,
    history: &History<'_>,
    records: &Records,
    now: &Now<Tz>,
) -> Vec<OfferLine> {
    let mut offers: Vec<&Offer> = one.offers.iter().collect();
    crate::sorting::by_key(&mut offers, |offer| std::cmp::Reverse((offer.received, offer.id)));
    offers
        .into_iter()
        .map(|offer| {
            let undecided = history.undecided().any(|undecided| undecided.id == offer.id);
            let unanswered = undecided && offer.accepted.is_none();
            let by = offer.respond_by.filter(|_| unanswered);
            let crosses = by.map(|by| timeline::crossings(one, by, records, now)).unwrap_or_default();
            OfferLine { crosses, ..offer_line(one.id, offer, undecided, now) }
        })
        .collect()
}

fn offer_line<Tz: TimeZone>(home: OpportunityId, offer: &Offer, undecided: bool, now: &Now<Tz>) -> OfferLine {
    OfferLine {
        id: offer.id,
        state: offer_state(offer, now),
        deadline: match offer.accepted {
            // The state says already that the user said yes.
            Some(_) => Some("Left: the signature".to_owned()),
            None => answer_by(offer, now),
        }
        .filter(|_| undecided),
        crosses: Vec::new(),
        terms: offer.terms.clone(),
        undecided,
        said_yes: undecided && offer.accepted.is_some(),
        answer: Route::Letter(decision_key(home, offer)).href(),
        spoken: undecided && offer.written.is_none(),
        unthanked: undecided && offer.acknowledged.is_none(),
        held: offer.retracted.is_none() && offer.declined.is_none(),
    }
}

#[cfg(test)]
mod tests;
