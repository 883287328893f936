//! The likeness of notes, judged on labelled pairs: would two colleagues who lay their notes side by side see that
//! one was made from the other?
//!
//! There are twenty-two pairs of each sort. *Renamed*: the same note with the name, the day or a few words changed;
//! alike. *Pasted*: the same note with one sentence exchanged, as people do with a template of their own; alike.
//! *Half*: two sentences exchanged, so that about half is the other's word for word; alike. *Framed*: different notes
//! with the same first and last sentence, such as everybody writes; not alike. *Apart* and *far apart*: notes that
//! follow the same course (thanks, what was said, interest, next step) in other words; not alike.
//!
//! On these the threshold was chosen, so they cannot say how it does on notes of tomorrow. Seventy further pairs can:
//! `likeness/held_out.rs`, written before any of them was measured. And there are those that the app itself writes: every
//! two builds of a thank-you (not alike), and each build with the name, the topic or a sentence exchanged (alike).

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // tests fail by panicking

#[path = "likeness/generated.rs"]
mod generated;
#[path = "likeness/held_out.rs"]
mod held_out;
#[path = "likeness/notes.rs"]
mod notes;

use afterword::letters::{ALIKE, Fingerprint, likeness};
use held_out::FAMILIES;
use notes::{NOTES, SPARE};

/// Two notes, and whether they are alike.
struct Pair {
    what: String,
    one: String,
    other: String,
    alike: bool,
}

const NAMES: &str = "Dana Ben Priya Tomás Acme Globex Sam Data Analyst";

/// The labelled pairs.
fn pairs() -> Vec<Pair> {
    let letter = |name: &str, text: &str| format!("Hi {name},\n\n{text}\n\nBest wishes,\nSam");
    let pair = |what: String, one: &str, other: &str, alike| Pair {
        what,
        one: letter("Dana", one),
        other: letter("Ben", other),
        alike,
    };
    let mut pairs = Vec::new();
    for (at, note) in NOTES.iter().enumerate() {
        let renamed = note
            .replace("Friday", "Monday")
            .replace("Acme", "Globex")
            .replace("I am ", "I’m ")
            .replace("very ", "really ");
        pairs.push(pair(format!("renamed {at}"), note, &renamed, true));

        // One sentence is exchanged for one that only this person would get.
        let mut sentences: Vec<&str> = note.split_inclusive(". ").collect();
        let middle = sentences.len() / 2;
        let spare = format!("{} ", SPARE[at % SPARE.len()]);
        sentences[middle] = &spare;
        pairs.push(pair(format!("pasted {at}"), note, &sentences.concat(), true));

        let mut half: Vec<&str> = note.split_inclusive(". ").collect();
        let other_spare = format!("{} ", SPARE[(at + 3) % SPARE.len()]);
        half[middle] = &spare;
        half[middle - 1] = &other_spare;
        pairs.push(pair(format!("half {at}"), note, &half.concat(), true));

        let framed = |note: &str| {
            let sentences: Vec<&str> = note.split_inclusive(". ").collect();
            let inner = sentences[1..sentences.len() - 1].concat();
            format!(
                "Thank you for taking the time to talk with me on Friday. {inner}I am very interested in the role and \
                 look forward to hearing from you."
            )
        };
        let next = NOTES[(at + 1) % NOTES.len()];
        pairs.push(pair(format!("framed {at}"), &framed(note), &framed(next), false));

        let next = NOTES[(at + 1) % NOTES.len()];
        pairs.push(pair(format!("apart {at}"), note, next, false));
        let far = NOTES[(at + NOTES.len() / 2) % NOTES.len()];
        pairs.push(pair(format!("far apart {at}"), note, far, false));
    }
    pairs
}

fn measured(pair: &Pair) -> f32 {
    likeness(&Fingerprint::of(&pair.one, NAMES), &Fingerprint::of(&pair.other, NAMES))
}

/// Of those found alike, the share that is; of those that are, the share that is found.
fn precision_and_recall(measured: &[(f32, bool)], threshold: f32) -> (f64, f64) {
    let count = |of: &dyn Fn(&(f32, bool)) -> bool| {
        f64::from(u32::try_from(measured.iter().filter(|pair| of(pair)).count()).unwrap())
    };
    let hits = count(&|pair| pair.0 >= threshold && pair.1);
    let found = count(&|pair| pair.0 >= threshold);
    (hits / found.max(1.0), hits / count(&|pair| pair.1))
}

#[test]
fn the_threshold_tells_pasted_notes_from_others() {
    let pairs = pairs();
    assert!(pairs.len() >= 60, "a verdict needs pairs: {}", pairs.len());
    let all: Vec<(f32, bool)> = pairs.iter().map(|pair| (measured(pair), pair.alike)).collect();
    let highest_apart = all.iter().filter(|pair| !pair.1).map(|pair| pair.0).fold(0.0, f32::max);
    let lowest_alike = all.iter().filter(|pair| pair.1).map(|pair| pair.0).fold(1.0, f32::min);
    println!(
        "{} pairs; the likest of those apart: {highest_apart:.2}; the least like of those alike: {lowest_alike:.2}",
        pairs.len()
    );
    for threshold in [0.05, 0.1, 0.15, ALIKE, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8] {
        let (precision, recall) = precision_and_recall(&all, threshold);
        println!("from {threshold:.2}: precision {precision:.3}, recall {recall:.3}");
    }
    let (precision, recall) = precision_and_recall(&all, ALIKE);
    for (pair, (measured, _)) in pairs.iter().zip(&all).filter(|(pair, at)| (at.0 >= ALIKE) != pair.alike) {
        println!("misjudged: {} measures {measured:.2}", pair.what);
    }
    assert!(precision >= 0.97 && recall >= 0.95, "precision {precision:.3}, recall {recall:.3}");
}

