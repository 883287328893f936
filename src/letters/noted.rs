//! What the user noted, worded so that it fits into a letter: it may be a word, half a sentence or several.

use crate::words;

/// First words of a noted skill that are no names, and may be small inside a sentence.
const COMMON: [&str; 24] = [
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "experience",
    "strong",
    "good",
    "great",
    "deep",
    "solid",
    "long",
    "knowledge",
    "background",
    "several",
    "many",
    "hands-on",
    "practical",
    "leading",
    "managing",
    "fluent",
    "half",
];
/// First words behind which "I am" is understood: "good with people".
const ADJECTIVES: [&str; 12] = [
    "good",
    "great",
    "strong",
    "fluent",
    "able",
    "used",
    "familiar",
    "comfortable",
    "experienced",
    "skilled",
    "trained",
    "certified",
];
/// First words behind which "I" is understood: "led two migrations".
const VERBS: [&str; 14] = [
    "can", "led", "built", "ran", "worked", "wrote", "have", "know", "speak", "taught", "did", "grew",
    "made", "helped",
];
const PREPOSITIONS: [&str; 11] = ["for", "to", "from", "of", "about", "with", "by", "at", "in", "on", "as"];
const SUBJECTS: [&str; 12] =
    ["i", "we", "you", "he", "she", "they", "it", "there", "i'm", "i’m", "i've", "i’ve"];
const FINITE: [&str; 10] = ["is", "are", "was", "were", "has", "have", "had", "will", "would", "can"];

/// A skill as a thing that one brings ("five years of running databases", "my experience in running databases"), or
/// else as sentences of its own ("I have run databases for years."). The other of the two is empty.
pub(super) fn skill(noted: &str) -> (String, String) {
    let text = begun_small(&words::fragment(noted));
    let mut all = text.split(' ');
    let (first, second) = (small(all.next()), small(all.next()));
    let is_one_of = |word: &str, list: &[&str]| list.contains(&word);
    if text.is_empty() {
        (text, String::new())
    } else if is_one_of(&first, &SUBJECTS) || text.contains(". ") {
        (String::new(), words::stopped(&words::one_line(noted)))
    } else if is_one_of(&first, &ADJECTIVES) && is_one_of(&second, &PREPOSITIONS) {
        (String::new(), format!("It may help that I am {text}."))
    } else if is_one_of(&first, &VERBS) && !second.is_empty() {
        (String::new(), format!("It may help that I {text}."))
    } else if first.ends_with("ing")
        && !["experience", "skill", "background", "year"].iter().any(|it| text.contains(it))
    {
        (format!("my experience in {text}"), String::new())
    } else {
        (text, String::new())
    }
}

/// What was not said, to follow "mention": "that I have led two migrations", "the patents".
pub(super) fn missed(noted: &str) -> String {
    let text = words::left_unsaid(noted);
    if is_clause(&text) { format!("that {text}") } else { text }
}

/// A question that was asked, as one refers to it: `the question “Why us?”`, "the question about scaling". Where it is
/// not known, "one of the questions".
pub(super) fn question(noted: &str) -> String {
    const TOLD: [&str; 6] = ["tell", "describe", "explain", "walk", "give", "name"];
    let quoted = words::stopped_as_question(&words::one_line(noted));
    let first = small(quoted.split(' ').next());
    if quoted.is_empty() {
        "one of the questions".to_owned()
    } else if quoted.ends_with('?') || TOLD.contains(&first.as_str()) {
        format!("the question “{quoted}”")
    } else {
        let text = words::fragment(noted);
        let text = text.strip_prefix("the one about ").unwrap_or(&text);
        let text = text.strip_prefix("the one on ").unwrap_or(text);
        if text.contains("question") { text.to_owned() } else { format!("the question about {text}") }
    }
}

/// The better answer, as a sentence of its own.
pub(super) fn answer(noted: &str) -> String {
    const THING: [&str; 9] = ["the", "a", "an", "my", "our", "two", "three", "how", "that"];
    let text = words::one_line(noted);
    let rest = text.get(8..).filter(|_| small(text.split(' ').next()) == "because").unwrap_or(&text);
    let first = small(rest.split(' ').next());
    if THING.contains(&first.as_str()) && !is_clause(rest) {
        format!("I would mention {}", words::ended(&words::lowered(rest)))
    } else {
        words::stopped(rest)
    }
}

