//! Random valid scenarios, biased so that things interact: small limits, days that matter, parts of what was bought.
//!
//! A recipe is a list of small numbers that any mapping turns into a valid scenario, so that a shorter recipe is
//! again valid and a failure shrinks well. What is not here: bad inputs (see `broken`), and what must hold.

use core::fmt;

use proptest::prelude::*;
use serde_json::{Value, json};
use yuefu::date::{Date, Days};

use super::products::{self, Statement};

/// One number of a recipe.
pub type Pick = u8;

/// What one event is made of.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Which event.
    pub kind: Pick,
    /// How long after the one before.
    pub gap: Pick,
    /// How much.
    pub size: Pick,
    /// Which of several, such as the purchase that is refunded.
    pub which: Pick,
    /// Switches.
    pub flags: Pick,
}

/// A scenario as small numbers.
#[derive(Clone)]
pub struct Recipe {
    /// Which events it may have.
    pub kinds: Kinds,
    /// Product and overrides.
    pub terms: Vec<Pick>,
    /// First day, limit, assumption, habit, end, today.
    pub frame: [Pick; 6],
    /// The events.
    pub steps: Vec<Step>,
}

/// Which events a recipe may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinds {
    /// All.
    All,
    /// Those that pay fixed amounts or none: no settlement, minimum payment or habit.
    FixedPayments,
}

/// A failure shows the scenario, which anybody can run.
impl fmt::Debug for Recipe {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.scenario())
    }
}

/// The most events that a recipe has.
pub const EVENTS_MAX: usize = 500;

/// Recipes of up to so many events of all kinds.
pub fn recipes(events: usize) -> impl Strategy<Value = Recipe> {
    recipes_of(Kinds::All, events)
}

/// Recipes of up to so many events.
pub fn recipes_of(kinds: Kinds, events: usize) -> impl Strategy<Value = Recipe> {
    let pick = any::<Pick>;
    let step = (pick(), pick(), pick(), pick(), pick()).prop_map(|(kind, gap, size, which, flags)| Step {
        kind,
        gap,
        size,
        which,
        flags,
    });
    let steps = |most: usize| prop::collection::vec(step.clone(), 1..=most.min(events));
    let steps = prop_oneof![8 => steps(25), 4 => steps(120), 1 => steps(EVENTS_MAX)];
    let terms = prop::collection::vec(pick(), 1..=9);
    (terms, prop::array::uniform6(pick()), steps).prop_map(move |(terms, frame, steps)| Recipe {
        kinds,
        terms,
        frame,
        steps,
    })
}

/// One of a list.
pub fn one_of<T: Copy>(pick: Pick, list: &[T]) -> T {
    list[usize::from(pick) % list.len()]
}

const FIRST_DAYS: [&str; 6] =
    ["2025-01-28", "2023-08-20", "2024-01-10", "2025-03-01", "2026-10-20", "2040-02-25"];
const LIMITS: [&str; 8] = ["10000.00", "1000000", "1000.00", "3000.00", "500.50", "20000", "0", "300.00"];
const AMOUNTS: [&str; 18] = [
    "100.00", "0.01", "10.00", "1000.00", "0.03", "33.33", "250.00", "333.34", "9.99", "50.00", "0.99",
    "100.01", "999.99", "1234.56", "3000.00", "2.50", "5000.00", "300.00",
];

impl Recipe {
    /// The recipe that some bytes are: how many picks of terms and what they are, the frame, five for each event.
    pub fn from_bytes(bytes: &[u8]) -> Option<Recipe> {
        let (count, rest) = bytes.split_first()?;
        let (terms, rest) = rest.split_at_checked(usize::from(count % 9) + 1)?;
        let (frame, rest) = rest.split_first_chunk()?;
        let step = |bytes: &[u8]| {
            let &[kind, gap, size, which, flags] = bytes else { return None };
            Some(Step { kind, gap, size, which, flags })
        };
        let steps: Vec<Step> = rest.chunks_exact(5).take(EVENTS_MAX).filter_map(step).collect();
        let is_empty = steps.is_empty();
        (!is_empty).then(|| Recipe { kinds: Kinds::All, terms: terms.to_vec(), frame: *frame, steps })
    }

