//! The facts that the templates draw on, worded for a letter.

use super::LetterKind;
use super::days::LetterDays;
use super::debrief_placement::{DebriefPlacement, placement};
use super::letter_context::{LetterContext, met_in};
use super::noted;
use super::signed_offer::SignedOffer;
use super::template::Facts;
use super::turned;
use crate::etiquette::{
    Contact, Ending, History, NotePurpose, Playbook, WorkCalendar, thanks_announced_linkedin,
};
use crate::model::{Conversation, Debrief, Manner, Met, Permission, ReplyBy, Role, Round, Stamp, Tone};
use crate::words;
use chrono::Timelike;

/// Facts with a large first letter, and the facts that they are made of.
const CAPITALIZED: [(&str, &str); 3] =
    [("role_up", "role"), ("skill_up", "skill"), ("round_time_up", "round_time")];

/// What only the user can say, as it stands in a letter until they do. The checks name what is left.
pub(super) const GAPS: [(&str, &str); 4] = [
    ("figure", "[what you ask for]"),
    ("reason", "[your reason]"),
    ("days", "[days and times]"),
    ("reply", "[Your answer.]"),
];

/// All facts that a letter's template can draw on.
pub(super) fn facts(context: &LetterContext<'_>) -> Facts {
    let mut facts = Facts::default();
    add_names(context, &mut facts);
    add_conversation(context, &mut facts);
    add_standing(context, &mut facts);
    add_debrief(context, &mut facts);
    add_waiting(context, &mut facts);
    add_offer(context, &mut facts);
    add_appointment(context, &mut facts);
    for (name, gap) in GAPS {
        facts.set(name, gap.to_owned());
    }
    for (name, from) in CAPITALIZED {
        let text = words::capitalized(facts.get(from));
        facts.set(name, text);
    }
    facts
}

/// Who writes to whom, about which job at which company.
fn add_names(context: &LetterContext<'_>, facts: &mut Facts) {
    let (records, request) = (context.records, context.request);
    let written = |name: &str| words::well_written(&words::one_line(name));
    let name = context.to.map(|person| written(&person.name)).unwrap_or_default();
    let called = match request.tone {
        Tone::Formal => words::formal_name(&name),
        Tone::Warm | Tone::Plain => words::first_name(&name),
    };
    facts.set("name", called);
    facts.set("full_name", name);
    facts.set("company", context.company());
    let job = context.opportunity.map(|one| words::one_line(&one.role)).unwrap_or_default();
    facts.set("about", if job.is_empty() { "a job".to_owned() } else { words::the_role(&job) });
    facts.set("role", words::the_role(&job));
    facts.set("job", job);
    facts.set("me", written(&records.settings.name));
    let sought = context.sought();
    let sought: Vec<String> = sought.into_iter().map(|person| written(&person.name)).collect();
    let some = listed(&sought, context.manner);
    facts.set("whom", words::titled(&some, "those who talked with me").to_owned());
    facts.set(
        "whom_short",
        if sought.len() > 2 { "the panel".to_owned() } else { facts.get("whom").to_owned() },
    );
    facts.note("several", sought.len() != 1);
    let to = context.to.map(|person| person.id);
    facts.note("agency", to.is_some() && to == context.via().map(|via| via.id));
    facts.note("us", context.manner == Manner::American);
    let role = context.to.map_or(Role::Other, |person| person.role);
    facts.note("manager", role == Role::HiringManager);
    facts.note("recruiter", matches!(role, Role::Recruiter | Role::Coordinator));
    facts.note("long", request.long);
}

/// "A, B and C", or "A, B, and C" in American English.
fn listed(names: &[String], manner: Manner) -> String {
    let all = words::list(names);
    match all.rsplit_once(" and ") {
        Some((head, last)) if manner == Manner::American && names.len() > 2 => format!("{head}, and {last}"),
        _ => all,
    }
}

