//! What a list of applications will become, line by line, before anything is brought in.

use super::when;
use crate::commands::{Command, ListedApplication};
use crate::etiquette::{Now, resolve_local};
use crate::exchange::applications::{ApplicationList, ListedRow, NoCompany};
use crate::model::{EventKind, Records, Stamp};
use crate::words::{counted, isolated, list};
use chrono::{NaiveDate, NaiveTime, TimeZone};

/// What a list will become.
#[derive(Clone, PartialEq, Debug)]
pub struct Import {
    /// Each line, in order.
    pub lines: Vec<ImportLine>,
    /// What is not brought in of every line, in a sentence; empty where there is nothing.
    pub left_out: String,
    /// What is brought in.
    applications: Vec<ListedApplication>,
}

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ImportLine {
    /// "Acme, Analyst".
    pub title: String,
    /// What it becomes, or why it is skipped.
    pub about: String,
    /// Whether it is skipped.
    pub skipped: bool,
}

/// What the status of a line comes down to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Said {
    Rejected,
    Withdrawn,
    Silent,
    NotYet,
    /// That they met: of the rounds nothing is known.
    Met,
    Applied,
    /// Some other word.
    Else,
}

/// What people write, in small letters; the first that is found counts.
const SAID: [(&str, Said); 22] = [
    ("not applied", Said::NotYet),
    ("to apply", Said::NotYet),
    ("wish", Said::NotYet),
    ("saved", Said::NotYet),
    ("bookmark", Said::NotYet),
    ("withdr", Said::Withdrawn),
    ("reject", Said::Rejected),
    ("not selected", Said::Rejected),
    ("turned down", Said::Rejected),
    ("ghost", Said::Silent),
    ("no response", Said::Silent),
    ("no reply", Said::Silent),
    ("no answer", Said::Silent),
    ("expired", Said::Silent),
    ("closed", Said::Silent),
    ("interview", Said::Met),
    ("screen", Said::Met),
    ("onsite", Said::Met),
    ("on-site", Said::Met),
    ("assessment", Said::Met),
    ("applied", Said::Applied),
    ("submitted", Said::Applied),
];

impl Said {
    fn read(status: &str) -> Self {
        let status = status.to_lowercase();
        let known = SAID.iter().find(|(words, _)| status.contains(words));
        known.map_or(if status.is_empty() { Self::Applied } else { Self::Else }, |(_, said)| *said)
    }

    /// How it ended, where it did.
    fn ended(self) -> Option<EventKind> {
        match self {
            Self::Rejected => Some(EventKind::Rejected { person: None }),
            Self::Withdrawn => Some(EventKind::Withdrawn),
            Self::Silent => Some(EventKind::ClosedSilent),
            Self::NotYet | Self::Met | Self::Applied | Self::Else => None,
        }
    }
}

impl Import {
    /// Reads a list, and looks at each line beside what is here.
    ///
    /// # Errors
    /// [`NoCompany`], where no column says which company it is.
    pub fn read<Tz: TimeZone>(text: &str, records: &Records, now: &Now<Tz>) -> Result<Self, NoCompany> {
        let ApplicationList { rows, left_out } = ApplicationList::read(text, now.manner)?;
        let mut import =
            Self { lines: Vec::new(), left_out: words_left_out(&left_out), applications: Vec::new() };
        let mut known: Vec<(String, String)> =
            records.opportunities.values().map(|one| named(&one.company, &one.role)).collect();
        for row in &rows {
            let said = Said::read(&row.status);
            let skipped = why_skipped(row, said, &known);
            import.lines.push(line(row, said, skipped, now));
            if skipped.is_none() {
                known.push(named(&row.company, &row.role));
                import.applications.push(application(row, said, now));
            }
        }
        Ok(import)
    }

    /// How much of it is brought in, in words.
    pub fn outcome(&self) -> String {
        let skipped = self.lines.len() - self.applications.len();
        let brought = counted(self.applications.len(), "application");
        match skipped {
            0 => format!("This brings in {brought}."),
            _ => format!("This brings in {brought} and skips {}.", counted(skipped, "line")),
        }
    }

