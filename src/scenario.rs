//! A scenario: an account, its habits, and everything that happens on it.
//!
//! Made by `wire`, checked here once for what concerns several events together. A [`Draft`] is a
//! scenario as the input has it: it can be changed, and is checked again after each change.
//! What is not here: forms of numbers and dates, and the product's terms.

use std::collections::BinaryHeap;
use std::rc::Rc;

use crate::date::{Date, Days};
use crate::error::{Code, Error, Result};
use crate::event::{Action, Channel, Event, Purchase, Refund};
use crate::ledger::{PurchaseNo, Reading};
use crate::money::Money;
use crate::queue::DayQueue;

/// The most events that a scenario may have.
pub const EVENTS_MAX: usize = 100_000;

/// How bills are paid without being told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// In full, this many days before the due date, never before the statement.
    InFull(Days),
    /// Not at all.
    None,
}

/// A checked scenario.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// The credit limit at the start.
    pub credit_limit: Money,
    /// The day from which the person looks at it.
    pub today: Option<Date>,
    /// The last day of the run.
    pub until: Option<Date>,
    /// The reading that decides about purchases.
    pub assume: Reading,
    /// How bills are paid.
    pub habit: Habit,
    /// Number of purchases, accepted or not. They are numbered as their days come.
    pub purchases: usize,
    ids: Rc<Ids>,
    events: Vec<Event>,
}

/// A refund as the input has it, before its purchase is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundInput {
    /// Id of the purchase.
    pub purchase: Rc<str>,
    /// Amount; all that is left of the purchase where absent.
    pub amount: Option<Money>,
    /// Where the goods are returned; where they were bought where absent.
    pub channel: Option<Channel>,
    /// The returned item is not the one ordered.
    pub item_differs: bool,
    /// The return address does not exist.
    pub virtual_address: bool,
    /// The return address is not the delivery address.
    pub address_differs: bool,
}

/// A purchase as the input has it, before it has a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurchaseInput {
    /// Its id.
    pub id: Rc<str>,
    /// Its amount.
    pub amount: Money,
    /// Number of instalments; 1 is in full.
    pub periods: u32,
    /// Where it is made.
    pub channel: Channel,
    /// Whether the merchant takes this means of payment.
    pub merchant_supports: bool,
}

/// What happens, as the input has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActionInput {
    /// A purchase.
    Purchase(PurchaseInput),
    /// A refund.
    Refund(RefundInput),
    /// Anything that names no purchase.
    Other(Action),
}

/// The parts of a scenario that concern no event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The credit limit at the start.
    pub credit_limit: Money,
    /// The day from which the person looks at it.
    pub today: Option<Date>,
    /// The last day of the run.
    pub until: Option<Date>,
    /// The reading that decides about purchases.
    pub assume: Reading,
    /// How bills are paid.
    pub habit: Habit,
}

/// A scenario as the input has it, unchecked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What concerns no event.
    pub frame: Frame,
    events: Vec<(Date, ActionInput)>,
}

impl Draft {
    /// A draft with these events, in the order of the input.
    pub fn new(frame: Frame, events: Vec<(Date, ActionInput)>) -> Draft {
        Draft { frame, events }
    }

    /// The events, in the order of the input.
    pub fn events(&self) -> &[(Date, ActionInput)] {
        &self.events
    }

    /// This draft with one more event, at a place of the list.
    ///
    /// # Errors
    /// A place after the end of the list, or more events than [`EVENTS_MAX`].
    pub fn inserted(&self, at: usize, date: Date, event: ActionInput) -> Result<Draft> {
        if at > self.events.len() {
            return Err(self.no_such_event(at));
        }
        if self.events.len() >= EVENTS_MAX {
            return Err(Error::new(
                Code::TooManyEvents,
                "/events",
                "one more event is too many",
                format!("at most {EVENTS_MAX}"),
            ));
        }
        let mut draft = self.clone();
        draft.events.insert(at, (date, event));
        Ok(draft)
    }

    /// Puts another event at a place of the list and gives the one that stood there.
    ///
    /// # Errors
    /// A place that no event has.
    pub fn put(&mut self, at: usize, event: (Date, ActionInput)) -> Result<(Date, ActionInput)> {
        self.check_place(at)?;
        Ok(core::mem::replace(&mut self.events[at], event))
    }

