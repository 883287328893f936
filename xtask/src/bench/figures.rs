//! The figures by their keys, and the table that sets them beside those of before and beside what is aimed for.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::{command, paths};

/// A figure's key, what it is called, and what is aimed for. `bytes.` are bytes, `lighthouse.` points of 100, all others
/// milliseconds.
type Row = (&'static str, &'static str, Option<f64>);

const TABLE: [(&str, &[Row]); 7] = [
    (
        "Bytes as sent, in brotli",
        &[
            ("bytes.form", "the form for an interview, with all that it needs", Some(250_000.0)),
            ("bytes.app", "the whole app", Some(400_000.0)),
            ("bytes.unsplit", "the module alone, were it in one piece", None),
        ],
    ),
    (
        "A first visit: slow 4G, 4× slower processor",
        &[
            ("first.paint", "the first paint", Some(450.0)),
            ("first.words", "the first words and their buttons", Some(450.0)),
            ("first.form", "the form, tapped as soon as its button is there", Some(2_000.0)),
        ],
    ),
    (
        "Today at any later start",
        &[
            ("start.real.1x.seen", "a real search: can be read", None),
            ("start.real.1x", "a real search: the app", None),
            ("start.real.4x.seen", "a real search, 4×: can be read", Some(400.0)),
            ("start.real.4x", "a real search, 4×: the app", Some(400.0)),
            ("start.1000.1x.seen", "1,000: can be read", Some(300.0)),
            ("start.1000.1x", "1,000: the app", Some(300.0)),
            ("start.1000.4x.seen", "1,000, 4×: can be read", None),
            ("start.1000.4x", "1,000, 4×: the app", None),
        ],
    ),
    (
        "From a tap or a key to the next frame, 4×",
        &[
            ("sent.real.4x", "Sent, a real search", Some(100.0)),
            ("sent.real.4x.next", "  the next card in its place", None),
            ("sent.1000.4x", "Sent, 1,000", Some(100.0)),
            ("sent.1000.4x.next", "  the next card in its place", None),
            ("key.real.4x", "a key in a letter, a real search: the slowest", Some(50.0)),
            ("key.real.4x.middle", "  the middle", None),
            ("key.1000.4x", "a key in a letter, 1,000: the slowest", Some(50.0)),
            ("key.1000.4x.middle", "  the middle", None),
        ],
    ),
    (
        "A backup of 5 MB, looked at before it is restored",
        &[
            ("preview.5mb", "until what is in it is shown", Some(1_000.0)),
            ("preview.5mb.longest", "the longest that nothing else can happen", Some(50.0)),
        ],
    ),
    (
        "Lighthouse, a phone: points of 100",
        &[
            ("lighthouse.today.performance", "an empty Today: performance", Some(95.0)),
            ("lighthouse.today.accessibility", "  accessibility", Some(100.0)),
            ("lighthouse.today.best-practices", "  best practices", Some(100.0)),
            ("lighthouse.today.seo", "  search engines", Some(100.0)),
            ("lighthouse.form.performance", "the form for an interview: performance", Some(90.0)),
            ("lighthouse.form.accessibility", "  accessibility", Some(100.0)),
            ("lighthouse.form.best-practices", "  best practices", Some(100.0)),
            ("lighthouse.form.seo", "  search engines", Some(100.0)),
        ],
    ),
    (
        "plan()",
        &[
            ("plan.real", "natively, a real search", None),
            ("plan.1000", "natively, 1,000 of which 100 interviewed", Some(20.0)),
            ("plan.10000", "natively, 10,000 of which 100 interviewed", None),
            ("plan.100 interviewed", "natively, 100, all interviewed three times", None),
            ("plan.1000 interviewed", "natively, 1,000, all interviewed three times", Some(20.0)),
            ("plan.10000 interviewed", "natively, 10,000, all interviewed three times", None),
            ("plan.browser.real", "in a browser, a real search", Some(2.0)),
            ("plan.browser.real.first", "  the first of a start", None),
            ("plan.browser.1000", "in a browser, 1,000", None),
            ("plan.browser.1000.first", "  the first of a start", None),
            ("plan.browser.10000", "in a browser, 10,000", None),
            ("plan.browser.10000.first", "  the first of a start", None),
        ],
    ),
];

/// Bytes, points or milliseconds by key.
#[derive(Default)]
pub struct Figures(BTreeMap<String, f64>);

impl Figures {
    pub fn add(&mut self, key: &str, figure: f64) {
        self.0.insert(key.to_owned(), figure);
    }

