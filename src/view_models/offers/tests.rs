use super::*;
use crate::commands::apply;
use crate::etiquette::plan;
use crate::model::{Amount, NumberedIds, Opportunity, PayPeriod, Round, RoundId};
use chrono::Utc;
use uuid::Uuid;

/// Monday 2 March 2026, 15:00.
fn now() -> Now<Utc> {
    Now::new(Stamp::from_timestamp(1_772_463_600).unwrap(), Utc)
}

const ACME: OpportunityId = OpportunityId(Uuid::from_u128(1));
const BOLT: OpportunityId = OpportunityId(Uuid::from_u128(2));
const ACMES: Compared = Compared::Offer(ACME, OfferId(Uuid::from_u128(11)));
const BOLTS: Compared = Compared::Offer(BOLT, OfferId(Uuid::from_u128(12)));

/// Acme phoned an hour ago and wants an answer in 48 hours; Bolt has a round on Monday.
fn records() -> Records {
    let hours = |n| now().at + TimeDelta::hours(n);
    let mut acme = Opportunity::new(ACME, "Acme", "Analyst");
    acme.offers
        .push(Offer { respond_by: Some(hours(47)), ..Offer::new(OfferId(Uuid::from_u128(11)), hours(-1)) });
    let mut bolt = Opportunity::new(BOLT, "Bolt", "Analyst");
    let round = Round::new(RoundId(Uuid::from_u128(21)), hours(24 * 7), hours(24 * 7 + 1));
    bolt.rounds.push(Round { title: "Final round".to_owned(), ..round });
    Records { opportunities: [(ACME, acme), (BOLT, bolt)].into(), ..Records::default() }
}

fn page(records: &Records) -> OffersPage {
    OffersPage::of(records, &plan(records, &now()), &now())
}

fn after(mut records: Records, commands: impl IntoIterator<Item = Command>) -> Records {
    for command in commands {
        apply(&mut records, command, now().at, &mut NumberedIds::default()).unwrap();
    }
    records
}

/// Bolt makes an offer, too.
fn with_two() -> Records {
    let offer = Offer::new(OfferId(Uuid::from_u128(12)), now().at);
    after(records(), [Command::PutOffer { opportunity: BOLT, offer: Box::new(offer) }])
}

fn rate(records: Records, ratings: &[(Compared, Criterion, u8)]) -> Records {
    ratings.iter().fold(records, |records, (compared, criterion, rating)| {
        let command = rated(&records, *compared, *criterion, Some(*rating)).unwrap();
        after(records, [command])
    })
}

#[test]
fn a_spoken_offer_is_thanked_for_first_and_the_hours_are_counted() {
    let page = page(&records());
    let [acme] = page.open.as_slice() else { panic!("one offer: {page:?}") };
    assert_eq!(acme.state, "Spoken, today; not in writing yet");
    assert_eq!(acme.deadline, "They want your answer by 14:00 on Wednesday: 47 hours from now.");
    let next = acme.steps.iter().find(|step| step.stage == StepStage::Next).unwrap();
    assert_eq!(next.title, "Thank Acme for the offer");
    let titles: Vec<&str> = acme.steps.iter().map(|step| step.title.as_str()).collect();
    let place = |part: &str| titles.iter().position(|title| title.contains(part)).unwrap();
    assert!(place("Thank") < place("writing") && place("writing") < place("Ask for more"), "{titles:?}");
    assert!(place("Ask for more") < place("Decide"), "{titles:?}");
}

#[test]
fn what_was_done_stands_as_done_and_the_next_step_is_next() {
    let done =
        Command::AcknowledgeOffer { opportunity: ACME, offer: OfferId(Uuid::from_u128(11)), at: now().at };
    let page = self::page(&after(records(), [done.clone()]));
    let steps = &page.open[0].steps;
    assert_eq!((steps[0].title.as_str(), steps[0].stage), ("They were thanked", StepStage::Done));
    let next = steps.iter().find(|step| step.stage == StepStage::Next).unwrap();
    assert_eq!(next.title, "Ask Acme for more time", "as Today says, since Bolt decides after the deadline");
    let mut alone = records();
    alone.opportunities.remove(&BOLT);
    let page = self::page(&after(alone, [done]));
    let next = page.open[0].steps.iter().find(|step| step.stage == StepStage::Next).unwrap();
    assert_eq!(next.title, "Ask Acme for the offer in writing");
}

