//! What the checks find, and that their fixes mend it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // tests fail by panicking

use afterword::etiquette::Now;
use afterword::letters::{Check, CheckContext, Finding, FingerprintCache, LetterRequest, Part, check};
use afterword::model::{
    ActionKey, Course, Debrief, Event, EventId, EventKind, Letter, Met, Offer, OfferId, Opportunity,
    OpportunityId, Person, PersonId, PlaybookId, Records, ReplyBy, Role, Round, RoundId, Stamp, Task, Tone,
    uuid_v7,
};
use chrono::{NaiveDate, TimeZone, Utc};

const GOOD: &str = "Hi Dana,\n\nThank you for the conversation on Friday. Hearing how you moved billing to Postgres \
                    without a night of downtime was worth the trip alone, and I keep thinking about your test \
                    plan.\n\nI am very interested in the role and look forward to hearing from you.\n\nBest \
                    wishes,\nSam Field";

fn id(n: u8) -> uuid::Uuid {
    uuid_v7(1_700_000_000_000, [n; 10])
}

fn at(day: u32, hour: u32) -> Stamp {
    Utc.with_ymd_and_hms(2026, 3, day, hour, 0, 0).unwrap().into()
}

fn records() -> Records {
    let mut records = Records::default();
    "Sam Field".clone_into(&mut records.settings.name);
    for (n, name) in [(1, "Dana Reyes"), (2, "Ben Ode"), (3, "Olga Petrova")] {
        let person = PersonId(id(n));
        records.people.insert(person, Person::new(person, name, Role::Interviewer));
    }
    let opportunity = |n: u8, company: &str, role: &str, met: &[u8]| {
        let mut round = Round::new(RoundId(id(n + 10)), at(6, 10), at(6, 11));
        let mut people: Vec<Met> = met.iter().map(|n| Met::new(PersonId(id(*n)))).collect();
        for met in &mut people {
            "billing on Postgres".clone_into(&mut met.talked_about);
        }
        let friday = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
        round.course = Some(Course { met: people, reply_by: ReplyBy::Date(friday), ..Course::default() });
        let mut one = Opportunity::new(OpportunityId(id(n)), company, role);
        one.rounds.push(round);
        one
    };
    for one in
        [opportunity(20, "Acme", "Data Analyst", &[1, 2]), opportunity(21, "Globex", "Data Engineer", &[3])]
    {
        records.opportunities.insert(one.id, one);
    }
    records
}

fn thank_dana() -> LetterRequest {
    let key = ActionKey {
        opportunity: Some(OpportunityId(id(20))),
        round: Some(RoundId(id(30))),
        person: Some(PersonId(id(1))),
        ..ActionKey::new(Task::ThankYou)
    };
    LetterRequest::new(key, Tone::Warm)
}

fn found_in(records: &Records, body: &str) -> Vec<Finding> {
    let context = CheckContext::of(records, &thank_dana(), &Now::new(at(7, 9), Utc)).unwrap();
    check(&Letter { subject: "Thank you".to_owned(), body: body.to_owned() }, &context)
}

/// The one finding of that sort; it must be the only one.
fn only(check: Check, body: &str) -> Finding {
    let found = found_in(&records(), body);
    assert_eq!(found.iter().map(|one| one.check).collect::<Vec<_>>(), [check], "{found:#?}\n{body}");
    found.into_iter().next().unwrap()
}

/// What the finding's fix makes of the text; it must leave nothing to say.
fn mended(check: Check, body: &str) -> String {
    let finding = only(check, body);
    let fix = finding.fix.clone().unwrap_or_else(|| panic!("no fix: {finding:?}"));
    let mended = fix.made(body);
    let left = found_in(&records(), &mended);
    assert!(left.is_empty(), "the fix left {left:#?}\n{mended}");
    mended
}

#[test]
fn a_good_note_has_nothing_to_be_said_about() {
    let found = found_in(&records(), GOOD);
    assert!(found.is_empty(), "{found:#?}");
    assert!(found_in(&records(), "  \n").is_empty(), "an empty page is no fault");
}

#[test]
fn blanks_are_found() {
    for blank in ["{topic}", "[your name]", "<company>", "XXX", "____", "TBD"] {
        let finding = only(Check::Blank, &GOOD.replace("your test plan", blank));
        assert_eq!(finding.at.len(), 1, "{blank}");
    }
}

