//! Reads a scenario: parses, checks and refuses once, so that nothing behind it has to.
//!
//! What is not here: what concerns several events together (see `scenario`).

use std::rc::Rc;

use super::json::{self, Json};
use super::node::Node;
use super::write::Detail;
use crate::date::{Date, Days};
use crate::error::{Code, Error, Result};
use crate::event::{Action, Channel, Target};
use crate::ledger::{FreezeKind, Reading};
use crate::scenario::{ActionInput, Draft, EVENTS_MAX, Frame, Habit, PurchaseInput, RefundInput, Scenario};
use crate::terms::{OverrideValue, Terms};

/// The mark of the format that is read.
pub const SCENARIO_FORMAT: &str = "yuefu.scenario/1";
/// The most instalments that an input may name.
const PERIODS_MAX: i64 = 360;
/// The most days before the due date that a habit may have.
const HABIT_DAYS_MAX: i64 = 60;

const CHANNELS: [(&str, Channel); 3] =
    [("default", Channel::Default), ("mall", Channel::Mall), ("externalPlatform", Channel::ExternalPlatform)];
const FREEZES: [(&str, FreezeKind); 5] = [
    ("riskControl", FreezeKind::RiskControl),
    ("manualReview", FreezeKind::ManualReview),
    ("overdue", FreezeKind::Overdue),
    ("violation", FreezeKind::Violation),
    ("permanent", FreezeKind::Permanent),
];
const READINGS: [(&str, Reading); 2] = [("guaranteed", Reading::Guaranteed), ("possible", Reading::Possible)];