    /// Brings it in; `None` where there is nothing to bring in.
    pub fn command(&self) -> Option<Command> {
        (!self.applications.is_empty()).then(|| Command::BringIn(self.applications.clone()))
    }
}

fn words_left_out(columns: &[String]) -> String {
    if columns.is_empty() { String::new() } else { format!("Left out: {}.", list(columns)) }
}

/// A company and a job, as they are compared.
fn named(company: &str, role: &str) -> (String, String) {
    (company.trim().to_lowercase(), role.trim().to_lowercase())
}

/// Nothing is brought in twice. Where the list names no job, the company alone tells.
fn why_skipped(row: &ListedRow, said: Said, known: &[(String, String)]) -> Option<&'static str> {
    let (company, role) = named(&row.company, &row.role);
    let is_known = known.iter().any(|(there, job)| *there == company && (role.is_empty() || *job == role));
    match said {
        _ if company.is_empty() => Some("it names no company"),
        _ if is_known => Some("it is here already"),
        Said::NotYet => Some("you have not applied yet"),
        _ => None,
    }
}

fn line<Tz: TimeZone>(row: &ListedRow, said: Said, skipped: Option<&str>, now: &Now<Tz>) -> ImportLine {
    let names = [&row.company, &row.role].into_iter().filter(|name| !name.is_empty());
    let names: Vec<_> = names.map(|name| isolated(name)).collect();
    let about = match skipped {
        Some(why) => format!("Skipped: {why}."),
        None => becomes(row, said, now),
    };
    ImportLine { title: names.join(", "), about, skipped: skipped.is_some() }
}

fn becomes<Tz: TimeZone>(row: &ListedRow, said: Said, now: &Now<Tz>) -> String {
    let applied = match applied(row, now) {
        Some(day) => format!("Applied {}", when::full_day(day, now)),
        None => "Applied, no day known".to_owned(),
    };
    let more = match said {
        Said::Rejected => "closed: they said no",
        Said::Withdrawn => "closed: you withdrew",
        Said::Silent => "closed: no answer came",
        Said::Met => "add its rounds on its page",
        Said::Else => "the status goes into the notes",
        Said::Applied | Said::NotYet => return format!("{applied}."),
    };
    format!("{applied}; {more}.")
}

/// The day of the application; one that is still to come is a slip.
fn applied<Tz: TimeZone>(row: &ListedRow, now: &Now<Tz>) -> Option<NaiveDate> {
    row.applied.filter(|day| *day <= when::today(now))
}

/// The noon of a day, and no moment to come.
fn noon<Tz: TimeZone>(day: NaiveDate, now: &Now<Tz>) -> Stamp {
    let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
    resolve_local(&now.zone, day.and_time(noon)).min(now.at)
}

