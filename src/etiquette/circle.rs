//! Everyone whom the search knows, by number.
//!
//! To find one person among thousands by their id costs more than most of what is then asked of them, so each is
//! looked up once, here, and what the rules ask is kept together.

use super::history::People;
use crate::model::{Opportunity, OpportunityId, Person, PersonId, Role};

/// Everyone whom the search knows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Circle {
    members: Vec<Member>,
    /// Where an id's own bits say to look, or further on: the number of a member, counted from 1; 0: nobody.
    seats: Vec<u32>,
    mentions: Vec<Mention>,
    /// The first of the mentions that were taken back, for which others may take the place.
    vacant: Link,
}

/// What is known of a person, whatever the opportunity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    pub(crate) id: PersonId,
    /// Their part; `None` where they are not on record.
    pub(crate) role: Option<Role>,
    /// Whether their address is on record.
    pub(crate) has_email: bool,
    /// Whether the user wants to stay in touch with them.
    pub(crate) flagged: bool,
    /// How many records say that they are connected, or that a request was sent.
    links: u32,
    mentioned: Link,
}

impl Member {
    /// Whether the user is connected with them, or a request was sent, anywhere.
    pub(crate) fn is_linked(&self) -> bool {
        self.links > 0
    }
}

/// The place of a mention, counted from 1; 0: none.
type Link = u32;

#[derive(Clone, Copy, Debug)]
struct Mention {
    within: OpportunityId,
    next: Link,
}

impl Circle {
    /// Room for so many, without moving on the way.
    pub(crate) fn with_room_for(people: usize) -> Self {
        let mut circle = Self {
            members: Vec::with_capacity(people),
            mentions: Vec::with_capacity(people),
            ..Self::default()
        };
        circle.lay_seats(people);
        circle
    }

    /// Reads anew what is on record of a person.
    pub(crate) fn put(&mut self, id: PersonId, person: Option<&Person>) {
        if let Some(member) = self.entry(id) {
            member.role = person.map(|person| person.role);
            member.has_email = person.is_some_and(|person| person.email.is_some());
            member.flagged = person.is_some_and(|person| person.keep_in_touch);
        }
    }

    /// Reads anew what is on record of everyone of an opportunity.
    pub(crate) fn put_everyone(&mut self, opportunity: &Opportunity, people: &People) {
        for id in opportunity.everyone() {
            self.put(id, people.get(&id));
        }
    }

    /// A person's number; one who is named for the first time joins.
    pub(crate) fn number(&mut self, id: PersonId) -> usize {
        self.find(id).unwrap_or_else(|| self.join(id))
    }

    /// What is known of the person of a number.
    pub(crate) fn member(&self, number: usize) -> Option<&Member> {
        self.members.get(number)
    }

    /// Everyone with whom the user wants to stay in touch.
    pub(crate) fn flagged(&self) -> impl Iterator<Item = PersonId> {
        self.members.iter().filter(|member| member.flagged).map(|member| member.id)
    }

    /// One more record says that they are linked; returns whether it is the first.
    pub(crate) fn link(&mut self, id: PersonId) -> bool {
        let Some(member) = self.entry(id) else { return false };
        member.links += 1;
        member.links == 1
    }

    /// One record less says so; returns whether it was the last.
    pub(crate) fn unlink(&mut self, id: PersonId) -> bool {
        let Some(member) = self.entry(id).filter(|member| member.links > 0) else { return false };
        member.links -= 1;
        member.links == 0
    }

    /// An opportunity, which did not before, mentions them now.
    pub(crate) fn mention(&mut self, number: usize, within: OpportunityId) {
        let mentioned = self.members.get(number).map_or(0, |member| member.mentioned);
        let mention = Mention { within, next: mentioned };
        let place = if let Some(vacant) = slot(self.vacant).and_then(|at| self.mentions.get_mut(at)) {
            let place = self.vacant;
            self.vacant = vacant.next;
            *vacant = mention;
            place
        } else {
            self.mentions.push(mention);
            Link::try_from(self.mentions.len()).unwrap_or(0)
        };
        if let Some(member) = self.members.get_mut(number) {
            member.mentioned = place;
        }
    }

