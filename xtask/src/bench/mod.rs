//! `cargo xtask bench`: what things cost now, beside what they cost before and what is aimed for. Nothing in here
//! passes or fails, since machines differ.

mod bytes;
mod figures;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::options::Options;
use crate::tools::{browser, node};
use crate::{command, log, paths, server, site};
use figures::Figures;

/// What `--only` can choose.
const PARTS: [&str; 4] = ["bytes", "native", "browser", "lighthouse"];

/// The generated searches that the browser is given: a real one, and two of many applications of which 100 led to
/// interviews. A browser keeps five million characters for a page, which the last one nearly fills.
const SEARCHES: [&str; 3] = ["real", "1000", "10000"];

/// Measures all, or one part; `--dist` measures an older build, `--save` puts the figures into a file.
pub fn bench(options: &mut Options) -> Result<()> {
    let only = options.value("--only")?;
    let older = options.value("--dist")?.map(PathBuf::from);
    let save = options.value("--save")?.map(PathBuf::from);
    options.finish()?;
    if let Some(part) = &only
        && !PARTS.contains(&part.as_str())
    {
        bail!("--only takes one of {}, not {part}.", PARTS.join(", "));
    }
    let is_wanted = |part: &str| only.as_deref().is_none_or(|only| only == part);
    let mut now = Figures::default();
    let dist = older.clone().unwrap_or_else(paths::dist);
    if older.is_none() {
        if is_wanted("native") {
            natively(&mut now)?;
        }
        if only.as_deref() != Some("native") {
            site::build()?;
        }
        if is_wanted("bytes") {
            in_bytes(&mut now)?;
        }
    }
    // What is fetched, and when, only a browser can say.
    if is_wanted("browser") {
        in_browser(&mut now, &dist, &SEARCHES)?;
    } else if is_wanted("bytes") {
        in_browser(&mut now, &dist, &[])?;
    }
    if is_wanted("lighthouse") {
        by_lighthouse(&mut now, &dist)?;
    }
    log::heading("Before, now, and the aim");
    now.print()?;
    save.map_or(Ok(()), |file| now.save(&file))
}

/// What each crate costs, and what the module would weigh in one piece.
fn in_bytes(now: &mut Figures) -> Result<()> {
    log::heading("Bytes of code by crate, before wasm-opt and unpacked");
    let [whole, main, core] = site::with_names()?;
    bytes::print([("whole", &fs::read(whole)?), ("main", &fs::read(main)?), ("core", &fs::read(core)?)])?;
    #[expect(clippy::cast_precision_loss, reason = "a size to be read by people")]
    now.add("bytes.unsplit", site::size_in_one_piece()? as f64);
    Ok(())
}

fn natively(now: &mut Figures) -> Result<()> {
    log::heading("Natively (some minutes)");
    command::run(paths::cargo().args(["bench", "--benches"]))?;
    now.add_criterion(&paths::target()?.join("criterion/plan"))
}

/// All figures with those searches; without any, the bytes alone.
fn in_browser(now: &mut Figures, dist: &Path, searches: &[&str]) -> Result<()> {
    node::install(&paths::e2e(), "Playwright and axe", "a download of about 5 MB")?;
    let chromium = browser::chromium()?;
    let minutes = if searches.is_empty() { "seconds" } else { "some 5 minutes" };
    log::heading(&format!("In a browser ({minutes})"));
    let folder = paths::target()?.join("bench");
    fs::create_dir_all(&folder)?;
    let mut node = node::node()?;
    node.arg("scripts/bench.mjs").arg(server::in_background(dist, "/")?);
    node.current_dir(paths::e2e()).env("CHROME", chromium);
    for name in searches {
        let mut cargo = paths::cargo();
        cargo.args(["run", "--quiet", "--example", "search", "--", name]);
        let file = folder.join(format!("{name}.json"));
        fs::write(&file, command::output(&mut cargo)?)?;
        node.arg(format!("{name}={}", file.display()));
    }
    if !command::stream(&mut node, |line| now.read(line))? {
        bail!("The browser's part was cut off; see above.");
    }
    Ok(())
}

/// What Lighthouse makes of an empty Today and of the form, on a phone.
fn by_lighthouse(now: &mut Figures, dist: &Path) -> Result<()> {
    node::install(&paths::e2e(), "Playwright and axe", "a download of about 5 MB")?;
    let chromium = browser::chromium()?;
    node::install(&paths::lighthouse(), "Lighthouse", "a download of about 40 MB, 190 MB unpacked")?;
    log::heading("Lighthouse (1 to 3 minutes)");
    let mut node = node::node()?;
    node.arg("lighthouse.mjs").arg(server::in_background(dist, "/")?);
    node.current_dir(paths::lighthouse()).env("CHROME", chromium);
    if !command::stream(&mut node, |line| now.read(line))? {
        bail!("Lighthouse was cut off; see above.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dependency_stands_in_the_list_of_costs() {
        let metadata = command::output(paths::cargo().args(["metadata", "--no-deps", "--format-version=1"]));
        let metadata: serde_json::Value = serde_json::from_str(&metadata.unwrap()).unwrap();
        let packages = metadata["packages"].as_array().unwrap().iter();
        let all = packages.flat_map(|package| package["dependencies"].as_array().unwrap());
        let names: Vec<&str> = all.map(|dependency| dependency["name"].as_str().unwrap()).collect();
        let list = fs::read_to_string(paths::root().join("docs/costs.md")).unwrap();
        assert!(names.contains(&"leptos") && names.contains(&"axum"), "{names:?}");
        for name in names {
            assert!(
                list.contains(&format!("`{name}`")),
                "docs/costs.md does not say what {name} costs and buys"
            );
        }
    }
}