#[test]
fn other_processes_are_named_with_their_dates() {
    assert_eq!(page(&records()).open[0].leverage.others, ["At Bolt, the final round is on Monday 9 March."]);
    let two = page(&with_two());
    assert_eq!(two.open[0].leverage.others, ["Bolt made you an offer, too."]);
    let acme = "Acme made you an offer, too; it wants an answer by 14:00 on Wednesday.";
    assert_eq!(two.open[1].leverage.others, [acme]);
}

#[test]
fn every_date_stands_on_one_axis_the_earliest_first() {
    let mut records = records();
    let mut calm = Opportunity::new(OpportunityId(Uuid::from_u128(3)), "Calm", "Analyst");
    let hours = |n| now().at + TimeDelta::hours(n);
    let mut round = Round::new(RoundId(Uuid::from_u128(31)), hours(-30), hours(-29));
    let reply_by = crate::model::ReplyBy::Date(chrono::NaiveDate::from_ymd_opt(2026, 3, 5).unwrap());
    round.course = Some(crate::model::Course { reply_by, ..crate::model::Course::default() });
    calm.rounds.push(round);
    records.opportunities.insert(calm.id, calm);
    let page = page(&records);
    let said = |line: &Line| format!("{}: {}, {}", line.title, line.about, line.side.join(" "));
    let lines: Vec<String> = page.dates.lines.iter().map(said).collect();
    assert_eq!(
        lines,
        [
            "Acme: Wants your answer, by 14:00 on Wednesday",
            "Calm: Promised an answer, by Thursday",
            "Bolt: The final round, Monday 9 March, 15:00",
        ]
    );
    let places: Vec<_> = page.dates.lines.iter().map(|line| line.bar.as_ref().unwrap().marks[0].at).collect();
    assert!(places.is_sorted() && page.axis.now < places[0], "{places:?}");
    assert_eq!(OffersPage::of(&Records::default(), &plan(&records, &now()), &now()).dates.all, 0);
}

#[test]
fn offers_are_compared_by_what_the_user_says() {
    use Criterion::{Balance, Growth};
    let records =
        rate(with_two(), &[(ACMES, Growth, 5), (ACMES, Balance, 2), (BOLTS, Growth, 3), (BOLTS, Balance, 5)]);
    let side_by_side = page(&records).side_by_side.unwrap();
    assert_eq!(side_by_side.verdict, "By your own weights, Bolt comes first.");
    let scores: Vec<&str> = side_by_side.columns.iter().map(|column| column.score.as_str()).collect();
    assert_eq!(scores, ["3.5 of 5", "4.0 of 5"]);
    assert_eq!(side_by_side.turns[0], "If room to grow counted more, Acme would come first.");
    let weighed = after(records.clone(), [weighed(&records, Growth, 3)]);
    assert_eq!(page(&weighed).side_by_side.unwrap().verdict, "By your own weights, Acme comes first.");
    assert_eq!(page(&weighed).open[0].leverage.asks, ["Work-life balance: you gave it 2 of 5"]);
}

