//! The guard: "May I write to them now?"

use super::application;
use super::follow_up_windows::{FollowUps, unpromised};
use super::history::{History, Owed};
use super::rule::cases;
use super::rule_context::{RuleContext, with_context};
use super::rules::{r08_wait, r11_move_on, r12_channel, r26_ask_new_date};
use super::{Now, Playbook, Rule, Sources};
use crate::model::{Channel, OpportunityId, Records, Stamp};
use chrono::{NaiveDate, TimeZone};

/// What the message is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// A question about where things stand.
    Status,
    /// Thanks.
    Thanks,
}

/// The guard's answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// Yes.
    Yes(YesReason),
    /// Not before `until`.
    TooEarly {
        /// From when it is right.
        until: Stamp,
        /// Why it is too early now.
        why: WaitReason,
    },
    /// Something that they asked for comes first.
    Owed(Owed),
    /// The limit is reached, or the opportunity is over.
    Enough(EnoughReason),
    /// In writing, yes; by phone only if they invited calls.
    NotByPhone,
}

/// Why the guard says yes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum YesReason {
    /// Thanks are always welcome.
    Thanks,
    /// A follow-up is open.
    FollowUpOpen,
    /// A follow-up went by unsent; asking still does no harm.
    ClosedUnsent,
    /// An offer is undecided.
    OfferOpen,
    /// No round has ended or is coming, and the user has not asked since they applied or were last written to.
    NothingYet,
    /// The playbook allows one last message.
    LastMessage,
}

/// Why the guard says to wait.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitReason {
    /// They promised an answer by that day, and it is not over.
    Promised(NaiveDate),
    /// No day was promised; they need some days.
    GiveThemDays,
    /// The user asked on that day, and they need time to answer.
    Asked(NaiveDate),
    /// A round is coming.
    RoundComing,
    /// A round is off, and a new day is to be asked for first.
    CalledOff,
    /// No round has ended or is coming: an application needs some weeks; or they named that day.
    Application(Option<NaiveDate>),
}

/// Why the guard says enough.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EnoughReason {
    /// So many questions were sent since the last reply.
    Limit(u8),
    /// No round has ended or is coming, and one question was sent since the last reply.
    Application,
    /// The opportunity has an outcome.
    Over,
    /// An offer is signed.
    Signed,
}

impl Answer {
    /// The advice it rests on, under a playbook.
    pub fn sources(&self, playbook: &Playbook) -> Sources {
        let rule = match self {
            Self::Yes(YesReason::NothingYet)
            | Self::TooEarly { why: WaitReason::Application(_), .. }
            | Self::Enough(EnoughReason::Application) => {
                return Sources::of(cases::BEFORE_ANY_ROUND, playbook.source());
            }
            Self::Yes(YesReason::Thanks) => Rule::R4,
            Self::Yes(YesReason::OfferOpen) => Rule::R18,
            Self::TooEarly { why: WaitReason::CalledOff, .. } => Rule::R26,
            Self::TooEarly { .. } => Rule::R8,
            Self::Owed(Owed::Delivery) => Rule::R7,
            Self::Owed(Owed::Answer) => Rule::R27,
            Self::Enough(EnoughReason::Limit(2..)) => Rule::R10,
            Self::Yes(YesReason::LastMessage) | Self::Enough(EnoughReason::Over | EnoughReason::Signed) => {
                Rule::R11
            }
            Self::Yes(_) | Self::Enough(EnoughReason::Limit(_)) => Rule::R9,
            Self::NotByPhone => Rule::R12,
        };
        Sources::of(rule.sources(), playbook.source())
    }
}

/// May the user write to the people of an opportunity now?
///
/// The playbook, work week and holidays are those of the settings. `by` is the channel; `None` means in
/// writing. For an opportunity that is not on record the answer is yes, as if nothing were known of it. Time is judged first, then the limit,
/// then the phone (rulebook, fine print 1).
///
/// ```
/// use afterword::etiquette::{About, Answer, Now, YesReason, may_write};
/// use afterword::model::{Opportunity, OpportunityId, Records, Stamp, uuid_v7};
///
/// let mut records = Records::default();
/// let acme = Opportunity::new(OpportunityId(uuid_v7(0, [1; 10])), "Acme", "Analyst");
/// let id = acme.id;
/// records.opportunities.insert(id, acme);
/// let now = Now::new(Stamp::UNIX_EPOCH, chrono::Utc);
/// let answer = may_write(&records, id, About::Status, None, &now);
/// assert_eq!(answer, Answer::Yes(YesReason::NothingYet));
/// ```
pub fn may_write<Tz: TimeZone>(
    records: &Records,
    opportunity: OpportunityId,
    about: About,
    by: Option<Channel>,
    now: &Now<Tz>,
) -> Answer {
    if about == About::Thanks {
        return Answer::Yes(YesReason::Thanks);
    }
    let Some(opportunity) = records.opportunities.get(&opportunity) else {
        return Answer::Yes(YesReason::NothingYet);
    };
    let playbook = Playbook::get(records.settings.playbook);
    let history = History::within(opportunity, records, now.at);
    with_context(playbook, &records.settings, now, |ctx| match may_ask(&history, ctx) {
        Answer::Yes(_) if !r12_channel::may_ask_by(&history, by) => Answer::NotByPhone,
        answer => answer,
    })
}

