//! Where an opportunity can be moved in the pipeline. A stage is what its record says, so a move makes the entry that
//! the stage rests on; one that no entry of the user's could make honest is not offered.

use super::super::Route;
use crate::commands::Command;
use crate::etiquette::Stage;
use crate::model::{EventKind, OpportunityId, Stamp};

/// A way into another stage.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Move {
    /// They want to see the user: the form of that round.
    NextRound,
    /// They made an offer: the form of what they said.
    Offer,
    /// They said no.
    Rejected,
    /// The user withdraws.
    Withdrawn,
    /// No answer came.
    Silent,
}

impl Move {
    /// The moves out of a stage. An offer is signed, declined or taken back on its own page, where its hours stand.
    pub const fn from(stage: Stage) -> &'static [Self] {
        match stage {
            Stage::Applied => &[Self::NextRound, Self::Offer, Self::Rejected, Self::Withdrawn, Self::Silent],
            Stage::Interviewing => &[Self::Offer, Self::Rejected, Self::Withdrawn, Self::Silent],
            Stage::Offered => &[Self::Withdrawn],
            Stage::Closed => &[Self::NextRound, Self::Offer],
            Stage::Signed => &[],
        }
    }

    /// The stage that it leads to.
    pub const fn stage(self) -> Stage {
        match self {
            Self::NextRound => Stage::Interviewing,
            Self::Offer => Stage::Offered,
            Self::Rejected | Self::Withdrawn | Self::Silent => Stage::Closed,
        }
    }

    /// What it says in a menu that begins "Move to".
    pub const fn label(self) -> &'static str {
        match self {
            Self::NextRound => "Interviewing: they invited me",
            Self::Offer => "Offer: they made one",
            Self::Rejected => "Closed: they said no",
            Self::Withdrawn => "Closed: I withdrew",
            Self::Silent => "Closed: no answer came",
        }
    }

    /// Where its entry is asked for, where more than the tap has to be known.
    pub fn form(self, id: OpportunityId) -> Option<Route> {
        match self {
            Self::NextRound => Some(Route::NextRound(id)),
            Self::Offer => Some(Route::NewOffer(id)),
            Self::Rejected | Self::Withdrawn | Self::Silent => None,
        }
    }

    /// The entry itself, where the tap says all.
    pub fn command(self, opportunity: OpportunityId, at: Stamp) -> Option<Command> {
        let what = match self {
            Self::NextRound | Self::Offer => return None,
            Self::Rejected => EventKind::Rejected { person: None },
            Self::Withdrawn => EventKind::Withdrawn,
            Self::Silent => EventKind::ClosedSilent,
        };
        Some(Command::LogEvent { opportunity, at, what, note: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::apply;
    use crate::etiquette::History;
    use crate::model::{NumberedIds, Offer, OfferId, Opportunity, Records, Round, RoundId};
    use crate::view_models::stage_name;
    use chrono::TimeDelta;
    use uuid::Uuid;

    fn now() -> Stamp {
        Stamp::from_timestamp(1_772_463_600).unwrap()
    }

    fn stage(one: &Opportunity) -> Stage {
        History::of(one, &Records::default().people, now()).stage()
    }

    fn acme() -> Opportunity {
        Opportunity::new(OpportunityId(Uuid::from_u128(1)), "Acme", "Analyst")
    }

    fn interviewed() -> Opportunity {
        let day = TimeDelta::days(1);
        let rounds =
            vec![Round::new(RoundId(Uuid::from_u128(2)), now() - day, now() - day + TimeDelta::hours(1))];
        Opportunity { rounds, ..acme() }
    }

    #[test]
    fn a_move_that_says_all_puts_it_into_the_stage_that_it_names() {
        let offered = Opportunity { offers: vec![Offer::new(OfferId(Uuid::from_u128(3)), now())], ..acme() };
        for one in [acme(), interviewed(), offered] {
            for step in Move::from(stage(&one)).iter().filter_map(|it| it.command(one.id, now())) {
                let mut records = Records::default();
                records.opportunities.insert(one.id, one.clone());
                apply(&mut records, step.clone(), now(), &mut NumberedIds(0)).unwrap();
                assert_eq!(stage(&records.opportunities[&one.id]), Stage::Closed, "{step:?}");
            }
        }
    }

    #[test]
    fn each_move_is_an_entry_or_a_form_and_never_both() {
        for stage in Stage::ALL {
            for step in Move::from(stage) {
                let (form, entry) = (step.form(acme().id), step.command(acme().id, now()));
                assert_ne!(form.is_some(), entry.is_some(), "{step:?}");
            }
        }
    }

    #[test]
    fn nothing_is_moved_to_where_it_is() {
        for stage in Stage::ALL {
            let to_itself = Move::from(stage).iter().any(|step| step.label().starts_with(stage_name(stage)));
            assert!(!to_itself, "{stage:?}");
        }
    }
}