#[test]
fn a_yearly_figure_stands_beside_what_was_typed() {
    let terms = Terms {
        at: Some(now().at),
        currency: "EUR".to_owned(),
        base: Some(Amount::whole(4_500)),
        period: PayPeriod::Month,
        sign_on: Some(Amount::whole(2_000)),
        ..Terms::default()
    };
    let records = records();
    let records = after(records.clone(), with_terms(&records, ACMES, terms.clone()));
    let column = page(&records).side_by_side.unwrap().columns.remove(0);
    assert_eq!(column.yearly, "54,000\u{a0}EUR a year; 56,000\u{a0}EUR in the first");
    assert_eq!(column.typed, "4,500\u{a0}EUR a month");
    assert_eq!(page(&records).open[0].yearly, column.yearly, "also where nothing is compared");
    // The same again is no new version; better terms are.
    let same = after(records.clone(), with_terms(&records, ACMES, terms.clone()));
    assert_eq!(page(&same).open[0].figures.len(), 1);
    let better = Terms { base: Some(Amount::whole(4_800)), in_writing: true, ..terms };
    let records = after(same.clone(), with_terms(&same, ACMES, better));
    assert_eq!(
        page(&records).open[0].figures,
        [
            "4,800\u{a0}EUR a month, 2,000\u{a0}EUR for signing, in writing today",
            "4,500\u{a0}EUR a month, 2,000\u{a0}EUR for signing, said today",
        ]
    );
}

#[test]
fn the_present_job_may_stand_beside_and_goes_again() {
    let records = records();
    let command = rated(&records, Compared::PresentJob, Criterion::Balance, Some(4)).unwrap();
    let records = after(records, [command]);
    let columns = |records: &Records| -> Vec<String> {
        page(records).side_by_side.unwrap().columns.into_iter().map(|column| column.name).collect()
    };
    assert_eq!(columns(&records), ["Acme", "Your present job"]);
    assert_eq!(columns(&after(records.clone(), [without_present_job(&records)])), ["Acme"]);
}

#[test]
fn an_answered_offer_is_a_line_and_no_longer_compared() {
    let declined = Command::DeclineOffer {
        opportunity: ACME,
        offer: OfferId(Uuid::from_u128(11)),
        at: now().at,
        letter: None,
    };
    let page = page(&after(records(), [declined]));
    assert_eq!((page.open, page.side_by_side), (Vec::new(), None));
    assert_eq!(
        (page.earlier[0].title.as_str(), page.earlier[0].side[0].as_str()),
        ("Acme", "Declined today")
    );
}

#[test]
fn an_offer_that_was_taken_back_or_went_with_a_no_is_an_earlier_one() {
    let id = OfferId(Uuid::from_u128(11));
    let back = Command::RetractOffer { opportunity: ACME, offer: id, at: now().at };
    let taken = page(&after(records(), [back]));
    assert_eq!((taken.open.len(), taken.earlier[0].side[0].as_str()), (0, "Taken back today"));
    let what = crate::model::EventKind::Rejected { person: None };
    let no = Command::LogEvent { opportunity: ACME, at: now().at, what, note: None };
    let over = page(&after(records(), [no]));
    assert_eq!((over.open.len(), over.earlier[0].side[0].as_str()), (0, "Spoken today"));
}

#[test]
fn the_form_reads_amounts_and_says_which_field_it_cannot_read() {
    let form = TermsForm {
        base: "52k".to_owned(),
        hours: "forty".to_owned(),
        bonus: "much".to_owned(),
        ..TermsForm::default()
    };
    let fields: Vec<TermsField> = form.check(None).unwrap_err().into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [TermsField::Hours, TermsField::Bonus]);
    let form = TermsForm { hours: String::new(), bonus: " ".to_owned(), ..form };
    assert_eq!(form.check(None).unwrap().base, Some(Amount::whole(52_000)));
}

#[test]
fn the_form_comes_back_as_it_was_typed() {
    let form = TermsForm {
        currency: "$".to_owned(),
        base: "28.5".to_owned(),
        period: PayPeriod::Hour,
        hours: "3".to_owned(),
        in_writing: true,
        ..TermsForm::default()
    };
    assert_eq!(TermsForm::left(&form.texts()), Some(form.clone()));
    assert_eq!(TermsForm::left(&form.texts()[1..]), None, "of another version");
    let terms = form.check(None).unwrap();
    assert_eq!(TermsForm::of(&terms), TermsForm { base: "28.50".to_owned(), ..form });
}