#[test]
fn the_name_greeted_is_the_addressees() {
    assert_eq!(mended(Check::WrongName, &GOOD.replace("Hi Dana", "Hi Ben")), GOOD);
    for fine in ["Dear Ms Reyes", "Dear Dana Reyes", "Hello all", "Dear hiring team", "Good morning Dana"] {
        assert!(found_in(&records(), &GOOD.replace("Hi Dana", fine)).is_empty(), "{fine}");
    }
    let by_nickname = only(Check::WrongName, &GOOD.replace("Hi Dana", "Hi Dee"));
    assert!(by_nickname.reason.contains("Is “Dee” what you call them?"), "{}", by_nickname.reason);
}

#[test]
fn a_greeting_in_the_middle_of_a_pasted_note_is_found() {
    let pasted = GOOD.replace("\n\nI am very", "\n\nDear Ben, I am very");
    assert!(mended(Check::WrongName, &pasted).contains("Dear Dana, I am very"));
}

#[test]
fn a_name_spoken_to_at_the_end_is_found_too() {
    let thanked = GOOD.replace("from you.", "from you. Thanks again, Ben.");
    assert!(mended(Check::WrongName, &thanked).contains("Thanks again, Dana."));
    let mentioned = GOOD.replace("your test plan", "the plan that Ben showed me");
    assert!(found_in(&records(), &mentioned).is_empty(), "a colleague may be mentioned");
}

#[test]
fn other_companies_and_jobs_are_found() {
    let body = GOOD.replace("the role", "the role at Globex");
    assert_eq!(mended(Check::WrongCompany, &body), GOOD.replace("the role", "the role at Acme"));
    let body = GOOD.replace("the role", "the Data Engineer role");
    assert_eq!(mended(Check::WrongRole, &body), GOOD.replace("the role", "the Data Analyst role"));
    only(Check::WrongName, &GOOD.replace("your test plan", "what Olga Petrova said"));
}

#[test]
fn what_was_talked_about_may_name_another_company() {
    let mut records = records();
    let acme = records.opportunities.get_mut(&OpportunityId(id(20))).unwrap();
    let course = acme.rounds[0].course.as_mut().unwrap();
    "how Globex does its billing".clone_into(&mut course.met[0].talked_about);
    assert!(found_in(&records, &GOOD.replace("your test plan", "how Globex does its billing")).is_empty());
}

#[test]
fn thanks_interest_and_a_next_step_are_missed() {
    let without = GOOD.replace("Thank you for the conversation on Friday. ", "");
    assert!(mended(Check::NoThanks, &without).contains("Thank you so much for your time."));
    let without =
        GOOD.replace("I am very interested in the role and look forward to hearing from you.", "Just ask.");
    assert!(mended(Check::NoInterest, &without).contains("interested in the Data Analyst role."));
    let without = GOOD.replace(" and look forward to hearing from you", "");
    assert!(mended(Check::NoNextStep, &without).contains("hearing from you."));
}

#[test]
fn something_has_to_be_theirs() {
    let anybody = "Hi Dana,\n\nThank you for your time on Friday. It was a good conversation, and I came away with a \
                   clear idea of the work, of the people and of the place. I am very interested in the role and look \
                   forward to hearing from you.\n\nBest wishes,\nSam Field";
    assert!(mended(Check::Impersonal, anybody).contains("It was good to talk about billing on Postgres."));
}

#[test]
fn lengths_are_told() {
    let long = GOOD.replace("your test plan", &["your plan to test each part of it again"; 24].join(" and "));
    assert!(only(Check::TooLong, &long).reason.contains("words"));
    only(
        Check::TooShort,
        "Hi Dana,\n\nThank you for Friday and for Postgres. I am interested and look forward to more.\n\nSam Field",
    );
}

#[test]
fn phrases_that_grate_or_press_are_found() {
    for (phrase, check) in [
        ("I hope this email finds you well.", Check::Grating),
        ("I am just checking in.", Check::Grating),
        ("I am the perfect candidate.", Check::Grating),
        ("Sorry to bother you.", Check::Grating),
        ("Please answer ASAP.", Check::Pressure),
        ("I need to know this.", Check::Pressure),
        ("I have other offers.", Check::Pressure),
        ("I still haven’t heard a word.", Check::Pressure),
    ] {
        let body = GOOD.replace("I am very interested", &format!("{phrase} I am very interested"));
        only(check, &body);
    }
    assert!(
        found_in(&records(), &GOOD.replace("Friday.", "Friday, an asapparition.")).is_empty(),
        "only whole words"
    );
}

