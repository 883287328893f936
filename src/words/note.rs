//! What the user noted, fitted into a letter's sentence.

use super::phrase::{lowered, one_line, stopped, word_count, words};

/// What people write before the matter itself when they note it down.
const LEAD_INS: [&str; 12] = [
    "we talked about ",
    "we spoke about ",
    "we discussed ",
    "talked about ",
    "spoke about ",
    "talking about ",
    "our talk about ",
    "our conversation about ",
    "the conversation about ",
    "discussed ",
    "discussing ",
    "about ",
];

/// What the user noted, to stand inside a sentence: in one line, without a stop at its end, without "we talked
/// about" before the matter itself, and small at the start where that cannot hurt a name.
pub fn fragment(text: &str) -> String {
    let line = one_line(text);
    let rest = line.trim_matches([' ', '.', ',', ';', ':', '-', '–', '•', '*']);
    lowered(without_lead_in(rest).unwrap_or(rest))
}

/// What follows "we talked about" and the like; `None` where the text begins with nothing of that kind.
fn without_lead_in(text: &str) -> Option<&str> {
    let lead_in = LEAD_INS.iter().find(|lead_in| starts_with(text, lead_in))?;
    text.get(lead_in.len()..).map(str::trim_start)
}

/// What was talked about: a matter that fits inside a sentence, or else, where the user wrote sentences, those. The
/// other of the two is empty. A note about the person ("loves hiking") is for the user alone: both are empty.
pub fn topic(typed: &str) -> (String, String) {
    const SUBJECTS: [&str; 9] = ["i", "we", "you", "he", "she", "they", "it", "there", "that"];
    const LONG: usize = 16;
    let fitted = fragment(typed);
    let first = fitted.split([' ', '\'', '’']).next().unwrap_or_default().to_lowercase();
    if is_note_about_them(&fitted) {
        return (String::new(), String::new());
    }
    let has_sentences = fitted.contains(['.', '?', '!']) && fitted.contains(' ');
    let is_sentence = SUBJECTS.contains(&first.as_str()) || has_verb(&fitted);
    if has_sentences || is_sentence || word_count(&fitted) > LONG {
        let line = one_line(typed);
        // "We talked about we need to scale" says it the long way round.
        let told = without_lead_in(&line).filter(|_| is_sentence).unwrap_or(&line);
        (String::new(), stopped(told))
    } else {
        (with_article(fitted), String::new())
    }
}

/// Whether a note begins as one that is taken down about somebody, with a verb that lacks its subject: "loves hiking",
/// "asked why I left". In a letter to them it would read as what it is.
fn is_note_about_them(note: &str) -> bool {
    const THEY: [&str; 34] = [
        "loves ",
        "enjoys ",
        "hates ",
        "asks ",
        "asked ",
        "says ",
        "said ",
        "tells ",
        "grew up ",
        "lives ",
        "lived ",
        "studied ",
        "went ",
        "has ",
        "had ",
        "wants ",
        "wanted ",
        "manages ",
        "managed ",
        "joined ",
        "started ",
        "knows ",
        "knew ",
        "recommended ",
        "recommends ",
        "mentioned ",
        "moved to ",
        "prefers ",
        "seemed ",
        "seems ",
        "works with ",
        "works at ",
        "worked ",
        "new to ",
    ];
    THEY.iter().any(|verb| starts_with(note, verb))
}

/// Whether a note is a sentence by its first words: a subject that is no question word, and its verb ("the team needs to
/// grow", "Postgres is slow"). What has another subject before the verb is a thing with a clause of its own ("the tools
/// you can use").
pub fn has_verb(text: &str) -> bool {
    const VERBS: [&str; 20] = [
        "is", "are", "was", "were", "isn't", "isn’t", "aren't", "aren’t", "has", "had", "will", "won't",
        "won’t", "would", "can", "could", "should", "must", "needs", "wants",
    ];
    const ASKING: [&str; 9] = ["how", "what", "which", "who", "why", "where", "when", "whether", "whose"];
    const OWN_CLAUSE: [&str; 10] = ["that", "who", "which", "where", "they", "you", "we", "i", "he", "she"];
    const NEAR: usize = 5;
    let mut words = words(text).map(|(_, word)| word.to_lowercase()).take(NEAR);
    let Some(first) = words.next().filter(|first| !ASKING.contains(&first.as_str())) else { return false };
    let mut before = first;
    for word in words {
        if OWN_CLAUSE.contains(&word.as_str()) {
            return false;
        }
        // "The has-beens" and "my needs" are things; a verb follows something that can do it.
        if VERBS.contains(&word.as_str())
            && !["the", "my", "our", "your", "their", "a"].contains(&before.as_str())
        {
            return true;
        }
        before = word;
    }
    false
}

