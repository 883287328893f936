//! What a person could bookmark: the part of the address after `#`.

use crate::model::{ActionKey, Decision, OpportunityId, PersonId, RoundId, Task};
use std::fmt::Write;
use std::str::FromStr;

/// A place in the app.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Route {
    /// What is due now.
    Today,
    /// "Just had an interview", of a known opportunity or a new one; with `round`, that round is completed.
    Interview {
        /// The opportunity, where it is known already.
        opportunity: Option<OpportunityId>,
        /// The round, where it is known already.
        round: Option<RoundId>,
    },
    /// A round to come of an opportunity, to be noted.
    NextRound(OpportunityId),
    /// One opportunity.
    Opportunity(OpportunityId),
    /// The same, with the form of an offer that they made.
    NewOffer(OpportunityId),
    /// The same, with the form of what they wrote or said.
    Reply(OpportunityId),
    /// The choice of who wrote or called.
    TheyWrote,
    /// The look back at a round.
    LookBack {
        /// Where.
        opportunity: OpportunityId,
        /// Which round.
        round: RoundId,
    },
    /// What there is to know before a round.
    Prepare {
        /// Where.
        opportunity: OpportunityId,
        /// Which round.
        round: RoundId,
    },
    /// The letter of one action. For an answer to an offer it is asked first which answer.
    Letter(ActionKey),
    /// The letter that gives an answer to an offer.
    Answer(ActionKey, Decision),
    /// The user's own templates.
    Templates,
    /// All opportunities, those that the filter lets through.
    Pipeline(Filter),
    /// The offers, side by side.
    Offers,
    /// Everyone met, those that the filter lets through.
    People(PeopleFilter),
    /// One person.
    Person(PersonId),
    /// What every interview so far has taught.
    Lessons,
    /// Whose advice to follow.
    Playbook,
    /// What is stored.
    Data,
    /// The way to everything that has no tab.
    More,
    /// An address that leads nowhere.
    Unknown,
}

/// Which opportunities the pipeline shows.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Filter {
    /// The name of the only stage shown; empty: all.
    pub stage: String,
    /// What the company, the job or a person must hold; empty: anything.
    pub search: String,
    /// What must be asked for.
    pub pressing: Pressing,
}

/// Which opportunities are shown, by what is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Pressing {
    /// All of them.
    #[default]
    Any,
    /// Those with something to be done now.
    Due,
    /// Those with something late.
    Late,
}

/// Which people are shown, and in which order.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct PeopleFilter {
    /// Which of them.
    pub of: PeopleOf,
    /// In which order.
    pub order: PeopleOrder,
    /// What their name, part or company must hold; empty: anything.
    pub search: String,
    /// What their name must begin with; empty: anything.
    pub letter: String,
}

/// Which people are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum PeopleOf {
    /// Everyone.
    #[default]
    All,
    /// To whom something is due.
    Due,
    /// Who recruits.
    Recruiters,
    /// Whom one has met and not asked on LinkedIn.
    NotLinked,
    /// With whom there was no contact for 90 days.
    Quiet,
}

/// In which order people are shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum PeopleOrder {
    /// Who was in contact last, first.
    #[default]
    LastContact,
    /// By name.
    Name,
}

/// The names of choices in an address; what is not named is the first.
const PRESSING: [(Pressing, &str); 3] =
    [(Pressing::Any, ""), (Pressing::Due, "due"), (Pressing::Late, "late")];
const PEOPLE_OF: [(PeopleOf, &str); 5] = [
    (PeopleOf::All, ""),
    (PeopleOf::Due, "due"),
    (PeopleOf::Recruiters, "recruiters"),
    (PeopleOf::NotLinked, "not-linked"),
    (PeopleOf::Quiet, "quiet"),
];
const PEOPLE_ORDER: [(PeopleOrder, &str); 2] = [(PeopleOrder::LastContact, ""), (PeopleOrder::Name, "name")];

fn choice_named<T: Copy + Default>(choices: &[(T, &str)], name: &str) -> T {
    choices.iter().find(|(_, it)| *it == name).map(|(choice, _)| *choice).unwrap_or_default()
}

