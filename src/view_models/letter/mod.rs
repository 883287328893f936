//! The page of one letter: the letter itself, and what is shown beside it.

mod answers;

use super::card::notes_to_answer;
use super::{Line, MayAsk, Route, choices, safe_link, when};
use crate::etiquette::{Action, Now, Plan, Status};
use crate::letters::{LetterKind, LetterRequest, Proofreading, compose, variants};
use crate::model::{
    ActionKey, Channel, Decision, Draft, Event, Letter, Met, Opportunity, OpportunityId, Person, PersonId,
    Records, RoundId, Stamp, Task, Template,
};
use crate::words;
use chrono::TimeZone;

/// The page of one letter, as it opens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LetterPage {
    /// Which letter.
    pub request: LetterRequest,
    /// Its kind.
    pub kind: LetterKind,
    /// "Thank-you to Dana Reyes".
    pub title: String,
    /// "Hiring manager at Acme, Analyst".
    pub about: String,
    /// The opportunity's page.
    pub home: Option<String>,
    /// The draft of the letter; without one, the letter as it is filled in.
    pub letter: Letter,
    /// Whether there is a draft.
    pub drafted: bool,
    /// Earlier drafts that the user replaced by another wording, and can have back.
    pub aside: Vec<Letter>,
    /// The answers that can be given to an offer, while none is chosen.
    pub answers: Vec<Line>,
    /// When a letter for the same action was sent ("sent on Friday"), and that letter.
    pub sent: Option<(String, Letter)>,
    /// The withdrawal that goes to the same person and thanks them too, where one is due.
    pub withdrawal: Option<Withdrawal>,
    /// May it be written now? Only for questions where things stand.
    pub may_ask: Option<MayAsk>,
    /// Whom it is mailed to, and their name: the addressee, or the agency's recruiter who hands it on.
    pub mailed_to: Option<(PersonId, String)>,
    /// Their page on LinkedIn, or a search for it.
    pub linkedin: Option<String>,
    /// Whether it is sent on LinkedIn.
    pub by_linkedin: bool,
    /// What is good to know before one writes: what they asked for, and who hands it on.
    pub remarks: Vec<String>,
    /// What was noted of the conversation with the addressee, to be edited here.
    pub noted: Option<ConversationNotes>,
    /// Whose address the letter asks for: the opportunity, the person, their name.
    pub sought: Vec<(OpportunityId, PersonId, String)>,
    /// Whether the user's name is set.
    pub named: bool,
    /// How many wordings of ours there are.
    pub variants: usize,
    /// The user's own templates for it.
    pub templates: Vec<Template>,
    /// What the others get, or what was written before.
    pub others: Vec<OtherLetter>,
    /// Whether somebody else reads it first.
    pub proofreading: Proofreading,
}

/// A withdrawal that makes another letter needless.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Withdrawal {
    /// The advice, in a sentence.
    pub advice: String,
    /// Where it is written.
    pub write: String,
}

/// What was noted of a conversation in a round.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConversationNotes {
    /// The opportunity of the round.
    pub opportunity: OpportunityId,
    /// The round.
    pub round: RoundId,
    /// The person talked with.
    pub person: PersonId,
    /// What was talked about.
    pub talked_about: String,
    /// The user's skill that fits what was talked about.
    pub skill: String,
}

/// A letter that somebody else got, or will get.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct OtherLetter {
    /// The name of the addressee.
    pub who: String,
    /// "sent on Friday", "begun".
    pub when: String,
    /// The text.
    pub body: String,
}

