//! Binaryen's wasm-opt, from npm: the same version everywhere, and nothing to compile.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::node;
use crate::{command, paths};

/// What rustc turns on for wasm32, and every browser that we support knows.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What it may take for granted, and what nobody reads. The linker puts the stack lowest in memory, so that its first
/// kilobyte is only in use where the stack is about to overflow.
const LEAVE: [&str; 3] = ["--low-memory-unused", "--strip-producers", "--strip-target-features"];

/// Makes `module` as small as it gets, in `smaller`.
pub fn shrink(module: &Path, smaller: &Path) -> Result<()> {
    let mut wasm_opt = wasm_opt()?;
    command::run(wasm_opt.arg(module).arg("-Oz").args(LEAVE).args(FEATURES).arg("-o").arg(smaller))
}

fn wasm_opt() -> Result<Command> {
    let folder = paths::tools().join("node");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for file in ["package.json", "package-lock.json"] {
        let from = paths::root().join("xtask/node").join(file);
        fs::copy(&from, folder.join(file)).with_context(|| format!("{} cannot be copied", from.display()))?;
    }
    node::install(&folder, "wasm-opt", "a download of about 23 MB")?;
    let mut command = node::node()?;
    command.arg(folder.join("node_modules/binaryen/bin/wasm-opt"));
    Ok(command)
}