/// The text with "the" before it, where it begins with a thing that takes one: "migration to Postgres", "new office".
fn with_article(text: String) -> String {
    const THINGS: [&str; 16] = [
        "move",
        "migration",
        "switch",
        "launch",
        "rewrite",
        "redesign",
        "merger",
        "roadmap",
        "backlog",
        "rollout",
        "outage",
        "team",
        "project",
        "office",
        "product",
        "role",
    ];
    const WHICH: [&str; 10] =
        ["new", "current", "next", "last", "recent", "upcoming", "planned", "latest", "first", "coming"];
    const AFTER: [&str; 9] = ["to", "of", "from", "for", "in", "at", "with", "into", "on"];
    let mut words = text.split(' ');
    let first = words.next().unwrap_or_default();
    // A capital may be that of a name: only the thing itself, said with a capital at its start, is surely none.
    let small = first.to_lowercase();
    let follows = words.next();
    let stands_alone = follows.is_none_or(|word| AFTER.contains(&word));
    let takes_one = (THINGS.contains(&small.as_str()) && stands_alone)
        || (first == small && WHICH.contains(&first) && follows.is_some());
    if takes_one { format!("the {small}{}", text.get(first.len()..).unwrap_or_default()) } else { text }
}

/// How people note down what they did not say, before they say it.
const NOT_SAID: [&str; 10] = [
    "i ",
    "forgot to ",
    "did not ",
    "didn't ",
    "didn’t ",
    "should have ",
    "mentioned ",
    "mention ",
    "said ",
    "say ",
];

/// What the user did not get to say, without words that only say so: "I forgot to mention that I speak German" is
/// "I speak German".
pub fn left_unsaid(text: &str) -> String {
    let whole = fragment(text);
    let mut rest = whole.as_str();
    let mut spoken = false;
    while let Some(lead_in) = NOT_SAID.iter().find(|lead_in| starts_with(rest, lead_in)) {
        spoken |= lead_in.starts_with("mention") || lead_in.starts_with("sa");
        rest = rest.get(lead_in.len()..).unwrap_or_default();
        if spoken {
            break;
        }
    }
    if !spoken {
        return whole;
    }
    if starts_with(rest, "that ") {
        rest = rest.get(5..).unwrap_or_default();
    }
    rest.trim_start().to_owned()
}

fn starts_with(text: &str, small: &str) -> bool {
    text.get(..small.len()).is_some_and(|head| head.eq_ignore_ascii_case(small))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_not_taken_for_a_thing() {
        for sentence in [
            "We need to scale",
            "The team needs to grow",
            "Postgres is slow for them",
            "Their backlog is a year long",
            "Ben will leave in May",
            "The new office isn’t ready",
        ] {
            assert_eq!(topic(sentence), (String::new(), format!("{sentence}.")), "{sentence}");
        }
        assert_eq!(
            topic("We talked about we need to scale"),
            (String::new(), "We need to scale.".to_owned())
        );
        for thing in [
            "the tools you can use",
            "how they are going to scale",
            "what is next",
            "the people who will join",
            "my needs",
            "the way that work is planned",
            "hiring",
        ] {
            assert_eq!(topic(thing), (thing.to_owned(), String::new()), "{thing}");
        }
    }

    #[test]
    fn a_thing_has_its_article() {
        for (noted, said) in [
            ("Migration to Postgres", "the migration to Postgres"),
            ("move to Leeds", "the move to Leeds"),
            ("roadmap", "the roadmap"),
            ("new office in Leeds", "the new office in Leeds"),
            ("New Relic", "New Relic"),
            ("team culture", "team culture"),
            ("product roadmaps", "product roadmaps"),
            ("Launch Darkly", "Launch Darkly"),
            ("hiring in spring", "hiring in spring"),
        ] {
            assert_eq!(topic(noted).0, said, "{noted}");
        }
    }

    #[test]
    fn what_was_not_said_is_said_plainly() {
        for (noted, said) in [
            ("forgot to mention I speak German", "I speak German"),
            ("I should have said that I led the audit.", "I led the audit"),
            ("Didn’t mention the patents", "the patents"),
            ("I speak German", "I speak German"),
            ("I did not finish the degree", "I did not finish the degree"),
        ] {
            assert_eq!(left_unsaid(noted), said);
        }
    }

    #[test]
    fn a_note_fits_into_a_sentence() {
        for (typed, fitted) in [
            ("The move to Postgres.", "the move to Postgres"),
            ("We talked about how the team plans its weeks", "how the team plans its weeks"),
            ("Postgres", "Postgres"),
            ("  two\nlines\t here ", "two lines here"),
            ("about Rust", "Rust"),
            ("", ""),
            ("•  the rollout;", "the rollout"),
        ] {
            assert_eq!(fragment(typed), fitted, "{typed:?}");
        }
    }

    #[test]
    fn a_note_about_them_is_for_the_user_alone() {
        for note in [
            "Works with forecasting; recommended a book on time series",
            "loves hiking",
            "asked why I left my job",
            "Grew up in Lisbon like me",
            "new to the company, 3 months",
        ] {
            assert_eq!(topic(note), (String::new(), String::new()), "{note}");
        }
        for matter in ["leads from the website", "used cars", "works in progress", "new offices in Lisbon"] {
            assert!(topic(matter).0.ends_with(matter), "{matter}");
        }
    }

    #[test]
    fn what_was_talked_about_is_a_matter_or_sentences() {
        for (typed, matter, sentences) in [
            ("We talked about the move to Postgres.", "the move to Postgres", ""),
            ("She leads the harvest team. It is new", "", "She leads the harvest team. It is new."),
            ("it’s growing", "", "It’s growing."),
            ("", "", ""),
        ] {
            assert_eq!(topic(typed), (matter.to_owned(), sentences.to_owned()), "{typed:?}");
        }
    }
}