impl LetterPage {
    /// The page for an action; `None` where no letter is written for it, or its opportunity was removed.
    ///
    /// `answer` is what is said to an offer; where the letter is one and it is not chosen yet, [`Self::answers`] holds
    /// what there is to choose from.
    pub fn of<Tz: TimeZone>(
        records: &Records,
        plan: &Plan,
        key: ActionKey,
        answer: Option<Decision>,
        now: &Now<Tz>,
    ) -> Option<Self> {
        let action = proposed(plan, key);
        let tone = records.settings.tone;
        let request =
            action.map_or_else(|| LetterRequest::new(key, tone), |action| LetterRequest::of(action, tone));
        let request = LetterRequest { decision: answer.unwrap_or_default(), ..request };
        let kind = LetterKind::of(&key, request.decision)?;
        let home = key.opportunity.and_then(|id| records.opportunities.get(&id));
        if key.opportunity.is_some() && home.is_none() {
            return None;
        }
        let request = LetterRequest { to: request.to.or_else(|| offering(plan, key)), ..request };
        let to = addressee(records, home, &request);
        let request = LetterRequest { to: to.map(|person| person.id), ..request };
        let begun = drafts(records, home).iter().find(|draft| draft.action == key);
        // A letter begun for another answer is not this one; its wording can be had back.
        let draft = draft_of(records, key, request.decision);
        // What an agency hands on is mailed to its recruiter.
        let through = action.and_then(|action| records.people.get(&action.through?));
        let mailed_to = through.or(to);
        let goes_to = crate::letters::opportunity_of(records, &request);
        let fresh = compose(records, &request, now)?;
        let answers =
            if answer.is_none() { answers::answers(home, key, records, plan, now) } else { Vec::new() };
        let by_linkedin = kind == LetterKind::LinkedinRequest
            || action.is_some_and(|action| action.channel == Some(Channel::Linkedin));
        Some(Self {
            kind,
            title: if answers.is_empty() {
                title(kind, to, goes_to)
            } else {
                title(LetterKind::Answer, to, goes_to)
            },
            about: about(to, goes_to),
            home: home.and(goes_to).map(|home| Route::Opportunity(home.id).href()),
            letter: draft.map_or(fresh, |draft| draft.letter.clone()),
            drafted: draft.is_some(),
            aside: begun.map_or_else(Vec::new, |begun| {
                let other = draft.is_none().then(|| begun.letter.clone());
                begun.aside.iter().cloned().chain(other).collect()
            }),
            answers,
            sent: home.and_then(|home| sent_before(home, &request, now)),
            withdrawal: withdrawal(records, plan, &request, kind),
            may_ask: home.filter(|_| kind.asks_for_status()).map(|home| MayAsk::of(home, records, plan, now)),
            remarks: remarks(records, kind, key, through, now),
            mailed_to: mailed_to.map(|person| (person.id, words::one_line(&person.name))),
            linkedin: to.map(|person| linkedin(person, home)),
            by_linkedin,
            noted: noted(home, &request, kind),
            sought: sought(records, &request),
            named: !records.settings.name.trim().is_empty(),
            variants: variants(records, &request, now),
            templates: records.templates.values().filter(|one| one.task == key.task).cloned().collect(),
            others: home.map_or_else(Vec::new, |home| others(records, home, &request, now)),
            proofreading: Proofreading::of(records, &request),
            request,
        })
    }
}

/// What is good to know before one writes. `through`: the agency's recruiter, where one stands between.
fn remarks<Tz: TimeZone>(
    records: &Records,
    kind: LetterKind,
    key: ActionKey,
    through: Option<&Person>,
    now: &Now<Tz>,
) -> Vec<String> {
    let asked = key.opportunity.filter(|_| kind == LetterKind::Answer);
    let asked = asked.map_or_else(Vec::new, |id| notes_to_answer(id, records, now));
    let through = through.map(|recruiter| {
        let name = words::isolated(&recruiter.name);
        format!("It goes to {name}, to be handed on: with an agency between, you write to its recruiter.")
    });
    asked.into_iter().chain(through).collect()
}

/// The withdrawal that is due to the same person: it gives thanks too, so another letter is not needed.
fn withdrawal(
    records: &Records,
    plan: &Plan,
    request: &LetterRequest,
    kind: LetterKind,
) -> Option<Withdrawal> {
    if !matches!(kind, LetterKind::ThankYou | LetterKind::AcknowledgeOffer) {
        return None;
    }
    let mut due = plan.of(request.key.opportunity?);
    let due = due.find(|action| {
        action.key.task == Task::Withdraw && matches!(action.status, Status::Open | Status::Overdue)
    })?;
    let to = due.to.filter(|to| Some(*to) == request.to)?;
    let name = records.people.get(&to).map_or("them", |person| person.name.as_str());
    let name = words::first_name(name);
    let advice = format!(
        "You have signed elsewhere, and {name} is also the one to be told. The withdrawal gives thanks as well: one letter does both."
    );
    Some(Withdrawal { advice, write: Route::Letter(due.key).href() })
}

/// The draft of the letter of an action, where it gives that answer to an offer or is not about one.
pub fn draft_of(records: &Records, key: ActionKey, decision: Decision) -> Option<&Draft> {
    let home = key.opportunity.and_then(|id| records.opportunities.get(&id));
    let mut drafts = drafts(records, home).iter();
    drafts.find(|draft| draft.action == key && draft.decision.is_none_or(|it| it == decision))
}

