//! The guard's answer in words: whether the user may write now, and why.

use super::zone::with_zone;
use super::{Answer, EnoughReason, Now, Owed, WaitReason, YesReason};
use crate::model::Stamp;
use crate::words;
use chrono::{NaiveDate, NaiveTime, TimeZone};

/// The answer to "May I write to them now?" in words.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Advice {
    /// One or two sentences: "Not yet. You may from Tuesday."
    pub answer: String,
    /// The reason, in a sentence: "They promised an answer by Friday 13 March; give them that day."
    pub why: String,
}

impl Advice {
    /// The words for an answer at a moment.
    pub fn of<Tz: TimeZone>(answer: &Answer, now: &Now<Tz>) -> Self {
        with_zone(&now.zone, |zone| {
            let today = zone.local(now.at).date();
            let start = |at: Stamp| {
                let local = zone.local(at);
                let day = words::day(local.date(), today);
                if local.time() == NaiveTime::MIN {
                    day
                } else {
                    format!("{day}, {}", words::clock(local.time(), now.hours))
                }
            };
            Self { answer: spoken(*answer, &start), why: reason(*answer, today) }
        })
    }

    /// Answer and reason as one text.
    pub fn in_one(&self) -> String {
        format!("{} {}", self.answer, self.why)
    }
}

fn spoken(answer: Answer, start: &dyn Fn(Stamp) -> String) -> String {
    match answer {
        Answer::Yes(YesReason::LastMessage) => "Yes, once more, and then no more.".to_owned(),
        Answer::Yes(_) => "Yes, you may ask.".to_owned(),
        Answer::TooEarly { until, .. } => format!("Not yet. You may from {}.", start(until)),
        Answer::Enough(EnoughReason::Limit(_) | EnoughReason::Application) => {
            "Better not. Leave it with them.".to_owned()
        }
        Answer::Enough(_) => "No. There is nothing left to ask.".to_owned(),
        Answer::Owed(_) => "Not yet. Something of theirs comes first.".to_owned(),
        Answer::NotByPhone => "In writing, yes. Not by phone.".to_owned(),
    }
}

fn reason(answer: Answer, today: NaiveDate) -> String {
    let fixed = match answer {
        Answer::TooEarly { why, .. } => return wait(why, today),
        Answer::Enough(EnoughReason::Limit(count)) => {
            return format!(
                "You asked {} since they last wrote. Mostly silence means no, and it is no verdict on you.",
                times(count)
            );
        }
        Answer::Yes(YesReason::Thanks) => "Thanks are always welcome.",
        Answer::Yes(YesReason::FollowUpOpen) => "They have had their time; a short question is fair.",
        Answer::Yes(YesReason::ClosedUnsent) => "The best time went by, but asking still does no harm.",
        Answer::Yes(YesReason::OfferOpen) => "Their offer is open: a word about it is always right.",
        Answer::Yes(YesReason::NothingYet) => "You have not asked yet, and one short question does no harm.",
        Answer::Yes(YesReason::LastMessage) => "Your playbook allows one last message.",
        Answer::Enough(EnoughReason::Application) => "You have asked. Before an interview, once is enough.",
        Answer::Enough(EnoughReason::Over) => "It is over. Thanks are still welcome.",
        Answer::Owed(Owed::Delivery) => "They wait for what you were asked to send.",
        Answer::Owed(Owed::Answer) => "They wrote, and wait for your answer.",
        Answer::Enough(EnoughReason::Signed) => "You have signed an offer.",
        Answer::NotByPhone => "They did not invite you to call.",
    };
    fixed.to_owned()
}

