//! Random scenarios, each in two spellings: as somebody may write it, and as it comes out of its code.
//!
//! What is not here: scenarios that the contract refuses.

use serde_json::{Map, Value, json};

/// A stream of numbers that a seed decides (SplitMix64).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 to one less than `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    pub fn chance(&mut self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }

    pub fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len() as u64) as usize]
    }
}

/// The same scenario twice.
pub struct Pair {
    /// As it is given.
    pub given: Value,
    /// As its code gives it back.
    pub back: Value,
}

const LABELS: [&str; 9] =
    ["手机", "a\"b\\c,\n", "", "🙂 emoji", "=1+1", "Café", "\u{0}\u{7f}", "—", "new phone, black"];
const CHANNELS: [&str; 3] = ["default", "mall", "externalPlatform"];
const FREEZES: [&str; 5] = ["riskControl", "manualReview", "overdue", "violation", "permanent"];

/// Two objects that grow together.
#[derive(Default)]
struct Both(Map<String, Value>, Map<String, Value>);

impl Both {
    fn set(&mut self, key: &str, value: impl Into<Value>) {
        let value = value.into();
        self.1.insert(key.to_owned(), value.clone());
        self.0.insert(key.to_owned(), value);
    }

    /// Given in one form, and back in another or not at all.
    fn set_as(&mut self, key: &str, given: Value, back: Option<Value>) {
        self.0.insert(key.to_owned(), given);
        if let Some(back) = back {
            self.1.insert(key.to_owned(), back);
        }
    }

    /// Something that holds anyway, sometimes said.
    fn usual(&mut self, random: &mut Random, key: &str, value: Value) {
        if random.chance(3) {
            let given = if random.chance(4) { Value::Null } else { value };
            self.set_as(key, given, None);
        }
    }

    fn amount(&mut self, random: &mut Random, key: &str, least: u64) {
        let fen = match random.below(6) {
            0 => least + random.below(1_000_000_000_000 - least + 1),
            1 => (1 + random.below(99)) * 10_000,
            2 => 1_000_000_000_000,
            _ => least + random.below(500_000),
        };
        let back = json!(format!("{}.{:02}", fen / 100, fen % 100));
        let given = match random.below(4) {
            0 if fen % 100 == 0 => json!(fen / 100),
            2 if fen % 100 == 0 => json!((fen / 100) as f64),
            1 if fen % 10 == 0 => json!(format!("{}.{}", fen / 100, fen % 100 / 10)),
            _ => back.clone(),
        };
        self.set_as(key, given, Some(back));
    }
}

fn day(random: &mut Random) -> String {
    let year = if random.chance(20) { 2004 + random.below(96) } else { 2024 + random.below(3) };
    format!("{year}-{:02}-{:02}", 1 + random.below(12), 1 + random.below(28))
}

fn month(random: &mut Random) -> String {
    let year = if random.chance(20) { 2004 + random.below(96) } else { 2024 + random.below(3) };
    format!("{year}-{:02}", 1 + random.below(12))
}

fn text(random: &mut Random) -> String {
    if random.chance(10) {
        return "长".repeat(200);
    }
    random.pick(&LABELS).to_owned()
}

/// An id that no other has: `p1`, `c1` and the like, mostly.
fn id(random: &mut Random, index: usize) -> String {
    match random.below(8) {
        0 => format!("id {index} é"),
        1 => format!("c{}", index + 1),
        2 => format!("p0{index}"),
        3 => format!("p{}", 4_294_967_296 + index as u64),
        4 => format!("{index}p"),
        _ => format!("p{}", index + 1),
    }
}

/// A scenario of up to so many events.
pub fn scenario(random: &mut Random, events_max: u64) -> Pair {
    let mut whole = Both::default();
    whole.set("format", "yuefu.scenario/1");
    whole
        .set("product", random.pick(&["douyin-monthly-pay", "huabei", "meituan-monthly-pay", "credit-card"]));
    whole.amount(random, "creditLimit", 0);
    for key in ["today", "until"] {
        if random.chance(3) {
            whole.set(key, day(random));
        }
    }
    match random.below(3) {
        0 => whole.set("assume", "possible"),
        _ => whole.usual(random, "assume", json!("guaranteed")),
    }
    habit(random, &mut whole);
    overrides(random, &mut whole);
    let (given, back): (Vec<Value>, Vec<Value>) = events(random, events_max).into_iter().unzip();
    whole.set_as("events", given.into(), Some(back.into()));
    Pair { given: whole.0.into(), back: whole.1.into() }
}

fn habit(random: &mut Random, whole: &mut Both) {
    let days = 1 + random.below(60);
    match random.below(5) {
        0 => whole.set("habit", json!({ "payInFull": true, "daysBeforeDue": days })),
        1 => {
            let given = [json!({ "payInFull": false }), json!({ "payInFull": false, "daysBeforeDue": days })];
            let back = json!({ "payInFull": false, "daysBeforeDue": 0 });
            whole.set_as("habit", given[random.below(2) as usize].clone(), Some(back));
        }
        _ => whole.usual(random, "habit", json!({ "payInFull": true, "daysBeforeDue": 0 })),
    }
}