/// May the user ask where things stand, in writing?
fn may_ask(history: &History<'_>, ctx: &RuleContext<'_>) -> Answer {
    if history.outcome().is_some() {
        return Answer::Enough(EnoughReason::Over);
    }
    if let Some(owed) = history.owed() {
        return Answer::Owed(owed);
    }
    if let Some(signed) = history.ended_by_signature() {
        let newer = history.undecided().any(|offer| offer.received > signed);
        return if newer { Answer::Yes(YesReason::OfferOpen) } else { Answer::Enough(EnoughReason::Signed) };
    }
    if let Some(round) = history.coming_rounds().next_back() {
        let (opens, _) = unpromised(ctx.calendar.day(round.ends), ctx);
        return Answer::TooEarly { until: ctx.calendar.start(opens), why: WaitReason::RoundComing };
    }
    if history.undecided().next().is_some() {
        return Answer::Yes(YesReason::OfferOpen);
    }
    let Some(follow_ups) = FollowUps::of(history, ctx) else { return application::answer(history, ctx) };
    let asks_first = r26_ask_new_date::waits_until(history, ctx);
    let sent = u8::try_from(follow_ups.sent.len()).unwrap_or(u8::MAX);
    if sent >= follow_ups.allowed {
        return after_the_last(&follow_ups, sent, ctx);
    }
    let (window, _) = follow_ups.window(sent + 1, ctx);
    if let Some(until) = asks_first {
        Answer::TooEarly { until: until.max(window.opens), why: WaitReason::CalledOff }
    } else if ctx.now < window.opens {
        Answer::TooEarly { until: window.opens, why: r08_wait::reason(&follow_ups, ctx) }
    } else if window.closes.is_some_and(|closes| ctx.now >= closes) {
        Answer::Yes(YesReason::ClosedUnsent)
    } else {
        Answer::Yes(YesReason::FollowUpOpen)
    }
}

/// Once all allowed follow-ups are sent: enough, but for the one last message that a playbook may allow while
/// `move_on` is open.
fn after_the_last(follow_ups: &FollowUps, sent: u8, ctx: &RuleContext<'_>) -> Answer {
    let moving_on = r11_move_on::opening(follow_ups, ctx).is_some_and(|(opens, _)| ctx.now >= opens);
    if ctx.playbook.last_message().value && sent == follow_ups.allowed && moving_on {
        Answer::Yes(YesReason::LastMessage)
    } else {
        Answer::Enough(EnoughReason::Limit(follow_ups.allowed))
    }
}

