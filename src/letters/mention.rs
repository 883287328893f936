//! Whether a text mentions what another text says.

use crate::words;

/// The words of a text that carry its meaning, in small letters: those of more than three letters.
pub(super) fn content_words(text: &str) -> Vec<String> {
    let all = words::words(text).map(|(_, word)| word.to_lowercase());
    all.filter(|word| word.chars().count() > 3).collect()
}

/// Whether a text has at least half of these words.
pub(super) fn mentions(text: &str, words: &[String]) -> bool {
    let small = text.to_lowercase();
    let there = words.iter().filter(|word| small.contains(word.as_str())).count();
    there * 2 >= words.len()
}