/// How the days of this letter are said. The interview's own day takes its name, where it goes by it.
fn days(context: &LetterContext<'_>) -> LetterDays {
    const EVENING: u32 = 18;
    let is_late = context.local(context.now).hour() >= EVENING;
    let days = LetterDays { today: context.today(), manner: context.manner, is_late, taken: None };
    let ended = context.round.map(|round| context.day(round.ends));
    LetterDays { taken: ended.and_then(|day| days.weekday_said(day)), ..days }
}

/// The round, and what was talked about in it with the addressee.
fn add_conversation(context: &LetterContext<'_>, facts: &mut Facts) {
    let (met, round, today) = (context.met(), context.round, context.today());
    let ended = round.map(|round| context.day(round.ends));
    let when = ended.map_or_else(|| "recently".to_owned(), |day| days(context).back_then(day));
    facts.note("days_on", ended.is_some_and(|day| (today - day).num_days() > 1));
    let noun = if met.is_some() { "our conversation" } else { "the interview" };
    facts.set("spoken", format!("{noun} {when}"));
    facts.set("when", when);
    let (topic, sentences) = words::topic(met.map_or("", |met| &met.talked_about));
    let topic = if noted::is_about_pay(&topic) { String::new() } else { turned::said_to_them(&topic) };
    facts.set("topic", topic);
    facts.set("said", turned::reported(&sentences));
    let (skill, skill_said) =
        noted::skill(met.filter(|met| says_skill(context, met)).map_or("", |met| &met.skill));
    facts.set("skill", skill);
    facts.set("skill_said", skill_said);
    facts.note("interviewed", round.is_some());
    facts.note("unmet", met.is_none());
    facts.note("brief", met.is_some_and(|met| met.conversation == Conversation::Brief));
    facts.note("thanks", context.request.carries_thanks && met.is_some());
    let is_earlier = |one: &&&Round| round.is_some_and(|this| one.id != this.id && one.ends < this.ends);
    let earlier = || context.rounds().iter().filter(is_earlier);
    let with_them = |round: &&Round| context.to.is_some_and(|to| met_in(round, to.id).is_some());
    facts.note("later", earlier().next().is_some());
    facts.note("again", earlier().any(with_them));
}

/// Whether the letter says what the user would bring: a thank-you does where the playbook holds it to be for that.
fn says_skill(context: &LetterContext<'_>, met: &Met) -> bool {
    if context.kind != LetterKind::ThankYou {
        return true;
    }
    match Playbook::get(context.records.settings.playbook).note().value {
        NotePurpose::Skills => true,
        NotePurpose::PointsMissed | NotePurpose::Interest => false,
        NotePurpose::SkillsToTwo => {
            let role = |met: &Met| context.records.people.get(&met.person).map(|person| person.role);
            let is_manager = |met: &Met| role(met) == Some(Role::HiringManager);
            let others = context.round.and_then(|round| round.course.as_ref());
            let others = others.map_or(&[] as &[Met], |course| &course.met).iter();
            let others = others.filter(|met| !is_manager(met) && !met.skill.is_empty());
            // Those who ask the questions come before those who arrange them.
            let one = others.min_by_key(|met| {
                let is_helper = matches!(role(met), Some(Role::Recruiter | Role::Coordinator));
                (met.conversation != Conversation::Significant, is_helper)
            });
            is_manager(met) || one.is_some_and(|one| one.person == met.person)
        }
    }
}

