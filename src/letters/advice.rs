//! The guard's answer in words.

use crate::etiquette::{Answer, EnoughReason, Moment, WaitReason, YesReason};
use crate::model::Stamp;
use crate::words;
use chrono::{NaiveDate, TimeZone};

/// "May I write to them now?", answered in a sentence or two.
pub fn advice<Tz: TimeZone>(answer: &Answer, now: &Moment<Tz>) -> String {
    let day = |at: Stamp| at.with_timezone(&now.zone).date_naive();
    worded(answer, day(now.at), &day)
}

fn worded(answer: &Answer, today: NaiveDate, day: &dyn Fn(Stamp) -> NaiveDate) -> String {
    match *answer {
        Answer::Yes(YesReason::Thanks) => "Thanks are welcome at any time.".to_owned(),
        Answer::Yes(YesReason::FollowUpOpen) => "Now is a good time to ask.".to_owned(),
        Answer::Yes(YesReason::ClosedUnsent) => {
            "The usual time to ask has gone by; asking still does no harm.".to_owned()
        }
        Answer::Yes(YesReason::OfferOpen) => "Their offer is open, so questions are expected.".to_owned(),
        Answer::Yes(YesReason::NothingYet) => "Nothing speaks against it.".to_owned(),
        Answer::Yes(YesReason::LastMessage) => "Your playbook allows one last message.".to_owned(),
        Answer::NotByPhone => "In writing, yes. They did not ask for calls.".to_owned(),
        Answer::TooEarly { until, why } => {
            format!("{} From {} on it is fine to ask.", reason(why, today), words::day(day(until), today))
        }
        Answer::Enough(EnoughReason::Limit(1)) => {
            "You have asked once since they last wrote. Let that stand.".to_owned()
        }
        Answer::Enough(EnoughReason::Limit(sent)) => {
            format!("You have asked {} since they last wrote. Let that stand.", times(sent))
        }
        Answer::Enough(EnoughReason::Over) => "This one is over; there is nothing left to ask.".to_owned(),
        Answer::Enough(EnoughReason::Signed) => "You have signed; there is nothing left to ask.".to_owned(),
    }
}

fn times(count: u8) -> String {
    if count == 2 { "twice".to_owned() } else { words::counted(usize::from(count), "time") }
}

fn reason(why: WaitReason, today: NaiveDate) -> String {
    match why {
        WaitReason::Promised(promised) => {
            format!("They said {}; give them that day.", words::day(promised, today))
        }
        WaitReason::GiveThemDays => "They named no day; give them some.".to_owned(),
        WaitReason::Asked(asked) => format!("You asked {}; give them time.", words::back_then(asked, today)),
        WaitReason::RoundComing => "You meet them soon; ask in person.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32) -> Stamp {
        chrono::Utc.with_ymd_and_hms(2026, 3, day, 9, 0, 0).unwrap()
    }

    #[test]
    fn the_answer_names_its_days() {
        let now = Moment::new(at(10), chrono::Utc);
        let promised = NaiveDate::from_ymd_opt(2026, 3, 13).unwrap();
        let answer = Answer::TooEarly { until: at(16), why: WaitReason::Promised(promised) };
        assert_eq!(
            advice(&answer, &now),
            "They said Friday; give them that day. From Monday on it is fine to ask."
        );
        let enough = Answer::Enough(EnoughReason::Limit(2));
        assert_eq!(advice(&enough, &now), "You have asked twice since they last wrote. Let that stand.");
    }
}