#[test]
fn a_status_question_before_its_time_is_found() {
    let asked = GOOD.replace("I am very interested", "Is there any news? I am very interested");
    let finding = only(Check::TooEarly, &asked);
    assert!(finding.reason.contains("They promised an answer by Friday 20 March"), "{}", finding.reason);
    assert_eq!(&asked[finding.at[0].clone()], "any news");
}

#[test]
fn slips_are_mended() {
    let slip =
        |from: &str, to: &str, check: Check| assert_eq!(mended(check, &GOOD.replacen(from, to, 1)), GOOD);
    slip("the trip", "the the trip", Check::Doubled);
    slip("thinking about", "thinking  about", Check::Spacing);
    slip("alone,", "alone ,", Check::Spacing);
    slip("Hearing", "hearing", Check::SentenceCase);
    slip("I keep", "i keep", Check::SentenceCase);
    slip("a night", "an night", Check::Article);
}

#[test]
fn what_only_looks_like_a_slip_is_left_alone() {
    for fine in [
        "that that",
        "e.g. billing",
        "an hour",
        "a user",
        "an SQL plan",
        "Mr. von Berg",
        "iPhone",
        "a… b",
        "acme.com/jobs",
    ] {
        let body = GOOD.replace("your test plan", &format!("{fine} and your test plan"));
        let found = found_in(&records(), &body);
        assert!(found.is_empty(), "{fine}: {found:#?}");
    }
}

#[test]
fn a_letter_is_signed() {
    assert_eq!(mended(Check::Unsigned, &GOOD.replace("\nSam Field", "")), GOOD);
    let mut records = records();
    records.settings.name.clear();
    let found = found_in(&records, &GOOD.replace(",\nSam Field", ""));
    assert!(found.iter().any(|one| one.check == Check::Unsigned), "{found:#?}");
}

#[test]
fn a_playbook_may_want_somebody_to_read_it_first() {
    let mut records = records();
    records.settings.playbook = PlaybookId::After;
    let found = found_in(&records, GOOD);
    assert!(found.iter().any(|one| one.check == Check::NotProofread), "{found:#?}");
}

#[test]
fn the_subject_is_checked_too() {
    let context = CheckContext::of(&records(), &thank_dana(), &Now::new(at(7, 9), Utc)).unwrap();
    let letter = Letter { subject: "The Data Engineer role at {company}".to_owned(), body: GOOD.to_owned() };
    let found = check(&letter, &context);
    let parts: Vec<_> = found.iter().map(|one| (one.check, one.part)).collect();
    assert_eq!(parts, [(Check::Blank, Part::Subject), (Check::WrongRole, Part::Subject)]);
}

/// The letter that went to somebody after their round.
fn send(records: &mut Records, n: u8, opportunity: u8, person: u8, body: &str) {
    let what = EventKind::ThankYouSent { person: PersonId(id(person)), round: RoundId(id(person + 10)) };
    let letter = Letter { subject: "Thank you".to_owned(), body: body.to_owned() };
    let event = Event {
        id: EventId(id(n)),
        at: at(6, n.into()),
        what,
        letter: Some(Box::new(letter)),
        against_advice: false,
    };
    records.opportunities.get_mut(&OpportunityId(id(opportunity))).unwrap().events.push(event);
}

#[test]
fn what_was_prepared_in_pieces_finds_the_same() {
    let mut records = records();
    send(&mut records, 12, 20, 2, &GOOD.replace("Dana", "Ben"));
    send(
        &mut records,
        13,
        21,
        3,
        "Hi Olga,\n\nYour map of the harbours is with me still.\n\nBest wishes,\nSam",
    );
    let (request, now) = (thank_dana(), Now::new(at(7, 9), Utc));
    let letter = Letter { subject: "Thank you".to_owned(), body: GOOD.to_owned() };
    let anew = |records: &Records| check(&letter, &CheckContext::of(records, &request, &now).unwrap());

    let mut prints = FingerprintCache::default();
    let (mut pieces, mut left) = (0, Some(0));
    while let Some(from) = left {
        left = prints.prepare(&records, &request, &now, from, &mut || false);
        pieces += 1;
    }
    assert_eq!(pieces, 3, "a letter a piece, and a look whether there are more");
    let mut prepared = |records: &Records| {
        check(&letter, &CheckContext::with(&mut prints, records, &request, &now).unwrap())
    };
    assert!(prepared(&records).iter().any(|one| one.check == Check::Alike), "Ben got the same");
    assert_eq!(prepared(&records), anew(&records));

    // Nothing that was made is used for another text than it was made of.
    records.opportunities.get_mut(&OpportunityId(id(20))).unwrap().events[0].letter.as_mut().unwrap().body =
        "Hi Ben,\n\nThe garden behind your office has stayed with me.\n\nBest wishes,\nSam".to_owned();
    assert!(prepared(&records).iter().all(|one| one.check != Check::Alike));
    assert_eq!(prepared(&records), anew(&records));
}

