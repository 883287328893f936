//! What became of each step, and the sum of it.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::Step;
use super::tally::Tally;
use crate::log;

#[derive(Default)]
pub struct Report(Vec<Line>);

struct Line {
    heading: &'static str,
    took: Duration,
    tally: Tally,
    is_well: bool,
}

impl Report {
    pub fn run(&mut self, step: &Step) {
        log::heading(step.heading);
        let begun = Instant::now();
        let mut tally = Tally::default();
        let is_well = (step.check)(&mut tally).unwrap_or_else(|failure| {
            println!("\n{failure:#}");
            false
        });
        // A step that fails before it has counted a test, say one that does not compile, is a failure too.
        if !is_well && tally.failed == 0 {
            tally.failed = 1;
        }
        self.0.push(Line { heading: step.heading, took: begun.elapsed(), tally, is_well });
    }

    /// Prints the sum, and fails where a step has.
    pub fn close(self) -> Result<()> {
        log::heading("In short");
        let mut sum = Tally::default();
        for line in &self.0 {
            let name = line.heading.split_once(" (").map_or(line.heading, |(name, _)| name);
            let outcome = if line.is_well { "well" } else { "FAILED" };
            let count = if line.tally == Tally::default() {
                String::new()
            } else {
                format!("{} passed, {} failed", line.tally.passed, line.tally.failed)
            };
            println!("   {name:<26} {outcome:<7} {:>12}   {count}", log::duration(line.took));
            sum += line.tally;
        }
        let whole = self.0.iter().map(|line| line.took).sum();
        println!("   {:<34} {:>12}\n", "all of it", log::duration(whole));
        println!("{} passed, {} failed", sum.passed, sum.failed);
        if self.0.iter().all(|line| line.is_well) { Ok(()) } else { bail!("Not all is well; see above.") }
    }
}
