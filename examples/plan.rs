//! Prints the plan of a backup file:
//!
//! ```text
//! cargo run --example plan -- backup.json --now 2026-03-12T09:00 --zone America/New_York [--playbook star] [--json]
//! ```
//!
//! Without `--now` it is the moment of the backup, without `--zone` UTC, without `--playbook` the one of its settings.

use afterword::etiquette::{
    Action, Now, OtherAdvice, Plan, Playbook, Source, other_advice, plan_under, resolve_local, why,
};
use afterword::exchange::backup;
use afterword::model::{PlaybookId, Records, Stamp};
use chrono::NaiveDateTime;
use chrono_tz::Tz;
use serde_json::{Value, json};
use std::error::Error;
use std::fmt::Write as _;
use std::process::ExitCode;
use std::{env, fs};

const USAGE: &str =
    "usage: plan BACKUP.json [--now YYYY-MM-DDTHH:MM] [--zone Area/City] [--playbook NAME] [--json]";

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Default)]
struct Options {
    file: Option<String>,
    now: Option<String>,
    zone: Option<String>,
    playbook: Option<String>,
    json: bool,
}

impl Options {
    fn read(mut words: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let mut options = Self::default();
        while let Some(word) = words.next() {
            let slot = match word.as_str() {
                "--now" => &mut options.now,
                "--zone" => &mut options.zone,
                "--playbook" => &mut options.playbook,
                "--json" => {
                    options.json = true;
                    continue;
                }
                _ if word.starts_with("--") => return Err(format!("{word} is not known.\n{USAGE}").into()),
                _ => {
                    options.file = Some(word);
                    continue;
                }
            };
            *slot = Some(words.next().ok_or_else(|| format!("{word} wants a value after it.\n{USAGE}"))?);
        }
        Ok(options)
    }
}

fn run(words: impl Iterator<Item = String>) -> Result<String, Box<dyn Error>> {
    let options = Options::read(words)?;
    let file = options.file.as_deref().ok_or(USAGE)?;
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let backup = backup::read(&text).map_err(|error| format!("{file}: {error}"))?;
    for unread in &backup.unread {
        eprintln!("{file}: left out: {unread:?}");
    }
    let zone: Tz = match &options.zone {
        Some(name) => name.parse().map_err(|_| format!("{name} is no zone, such as America/New_York."))?,
        None => Tz::UTC,
    };
    let now = Now::new(moment(options.now.as_deref(), zone, backup.saved)?, zone);
    let playbook = Playbook::get(match &options.playbook {
        Some(name) => playbook(name)?,
        None => backup.records.settings.playbook,
    });
    let plan = plan_under(playbook, &backup.records, &now);
    if options.json {
        return Ok(serde_json::to_string_pretty(&as_json(&plan, playbook, &backup.records, &now))?);
    }
    Ok(as_text(&plan, &backup.records, &now))
}

fn moment(now: Option<&str>, zone: Tz, saved: Stamp) -> Result<Stamp, String> {
    let Some(text) = now else { return Ok(saved) };
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M");
    local
        .map(|local| resolve_local(&zone, local))
        .map_err(|_| format!("{text} is no time, such as 2026-03-12T09:00."))
}

fn playbook(name: &str) -> Result<PlaybookId, String> {
    let known = |id: &PlaybookId| format!("{id:?}").eq_ignore_ascii_case(name);
    PlaybookId::ALL.into_iter().find(known).ok_or_else(|| {
        let names = PlaybookId::ALL.map(|id| format!("{id:?}").to_lowercase());
        format!("{name} is no playbook; there are {}.", names.join(", "))
    })
}

fn local(at: Stamp, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string()
}

/// For whom an action is, and where.
fn about(action: &Action, records: &Records) -> String {
    let person = action.key.person.or(action.to).and_then(|id| records.people.get(&id));
    let opportunity = action.opportunity().and_then(|id| records.opportunities.get(&id));
    let parts = [person.map(|person| person.name.as_str()), opportunity.map(|one| one.company.as_str())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn as_text(plan: &Plan, records: &Records, now: &Now<Tz>) -> String {
    let mut text = String::new();
    for action in &plan.actions {
        let due = action.window.due.map_or_else(|| "-".to_owned(), |due| local(due, now.zone));
        let sources: Vec<&str> = action.sources.iter().map(Source::id).collect();
        let (status, task) = (format!("{:?}", action.status), format!("{:?}", action.task()));
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{status:<9} {task:<17} opens {}  due {due:<16}  {}\n          {} [{:?}: {}]",
            local(action.window.opens, now.zone),
            about(action, records),
            why(action, records, now),
            action.rule,
            sources.join(", "),
        );
    }
    let until = plan.valid_until.map_or_else(|| "for good".to_owned(), |at| local(at, now.zone));
    let _ = write!(text, "{} actions; valid until {until}.", plan.actions.len());
    text
}

fn as_json(plan: &Plan, playbook: &Playbook, records: &Records, now: &Now<Tz>) -> Value {
    let at = |at: Option<Stamp>| at.map(|at| local(at, now.zone));
    let actions = plan.actions.iter().map(|action| {
        json!({
            "key": action.key,
            "rule": format!("{:?}", action.rule),
            "status": format!("{:?}", action.status).to_lowercase(),
            "about": about(action, records),
            "why": why(action, records, now),
            "opens": at(Some(action.window.opens)),
            "suggested": at(action.window.suggested),
            "due": at(action.window.due),
            "closes": at(action.window.closes),
            "channel": action.channel,
            "to": action.to,
            "sources": action.sources.iter().map(Source::id).collect::<Vec<_>>(),
            "borrowed": action.borrowed,
            "others_say": other_advice(action, playbook).iter().map(OtherAdvice::sentence).collect::<Vec<_>>(),
        })
    });
    json!({
        "now": local(now.at, now.zone),
        "zone": now.zone.name(),
        "playbook": format!("{:?}", playbook.id).to_lowercase(),
        "valid_until": at(plan.valid_until),
        "actions": actions.collect::<Vec<_>>(),
    })
}