/// The action of that key in the plan.
fn proposed(plan: &Plan, key: ActionKey) -> Option<&Action> {
    match key.opportunity {
        Some(id) => plan.of(id).find(|action| action.key == key),
        None => plan.actions.iter().find(|action| action.key == key),
    }
}

/// The addressee of the answer to an offer, and of a request for more time: the person who is thanked for it.
fn offering(plan: &Plan, key: ActionKey) -> Option<PersonId> {
    let thanks = ActionKey { task: Task::AcknowledgeOffer, ..key };
    if matches!(key.task, Task::DecideOffer | Task::AskForTime) { proposed(plan, thanks)?.to } else { None }
}

/// The addressee: as the plan says; of a request for an address, the person who may know it.
fn addressee<'r>(
    records: &'r Records,
    home: Option<&Opportunity>,
    request: &LetterRequest,
) -> Option<&'r Person> {
    if request.key.task == Task::FindContact {
        return home.and_then(|home| crate::letters::whom_to_ask_for_address(records, home));
    }
    records.people.get(&request.to.or(request.key.person)?)
}

fn drafts<'r>(records: &'r Records, home: Option<&'r Opportunity>) -> &'r [Draft] {
    home.map_or(&records.search.drafts, |home| &home.drafts)
}

fn title(kind: LetterKind, to: Option<&Person>, home: Option<&Opportunity>) -> String {
    let (name, link) = match kind {
        LetterKind::Accept => ("Your yes", " to"),
        LetterKind::Decline => ("Your no", " to"),
        LetterKind::Negotiate => ("Asking for more", ", to"),
        LetterKind::StepBack => ("Stepping back", ", to"),
        LetterKind::NewDate => ("Request for a new day", ", to"),
        LetterKind::Answer => ("Your answer", " to"),
        LetterKind::FindContact => ("Request for addresses", ", to"),
        LetterKind::Deliver | LetterKind::AcknowledgeOffer => (kind.name(), ", to"),
        LetterKind::ReplyToRejection => ("Reply to the rejection", ", to"),
        LetterKind::KeepInTouch => (kind.name(), " with"),
        LetterKind::GetItInWriting => ("Request for the offer in writing", ", to"),
        LetterKind::AskForTime => ("Request for more time", ", to"),
        LetterKind::TellOthers => ("News of your offer", ", to"),
        LetterKind::Withdraw => ("Withdrawal", ", to"),
        kind => (kind.name(), " to"),
    };
    let to = to.map(|person| words::one_line(&person.name)).filter(|name| !name.is_empty());
    let to = to.or_else(|| home.map(|home| words::one_line(&home.company))).unwrap_or_default();
    if to.is_empty() { name.to_owned() } else { format!("{name}{link} {to}") }
}

fn about(to: Option<&Person>, home: Option<&Opportunity>) -> String {
    let mut about = to.map(|person| choices::role_of(person).to_owned()).unwrap_or_default();
    if let Some(home) = home {
        about = if about.is_empty() { home.company.clone() } else { format!("{about} at {}", home.company) };
        if !home.role.is_empty() {
            about = format!("{about} · {}", home.role);
        }
    }
    about
}

/// The letter that was sent for the same action, and when.
fn sent_before<Tz: TimeZone>(
    home: &Opportunity,
    request: &LetterRequest,
    now: &Now<Tz>,
) -> Option<(String, Letter)> {
    use crate::model::EventKind::{Delivered, LinkedinSent, ThankYouSent};
    let key = &request.key;
    let is_it = |event: &&Event| match event.what {
        ThankYouSent { person, round } => {
            key.task == Task::ThankYou && Some(person) == key.person && Some(round) == key.round
        }
        LinkedinSent { person } => key.task == Task::LinkedinRequest && Some(person) == key.person,
        Delivered { item, .. } => key.task == Task::Deliver && Some(item) == key.item,
        _ => false,
    };
    let event = home.events.iter().rev().find(is_it)?;
    Some((sent_on(event.at, now), event.letter.as_deref().cloned().unwrap_or_default()))
}

fn sent_on<Tz: TimeZone>(at: Stamp, now: &Now<Tz>) -> String {
    format!("sent {}", when::back_then(at, now))
}

/// The address of a person's page on LinkedIn, else of a search for it.
fn linkedin(person: &Person, home: Option<&Opportunity>) -> String {
    let own = safe_link(&person.linkedin).filter(|link| {
        let host = link.split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
        host == "linkedin.com" || host.ends_with(".linkedin.com")
    });
    own.unwrap_or_else(|| {
        let company = home.map_or(person.company.as_str(), |home| home.company.as_str());
        let keywords = words::one_line(&format!("{} {company}", person.name));
        let mut link = "https://www.linkedin.com/search/results/people/?keywords=".to_owned();
        crate::exchange::mailto::encode(&keywords, b"", &mut link);
        link
    })
}

