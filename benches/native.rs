//! The engine without a boundary: accounts of several sizes, run, folded into a report, written.
//!
//! Run by `cargo bench`. It prints the median and the best of many calls and never fails by time.
//! What is not here: JavaScript and its rivals (see `run.mjs`).

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    native::main();
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::hint::black_box;
    use std::time::{Duration, Instant};

    use serde_json::{Value, json};
    use yuefu::date::{Date, Days};
    use yuefu::wire::json::Json;
    use yuefu::wire::simulation::Simulation;
    use yuefu::wire::write::Detail;
    use yuefu::wire::{head, json as text, read, write};

    const SIZES: [usize; 3] = [20, 200, 2000];
    /// For so long a function is measured.
    const BUDGET: Duration = Duration::from_millis(400);

    pub fn main() {
        for size in SIZES {
            account(size);
        }
    }

    /// Purchases over 24 months, every second in instalments, a tenth refunded, every bill paid when due.
    fn input(purchases: usize) -> Value {
        let first = Date::new(2024, 1, 2).expect("a day");
        let mut events = Vec::new();
        for i in 0..purchases {
            let day = first + Days((i * 720 / purchases) as i32);
            let amount = format!("{}.{:02}", 20 + i * 37 % 200, i * 61 % 100);
            let mut purchase = json!({ "type": "purchase", "id": format!("p{i}"), "date": day.to_string(), "amount": amount });
            if i % 2 == 1 {
                purchase["periods"] = json!([3, 6, 12][i % 3]);
            }
            events.push(purchase);
            if i % 20 == 5 || i % 20 == 14 {
                let day = (day + Days(10)).to_string();
                events.push(json!({ "type": "refund", "date": day, "purchase": format!("p{i}") }));
            }
        }
        json!({
            "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": "100000000.00",
            "today": "2025-12-31", "until": "2027-06-30", "events": events,
        })
    }

    fn account(size: usize) {
        let events = input(size);
        let json = value(&events);
        let product = read::product_of(&json).expect("a product");
        let (scenario, terms) = read::scenario(&json, product).expect("a scenario");
        let name = |what: &str| format!("{size} purchases: {what}");
        measure(&name("read"), || read::scenario(&json, product));
        measure(&name("balances"), || head::head(&scenario, &terms));
        measure(&name("journal"), || yuefu::engine::run(&scenario, &terms, false));
        measure(&name("journal and explanations"), || yuefu::engine::run(&scenario, &terms, true));
        measure(&name("report without explanations, as text"), || {
            text::text(&write::report(&scenario, &terms, Detail::Keys))
        });
        measure(&name("report, as text"), || text::text(&write::report(&scenario, &terms, Detail::Full)));
        let (mut kept, mut turn) = (Simulation::new(&json).expect("a scenario"), 0);
        let middle = (size / 2..).find(|&i| events["events"][i]["type"] == "purchase").expect("a purchase");
        let mut event = events["events"][middle].clone();
        measure(&name("an edit in the middle, balances"), || {
            turn = 100 - turn;
            event["amount"] = json!(1000 + turn);
            kept.replace(&value(&json!(middle)), &value(&event)).expect("an edit");
            kept.head()
        });
    }

    /// As the contract's functions take it.
    fn value(json: &Value) -> Json<'static> {
        read::json(&json.to_string()).expect("JSON").into_owned()
    }

    fn measure<T>(name: &str, mut call: impl FnMut() -> T) {
        let end = Instant::now() + BUDGET;
        let mut times = Vec::new();
        while times.len() < 5 || Instant::now() < end {
            let start = Instant::now();
            black_box(call());
            times.push(start.elapsed());
        }
        times.sort_unstable();
        println!("{name:55} median {:>10.1?}  best {:>10.1?}", times[times.len() / 2], times[0]);
    }
}
