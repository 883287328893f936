//! What can be chosen from a list, in the order offered, and what each choice is called.

use crate::model::{
    Channel, Conversation, Feeling, HolidaySet, Interest, Manner, Permission, Person, PipelineOrder, Role,
    Theme, Tone,
};
use chrono::Weekday;

/// The themes, in the order shown.
pub const THEMES: [(Theme, &str); 3] =
    [(Theme::System, "As the device"), (Theme::Light, "Light"), (Theme::Dark, "Dark")];

/// The tones, in the order shown.
pub const TONES: [(Tone, &str); 3] = [(Tone::Warm, "Warm"), (Tone::Plain, "Plain"), (Tone::Formal, "Formal")];

/// How the pipeline is sorted, in the order shown.
pub const ORDERS: [(PipelineOrder, &str); 3] = [
    (PipelineOrder::NextDue, "What is due"),
    (PipelineOrder::LastWord, "Last word"),
    (PipelineOrder::Company, "Company"),
];

/// The index of a choice in its list.
pub fn place<T: PartialEq>(list: &[(T, &str)], choice: &T) -> Option<usize> {
    list.iter().position(|(one, _)| one == choice)
}

/// What a person can be, in the order offered.
pub const ROLES: [Role; 5] =
    [Role::Interviewer, Role::HiringManager, Role::Recruiter, Role::Coordinator, Role::Other];

/// Whether a recruiter is of an agency, in the order offered.
pub const AGENCY: [(Option<bool>, &str); 2] =
    [(Some(true), "Yes, they are an agency's"), (Some(false), "No, they work there")];

/// May the user add them on LinkedIn, in the order offered.
pub const PERMISSIONS: [(Permission, &str); 3] =
    [(Permission::Allowed, "Yes"), (Permission::NotAsked, "Not asked"), (Permission::Refused, "No")];

/// How real a conversation was, in the order offered.
pub const CONVERSATIONS: [(Conversation, &str); 2] =
    [(Conversation::Significant, "A proper conversation"), (Conversation::Brief, "Just a few words")];

/// How it felt, in the order offered.
pub const FEELINGS: [(Feeling, &str); 3] =
    [(Feeling::Well, "Well"), (Feeling::Mixed, "Mixed"), (Feeling::Badly, "Badly")];

/// Whether they would still take the job, in the order offered.
pub const INTERESTS: [(Interest, &str); 3] =
    [(Interest::Keen, "I want it"), (Interest::NotSure, "Not sure"), (Interest::NotForMe, "Not for me")];

/// Whose English the letters are in, in the order shown.
pub const MANNERS: [(Option<Manner>, &str); 3] =
    [(None, "As my browser"), (Some(Manner::American), "American"), (Some(Manner::British), "British")];

/// How they want to be contacted, in the order offered.
pub const CHANNELS: [(Option<Channel>, &str); 5] = [
    (None, "They did not say"),
    (Some(Channel::Email), "Email"),
    (Some(Channel::Phone), "A call"),
    (Some(Channel::Linkedin), "LinkedIn"),
    (Some(Channel::Text), "A text message"),
];

/// A person's own title, else their role.
pub fn role_of(person: &Person) -> &str {
    if person.title.is_empty() { role_name(person.role) } else { &person.title }
}

/// What a role is called.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Interviewer => "Interviewer",
        Role::HiringManager => "Hiring manager",
        Role::Recruiter => "Recruiter",
        Role::Coordinator => "Coordinator",
        Role::Other => "Somebody else",
    }
}

/// The holidays that are computed, in the order shown.
pub const HOLIDAY_SETS: [(HolidaySet, &str); 2] = [
    (HolidaySet::UsFederal, "United States, federal holidays"),
    (HolidaySet::EnglandAndWales, "England and Wales, bank holidays"),
];

/// The days of a week, in the order shown.
pub const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_and_tone_has_a_place() {
        assert_eq!(place(&THEMES, &Theme::default()), Some(0));
        for theme in [Theme::System, Theme::Light, Theme::Dark] {
            assert!(place(&THEMES, &theme).is_some());
        }
        for tone in [Tone::Warm, Tone::Plain, Tone::Formal] {
            assert!(place(&TONES, &tone).is_some());
        }
    }
}