    /// An opportunity mentions them no longer.
    pub(crate) fn unmention(&mut self, id: PersonId, within: OpportunityId) {
        let mut before: Option<usize> = None;
        let mut place = self.entry(id).map_or(0, |member| member.mentioned);
        while let Some(mention) = slot(place).and_then(|at| self.mentions.get(at)).copied() {
            if mention.within == within {
                match before.and_then(|at| self.mentions.get_mut(at)) {
                    Some(before) => before.next = mention.next,
                    None => self.entry(id).into_iter().for_each(|member| member.mentioned = mention.next),
                }
                if let Some(gone) = slot(place).and_then(|at| self.mentions.get_mut(at)) {
                    gone.next = std::mem::replace(&mut self.vacant, place);
                }
                return;
            }
            before = slot(place);
            place = mention.next;
        }
    }

    /// The opportunities that mention them, in no particular order.
    pub(crate) fn mentioning(&self, id: PersonId) -> impl Iterator<Item = OpportunityId> {
        let first =
            self.find(id).and_then(|number| self.members.get(number)).map_or(0, |member| member.mentioned);
        let mention = |place: Link| slot(place).and_then(|at| self.mentions.get(at));
        std::iter::successors(mention(first), move |last| mention(last.next)).map(|mention| mention.within)
    }

    /// A person, who joins if nobody named them before.
    fn entry(&mut self, id: PersonId) -> Option<&mut Member> {
        let number = self.number(id);
        self.members.get_mut(number)
    }

    fn join(&mut self, id: PersonId) -> usize {
        if self.seats.len() < 2 * (self.members.len() + 1) {
            self.lay_seats(2 * (self.members.len() + 1));
        }
        let number = self.members.len();
        self.members.push(Member::unknown(id));
        self.seat(id, number);
        number
    }

    fn find(&self, id: PersonId) -> Option<usize> {
        let around = self.seats.len().checked_sub(1)?;
        let mut at = first_seat(id) & around;
        loop {
            let number = slot(*self.seats.get(at)?)?;
            if self.members.get(number)?.id == id {
                return Some(number);
            }
            at = (at + 1) & around;
        }
    }

    fn seat(&mut self, id: PersonId, number: usize) {
        let around = self.seats.len().saturating_sub(1);
        let mut at = first_seat(id) & around;
        while self.seats.get(at).is_some_and(|taken| *taken > 0) {
            at = (at + 1) & around;
        }
        if let Some(seat) = self.seats.get_mut(at) {
            *seat = u32::try_from(number + 1).unwrap_or(0);
        }
    }

    /// Lays seats anew, at least two for each, so that hardly anybody has to look far.
    fn lay_seats(&mut self, people: usize) {
        self.seats = vec![0; (2 * people).next_power_of_two()];
        for number in 0..self.members.len() {
            if let Some(member) = self.members.get(number) {
                self.seat(member.id, number);
            }
        }
    }
}

impl Member {
    fn unknown(id: PersonId) -> Self {
        Self { id, role: None, has_email: false, flagged: false, links: 0, mentioned: 0 }
    }
}

/// The place in a list of what is counted from 1.
fn slot(counted: u32) -> Option<usize> {
    usize::try_from(counted.checked_sub(1)?).ok()
}

