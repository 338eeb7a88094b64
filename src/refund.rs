//! Rules of refunds: their class, their window, and what they are taken off.
//!
//! What is not here: freezes that follow (see `risk`) and postings (see `engine`).

use crate::calendar::{self, Estimate};
use crate::date::Date;
use crate::event::{Channel, Refund};
use crate::explain::{Explanation, Reference, Value};
use crate::money::Money;
use crate::terms::{RefundRule, RefundSpread, Span, Term, Terms, Window};

/// What kind of refund it is. The first that applies, in this order from the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// The whole purchase is refunded after it.
    Normal,
    /// A part of the purchase is kept.
    Partial,
    /// It bears a mark of abuse.
    Malicious,
}

impl Class {
    /// The class as the contract spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Class::Normal => "normal",
            Class::Partial => "partial",
            Class::Malicious => "malicious",
        }
    }
}

/// What the class of a refund depends on.
#[derive(Clone, Copy, Debug)]
pub struct ClassView {
    /// How many refunds of that day this one is, from 1.
    pub of_the_day: i64,
    /// The whole amount of the purchase.
    pub purchase: Money,
    /// Refunded of it, this refund included.
    pub refunded: Money,
}

/// The class of a refund.
pub fn classify(refund: &Refund, day: Date, view: ClassView, terms: &Terms) -> Class {
    let too_many = view.of_the_day > terms.refund_daily_max.at(day).value;
    if refund.item_differs || refund.virtual_address || too_many {
        Class::Malicious
    } else if view.refunded < view.purchase {
        Class::Partial
    } else {
        Class::Normal
    }
}

/// When the limit of a refund comes back, apart from any condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Return {
    /// Shown as restored.
    pub shown: Date,
    /// Usable at best.
    pub possible: Date,
    /// Usable for sure.
    pub guaranteed: Date,
    /// Whether any of these days was counted beyond the known calendar.
    pub estimated: bool,
}

/// The window of a class and channel.
pub fn window(class: Class, channel: Channel, terms: &Terms) -> Option<&Window> {
    match (class, channel) {
        (Class::Malicious, _) => None,
        (Class::Partial, _) => Some(&terms.refund_partial),
        (Class::Normal, Channel::Default) => Some(&terms.refund_default),
        (Class::Normal, Channel::Mall) => Some(&terms.refund_mall),
        (Class::Normal, Channel::ExternalPlatform) => Some(&terms.refund_external),
    }
}

/// The days of a window that opens with a refund on a day.
pub fn return_days(window: &Window, day: Date) -> Return {
    let [shown, possible, guaranteed] =
        [&window.shown, &window.possible, &window.guaranteed].map(|dated| end_of(day, dated.at(day).value));
    Return {
        shown: shown.date,
        possible: possible.date,
        guaranteed: guaranteed.date,
        estimated: shown.estimated || possible.estimated || guaranteed.estimated,
    }
}

fn end_of(start: Date, span: Span) -> Estimate {
    match span {
        Span::Working(days) => calendar::estimate_working_days(start, days),
        Span::Calendar(days) => Estimate { date: start + days, estimated: false },
    }
}

/// The day on which the whole limit is worked out anew, by the alternative rule.
pub fn reset_day(day: Date) -> Date {
    day.month().plus(1).on_day(1)
}

/// Amounts to take off rows that hold `rows`: evenly or from the last, never more than a row has.
///
/// What a row cannot give is given by the one before it, and what is left then by the last ones that can.
pub fn spread(amount: Money, rows: &[Money], how: RefundSpread) -> Vec<Money> {
    let wanted = match how {
        RefundSpread::Even if !rows.is_empty() => amount.split(rows.len()),
        _ => vec![Money::ZERO; rows.len()],
    };
    let mut taken = vec![Money::ZERO; rows.len()];
    let mut carried = Money::ZERO;
    for index in (0..rows.len()).rev() {
        let wish = wanted[index] + carried;
        taken[index] = wish.at_most(rows[index]);
        carried = wish - taken[index];
    }
    let mut left = amount - taken.iter().copied().sum();
    for index in (0..rows.len()).rev() {
        let more = left.at_most(rows[index] - taken[index]);
        taken[index] += more;
        left -= more;
    }
    taken
}

/// What the explanation of a refund's window is made of.
#[derive(Clone, Copy, Debug)]
pub struct WindowView {
    /// The class.
    pub class: Class,
    /// Where the goods are returned.
    pub channel: Channel,
    /// The day of the refund.
    pub day: Date,
    /// The amount.
    pub amount: Money,
    /// What the class depended on.
    pub of: ClassView,
    /// The days, if the class has a window.
    pub days: Option<Return>,
}