/// Values that every product takes.
fn overrides(random: &mut Random, whole: &mut Both) {
    let all = [
        ("statement.day", json!(1 + random.below(28))),
        ("grace.days", json!(format!("{}", random.below(5)))),
        ("penalty.rate", json!("0.00050")),
        ("minimum.ratio", json!(format!("0.{:02}", 5 + random.below(40)))),
        ("plan.7.method", json!("flatPerPeriod")),
        ("plan.7.rate", json!("0.009")),
        ("plan.7.settle", json!("rate:0.03")),
        ("plan.smallest", json!(random.below(1_000))),
        ("overdue.cutAfter", json!(2 + random.below(3))),
        ("refund.rule", json!("resetNextMonth")),
        ("refund.normal.mall.possible", json!("3 workingDays")),
        ("repayment.order", json!("fee,penalty,principal,interest")),
        ("overdue.blocks", json!(random.chance(2))),
        ("money.rounding", json!("down")),
    ];
    if random.chance(2) {
        return whole.usual(random, "overrides", json!({}));
    }
    let plan_too = random.chance(2);
    let chosen = all
        .into_iter()
        .filter(|(key, _)| if key.starts_with("plan.7") { plan_too } else { random.chance(3) });
    let chosen: Map<String, Value> = chosen.map(|(key, value)| (key.to_owned(), value)).collect();
    match chosen.is_empty() {
        true => whole.usual(random, "overrides", json!({})),
        false => whole.set("overrides", Value::Object(chosen)),
    }
}

/// A refund only of a purchase before it, in half or in what is left of it, once.
fn events(random: &mut Random, most: u64) -> Vec<(Value, Value)> {
    let mut events = Vec::new();
    let mut open: Vec<(String, String)> = Vec::new();
    for index in 0..random.below(most + 1) as usize {
        let mut event = Both::default();
        let date = day(random);
        match random.below(6) {
            0 => {
                let found = open.iter().position(|(_, bought)| *bought <= date);
                let Some(found) = found else { continue };
                refund(random, &mut event, open.swap_remove(found).0);
            }
            1 => other(random, &mut event, index),
            _ => {
                let id = id(random, index);
                purchase(random, &mut event, &id);
                open.push((id, date.clone()));
            }
        }
        event.set("date", date);
        events.push((event.0.into(), event.1.into()));
    }
    events
}

fn purchase(random: &mut Random, event: &mut Both, id: &str) {
    event.set("type", "purchase");
    event.set("id", id);
    event.amount(random, "amount", 1);
    match random.below(3) {
        0 => event.set("periods", 2 + random.below(359)),
        1 => event.set_as("periods", json!(3.0), Some(json!(3))),
        _ => event.usual(random, "periods", json!(1)),
    }
    if random.chance(3) {
        event.set("label", text(random));
    }
    match random.below(3) {
        0 => event.set("channel", random.pick(&CHANNELS[1..])),
        _ => event.usual(random, "channel", json!("default")),
    }
    match random.below(5) {
        0 => event.set("merchantSupports", false),
        _ => event.usual(random, "merchantSupports", json!(true)),
    }
}

fn refund(random: &mut Random, event: &mut Both, purchase: String) {
    event.set("type", "refund");
    event.set("purchase", purchase);
    if random.chance(3) {
        event.set("amount", "0.01");
    }
    if random.chance(2) {
        event.set("channel", random.pick(&CHANNELS));
    }
    for flag in ["itemDiffers", "virtualAddress", "addressDiffers"] {
        match random.below(4) {
            0 => event.set(flag, true),
            _ => event.usual(random, flag, json!(false)),
        }
    }
}

fn other(random: &mut Random, event: &mut Both, index: usize) {
    let plain = ["settleAll", "appeal", "creditEnquiry", "raiseRequest", "deviceChange", "closeAccount"];
    let kind = ["repayment", "settlePlan", "convertBill", "payMinimum", "postpone", "freeze", "setLimit", ""];
    let kind = match random.pick(&kind) {
        "" => random.pick(&plain),
        kind => kind,
    };
    event.set("type", kind);
    match kind {
        "repayment" => {
            event.amount(random, "amount", 1);
            match random.below(3) {
                0 => event.set("target", "unbilled"),
                1 => event.set("target", json!({ "bill": month(random) })),
                _ => event.usual(random, "target", json!("auto")),
            }
        }
        "settlePlan" => event.set("plan", id(random, index / 2)),
        "convertBill" => {
            event.set("bill", month(random));
            event.set("periods", 1 + random.below(12));
            event.set("id", id(random, index));
            if random.chance(2) {
                event.amount(random, "amount", 1);
            }
        }
        "payMinimum" | "postpone" => event.set("bill", month(random)),
        "freeze" => event.set("kind", random.pick(&FREEZES)),
        "setLimit" => event.amount(random, "limit", 0),
        _ => {}
    }
}
