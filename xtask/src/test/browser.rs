//! The tests that need a browser: the wasm tests, and the end-to-end tests of the built app.

use std::net::{Ipv4Addr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result};

use super::Tally;
use crate::tools::{browser, node, rust, wasm_bindgen};
use crate::{command, paths, server};

/// Runs `tests/web` in Chromium. wasm-bindgen's runner serves the tests; a page that we open runs them. So a
/// browser is all that is needed, and no driver that has to fit it.
pub fn wasm(tally: &mut Tally) -> Result<bool> {
    rust::wasm_target()?;
    let runner = wasm_bindgen::wasm_bindgen()?.test_runner;
    let chromium = chromium()?;
    let tests = compile_web_tests()?;
    let address = format!("127.0.0.1:{}", free_port()?);
    let serving = Serving::start(
        Command::new(&runner)
            .arg(tests)
            .current_dir(paths::root())
            .env("NO_HEADLESS", "1")
            .env("WASM_BINDGEN_TEST_ADDRESS", &address),
    )?;
    let mut node = node::node()?;
    node.arg("scripts/wasm-tests.mjs")
        .arg(format!("http://{address}"))
        .current_dir(paths::e2e())
        .env("CHROME", chromium);
    let is_well = command::stream(&mut node, |line| tally.read(line));
    drop(serving);
    is_well
}

/// Runs Playwright's tests against `dist/`, served at the root of one address and below a path of another.
pub fn end_to_end(tally: &mut Tally) -> Result<bool> {
    let chromium = chromium()?;
    let mut node = node::node()?;
    node.args(["node_modules/@playwright/test/cli.js", "test"])
        .current_dir(paths::e2e())
        .env("CHROME", chromium)
        .env("AFTERWORD_ROOT", server::in_background(&paths::dist(), "/")?)
        .env("AFTERWORD_BELOW", server::in_background(&paths::dist(), "/afterword/")?);
    command::stream(&mut node, |line| tally.read(line))
}

/// A Chromium, and Playwright to drive it.
fn chromium() -> Result<PathBuf> {
    node::install(&paths::e2e(), "Playwright and axe", "a download of about 5 MB")?;
    browser::chromium()
}

/// Compiles `tests/web` and says where the module lies.
fn compile_web_tests() -> Result<PathBuf> {
    let mut cargo = paths::cargo();
    cargo.args(["test", "--no-run", "--target", rust::WASM, "--package", "afterword", "--test", "web"]);
    cargo.arg("--message-format=json-render-diagnostics").stderr(Stdio::inherit());
    // The runner reads the whole module before it serves it: with debug information that takes gigabytes and minutes.
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "false").env("CARGO_PROFILE_TEST_DEBUG", "false");
    let messages = command::output(&mut cargo)?;
    let module = messages.lines().rev().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        message.get("executable")?.as_str().map(PathBuf::from)
    });
    module.context("Cargo made no module of tests/web.")
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// A program in the background, ended when this goes.
struct Serving(Child);

impl Serving {
    fn start(command: &mut Command) -> Result<Self> {
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null());
        Ok(Self(quiet.spawn().context("wasm-bindgen's test runner cannot be started")?))
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may have ended by itself, and then there is nothing to end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
