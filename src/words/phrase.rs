//! What the user typed, fitted into a sentence.

/// First words that may be written small inside a sentence. Any other first word may be a name, and stays.
const SMALL: [&str; 47] = [
    "the", "a", "an", "my", "our", "your", "their", "his", "her", "its", "how", "what", "why", "when",
    "where", "which", "who", "whether", "that", "this", "these", "those", "we", "you", "he", "she", "they",
    "it", "there", "using", "working", "moving", "building", "making", "getting", "keeping", "some", "more",
    "all", "being", "salary", "start", "team", "hiring", "pricing", "two", "three",
];

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

/// Characters that would harm a line of text: controls, and marks that turn the direction of what follows.
fn is_harmful(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The text in one line: no line breaks, controls or marks of direction, no two spaces in a row.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(|letter: char| letter.is_whitespace() || letter.is_control()) {
        let start = line.len();
        if start > 0 {
            line.push(' ');
        }
        let before = line.len();
        line.extend(word.chars().filter(|letter| !is_harmful(*letter)));
        if line.len() == before {
            line.truncate(start);
        }
    }
    line
}

/// The text with its lines kept, but without what would harm it: CR LF and CR become LF, other controls go.
pub fn plain_text(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let letters = text.chars().map(|letter| if letter == '\r' { '\n' } else { letter });
    letters.filter(|letter| *letter == '\n' || *letter == '\t' || !is_harmful(*letter)).collect()
}

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

/// "the Analyst role"; "the role" where the job has no name.
pub fn the_role(job: &str) -> String {
    // "(Remote)" behind it is for the advertisement.
    let job = job.strip_suffix(')').and_then(|job| job.rsplit_once(" (")).map_or(job, |(job, _)| job);
    let small = job.to_lowercase();
    let is_named = ["role", "position", "job"].iter().any(|word| small.ends_with(word));
    match (job.is_empty(), is_named) {
        (true, _) => "the role".to_owned(),
        (false, true) if small.starts_with("the ") => lowered(job),
        (false, true) => format!("the {job}"),
        (false, false) => format!("the {job} role"),
    }
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

/// The text with its first letter small, where its first word cannot be a name.
pub fn lowered(text: &str) -> String {
    let first = text.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    if SMALL.iter().any(|small| first.eq_ignore_ascii_case(small)) {
        first.to_lowercase() + text.get(first.len()..).unwrap_or_default()
    } else {
        text.to_owned()
    }
}

/// The text with its first letter large.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The text as a sentence: large at the start, a full stop at its end unless something else ends it.
pub fn stopped(text: &str) -> String {
    ended(&capitalized(text.trim()))
}

/// The text with a full stop at its end, unless something else ends it; its start stays as it is.
pub fn ended(text: &str) -> String {
    let mut sentence = text.to_owned();
    if !sentence.is_empty() && !sentence.ends_with(['.', '?', '!', '…', '。', '？', '！']) {
        sentence.push('.');
    }
    sentence
}

/// The text as a question, for quotation marks: large at the start, with a question mark where it asks something, and
/// without a stop at its end.
pub fn stopped_as_question(text: &str) -> String {
    const ASKING: [&str; 18] = [
        "what", "why", "how", "when", "where", "who", "which", "do", "did", "have", "are", "is", "can",
        "could", "would", "will", "what's", "what’s",
    ];
    let text = text.trim().trim_matches(['"', '“', '”', '.', ',', ';', ':', ' ']);
    let first = text.split(' ').next().unwrap_or_default().to_lowercase();
    let asks = ASKING.contains(&first.as_str()) && text.ends_with(char::is_alphanumeric);
    capitalized(text) + if asks { "?" } else { "" }
}

/// The text, or that which stands for it where it is empty.
pub fn titled<'t>(text: &'t str, instead: &'t str) -> &'t str {
    let text = text.trim();
    if text.is_empty() { instead } else { text }
}

/// "a" or "an", whichever the next word takes by its sound, as far as spelling tells.
pub fn article(next: &str) -> &'static str {
    const A: [&str; 14] = [
        "uni", "use", "usu", "util", "eur", "one", "once", "u-", "unanim", "ubi", "ura", "uto", "ewe", "usa",
    ];
    const AN: [&str; 5] = ["hour", "honest", "honour", "honor", "heir"];
    const SPELLED: &str = "AEFHILMNORSX";
    const NOT_A: [&str; 2] = ["unin", "unim"];
    let word: String = next
        .chars()
        .skip_while(|c| !c.is_alphanumeric())
        .take_while(|c| c.is_alphanumeric() || *c == '-')
        .collect();
    let small = word.to_lowercase();
    let begins = |list: &[&str]| list.iter().any(|start| small.starts_with(start));
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let spelled_out =
        word.len() > 1 && letters.clone().count() <= 4 && letters.clone().all(char::is_uppercase);
    let an = if spelled_out {
        word.starts_with(|first| SPELLED.contains(first))
    } else if word.len() == 1 {
        word.starts_with(|first| SPELLED.contains(first) || "aefhilmnorsx8".contains(first))
    } else if word.starts_with(|first: char| first.is_ascii_digit()) {
        word.starts_with('8') || word == "11" || word == "18"
    } else {
        begins(&AN) || begins(&NOT_A) || (small.starts_with(['a', 'e', 'i', 'o', 'u']) && !begins(&A))
    };
    if an { "an" } else { "a" }
}

