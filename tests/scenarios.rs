//! The rulebook, checkable: every `*.json` below `tests/scenarios/`, or below the folder that the environment
//! variable `SCENARIOS` names, is a test of its own. The last line says how many held.

#[path = "support/scenario.rs"]
mod scenario;

use libtest_mimic::{Arguments, Failed, Trial};
use scenario::Scenario;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() {
    let arguments = Arguments::from_args();
    let chosen = env::var_os("SCENARIOS").map(PathBuf::from);
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let folder = chosen.clone().unwrap_or(own);
    let mut files = Vec::new();
    let found = collect(&folder, &mut files);
    files.sort();
    let mut trials: Vec<Trial> = files.iter().map(|file| trial(&folder, file)).collect();
    let how_many = files.len();
    let shown = folder.display().to_string();
    trials.push(Trial::test("there are scenarios", move || match (found, how_many) {
        (Err(error), _) => Err(Failed::from(format!("{shown}: {error}"))),
        (Ok(()), 0) => Err(Failed::from(format!("{shown}: no scenario in there"))),
        (Ok(()), _) => Ok(()),
    }));
    if chosen.is_none() {
        trials.push(Trial::test("every rule and every playbook is covered", move || covered(&files)));
    }
    libtest_mimic::run(&arguments, trials).exit();
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    Ok(())
}

fn read(file: &Path) -> Result<Scenario, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

fn trial(folder: &Path, file: &Path) -> Trial {
    let name = file.strip_prefix(folder).unwrap_or(file).display().to_string();
    let file = file.to_owned();
    Trial::test(name, move || {
        let told = |error| Failed::from(format!("{}: {error}", file.display()));
        let scenario = read(&file).map_err(told)?;
        scenario.check().map_err(|error| told(format!("{}\n{error}", scenario.title)))
    })
}

/// At least 70 scenarios; two for each rule, four for each playbook.
fn covered(files: &[PathBuf]) -> Result<(), Failed> {
    let mut counts: BTreeMap<String, usize> = (1..=25).map(|n| (format!("R{n}"), 0)).collect();
    let playbooks = afterword::model::PlaybookId::ALL.map(|playbook| format!("{playbook:?}"));
    counts.extend(playbooks.iter().map(|playbook| (playbook.clone(), 0)));
    for scenario in files.iter().filter_map(|file| read(file).ok()) {
        for name in scenario.rules.iter().cloned().chain([format!("{:?}", scenario.playbook)]) {
            *counts.entry(name).or_default() += 1;
        }
    }
    let needed = |name: &str| if name.starts_with('R') { 2 } else { 4 };
    let thin = counts.iter().filter(|(name, count)| **count < needed(name));
    let thin: Vec<String> = thin.map(|(name, count)| format!("{name} has {count}")).collect();
    if files.len() < 70 {
        return Err(format!("only {} scenarios", files.len()).into());
    }
    if thin.is_empty() { Ok(()) } else { Err(thin.join(", ").into()) }
}
