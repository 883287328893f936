//! `cargo xtask test`: every check, each under its heading, and at the end how many tests passed.

mod browser;
mod report;
mod tally;

use anyhow::{Result, bail};

use crate::options::Options;
use crate::tools::rust;
use crate::{command, paths, site};
use report::Report;
use tally::Tally;

/// What `--only` can choose.
const PARTS: [&str; 4] = ["lint", "native", "wasm", "e2e"];

/// One check. It shows what it does, counts the tests that it runs and says whether all is well.
struct Step {
    part: &'static str,
    heading: &'static str,
    check: fn(&mut Tally) -> Result<bool>,
}

/// The quick ones first: whoever waits should not wait for a missing space.
const STEPS: [Step; 7] = [
    Step { part: "lint", heading: "Formatting (seconds)", check: formatting },
    Step { part: "lint", heading: "Clippy, natively (1 to 2 minutes the first time)", check: clippy },
    Step { part: "native", heading: "Native tests (2 to 4 minutes the first time)", check: native },
    Step {
        part: "lint",
        heading: "Clippy, for the browser (1 to 2 minutes the first time)",
        check: clippy_wasm,
    },
    Step { part: "wasm", heading: "Tests in a browser (2 minutes the first time)", check: browser::wasm },
    Step { part: "e2e", heading: "The app as it is served (3 to 5 minutes the first time)", check: build },
    Step { part: "e2e", heading: "End to end (some minutes)", check: browser::end_to_end },
];

/// Runs every step, or those of one part, whatever becomes of the ones before.
pub fn test(options: &mut Options) -> Result<()> {
    let only = options.value("--only")?;
    options.finish()?;
    if let Some(part) = &only
        && !PARTS.contains(&part.as_str())
    {
        bail!("--only takes one of {}, not {part}.", PARTS.join(", "));
    }
    let mut report = Report::default();
    for step in STEPS {
        if only.as_deref().is_none_or(|only| only == step.part) {
            report.run(&step);
        }
    }
    report.close()
}

fn formatting(_: &mut Tally) -> Result<bool> {
    rust::linters()?;
    passes(&["fmt", "--all", "--check"])
}

fn clippy(_: &mut Tally) -> Result<bool> {
    rust::linters()?;
    passes(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])
}

fn clippy_wasm(_: &mut Tally) -> Result<bool> {
    rust::linters()?;
    rust::wasm_target()?;
    let target =
        ["clippy", "--target", rust::WASM, "--package", "afterword", "--lib", "--bins", "--test", "web"];
    passes(&[&target[..], &["--", "--deny", "warnings"]].concat())
}

fn native(tally: &mut Tally) -> Result<bool> {
    let mut cargo = paths::cargo();
    // Every test binary is run, so that one failure does not hide another.
    cargo.args(["test", "--workspace", "--no-fail-fast"]);
    command::stream(&mut cargo, |line| tally.read(line))
}

fn build(_: &mut Tally) -> Result<bool> {
    site::build().map(|()| true)
}

fn passes(words: &[&str]) -> Result<bool> {
    command::stream(paths::cargo().args(words), |_| ())
}
