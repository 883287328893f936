//! The rulebook, checkable: every `*.json` below `tests/scenarios/`, or below the folder that the environment
//! variable `SCENARIOS` names, is a test of its own. The last line says how many held.

#[path = "support/scenario.rs"]
mod scenario;

use libtest_mimic::{Arguments, Failed, Trial};
use scenario::Scenario;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, io};

static HELD: AtomicUsize = AtomicUsize::new(0);

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
        let all = files.clone();
        trials.push(Trial::test("every rule and every playbook is covered", move || covered(&all)));
        trials.push(Trial::test("each is in its place and has a name of its own", move || {
            in_order(&folder, &files)
        }));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if !arguments.list {
        println!("{} of {how_many} scenarios held\n", HELD.load(Ordering::Relaxed));
    }
    conclusion.exit();
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
        let sentence = scenario.sentence.as_deref().unwrap_or_default();
        scenario.check().map_err(|error| told(format!("{}\n{sentence}\n{error}", scenario.title)))?;
        HELD.fetch_add(1, Ordering::Relaxed);
        Ok(())
    })
}

/// At least 70 scenarios; two for each rule, four for each playbook.
fn covered(files: &[PathBuf]) -> Result<(), Failed> {
    let mut counts: BTreeMap<String, usize> = (1..=27).map(|n| (format!("R{n}"), 0)).collect();
    let playbooks = afterword::model::PlaybookId::ALL.map(|playbook| format!("{playbook:?}"));
    counts.extend(playbooks.iter().map(|playbook| (playbook.clone(), 0)));
    for scenario in files.iter().filter_map(|file| read(file).ok()) {
        for name in scenario.rules.iter().cloned().chain([format!("{:?}", scenario.playbook)]) {
            counts.entry(name).and_modify(|count| *count += 1);
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

/// Each file lies in the folder of its first rule, or in `playbooks`, `fine_print` or `real_lives`; says where it comes from; and
/// has a title and a name that no other has.
fn in_order(folder: &Path, files: &[PathBuf]) -> Result<(), Failed> {
    let mut seen: BTreeMap<String, &Path> = BTreeMap::new();
    let mut wrong = Vec::new();
    for file in files {
        let scenario = read(file)?;
        let parent = file.strip_prefix(folder).ok().and_then(Path::parent).unwrap_or(folder);
        let number = scenario.rules.first().and_then(|rule| rule.strip_prefix('R')?.parse::<u8>().ok());
        let of_rule = format!("r{:02}", number.unwrap_or_default());
        if ![of_rule.as_str(), "playbooks", "fine_print", "real_lives"]
            .iter()
            .any(|place| parent == Path::new(place))
        {
            wrong.push(format!("{} belongs into {of_rule}", file.display()));
        }
        if scenario.origin.is_none() {
            wrong.push(format!("{} has no origin", file.display()));
        }
        let name = file.file_stem().unwrap_or_default().display().to_string();
        for unique in [name, scenario.title] {
            if let Some(other) = seen.insert(unique.clone(), file) {
                wrong.push(format!("{unique:?}: {} and {}", file.display(), other.display()));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
