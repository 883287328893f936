//! A Chromium to test in. Any will do: Chrome, Chromium, or the one that Playwright fetches.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::node;
use crate::{command, log, paths};

const NAMES: [&str; 5] = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"];

const PLACES: [&str; 5] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "/snap/bin/chromium",
];

/// Finds a Chromium, or fetches one. Playwright's package is there by then: see [`node::install`].
pub fn chromium() -> Result<PathBuf> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    fetch();
    if let Some(found) = installed() {
        return Ok(found);
    }
    bail!(
        "There is no Chromium to test in, and none could be fetched. Install Google Chrome or Chromium (on Debian: \
         apt-get install chromium), or name one in the variable CHROME."
    )
}

fn installed() -> Option<PathBuf> {
    let named = ["CHROME", "CHROMIUM"].into_iter().filter_map(std::env::var_os).map(PathBuf::from);
    let on_path = NAMES.into_iter().filter_map(super::on_path);
    let elsewhere = PLACES.into_iter().map(PathBuf::from);
    named.chain(on_path).chain(elsewhere).find(|found| found.is_file()).or_else(of_playwright)
}

/// The one that Playwright has fetched before, if it has.
fn of_playwright() -> Option<PathBuf> {
    let print = "process.stdout.write(require('playwright-core').chromium.executablePath())";
    let path = command::answer(Command::new("node").args(["-e", print]).current_dir(paths::e2e()))?;
    Some(PathBuf::from(path)).filter(|path| path.is_file())
}

/// Tries the system's packages where we may, then Playwright. Whether it worked is seen by looking again.
fn fetch() {
    if Path::new("/etc/debian_version").is_file() && is_root() {
        log::setting_up("Chromium from Debian's packages", "1 to 2 minutes");
        let apt = |words: &[&str]| {
            command::run(Command::new("apt-get").args(words).env("DEBIAN_FRONTEND", "noninteractive"))
        };
        let fetched = apt(&["update", "-q"]).and_then(|()| {
            apt(&["install", "-qy", "--no-install-recommends", "chromium", "fonts-dejavu-core"])
        });
        match fetched {
            Ok(()) => return,
            Err(failure) => log::note(&format!("{failure:#} Playwright is asked for one instead.")),
        }
    }
    log::setting_up("Playwright's Chromium", "a download of about 170 MB");
    let fetched = node::node().and_then(|mut node| {
        let cli = paths::e2e().join("node_modules/playwright-core/cli.js");
        command::run(node.arg(cli).args(["install", "chromium"]))
    });
    if let Err(failure) = fetched {
        log::note(&format!("{failure:#}"));
    }
}

fn is_root() -> bool {
    command::answer(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}
