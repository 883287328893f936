//! The example's stories: an analyst looks for the next job. Companies and people are invented, and their
//! addresses lead nowhere.

use super::book::{Book, course, letter, met};
use crate::model::{
    ActionKey, Channel, Conversation, Debrief, Deliverable, Draft, EventKind, Feeling, ItemId, Offer,
    OfferId, Opportunity, Permission, PersonId, ReplyBy, Role, Round, Task,
};
use Conversation::{Brief, Significant};
use Permission::{Allowed, NotAsked};
use chrono::{Days, NaiveDate, TimeDelta};

pub(super) fn tell_all(book: &mut Book) {
    just_interviewed(book);
    promise_over(book);
    asked_once(book);
    interview_ahead(book);
    offer_spoken(book);
    rejected(book);
    silent(book);
    long_ago(book);
    applied(book, "Quillfeather Press", "Audience Analyst", 3);
    applied(book, "Riverbend Energy", "Reporting Analyst", 9);
    withdrawn(book);
}

/// Three people to thank, a promised day, and something to send.
fn just_interviewed(book: &mut Book) {
    let applied = book.back(14);
    let mut job = book.job("Halden & Moor", "Senior Data Analyst", applied);
    "https://jobs.halden-moor.example/senior-data-analyst".clone_into(&mut job.link);
    "Team of six, hybrid, two days on site. They are moving their reports off spreadsheets."
        .clone_into(&mut job.notes);
    let grace = book.person(
        "Grace Okafor",
        Role::Recruiter,
        "Talent Partner",
        Some("grace.okafor@halden-moor.example"),
    );
    let priya = book.person(
        "Priya Raman",
        Role::HiringManager,
        "Head of Analytics",
        Some("priya.raman@halden-moor.example"),
    );
    let tomas = book.person("Tomas Lindqvist", Role::Interviewer, "Lead Data Engineer", None);
    phone_screen(book, &mut job, grace);

    let starts = book.latest_interview();
    let mut round = book.round("Panel", starts, 60);
    "14 Quay Street, second floor".clone_into(&mut round.place);
    let mut panel = course(vec![
        met(priya, Significant, Allowed, "bringing the sales numbers into one place"),
        met(tomas, Significant, NotAsked, "testing a report before anyone relies on it"),
        met(grace, Brief, NotAsked, ""),
    ]);
    panel.reply_by = ReplyBy::Date(book.ahead(5));
    panel.promised_by = Some(grace);
    panel.contact_by = Some(Channel::Email);
    panel.deliver = vec![Deliverable {
        id: ItemId(book.fresh()),
        what: "a dashboard of mine, with the names removed".to_owned(),
        by: book.ahead(3),
    }];
    round.course = Some(panel);
    round.debrief = Some(Debrief {
        feeling: Feeling::Well,
        went_well: "They laughed at the three versions of the truth.".to_owned(),
        lesson: "Bring one picture of the work; it led the talk.".to_owned(),
        ..Debrief::default()
    });
    let looked_back = (round.ends + TimeDelta::minutes(30)).min(book.now);
    book.log(&mut job, looked_back, EventKind::Assessed { round: round.id });
    draft_to(book, &mut job, &round, priya);
    job.rounds.push(round);
    book.keep(job);
}

fn phone_screen(book: &mut Book, job: &mut Opportunity, recruiter: PersonId) {
    let starts = book.at(book.back(8), 11, 0);
    let mut round = book.round("Phone screen", starts, 30);
    round.course = Some(course(vec![met(recruiter, Significant, NotAsked, "what the team does in a week")]));
    round.debrief = Some(Debrief {
        feeling: Feeling::Mixed,
        went_well: "The story of the late deliveries report landed.".to_owned(),
        went_badly: "I gave a number for pay before they asked.".to_owned(),
        question: "Why do you want to leave?".to_owned(),
        better_answer: "I want to see what becomes of my work, and here the team stays with it.".to_owned(),
        lesson: "Let them name a range first.".to_owned(),
        ..Debrief::default()
    });
    book.thank_everyone(job, &round);
    let looked_back = round.ends + TimeDelta::hours(5);
    book.log(job, looked_back, EventKind::Assessed { round: round.id });
    let reply_by = None;
    let replied = book.at(book.back(5), 16, 20);
    book.log(job, replied, EventKind::reply(Some(recruiter), reply_by));
    job.rounds.push(round);
}

/// A thank-you that wants nothing but a signature.
fn draft_to(book: &Book, job: &mut Opportunity, round: &Round, person: PersonId) {
    let action = ActionKey {
        opportunity: Some(job.id),
        round: Some(round.id),
        person: Some(person),
        ..ActionKey::new(Task::ThankYou)
    };
    let text = letter(
        "Thank you for the conversation",
        "Hello Priya,\n\nThank you for the hour with you and the team. What stayed with me is your plan to bring the sales numbers into one place. In my last job the same step took us from three versions of the truth to one.\n\nI would like to help with it here, and I look forward to your answer next week.\n\nKind regards",
    );
    job.drafts.push(Draft {
        action,
        decision: None,
        letter: text,
        aside: Vec::new(),
        touched: book.now,
        proofread: false,
    });
}

