//! People in words.

use crate::model::{Person, Role};

/// The part that a person plays, in their own title or else in ours.
pub fn part(person: &Person) -> &str {
    if person.title.is_empty() { role(person.role) } else { &person.title }
}

/// A role in a word.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Interviewer => "Interviewer",
        Role::HiringManager => "Hiring manager",
        Role::Recruiter => "Recruiter",
        Role::Coordinator => "Coordinator",
        Role::Other => "Somebody else",
    }
}
