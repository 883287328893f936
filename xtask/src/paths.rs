//! Where things lie.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use anyhow::{Context, Result};

use crate::command;

/// The folder of the workspace.
pub fn root() -> &'static Path {
    static XTASK: LazyLock<PathBuf> = LazyLock::new(|| {
        // As Cargo says now, since a folder may be moved or copied with all that was built in it.
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from)
    });
    // xtask lies one step below the root, wherever that is.
    XTASK.parent().unwrap_or(Path::new("."))
}

/// What a static host serves.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Tools fetched for this project alone.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// The folder of the end-to-end tests and of everything else that drives a browser.
pub fn e2e() -> PathBuf {
    root().join("tests").join("e2e")
}

/// The folder of Lighthouse.
pub fn lighthouse() -> PathBuf {
    root().join("xtask").join("lighthouse")
}

/// Where Cargo puts what it builds, as the environment and Cargo's settings say.
pub fn target() -> Result<PathBuf> {
    let metadata = command::output(cargo().args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&metadata).context("cargo metadata is not JSON")?;
    let folder = metadata.get("target_directory").and_then(|folder| folder.as_str());
    Ok(PathBuf::from(folder.context("cargo metadata names no target directory")?))
}

/// Cargo, at the root.
pub fn cargo() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// The version of a package that Cargo.lock holds.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock =
        std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    version_in(&lock, package).with_context(|| format!("Cargo.lock does not hold {package}"))
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.2.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\nsource = \"registry\"\n";

    #[test]
    fn the_locked_version_is_that_of_the_package_itself() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").as_deref(), Some("0.2.126"));
        assert_eq!(version_in(LOCK, "wasm"), None);
    }
}