/// What they asked for, as the user says it to them: "a dashboard you are proud of" is "a dashboard I am proud of".
/// What speaks of the user as "I" or "my" stays as it is.
pub(super) fn item(noted: &str) -> String {
    let text = words::fragment(noted);
    let is_theirs = |word: &&str| {
        matches!(small(Some(word)).as_str(), "you" | "your" | "you're" | "you’re" | "you've" | "you’ve")
    };
    let is_mine = |word: &str| matches!(small(Some(word)).as_str(), "i" | "my" | "me" | "i’m" | "i'm");
    if !text.split(' ').any(|word| is_theirs(&word)) || text.split(' ').any(is_mine) {
        return text;
    }
    let mut told: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let bare = word.trim_end_matches([',', '.', ';', ')']);
        let tail = word.get(bare.len()..).unwrap_or_default();
        let before = told.last().map(|last| small(Some(last))).unwrap_or_default();
        let mine = match (small(Some(bare)).as_str(), before.as_str()) {
            ("you", before) if PREPOSITIONS.contains(&before) => "me",
            ("you", _) => "I",
            ("your", _) => "my",
            ("yourself", _) => "myself",
            ("you're" | "you’re", _) => "I am",
            ("you've" | "you’ve", _) => "I have",
            ("are", "i") => "am",
            ("were", "i") => "was",
            ("us" | "we", _) => "you",
            ("our", _) => "your",
            _ => bare,
        };
        told.push(format!("{mine}{tail}"));
    }
    told.join(" ")
}

/// What was noted about somebody, as it is said to them: "their migration" is "your migration", "how they plan" is "how
/// you plan". Only what begins with them is surely about them.
pub(super) fn said_to_them(noted: &str) -> String {
    const ASKING: [&str; 7] = ["how", "what", "why", "where", "when", "which", "whether"];
    let mut words = noted.split(' ').peekable();
    let mut told: Vec<String> = Vec::new();
    let Some(first) = words.next() else { return String::new() };
    let begins = small(Some(first));
    if matches!(begins.as_str(), "their" | "his" | "her") {
        told.push("your".to_owned());
    } else if ASKING.contains(&begins.as_str())
        && matches!(words.peek().copied(), Some("they" | "he" | "she" | "their" | "his" | "her"))
    {
        told.push(first.to_owned());
    } else {
        return noted.to_owned();
    }
    let mut about_one = false;
    for word in words {
        let you = match word {
            "they" | "he" | "she" => Some("you"),
            "their" | "his" | "her" => Some("your"),
            "themselves" | "himself" | "herself" => Some("yourself"),
            _ => None,
        };
        match you {
            Some(you) => told.push(you.to_owned()),
            None if about_one => told.push(for_you(word)),
            None => told.push(word.to_owned()),
        }
        about_one = matches!(word, "he" | "she");
    }
    told.join(" ")
}

/// What follows "she" or "he", as it follows "you": "leads" is "lead".
pub(super) fn for_you(verb: &str) -> String {
    match verb {
        "is" => "are".to_owned(),
        "was" => "were".to_owned(),
        "has" => "have".to_owned(),
        "does" => "do".to_owned(),
        "goes" => "go".to_owned(),
        _ => match (verb.strip_suffix("ies"), verb.strip_suffix('s')) {
            (Some(stem), _) => format!("{stem}y"),
            (None, Some(stem)) if ["she", "che", "sse", "xe"].iter().any(|end| stem.ends_with(end)) => {
                stem.trim_end_matches('e').to_owned()
            }
            (None, Some(stem)) if !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
            _ => verb.to_owned(),
        },
    }
}

/// Words of what belongs in no thank-you: what the job pays, and when the user could leave the other one.
pub(super) const PAY: [&str; 12] = [
    "salary",
    "salaries",
    "pay",
    "wage",
    "wages",
    "bonus",
    "compensation",
    "notice",
    "vacation",
    "raise",
    "overtime",
    "remuneration",
];

/// Whether what was talked about is pay or notice and nothing else: then no letter gives thanks for it.
pub(super) fn is_about_pay(topic: &str) -> bool {
    const BESIDE: [&str; 16] = [
        "the",
        "and",
        "my",
        "your",
        "a",
        "of",
        "for",
        "period",
        "range",
        "expectations",
        "package",
        "level",
        "benefits",
        "holidays",
        "days",
        "start",
    ];
    let mut words = words::words(topic).map(|(_, word)| word.to_lowercase()).peekable();
    let mut speaks_of_pay = false;
    words.peek().is_some()
        && words.all(|word| {
            let is_pay = PAY.contains(&word.as_str());
            speaks_of_pay |= is_pay;
            is_pay || BESIDE.contains(&word.as_str())
        })
        && speaks_of_pay
}

