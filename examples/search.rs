//! Prints a generated search as a backup file, to measure with: so many interviewed for, so many only applied for.
//!
//! ```text
//! cargo run --example search -- 500 4500 > big.json
//! ```

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)] // what measures fails by panicking, and not all of it is used here

#[path = "../benches/support/searches.rs"]
mod searches;

use afterword::exchange::backup;
use std::env;

fn main() {
    let mut counts = env::args().skip(1).map(|word| word.parse().expect("two numbers"));
    let (interviewed, applied) = (counts.next().unwrap_or(100), counts.next().unwrap_or(0));
    let records = searches::with_applications(interviewed, applied);
    println!("{}", backup::write(&records, searches::now()).unwrap());
}
