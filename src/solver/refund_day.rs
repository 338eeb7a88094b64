//! The last day to refund a purchase so that its limit is usable for sure by a day.
//!
//! Days are walked backwards, and on each a refund of that class is tried. A day on which the refund is of another
//! class, because it is the fourth of the day, is no answer. A refund of what was repaid before holds nothing, and has
//! its window all the same. What is not here: windows (see `refund`).

use std::rc::Rc;

use crate::date::{Date, Days};
use crate::engine::RefundRecord;
use crate::error::{Code, Error, Result};
use crate::event::{Action, Channel, Event};
use crate::ledger::PurchaseNo;
use crate::money::Money;
use crate::refund::Class;
use crate::scenario::{ActionInput, RefundInput, Scenario};

use super::study::{Study, Trial, with_last};
use super::{Answer, Found, Status};

/// The last day for one class and channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefundDay {
    /// The class.
    pub class: Class,
    /// Where the goods are returned.
    pub channel: Channel,
    /// What is refunded.
    pub amount: Money,
    /// The last day; nothing where there is none.
    pub day: Option<Date>,
    /// The first day on which its limit is usable for sure then.
    pub usable: Option<Date>,
}

/// The last day to refund a purchase, for each class and channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastRefundDay {
    /// The days.
    pub days: Vec<RefundDay>,
}

const CLASSES: [Class; 3] = [Class::Normal, Class::Partial, Class::Malicious];
const CHANNELS: [Channel; 3] = [Channel::Default, Channel::Mall, Channel::ExternalPlatform];
/// The most days that are tried for each class and channel.
const DAYS_MAX: i32 = 200;

fn every_kind() -> impl Iterator<Item = (Class, Channel)> {
    CLASSES.into_iter().flat_map(|class| CHANNELS.map(|channel| (class, channel)))
}

/// The purchase that is asked about.
struct Asked {
    id: Rc<str>,
    no: PurchaseNo,
    bought: Date,
    channel: Channel,
    /// What is left to refund.
    left: Money,
}

pub(super) fn answer(study: &mut Study<'_>, id: &Rc<str>, date: Date) -> Result<Answer> {
    let asked = asked(&study.scenario, id)?;
    if asked.left.is_zero() {
        return Ok(refunded_already(study, &asked, date));
    }
    let mut days: Vec<RefundDay> = Vec::new();
    let mut shown: Option<(bool, Date, Scenario)> = None;
    for (class, channel) in every_kind() {
        // Only the window of a normal refund depends on the channel.
        let like = days.iter().find(|row| row.class == class && class != Class::Normal).copied();
        if let Some(like) = like {
            days.push(RefundDay { channel, ..like });
            continue;
        }
        let (row, scenario) = last_day(study, &asked, (class, channel), date);
        days.push(row);
        let own = class == Class::Normal && channel == asked.channel;
        if let (Some(day), Some(scenario)) = (row.day, scenario)
            && shown.as_ref().is_none_or(|(best, at, _)| (own, day) > (*best, *at))
        {
            shown = Some((own, day, scenario));
        }
    }
    let found = Found::LastRefundDay(LastRefundDay { days });
    Ok(match shown {
        Some((_, _, scenario)) => Answer { status: Status::Found, found, scenario },
        None => Answer { status: Status::Impossible, found, scenario: study.as_it_is(date).scenario },
    })
}

fn asked(scenario: &Scenario, id: &Rc<str>) -> Result<Asked> {
    let bought = scenario.events().iter().find_map(|event| match &event.action {
        Action::Purchase(purchase) if purchase.id == *id => Some((event.date, purchase)),
        _ => None,
    });
    let (bought, purchase) = bought.ok_or_else(|| {
        let message = format!("there is no purchase with the id \"{id}\"");
        Error::new(Code::UnknownPurchase, "/purchase", message, "the id of a purchase in this scenario")
    })?;
    let refunded: Money = refunds_of(scenario, purchase.no).map(|(_, amount)| amount).sum();
    let (no, channel) = (purchase.no, purchase.channel);
    Ok(Asked { id: Rc::clone(id), no, bought, channel, left: purchase.amount - refunded })
}

fn refunds_of(scenario: &Scenario, no: PurchaseNo) -> impl Iterator<Item = (usize, Money)> {
    scenario.events().iter().filter_map(move |event| match &event.action {
        Action::Refund(refund) if refund.purchase == no => Some((event.index, refund.amount)),
        _ => None,
    })
}

/// Nothing is left to refund: whether what was refunded is usable by the day.
fn refunded_already(study: &Study<'_>, asked: &Asked, date: Date) -> Answer {
    let trial = study.as_it_is(date);
    let records = || trial.run.refunds.iter().filter(|record| record.purchase == asked.no);
    let usable = |record: &RefundRecord| record.guaranteed.is_some_and(|day| day <= date);
    let met = records().next().is_some() && records().all(usable);
    let status = if met { Status::AlreadyMet } else { Status::Impossible };
    let nothing =
        |(class, channel)| RefundDay { class, channel, amount: Money::ZERO, day: None, usable: None };
    let found = LastRefundDay { days: every_kind().map(nothing).collect() };
    Answer { status, found: Found::LastRefundDay(found), scenario: trial.scenario }
}

fn last_day(
    study: &mut Study<'_>,
    asked: &Asked,
    (class, channel): (Class, Channel),
    date: Date,
) -> (RefundDay, Option<Scenario>) {
    let amount = match class {
        Class::Partial => Money::from_fen(asked.left.fen() / 2),
        _ => asked.left,
    };
    let mut row = RefundDay { class, channel, amount, day: None, usable: None };
    let first = study.draft.frame.today.map_or(asked.bought, |today| today.max(asked.bought));
    // The hold of a malicious refund has no end but after an appeal that comes later.
    let last = if class == Class::Malicious { last_appeal(study, date) } else { Some(date) };
    let Some(mut day) = last else { return (row, None) };
    let end = day - Days(DAYS_MAX);
    while day >= first && day > end && amount.is_positive() {
        if let Some((usable, scenario)) = try_day(study, asked, &row, day, date) {
            (row.day, row.usable) = (Some(day), Some(usable));
            return (row, Some(scenario));
        }
        day = day - Days(1);
    }
    (row, None)
}

fn last_appeal(study: &Study<'_>, date: Date) -> Option<Date> {
    let is_appeal = |event: &&Event| matches!(event.action, Action::Appeal) && event.date <= date;
    study.scenario.events().iter().rev().find(is_appeal).map(|event| event.date)
}

/// The day on which a refund on a day is usable for sure, if that is in time, and the scenario with it.
fn try_day(
    study: &mut Study<'_>,
    asked: &Asked,
    row: &RefundDay,
    day: Date,
    date: Date,
) -> Option<(Date, Scenario)> {
    let refund = ActionInput::Refund(RefundInput {
        purchase: Rc::clone(&asked.id),
        amount: Some(row.amount),
        channel: Some(row.channel),
        item_differs: row.class == Class::Malicious,
        virtual_address: false,
        address_differs: false,
    });
    let event = study.draft.events().len();
    let draft = with_last(&study.reaching(date), day, refund)?;
    let Trial { scenario, run } = study.run(&draft)?;
    let record = run.refunds.iter().find(|record| record.event == event)?;
    let usable = record.guaranteed.filter(|&usable| record.class == row.class && usable <= date)?;
    Some((usable, scenario))
}