/// Whether a text has a subject and a verb of its own, as far as its first words tell.
fn is_clause(text: &str) -> bool {
    let mut words = text.split([' ', ',']);
    let first = small(words.next());
    SUBJECTS.contains(&first.as_str())
        || (["my", "our", "the", "this", "that"].contains(&first.as_str())
            && words.take(3).any(|word| FINITE.contains(&word)))
}

fn begun_small(text: &str) -> String {
    let first = text.split(' ').next().unwrap_or_default();
    let low = first.to_lowercase();
    if COMMON.contains(&low.as_str()) || (low.ends_with("ing") && low.len() > 5) {
        low + text.get(first.len()..).unwrap_or_default()
    } else {
        text.to_owned()
    }
}

fn small(word: Option<&str>) -> String {
    word.unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_skill_is_a_thing_or_a_sentence() {
        for (noted, thing, said) in [
            ("five years of running databases", "five years of running databases", ""),
            ("Five years of SQL.", "five years of SQL", ""),
            ("Running databases", "my experience in running databases", ""),
            ("marketing experience", "marketing experience", ""),
            ("Python, SQL and dbt", "Python, SQL and dbt", ""),
            ("good with angry customers", "", "It may help that I am good with angry customers."),
            ("led a team of six", "", "It may help that I led a team of six."),
            ("I have run databases for years", "", "I have run databases for years."),
            ("good judgement", "good judgement", ""),
            ("", "", ""),
        ] {
            assert_eq!(skill(noted), (thing.to_owned(), said.to_owned()), "{noted:?}");
        }
    }

    #[test]
    fn what_was_missed_follows_mention() {
        for (noted, said) in [
            ("I have led two migrations", "that I have led two migrations"),
            ("forgot to mention I speak German", "that I speak German"),
            ("The patents.", "the patents"),
            ("my team won the regional prize", "my team won the regional prize"),
            ("my thesis was on this", "that my thesis was on this"),
        ] {
            assert_eq!(missed(noted), said, "{noted:?}");
        }
    }

    #[test]
    fn a_question_is_quoted_or_named() {
        for (noted, named) in [
            ("why us", "the question “Why us?”"),
            ("Tell me about a conflict.", "the question “Tell me about a conflict”"),
            ("the one about scaling", "the question about scaling"),
            ("failing pipelines", "the question about failing pipelines"),
            ("the salary question", "the salary question"),
            ("", "one of the questions"),
        ] {
            assert_eq!(question(noted), named, "{noted:?}");
        }
    }

    #[test]
    fn an_answer_is_a_sentence() {
        for (noted, said) in [
            ("I would stop the load first", "I would stop the load first."),
            ("because you publish what you learn", "You publish what you learn."),
            ("The outage at Bolt.", "I would mention the outage at Bolt."),
            ("the load is stopped first", "The load is stopped first."),
            ("", ""),
        ] {
            assert_eq!(answer(noted), said, "{noted:?}");
        }
    }

    #[test]
    fn what_is_asked_for_is_told_from_the_users_side() {
        for (noted, said) in [
            (
                "a dashboard you are proud of, with the names removed",
                "a dashboard I am proud of, with the names removed",
            ),
            ("Your references", "my references"),
            ("the deck you showed us", "the deck I showed you"),
            ("a page about you, and what you've built", "a page about me, and what I have built"),
            ("my portfolio, as you asked", "my portfolio, as you asked"),
            ("Two work samples", "two work samples"),
        ] {
            assert_eq!(item(noted), said, "{noted:?}");
        }
    }

    #[test]
    fn what_is_about_them_is_said_to_them() {
        for (noted, said) in [
            ("their migration", "your migration"),
            ("how they plan to join their numbers", "how you plan to join your numbers"),
            ("how she leads her team", "how you lead your team"),
            ("why he teaches", "why you teach"),
            ("his way from teaching into the job", "your way from teaching into the job"),
            (
                "people who do not write in, and what they want",
                "people who do not write in, and what they want",
            ),
            ("theirs", "theirs"),
        ] {
            assert_eq!(said_to_them(noted), said, "{noted:?}");
        }
    }

    #[test]
    fn pay_alone_is_nothing_to_thank_for() {
        assert!(["salary", "Pay and notice period", "the salary range"].iter().all(|it| is_about_pay(it)));
        assert!(["pay equity in shops", "the start", "notice boards", ""].iter().all(|it| !is_about_pay(it)));
    }
}
