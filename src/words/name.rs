//! How to call people. A name is what the user typed; where it is not clear which part is the first name, the
//! whole of it is used, which is never rude.

use std::borrow::Cow;

const TITLES: [&str; 17] = [
    "dr",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "prof",
    "professor",
    "sir",
    "dame",
    "herr",
    "frau",
    "rev",
    "hon",
    "mme",
    "ing",
    "capt",
];
const SUFFIXES: [&str; 13] =
    ["jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "cpa", "pmp", "esq", "msc", "shrm-cp"];
const PARTICLES: [&str; 20] = [
    "van", "von", "de", "der", "den", "di", "da", "del", "della", "la", "le", "du", "dos", "das", "bin",
    "binti", "ibn", "al", "el", "ter",
];
/// First names that are never said without the next word.
const COMPOUNDS: [&str; 4] = ["abd", "abdul", "abu", "umm"];

/// A name typed in a hurry, all small or all large, as it is written: "dana reyes" is "Dana Reyes". Others stay.
pub fn well_written(name: &str) -> String {
    let (small, large) = (name.chars().any(char::is_lowercase), name.chars().any(char::is_uppercase));
    let shouted = large && !small && name.split_whitespace().any(|word| word.chars().count() > 3);
    if !(shouted || small && !large) {
        return name.to_owned();
    }
    let word = |(place, word): (usize, &str)| {
        let small = word.to_lowercase();
        let stays = place > 0 && is_one_of(&small, &PARTICLES);
        let parts =
            small.split('-').map(|part| if stays { part.to_owned() } else { super::capitalized(part) });
        parts.collect::<Vec<_>>().join("-")
    };
    name.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

/// The parts of a name as typed: its title, and the words of the name proper.
struct Parts<'n> {
    whole: &'n str,
    title: &'n str,
    words: Vec<&'n str>,
    nickname: Option<&'n str>,
    given_first: bool,
}

impl<'n> Parts<'n> {
    fn of(name: &'n str) -> Self {
        let whole = name.trim();
        let (head, tail) = whole.split_once(',').map_or((whole, ""), |(head, tail)| (head, tail.trim()));
        let turned = tail.split_whitespace().next().is_some_and(|word| !is_one_of(word, &SUFFIXES));
        let mut words: Vec<&str> = if turned {
            tail.split_whitespace().chain(head.split_whitespace()).collect()
        } else {
            head.split_whitespace().collect()
        };
        let nickname = words.iter().find_map(|word| quoted(word));
        words.retain(|word| quoted(word).is_none());
        let mut title = "";
        while words.first().is_some_and(|word| is_one_of(word, &TITLES)) {
            title = words.remove(0);
        }
        while words.len() > 1 && words.last().is_some_and(|word| is_one_of(word, &SUFFIXES)) {
            words.pop();
        }
        Self { whole, title, words, nickname, given_first: !whole.chars().any(is_cjk) }
    }
}

/// What to call somebody: "Dana" of "Dana Reyes", "Jean-Luc" of "Prof. Jean-Luc Picard", "Bob" of
/// "Robert (Bob) Smith", "Dana" of "Reyes, Dana". Names whose first name is not plain stay whole: "Cher",
/// "王小明", "Dr Reyes", "J. Reyes", "van Dijk".
pub fn first_name(name: &str) -> String {
    let parts = Parts::of(name);
    if let Some(nickname) = parts.nickname {
        return nickname.to_owned();
    }
    match parts.words.as_slice() {
        _ if !parts.given_first => parts.whole.to_owned(),
        [first, second, _, ..]
            if is_one_of(first, &COMPOUNDS) || is_initial(first) && !is_initial(second) =>
        {
            if is_initial(first) { (*second).to_owned() } else { format!("{first} {second}") }
        }
        [first, _, ..] if !is_initial(first) && !is_particle(first) && !is_one_of(first, &COMPOUNDS) => {
            (*first).to_owned()
        }
        [only] if parts.title.is_empty() => (*only).to_owned(),
        _ => parts.whole.to_owned(),
    }
}

/// The family name with its particles: "van Beethoven", "Reyes"; of a name in one word, or one whose order is
/// not plain, nothing.
pub fn family_name(name: &str) -> Option<String> {
    let parts = Parts::of(name);
    if !parts.given_first || parts.words.len() < 2 {
        return None;
    }
    let last = parts.words.len() - 1;
    let from =
        (1..last).find(|at| parts.words.get(*at).is_some_and(|word| is_particle(word))).unwrap_or(last);
    parts.words.get(from..).map(|words| words.join(" "))
}

/// What to call somebody in a formal letter: "Dr Reyes" where a title is known, else the full name, since no one
/// can tell "Mr" from "Ms" by a name.
pub fn formal_name(name: &str) -> String {
    let parts = Parts::of(name);
    if parts.title.is_empty() || !parts.given_first {
        return if parts.words.is_empty() { parts.whole.to_owned() } else { parts.words.join(" ") };
    }
    let last = family_name(name).or_else(|| parts.words.first().map(|only| (*only).to_owned()));
    last.map_or_else(|| parts.whole.to_owned(), |last| format!("{} {last}", parts.title))
}

/// A company's name as people say it, without its legal form: "Acme" of "Acme, Inc.".
pub fn company_name(company: &str) -> &str {
    const LEGAL_FORMS: [&str; 11] =
        ["ltd", "limited", "inc", "llc", "llp", "plc", "corp", "gmbh", "ag", "bv", "pty"];
    let mut name = company.trim();
    while let Some((head, last)) = name.rsplit_once(' ') {
        if head.is_empty() || !is_one_of(last, &LEGAL_FORMS) {
            break;
        }
        name = head.trim_end_matches([',', ' ']);
    }
    name
}

/// A name to stand in a sentence: where letters of it run from right to left, or turn the direction, it is set apart
/// (Unicode's isolates), so that the comma or the date after it stays on its side.
pub fn isolated(name: &str) -> Cow<'_, str> {
    if name.contains(turns) { Cow::Owned(format!("\u{2068}{name}\u{2069}")) } else { Cow::Borrowed(name) }
}