/// What a line becomes. Where the list does not say when it ended, the day of the application stands for it, the
/// earliest that it can have been: nothing is due any more for what is long over.
fn application<Tz: TimeZone>(row: &ListedRow, said: Said, now: &Now<Tz>) -> ListedApplication {
    let at = applied(row, now).map(|day| noon(day, now));
    let updated = row.updated.map(|day| noon(day, now)).filter(|updated| at.is_none_or(|at| *updated >= at));
    let ended = said.ended().map(|what| (what, updated.or(at).unwrap_or(now.at)));
    let status = matches!(said, Said::Met | Said::Else).then(|| format!("Status: {}", row.status));
    let notes: Vec<_> =
        [row.notes.clone()].into_iter().chain(status).filter(|note| !note.is_empty()).collect();
    ListedApplication {
        company: row.company.clone(),
        role: row.role.clone(),
        applied: at,
        link: row.link.clone(),
        notes: notes.join("\n"),
        ended,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::{apply, undo};
    use crate::etiquette::{History, Stage};
    use crate::model::{NumberedIds, Opportunity, OpportunityId};
    use chrono::Utc;
    use uuid::Uuid;

    fn now() -> Now<Utc> {
        // Friday 6 March 2026, 15:00.
        Now::new(Stamp::from_timestamp(1_772_809_200).unwrap(), Utc)
    }

    fn with_acme() -> Records {
        let mut records = Records::default();
        let acme = Opportunity::new(OpportunityId(Uuid::from_u128(1)), "Acme", "Analyst");
        records.opportunities.insert(acme.id, acme);
        records
    }

    fn told(text: &str) -> Vec<(String, String)> {
        let import = Import::read(text, &with_acme(), &now()).unwrap();
        import.lines.into_iter().map(|line| (line.title, line.about)).collect()
    }

    #[test]
    fn each_line_says_what_it_becomes_or_why_it_is_skipped() {
        let text = "Company,Role,Date applied,Status\n\
            Birch,Analyst,2026-02-02,Applied\n\
            Cedar,,2026-02-03,Rejected after screening\n\
            Dove,Clerk,,Phone screen\n\
            Elm,Clerk,2027-01-01,Awaiting\n\
            Fir,Clerk,,Wishlist\n\
            acme , ANALYST,2026-02-02,Applied\n\
            Birch,analyst,,\n\
            ,Analyst,,Applied";
        let expected = [
            ("Birch, Analyst", "Applied Monday 2 February."),
            ("Cedar", "Applied Tuesday 3 February; closed: they said no."),
            ("Dove, Clerk", "Applied, no day known; add its rounds on its page."),
            ("Elm, Clerk", "Applied, no day known; the status goes into the notes."),
            ("Fir, Clerk", "Skipped: you have not applied yet."),
            ("acme, ANALYST", "Skipped: it is here already."),
            ("Birch, analyst", "Skipped: it is here already."),
            ("Analyst", "Skipped: it names no company."),
        ];
        assert_eq!(told(text), expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    #[test]
    fn it_is_brought_in_once_and_one_undo_takes_all_of_it_back() {
        let text =
            "Company;Status;Date applied;Last update;Salary\nBirch;Rejected;2.2.2026;9.2.2026;60k\nCedar;;;;";
        let mut records = with_acme();
        let import = Import::read(text, &records, &now()).unwrap();
        assert_eq!(
            (import.outcome().as_str(), import.left_out.as_str()),
            ("This brings in two applications.", "Left out: Salary.")
        );
        let change = apply(&mut records, import.command().unwrap(), now().at, &mut NumberedIds(7)).unwrap();
        assert_eq!(change.summary.to_string(), "Two applications brought in");
        let birch = records.opportunities.values().find(|one| one.company == "Birch").unwrap();
        let history = History::of(birch, &records.people, now().at);
        assert_eq!(history.stage(), Stage::Closed);
        assert_eq!(when::back_then(birch.events[0].at, &now()), "on 9 February");

        let again = Import::read(text, &records, &now()).unwrap();
        assert_eq!(again.outcome(), "This brings in no applications and skips two lines.");
        assert_eq!(again.command(), None);
        undo(&mut records, change.undo);
        assert_eq!(records, with_acme());
    }

    #[test]
    fn a_no_of_long_ago_asks_for_nothing_today() {
        let mut records = Records::default();
        let text = "Company,Status,Date applied\nBirch,Rejected,2025-11-03\nCedar,No response,2025-11-03";
        let command = Import::read(text, &records, &now()).unwrap().command().unwrap();
        apply(&mut records, command, now().at, &mut NumberedIds(7)).unwrap();
        let plan = crate::etiquette::plan(&records, &now());
        let open = plan.actions.iter().filter(|action| action.opportunity().is_some());
        let open = open.filter(|action| {
            matches!(action.status, crate::etiquette::Status::Open | crate::etiquette::Status::Overdue)
        });
        assert_eq!(open.map(crate::etiquette::Action::task).collect::<Vec<_>>(), []);
    }
}
