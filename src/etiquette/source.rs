//! The five sources, and our own judgement, which is marked as such.

use std::fmt;

/// Where a piece of advice comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Source {
    /// HK School of Management.
    Hksm,
    /// AccruePartners.
    Accrue,
    /// The Star.
    Star,
    /// A recruiter's post.
    After,
    /// Careers & Job Search.
    Plan,
    /// No source says it: our own judgement.
    Own,
}

impl Source {
    /// All of them, in the rulebook's order.
    pub const ALL: [Self; 6] = [Self::Hksm, Self::Accrue, Self::Star, Self::After, Self::Plan, Self::Own];

    /// The rulebook's short name.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Hksm => "HKSM",
            Self::Accrue => "ACCRUE",
            Self::Star => "STAR",
            Self::After => "AFTER",
            Self::Plan => "PLAN",
            Self::Own => "OWN",
        }
    }

    /// Who says so, in a sentence: "says The Star".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Hksm => "HK School of Management",
            Self::Accrue => "AccruePartners",
            Self::Star => "The Star",
            Self::After => "a recruiter's post",
            Self::Plan => "Careers & Job Search",
            Self::Own => "Afterword",
        }
    }

    /// The title as published.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Hksm => "Chapter 22: Post-Interview Etiquette – What to Do After the Interview",
            Self::Accrue => "Post-Interview Etiquette: 3 Dos and 3 Don'ts",
            Self::Star => "Post-interview etiquette: Navigating dos and don'ts for success",
            Self::After => "After the Interview",
            Self::Plan => "What to Do After a Job Interview?",
            Self::Own => "Our own judgement",
        }
    }

    /// Who published it, and when, as far as that is known.
    pub const fn publisher(self) -> &'static str {
        match self {
            Self::Hksm => "HK School of Management",
            Self::Accrue => "AccruePartners, 22 September 2023",
            Self::Star => "The Star",
            Self::After => "a recruiter's post, publisher not named",
            Self::Plan => "Careers & Job Search, publisher not named",
            Self::Own => "Afterword; no source says it",
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.title(), self.publisher())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rulebook's table "Sources".
    #[test]
    fn a_source_is_cited_by_title_and_publisher() {
        assert_eq!(
            Source::ALL.map(|source| format!("{}: {source}", source.id())),
            [
                "HKSM: Chapter 22: Post-Interview Etiquette – What to Do After the Interview (HK School of Management)",
                "ACCRUE: Post-Interview Etiquette: 3 Dos and 3 Don'ts (AccruePartners, 22 September 2023)",
                "STAR: Post-interview etiquette: Navigating dos and don'ts for success (The Star)",
                "AFTER: After the Interview (a recruiter's post, publisher not named)",
                "PLAN: What to Do After a Job Interview? (Careers & Job Search, publisher not named)",
                "OWN: Our own judgement (Afterword; no source says it)",
            ]
        );
    }

    #[test]
    fn in_a_sentence_it_goes_by_a_short_name() {
        assert_eq!(Source::Star.name(), "The Star");
        assert_eq!(Source::After.name(), "a recruiter's post");
        assert_eq!(Source::Own.name(), "Afterword");
    }
}
