//! The ways to pay for something: in full and on each plan that is offered, the best first.
//!
//! The cost of a way is that of the purchase alone; whether it passes, and what its months then ask, is seen in the
//! scenario. What is not here: how fees come about (see `installment`).

use std::rc::Rc;

use crate::date::Date;
use crate::engine::Run;
use crate::event::{Channel, Refusal};
use crate::ledger::{About, Plan};
use crate::money::Money;
use crate::rate::plan::{MonthlyRate, monthly};
use crate::report::{self, BillLine, LineKind};
use crate::scenario::{ActionInput, Draft, Habit, PurchaseInput, Scenario};
use crate::terms::FeeMethod;

use super::study::{Study, Trial, outcome, with_last};
use super::{Answer, Found, Status};

/// A way to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferFound {
    /// Number of instalments; 1 is in full.
    pub periods: u32,
    /// How its fee is worked out; free in full.
    pub method: FeeMethod,
    /// The most that it puts on one month's bill.
    pub monthly_peak: Money,
    /// The highest bill that has a part of it; nothing where the purchase is refused.
    pub bill_peak: Option<Money>,
    /// Its fees in all.
    pub total_fee: Money,
    /// Its annual rates; nothing where none exists.
    pub rate: Option<MonthlyRate>,
    /// Whether it passes and its monthly peak is within the wish.
    pub fits: bool,
    /// Why it is refused in the scenario.
    pub refusal: Option<Refusal>,
}

/// All ways to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cheapest {
    /// Those that fit first, then the cheaper, then those with the lower peak, then the shorter.
    pub offers: Vec<OfferFound>,
}

pub(super) fn answer(study: &mut Study<'_>, date: Date, amount: Money, max: Option<Money>) -> Answer {
    let mut found: Vec<(OfferFound, Scenario)> = Vec::new();
    let plans: Vec<u32> = study.terms.offers.iter().map(|offer| offer.periods).collect();
    for periods in [1].into_iter().chain(plans) {
        if let Some((offer, scenario)) = offer(study, (date, amount), periods, max) {
            let before = found.iter().position(|(other, _)| key(&offer) < key(other));
            found.insert(before.unwrap_or(found.len()), (offer, scenario));
        }
    }
    let best = found.first().map(|(offer, scenario)| (offer.fits, scenario.clone()));
    let offers = found.into_iter().map(|(offer, _)| offer).collect();
    let (fits, scenario) = best.unwrap_or_else(|| (false, study.scenario.clone()));
    let status = if fits { Status::Found } else { Status::Impossible };
    Answer { status, found: Found::Cheapest(Cheapest { offers }), scenario }
}

fn key(offer: &OfferFound) -> (bool, Money, Money, u32) {
    (!offer.fits, offer.total_fee, offer.monthly_peak, offer.periods)
}

fn offer(
    study: &mut Study<'_>,
    (date, amount): (Date, Money),
    periods: u32,
    max: Option<Money>,
) -> Option<(OfferFound, Scenario)> {
    let purchase = PurchaseInput {
        id: unused_id(&study.scenario),
        amount,
        periods,
        channel: Channel::Default,
        merchant_supports: true,
    };
    let alone = alone(study, date, &purchase)?;
    let plan = alone.run.book.plans.first().map(|plan| &**plan);
    let end = plan.and_then(|plan| plan.rows.last()).map_or(date, |row| row.due);
    let event = study.draft.events().len();
    let id = Rc::clone(&purchase.id);
    let draft = with_last(&study.reaching(end), date, ActionInput::Purchase(purchase))?;
    let trial = study.run_scenario(draft.scenario().ok()?);
    let refusal = outcome(&trial.run, event).and_then(|outcome| outcome.refusal);
    let own = payments(plan, amount);
    let (peak, bill_peak) = peaks(&trial.run, &id);
    let monthly_peak = match refusal {
        None => peak,
        Some(_) => own.iter().copied().max().unwrap_or(amount),
    };
    let fits = refusal.is_none() && max.is_none_or(|max| monthly_peak <= max);
    let offer = OfferFound {
        periods,
        method: plan.map_or(FeeMethod::Free, |plan| plan.method),
        monthly_peak,
        bill_peak: bill_peak.filter(|_| refusal.is_none()),
        total_fee: plan.map_or(Money::ZERO, report::total_fee),
        rate: monthly(amount, &own).ok(),
        fits,
        refusal,
    };
    Some((offer, trial.scenario))
}

/// The purchase alone on an account whose limit it just fits.
fn alone(study: &Study<'_>, date: Date, purchase: &PurchaseInput) -> Option<Trial> {
    let mut frame = study.draft.frame;
    (frame.credit_limit, frame.habit) = (purchase.amount, Habit::None);
    (frame.today, frame.until) = (None, Some(date));
    let draft = Draft::new(frame, vec![(date, ActionInput::Purchase(purchase.clone()))]);
    let trial = study.run_scenario(draft.scenario().ok()?);
    trial.run.outcomes.iter().all(|outcome| outcome.refusal.is_none()).then_some(trial)
}

/// What is paid month by month.
fn payments(plan: Option<&Plan>, amount: Money) -> Vec<Money> {
    plan.map_or(vec![amount], |plan| plan.rows.iter().map(|row| row.principal + row.fee).collect())
}

/// The most that a purchase of this id puts on one bill, and the highest total of these bills.
fn peaks(run: &Run, id: &str) -> (Money, Option<Money>) {
    let book = &run.book;
    let is_own = |line: &&BillLine| {
        let charge = matches!(line.kind, LineKind::Purchase | LineKind::PlanPrincipal | LineKind::PlanFee);
        charge
            && match line.about {
                About::Purchase(no) => *book.purchase(no).id == *id,
                About::Plan(no) => *book.plan(no).id == *id,
                _ => false,
            }
    };
    let (mut peak, mut bill_peak) = (Money::ZERO, None);
    for (bill, lines) in book.bills.iter().zip(report::bill_lines(book)) {
        let own: Money = lines.iter().filter(is_own).map(|line| line.amount).sum();
        if own.is_positive() {
            peak = peak.max(own);
            bill_peak = bill_peak.max(Some(bill.total));
        }
    }
    (peak, bill_peak)
}

/// An id that no event of the scenario has.
fn unused_id(scenario: &Scenario) -> Rc<str> {
    let mut id = String::from("new");
    while scenario.maker(&id).is_some() {
        id.push('+');
    }
    Rc::from(id)
}
