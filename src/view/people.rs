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

/// A person as they are kept: without blanks around what was typed.
pub fn trimmed(mut person: Person) -> Person {
    for field in
        [&mut person.name, &mut person.title, &mut person.company, &mut person.phone, &mut person.linkedin]
    {
        *field = field.trim().to_owned();
    }
    person.email = person.email.map(|email| email.trim().to_owned()).filter(|email| !email.is_empty());
    person
}