/// The product that a scenario names, if it is one of those that are shipped.
///
/// # Errors
/// No product, or one that is not shipped.
pub fn product_of(scenario: &Json<'_>) -> Result<&'static Terms> {
    let node = Node::whole(scenario);
    node.is_object()?;
    shipped(&node.field("product")?)
}

/// The product that a request names, or the default one.
pub(super) fn product_or_default(request: &Node<'_>) -> Result<&'static Terms> {
    request.optional("product").map_or_else(|| Ok(crate::terms::default_product()), |field| shipped(&field))
}

/// The shipped product of an id given as a JSON value.
///
/// # Errors
/// Not a text, or an id that is not shipped.
pub fn product(id: &Json<'_>) -> Result<&'static Terms> {
    shipped(&Node::whole(id))
}

fn shipped(node: &Node<'_>) -> Result<&'static Terms> {
    let id = node.text()?;
    crate::terms::product(id).ok_or_else(|| {
        let known: Vec<&str> = crate::terms::shipped().map(|terms| &*terms.id).collect();
        node.error(
            Code::UnknownProduct,
            format!("there is no product \"{id}\""),
            format!("one of {}", known.join(", ")),
        )
    })
}

/// How much of a report the options ask for: everything where they do not say.
///
/// # Errors
/// Unknown fields or words.
pub fn detail(options: Option<&Json<'_>>) -> Result<Detail> {
    let Some(options) = options.filter(|options| **options != Json::Null) else { return Ok(Detail::Full) };
    let node = Node::whole(options);
    node.fields(&["detail"])?;
    let words = [("full", Detail::Full), ("totals", Detail::Totals)];
    node.optional("detail").map_or(Ok(Detail::Full), |field| field.word(&words))
}

/// A scenario and the terms it runs on: those of the product with the scenario's overrides.
///
/// # Errors
/// Anything that the contract does not take; see [`Code`].
pub fn scenario(value: &Json<'_>, product: &Terms) -> Result<(Scenario, Terms)> {
    let (draft, terms) = draft(value, product)?;
    Ok((draft.scenario()?, terms))
}

/// A scenario that can be changed, and the terms it runs on. What concerns several events is not checked yet.
///
/// # Errors
/// As [`scenario`], but for what concerns several events together.
pub fn draft(value: &Json<'_>, product: &Terms) -> Result<(Draft, Terms)> {
    let node = Node::whole(value);
    node.fields(&[
        "format",
        "product",
        "overrides",
        "creditLimit",
        "today",
        "until",
        "assume",
        "habit",
        "events",
    ])?;
    node.format(SCENARIO_FORMAT)?;
    let terms = product.with_overrides(&overrides(&node)?)?;
    let frame = Frame {
        credit_limit: node.field("creditLimit")?.limit()?,
        today: optional_date(&node, "today")?,
        until: optional_date(&node, "until")?,
        assume: node.optional("assume").map_or(Ok(Reading::Guaranteed), |field| field.word(&READINGS))?,
        habit: habit(&node)?,
    };
    let list = node.field("events")?;
    Ok((Draft::new(frame, events(&list)?), terms))
}

fn optional_date(node: &Node<'_>, key: &str) -> Result<Option<Date>> {
    node.optional(key).map(|field| field.date()).transpose()
}

/// The overrides of a scenario.
pub(super) fn overrides(node: &Node<'_>) -> Result<Vec<(String, OverrideValue)>> {
    let Some(field) = node.optional("overrides") else { return Ok(Vec::new()) };
    let mut overrides = Vec::new();
    for (key, value) in field.entries()? {
        overrides.push((key.to_owned(), override_value(&value)?));
    }
    Ok(overrides)
}

fn override_value(node: &Node<'_>) -> Result<OverrideValue> {
    match node.value {
        Json::Switch(switch) => Ok(OverrideValue::Switch(*switch)),
        Json::Number(_) => node.whole_number(0, i64::MAX / 100).map(OverrideValue::Whole),
        _ => node.text().map(|text| OverrideValue::Text(text.to_owned())),
    }
}

fn habit(node: &Node<'_>) -> Result<Habit> {
    let Some(field) = node.optional("habit") else { return Ok(Habit::InFull(Days(0))) };
    field.fields(&["payInFull", "daysBeforeDue"])?;
    let pays = field.field("payInFull")?.boolean()?;
    let before =
        field.optional("daysBeforeDue").map_or(Ok(0), |days| days.whole_number(0, HABIT_DAYS_MAX))?;
    Ok(if pays { Habit::InFull(Days(before as i32)) } else { Habit::None })
}

fn events(list: &Node<'_>) -> Result<Vec<(Date, ActionInput)>> {
    list.at_most(EVENTS_MAX)?;
    list.items()?.map(|node| event(&node)).collect()
}

/// What an event of a type is made of: its fields beside `type` and `date`, and its reader.
type Type = (&'static [&'static str], fn(&Node<'_>) -> Result<ActionInput>);

const TYPES: [(&str, Type); 15] = [
    ("purchase", (&["id", "amount", "periods", "channel", "label", "merchantSupports"], purchase)),
    (
        "refund",
        (&["purchase", "amount", "channel", "itemDiffers", "virtualAddress", "addressDiffers"], refund),
    ),
    ("repayment", (&["amount", "target"], repayment)),
    ("settlePlan", (&["plan"], |node| other(Action::SettlePlan(Rc::from(node.field("plan")?.text()?))))),
    ("settleAll", (&[], |_| other(Action::SettleAll))),
    ("convertBill", (&["bill", "amount", "periods", "id"], convert_bill)),
    ("payMinimum", (&["bill"], |node| other(Action::PayMinimum(node.field("bill")?.month()?)))),
    ("postpone", (&["bill"], |node| other(Action::Postpone(node.field("bill")?.month()?)))),
    ("freeze", (&["kind"], |node| other(Action::Freeze(node.field("kind")?.word(&FREEZES)?)))),
    ("appeal", (&[], |_| other(Action::Appeal))),
    ("setLimit", (&["limit"], |node| other(Action::SetLimit(node.field("limit")?.limit()?)))),
    ("creditEnquiry", (&[], |_| other(Action::CreditEnquiry))),
    ("raiseRequest", (&[], |_| other(Action::RaiseRequest))),
    ("deviceChange", (&[], |_| other(Action::DeviceChange))),
    ("closeAccount", (&[], |_| other(Action::CloseAccount))),
];

/// One event, as the input has it.
pub(super) fn event(node: &Node<'_>) -> Result<(Date, ActionInput)> {
    node.is_object()?;
    let (fields, read) = node.field("type")?.word(&TYPES)?;
    let known: Vec<&str> = ["type", "date"].into_iter().chain(fields.iter().copied()).collect();
    node.fields(&known)?;
    Ok((node.field("date")?.date()?, read(node)?))
}

fn other(action: Action) -> Result<ActionInput> {
    Ok(ActionInput::Other(action))
}

fn flag(node: &Node<'_>, key: &str, absent: bool) -> Result<bool> {
    node.optional(key).map_or(Ok(absent), |field| field.boolean())
}

fn channel(node: &Node<'_>) -> Result<Option<Channel>> {
    node.optional("channel").map(|field| field.word(&CHANNELS)).transpose()
}

fn periods(node: &Node<'_>) -> Result<u32> {
    node.optional("periods")
        .map_or(Ok(1), |field| field.whole_number(1, PERIODS_MAX))
        .map(|periods| periods as u32)
}

fn purchase(node: &Node<'_>) -> Result<ActionInput> {
    if let Some(label) = node.optional("label") {
        label.free_text()?;
    }
    Ok(ActionInput::Purchase(PurchaseInput {
        id: Rc::from(node.field("id")?.text()?),
        amount: node.field("amount")?.amount()?,
        periods: periods(node)?,
        channel: channel(node)?.unwrap_or(Channel::Default),
        merchant_supports: flag(node, "merchantSupports", true)?,
    }))
}

fn refund(node: &Node<'_>) -> Result<ActionInput> {
    Ok(ActionInput::Refund(RefundInput {
        purchase: Rc::from(node.field("purchase")?.text()?),
        amount: node.optional("amount").map(|field| field.amount()).transpose()?,
        channel: channel(node)?,
        item_differs: flag(node, "itemDiffers", false)?,
        virtual_address: flag(node, "virtualAddress", false)?,
        address_differs: flag(node, "addressDiffers", false)?,
    }))
}

fn repayment(node: &Node<'_>) -> Result<ActionInput> {
    let amount = node.field("amount")?.amount()?;
    let target = node.optional("target").map_or(Ok(Target::Auto), |field| target(&field))?;
    other(Action::Repayment(amount, target))
}

fn target(node: &Node<'_>) -> Result<Target> {
    if let Json::Object(_) = node.value {
        node.fields(&["bill"])?;
        return node.field("bill")?.month().map(Target::Bill);
    }
    node.word(&[("auto", Target::Auto), ("unbilled", Target::Unbilled)])
}

fn convert_bill(node: &Node<'_>) -> Result<ActionInput> {
    let periods = node.field("periods")?.whole_number(1, PERIODS_MAX)? as u32;
    other(Action::ConvertBill {
        bill: node.field("bill")?.month()?,
        amount: node.optional("amount").map(|field| field.amount()).transpose()?,
        periods,
        id: Rc::from(node.field("id")?.text()?),
    })
}

/// JSON text as a value.
///
/// # Errors
/// Text that is not JSON, or nested more than 128 deep.
pub fn json(text: &str) -> Result<Json<'_>> {
    json::read(text).map_err(|at| {
        Error::new(
            Code::NotJson,
            "",
            format!("this is not JSON from byte {at} on"),
            "a JSON object, nested at most 128 deep",
        )
    })
}
