//! What the checks find, and that their fixes mend it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)] // tests fail by panicking

use afterword::etiquette::Now;
use afterword::letters::{
    Check, CheckContext, Finding, FingerprintCache, LetterRequest, Part, Weight, check,
};
use afterword::model::{
    ActionKey, Course, Debrief, Deliverable, Draft, Event, EventId, EventKind, ItemId, Letter, Manner, Met,
    Offer, OfferId, Opportunity, OpportunityId, Person, PersonId, PlaybookId, Records, ReplyBy, Role, Round,
    RoundId, Stamp, Task, Tone, uuid_v7,
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
        mended.contains("I also forgot to mention that I have led two migrations of this size."),
        "{mended}"
    );
    assert!(
        mended
            .contains("I have given the question “Why us?” more thought since. You publish what you learn."),
        "{mended}"
    );
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

/// As [`found_in`], on another day.
fn found_on(records: &Records, day: u32, hour: u32, body: &str) -> Vec<Finding> {
    let context = CheckContext::of(records, &thank_dana(), &Now::new(at(day, hour), Utc)).unwrap();
    check(&Letter { subject: "Thank you".to_owned(), body: body.to_owned() }, &context)
}

#[test]
fn a_day_that_was_right_last_night_is_put_right() {
    let today = GOOD.replace("on Friday.", "today.");
    let found = found_on(&records(), 7, 9, &today);
    assert_eq!(found.iter().map(|one| one.check).collect::<Vec<_>>(), [Check::StaleDay], "{found:#?}");
    assert_eq!(found[0].fix.clone().unwrap().made(&today), GOOD.replace("on Friday.", "yesterday."));
    assert!(found_on(&records(), 6, 20, &today).is_empty(), "on the day itself it is right");

    let yesterday = GOOD.replace("on Friday.", "yesterday.");
    let found = found_on(&records(), 9, 9, &yesterday);
    assert_eq!(found[0].fix.clone().unwrap().made(&yesterday), GOOD);
    let long_ago = found_on(&records(), 16, 9, GOOD);
    let stale = long_ago.iter().find(|one| one.check == Check::StaleDay).unwrap();
    assert!(stale.fix.clone().unwrap().made(GOOD).contains("conversation on 6 March."));
}

#[test]
fn two_fridays_in_a_letter_are_told_apart() {
    let twice = GOOD.replace("hearing from you.", "hearing from you by Friday.");
    let mended = mended(Check::StaleDay, &twice);
    assert!(
        mended.contains("conversation on Friday. ") && mended.contains("by Friday 20 March."),
        "{mended}"
    );
    let mut american = records();
    american.settings.manner = Some(Manner::American);
    let fix = found_in(&american, &twice).into_iter().find_map(|one| one.fix).unwrap();
    assert_eq!(fix.with, "Friday, March 20");
}

#[test]
fn tomorrow_in_a_letter_that_was_begun_yesterday_is_today() {
    let mut records = records();
    let action = thank_dana().key;
    let draft = Draft {
        action,
        decision: None,
        letter: Letter::default(),
        aside: Vec::new(),
        touched: at(6, 21),
        proofread: false,
    };
    records.opportunities.get_mut(&OpportunityId(id(20))).unwrap().drafts.push(draft);
    let body = GOOD.replace("look forward", "am free tomorrow and look forward");
    let found = found_in(&records, &body);
    assert_eq!(found[0].check, Check::StaleDay, "{found:#?}");
    assert!(found[0].fix.clone().unwrap().made(&body).contains("am free today and"));
}

#[test]
fn pay_has_no_place_in_a_thank_you() {
    for word in ["the salary", "pay", "my notice period", "the bonus"] {
        only(Check::Pay, &GOOD.replace("your test plan", word));
    }
    for fine in ["how you pay attention to tests", "what I will notice first", "the notion of quality"] {
        let found = found_in(&records(), &GOOD.replace("your test plan", fine));
        assert!(found.is_empty(), "{fine}: {found:#?}");
    }
}

#[test]
fn a_company_whose_name_is_a_word_is_no_slip_where_a_sentence_begins() {
    let mut records = records();
    "Target".clone_into(&mut records.opportunities.get_mut(&OpportunityId(id(21))).unwrap().company);
    let begun = GOOD.replace("I am very", "Target audiences came up, too. I am very");
    let found = found_in(&records, &begun);
    assert!(found.iter().all(|one| one.weight == Weight::Hint && one.fix.is_none()), "{found:#?}");
    assert!(found_in(&records, &GOOD.replace("your test plan", "the target")).is_empty());
    let named = found_in(&records, &GOOD.replace("the role", "the role at Target"));
    assert!(named.iter().any(|one| one.check == Check::WrongCompany && one.weight == Weight::Stop));
}

#[test]
fn a_subject_that_a_colleague_got_is_found() {
    let mut records = records();
    send(&mut records, 12, 20, 2, "Hi Ben,\n\nThe garden behind your office has stayed with me.\n\nSam");
    let found = found_in(&records, GOOD);
    assert_eq!(found.iter().map(|one| one.check).collect::<Vec<_>>(), [Check::SubjectAlike], "{found:#?}");
    assert!(found[0].reason.contains("Ben Ode"), "{}", found[0].reason);
}

