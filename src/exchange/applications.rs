//! A list of applications, as it stands in somebody's spreadsheet: its columns are known by what heads them.

use super::csv;
use crate::model::Manner;
use chrono::NaiveDate;

/// A list, understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ApplicationList {
    /// The applications, in order.
    pub rows: Vec<ListedRow>,
    /// What heads the columns that were not understood.
    pub left_out: Vec<String>,
}

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ListedRow {
    /// The company; may be empty.
    pub company: String,
    /// The job.
    pub role: String,
    /// The day of the application, as far as it is one.
    pub applied: Option<NaiveDate>,
    /// The day of the last word.
    pub updated: Option<NaiveDate>,
    /// How it stands, in the words of the list.
    pub status: String,
    /// The address of the advertisement.
    pub link: String,
    /// Notes.
    pub notes: String,
}

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Column {
    Company,
    Role,
    Applied,
    Updated,
    Status,
    Link,
    Notes,
}

/// What heads the columns, in small letters.
const HEADS: [(Column, &[&str]); 7] = [
    (Column::Company, &["company", "company name", "employer", "organisation", "organization", "firm"]),
    (Column::Role, &["role", "position", "title", "job", "job title", "role title", "job role"]),
    (
        Column::Applied,
        &[
            "date applied",
            "applied",
            "applied on",
            "application date",
            "applied date",
            "date",
            "date submitted",
        ],
    ),
    (
        Column::Updated,
        &[
            "updated",
            "last updated",
            "last update",
            "response date",
            "date of response",
            "last contact",
            "closed on",
        ],
    ),
    (Column::Status, &["status", "stage", "state", "outcome", "result"]),
    (Column::Link, &["link", "url", "job link", "job url", "posting", "job posting", "advert"]),
    (Column::Notes, &["notes", "note", "comments", "comment", "remarks"]),
];

/// Nothing heads a column that is the company's.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "No column is called Company. The first line must say what each column is: Company, Role, Date applied, Status."
)]
pub struct NoCompany;

impl ApplicationList {
    /// Reads a table whose first row says what the columns are.
    ///
    /// # Errors
    /// [`NoCompany`].
    pub fn read(text: &str, manner: Manner) -> Result<Self, NoCompany> {
        let mut rows = csv::rows(text).into_iter();
        let heads = rows.next().unwrap_or_default();
        let columns: Vec<Option<Column>> = columns(&heads);
        if !columns.contains(&Some(Column::Company)) {
            return Err(NoCompany);
        }
        let left_out =
            heads.into_iter().zip(&columns).filter(|(head, it)| it.is_none() && !head.trim().is_empty());
        let left_out = left_out.map(|(head, _)| head.trim().to_owned()).collect();
        let rows: Vec<Vec<String>> = rows.collect();
        let cell = |row: &[String], column: Column| -> String {
            let place = columns.iter().position(|it| *it == Some(column));
            place.and_then(|place| row.get(place)).map(|cell| cell.trim().to_owned()).unwrap_or_default()
        };
        let days = rows.iter().flat_map(|row| [cell(row, Column::Applied), cell(row, Column::Updated)]);
        let days: Vec<String> = days.collect();
        let month_first = csv::month_first(days.iter().map(String::as_str), manner);
        let read = |row: &Vec<String>| ListedRow {
            company: cell(row, Column::Company),
            role: cell(row, Column::Role),
            applied: csv::read_day(&cell(row, Column::Applied), month_first),
            updated: csv::read_day(&cell(row, Column::Updated), month_first),
            status: cell(row, Column::Status),
            link: cell(row, Column::Link),
            notes: cell(row, Column::Notes),
        };
        Ok(Self { rows: rows.iter().map(read).collect(), left_out })
    }
}

/// What each column holds; of two that hold the same, the first counts.
fn columns(heads: &[String]) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = Vec::new();
    for head in heads {
        let head = head.trim().to_lowercase().replace(['_', '-'], " ");
        let known = HEADS.iter().find(|(_, names)| names.contains(&head.as_str())).map(|(column, _)| *column);
        columns.push(known.filter(|column| !columns.contains(&Some(*column))));
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i16_columns_are_known_by_their_heads_in_any_order() {
        let text = "Status;Job Title;Salary;COMPANY;date_applied;URL\nRejected;Analyst;60k;Acme;14/3/2026;acme.example";
        let list = ApplicationList::read(text, Manner::American).unwrap();
        let expected = ListedRow {
            company: "Acme".to_owned(),
            role: "Analyst".to_owned(),
            applied: NaiveDate::from_ymd_opt(2026, 3, 14),
            status: "Rejected".to_owned(),
            link: "acme.example".to_owned(),
            ..ListedRow::default()
        };
        assert_eq!((list.rows, list.left_out), (vec![expected], vec!["Salary".to_owned()]));
    }

    #[test]
    fn i12_a_cell_that_a_spreadsheet_would_work_out_is_text() {
        for cell in
            ["=HYPERLINK(\"javascript:alert(1)\")", "+1-1", "-2", "@SUM(A1)", "\t=1+1", "\r=1+1", "\n=1+1"]
        {
            let quoted = cell.replace('"', "\"\"");
            let text =
                format!("Company,Role,Link,Notes\n\"{quoted}\",\"{quoted}\",\"{quoted}\",\"{quoted}\"\n");
            let list = ApplicationList::read(&text, Manner::British).unwrap();
            let row = &list.rows[0];
            assert_eq!(list.rows.len(), 1, "{cell:?}");
            assert_eq!([&row.company, &row.role, &row.link, &row.notes], [cell.trim(); 4]);
        }
    }

    #[test]
    fn of_two_columns_that_hold_the_same_the_first_counts() {
        let list = ApplicationList::read("Company,Employer\nAcme,Birch", Manner::British).unwrap();
        assert_eq!((list.rows[0].company.as_str(), list.left_out), ("Acme", vec!["Employer".to_owned()]));
    }

    #[test]
    fn a_list_that_names_no_company_is_refused_and_a_short_row_is_not() {
        for text in ["", "Role,Status\nAnalyst,Applied", "Acme,Analyst"] {
            assert_eq!(ApplicationList::read(text, Manner::British), Err(NoCompany), "{text:?}");
        }
        let list = ApplicationList::read("Company,Role,Notes\nAcme", Manner::British).unwrap();
        assert_eq!((list.rows[0].company.as_str(), list.rows[0].role.as_str()), ("Acme", ""));
    }

    #[test]
    fn ten_thousand_applications_are_read() {
        let text = format!("Company,Date applied\n{}", "Acme,3/14/2026\n".repeat(10_000));
        let list = ApplicationList::read(&text, Manner::British).unwrap();
        assert_eq!(
            (list.rows.len(), list.rows[9_999].applied),
            (10_000, NaiveDate::from_ymd_opt(2026, 3, 14))
        );
    }
}
