//! The tools that the app is built and tested with: found where they are, fetched where they are not.

pub mod browser;
pub mod node;
pub mod rust;
pub mod wasm_bindgen;
pub mod wasm_opt;

use std::path::{Path, PathBuf};

/// A program on the PATH, by name.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| program_in(&folder, name)).find(|program| program.is_file())
}

/// Where a folder would hold a program, with the ending that the system wants.
fn program_in(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