#[test]
fn a_linkedin_note_names_the_interview_or_the_job() {
    let key = ActionKey { round: None, ..thank_dana().key };
    let request = LetterRequest::new(ActionKey { task: Task::LinkedinRequest, ..key }, Tone::Warm);
    let context = CheckContext::of(&records(), &request, &Now::new(at(7, 9), Utc)).unwrap();
    let found = |body: &str| check(&Letter { subject: String::new(), body: body.to_owned() }, &context);
    let body = "Hi Dana, thank you for the talk about billing on Postgres. I would be glad to connect.";
    let fault = found(body);
    assert_eq!(fault.iter().map(|one| one.check).collect::<Vec<_>>(), [Check::NoOccasion], "{fault:#?}");
    let mended = fault[0].fix.clone().unwrap().made(body);
    assert!(mended.ends_with("connect. I interviewed for the Data Analyst role."), "{mended}");
    assert!(found(&mended).is_empty());
    assert!(found("Hi Dana, thank you for the interview on Friday. I would be glad to connect.").is_empty());
}

#[test]
fn they_and_their_are_said_to_them_too() {
    let mut records = records();
    let acme = records.opportunities.get_mut(&OpportunityId(id(20))).unwrap();
    "what happens when they hire, and their rota"
        .clone_into(&mut acme.rounds[0].course.as_mut().unwrap().met[0].talked_about);
    let mut body = GOOD.replace("your test plan", "what happens when they hire, and their rota");
    let found = found_in(&records, &body);
    assert_eq!(found.iter().map(|one| one.check).collect::<Vec<_>>(), [Check::ThirdPerson; 2], "{found:#?}");
    body = found[1].fix.clone().unwrap().made(&body);
    assert!(body.contains("and your rota"), "{body}");
}

#[test]
fn what_is_told_of_them_in_a_sentence_is_said_to_them() {
    let mut records = records();
    let acme = records.opportunities.get_mut(&OpportunityId(id(20))).unwrap();
    let noted = "Her team rebuilt the forecast in a weekend. I loved that.";
    noted.clone_into(&mut acme.rounds[0].course.as_mut().unwrap().met[0].talked_about);
    let body = GOOD.replace("I am very", &format!("{noted} I am very"));
    let found = found_in(&records, &body);
    assert_eq!(found.iter().map(|one| one.check).collect::<Vec<_>>(), [Check::ThirdPerson], "{found:#?}");
    assert!(found[0].fix.clone().unwrap().made(&body).contains("Your team rebuilt the forecast"));
}

#[test]
fn what_is_delivered_is_told_from_the_users_side() {
    let mut records = records();
    let acme = records.opportunities.get_mut(&OpportunityId(id(20))).unwrap();
    let item = ItemId(id(40));
    let by = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
    let what = "a dashboard you are proud of".to_owned();
    acme.rounds[0].course.as_mut().unwrap().deliver.push(Deliverable { id: item, what, by });
    let key = ActionKey { task: Task::Deliver, item: Some(item), person: None, ..thank_dana().key };
    let request = LetterRequest { to: Some(PersonId(id(1))), ..LetterRequest::new(key, Tone::Warm) };
    let now = Now::new(at(7, 9), Utc);
    let context = CheckContext::of(&records, &request, &now).unwrap();
    let body = "Hi Dana,\n\nThank you for waiting. I am sending a dashboard you are proud of. Please tell me if you \
                would like to see it in another form.\n\nSam Field";
    let found = check(&Letter { subject: "A dashboard".to_owned(), body: body.to_owned() }, &context);
    assert_eq!(found.iter().map(|one| one.check).collect::<Vec<_>>(), [Check::ThirdPerson], "{found:#?}");
    assert!(found[0].fix.clone().unwrap().made(body).contains("a dashboard I am proud of."));
}

#[test]
fn the_line_after_the_greeting_begins_large() {
    let small = GOOD.replace("\n\nThank you", "\n\nthank you");
    assert_eq!(mended(Check::SentenceCase, &small), GOOD);
    assert!(
        found_in(&records(), &GOOD.replace("Thank you for", "iPhone in hand, I thank you for")).is_empty()
    );
}

/// A letter about the offer of Globex, which is only spoken.
fn about_offer(task: Task, opportunity: u8) -> (Records, LetterRequest) {
    let mut records = records();
    let globex = records.opportunities.get_mut(&OpportunityId(id(21))).unwrap();
    globex.offers.push(Offer::new(OfferId(id(60)), at(6, 15)));
    let key = ActionKey {
        opportunity: Some(OpportunityId(id(opportunity))),
        offer: Some(OfferId(id(60))),
        ..ActionKey::new(task)
    };
    (records, LetterRequest { to: Some(PersonId(id(3))), ..LetterRequest::new(key, Tone::Warm) })
}

#[test]
fn what_is_only_spoken_is_not_accepted() {
    let (records, request) = about_offer(Task::DecideOffer, 21);
    let context = CheckContext::of(&records, &request, &Now::new(at(7, 9), Utc)).unwrap();
    let found = |body: &str| check(&Letter { subject: "Yes".to_owned(), body: body.to_owned() }, &context);
    let yes = "Hi Olga,\n\nThank you so much for the offer. I am very happy to accept it, and I look forward to the \
               first day with you.\n\nSam Field";
    assert_eq!(found(yes).iter().map(|one| one.check).collect::<Vec<_>>(), [Check::NotInWriting]);
    let careful = yes.replace("and I look forward", "once I have it in writing, and I look forward");
    assert!(found(&careful).is_empty());
}

#[test]
fn whoever_asks_for_time_names_no_rival() {
    let (records, request) = about_offer(Task::AskForTime, 20);
    let context = CheckContext::of(&records, &request, &Now::new(at(7, 9), Utc)).unwrap();
    let body = "Hi Olga,\n\nThank you for the offer. I am waiting for another offer as well, so may I have a few more \
                days to answer yours?\n\nSam Field";
    let found = check(&Letter { subject: "My answer".to_owned(), body: body.to_owned() }, &context);
    assert_eq!(found.iter().map(|one| one.check).collect::<Vec<_>>(), [Check::Pressure], "{found:#?}");
    assert_eq!(&body[found[0].at[0].clone()], "another offer");
}
