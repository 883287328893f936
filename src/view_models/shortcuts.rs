//! The keys that do something wherever one is: what each does, and what is said of it.

use super::{Filter, PeopleFilter, Route};

/// What a key does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shortcut {
    /// Opens the form of an interview.
    NewInterview,
    /// Asks who wrote or called.
    TheyWrote,
    /// Puts the focus on the field to find something: that of the screen, else the pipeline's.
    Find,
    /// Shows the list of the keys.
    Help,
    /// Puts the focus on the next line.
    NextLine,
    /// Puts the focus on the line before.
    LineBefore,
    /// Goes to a place.
    Go(Place),
}

/// A place that a key leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// What is due now.
    Today,
    /// All opportunities.
    Pipeline,
    /// Everyone met.
    People,
    /// The offers, side by side.
    Offers,
    /// Whose advice to follow.
    Playbook,
    /// What is stored.
    Data,
    /// The rest.
    More,
}

impl Place {
    /// Where it is.
    pub fn route(self) -> Route {
        match self {
            Self::Today => Route::Today,
            Self::Pipeline => Route::Pipeline(Filter::default()),
            Self::People => Route::People(PeopleFilter::default()),
            Self::Offers => Route::Offers,
            Self::Playbook => Route::Playbook,
            Self::Data => Route::Data,
            Self::More => Route::More,
        }
    }
}

/// The key that waits for the one of a place.
const GO: char = 'g';

/// All of them: the key, what it does, and its words. A place is two keys, `GO` and its own.
pub const SHORTCUTS: [(char, Shortcut, &str); 13] = [
    ('n', Shortcut::NewInterview, "Just had an interview"),
    ('w', Shortcut::TheyWrote, "They wrote or called"),
    ('/', Shortcut::Find, "Find a company, a role or a person"),
    ('j', Shortcut::NextLine, "Next line"),
    ('k', Shortcut::LineBefore, "Line before"),
    ('t', Shortcut::Go(Place::Today), "Today"),
    ('p', Shortcut::Go(Place::Pipeline), "Pipeline"),
    ('e', Shortcut::Go(Place::People), "People"),
    ('o', Shortcut::Go(Place::Offers), "Offers"),
    ('b', Shortcut::Go(Place::Playbook), "Playbook"),
    ('d', Shortcut::Go(Place::Data), "Data"),
    ('m', Shortcut::Go(Place::More), "More"),
    ('?', Shortcut::Help, "This list"),
];

/// The keys of a shortcut, as they are shown.
pub fn keys(key: char, shortcut: Shortcut) -> Vec<String> {
    let go = matches!(shortcut, Shortcut::Go(_)).then_some(GO);
    go.into_iter().chain([key]).map(String::from).collect()
}

/// What a key means: at once, or as the first of two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// This shortcut.
    Does(Shortcut),
    /// The key of a place follows.
    Waits,
}

/// What a key means, as the browser names it, after `GO` or not; `None` where it is no shortcut.
pub fn meaning(key: &str, after_go: bool) -> Option<Meaning> {
    let mut chars = key.chars();
    let (Some(key), None) = (chars.next(), chars.next()) else { return None };
    if key == GO && !after_go {
        return Some(Meaning::Waits);
    }
    let is_meant = |shortcut: &Shortcut| matches!(shortcut, Shortcut::Go(_)) == after_go;
    let mut all = SHORTCUTS.iter();
    all.find(|(it, shortcut, _)| *it == key && is_meant(shortcut))
        .map(|(_, shortcut, _)| Meaning::Does(*shortcut))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_of_the_table_does_what_stands_beside_it() {
        for (key, shortcut, words) in SHORTCUTS {
            let is_place = matches!(shortcut, Shortcut::Go(_));
            assert_eq!(meaning(&key.to_string(), is_place), Some(Meaning::Does(shortcut)), "{words}");
            assert!(!words.is_empty() && words.is_ascii(), "{words}");
        }
    }

    #[test]
    fn no_key_has_two_meanings_and_none_is_the_first_of_two() {
        for (place, (key, shortcut, _)) in SHORTCUTS.iter().enumerate() {
            let mut others = SHORTCUTS.iter().enumerate().filter(|(other, _)| *other != place);
            assert!(others.all(|(_, (other, does, _))| other != key && does != shortcut), "{key}");
            assert_ne!(*key, GO);
        }
    }

    #[test]
    fn a_place_takes_two_keys_and_anything_else_one() {
        assert_eq!(meaning("g", false), Some(Meaning::Waits));
        assert_eq!(meaning("t", false), None, "a t alone does nothing");
        assert_eq!(meaning("t", true), Some(Meaning::Does(Shortcut::Go(Place::Today))));
        assert_eq!(meaning("n", true), None);
        assert_eq!(meaning("g", true), None);
        assert_eq!(keys('t', Shortcut::Go(Place::Today)), ["g", "t"]);
        assert_eq!(keys('n', Shortcut::NewInterview), ["n"]);
    }

    #[test]
    fn keys_with_names_and_large_letters_are_none() {
        for key in ["Enter", "Tab", "N", "", "Process", "Dead", "nn"] {
            assert_eq!(meaning(key, false), None, "{key:?}");
        }
    }

    #[test]
    fn each_place_is_another_one_and_there() {
        for (_, shortcut, words) in SHORTCUTS {
            if let Shortcut::Go(place) = shortcut {
                assert_eq!(Route::read(&place.route().href()), Some(place.route()), "{words}");
            }
        }
    }
}