fn noted(home: Option<&Opportunity>, request: &LetterRequest, kind: LetterKind) -> Option<ConversationNotes> {
    if !matches!(kind, LetterKind::ThankYou | LetterKind::LinkedinRequest | LetterKind::FollowUp) {
        return None;
    }
    let (home, person) = (home?, request.to?);
    let rounds = home.rounds.iter().filter(|round| request.key.round.is_none_or(|id| round.id == id));
    let met = rounds.filter_map(|round| met(round, person).map(|met| (round, met)));
    let (round, met) = met.max_by_key(|(round, _)| round.ends)?;
    Some(ConversationNotes {
        opportunity: home.id,
        round: round.id,
        person,
        talked_about: met.talked_about.clone(),
        skill: met.skill.clone(),
    })
}

fn met(round: &crate::model::Round, person: PersonId) -> Option<&Met> {
    round.course.as_ref()?.met.iter().find(|met| met.person == person)
}

/// Whose addresses a request asks for.
fn sought(records: &Records, request: &LetterRequest) -> Vec<(OpportunityId, PersonId, String)> {
    let people = request.people.iter().filter_map(|id| records.people.get(id));
    let at = request.key.opportunity;
    people.filter_map(|person| Some((at?, person.id, person.name.clone()))).collect()
}