    /// This draft without the event at a place of the list.
    ///
    /// # Errors
    /// A place that no event has.
    pub fn removed(&self, at: usize) -> Result<Draft> {
        self.check_place(at)?;
        let mut draft = self.clone();
        draft.events.remove(at);
        Ok(draft)
    }

    fn check_place(&self, at: usize) -> Result<()> {
        if at < self.events.len() { Ok(()) } else { Err(self.no_such_event(at)) }
    }

    fn no_such_event(&self, at: usize) -> Error {
        let count = self.events.len();
        Error::new(
            Code::NoSuchEvent,
            &format!("/events/{at}"),
            format!("there is no event {at}"),
            format!("the scenario has {count} events, counted from 0"),
        )
    }

    /// Puts the events in order and resolves what they name.
    ///
    /// # Errors
    /// Two ids alike; a refund of an unknown purchase, before its purchase, or of more than is left of it.
    /// Paths are JSON pointers into the scenario.
    pub fn scenario(&self) -> Result<Scenario> {
        self.resolved(Rc::new(self.ids()?), self.order())
    }

    /// Brings the scenario that this draft had up to date after [`Draft::put`] at a place.
    ///
    /// # Errors
    /// As [`Draft::scenario`]; the scenario stays as it was.
    pub fn bring_up(&self, scenario: &mut Scenario, at: usize, before: &(Date, ActionInput)) -> Result<()> {
        let ((day, event), (old_day, old_event)) = (&self.events[at], before);
        if day == old_day && self.change_ends_there(scenario, at, event, old_event) {
            return Ok(());
        }
        let ids = match event.id() == old_event.id() {
            true => Rc::clone(&scenario.ids),
            false => Rc::new(self.ids()?),
        };
        let order = match day == old_day {
            true => scenario.events.iter().map(|event| event.index).collect(),
            false => self.order(),
        };
        *scenario = self.resolved(ids, order)?;
        Ok(())
    }

    /// Changes one event where no other event looks at what has changed about it; otherwise nothing.
    fn change_ends_there(
        &self,
        known: &mut Scenario,
        at: usize,
        new: &ActionInput,
        old: &ActionInput,
    ) -> bool {
        let place = known.events.partition_point(|it| (it.date, it.index) < (self.events[at].0, at));
        let action = &mut known.events[place].action;
        match (new, old, action) {
            (ActionInput::Other(other), ActionInput::Other(_), action) if new.id() == old.id() => {
                *action = other.clone();
                true
            }
            (ActionInput::Purchase(new), ActionInput::Purchase(old), Action::Purchase(known))
                if new.id == old.id && !self.is_refunded(&new.id) =>
            {
                *known = new.numbered(known.no);
                true
            }
            _ => false,
        }
    }

    fn is_refunded(&self, purchase: &str) -> bool {
        let names =
            |event: &ActionInput| matches!(event, ActionInput::Refund(it) if *it.purchase == *purchase);
        self.events.iter().any(|(_, event)| names(event))
    }

    /// The indices of the events by day; those of one day in the order of the input.
    fn order(&self) -> Vec<usize> {
        let mut queue = DayQueue::default();
        for (index, (date, _)) in self.events.iter().enumerate() {
            queue.push(*date, index);
        }
        queue.take_all()
    }

    fn ids(&self) -> Result<Ids> {
        let named = self.events.iter().enumerate();
        let ids: Ids =
            named.filter_map(|(index, (_, event))| Some((Rc::clone(event.id()?), index))).collect();
        // A heap sorts with a small part of the code of `sort`.
        each_once(BinaryHeap::from(ids).into_sorted_vec())
    }

    fn resolved(&self, ids: Rc<Ids>, order: Vec<usize>) -> Result<Scenario> {
        let mut names = Names { events: &self.events, ids: &ids, reached: Vec::new(), purchases: 0 };
        names.reached.resize_with(self.events.len(), || None);
        let mut events = Vec::with_capacity(self.events.len());
        for index in order {
            let (date, input) = &self.events[index];
            events.push(Event { index, date: *date, action: names.resolve(index, input)? });
        }
        let purchases = names.purchases;
        let Frame { credit_limit, today, until, assume, habit } = self.frame;
        Ok(Scenario { credit_limit, today, until, assume, habit, purchases, ids, events })
    }
}

impl PurchaseInput {
    fn numbered(&self, no: PurchaseNo) -> Purchase {
        let PurchaseInput { id, amount, periods, channel, merchant_supports } = self.clone();
        Purchase { no, id, amount, periods, channel, merchant_supports }
    }
}

