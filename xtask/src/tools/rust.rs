//! Rust's own parts: the wasm target, rustfmt and Clippy, for the toolchain in use.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, log, paths};

pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that this toolchain can build for the browser.
pub fn wasm_target() -> Result<()> {
    let sysroot = command::output(at_root("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    log::setting_up("Rust's wasm32 target", "about 20 seconds");
    rustup(&["target", "add", WASM])
}

/// Makes sure that `cargo fmt` and `cargo clippy` are there.
pub fn linters() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if command::answer(paths::cargo().args([subcommand, "--version"])).is_none() {
            log::setting_up(component, "about 10 seconds");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(words: &[&str]) -> Result<()> {
    command::run(at_root("rustup").args(words)).with_context(|| {
        format!(
            "Rust lacks a part that `rustup {}` would add. Run that by hand; without rustup (https://rustup.rs), \
             install that part of Rust the way you installed Rust.",
            words.join(" ")
        )
    })
}

/// A program that looks at rust-toolchain.toml, and so is run at the root.
fn at_root(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}
