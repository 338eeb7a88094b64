//! Things that wait for their days: the earliest day first, those of one day in the order in which they came.
//!
//! One heap of days and numbers serves things of every kind, which keeps the compiled code small.
//! What is not here: what the things are, and what happens on their days.

use core::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::date::Date;

/// Things in the order of their days.
#[derive(Clone, Debug)]
pub struct DayQueue<T> {
    days: BinaryHeap<Reverse<(Date, usize)>>,
    /// By the number under which the thing came; nothing once it is out.
    things: Vec<Option<T>>,
}

impl<T> Default for DayQueue<T> {
    fn default() -> DayQueue<T> {
        DayQueue { days: BinaryHeap::new(), things: Vec::new() }
    }
}

impl<T> DayQueue<T> {
    /// Adds a thing that waits for a day.
    pub fn push(&mut self, day: Date, thing: T) {
        self.days.push(Reverse((day, self.things.len())));
        self.things.push(Some(thing));
    }

    /// The earliest day that something waits for.
    pub fn first_day(&self) -> Option<Date> {
        self.days.peek().map(|&Reverse((day, _))| day)
    }

    /// Takes the first thing out.
    pub fn pop(&mut self) -> Option<T> {
        let Reverse((_, number)) = self.days.pop()?;
        self.things[number].take()
    }

    /// Takes everything out that waits for a day or for one before it.
    pub fn take_until(&mut self, day: Date) -> Vec<T> {
        let mut taken = Vec::new();
        while self.first_day().is_some_and(|first| first <= day) {
            taken.extend(self.pop());
        }
        taken
    }

    /// Takes everything out.
    pub fn take_all(&mut self) -> Vec<T> {
        core::iter::from_fn(|| self.pop()).collect()
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_come_out_by_day_and_those_of_one_day_as_they_came() {
        let day = |text| Date::parse(text).expect("a day");
        let mut queue = DayQueue::default();
        for (text, thing) in
            [("2024-03-01", 'c'), ("2024-02-29", 'a'), ("2024-03-01", 'd'), ("2024-02-29", 'b')]
        {
            queue.push(day(text), thing);
        }
        assert_eq!(queue.first_day(), Some(day("2024-02-29")));
        assert_eq!(queue.take_until(day("2024-02-29")), ['a', 'b']);
        queue.push(day("2024-01-01"), 'e');
        assert_eq!(queue.take_all(), ['e', 'c', 'd']);
        assert!(queue.is_empty() && queue.first_day().is_none());
    }
}
