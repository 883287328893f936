//! Node, and the npm packages that a folder's lock file names.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, log};

/// The oldest Node that the build and the tests are run with.
const OLDEST: u32 = 20;

/// Node itself, of a version that will do.
pub fn node() -> Result<Command> {
    let answer = command::answer(Command::new("node").arg("--version"));
    match answer.as_deref().and_then(major) {
        Some(major) if major >= OLDEST => Ok(Command::new("node")),
        Some(major) => {
            bail!("Node {major} is too old; install Node {OLDEST} or newer from https://nodejs.org.")
        }
        None => bail!("Node is missing; install Node {OLDEST} or newer from https://nodejs.org."),
    }
}

/// Installs what `folder/package-lock.json` names, unless exactly that is there.
pub fn install(folder: &Path, what: &str, about: &str) -> Result<()> {
    node()?;
    let lock = folder.join("package-lock.json");
    let wanted = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    let stamp = folder.join("node_modules").join(".installed-from");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    log::setting_up(what, about);
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut npm = Command::new(npm);
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder);
    command::run(&mut npm).with_context(|| {
        format!(
            "{what} could not be installed. Is the npm registry in reach? By hand: npm ci in {}",
            folder.display()
        )
    })?;
    fs::write(&stamp, wanted).with_context(|| format!("{} cannot be written", stamp.display()))
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_what_counts() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
    }
}