/// The pairs that had no part in choosing the threshold.
fn held_out_pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (at, family) in FAMILIES.iter().enumerate() {
        let apart = FAMILIES[(at + 5) % FAMILIES.len()].note;
        for (sort, other, alike) in [
            ("renamed", family.renamed, true),
            ("filled", family.filled, true),
            ("reworded", family.reworded, true),
            ("course", family.course, false),
            ("apart", apart, false),
        ] {
            let one = format!("Hi Dana,\n\n{}\n\nBest wishes,\nSam", family.note);
            let other = format!("Hi Ben,\n\n{other}\n\nBest wishes,\nSam");
            pairs.push(Pair { what: format!("{sort} {at}"), one, other, alike });
        }
    }
    pairs
}

#[test]
fn notes_that_had_no_part_in_the_threshold_are_judged_by_it() {
    let pairs = held_out_pairs();
    let all: Vec<(f32, bool)> = pairs.iter().map(|pair| (measured(pair), pair.alike)).collect();
    for threshold in [0.05, 0.1, 0.15, ALIKE, 0.25, 0.3, 0.4, 0.5] {
        let (precision, recall) = precision_and_recall(&all, threshold);
        println!("held out, from {threshold:.2}: precision {precision:.3}, recall {recall:.3}");
    }
    for sort in ["renamed", "filled", "reworded", "course", "apart"] {
        let of: Vec<f32> = pairs
            .iter()
            .zip(&all)
            .filter(|(pair, _)| pair.what.starts_with(sort))
            .map(|(_, at)| at.0)
            .collect();
        let found = of.iter().filter(|measured| **measured >= ALIKE).count();
        println!("{sort}: {found} of {} judged alike; {of:.2?}", of.len());
    }
    // As measured once: precision 1, recall 35 of 42. What is missed was reworded in every sentence. The floor lies a
    // little below, so that a measure that grows worse is noticed; it is not an aim to fit the measure to.
    let (precision, recall) = precision_and_recall(&all, ALIKE);
    assert!(precision >= 0.97 && recall >= 0.8, "precision {precision:.3}, recall {recall:.3}");
}

/// The pairs that the app's own letters make.
fn generated_pairs() -> Vec<Pair> {
    let pair = |(what, one, other, alike)| Pair { what, one, other, alike };
    generated::pairs().into_iter().map(pair).collect()
}

#[test]
fn the_letters_of_the_app_are_told_apart_and_found_again() {
    let pairs = generated_pairs();
    let all: Vec<(f32, bool)> = pairs.iter().map(|pair| (measured(pair), pair.alike)).collect();
    let highest_apart = all.iter().filter(|pair| !pair.1).map(|pair| pair.0).fold(0.0, f32::max);
    let lowest_alike = all.iter().filter(|pair| pair.1).map(|pair| pair.0).fold(1.0, f32::min);
    println!(
        "{} pairs of the app's own; the likest of those apart: {highest_apart:.2}; the least like of those alike: \
         {lowest_alike:.2}",
        pairs.len()
    );
    for (pair, (measured, _)) in pairs.iter().zip(&all).filter(|(pair, at)| (at.0 >= ALIKE) != pair.alike) {
        println!("misjudged: {} measures {measured:.2}\n{}\n--\n{}", pair.what, pair.one, pair.other);
    }
    let (precision, recall) = precision_and_recall(&all, ALIKE);
    println!("of the app's own, from {ALIKE:.2}: precision {precision:.3}, recall {recall:.3}");
    let everything = pairs.into_iter().chain(self::pairs()).chain(held_out_pairs());
    let everything: Vec<(f32, bool)> = everything.map(|pair| (measured(&pair), pair.alike)).collect();
    for threshold in [0.1, 0.15, ALIKE, 0.25, 0.3, 0.4] {
        let (precision, recall) = precision_and_recall(&everything, threshold);
        println!(
            "all {}, from {threshold:.2}: precision {precision:.3}, recall {recall:.3}",
            everything.len()
        );
    }
    assert!(precision >= 0.99 && recall >= 0.95, "precision {precision:.3}, recall {recall:.3}");
}

#[test]
fn likeness_is_the_same_either_way_round() {
    for pair in pairs().into_iter().chain(held_out_pairs()) {
        let (one, other) = (Fingerprint::of(&pair.one, NAMES), Fingerprint::of(&pair.other, NAMES));
        assert!((likeness(&one, &other) - likeness(&other, &one)).abs() < f32::EPSILON, "{}", pair.what);
    }
}