/// Fine print 1 of the rulebook.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::etiquette::Source;
    use crate::etiquette::testing::*;
    use crate::model::{EventKind, Opportunity, PlaybookId};

    const ASKED: EventKind = EventKind::FollowUpSent { person: None };

    fn asked_of(records: &Records, when: &str) -> Answer {
        may_write(records, ACME, About::Status, None, &now(when))
    }

    fn asked(told: Opportunity, when: &str) -> Answer {
        asked_of(&search([told]), when)
    }

    fn held() -> Opportunity {
        acme().met(FIRST, "2026-03-02T10:00", "2026-03-02T11:00", &[DANA])
    }

    #[test]
    fn thanks_are_always_welcome() {
        let told = held().then("2026-03-03T09:00", EventKind::Withdrawn);
        let answer = may_write(&search([told]), ACME, About::Thanks, None, &now("2026-03-04T09:00"));
        assert_eq!(answer, Answer::Yes(YesReason::Thanks));
    }

    #[test]
    fn while_a_round_is_coming_not_until_what_its_end_leads_to() {
        let told = held().with(round(SECOND, "2026-03-20T10:00", "2026-03-20T11:00"));
        let told = told.with(round(FIRST, "2026-03-12T10:00", "2026-03-12T11:00"));
        let until = at("2026-03-27T00:00");
        let wait = Answer::TooEarly { until, why: WaitReason::RoundComing };
        assert_eq!(asked(told, "2026-03-10T09:00"), wait);
    }

    #[test]
    fn yes_while_one_is_open_or_overdue_and_after_one_closed_unsent() {
        // Open from 9 March on, closed at the end of 30 March.
        let answer = |when| asked(held(), when);
        assert!(matches!(answer("2026-03-08T23:59"), Answer::TooEarly { .. }));
        assert_eq!(answer("2026-03-09T00:00"), Answer::Yes(YesReason::FollowUpOpen));
        assert_eq!(answer("2026-03-30T23:59"), Answer::Yes(YesReason::FollowUpOpen));
        assert_eq!(answer("2026-03-31T00:00"), Answer::Yes(YesReason::ClosedUnsent));
    }

    #[test]
    fn enough_once_all_are_sent_since_the_last_reply() {
        let told = held().then("2026-03-09T09:00", ASKED).then("2026-03-16T09:00", ASKED);
        let enough = Answer::Enough(EnoughReason::Limit(2));
        assert_eq!(asked(told.clone(), "2026-03-17T09:00"), enough);
        assert_eq!(asked(told.clone(), "2026-06-17T09:00"), enough);
        let reply = EventKind::reply(None, None);
        let anew = asked(told.then("2026-03-17T09:00", reply), "2026-03-18T09:00");
        assert!(matches!(anew, Answer::TooEarly { why: WaitReason::GiveThemDays, .. }));
    }

    #[test]
    fn the_stars_last_message_once_while_letting_go_is_open() {
        let told = held().then("2026-03-09T09:00", ASKED);
        let answer = |told, when| asked_of(&under(PlaybookId::Star, search([told])), when);
        let enough = Answer::Enough(EnoughReason::Limit(1));
        assert_eq!(answer(told.clone(), "2026-03-29T23:59"), enough);
        assert_eq!(answer(told.clone(), "2026-03-30T00:00"), Answer::Yes(YesReason::LastMessage));
        assert_eq!(answer(told.then("2026-03-30T09:00", ASKED), "2026-04-30T10:00"), enough);
    }

    #[test]
    fn enough_with_an_outcome_and_with_a_signature_anywhere_once_it_is_there() {
        let told = held().then("2026-03-09T09:00", EventKind::Rejected { person: None });
        assert_eq!(asked(told, "2026-03-09T09:00"), Answer::Enough(EnoughReason::Over));
        let mut made = offer(41, "2026-03-09T09:00");
        made.signed = Some(at("2026-03-10T09:00"));
        let records = search([held(), bolt().offered(made)]);
        assert_eq!(asked_of(&records, "2026-03-10T08:59"), Answer::Yes(YesReason::FollowUpOpen));
        assert_eq!(asked_of(&records, "2026-03-10T09:00"), Answer::Enough(EnoughReason::Signed));
    }

    #[test]
    fn an_offer_that_is_not_received_yet_is_not_signed() {
        let mut made = offer(41, "2026-03-12T09:00");
        made.signed = Some(at("2026-03-10T09:00"));
        let records = search([held(), bolt().offered(made)]);
        assert_eq!(asked_of(&records, "2026-03-11T09:00"), Answer::Yes(YesReason::FollowUpOpen));
        assert_eq!(asked_of(&records, "2026-03-12T09:00"), Answer::Enough(EnoughReason::Signed));
    }

    #[test]
    fn yes_while_an_offer_is_undecided() {
        let told = held().offered(offer(41, "2026-03-03T09:00"));
        assert_eq!(asked(told, "2026-03-03T10:00"), Answer::Yes(YesReason::OfferOpen));
    }

    #[test]
    fn an_answer_cites_the_advice_it_rests_on() {
        let cited =
            |answer: Answer| answer.sources(Playbook::get(PlaybookId::Considered)).iter().collect::<Vec<_>>();
        assert_eq!(cited(Answer::Yes(YesReason::Thanks)).len(), 5, "all five sources");
        assert_eq!(cited(Answer::Yes(YesReason::OfferOpen)), [Source::Own]);
        let early = Answer::TooEarly { until: Stamp::MIN, why: WaitReason::Application(None) };
        for answer in [early, Answer::Yes(YesReason::NothingYet), Answer::Enough(EnoughReason::Application)] {
            assert_eq!(cited(answer), [Source::Own], "no source speaks of an application");
        }
        assert_eq!(cited(Answer::Yes(YesReason::LastMessage)), [Source::Plan, Source::Star]);
        assert_eq!(cited(Answer::Enough(EnoughReason::Limit(2))), [Source::Plan], "the second question");
        assert_eq!(cited(Answer::NotByPhone), [Source::Star, Source::Plan]);
    }
}