impl ActionInput {
    /// The id that the event gives to what it makes.
    fn id(&self) -> Option<&Rc<str>> {
        match self {
            ActionInput::Purchase(purchase) => Some(&purchase.id),
            ActionInput::Other(Action::ConvertBill { id, .. }) => Some(id),
            _ => None,
        }
    }
}

impl Scenario {
    /// The events by day; those of one day in the order of the input.
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// This scenario with an event that names nothing, as if it stood at a place of the input. Every other event keeps
    /// its index; the new one has the index after the last.
    pub fn and(&self, at: usize, date: Date, action: Action) -> Scenario {
        let mut scenario = self.clone();
        let place = self.events.partition_point(|event| (event.date, event.index) < (date, at));
        scenario.events.insert(place, Event { index: self.events.len(), date, action });
        scenario
    }

    /// The index in the input of the event that gives an id to what it makes.
    pub fn maker(&self, id: &str) -> Option<usize> {
        maker(&self.ids, id)
    }
}

/// Ids in their order, each with the index of its event.
type Ids = Vec<(Rc<str>, usize)>;

fn maker(ids: &Ids, id: &str) -> Option<usize> {
    let place = ids.binary_search_by(|(known, _)| (**known).cmp(id));
    place.ok().map(|place| ids[place].1)
}

/// The ids, if none is given twice.
fn each_once(ids: Ids) -> Result<Ids> {
    let alike = ids.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    let Some(pair) = alike.min_by_key(|pair| pair[1].1) else { return Ok(ids) };
    let (id, first, index) = (&pair[0].0, pair[0].1, pair[1].1);
    Err(Error::new(
        Code::DuplicateId,
        &format!("/events/{index}/id"),
        format!("the id \"{id}\" is already that of event {first}"),
        "give every purchase and every converted bill an id of its own",
    ))
}

/// What is known of a purchase once its day has come.
struct Reached {
    no: PurchaseNo,
    channel: Channel,
    left: Money,
}

/// The purchases while events are gone through by day.
struct Names<'d> {
    events: &'d [(Date, ActionInput)],
    ids: &'d Ids,
    /// By event.
    reached: Vec<Option<Reached>>,
    purchases: usize,
}

impl Names<'_> {
    fn resolve(&mut self, index: usize, input: &ActionInput) -> Result<Action> {
        match input {
            ActionInput::Purchase(purchase) => Ok(self.reach(index, purchase)),
            ActionInput::Refund(refund) => self.refund(index, refund).map(Action::Refund),
            ActionInput::Other(action) => Ok(action.clone()),
        }
    }

    fn reach(&mut self, index: usize, input: &PurchaseInput) -> Action {
        let no = PurchaseNo(self.purchases as u32);
        self.purchases += 1;
        self.reached[index] = Some(Reached { no, channel: input.channel, left: input.amount });
        Action::Purchase(input.numbered(no))
    }

    fn refund(&mut self, index: usize, input: &RefundInput) -> Result<Refund> {
        let id = &input.purchase;
        let is_purchase = |event: &usize| matches!(self.events[*event].1, ActionInput::Purchase(_));
        let Some(purchase) = maker(self.ids, id).filter(is_purchase) else {
            return Err(Error::new(
                Code::UnknownPurchase,
                &format!("/events/{index}/purchase"),
                format!("there is no purchase with the id \"{id}\""),
                "name the id of a purchase in this scenario",
            ));
        };
        let Some(named) = &mut self.reached[purchase] else {
            return Err(Error::new(
                Code::RefundBeforePurchase,
                &format!("/events/{index}/date"),
                format!("the purchase \"{id}\" comes after this refund"),
                "date the refund on the day of the purchase or later, and list it after the purchase",
            ));
        };
        let amount = input.amount.unwrap_or(named.left);
        let place = if input.amount.is_some() { "/amount" } else { "" };
        if amount > named.left || amount.is_zero() {
            return Err(Error::new(
                Code::RefundExceedsPurchase,
                &format!("/events/{index}{place}"),
                format!("{} of \"{id}\" is left to refund", named.left),
                "refund at most what is left of the purchase",
            ));
        }
        named.left -= amount;
        Ok(Refund {
            purchase: named.no,
            amount,
            channel: input.channel.unwrap_or(named.channel),
            item_differs: input.item_differs,
            virtual_address: input.virtual_address,
            address_differs: input.address_differs,
        })
    }
}