/// Why a refund's limit comes back when it does.
pub fn explain(view: &WindowView, refund: &Refund, terms: &Terms) -> Explanation {
    let result = view.days.map_or(Value::Word(view.class.as_str()), |days| Value::Date(days.guaranteed));
    let daily_max = terms.refund_daily_max.at(view.day);
    let mut why = Explanation::new(rule_name(view), result)
        .input("refundDate", Value::Date(view.day))
        .input("amount", Value::Money(view.amount))
        .input("class", Value::Word(view.class.as_str()))
        .input("channel", Value::Word(channel_name(view.channel)))
        .input("refundedOfPurchase", Value::Money(view.of.refunded))
        .input("purchase", Value::Money(view.of.purchase))
        .input("refundOfTheDay", Value::Count(view.of.of_the_day));
    if view.class == Class::Malicious {
        return explain_malicious(why, refund, view, terms);
    }
    why = why.passed_over(
        "refund.malicious",
        "noMark",
        vec![
            ("refundOfTheDay", Value::Count(view.of.of_the_day)),
            ("dailyMax", Value::Count(daily_max.value)),
        ],
    );
    let rule = terms.refund_rule.at(view.day);
    why = why.term(&rule.reference);
    match (rule.value, window(view.class, view.channel, terms), view.days) {
        (RefundRule::Windows, Some(window), Some(days)) => explain_window(why, window, view.day, days),
        (_, _, Some(days)) => {
            why.step("nextFirstOfMonth", vec![Value::Date(view.day)], Value::Date(days.guaranteed))
        }
        _ => why,
    }
    .passed_over(other_rule(rule.value), "notChosen", other_days(rule.value, view, terms))
}

/// What the sources that say otherwise would make of the same refund.
fn other_days(rule: RefundRule, view: &WindowView, terms: &Terms) -> Vec<(&'static str, Value)> {
    match (rule, window(view.class, view.channel, terms)) {
        (RefundRule::Windows, _) => vec![("usableFrom", Value::Date(reset_day(view.day)))],
        (RefundRule::ResetNextMonth, Some(window)) => {
            let days = return_days(window, view.day);
            vec![("possible", Value::Date(days.possible)), ("guaranteed", Value::Date(days.guaranteed))]
        }
        (RefundRule::ResetNextMonth, None) => Vec::new(),
    }
}

fn explain_window(mut why: Explanation, window: &Window, day: Date, days: Return) -> Explanation {
    let parts: [(&Term<Span>, Date); 3] = [
        (window.shown.at(day), days.shown),
        (window.possible.at(day), days.possible),
        (window.guaranteed.at(day), days.guaranteed),
    ];
    for (term, end) in parts {
        let (operation, span) = match term.value {
            Span::Working(n) => ("addWorkingDays", Value::WorkingDays(n)),
            Span::Calendar(n) => ("addDays", Value::Days(n)),
        };
        why = why.term(&term.reference).step(operation, vec![Value::Date(day), span], Value::Date(end));
    }
    why
}

fn explain_malicious(mut why: Explanation, refund: &Refund, view: &WindowView, terms: &Terms) -> Explanation {
    let references: [&Reference; 3] = [
        &terms.refund_daily_max.at(view.day).reference,
        &terms.appeal.possible.at(view.day).reference,
        &terms.appeal.guaranteed.at(view.day).reference,
    ];
    for reference in references {
        why = why.term(reference);
    }
    let mark = if refund.item_differs {
        "itemDiffers"
    } else if refund.virtual_address {
        "virtualAddress"
    } else {
        "tooManyThatDay"
    };
    why.input("mark", Value::Word(mark)).passed_over("refund.normal", "malicious", vec![])
}

fn rule_name(view: &WindowView) -> &'static str {
    match view.class {
        Class::Normal => "refund.normal",
        Class::Partial => "refund.partial",
        Class::Malicious => "refund.malicious",
    }
}

fn other_rule(rule: RefundRule) -> &'static str {
    match rule {
        RefundRule::Windows => "refund.resetNextMonth",
        RefundRule::ResetNextMonth => "refund.windows",
    }
}

fn channel_name(channel: Channel) -> &'static str {
    match channel {
        Channel::Default => "default",
        Channel::Mall => "mall",
        Channel::ExternalPlatform => "externalPlatform",
    }
}