/// Hebrew, Arabic and their kin, and marks of direction.
fn turns(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// "Dana's", "Chris'".
pub fn possessive(name: &str) -> String {
    let ending =
        if name.trim_end_matches('\u{2069}').ends_with(['s', 'S', 'x', 'z']) { "’" } else { "’s" };
    format!("{name}{ending}")
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    let word = word.trim_matches(['.', ',']);
    list.iter().any(|entry| word.eq_ignore_ascii_case(entry))
}

/// A particle counts as one only in small letters: "Van Morrison" is a first name and a last.
fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word) || word.starts_with("d'") || word.starts_with("d’")
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| *letter != '.');
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// What stands in brackets or quotation marks.
fn quoted(word: &str) -> Option<&str> {
    let inner = word.strip_prefix(['(', '"', '“', '‘'])?.strip_suffix([')', '"', '”', '’'])?;
    (!inner.is_empty()).then_some(inner)
}

/// Han, kana and Hangul: the family name comes first, and the whole is said.
fn is_cjk(letter: char) -> bool {
    matches!(u32::from(letter), 0x1100..=0x11FF | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xAC00..=0xD7AF
        | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_typed_in_a_hurry_is_written_well() {
        for (typed, written) in [
            ("dana reyes", "Dana Reyes"),
            ("PRIYA SHAH", "Priya Shah"),
            ("anna-lena van dijk", "Anna-Lena van Dijk"),
            ("Dana McKay", "Dana McKay"),
            ("JP", "JP"),
            ("李小龙", "李小龙"),
            ("", ""),
        ] {
            assert_eq!(well_written(typed), written);
        }
    }

    #[test]
    fn the_first_name_is_what_one_would_say() {
        for (full, first) in [
            ("Dana Reyes", "Dana"),
            ("  Dana   Reyes ", "Dana"),
            ("Cher", "Cher"),
            ("Jean-Luc Picard", "Jean-Luc"),
            ("Ludwig van Beethoven", "Ludwig"),
            ("Prof. Dr. Ada Lovelace", "Ada"),
            ("Dr Reyes", "Dr Reyes"),
            ("J. Robert Oppenheimer", "Robert"),
            ("J. Reyes", "J. Reyes"),
            ("van Dijk", "van Dijk"),
            ("Van Morrison", "Van"),
            ("Reyes, Dana", "Dana"),
            ("Dana Reyes, PhD", "Dana"),
            ("Sammy Davis Jr.", "Sammy"),
            ("Robert (Bob) Smith", "Bob"),
            ("Robert “Bob” Smith", "Bob"),
            ("Abdul Rahman Khan", "Abdul Rahman"),
            ("王小明", "王小明"),
            ("김 민준", "김 민준"),
            ("Ольга Петрова", "Ольга"),
            ("", ""),
        ] {
            assert_eq!(first_name(full), first, "{full:?}");
        }
    }

    #[test]
    fn a_formal_name_takes_the_title_and_never_guesses_one() {
        for (full, formal) in [
            ("Dana Reyes", "Dana Reyes"),
            ("Dr. Dana Reyes", "Dr. Reyes"),
            ("Mr Smith", "Mr Smith"),
            ("Prof Ludwig van Beethoven", "Prof van Beethoven"),
            ("Dana Reyes, MBA", "Dana Reyes"),
            ("王小明", "王小明"),
        ] {
            assert_eq!(formal_name(full), formal, "{full:?}");
        }
        assert_eq!(family_name("Ludwig van Beethoven").as_deref(), Some("van Beethoven"));
        assert_eq!(family_name("Cher"), None);
    }

    #[test]
    fn a_company_goes_without_its_legal_form() {
        for (registered, said) in [
            ("Acme, Inc.", "Acme"),
            ("Acme Holding GmbH", "Acme Holding"),
            ("Bolt Pty Ltd.", "Bolt"),
            ("Limited", "Limited"),
            ("Agnes", "Agnes"),
        ] {
            assert_eq!(company_name(registered), said);
        }
    }

    #[test]
    fn what_is_somebodys() {
        assert_eq!(possessive("Dana"), "Dana’s");
        assert_eq!(possessive("Chris"), "Chris’");
    }

    #[test]
    fn a_name_from_right_to_left_is_set_apart_from_what_follows() {
        for name in ["Northwind", "Zoë & Søn, Ltd.", "王小明", "Öğüt", ""] {
            assert_eq!(isolated(name), name);
        }
        for name in ["אבגד", "شركة Labs", "Zo\u{202e}ë"] {
            assert_eq!(isolated(name), format!("\u{2068}{name}\u{2069}"));
        }
        assert_eq!(possessive(&isolated("شركة Labs")), "\u{2068}شركة Labs\u{2069}’");
    }
}
