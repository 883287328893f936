//! Prints a generated search as a backup file, to measure with: a real one, or of so many opportunities that 100 of
//! them led to interviews.
//!
//! ```text
//! cargo run --example search -- real > real.json
//! cargo run --example search -- 1000 > big.json
//! ```

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)] // what measures fails by panicking, and not all of it is used here

#[path = "../benches/support/searches.rs"]
mod searches;

use afterword::exchange::backup;
use std::env;

fn main() {
    let size = match env::args().nth(1).as_deref() {
        None | Some("real") => searches::REAL,
        Some(number) => searches::many(number.parse().expect("real, or a number from 100")),
    };
    println!("{}", backup::write(&searches::of(size), searches::now()).unwrap());
}
