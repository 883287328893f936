//! How many tests passed, read from what the runners print: libtest's `test result:` lines, natively and in
//! the browser, and Playwright's closing lines.

use std::ops::AddAssign;

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
}

impl Tally {
    /// Counts what one line of output says about finished tests, if it says anything.
    pub fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some(result) = line.strip_prefix("test result:") {
            self.passed += before(result, "passed");
            self.failed += before(result, "failed");
        } else {
            self.read_playwright(line);
        }
    }

    /// "12 passed (3.4s)", "1 failed", "1 flaky", "2 did not run": each on its own line.
    fn read_playwright(&mut self, line: &str) {
        let Some((count, outcome)) = line.split_once(' ') else { return };
        let Ok(count) = count.parse::<u32>() else { return };
        let outcome = outcome.split_once(" (").map_or(outcome, |(outcome, _)| outcome);
        match outcome {
            "passed" => self.passed += count,
            "failed" | "flaky" | "interrupted" | "did not run" => self.failed += count,
            _ => {}
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// The number before a word: 12 in "ok. 12 passed; 0 failed" for "passed".
fn before(text: &str, word: &str) -> u32 {
    let mut words = text.split([' ', ';', '.']).filter(|word| !word.is_empty());
    let mut last = "";
    words
        .find_map(|next| {
            let found = next == word;
            let number = std::mem::replace(&mut last, next);
            found.then(|| number.parse().unwrap_or(0))
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(output: &str) -> (u32, u32) {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        (tally.passed, tally.failed)
    }

    #[test]
    fn libtest_and_doctests() {
        let output = "running 2 tests\ntest a ... ok\n\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.21s\n";
        assert_eq!(tally(output), (15, 2));
    }

    #[test]
    fn playwright() {
        assert_eq!(
            tally("  1 failed\n    [phone] a.spec.ts:3:1 › it\n  2 skipped\n  12 passed (3.4s)\n"),
            (12, 1)
        );
        assert_eq!(tally("  1 flaky\n  3 did not run\n  1 passed (1.0m)\n"), (1, 4));
    }

    #[test]
    fn what_only_looks_like_a_count_is_not_one() {
        assert_eq!(tally("12 passed the gate\ntest passed\nRunning 4 tests using 2 workers\n"), (0, 0));
    }
}
