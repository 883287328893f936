//! The twenty-seven rules by name: the sources of each, and what ends it.

use super::Source;
use super::Source::{Accrue, After, Hksm, Own, Plan, Star};

/// A rule of the rulebook. R8, R12 and R13 propose no actions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)] // each is documented in its own file under `rules`
pub enum Rule {
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
    R14,
    R15,
    R16,
    R17,
    R18,
    R19,
    R20,
    R21,
    R22,
    R23,
    R24,
    R25,
    R26,
    R27,
}

impl Rule {
    /// All rules, in the rulebook's order.
    pub const ALL: [Self; 27] = [
        Self::R1,
        Self::R2,
        Self::R3,
        Self::R4,
        Self::R5,
        Self::R6,
        Self::R7,
        Self::R8,
        Self::R9,
        Self::R10,
        Self::R11,
        Self::R12,
        Self::R13,
        Self::R14,
        Self::R15,
        Self::R16,
        Self::R17,
        Self::R18,
        Self::R19,
        Self::R20,
        Self::R21,
        Self::R22,
        Self::R23,
        Self::R24,
        Self::R25,
        Self::R26,
        Self::R27,
    ];

    /// The sources of its advice.
    pub const fn sources(self) -> &'static [Source] {
        match self {
            Self::R1 => &[Plan, Accrue, Star, After],
            Self::R2 | Self::R18 | Self::R20 | Self::R21 | Self::R24 | Self::R26 | Self::R27 => &[Own],
            Self::R3 | Self::R25 | Self::R12 => &[Star, Plan],
            Self::R4 => &[Hksm, Accrue, Star, After, Plan],
            Self::R6 => &[Hksm, Accrue, Star, After],
            Self::R7 => &[Accrue],
            Self::R8 => &[Accrue, Star],
            Self::R9 => &[Accrue, Star, After, Plan],
            Self::R5 | Self::R10 => &[Plan],
            Self::R11 => &[Plan, Star],
            Self::R13 => &[Accrue, Plan],
            Self::R14 | Self::R15 => &[Star],
            Self::R16 => &[Star, Hksm],
            Self::R17 => &[Hksm, After, Plan],
            Self::R19 | Self::R22 | Self::R23 => &[Hksm],
        }
    }

    /// Whether an outcome of the opportunity ends its actions there (fine print 6).
    pub(crate) fn ends_with_an_outcome(self) -> bool {
        use Rule::{R1, R2, R4, R5, R7, R9, R10, R11};
        matches!(self, R1 | R2 | R4 | R5 | R7 | R9 | R10 | R11) || self >= Self::R18
    }

    /// Whether a signed offer, anywhere, ends its actions everywhere (fine print 6).
    pub(crate) fn ends_with_a_signature(self) -> bool {
        use Rule::{R1, R2, R3, R6, R7, R9, R10, R11, R15, R17, R19, R20, R21, R22, R23, R25, R26};
        matches!(
            self,
            R1 | R2 | R3 | R6 | R7 | R9 | R10 | R11 | R15 | R17 | R19 | R20 | R21 | R22 | R23 | R25 | R26
        )
    }
}

/// The sources that an action cites, in the order to show them: the chosen playbook's own first where it speaks of the
/// case.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sources {
    /// Those that speak of the case.
    advice: &'static [Source],
    /// The chosen playbook's own, where it speaks of the case.
    first: Option<Source>,
}

impl Sources {
    /// Those that speak of a case, under a playbook's own source.
    pub(crate) fn of(advice: &'static [Source], own: Option<Source>) -> Self {
        Self { advice, first: own.filter(|own| advice.contains(own)) }
    }

    /// Adds the chosen playbook's own source, whose advice it is in this case.
    pub(crate) fn led_by(self, own: Source) -> Self {
        Self { first: Some(own), ..self }
    }

    /// The sources, in the order to show them.
    pub fn iter(self) -> impl Iterator<Item = Source> {
        let rest = self.advice.iter().copied().filter(move |source| Some(*source) != self.first);
        self.first.into_iter().chain(rest)
    }

    /// Whether a source is among them.
    pub fn contains(self, source: Source) -> bool {
        self.first == Some(source) || self.advice.contains(&source)
    }
}

/// Who speaks of a case, where not all sources of the rule do (fine print 14).
pub(crate) mod cases {
    use super::Source::{self, Accrue, After, Hksm, Own, Plan, Star};

    /// R6, to a recruiter.
    pub(crate) const REQUEST_TO_RECRUITER: &[Source] = &[Star, Hksm];
    /// R6, to anybody else.
    pub(crate) const REQUEST_TO_OTHERS: &[Source] = &[Hksm, Accrue, After];
    /// R9, where they promised a day.
    pub(crate) const QUESTION_AFTER_PROMISE: &[Source] = &[Accrue];
    /// R9, where they named no day.
    pub(crate) const QUESTION_WITHOUT_PROMISE: &[Source] = &[Star, Plan, After];
    /// The guard, before any round has ended.
    pub(crate) const BEFORE_ANY_ROUND: &[Source] = &[Own];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_cites_a_source() {
        assert!(Rule::ALL.iter().all(|rule| !rule.sources().is_empty()));
    }

    #[test]
    fn the_chosen_playbooks_own_source_comes_first_where_it_speaks() {
        let cited: Vec<_> = Sources::of(Rule::R3.sources(), Some(Plan)).iter().collect();
        assert_eq!(cited, [Plan, Star]);
        let cited: Vec<_> = Sources::of(Rule::R7.sources(), Some(Star)).iter().collect();
        assert_eq!(cited, [Accrue]);
        assert!(Sources::of(Rule::R7.sources(), None).contains(Accrue));
        assert!(!Sources::of(Rule::R7.sources(), Some(Star)).contains(Star));
        let led = Sources::of(cases::REQUEST_TO_RECRUITER, None).led_by(After);
        assert_eq!(led.iter().collect::<Vec<_>>(), [After, Star, Hksm]);
        assert!(led.contains(After));
    }

    #[test]
    fn a_case_cites_none_but_its_rules_own_sources() {
        for (rule, cases) in [
            (Rule::R6, [cases::REQUEST_TO_RECRUITER, cases::REQUEST_TO_OTHERS]),
            (Rule::R9, [cases::QUESTION_AFTER_PROMISE, cases::QUESTION_WITHOUT_PROMISE]),
        ] {
            assert!(cases.iter().flat_map(|case| *case).all(|source| rule.sources().contains(source)));
        }
    }
}
