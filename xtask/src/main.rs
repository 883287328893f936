//! The project's tool: `cargo xtask serve`, `build`, `test` and `bench`, and what they stand on.
//!
//! Every command sets up what it needs and nothing else: what is there in the right version is used, what is
//! missing is announced and fetched, and what cannot be had ends in a message that says what to install.

mod bench;
mod command;
mod log;
mod options;
mod paths;
mod server;
mod site;
mod test;
mod tools;

use std::process::ExitCode;

use anyhow::{Result, bail};

use options::Options;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N] [--no-build]   builds the app and serves it at http://127.0.0.1:8080
  build                           builds the app into dist/, for any static host
  test  [--only PART]             every check; PART is lint, native, wasm or e2e
  bench [--only PART]             what things cost, before and now; PART is bytes, native, browser or lighthouse
";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    match run(&command, words.collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str, words: Vec<String>) -> Result<()> {
    let mut options = Options::new(words);
    match command {
        "serve" => server::serve(&mut options),
        "build" => {
            options.finish()?;
            site::build()
        }
        "test" => test::test(&mut options),
        "bench" => bench::bench(&mut options),
        "" | "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        other => bail!("There is no command {other}.\n\n{USAGE}"),
    }
}