    /// Takes a figure from a line that gives its key and its number: "start.real.1x 97.4".
    pub fn read(&mut self, line: &str) {
        let Some((key, number)) = line.split_once(' ') else { return };
        if let (true, Ok(figure)) = (rows().any(|row| row.0 == key), number.parse()) {
            self.add(key, figure);
        }
    }

    /// Takes the medians that criterion left of a group of benchmarks, called like the figures.
    pub fn add_criterion(&mut self, group: &Path) -> Result<()> {
        for (key, ..) in rows() {
            let Some(id) = key.strip_prefix("plan.") else { continue };
            let Ok(estimates) = fs::read_to_string(group.join(id).join("new/estimates.json")) else {
                continue;
            };
            let estimates: Value = serde_json::from_str(&estimates)?;
            let nanoseconds = estimates.pointer("/median/point_estimate").and_then(Value::as_f64);
            self.add(key, nanoseconds.context("Criterion's estimates hold no median")? / 1e6);
        }
        Ok(())
    }

    /// Prints all that was measured, beside `benches/before.json`.
    pub fn print(&self) -> Result<()> {
        let kept = kept(&paths::root().join("benches/before.json"))?;
        let before = |key: &str| kept.get("figures")?.get(key)?.as_f64();
        let commit = kept.get("commit").and_then(Value::as_str).unwrap_or("before");
        println!("   {:<52} {commit:>10} {:>10} {:>12}", "", "now", "aim");
        for (title, rows) in TABLE {
            let mut measured = rows.iter().filter(|row| self.0.contains_key(row.0)).peekable();
            if measured.peek().is_some() {
                println!("{title}");
            }
            for (key, what, aim) in measured {
                let shown = |figure: Option<f64>| figure.map_or_else(|| "-".to_owned(), |it| worded(key, it));
                let bound = if are_points(key) { '≥' } else { '≤' };
                let aim = aim.map_or_else(String::new, |aim| format!("{bound} {}", worded(key, aim)));
                let now = self.0.get(*key).copied();
                println!("   {what:<52} {:>10} {:>10} {aim:>12}", shown(before(key)), shown(now));
            }
        }
        Ok(())
    }

    /// Puts all that was measured into a file, beside what it holds.
    pub fn save(&self, file: &Path) -> Result<()> {
        let mut kept = kept(file)?;
        let commit = command::output(Command::new("git").args(["rev-parse", "--short", "HEAD"]))?;
        let mut figures = kept.get("figures").and_then(Value::as_object).cloned().unwrap_or_default();
        figures.extend(self.0.iter().map(|(key, figure)| (key.clone(), json!(figure))));
        kept.insert("commit".to_owned(), json!(commit.trim()));
        kept.insert("figures".to_owned(), Value::Object(figures));
        let text = format!("{}\n", serde_json::to_string_pretty(&kept)?);
        fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))
    }
}

/// Whether more is better.
fn are_points(key: &str) -> bool {
    key.starts_with("lighthouse.")
}

fn rows() -> impl Iterator<Item = &'static Row> {
    TABLE.into_iter().flat_map(|(_, rows)| rows)
}

/// What a file of figures holds; nothing where there is none.
fn kept(file: &Path) -> Result<Map<String, Value>> {
    match fs::read_to_string(file) {
        Ok(text) => serde_json::from_str(&text).with_context(|| format!("{} is not JSON", file.display())),
        Err(_) => Ok(Map::new()),
    }
}

/// "537 KB" in thousands, as networks count; "1,234 ms" without the comma; and what is short with its decimals.
fn worded(key: &str, figure: f64) -> String {
    if key.starts_with("bytes.") {
        format!("{:.0} KB", figure / 1e3)
    } else if are_points(key) {
        format!("{figure:.0}")
    } else if figure < 10.0 {
        format!("{figure:.2} ms")
    } else {
        format!("{figure:.0} ms")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_a_known_key_is_a_figure() {
        let mut figures = Figures::default();
        for line in ["start.real.1x 97.4", "start.real.1x soon", "# real: 60 records", "unknown.key 3"] {
            figures.read(line);
        }
        assert_eq!(figures.0, BTreeMap::from([("start.real.1x".to_owned(), 97.4)]));
    }

    #[test]
    fn a_figure_is_worded_in_its_unit() {
        assert_eq!(worded("bytes.form", 537_400.0), "537 KB");
        assert_eq!(worded("first.form", 1_999.6), "2000 ms");
        assert_eq!(worded("plan.real", 0.4567), "0.46 ms");
        assert_eq!(worded("lighthouse.today.seo", 100.0), "100");
    }

    #[test]
    fn every_key_is_there_once() {
        let mut keys: Vec<_> = rows().map(|row| row.0).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), rows().count());
    }
}