/// Of a thank-you: the thank-yous to the others. Of any other letter: all that were written before, also to its own
/// addressee. Sent and begun, the latest first.
fn others<Tz: TimeZone>(
    records: &Records,
    home: &Opportunity,
    request: &LetterRequest,
    now: &Now<Tz>,
) -> Vec<OtherLetter> {
    let thanks = request.key.task == Task::ThankYou;
    let but = request.to.filter(|_| thanks);
    let mut letters = crate::letters::letters_within(records, home, &request.key, but);
    letters.retain(|letter| letter.to.is_some() && (letter.thanks || !thanks));
    crate::sorting::by_key(&mut letters, |letter| std::cmp::Reverse(letter.at));
    let others = letters.into_iter().map(|letter| OtherLetter {
        who: words::one_line(letter.who),
        when: if letter.begun { "begun".to_owned() } else { sent_on(letter.at, now) },
        body: letter.body.to_owned(),
    });
    others.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::plan;
    use crate::model::{Course, Offer, OfferId, Role, Round};

    /// Acme was interviewed for, with Rita and Dana; Globex has the signature.
    fn signed_elsewhere() -> (Records, Opportunity) {
        let id = uuid::Uuid::from_u128;
        let at = |hour: i64| Stamp::from_timestamp(1_781_013_600 + hour * 3_600).unwrap();
        let (rita, dana) = (PersonId(id(1)), PersonId(id(2)));
        let mut records = Records::default();
        records.people.insert(rita, Person::new(rita, "Rita Moss", Role::Recruiter));
        records.people.insert(dana, Person::new(dana, "Dana Reyes", Role::Interviewer));
        let mut round = Round::new(RoundId(id(3)), at(0), at(1));
        round.course = Some(Course { met: vec![Met::new(rita), Met::new(dana)], ..Course::default() });
        let mut acme = Opportunity::new(OpportunityId(id(4)), "Acme", "Analyst");
        acme.rounds.push(round);
        let mut globex = Opportunity::new(OpportunityId(id(5)), "Globex", "Analyst");
        globex.offers.push(Offer { signed: Some(at(3)), ..Offer::new(OfferId(id(6)), at(2)) });
        records.opportunities = [(acme.id, acme.clone()), (globex.id, globex)].into();
        (records, acme)
    }

    #[test]
    fn who_hands_a_letter_on_is_said_before_it_is_written() {
        let (mut records, mut acme) = signed_elsewhere();
        records.opportunities.retain(|_, one| one.id == acme.id);
        let (rita, dana) = (PersonId(uuid::Uuid::from_u128(1)), PersonId(uuid::Uuid::from_u128(2)));
        let key = ActionKey {
            opportunity: Some(acme.id),
            round: Some(acme.rounds[0].id),
            person: Some(dana),
            ..ActionKey::new(Task::ThankYou)
        };
        let now = Now::new(acme.rounds[0].ends + chrono::TimeDelta::hours(3), chrono_tz::America::New_York);
        let mut remarks = |via| {
            acme.via = via;
            records.opportunities.insert(acme.id, acme.clone());
            LetterPage::of(&records, &plan(&records, &now), key, None, &now).unwrap().remarks
        };
        assert!(remarks(None).is_empty());
        assert!(remarks(Some(rita))[0].starts_with("It goes to Rita Moss, to be handed on"));
    }

    #[test]
    fn whoever_gets_the_withdrawal_needs_no_thanks_beside_it() {
        let (records, acme) = signed_elsewhere();
        let now = Now::new(acme.rounds[0].ends + chrono::TimeDelta::hours(3), chrono_tz::America::New_York);
        let plan = plan(&records, &now);
        let page = |person| {
            let key = ActionKey {
                opportunity: Some(acme.id),
                round: Some(acme.rounds[0].id),
                person: Some(person),
                ..ActionKey::new(Task::ThankYou)
            };
            LetterPage::of(&records, &plan, key, None, &now).unwrap()
        };
        let met = &acme.rounds[0].course.as_ref().unwrap().met;
        let to_rita = page(met[0].person).withdrawal.unwrap();
        assert!(to_rita.advice.contains("Rita"), "{}", to_rita.advice);
        assert!(
            matches!(Route::read(&to_rita.write), Some(Route::Letter(key)) if key.task == Task::Withdraw)
        );
        assert_eq!(page(met[1].person).withdrawal, None, "Dana hears nothing of it");
    }

    #[test]
    fn the_title_reads_as_one_would_say_it() {
        let (_, acme) = signed_elsewhere();
        let ben = Person::new(PersonId(uuid::Uuid::from_u128(9)), "Ben Osei", Role::Recruiter);
        let said = |kind| title(kind, Some(&ben), Some(&acme));
        assert_eq!(said(LetterKind::ThankYou), "Thank-you to Ben Osei");
        assert_eq!(said(LetterKind::Decline), "Your no to Ben Osei");
        assert_eq!(said(LetterKind::Withdraw), "Withdrawal, to Ben Osei");
        assert_eq!(said(LetterKind::ReplyToRejection), "Reply to the rejection, to Ben Osei");
        assert_eq!(said(LetterKind::KeepInTouch), "Keeping in touch with Ben Osei");
        assert_eq!(title(LetterKind::FindContact, None, Some(&acme)), "Request for addresses, to Acme");
        assert_eq!(title(LetterKind::Withdraw, None, None), "Withdrawal");
    }

    #[test]
    fn more_time_can_be_asked_for_though_nobody_else_named_a_day() {
        let (mut records, mut acme) = signed_elsewhere();
        let rita = acme.rounds[0].course.as_ref().unwrap().met[0].person;
        let offer = OfferId(uuid::Uuid::from_u128(7));
        let received = acme.rounds[0].ends + chrono::TimeDelta::hours(40);
        acme.offers.push(Offer { made_by: Some(rita), ..Offer::new(offer, received) });
        records.opportunities = [(acme.id, acme.clone())].into();
        let now = Now::new(received + chrono::TimeDelta::hours(1), chrono_tz::America::New_York);
        let plan = plan(&records, &now);
        let answer = crate::view_models::offer_state::decision_key(acme.id, &acme.offers[0]);
        let page = LetterPage::of(&records, &plan, answer, None, &now).unwrap();
        let more_time = page.answers.iter().find(|line| line.title == "Ask for more time").unwrap();
        let Some(Route::Letter(key)) = Route::read(more_time.href.as_ref().unwrap()) else {
            panic!("{more_time:?}")
        };
        let page = LetterPage::of(&records, &plan, key, None, &now).unwrap();
        assert_eq!((page.kind, page.request.to), (LetterKind::AskForTime, Some(rita)));
        assert!(page.letter.body.contains("a few more days"), "{}", page.letter.body);
        let sent = crate::commands::Sent {
            key,
            to: page.request.to,
            at: now.at,
            letter: Some(page.letter),
            against_advice: false,
            answer: None,
        };
        let sent = crate::commands::Command::RecordSent(Box::new(sent));
        crate::commands::apply(&mut records, sent, now.at, &mut crate::model::NumberedIds(100)).unwrap();
        let told = crate::view_models::history::entries(&records.opportunities[&acme.id], &records, &now);
        let told: Vec<_> = told.iter().map(|entry| entry.what.as_str()).collect();
        assert!(told.contains(&"You asked for more time"), "{told:?}");
        let plan = crate::etiquette::plan(&records, &now);
        let page = LetterPage::of(&records, &plan, answer, None, &now).unwrap();
        assert!(!page.answers.iter().any(|line| line.title == "Ask for more time"), "it was asked for");
    }
}
