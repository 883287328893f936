//! Every colour is a token with a light and a dark value, and in both themes whatever is written can be read on
//! whatever it may stand on: WCAG 2.2 AA, 4.5 to 1 for words (1.4.3), 3 to 1 for what shows a control (1.4.11).

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // tests fail by panicking

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The colours of words, and what any of them may stand on.
const WORDS: [&str; 6] = ["ink", "muted", "accent", "accent-strong", "late", "wrong"];
const GROUNDS: [&str; 6] = ["paper", "surface", "sunken", "accent-soft", "late-soft", "wrong-soft"];

/// Words on a ground that is dark in the light theme: a main button, the same under the pointer, a toast.
const REVERSED: [(&str, &str); 3] =
    [("on-accent", "accent"), ("on-accent", "accent-strong"), ("paper", "ink")];

/// The edges of fields and the ring around what has the focus.
const MARKS: [&str; 2] = ["edge", "accent"];

/// A colour in the light theme and in the dark one.
type Pair = [String; 2];

fn tokens() -> BTreeMap<String, Pair> {
    let sheet = read(&style().join("tokens.css"));
    // More contrast is asked for below, and changes some of them.
    let usual = sheet.split("@media").next().unwrap();
    let both = usual.lines().filter_map(|line| {
        let (name, values) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
        let (light, dark) = values.strip_suffix(");")?.split_once(", ")?;
        Some((name.to_owned(), [light.to_owned(), dark.to_owned()]))
    });
    both.collect()
}

fn style() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("style")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

/// By WCAG's definition, of a colour like `#1c5f57`.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    assert!(colour.starts_with('#') && colour.len() == 7, "{colour}");
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The pairs whose contrast is lower than that in one of the themes.
fn too_low(pairs: impl Iterator<Item = (&'static str, &'static str)>, least: f64) -> Vec<String> {
    let tokens = tokens();
    let in_themes = pairs.flat_map(|(front, ground)| {
        let contrasts = [0, 1].map(|theme| contrast(&tokens[front][theme], &tokens[ground][theme]));
        ["light", "dark"].into_iter().zip(contrasts).map(move |(theme, is)| (front, ground, theme, is))
    });
    let low = in_themes.filter(|(.., is)| *is < least);
    low.map(|(front, ground, theme, is)| format!("{front} on {ground}, {theme}: {is:.2}")).collect()
}

#[test]
fn words_can_be_read_in_both_themes() {
    let all = WORDS.into_iter().flat_map(|word| GROUNDS.map(|ground| (word, ground)));
    assert_eq!(too_low(all.chain(REVERSED), 4.5), Vec::<String>::new());
}

/// What is drawn of a window of time, on the page and on a weekend.
#[test]
fn what_is_drawn_on_the_axis_can_be_seen_in_both_themes() {
    let drawn = ["accent", "late", "edge", "ink"];
    let all = drawn.into_iter().flat_map(|mark| ["paper", "off"].map(|ground| (mark, ground)));
    assert_eq!(too_low(all, 3.0), Vec::<String>::new());
}

#[test]
fn fields_and_the_focus_can_be_seen_in_both_themes() {
    let all = MARKS.into_iter().flat_map(|mark| ["paper", "surface", "sunken"].map(|ground| (mark, ground)));
    assert_eq!(too_low(all, 3.0), Vec::<String>::new());
}

#[test]
fn the_measure_is_that_of_wcag() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.001);
    // Of the well-known grey that just passes, and its neighbour that does not.
    assert!(contrast("#767676", "#ffffff") >= 4.5);
    assert!(contrast("#777777", "#ffffff") < 4.5);
}

#[test]
fn every_colour_names_both_themes_and_comes_from_the_tokens() {
    let mut sheets = Vec::new();
    for folder in ["", "components", "screens"] {
        let entries = fs::read_dir(style().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        sheets.extend(entries.filter(|path| path.extension().is_some_and(|ending| ending == "css")));
    }
    assert!(sheets.len() > 10, "{sheets:?}");
    for sheet in sheets {
        for line in read(&sheet).lines() {
            let is_token = sheet.ends_with("tokens.css") && line.contains(": light-dark(");
            let is_colour = ["#", "rgb(", "rgba(", "hsl(", "oklch("].iter().any(|colour| {
                line.split_once(": ").is_some_and(|(_, value)| value.contains(colour)) && line.ends_with(';')
            });
            assert!(is_token || !is_colour, "{}: {line}", sheet.display());
        }
    }
}

/// Before any style is here, and around the page where the browser draws it.
#[test]
fn the_browser_is_told_the_same_paper() {
    let page = read(&style().with_file_name("index.html"));
    for (theme, colour) in ["light", "dark"].into_iter().zip(&tokens()["paper"]) {
        let said = format!("media=\"(prefers-color-scheme: {theme})\" content=\"{colour}\"");
        assert!(page.contains(&said), "{said}");
    }
}