/// They promised an answer, and the day is over.
fn promise_over(book: &mut Book) {
    let applied = book.back(20);
    let mut job = book.job("Brightwater Health", "Reporting Lead", applied);
    let lena = book.person(
        "Lena Fischer",
        Role::HiringManager,
        "Director of Operations",
        Some("l.fischer@brightwater.example"),
    );
    let omar =
        book.person("Omar Haddad", Role::Interviewer, "Senior Analyst", Some("o.haddad@brightwater.example"));
    let starts = book.at(book.back(9), 14, 0);
    let mut round = book.round("First interview", starts, 75);
    let mut told = course(vec![
        met(
            lena,
            Significant,
            Allowed,
            "waiting lists, and which of them can be shortened by better numbers",
        ),
        met(omar, Significant, NotAsked, "the queries that run all night"),
    ]);
    told.reply_by = ReplyBy::Date(book.back(2));
    told.promised_by = Some(lena);
    round.course = Some(told);
    book.thank_everyone(&mut job, &round);
    let added = round.ends + TimeDelta::hours(20);
    book.log(&mut job, added, EventKind::LinkedinSent { person: lena });
    job.rounds.push(round);
    book.keep(job);
}

/// No day was promised; one question is out, and a second and last one is begun.
fn asked_once(book: &mut Book) {
    let applied = book.back(30);
    let mut job = book.job("Fennimore Labs", "Analytics Engineer", applied);
    let ana = book.person("Ana Sousa", Role::Recruiter, "Recruiter", Some("ana.sousa@fennimore.example"));
    let starts = book.at(book.back(15), 9, 30);
    let mut round = book.round("Video call", starts, 45);
    let mut told =
        course(vec![met(ana, Significant, Allowed, "moving to a new warehouse without a big bang")]);
    told.reply_by = ReplyBy::NotTold;
    round.course = Some(told);
    book.thank_everyone(&mut job, &round);
    let sent = book.at(book.back(6), 9, 15);
    let question = letter(
        "Analytics Engineer – next steps",
        "Hello Ana,\n\nThank you again for the call two weeks ago. I am still very interested. Is there a rough idea of when the next step will be? If another sample of my work would help, I am glad to send one.\n\nBest wishes,\nJo",
    );
    let what = EventKind::FollowUpSent { person: Some(ana) };
    book.log_letter(&mut job, sent, what, Some(question));
    job.rounds.push(round);
    book.keep(job);
}

/// An interview ahead, and lessons to read before it.
fn interview_ahead(book: &mut Book) {
    let applied = book.back(8);
    let mut job = book.job("Oak & Ember", "Insights Manager", applied);
    let nadia = book.person(
        "Nadia Petrova",
        Role::HiringManager,
        "Chief Commercial Officer",
        Some("nadia@oak-ember.example"),
    );
    let felix =
        book.person("Felix Brandt", Role::Coordinator, "Office Manager", Some("felix@oak-ember.example"));
    job.people.push(felix);
    let starts = book.at(book.ahead(1), 10, 0);
    let mut round = book.round("Interview on site", starts, 90);
    "Ember House, ask for Felix at the desk".clone_into(&mut round.place);
    round.known = Some(book.at(book.back(2), 12, 0));
    round.expect(vec![nadia]);
    job.rounds.push(round);
    book.keep(job);
}

/// A spoken offer with a deadline, while others have not answered.
fn offer_spoken(book: &mut Book) {
    let applied = book.back(28);
    let mut job = book.job("Calder Transit", "Data Scientist", applied);
    let ruth = book.person(
        "Ruth Calloway",
        Role::HiringManager,
        "Head of Planning",
        Some("r.calloway@calder-transit.example"),
    );
    let dev =
        book.person("Dev Anand", Role::Interviewer, "Data Scientist", Some("d.anand@calder-transit.example"));
    let starts = book.at(book.back(10), 13, 0);
    let mut round = book.round("Final round", starts, 120);
    round.course = Some(course(vec![
        met(ruth, Significant, Allowed, "night buses, and how to count those who never write in"),
        met(dev, Significant, Allowed, "his way from teaching into the job"),
    ]));
    book.thank_everyone(&mut job, &round);
    let added = round.ends + TimeDelta::hours(4);
    for person in [ruth, dev] {
        book.log(&mut job, added, EventKind::Connected { person });
    }
    job.rounds.push(round);
    let mut offer = Offer::new(OfferId(book.fresh()), book.at(book.back(2), 17, 10));
    offer.respond_by = Some(book.at(book.ahead(4), 17, 0));
    offer.acknowledged = Some(offer.received + TimeDelta::minutes(40));
    "Full time, start on the first of the month. Pay as advertised, 28 days of leave, a rail pass for the family."
        .clone_into(&mut offer.terms);
    job.offers.push(offer);
    book.keep(job);
}