/// Where to look first: all of the id's bits, well mixed.
fn first_seat(id: PersonId) -> usize {
    let (high, low) = id.0.as_u64_pair();
    let mixed = (high ^ low.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> 32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::uuid_v7;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn place(n: u128) -> OpportunityId {
        OpportunityId(Uuid::from_u128(n))
    }

    fn role_of(circle: &mut Circle, n: u128) -> Option<Role> {
        let number = circle.number(person(n));
        circle.member(number).unwrap().role
    }

    fn is_linked(circle: &mut Circle, n: u128) -> bool {
        let number = circle.number(person(n));
        circle.member(number).unwrap().is_linked()
    }

    fn mention(circle: &mut Circle, n: u128, within: u128) {
        let number = circle.number(person(n));
        circle.mention(number, place(within));
    }

    fn mentioning(circle: &Circle, n: u128) -> Vec<OpportunityId> {
        let mut found: Vec<_> = circle.mentioning(person(n)).collect();
        found.sort();
        found
    }

    #[test]
    fn whoever_is_named_is_found_again_however_many_they_are() {
        let mut circle = Circle::default();
        for n in 0..1000 {
            let mut known =
                Person::new(person(n), "", if n % 2 == 0 { Role::Recruiter } else { Role::Other });
            known.keep_in_touch = n % 10 == 0;
            circle.put(person(n), Some(&known));
        }
        for n in 0..1000 {
            let role = if n % 2 == 0 { Role::Recruiter } else { Role::Other };
            assert_eq!(role_of(&mut circle, n), Some(role));
        }
        assert_eq!(circle.flagged().count(), 100);
        assert_eq!(role_of(&mut circle, 1000), None, "named for the first time");
    }

    /// How many seats further on somebody sits than where they are looked for first.
    fn further_on(circle: &Circle, id: PersonId) -> usize {
        let number = circle.find(id);
        let at = circle.seats.iter().position(|seat| slot(*seat) == number).unwrap();
        at.wrapping_sub(first_seat(id)) & (circle.seats.len() - 1)
    }

    #[test]
    fn hardly_anybody_sits_far_from_where_they_are_looked_for_first() {
        let counted = |n: u16| Uuid::from_u128(n.into());
        let one_after_the_other = |n: u16| uuid_v7(n.into(), [7; 10]);
        let at_once = |n: u16| uuid_v7(7, [n.to_be_bytes(); 5].concat().try_into().unwrap());
        for id in [counted, one_after_the_other, at_once] {
            let mut circle = Circle::default();
            for n in 0..1000 {
                circle.number(PersonId(id(n)));
                assert!(circle.seats.len() >= 2 * circle.members.len());
            }
            let in_all: usize = circle.members.iter().map(|member| further_on(&circle, member.id)).sum();
            assert!(in_all < 1000, "{in_all} seats further on");
        }
    }

    #[test]
    fn those_for_whom_room_was_kept_need_no_more() {
        let mut circle = Circle::with_room_for(1000);
        let room =
            |circle: &Circle| [circle.members.capacity(), circle.mentions.capacity(), circle.seats.len()];
        let kept = room(&circle);
        for n in 0..1000 {
            mention(&mut circle, n, 1);
        }
        assert_eq!(room(&circle), kept);
    }

    #[test]
    fn the_first_link_and_the_last_one_are_told() {
        let mut circle = Circle::default();
        assert!(circle.link(person(1)));
        assert!(!circle.link(person(1)));
        assert!(!circle.unlink(person(1)));
        assert!(is_linked(&mut circle, 1));
        assert!(circle.unlink(person(1)));
        assert!(!circle.unlink(person(1)), "there was none");
        assert!(!is_linked(&mut circle, 1));
    }

    #[test]
    fn a_mention_taken_back_is_gone_and_its_place_is_taken() {
        let mut circle = Circle::default();
        for within in 1..=3 {
            mention(&mut circle, 1, within);
            mention(&mut circle, 2, within);
        }
        circle.unmention(person(1), place(2));
        assert_eq!(mentioning(&circle, 1), [place(1), place(3)]);
        circle.unmention(person(1), place(3));
        circle.unmention(person(1), place(1));
        circle.unmention(person(1), place(1));
        assert_eq!(mentioning(&circle, 1), []);
        let places = circle.mentions.len();
        mention(&mut circle, 3, 7);
        mention(&mut circle, 1, 8);
        assert_eq!((mentioning(&circle, 3), mentioning(&circle, 1)), (vec![place(7)], vec![place(8)]));
        assert_eq!(mentioning(&circle, 2), [place(1), place(2), place(3)]);
        assert_eq!(circle.mentions.len(), places);
    }
}
