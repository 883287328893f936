//! Text in the form that a sentence wants: in one line, large or small at its start, ended, counted.

/// First words that may be written small inside a sentence. Any other first word may be a name, and stays.
const SMALL: [&str; 47] = [
    "the", "a", "an", "my", "our", "your", "their", "his", "her", "its", "how", "what", "why", "when",
    "where", "which", "who", "whether", "that", "this", "these", "those", "we", "you", "he", "she", "they",
    "it", "there", "using", "working", "moving", "building", "making", "getting", "keeping", "some", "more",
    "all", "being", "salary", "start", "team", "hiring", "pricing", "two", "three",
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