    /// The scenario that the recipe makes.
    pub fn scenario(&self) -> Value {
        let kinds = self.kinds;
        let (product, overrides, statement) = products::terms(&self.terms);
        let [first, limit, assume, habit, until, today] = self.frame;
        let first = day(one_of(first, &FIRST_DAYS));
        let mut making = Making::new(first, statement, kinds);
        self.steps.iter().for_each(|step| making.add(*step));
        let mut scenario = json!({
            "format": "yuefu.scenario/1",
            "product": product,
            "overrides": overrides,
            "creditLimit": one_of(limit, &LIMITS),
            "assume": one_of(assume, &["guaranteed", "possible"]),
            "habit": if kinds == Kinds::All { habit_of(habit) } else { json!({ "payInFull": false }) },
        });
        let last = making.today;
        if let Some(end) = until_of(until, first, last) {
            scenario["until"] = json!(end.to_string());
        }
        if today % 4 == 0 {
            scenario["today"] = json!((first + Days(i32::from(today))).to_string());
        }
        scenario["events"] = Value::from(making.events);
        scenario
    }
}

fn habit_of(pick: Pick) -> Value {
    match pick % 5 {
        0 | 1 => json!({ "payInFull": false }),
        2 => Value::Null,
        3 => json!({ "payInFull": true, "daysBeforeDue": 0 }),
        _ => json!({ "payInFull": true, "daysBeforeDue": pick % 11 }),
    }
}

/// No end of its own, or an end some time after, or before, the last event.
fn until_of(pick: Pick, first: Date, last: Date) -> Option<Date> {
    match pick % 5 {
        0 => None,
        1 => Some(first + Days((last - first).0 / 2)),
        2 => Some(last + Days(i32::from(pick) * 2)),
        _ => Some(last + Days(i32::from(pick % 40))),
    }
}

/// A day from its text.
pub fn day(text: &str) -> Date {
    Date::parse(text).expect("a day")
}

/// What of a purchase is left to refund.
struct Bought {
    id: String,
    left: i64,
}

/// A scenario in the making.
struct Making {
    today: Date,
    statement: Statement,
    kinds: Kinds,
    events: Vec<Value>,
    bought: Vec<Bought>,
    plans: Vec<String>,
}

impl Making {
    fn new(today: Date, statement: Statement, kinds: Kinds) -> Making {
        Making { today, statement, kinds, events: Vec::new(), bought: Vec::new(), plans: Vec::new() }
    }

    fn add(&mut self, step: Step) {
        self.pass_time(step);
        let Step { kind, size, which, flags, .. } = step;
        let amount = one_of(size, &AMOUNTS);
        let event = match kind % 32 {
            0..=10 => self.purchase(amount, which, flags),
            11..=14 => self.refund(step),
            15..=18 => self.repayment(amount, which, flags),
            19 if self.kinds == Kinds::All => json!({ "type": "settlePlan", "plan": self.plan(which) }),
            20 if self.kinds == Kinds::All => json!({ "type": "settleAll" }),
            21 | 22 => self.conversion(amount, which, flags),
            23 | 24 if self.kinds == Kinds::All => json!({ "type": "payMinimum", "bill": self.month(which) }),
            25 => json!({ "type": "postpone", "bill": self.month(which) }),
            26 => json!({ "type": "freeze", "kind": one_of(which, &FREEZES) }),
            27 => json!({ "type": "appeal" }),
            28 => json!({ "type": "setLimit", "limit": one_of(size, &LIMITS) }),
            29 if flags > 250 => json!({ "type": "closeAccount" }),
            30 => json!({ "type": one_of(which, &["creditEnquiry", "raiseRequest", "deviceChange"]) }),
            _ => self.repayment(amount, which, flags),
        };
        self.events.push(self.dated(event));
    }

    fn dated(&self, mut event: Value) -> Value {
        event["date"] = json!(self.today.to_string());
        event
    }