/// The opportunity at Globex has an offer, and the user has signed it.
fn signed_elsewhere() -> Records {
    let mut records = records();
    let globex = records.opportunities.get_mut(&OpportunityId(id(21))).unwrap();
    let offer = Offer::new(OfferId(id(60)), at(6, 15));
    globex.offers.push(Offer { signed: Some(at(6, 18)), ..offer });
    records
}

#[test]
fn a_letter_that_was_begun_before_a_signature_elsewhere_no_longer_courts() {
    let found = found_in(&signed_elsewhere(), GOOD);
    let courting = found.iter().find(|one| one.check == Check::Courting).unwrap();
    assert!(courting.reason.contains("still tells Acme that you want the job"), "{}", courting.reason);
    let marked: Vec<&str> = courting.at.iter().map(|at| &GOOD[at.clone()]).collect();
    assert_eq!(marked, ["interested in", "look forward to hearing from you"]);

    let thanks = GOOD
        .replace("I am very interested in the role and look forward to hearing from you.", "All the best.");
    let left = found_in(&signed_elsewhere(), &thanks);
    assert!(left.is_empty(), "neither interest nor a next step is missed: {left:#?}");
}

#[test]
fn the_company_that_has_the_signature_may_be_looked_forward_to() {
    let mut records = records();
    let acme = records.opportunities.get_mut(&OpportunityId(id(20))).unwrap();
    acme.offers.push(Offer { signed: Some(at(6, 18)), ..Offer::new(OfferId(id(60)), at(6, 15)) });
    assert!(found_in(&records, GOOD).is_empty());
}

#[test]
fn a_letter_begun_before_the_look_back_is_offered_what_it_found() {
    let mut records = records();
    let acme = records.opportunities.get_mut(&OpportunityId(id(20))).unwrap();
    acme.rounds[0].debrief = Some(Debrief {
        point_missed: "I have led two migrations of this size".to_owned(),
        question: "Why us".to_owned(),
        better_answer: "Because you publish what you learn".to_owned(),
        ..Debrief::default()
    });
    let found = found_in(&records, GOOD);
    assert_eq!(
        found.iter().map(|one| one.check).collect::<Vec<_>>(),
        [Check::DebriefLeftOut; 2],
        "{found:#?}"
    );

    let mut mended = GOOD.to_owned();
    while let Some(fix) = found_in(&records, &mended).into_iter().find_map(|one| one.fix) {
        mended = fix.made(&mended);
    }
    assert!(
        mended.contains("One thing I did not get to say: I have led two migrations of this size."),
        "{mended}"
    );
    assert!(mended.contains("“Why us?” now. Because you publish what you learn."), "{mended}");
    assert!(mended.ends_with("Sam Field"), "before the farewell: {mended}");
    assert!(found_in(&records, &mended).is_empty(), "{mended}");
}

#[test]
fn somebody_who_is_written_to_is_not_spoken_of() {
    let mut records = records();
    let acme = records.opportunities.get_mut(&OpportunityId(id(20))).unwrap();
    let met = &mut acme.rounds[0].course.as_mut().unwrap().met[0];
    "the rebrand she was leading".clone_into(&mut met.talked_about);
    let body = GOOD.replace("your test plan", "the rebrand she was leading");
    let found = found_in(&records, &body);
    assert_eq!(found.iter().map(|one| one.check).collect::<Vec<_>>(), [Check::ThirdPerson], "{found:#?}");
    let mended = found[0].fix.clone().unwrap().made(&body);
    assert!(mended.contains("the rebrand you were leading"), "{mended}");
    let of_others = GOOD.replace("your test plan", "the plan that Ben says he made");
    let found = found_in(&records, &of_others);
    assert!(found.iter().all(|one| one.check != Check::ThirdPerson), "that may be about anybody: {found:#?}");
}

#[test]
fn words_for_a_chat_are_spelt_out() {
    assert!(
        mended(Check::Grating, &GOOD.replace("without a night", "w/o a night")).contains("without a night")
    );
    assert!(
        mended(Check::Grating, &GOOD.replace("your test plan.", "your test plan lol."))
            .contains("test plan.")
    );
}