fn wait(why: WaitReason, today: NaiveDate) -> String {
    match why {
        WaitReason::Promised(day) | WaitReason::Application(Some(day)) if day >= today => {
            format!("They promised an answer by {}; give them that day.", words::by_day(day, today))
        }
        WaitReason::Promised(day) | WaitReason::Application(Some(day)) => {
            let day = words::by_day(day, today);
            format!("They promised an answer by {day}; give them a working day more.")
        }
        WaitReason::Application(None) => {
            "An application is given two working weeks. How long is ours to say; no source does.".to_owned()
        }
        WaitReason::GiveThemDays => {
            "They named no date, and it often takes longer than they expect.".to_owned()
        }
        WaitReason::Asked(day) => {
            format!("You asked {}; give them time to answer.", words::back_then(day, today))
        }
        WaitReason::CalledOff => "The round is off. Ask for a new day first.".to_owned(),
        WaitReason::RoundComing => "You will see them before that. Ask then.".to_owned(),
    }
}

fn times(count: u8) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => words::counted(count.into(), "time"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32, hour: u32) -> Stamp {
        chrono::Utc.with_ymd_and_hms(2026, 3, day, hour, 0, 0).unwrap().into()
    }

    fn said(answer: Answer) -> String {
        Advice::of(&answer, &Now::new(at(10, 9), chrono::Utc)).in_one()
    }

    #[test]
    fn the_answer_names_its_days() {
        let promised = NaiveDate::from_ymd_opt(2026, 3, 13).unwrap();
        let wait = |until, why| said(Answer::TooEarly { until, why });
        assert_eq!(
            wait(at(16, 0), WaitReason::Promised(promised)),
            "Not yet. You may from Monday. They promised an answer by Friday 13 March; give them that day."
        );
        assert_eq!(
            wait(at(11, 15), WaitReason::RoundComing),
            "Not yet. You may from tomorrow, 15:00. You will see them before that. Ask then."
        );
    }

    #[test]
    fn a_promised_day_is_given_to_them_to_its_end() {
        let wait = |day| {
            let why = WaitReason::Promised(NaiveDate::from_ymd_opt(2026, 3, day).unwrap());
            Advice::of(&Answer::TooEarly { until: at(16, 0), why }, &Now::new(at(10, 9), chrono::Utc)).why
        };
        assert_eq!(wait(10), "They promised an answer by today; give them that day.");
        assert_eq!(wait(9), "They promised an answer by Monday 9 March; give them a working day more.");
    }

    #[test]
    fn each_answer_has_words_of_its_own() {
        let asked = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
        let until = at(16, 0);
        for (answer, words) in [
            (Answer::Yes(YesReason::LastMessage), "Yes, once more, and then no more."),
            (Answer::Yes(YesReason::FollowUpOpen), "Yes, you may ask."),
            (Answer::Enough(EnoughReason::Limit(1)), "Better not. Leave it with them. You asked once since"),
            (Answer::Enough(EnoughReason::Signed), "No. There is nothing left to ask. You have signed"),
            (
                Answer::Owed(Owed::Delivery),
                "Not yet. Something of theirs comes first. They wait for what you",
            ),
            (Answer::Owed(Owed::Answer), "Not yet. Something of theirs comes first. They wrote, and wait"),
            (Answer::Enough(EnoughReason::Application), "Better not. Leave it with them. You have asked."),
            (Answer::Yes(YesReason::NothingYet), "Yes, you may ask. You have not asked yet"),
            (
                Answer::TooEarly { until, why: WaitReason::Application(None) },
                "Not yet. You may from Monday. An application is given two working weeks.",
            ),
            (
                Answer::TooEarly { until, why: WaitReason::CalledOff },
                "Not yet. You may from Monday. The round is off. Ask for a new day first.",
            ),
            (Answer::NotByPhone, "In writing, yes. Not by phone. They did not invite you to call."),
            (
                Answer::TooEarly { until, why: WaitReason::Asked(asked) },
                "Not yet. You may from Monday. You asked yesterday; give them time to answer.",
            ),
        ] {
            assert!(said(answer).starts_with(words), "{}", said(answer));
        }
    }

    #[test]
    fn enough_says_how_often_it_was_asked() {
        let asked = |count| said(Answer::Enough(EnoughReason::Limit(count)));
        assert!(asked(2).contains("You asked twice since they last wrote."), "{}", asked(2));
        assert!(asked(3).contains("three times"), "{}", asked(3));
    }
}
