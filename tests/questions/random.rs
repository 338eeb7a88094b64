//! Random scenarios, the same ones every time: small amounts, few days, everything that can happen.
//!
//! What is not here: what must hold of them (see `laws`).

use serde_json::{Value, json};
use yuefu::date::{Date, Days};

/// A sequence of numbers that look random (SplitMix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    /// An amount in yuan between two bounds in fen.
    pub fn amount(&mut self, least: u64, most: u64) -> String {
        crate::yuan((least + self.below(most - least)) as i64)
    }

    /// A day in the first months of 2025.
    pub fn day(&mut self) -> Date {
        Date::new(2025, 1, 2).expect("a day") + Days(self.below(100) as i32)
    }
}

const PERIODS: [u32; 5] = [1, 1, 3, 6, 12];
const CHANNELS: [&str; 3] = ["default", "mall", "externalPlatform"];

/// A scenario of up to six events after its first purchase, in the order of their days.
pub fn scenario(chance: &mut Chance) -> Value {
    let mut events = vec![first(chance)];
    let mut days: Vec<Date> = (0..chance.below(6)).map(|_| chance.day() + Days(4)).collect();
    days.sort_unstable();
    for (number, day) in (1..).zip(days) {
        events.push(event(chance, number, &day.to_string()));
    }
    let mut scenario = crate::scenario("3000.00", Value::from(events));
    if chance.below(4) == 0 {
        scenario["habit"] = json!({ "payInFull": false });
    }
    if chance.below(3) == 0 {
        scenario["assume"] = json!("possible");
    }
    if chance.below(2) == 0 {
        scenario["today"] = json!(chance.day().to_string());
    }
    scenario
}

fn first(chance: &mut Chance) -> Value {
    crate::purchase("p0", "2025-01-02", &chance.amount(5_000, 250_000), PERIODS[chance.below(5) as usize])
}

pub fn event(chance: &mut Chance, number: u64, day: &str) -> Value {
    let month = &day[..7];
    match chance.below(10) {
        0..=3 => {
            let (amount, periods) = (chance.amount(2_000, 200_000), PERIODS[chance.below(5) as usize]);
            crate::purchase(&format!("p{number}"), day, &amount, periods)
        }
        4 | 5 => crate::repayment(day, &chance.amount(1, 90_000)),
        6 => json!({
            "type": "refund", "date": day, "purchase": "p0", "amount": chance.amount(1, 800),
            "channel": CHANNELS[chance.below(3) as usize],
        }),
        7 => json!({ "type": "payMinimum", "date": day, "bill": month }),
        8 => {
            json!({ "type": "convertBill", "date": day, "bill": month, "periods": 3, "id": format!("c{number}") })
        }
        _ => json!({ "type": "freeze", "date": day, "kind": "riskControl" }),
    }
}