/// Where the opportunity stands, and how it stands with the addressee on LinkedIn.
fn add_standing(context: &LetterContext<'_>, facts: &mut Facts) {
    let (history, to) = (context.history.as_ref(), context.to.map(|person| person.id));
    let outcome = history.and_then(History::outcome);
    facts.note("over", outcome.is_some());
    facts.note("silent", outcome.is_some_and(|outcome| outcome.ending == Ending::Silent));
    facts.note("signed_here", context.signed == SignedOffer::Here);
    // What the plan has the user withdraw for is an offer signed elsewhere.
    let withdraws = context.kind == LetterKind::Withdraw && context.request.key.offer.is_some();
    let elsewhere =
        context.signed == SignedOffer::Elsewhere || (withdraws && context.signed == SignedOffer::None);
    facts.note("signed_elsewhere", elsewhere);
    facts.note("settled", context.is_settled());
    facts.note("offered", history.is_some_and(|history| history.undecided().next().is_some()));
    let permission = history.zip(to).and_then(|(history, to)| history.linkedin_permission(to));
    facts.note("agreed", permission.is_some_and(|(word, _)| word == Permission::Allowed));
    let home = context.opportunity.zip(to);
    facts.note("announced", home.is_some_and(|(one, to)| thanks_announced_linkedin(one, to)));
    facts.note("announce", context.announces);
}

/// What the look-back found, where this letter takes it up.
fn add_debrief(context: &LetterContext<'_>, facts: &mut Facts) {
    let nothing = Debrief::default();
    let debrief = context.round.and_then(|round| round.debrief.as_ref());
    let debrief = debrief.filter(|_| takes_up_debrief(context)).unwrap_or(&nothing);
    let is_thank_you = context.kind == LetterKind::ThankYou;
    facts.set("missed", noted::missed(&debrief.point_missed));
    // A question where things stand has room for one more point, not for an answer made anew.
    let (question, answer) =
        if is_thank_you { (debrief.question.as_str(), debrief.better_answer.as_str()) } else { ("", "") };
    facts.set("question", noted::question(question));
    facts.set("answer", noted::answer(answer));
}

/// Whether this letter takes up what the look-back found.
fn takes_up_debrief(context: &LetterContext<'_>) -> bool {
    let (Some(opportunity), Some(history)) = (context.opportunity, &context.history) else { return false };
    let (Some(round), Some(to)) = (context.round, context.to) else { return false };
    // What could still be said for the job is not said by whoever does not want it.
    if context.is_settled() {
        return false;
    }
    match (context.kind, placement(context.records, opportunity, history, round.id, context.now)) {
        (LetterKind::ThankYou, DebriefPlacement::ThankYou { person, .. }) => person == to.id,
        (LetterKind::FollowUp, DebriefPlacement::ThankYou { .. }) => context.request.carries_thanks,
        (LetterKind::FollowUp, DebriefPlacement::FollowUp) => {
            // Whoever looked back before the last thank-you could have said it there.
            let looked_back_after =
                |at| history.last_thanked(round.id).is_none_or(|last_thanked| at > last_thanked);
            context.request.carries_thanks || history.assessed(round.id).is_some_and(looked_back_after)
        }
        _ => false,
    }
}

/// What is promised, asked for and was asked, and since when there was no contact.
fn add_waiting(context: &LetterContext<'_>, facts: &mut Facts) {
    let (today, days) = (context.today(), days(context));
    let promise = context.history.as_ref().and_then(History::promise);
    let by_them =
        promise.is_some_and(|promise| promise.by.is_some() && promise.by == context.to.map(|to| to.id));
    facts.note("theirs", by_them);
    // Whoever promised, arranges or decides is reminded of it; the rest of a panel need not be.
    let may_know = facts.knows("recruiter") || facts.knows("manager");
    let course = context.round.and_then(|round| round.course.as_ref());
    let is_panel = course.is_some_and(|course| course.met.len() > 1);
    let speaks_of_it = context.kind != LetterKind::ThankYou || by_them || may_know || !is_panel;
    let ahead = promise.filter(|promise| promise.day > today && speaks_of_it);
    let ahead = ahead.map(|promise| days.short(promise.day));
    facts.set("promised", after("by", ahead.as_deref()));
    facts.set("promised_day", ahead.unwrap_or_default());
    let over = promise.filter(|promise| promise.day < today).map(|promise| days.short(promise.day));
    facts.set("was_due", after("by", over.as_deref()));
    let asked = context.history.as_ref().and_then(History::last_follow_up);
    let asked = asked.map(|at| days.back_then(context.day(at)));
    facts.set("asked", asked.unwrap_or_default());
    // So it is with the question when they expect to decide.
    facts.note("asks", may_know && course.is_some_and(|course| course.reply_by == ReplyBy::NotTold));
    let item = context.item().map(|item| turned::mine(&item.what)).unwrap_or_default();
    facts.set("item_up", words::capitalized(words::titled(&item, "the documents")));
    facts.set("item", words::titled(&noted::item(&item), "the documents").to_owned());
    let last = context.to.and_then(|to| Contact::of(to.id, context.records, context.now).last);
    let since = last.map(|at| words::month_and_year(context.day(at), today));
    facts.set("since", since.unwrap_or_default());
}

