//! The settings that have no page of their own, in words.

use crate::model::{Theme, Tone};

/// The themes, in the order shown.
pub const THEMES: [(Theme, &str); 3] =
    [(Theme::System, "As the device"), (Theme::Light, "Light"), (Theme::Dark, "Dark")];

/// The tones, in the order shown.
pub const TONES: [(Tone, &str); 3] = [(Tone::Warm, "Warm"), (Tone::Plain, "Plain"), (Tone::Formal, "Formal")];

/// The place of a choice in its list.
pub fn place<T: PartialEq>(list: &[(T, &str)], choice: &T) -> Option<usize> {
    list.iter().position(|(one, _)| one == choice)
}

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