/// Acme's offer of three days ago, in writing since; the deadline was two hours ago, the yes came the day before it.
fn said_yes(accepted: bool) -> Records {
    let mut records = records();
    let made = &mut records.opportunities.get_mut(&ACME).unwrap().offers[0];
    let hours = |n| Some(now().at + TimeDelta::hours(n));
    (made.received, made.written) = (now().at - TimeDelta::hours(72), hours(-60));
    (made.respond_by, made.acknowledged) = (hours(-2), hours(-71));
    made.accepted = hours(-26).filter(|_| accepted);
    records
}

#[test]
fn a_yes_meets_the_deadline_and_what_is_left_is_the_signature() {
    use StepStage::{Done, Next};
    let records = said_yes(true);
    let page = self::page(&records);
    let acme = &page.open[0];
    assert_eq!(
        (acme.said_yes, acme.deadline.as_str()),
        (true, "You said yes yesterday. Left: the signature.")
    );
    let steps: Vec<_> = acme.steps.iter().map(|step| (step.title.as_str(), step.stage)).collect();
    assert_eq!(
        steps,
        [
            ("They were thanked", Done),
            ("It is in writing", Done),
            ("You said yes", Done),
            ("Sign Acme’s offer", Next)
        ]
    );
    assert_eq!(acme.steps[3].href, None, "it is noted on this page");
    let line = page.dates.lines.iter().find(|line| line.title == "Acme").unwrap();
    assert_eq!((line.about.as_str(), line.tone), ("You said yes yesterday", crate::view_models::Tone::Plain));
    assert_eq!(line.side, ["to be signed"]);
    let home =
        crate::view_models::OpportunityPage::of(ACME, &records, &plan(&records, &now()), &now()).unwrap();
    assert_eq!(home.offers[0].state, "You said yes yesterday");
    assert_eq!(home.offers[0].deadline.as_deref(), Some("Left: the signature"));
    assert!(home.offers[0].said_yes);
    let next = home.next.unwrap();
    assert_eq!((next.title.as_str(), next.late), ("Sign Acme’s offer", false));
    assert_eq!(next.when, "Once you have read what you sign");
}

#[test]
fn when_the_hour_is_over_without_an_answer_a_call_is_what_is_left() {
    let records = said_yes(false);
    let said = "They wanted your answer by 13:00 today. Call them now, if you still want it.";
    assert_eq!(page(&records).open[0].deadline, said);
    let plan = plan(&records, &now());
    let decide = plan.actions.iter().find(|action| action.task() == crate::model::Task::DecideOffer).unwrap();
    let why = crate::etiquette::why(decide, &records, &now());
    assert_eq!(why, "The time that they named is over. Call them now, if you still want it.");
}

fn sent(key: crate::model::ActionKey, answer: Option<crate::model::Decision>) -> Command {
    let sent =
        crate::commands::Sent { key, to: None, at: now().at, letter: None, against_advice: false, answer };
    Command::RecordSent(Box::new(sent))
}