    /// Often no time at all, often to a day that matters.
    fn pass_time(&mut self, step: Step) {
        let some = i32::from(step.flags % 3);
        let day_after = |from: Date, day: u8| {
            let this = from.month().on_day(day);
            if this > from { this } else { from.month().plus(1).on_day(day) }
        };
        let Statement { closes, due } = self.statement;
        self.today = match step.gap % 20 {
            0..=6 => self.today,
            7..=10 => self.today + Days(i32::from(step.gap % 20) - 6),
            11 | 12 => day_after(self.today, closes),
            13 | 14 => day_after(self.today, due),
            15 => day_after(self.today, due) + Days(3 + some),
            16 => day_after(self.today, closes) - Days(1),
            17 => self.today + Days(15 + some),
            18 => self.today + Days(31 + some),
            _ => day_after(self.today, due) + Days(some),
        };
    }

    fn purchase(&mut self, amount: &str, which: Pick, flags: Pick) -> Value {
        let id = format!("p{}", self.events.len());
        let yuan_to_fen = amount.replace('.', "").parse().expect("all amounts have two decimals");
        self.bought.push(Bought { id: id.clone(), left: yuan_to_fen });
        let periods = one_of(which, &[1, 3, 1, 6, 1, 3, 12, 1, 9, 2]);
        if periods > 1 {
            self.plans.push(id.clone());
        }
        let mut event = json!({ "type": "purchase", "id": id, "amount": amount, "periods": periods });
        if flags % 4 == 1 {
            event["channel"] = json!(one_of(flags / 4, &CHANNELS));
        }
        if flags > 250 {
            event["merchantSupports"] = json!(false);
        }
        event
    }

    /// A refund of all that is left of a purchase, or of a part; a repayment if there is nothing to refund.
    fn refund(&mut self, step: Step) -> Value {
        let mut open: Vec<&mut Bought> = self.bought.iter_mut().filter(|it| it.left > 0).collect();
        let count = open.len();
        if count == 0 {
            return json!({ "type": "repayment", "amount": "10.00" });
        }
        // The latest purchases are the likeliest.
        let bought = &mut open[count - 1 - usize::from(step.which) % count.min(5)];
        let mut event = json!({ "type": "refund", "purchase": bought.id });
        let part = match step.size % 3 {
            0 => bought.left,
            1 => (bought.left / 3).max(1),
            _ => (bought.left / 2).max(1),
        };
        bought.left -= part;
        if bought.left > 0 || step.size > 128 {
            event["amount"] = json!(yuan(part));
        }
        if step.flags > 215 {
            event[one_of(step.flags, &["itemDiffers", "virtualAddress", "addressDiffers"])] = json!(true);
        }
        if step.flags % 5 == 1 {
            event["channel"] = json!(one_of(step.flags / 5, &CHANNELS));
        }
        event
    }

    fn repayment(&self, amount: &str, which: Pick, flags: Pick) -> Value {
        let target = match flags % 8 {
            0 => json!({ "bill": self.month(which) }),
            1 => json!("unbilled"),
            2 => json!("auto"),
            _ => return json!({ "type": "repayment", "amount": amount }),
        };
        json!({ "type": "repayment", "amount": amount, "target": target })
    }

    fn conversion(&mut self, amount: &str, which: Pick, flags: Pick) -> Value {
        let id = format!("c{}", self.events.len());
        let periods = one_of(which / 3, &[3, 3, 6, 12, 9]);
        self.plans.push(id.clone());
        let mut event =
            json!({ "type": "convertBill", "bill": self.month(which), "periods": periods, "id": id });
        if !flags.is_multiple_of(3) {
            event["amount"] = json!(amount);
        }
        event
    }

    fn plan(&self, which: Pick) -> String {
        let Some(latest) = self.plans.len().checked_sub(1) else { return "none".to_owned() };
        self.plans[latest - usize::from(which) % self.plans.len().min(4)].clone()
    }

    /// Mostly this month; now and then the one before, or another.
    fn month(&self, which: Pick) -> String {
        let day = match which % 8 {
            6 => self.today - Days(31),
            7 => self.today + Days(31),
            _ => self.today,
        };
        day.month().to_string()
    }
}

const FREEZES: [&str; 5] = ["riskControl", "manualReview", "overdue", "violation", "permanent"];
const CHANNELS: [&str; 3] = ["mall", "externalPlatform", "default"];

/// An amount in yuan with two decimals.
pub fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}