/// The words of a text, in order: runs of letters and digits, with what joins them inside (`don't`, `e-mail`).
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(|letter: char| letter.is_alphanumeric())?;
        let mut end = start;
        let tail = text.get(start..)?;
        let mut letters = tail.char_indices().peekable();
        while let Some((offset, letter)) = letters.next() {
            let joins = matches!(letter, '\'' | '’' | '-')
                && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if !letter.is_alphanumeric() && !joins {
                break;
            }
            end = start + offset + letter.len_utf8();
        }
        at = end;
        text.get(start..end).map(|word| (start, word))
    })
}

/// How many words a text has. Where a script puts no space between them, two of its letters count as one word.
pub fn word_count(text: &str) -> usize {
    let of_run = |run: &str| match run.chars().filter(|letter| is_written_without_spaces(*letter)).count() {
        0 => 1,
        letters => letters.div_ceil(2),
    };
    words(text).map(|(_, run)| of_run(run)).sum()
}

/// Whether the letter is of a script that puts no space between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese.
fn is_written_without_spaces(letter: char) -> bool {
    matches!(letter, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
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
    fn words_are_counted_in_any_script() {
        for (text, count) in [
            ("Thank you for your time.", 5),
            ("Don’t worry, the e-mail arrived", 5),
            ("Спасибо за встречу", 3),
            ("감사합니다 선생님", 2),
            ("谢谢您今天抽出时间。", 5),
            ("Dana 您好", 2),
            ("ขอบคุณครับ", 5),
            ("", 0),
        ] {
            assert_eq!(word_count(text), count, "{text}");
        }
        assert_eq!(word_count(&"谢谢您今天抽出时间。".repeat(40)), 200);
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
    fn a_question_is_quoted_as_one() {
        for (typed, quoted) in [
            ("why leave your job", "Why leave your job?"),
            ("What’s your weakness?", "What’s your weakness?"),
            ("“Tell me about a conflict.”", "Tell me about a conflict"),
            ("the one about scaling", "The one about scaling"),
            ("", ""),
        ] {
            assert_eq!(stopped_as_question(typed), quoted);
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

    #[test]
    fn a_job_is_called_a_role_unless_its_name_says_so() {
        for (job, role) in [
            ("", "the role"),
            ("Analyst", "the Analyst role"),
            ("Data Analyst (Remote)", "the Data Analyst role"),
            ("Research position", "the Research position"),
            ("The Research Role", "the Research Role"),
        ] {
            assert_eq!(the_role(job), role);
        }
    }

    #[test]
    fn a_line_holds_nothing_that_breaks_out_of_it() {
        assert_eq!(one_line("a\r\nBcc: x\u{0}y\u{202E}z"), "a Bcc: x yz");
        assert_eq!(one_line("👩‍💻 and \u{FEFF} zero"), "👩‍💻 and zero");
        assert_eq!(plain_text("a\r\nb\rc\u{0}\u{202E}"), "a\nb\nc");
    }

    #[test]
    fn sentences_start_large_and_end_once() {
        assert_eq!(stopped("it was good"), "It was good.");
        assert_eq!(stopped("Was it? "), "Was it?");
        assert_eq!(stopped(" "), "");
        assert_eq!(capitalized("éclair"), "Éclair");
        assert_eq!(titled(" ", "the role"), "the role");
    }

    #[test]
    fn the_article_follows_the_sound() {
        for (word, expected) in [
            ("analyst", "an"),
            ("Engineer", "an"),
            ("data analyst", "a"),
            ("user researcher", "a"),
            ("university", "a"),
            ("uninvited", "an"),
            ("hour", "an"),
            ("HR partner", "an"),
            ("UX designer", "a"),
            ("SRE", "an"),
            ("8-week", "an"),
            ("one-off", "a"),
        ] {
            assert_eq!(article(word), expected, "{word}");
        }
    }

    #[test]
    fn words_keep_what_joins_them() {
        let found: Vec<_> = words("I don't e-mail, “Ana”—now.").map(|(_, word)| word).collect();
        assert_eq!(found, ["I", "don't", "e-mail", "Ana", "now"]);
        assert_eq!(word_count(""), 0);
    }
}