fn name_of<T: PartialEq>(choices: &[(T, &'static str)], choice: &T) -> &'static str {
    choices.iter().find(|(it, _)| it == choice).map_or("", |(_, name)| name)
}

impl Route {
    /// Whether the place is there to type in, with a bar of its main action at the thumb.
    pub fn is_typed_in(&self) -> bool {
        use Route::{Interview, Letter, LookBack, NextRound, Templates};
        matches!(
            self,
            Interview { .. } | NextRound(_) | Letter(_) | Self::Answer(..) | LookBack { .. } | Templates
        )
    }

    /// The place that a fragment names; `None` for a fragment that is no route (a skip link).
    pub fn read(fragment: &str) -> Option<Self> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        if fragment.is_empty() {
            return Some(Self::Today);
        }
        let (path, query) = fragment.strip_prefix('/')?.split_once('?').unwrap_or((fragment.get(1..)?, ""));
        let mut steps = path.split('/').filter(|step| !step.is_empty());
        let place = (steps.next().unwrap_or("today"), steps.next(), steps.next());
        Some(Self::of(place, &read_query(query)).unwrap_or(Self::Unknown))
    }

    fn of(place: (&str, Option<&str>, Option<&str>), query: &Query) -> Option<Self> {
        Some(match place {
            ("today", None, None) => Self::Today,
            ("interview", opportunity, None) => Self::Interview {
                opportunity: parsed(opportunity).ok()?,
                round: parsed(query_value(query, "round")).ok()?,
            },
            ("interview", Some(id), Some("next")) => Self::NextRound(id.parse().ok()?),
            ("opportunity", Some(id), None) => Self::Opportunity(id.parse().ok()?),
            ("opportunity", Some(id), Some("offer")) => Self::NewOffer(id.parse().ok()?),
            ("opportunity", Some(id), Some("wrote")) => Self::Reply(id.parse().ok()?),
            ("wrote", None, None) => Self::TheyWrote,
            ("look-back", Some(opportunity), Some(round)) => {
                Self::LookBack { opportunity: opportunity.parse().ok()?, round: round.parse().ok()? }
            }
            ("prepare", Some(opportunity), Some(round)) => {
                Self::Prepare { opportunity: opportunity.parse().ok()?, round: round.parse().ok()? }
            }
            ("write", None, None) => match query_value(query, "answer") {
                Some(answer) => Self::Answer(read_key(query)?, read_answer(answer)?),
                None => Self::Letter(read_key(query)?),
            },
            ("pipeline", None, None) => Self::Pipeline(Filter {
                stage: text_value(query, "stage"),
                search: text_value(query, "search"),
                pressing: choice_named(&PRESSING, &text_value(query, "only")),
            }),
            ("templates", None, None) => Self::Templates,
            ("offers", None, None) => Self::Offers,
            ("people", None, None) => Self::People(PeopleFilter {
                of: choice_named(&PEOPLE_OF, &text_value(query, "only")),
                order: choice_named(&PEOPLE_ORDER, &text_value(query, "by")),
                search: text_value(query, "search"),
                letter: text_value(query, "letter"),
            }),
            ("people", Some(id), None) => Self::Person(id.parse().ok()?),
            ("lessons", None, None) => Self::Lessons,
            ("playbook", None, None) => Self::Playbook,
            ("data", None, None) => Self::Data,
            ("more", None, None) => Self::More,
            _ => return None,
        })
    }

    /// The screen of the place: another filter shows other lines on the same screen.
    #[must_use]
    pub fn screen(self) -> Self {
        match self {
            Self::Pipeline(_) => Self::Pipeline(Filter::default()),
            Self::People(_) => Self::People(PeopleFilter::default()),
            other => other,
        }
    }

    /// The address of the place, for a link.
    pub fn href(&self) -> String {
        match self {
            Self::Today | Self::Unknown => "#/today".to_owned(),
            Self::Interview { opportunity, round } => {
                let step = opportunity.map(|id| format!("/{id}")).unwrap_or_default();
                let query = round.map(|id| format!("?round={id}")).unwrap_or_default();
                format!("#/interview{step}{query}")
            }
            Self::NextRound(id) => format!("#/interview/{id}/next"),
            Self::Opportunity(id) => format!("#/opportunity/{id}"),
            Self::NewOffer(id) => format!("#/opportunity/{id}/offer"),
            Self::Reply(id) => format!("#/opportunity/{id}/wrote"),
            Self::TheyWrote => "#/wrote".to_owned(),
            Self::LookBack { opportunity, round } => format!("#/look-back/{opportunity}/{round}"),
            Self::Prepare { opportunity, round } => format!("#/prepare/{opportunity}/{round}"),
            Self::Letter(key) => format!("#/write{}", write_query(&key_values(key))),
            Self::Answer(key, decision) => {
                let mut values = key_values(key);
                let answer = ANSWERS.iter().find(|(it, _)| it == decision).map_or("", |(_, name)| name);
                values.push(("answer".to_owned(), answer.to_owned()));
                format!("#/write{}", write_query(&values))
            }
            Self::Pipeline(filter) => {
                let only = name_of(&PRESSING, &filter.pressing);
                let values = [("stage", &*filter.stage), ("search", &*filter.search), ("only", only)];
                format!("#/pipeline{}", write_query(&given(&values)))
            }
            Self::Templates => "#/templates".to_owned(),
            Self::Offers => "#/offers".to_owned(),
            Self::People(PeopleFilter { of, order, search, letter }) => {
                let (only, by) = (name_of(&PEOPLE_OF, of), name_of(&PEOPLE_ORDER, order));
                let values = [("only", only), ("by", by), ("search", &**search), ("letter", &**letter)];
                format!("#/people{}", write_query(&given(&values)))
            }
            Self::Person(id) => format!("#/people/{id}"),
            Self::Lessons => "#/lessons".to_owned(),
            Self::Playbook => "#/playbook".to_owned(),
            Self::Data => "#/data".to_owned(),
            Self::More => "#/more".to_owned(),
        }
    }
}

type Query = Vec<(String, String)>;

/// The answers to an offer, as addresses name them.
const ANSWERS: [(Decision, &str); 4] = [
    (Decision::Accept, "yes"),
    (Decision::Decline, "no"),
    (Decision::Negotiate, "terms"),
    (Decision::StepBack, "step-back"),
];

fn read_answer(name: &str) -> Option<Decision> {
    ANSWERS.iter().find(|(_, it)| *it == name).map(|(decision, _)| *decision)
}

/// The values that are not empty.
fn given(values: &[(&str, &str)]) -> Query {
    let given = values.iter().filter(|(_, value)| !value.is_empty());
    given.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn text_value(query: &Query, name: &str) -> String {
    query_value(query, name).unwrap_or_default().to_owned()
}

/// What is named, if anything is.
fn parsed<T: FromStr>(text: Option<&str>) -> Result<Option<T>, T::Err> {
    text.map(str::parse).transpose()
}

fn query_value<'a>(query: &'a Query, name: &str) -> Option<&'a str> {
    query.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

fn key_values(key: &ActionKey) -> Query {
    let ids = [
        ("opportunity", key.opportunity.map(|id| id.0)),
        ("round", key.round.map(|id| id.0)),
        ("person", key.person.map(|id| id.0)),
        ("item", key.item.map(|id| id.0)),
        ("offer", key.offer.map(|id| id.0)),
    ];
    let task = [("task".to_owned(), key.task.name().to_owned())].into_iter();
    let ids = ids.into_iter().filter_map(|(name, id)| Some((name.to_owned(), id?.to_string())));
    task.chain(ids).chain(key.nth.map(|nth| ("nth".to_owned(), nth.to_string()))).collect()
}

fn read_key(query: &Query) -> Option<ActionKey> {
    Some(ActionKey {
        task: Task::named(query_value(query, "task")?)?,
        opportunity: parsed(query_value(query, "opportunity")).ok()?,
        round: parsed(query_value(query, "round")).ok()?,
        person: parsed(query_value(query, "person")).ok()?,
        item: parsed(query_value(query, "item")).ok()?,
        offer: parsed(query_value(query, "offer")).ok()?,
        nth: parsed(query_value(query, "nth")).ok()?,
    })
}

fn read_query(query: &str) -> Query {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

fn write_query(query: &Query) -> String {
    let mut text = String::new();
    for (name, value) in query {
        text.push(if text.is_empty() { '?' } else { '&' });
        text.push_str(name);
        text.push('=');
        encode(value, &mut text);
    }
    text
}

fn encode(value: &str, to: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            to.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(to, "%{byte:02X}");
        }
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        match byte {
            b'+' => out.push(b' '),
            b'%' => {
                let digits = [bytes.next().unwrap_or(b'0'), bytes.next().unwrap_or(b'0')];
                let hex = std::str::from_utf8(&digits).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
                out.push(hex.unwrap_or(b'?'));
            }
            _ => out.push(byte),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ItemId, OfferId, uuid_v7};
    use proptest::prelude::*;

    fn id(n: u8) -> uuid::Uuid {
        uuid_v7(1_700_000_000_000, [n; 10])
    }

    #[test]
    fn every_place_is_read_from_its_own_address() {
        let mut key = ActionKey::new(Task::FollowUp);
        key.opportunity = Some(OpportunityId(id(1)));
        key.nth = Some(2);
        let whole = ActionKey {
            task: Task::Deliver,
            opportunity: Some(OpportunityId(id(1))),
            round: Some(RoundId(id(2))),
            person: Some(PersonId(id(3))),
            item: Some(ItemId(id(4))),
            offer: Some(OfferId(id(5))),
            nth: Some(6),
        };
        let places = [
            Route::Today,
            Route::Interview { opportunity: None, round: None },
            Route::Interview { opportunity: Some(OpportunityId(id(1))), round: Some(RoundId(id(2))) },
            Route::NextRound(OpportunityId(id(1))),
            Route::Opportunity(OpportunityId(id(1))),
            Route::LookBack { opportunity: OpportunityId(id(1)), round: RoundId(id(2)) },
            Route::Prepare { opportunity: OpportunityId(id(1)), round: RoundId(id(2)) },
            Route::Letter(key),
            Route::Letter(whole),
            Route::Answer(key, Decision::Negotiate),
            Route::Pipeline(Filter::default()),
            Route::NewOffer(OpportunityId(id(1))),
            Route::Reply(OpportunityId(id(1))),
            Route::TheyWrote,
            Route::Pipeline(Filter {
                stage: "interviewing".to_owned(),
                search: "R&D = 50 % ü".to_owned(),
                pressing: Pressing::Late,
            }),
            Route::Templates,
            Route::People(PeopleFilter::default()),
            Route::People(PeopleFilter {
                of: PeopleOf::NotLinked,
                order: PeopleOrder::Name,
                search: "R&D".to_owned(),
                letter: "Ø".to_owned(),
            }),
            Route::Person(PersonId(id(3))),
            Route::Lessons,
            Route::Playbook,
            Route::Data,
            Route::More,
        ];
        for place in places {
            assert_eq!(Route::read(&place.href()), Some(place.clone()), "{}", place.href());
        }
    }

    #[test]
    fn another_filter_is_the_same_screen() {
        let filtered = Route::Pipeline(Filter { stage: "offered".to_owned(), ..Filter::default() });
        assert_eq!(filtered.screen(), Route::Pipeline(Filter::default()));
        assert_eq!(Route::Data.screen(), Route::Data);
    }

    #[test]
    fn no_fragment_is_today_and_a_skip_link_is_no_route() {
        assert_eq!(Route::read(""), Some(Route::Today));
        assert_eq!(Route::read("#"), Some(Route::Today));
        assert_eq!(Route::read("#/"), Some(Route::Today));
        assert_eq!(Route::read("#main"), None);
    }

    #[test]
    fn an_address_that_leads_nowhere_is_said_to() {
        for fragment in
            ["#/nowhere", "#/opportunity/7", "#/write", "#/write?task=sing", "#/people/x/y", "#/today/1"]
        {
            assert_eq!(Route::read(fragment), Some(Route::Unknown), "{fragment}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_search_survives_the_address(stage in ".*", search in ".*") {
            let place = Route::Pipeline(Filter { stage, search, ..Filter::default() });
            prop_assert_eq!(Route::read(&place.href()), Some(place));
        }

        #[test]
        fn no_fragment_breaks_the_reader(fragment in ".*") {
            let _ = Route::read(&fragment);
        }
    }
}
