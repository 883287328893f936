//! The app's WebAssembly module and the JavaScript that binds it to the browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::pack::hash;
use super::read;
use crate::tools::{rust, wasm_bindgen, wasm_opt};
use crate::{command, house, say};

pub struct Module {
    pub bindings: Vec<u8>,
    pub wasm: Vec<u8>,
    /// JavaScript that crates bring along; the bindings import it by this folder's name. Often not there.
    pub snippets: PathBuf,
}

/// Compiles, binds and shrinks. What has not changed since the last time is not bound and shrunk again.
pub fn build() -> Result<Module> {
    rust::wasm_target()?;
    let tools = wasm_bindgen::wasm_bindgen()?;
    let compiled = compile()?;
    let folder = house::target()?.join("site");
    let (bound, stamp) = (folder.join("bound"), folder.join("made-from"));
    let made_from = hash(&[read(&compiled)?, house::locked_version("wasm-bindgen")?.into_bytes()].concat());
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&made_from) {
        // Should it be cut off halfway, the next build begins anew.
        let _ = fs::remove_dir_all(&folder);
        bind(&tools.bindgen, &compiled, &bound)?;
        wasm_opt::shrink(&bound.join("afterword_bg.wasm"), &folder.join("afterword.wasm")).or_else(
            |failure| {
                say::note(&format!(
                    "{failure:#}\n   The build goes on without wasm-opt: about a tenth larger."
                ));
                fs::copy(bound.join("afterword_bg.wasm"), folder.join("afterword.wasm")).map(|_| ())
            },
        )?;
        fs::write(&stamp, made_from).with_context(|| format!("{} cannot be written", stamp.display()))?;
    }
    Ok(Module {
        bindings: read(&bound.join("afterword.js"))?,
        wasm: read(&folder.join("afterword.wasm"))?,
        snippets: bound.join("snippets"),
    })
}

fn compile() -> Result<PathBuf> {
    let target = ["--target", rust::WASM, "--package", "afterword", "--bin", "afterword"];
    command::run(house::cargo().args(["build", "--release"]).args(target))?;
    Ok(house::target()?.join(rust::WASM).join("release/afterword.wasm"))
}

fn bind(bindgen: &Path, compiled: &Path, bound: &Path) -> Result<()> {
    let words =
        ["--target", "web", "--no-typescript", "--remove-producers-section", "--out-name", "afterword"];
    command::run(Command::new(bindgen).args(words).arg("--out-dir").arg(bound).arg(compiled))
}
