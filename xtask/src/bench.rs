//! `cargo xtask bench`: what things cost, natively by criterion and in a browser. Nothing in here passes or fails.

use anyhow::{Result, bail};
use std::fs;

use crate::options::Options;
use crate::tools::{browser, node};
use crate::{bytes, command, log, paths, server, site};

/// How many opportunities were interviewed for, and how many only applied for. A browser keeps five million
/// characters for a page: what three rounds of three people each fill with some 800 opportunities.
const SEARCHES: [(&str, &str, &str); 3] =
    [("100", "100", "0"), ("1000", "300", "700"), ("5000", "500", "4500")];

/// Runs the benchmarks, or those of one part: `native`, `bytes` or `browser`.
pub fn bench(options: &mut Options) -> Result<()> {
    let only = options.value("--only")?;
    options.finish()?;
    match only.as_deref() {
        None => native().and_then(|()| bytes()).and_then(|()| in_browser()),
        Some("native") => native(),
        Some("bytes") => bytes(),
        Some("browser") => in_browser(),
        Some(other) => bail!("--only takes native, bytes or browser, not {other}."),
    }
}

fn native() -> Result<()> {
    log::heading("Natively (some 10 minutes; medians, and the change since the last run)");
    command::run(paths::cargo().args(["bench", "--benches"]))
}

fn bytes() -> Result<()> {
    site::build()?;
    log::heading(
        "What each crate costs a first visit, and who has something stored beside (before it is packed)",
    );
    let [main, core] = site::main_and_core()?;
    bytes::print(&fs::read(main)?, &fs::read(core)?)
}

fn in_browser() -> Result<()> {
    node::install(&paths::e2e(), "Playwright and axe", "a download of about 5 MB")?;
    let chromium = browser::chromium()?;
    site::build()?;
    log::heading("In a browser (some 3 minutes; medians beside their aims)");
    let folder = paths::target()?.join("bench");
    fs::create_dir_all(&folder)?;
    let mut node = node::node()?;
    node.arg("scripts/bench.mjs")
        .arg(server::in_background("/")?)
        .current_dir(paths::e2e())
        .env("CHROME", chromium);
    for (name, interviewed, applied) in SEARCHES {
        let mut cargo = paths::cargo();
        cargo.args(["run", "--quiet", "--example", "search", "--", interviewed, applied]);
        let file = folder.join(format!("{name}.json"));
        fs::write(&file, command::output(&mut cargo)?)?;
        node.arg(format!("{name}={}", file.display()));
    }
    command::run(&mut node)
}