#[test]
fn what_was_asked_of_them_stands_as_asked_until_they_answer() {
    use crate::model::{ActionKey, Decision, Task};
    let records = said_yes(false);
    let mut records = after(
        records,
        [Command::ExtendOffer {
            opportunity: ACME,
            offer: OfferId(Uuid::from_u128(11)),
            respond_by: now().at + TimeDelta::days(4),
            reply: Box::new(crate::commands::Reply {
                at: now().at - TimeDelta::days(1),
                person: None,
                note: None,
            }),
        }],
    );
    records.opportunities.get_mut(&ACME).unwrap().offers[0].written = None;
    let decide = decision_key(ACME, &records.opportunities[&ACME].offers[0]);
    let ask = |task| ActionKey { task, ..decide };
    let for_bolt = ActionKey { opportunity: Some(BOLT), ..ask(Task::AskForTime) };
    let tell = ActionKey { opportunity: Some(BOLT), ..ask(Task::TellOthers) };
    let records = after(
        records,
        [
            sent(ask(Task::GetItInWriting), None),
            sent(for_bolt, None),
            sent(tell, None),
            sent(decide, Some(Decision::Negotiate)),
        ],
    );
    let steps = |records: &Records| -> Vec<(String, String)> {
        let steps = page(records).open.remove(0).steps.into_iter();
        steps.map(|step| (step.title, step.about)).collect()
    };
    let waits = "Asked today; no answer noted yet".to_owned();
    let told = steps(&records);
    for title in ["You asked for it in writing", "You asked for more time", "You asked for more"] {
        assert!(told.contains(&(title.to_owned(), waits.clone())), "{title}: {told:?}");
    }
    assert!(told.contains(&("You told Bolt of it".to_owned(), "Today".to_owned())), "{told:?}");
    let plan = plan(&records, &now());
    let action = plan.actions.iter().find(|action| action.key == decide).unwrap();
    let why = crate::etiquette::why(action, &records, &now());
    assert!(
        why.ends_with(
            " You asked for it in writing today, for more time today and for more today; no answer is noted yet."
        ),
        "{why}"
    );
    let reply = crate::model::EventKind::reply(None, None);
    let command = Command::LogEvent { opportunity: ACME, at: now().at, what: reply, note: None };
    let told = steps(&after(records, [command]));
    assert!(
        told.contains(&("You asked for more, and they answered".to_owned(), "Today".to_owned())),
        "{told:?}"
    );
    assert!(
        told.contains(&("You asked for it in writing".to_owned(), waits)),
        "a reply is no paper: {told:?}"
    );
}

#[test]
fn what_was_said_is_to_be_looked_up_in_the_paper_and_what_is_noted_from_it_is_in_writing() {
    let said = Terms { at: Some(now().at), base: Some(Amount::whole(41_000)), ..Terms::default() };
    let records = records();
    let command = with_terms(&records, ACMES, said.clone());
    let records = after(records, command);
    let latest = |records: &Records| page(records).open[0].figures[0].clone();
    assert_eq!(latest(&records), "41,000 a year, said today");
    assert!(!terms_form(&records, ACMES).in_writing);
    let offer = OfferId(Uuid::from_u128(11));
    let written = Command::ReceiveInWriting { opportunity: ACME, offer, at: now().at };
    let records = after(records, [written]);
    assert_eq!(latest(&records), "41,000 a year, said today; check that the text says the same");
    let form = terms_form(&records, ACMES);
    assert!(form.in_writing, "the paper lies there");
    let command = with_terms(&records, ACMES, form.check(Some(now().at)).unwrap());
    let records = after(records, command);
    assert_eq!(latest(&records), "41,000 a year, in writing today");
    assert_eq!(page(&records).open[0].state, "It came in writing today");
}

#[test]
fn whoever_has_long_been_silent_is_not_deciding_and_nothing_to_negotiate_with() {
    let mut records = records();
    let mut calm = Opportunity::new(OpportunityId(Uuid::from_u128(3)), "Calm", "Analyst");
    let days = |n| now().at - TimeDelta::days(n);
    calm.rounds.push(Round::new(RoundId(Uuid::from_u128(31)), days(90), days(90) + TimeDelta::hours(1)));
    records.opportunities.insert(calm.id, calm);
    let page = page(&records);
    let line = page.dates.lines.iter().find(|line| line.title == "Calm").unwrap();
    assert_eq!(line.about, "Has not answered");
    assert!(page.open[0].leverage.others.iter().all(|other| !other.contains("Calm")));
}

#[test]
fn what_is_compared_with_is_said_by_its_name() {
    let records = records();
    let command = rated(&records, Compared::PresentJob, Criterion::Balance, Some(4)).unwrap();
    let said = |records: &mut Records, command| {
        apply(records, command, now().at, &mut NumberedIds::default()).unwrap().summary.to_string()
    };
    let mut with = records;
    assert_eq!(said(&mut with, command), "Your present job saved");
    let without = without_present_job(&with);
    assert_eq!(said(&mut with, without), "Your present job removed");
}