/// The interview that is coming, and the one that was called off.
fn add_appointment(context: &LetterContext<'_>, facts: &mut Facts) {
    let days = days(context);
    let coming = context.coming().map(|round| context.local(round.starts));
    facts.note("coming", coming.is_some());
    let day = coming.map(|at| days.whole(at.date()));
    let time = coming.zip(day.as_ref());
    let time = time.map(|(at, day)| format!("{day} at {}", words::clock(at.time(), context.hours)));
    facts.set("round_day", day.unwrap_or_default());
    facts.set("round_time", time.unwrap_or_else(|| "[day and time]".to_owned()));
    let off = context.round.filter(|round| round.off.is_some()).map(|round| context.day(round.starts));
    facts.set("planned_day", off.map(|day| days.short(day)).unwrap_or_default());
}

/// The offer, by when it wants an answer, and by when the user would like to give one.
fn add_offer(context: &LetterContext<'_>, facts: &mut Facts) {
    let today = context.today();
    let offer = context.offer();
    let deadline = offer.and_then(|offer| offer.respond_by).filter(|by| *by > context.now);
    let late_round = deadline.and_then(|by| context.coming().filter(|round| round.ends > by));
    let late_round = late_round.map(|round| days(context).short(context.day(round.starts)));
    facts.set("late_round", late_round.unwrap_or_default());
    let deadline = deadline.map(|by| deadline_day(context, by));
    facts.set("deadline", after("by", deadline.as_deref()));
    facts.set("until", after("until", deadline.as_deref()));
    facts.set("deadline_day", deadline.unwrap_or_default());
    facts.note("spoken_offer", offer.is_some_and(|offer| offer.written.is_none()));
    let written = offer.and_then(|offer| offer.written).map(|at| days(context).date(context.day(at)));
    facts.set("written", written.unwrap_or_default());
    let wanted = day_wanted(context).filter(|day| *day > today).map(|day| days(context).short(day));
    facts.set("wanted", after("by", wanted.as_deref()));
    facts.set("wanted_day", wanted.unwrap_or_default());
}

/// "by Friday"; nothing where there is no day.
fn after(word: &str, day: Option<&str>) -> String {
    day.map(|day| format!("{word} {day}")).unwrap_or_default()
}

/// "Friday", or "Friday at 12:00" where the day is not the user's to its end.
fn deadline_day(context: &LetterContext<'_>, by: Stamp) -> String {
    const EVENING: u32 = 17;
    let day = days(context).short(context.day(words::last_moment(by)));
    let time = context.local(by).time();
    if (1..EVENING).contains(&time.hour()) {
        format!("{day} at {}", words::clock(time, context.hours))
    } else {
        day
    }
}

/// Until when more time is asked for: two business days after the next round of the other company, or, while none is
/// coming there, after the day on which it promised its answer.
fn day_wanted(context: &LetterContext<'_>) -> Option<chrono::NaiveDate> {
    if context.kind != LetterKind::AskForTime {
        return None;
    }
    let other = context.records.opportunities.get(&context.request.key.opportunity?)?;
    let history = History::of(other, &context.records.people, context.now);
    let round = history.next_round().map(|round| context.day(round.ends));
    let day = round.or_else(|| Some(history.promise()?.day))?;
    Some(WorkCalendar::of(&context.records.settings).business_days_after(day, 2))
}