/// A no that came two business days ago, so that it may be answered now.
fn rejected(book: &mut Book) {
    let applied = book.back(26);
    let mut job = book.job("Lumen Street Bank", "Risk Reporting Analyst", applied);
    let yuki =
        book.person("Yuki Tanaka", Role::Recruiter, "Recruiter", Some("yuki.tanaka@lumenstreet.example"));
    let paul =
        book.person("Paul Nkemelu", Role::Interviewer, "Team Lead", Some("paul.nkemelu@lumenstreet.example"));
    let starts = book.at(book.back(12), 16, 0);
    let mut round = book.round("Second interview", starts, 60);
    round.course = Some(course(vec![
        met(yuki, Brief, NotAsked, ""),
        met(paul, Significant, NotAsked, "how a bank says that it does not know yet"),
    ]));
    round.debrief = Some(Debrief {
        feeling: Feeling::Badly,
        went_badly:
            "The case on missing values: I started to calculate before I had asked what they are for."
                .to_owned(),
        lesson: "Ask what a number is used for before touching it.".to_owned(),
        ..Debrief::default()
    });
    book.thank_everyone(&mut job, &round);
    let looked_back = round.ends + TimeDelta::hours(18);
    book.log(&mut job, looked_back, EventKind::Assessed { round: round.id });
    let no = book.at(book.back(2), 11, 40);
    book.log(&mut job, no, EventKind::Rejected { person: Some(yuki) });
    job.rounds.push(round);
    book.keep(job);
}

/// Both questions went unanswered.
fn silent(book: &mut Book) {
    let applied = book.back(45);
    let mut job = book.job("Northgate Museums", "Visitor Data Analyst", applied);
    let iris =
        book.person("Iris Bell", Role::HiringManager, "Head of Audiences", Some("i.bell@northgate.example"));
    let starts = book.at(book.back(34), 11, 0);
    let mut round = book.round("First interview", starts, 50);
    round.course =
        Some(course(vec![met(iris, Significant, NotAsked, "counting visitors who never buy a ticket")]));
    book.thank_everyone(&mut job, &round);
    for days in [26, 11] {
        let asked = book.at(book.back(days), 10, 0);
        book.log(&mut job, asked, EventKind::FollowUpSent { person: Some(iris) });
    }
    job.rounds.push(round);
    book.keep(job);
}

/// A no of some months ago, whose recruiter is worth a word now.
fn long_ago(book: &mut Book) {
    let day = |book: &Book, days| -> NaiveDate {
        book.today.checked_sub_days(Days::new(days)).unwrap_or(book.today)
    };
    let applied = day(book, 130);
    let mut job = book.job("Tern & Tide Travel", "Pricing Analyst", applied);
    let bea = book.person("Bea Lindholm", Role::Recruiter, "Recruiter", Some("bea@ternandtide.example"));
    let starts = book.at(day(book, 115), 10, 0);
    let mut round = book.round("First interview", starts, 45);
    round.course = Some(course(vec![met(bea, Significant, Allowed, "her own way out of an agency")]));
    book.thank_everyone(&mut job, &round);
    let connected = book.at(day(book, 113), 9, 0);
    book.log(&mut job, connected, EventKind::Connected { person: bea });
    let no = book.at(day(book, 96), 15, 0);
    book.log(&mut job, no, EventKind::Rejected { person: Some(bea) });
    let answered = book.at(day(book, 95), 9, 0);
    book.log(&mut job, answered, EventKind::ContactMade { person: bea });
    job.rounds.push(round);
    book.keep(job);
}

fn applied(book: &mut Book, company: &str, role: &str, days: u32) {
    let applied = book.back(days);
    let job = book.job(company, role, applied);
    book.keep(job);
}

/// Not the right place after all.
fn withdrawn(book: &mut Book) {
    let applied = book.back(32);
    let mut job = book.job("Saltmarsh Robotics", "Operations Analyst", applied);
    let karim =
        book.person("Karim Aziz", Role::Interviewer, "Plant Manager", Some("karim@saltmarsh.example"));
    let starts = book.at(book.back(24), 8, 30);
    let mut round = book.round("First interview", starts, 40);
    round.course = Some(course(vec![met(karim, Significant, NotAsked, "shifts that start at five")]));
    book.thank_everyone(&mut job, &round);
    let withdrew = book.at(book.back(21), 12, 0);
    book.log(&mut job, withdrew, EventKind::Withdrawn);
    job.rounds.push(round);
    book.keep(job);
}
