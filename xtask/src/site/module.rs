//! The app's WebAssembly module, the chunks of it that are fetched later, and the JavaScript that binds them to the
//! browser.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::RawSection;
use wasmparser::{Parser, Payload};

use super::pack::hash;
use super::{bindings, chunks};
use super::{read, read_text};
use crate::tools::{rust, wasm_bindgen, wasm_opt};
use crate::{command, log, paths};

/// Compiles, cuts, binds and shrinks, and gives the folder of what the browser needs for it. What has not changed
/// since the last time is not made again.
pub fn build() -> Result<PathBuf> {
    rust::wasm_target()?;
    let tools = wasm_bindgen::wasm_bindgen()?;
    let compiled = compile()?;
    let folder = paths::target()?.join("site");
    let (app, stamp) = (folder.join("app"), folder.join("made-from"));
    let compiled = read(&compiled)?;
    let recipe = [
        include_bytes!("module.rs").as_slice(),
        include_bytes!("chunks.rs"),
        include_bytes!("bindings.rs"),
        include_bytes!("../tools/wasm_opt.rs"),
    ];
    let recipe = recipe.concat();
    let versions = paths::locked_version("wasm-bindgen")?.into_bytes();
    let made_from = hash(&[compiled.as_slice(), &recipe, &versions].concat());
    if fs::read_to_string(&stamp).ok().as_ref() != Some(&made_from) {
        // Should it be cut off halfway, the next build begins anew.
        let _ = fs::remove_dir_all(&folder);
        let (cut, bound) = (folder.join("cut"), folder.join("bound"));
        let names = split(&compiled, &cut)?;
        bind(&tools.bindgen, &cut.join(MAIN), &bound)?;
        gather(&cut, &bound, &names, &app)?;
        write(&stamp, made_from.as_bytes())?;
    }
    Ok(app)
}

/// The module as it was compiled, the part of it that is there from the start, and the chunk that all others need: the
/// names of their functions are still in them.
pub fn with_names() -> Result<[PathBuf; 3]> {
    let target = paths::target()?;
    let cut = target.join("site/cut");
    Ok([compiled(&target), cut.join(MAIN), cut.join(chunks::CORE)])
}

/// The module in one piece, bound and shrunk, to compare with the sum of its chunks.
pub fn in_one_piece() -> Result<Vec<u8>> {
    let target = paths::target()?;
    let bound = target.join("site-in-one-piece");
    fs::create_dir_all(&bound).with_context(|| format!("{} cannot be made", bound.display()))?;
    let (whole, smaller) = (bound.join("whole.wasm"), bound.join("smaller.wasm"));
    write(&whole, &without_relocations(&read(&compiled(&target))?)?)?;
    bind(&wasm_bindgen::wasm_bindgen()?.bindgen, &whole, &bound)?;
    wasm_opt::shrink(&bound.join(BOUND), &smaller)?;
    read(&smaller)
}

/// A module without what only the cut needs, and wasm-opt does not understand.
fn without_relocations(module: &[u8]) -> Result<Vec<u8>> {
    let mut smaller = wasm_encoder::Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        let is_for_the_cut = matches!(&payload, Payload::CustomSection(section)
            if section.name() == "linking" || section.name().starts_with("reloc."));
        if let (Some((id, content)), false) = (payload.as_section(), is_for_the_cut) {
            let content = usize::try_from(content.start)?..usize::try_from(content.end)?;
            let data = module.get(content).context("A section ends outside of the module")?;
            smaller.section(&RawSection { id, data });
        }
    }
    Ok(smaller.finish())
}

fn compiled(target: &Path) -> PathBuf {
    target.join(rust::WASM).join("release/afterword.wasm")
}

/// The module that is there from the start, as it comes out of the cut.
const MAIN: &str = "main.wasm";

/// The same once it is bound to its script.
const BOUND: &str = "afterword_bg.wasm";
const SCRIPT: &str = "afterword.js";

