//! wasm-bindgen's command line, which must be of exactly the version that Cargo.lock holds.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{command, log, paths};

/// The two programs of the package, from one place.
pub struct WasmBindgen {
    pub bindgen: PathBuf,
    pub test_runner: PathBuf,
}

/// Finds it on the PATH or in `.tools/`, or installs it into `.tools/`.
pub fn wasm_bindgen() -> Result<WasmBindgen> {
    let version = paths::locked_version("wasm-bindgen")?;
    let own = paths::tools().join("bin");
    let on_path = super::on_path("wasm-bindgen").and_then(|found| found.parent().map(Path::to_owned));
    if let Some(found) = on_path.into_iter().chain([own.clone()]).find_map(|folder| at(&folder, &version)) {
        return Ok(found);
    }
    install(&version)?;
    at(&own, &version).with_context(|| format!("wasm-bindgen {version} was installed, but does not answer"))
}

fn at(folder: &Path, version: &str) -> Option<WasmBindgen> {
    let bindgen = super::program_in(folder, "wasm-bindgen");
    let test_runner = super::program_in(folder, "wasm-bindgen-test-runner");
    let answer = command::answer(Command::new(&bindgen).arg("--version"))?;
    (answer.trim() == format!("wasm-bindgen {version}") && test_runner.is_file())
        .then_some(WasmBindgen { bindgen, test_runner })
}

fn install(version: &str) -> Result<()> {
    if command::answer(paths::cargo().args(["binstall", "-V"])).is_some() {
        log::setting_up(&format!("wasm-bindgen {version}"), "a download of about 10 MB");
        let package = format!("wasm-bindgen-cli@{version}");
        let words = ["binstall", "--no-confirm", "--disable-strategies", "compile", "--install-path"];
        if command::run(paths::cargo().args(words).arg(paths::tools().join("bin")).arg(package)).is_ok() {
            return Ok(());
        }
        log::note("There is no ready-made one to be had; it is built instead.");
    }
    log::setting_up(&format!("wasm-bindgen {version}"), "built from source, 2 to 4 minutes");
    command::run(
        paths::cargo()
            .args(["install", "wasm-bindgen-cli", "--version", version, "--locked", "--debug", "--force", "--root"])
            .arg(paths::tools()),
    )
    .with_context(|| {
        format!(
            "wasm-bindgen could not be installed. Building it wants a C linker (on Debian: apt-get install \
             build-essential; on macOS: xcode-select --install). By hand: cargo install wasm-bindgen-cli --version \
             {version} --locked"
        )
    })
}
