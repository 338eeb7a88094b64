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
    /// Number of purchases, accepted or not.
    pub purchases: usize,
    ids: Ids,
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

    /// This draft with another event at a place of the list.
    ///
    /// # Errors
    /// A place that no event has.
    pub fn replaced(&self, at: usize, date: Date, event: ActionInput) -> Result<Draft> {
        self.check_place(at)?;
        let mut draft = self.clone();
        draft.events[at] = (date, event);
        Ok(draft)
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
        let mut names = Names::collect(&self.events)?;
        let mut queue = DayQueue::default();
        for (index, (date, _)) in self.events.iter().enumerate() {
            queue.push(*date, index);
        }
        let mut events = Vec::with_capacity(self.events.len());
        while let Some(index) = queue.pop() {
            let (date, input) = &self.events[index];
            events.push(Event { index, date: *date, action: names.resolve(index, input)? });
        }
        let Frame { credit_limit, today, until, assume, habit } = self.frame;
        let Names { ids, purchases, .. } = names;
        Ok(Scenario { credit_limit, today, until, assume, habit, purchases, ids, events })
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

/// What is known of a purchase while events are put in order.
struct Named {
    no: PurchaseNo,
    channel: Channel,
    left: Money,
    reached: bool,
}

struct Names {
    ids: Ids,
    /// What each event's purchase is, if it is one.
    named: Vec<Option<Named>>,
    purchases: usize,
}

impl Names {
    fn collect(inputs: &[(Date, ActionInput)]) -> Result<Names> {
        let mut ids = Ids::new();
        let mut names = Names { ids: Ids::new(), named: Vec::new(), purchases: 0 };
        for (index, (_, input)) in inputs.iter().enumerate() {
            let id = match input {
                ActionInput::Purchase(purchase) => Some(&purchase.id),
                ActionInput::Other(Action::ConvertBill { id, .. }) => Some(id),
                _ => None,
            };
            ids.extend(id.map(|id| (Rc::clone(id), index)));
            let named = names.name(input);
            names.named.push(named);
        }
        // A heap sorts with a small part of the code of `sort`.
        names.ids = BinaryHeap::from(ids).into_sorted_vec();
        names.each_once()
    }

    fn name(&mut self, input: &ActionInput) -> Option<Named> {
        let ActionInput::Purchase(PurchaseInput { channel, amount, .. }) = *input else { return None };
        let no = PurchaseNo(self.purchases as u32);
        self.purchases += 1;
        Some(Named { no, channel, left: amount, reached: false })
    }

    fn each_once(self) -> Result<Names> {
        let alike = self.ids.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        let Some(pair) = alike.min_by_key(|pair| pair[1].1) else { return Ok(self) };
        let (id, first, index) = (&pair[0].0, pair[0].1, pair[1].1);
        Err(Error::new(
            Code::DuplicateId,
            &format!("/events/{index}/id"),
            format!("the id \"{id}\" is already that of event {first}"),
            "give every purchase and every converted bill an id of its own",
        ))
    }

    fn resolve(&mut self, index: usize, input: &ActionInput) -> Result<Action> {
        match input {
            ActionInput::Purchase(purchase) => Ok(self.reach(index, purchase)),
            ActionInput::Refund(refund) => self.refund(index, refund).map(Action::Refund),
            ActionInput::Other(action) => Ok(action.clone()),
        }
    }

    fn reach(&mut self, index: usize, input: &PurchaseInput) -> Action {
        let PurchaseInput { id, amount, periods, channel, merchant_supports } = input.clone();
        let named = self.named[index].as_mut().expect("every purchase was collected");
        named.reached = true;
        Action::Purchase(Purchase { no: named.no, id, amount, periods, channel, merchant_supports })
    }

    fn refund(&mut self, index: usize, input: &RefundInput) -> Result<Refund> {
        let path = format!("/events/{index}/purchase");
        let id = &input.purchase;
        let Some(named) = maker(&self.ids, id).and_then(|event| self.named[event].as_mut()) else {
            return Err(Error::new(
                Code::UnknownPurchase,
                &path,
                format!("there is no purchase with the id \"{id}\""),
                "name the id of a purchase in this scenario",
            ));
        };
        if !named.reached {
            return Err(Error::new(
                Code::RefundBeforePurchase,
                &format!("/events/{index}/date"),
                format!("the purchase \"{id}\" comes after this refund"),
                "date the refund on the day of the purchase or later, and list it after the purchase",
            ));
        }
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