fn compile() -> Result<PathBuf> {
    let target = ["--target", rust::WASM, "--package", "afterword", "--bin", "afterword"];
    // The cut follows the relocations, which the linker otherwise drops.
    let relocations = ["--", "-Clink-args=--emit-relocs"];
    command::run(paths::cargo().args(["rustc", "--release"]).args(target).args(relocations))?;
    Ok(compiled(&paths::target()?))
}

/// Cuts the module where the app says that a chunk begins. Gives the old and the new name of each
/// file.
fn split(compiled: &[u8], cut: &Path) -> Result<Vec<(String, String)>> {
    let main = cut.join(MAIN);
    let mut options = wasm_split_cli_support::Options::new(compiled);
    options.output_dir = cut;
    options.main_out_path = &main;
    options.main_module = "./afterword.js";
    options.link_name = chunks::SCRIPT;
    let pieces = wasm_split_cli_support::transform(options)
        .map_err(|failure| anyhow!("The module cannot be cut: {failure:#}"))?;
    let needs = pieces.prefetch_map.into_iter().collect();
    let names = chunks::names(&needs);
    for (old, new) in &names {
        fs::rename(cut.join(old), cut.join(new)).with_context(|| format!("{old} is not there"))?;
    }
    Ok(names)
}

fn bind(bindgen: &Path, main: &Path, bound: &Path) -> Result<()> {
    let words = [
        "--target",
        "web",
        "--no-typescript",
        "--remove-producers-section",
        "--remove-name-section",
        // The chunks share the table of functions.
        "--keep-lld-exports",
        "--out-name",
        "afterword",
    ];
    command::run(Command::new(bindgen).args(words).arg("--out-dir").arg(bound).arg(main))?;
    let (module, script) = (bound.join(BOUND), bound.join(SCRIPT));
    let (shorter, terser) = bindings::short(&read(&module)?, &read_text(&script)?)?;
    write(&module, &shorter)?;
    write(&script, terser.as_bytes())
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

/// Puts what the browser needs into one folder, the modules as small as they get.
fn gather(cut: &Path, bound: &Path, names: &[(String, String)], app: &Path) -> Result<()> {
    fs::create_dir_all(app).with_context(|| format!("{} cannot be made", app.display()))?;
    let mut shrunk = true;
    for (module, name) in modules(cut, bound)? {
        let smaller = app.join(name);
        if shrunk && let Err(failure) = wasm_opt::shrink(&module, &smaller) {
            log::note(&format!("{failure:#}\n   The build goes on without wasm-opt: about a tenth larger."));
            shrunk = false;
        }
        if !shrunk {
            copy(&module, &smaller)?;
        }
    }
    copy(&bound.join(SCRIPT), &app.join(SCRIPT))?;
    let written = read_text(&cut.join(chunks::SCRIPT))?;
    write(&app.join(chunks::SCRIPT), chunks::patient(&written, names)?.as_bytes())?;
    copy_all(&bound.join("snippets"), &app.join("snippets"))
}

/// Every module, and what the browser knows it by.
fn modules(cut: &Path, bound: &Path) -> Result<Vec<(PathBuf, String)>> {
    let mut modules = vec![(bound.join(BOUND), "afterword.wasm".to_owned())];
    for entry in fs::read_dir(cut).with_context(|| format!("{} cannot be read", cut.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|ending| ending == "wasm") && name != MAIN {
            modules.push((path, name));
        }
    }
    Ok(modules)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(|_| ()).with_context(|| format!("{} cannot be copied", from.display()))
}

/// Copies a folder, if it is there.
fn copy_all(from: &Path, to: &Path) -> Result<()> {
    let Ok(entries) = fs::read_dir(from) else { return Ok(()) };
    fs::create_dir_all(to).with_context(|| format!("{} cannot be made", to.display()))?;
    for entry in entries {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() { copy_all(&path, &target)? } else { copy(&path, &target)? }
    }
    Ok(())
}
