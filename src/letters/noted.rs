//! What the user noted, worded so that it fits into a letter: it may be a word, half a sentence or several.

use crate::words;

/// First words of a noted skill that are no names, and may be small inside a sentence.
const COMMON: [&str; 32] = [
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
    "degree",
    "diploma",
    "certificate",
    "passion",
    "talent",
    "track",
    "broad",
    "formal",
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
pub(super) const PREPOSITIONS: [&str; 11] =
    ["for", "to", "from", "of", "about", "with", "by", "at", "in", "on", "as"];
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
    } else if wants_article(&first, &second) {
        (format!("{} {text}", words::article(&text)), String::new())
    } else if first.ends_with("ing")
        && !["experience", "skill", "background", "year"].iter().any(|it| text.contains(it))
    {
        (format!("my experience in {text}"), String::new())
    } else {
        (text, String::new())
    }
}

/// Whether a skill begins with a thing that takes "a": "background in nursing", "strong background in law".
fn wants_article(first: &str, second: &str) -> bool {
    const THINGS: [&str; 14] = [
        "background",
        "degree",
        "diploma",
        "licence",
        "license",
        "certificate",
        "certification",
        "passion",
        "talent",
        "knack",
        "track",
        "habit",
        "master’s",
        "master's",
    ];
    const WHICH: [&str; 9] = ["strong", "good", "great", "deep", "solid", "long", "broad", "real", "formal"];
    const LIKE_THEM: [&str; 4] = ["understanding", "feel", "sense", "eye"];
    let is_thing = |word: &str| THINGS.contains(&word) || LIKE_THEM.contains(&word);
    let is_understanding = first == "understanding" && second == "of";
    is_understanding || THINGS.contains(&first) || (WHICH.contains(&first) && is_thing(second))
}

/// What they asked for, as the user's own where nothing says whose it is: "case study" is "my case study".
pub(super) fn item(noted: &str) -> String {
    const OURS: [&str; 22] = [
        "case",
        "code",
        "work",
        "writing",
        "reference",
        "references",
        "portfolio",
        "cv",
        "resume",
        "résumé",
        "sample",
        "samples",
        "certificate",
        "certificates",
        "diploma",
        "presentation",
        "slides",
        "solution",
        "answers",
        "contacts",
        "passport",
        "transcript",
    ];
    let first = noted.split(' ').next().unwrap_or_default();
    let low = small(Some(first));
    if !OURS.contains(&low.as_str()) {
        return noted.to_owned();
    }
    let first = if first.chars().skip(1).any(char::is_uppercase) { first } else { low.as_str() };
    format!("my {first}{}", noted.get(noted.find(' ').unwrap_or(noted.len())..).unwrap_or_default())
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

pub(super) fn small(word: Option<&str>) -> String {
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
            ("Background in nursing", "a background in nursing", ""),
            ("strong background in law", "a strong background in law", ""),
            ("degree in physics", "a degree in physics", ""),
            ("deep understanding of tax law", "a deep understanding of tax law", ""),
            ("understanding of tax law", "an understanding of tax law", ""),
            ("a background in sales", "a background in sales", ""),
            ("", "", ""),
        ] {
            assert_eq!(skill(noted), (thing.to_owned(), said.to_owned()), "{noted:?}");
        }
    }

    #[test]
    fn what_they_asked_for_is_the_users_own() {
        for (noted, said) in [
            ("Case study", "my case study"),
            ("references", "my references"),
            ("CV", "my CV"),
            ("Portfolio", "my portfolio"),
            ("two work samples", "two work samples"),
            ("a dashboard I am proud of", "a dashboard I am proud of"),
            ("Acme exercise", "Acme exercise"),
            ("", ""),
        ] {
            assert_eq!(item(noted), said, "{noted:?}");
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
    fn pay_alone_is_nothing_to_thank_for() {
        assert!(["salary", "Pay and notice period", "the salary range"].iter().all(|it| is_about_pay(it)));
        assert!(["pay equity in shops", "the start", "notice boards", ""].iter().all(|it| !is_about_pay(it)));
    }
}
