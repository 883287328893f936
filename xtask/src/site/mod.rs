//! The app as a folder that any static host serves, at any path.
//!
//! Cargo, wasm-bindgen and wasm-opt are called one after the other, and the page is put together here, because
//! the page's policy allows no script but by its hash: the ready-made bundlers start the app with one of their own. Whatever
//! the app is made of carries a hash of its content in its name, so that two deployments never mix. `index.html`, the
//! worker, the manifest and its pictures are found by theirs.

mod bindings;
mod chunks;
mod headers;
mod module;
mod offline;
mod pack;
mod page;
mod style;

use std::fs;
use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result};

use crate::{log, paths};
use pack::Pack;
use page::Inline;

pub use module::with_names;

/// What of the app's folder a first visit waits for; the rest is fetched when it is needed.
const FIRST: [&str; 3] = ["afterword.js", "afterword.wasm", "chunks.js"];

/// Builds the app, optimised, into `dist/`.
pub fn build() -> Result<()> {
    log::heading("Building the app (the first time 3 to 5 minutes, then under one)");
    let begun = Instant::now();
    let app = module::build()?;
    let mut pack = Pack::default();
    let styles = paths::root().join("style");
    pack.hashed("style.css", style::whole(&styles, "main.css")?.into_bytes());
    pack.hashed_folder(&app, "app", &FIRST)?;
    let pwa = paths::root().join("pwa");
    pack.folder(&pwa, offline::WORKER)?;
    let inline = [
        Inline { name: "frame.css", text: style::whole(&styles, "frame.css")? },
        Inline { name: "boot.js", text: page::terse(&read_text(&paths::root().join("boot.js"))?) },
    ];
    let page = page::whole(&paths::root().join("index.html"), &inline, &pack)?;
    let for_hosts = [(headers::NETLIFY, headers::netlify(&page)?), (headers::NGINX, headers::nginx(&page)?)];
    pack.page("index.html", page.into_bytes());
    let worker = offline::worker(&read_text(&pwa.join(offline::WORKER))?, pack.files())?;
    pack.plain(offline::WORKER, worker.into_bytes());
    // After the worker, which keeps what the app is made of and nothing else.
    for (name, text) in for_hosts {
        pack.plain(name, text.into_bytes());
    }
    pack.write(&paths::dist())?;
    log::note(&format!("dist/ is ready after {}. {}", log::duration(begun.elapsed()), pack.summary()));
    Ok(())
}

/// How many bytes the module would take on the line, were it in one piece.
pub fn size_in_one_piece() -> Result<usize> {
    Ok(pack::brotli(&module::in_one_piece()?).len())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}
