//! What the fuzz targets in `fuzz/` do with their bytes, and a replay of the inputs that are kept there.
//!
//! A target takes any bytes, and panics where something is wrong. What is not here: the fuzzer, and how it changes
//! inputs (see `fuzz/`).

use proptest::prelude::TestCaseError;
use rust_decimal::Decimal;
use serde_json::{Value, json};
use yuefu::error::{Code, Error};
use yuefu::export::seal;
use yuefu::terms::{About, ReferenceRates, Terms};
use yuefu::wire::{code, json, rates, read, write};

use super::recipe::{Kinds, Recipe};
use super::support::calls;
use super::{bills, books, broken, less, limit, plans, same, view};

/// What panics where something is wrong with its bytes.
type Target = fn(&[u8]);

/// Every target by its name: that of its file, and of its folder of seeds.
const TARGETS: [(&str, Target); 6] = [
    ("scenario", scenario),
    ("call", call),
    ("terms", terms),
    ("code", code),
    ("rate", rate),
    ("laws", laws),
];

/// The functions that a call may name.
const FUNCTIONS: [&str; 13] = [
    "simulate",
    "solve",
    "compare",
    "quote",
    "annualRate",
    "addWorkingDays",
    "addWorkingDaysMany",
    "isWorkingDay",
    "workingYears",
    "encodeScenario",
    "decodeScenario",
    "toCsv",
    "toCalendar",
];

/// A law that holds, or is not about this input.
fn holds(law: Result<(), TestCaseError>) {
    if let Err(TestCaseError::Fail(reason)) = law {
        panic!("{reason}");
    }
}

/// JSON as the contract's functions get it; what is not JSON must be refused as such.
fn json_of(data: &[u8]) -> Option<Value> {
    let text = core::str::from_utf8(data).ok()?;
    match read::json(text) {
        // The tests' reader makes floats of numbers, and some are beyond them.
        Ok(_) => serde_json::from_str(text).ok(),
        Err(error) => {
            assert_eq!((error.code, error.path.as_str()), (Code::NotJson, ""));
            None
        }
    }
}

/// A refusal says what, where in one of the inputs, and what would be right.
fn check_refusal(error: &Value, inputs: &[Value]) {
    let text = |name: &str| error[name].as_str().unwrap_or_else(|| panic!("no {name} in {error}"));
    assert!(Code::ALL.iter().any(|code| code.as_str() == text("code")), "{error}");
    assert!(!text("message").is_empty() && !text("hint").is_empty(), "{error}");
    let there = |input: &Value| input.pointer(text("path")).is_some();
    assert!(text("path").is_empty() || inputs.iter().any(there), "{error} is no place of an input");
}

/// A scenario as JSON: a report or a refusal with its place. What has a report has one code, which gives it again.
pub fn scenario(data: &[u8]) {
    let Some(input) = json_of(data) else { return };
    holds(broken::check(&input));
    let Ok(code) = code::encode(&view::input(&input)) else { return };
    let back = code::decode(&code.as_str().into()).unwrap_or_else(|error| panic!("{error}: {input}"));
    assert_eq!(code::encode(&back.scenario).as_ref(), Ok(&code), "a scenario has one code: {input}");
    let back = json::text(&back.scenario);
    assert_eq!(view::text(&back), view::text(&input.to_string()), "a code keeps the report: {input}");
}

/// A call of any function, as `{ "fn": …, "args": […] }`: a result, or a refusal with a place in one argument.
pub fn call(data: &[u8]) {
    let Some(input) = json_of(data) else { return };
    let (Some(name), Some(args)) = (input["fn"].as_str(), input["args"].as_array()) else { return };
    if FUNCTIONS.contains(&name) {
        let result = calls::call(name, args);
        if result["error"].is_object() {
            check_refusal(&result["error"], args);
        }
    }
}

/// The terms of a product as JSON: terms that every scenario runs on, or a refusal with its place.
pub fn terms(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let about = About::from_json(text);
    let rates = ReferenceRates::from_json(text);
    let result = Terms::from_json(text);
    assert_eq!(
        result.as_ref().err(),
        about.as_ref().err(),
        "terms and what is said of them are read together"
    );
    for error in result.as_ref().err().into_iter().chain(rates.as_ref().err()) {
        let input = json_of(data).unwrap_or(Value::Null);
        // Unlike the contract's errors, these name a field that is missing where it would be.
        let parent = error.path.rsplit_once('/').map_or("", |(parent, _)| parent);
        assert!(input.pointer(parent).is_some(), "{error:?} is no place");
    }
    if let Ok(terms) = result {
        run_on(&terms);
    }
}

/// Sixty events of all kinds, on some terms. Periods that they do not offer are refused.
fn run_on(terms: &Terms) {
    let bytes: Vec<u8> = (0..310u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let mut scenario = Recipe::from_bytes(&bytes).expect("bytes enough").scenario();
    scenario["overrides"] = json!({});
    if let Ok((scenario, terms)) = read::scenario(&view::input(&scenario), terms) {
        let report = write::report(&scenario, &terms, write::Detail::Full);
        serde_json::to_value(report).expect("a report is JSON");
    }
}

/// A code as text, or after a zero byte the content of a code that is sealed here: a whole scenario or nothing.
pub fn code(data: &[u8]) {
    let text = match data {
        [0, content @ ..] => seal(content),
        text => String::from_utf8_lossy(text).into_owned(),
    };
    let Ok(found) = code::decode(&text.as_str().into()) else { return };
    if found.notes.iter().all(|note| note.code != "unknownProduct") {
        let first = view::text(&json::text(&found.scenario));
        let code = code::encode(&found.scenario).unwrap_or_else(|error| panic!("{error}: {text}"));
        let again = code::decode(&code.into()).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(view::text(&json::text(&again.scenario)), first);
    }
}

/// A request for an annual rate, as JSON or made of the bytes: a rate that does not depend on who looks, or a refusal.
pub fn rate(data: &[u8]) {
    let Some(request) = json_of(data).filter(Value::is_object).or_else(|| flows(data)) else { return };
    match rates::annual_rate(&view::input(&request)) {
        Ok(found) => {
            let turned =
                rates::annual_rate(&view::input(&turned(&request))).map(|it| (it.rate, it.per_period));
            assert_eq!(turned, Ok((found.rate, found.per_period)), "lender and borrower differ: {request}");
        }
        Err(error) => check_refusal(&as_json(&error), &[request]),
    }
}

fn as_json(error: &Error) -> Value {
    let Error { code, path, message, hint } = error;
    json!({ "code": code.as_str(), "path": path, "message": message, "hint": hint })
}

/// The request with every amount's sign changed.
fn turned(request: &Value) -> Value {
    let mut turned = request.clone();
    for flow in turned["flows"].as_array_mut().into_iter().flatten() {
        let other = match &flow["amount"] {
            Value::String(text) => {
                text.strip_prefix('-').map_or_else(|| format!("-{text}"), str::to_owned).into()
            }
            number => number.as_i64().map_or_else(|| number.clone(), |whole| Value::from(-whole)),
        };
        flow["amount"] = other;
    }
    turned
}

/// Cash flows of five bytes each, after a byte for the convention and one for the units of a year.
fn flows(data: &[u8]) -> Option<Value> {
    let [how, units, rest @ ..] = data else { return None };
    let mut at = 0;
    let start = super::recipe::day("2024-01-31");
    let flow = |bytes: &[u8]| {
        at += i32::from(bytes[0]);
        let fen = i32::from_be_bytes([bytes[1], bytes[2], bytes[3], 0]) >> 8;
        let sign = if fen < 0 { "-" } else { "" };
        let amount = format!("{sign}{}", super::recipe::yuan(i64::from(fen.unsigned_abs())));
        if how & 4 == 0 {
            return json!({ "date": (start + yuefu::date::Days(at)).to_string(), "amount": amount });
        }
        let fraction = format!("0.{}", bytes[4]);
        json!({ "period": at, "fraction": if how & 8 == 0 { "0" } else { &fraction }, "amount": amount })
    };
    let flows: Vec<Value> = rest.chunks_exact(5).take(60).map(flow).collect();
    let method = ["irr", "xirr", "eu", "us"][usize::from(how % 4)];
    let mut request = json!({ "method": method, "flows": flows });
    if *units > 0 {
        request["unitsPerYear"] = json!(units);
    }
    Some(request)
}

/// A recipe of a valid scenario: the laws that need no further run, and one of those that do.
pub fn laws(data: &[u8]) {
    let [which, picks @ ..] = data else { return };
    let Some(mut recipe) = Recipe::from_bytes(picks) else { return };
    let [first, second, third, ..] = recipe.frame;
    if which % 8 == 1 {
        recipe.kinds = Kinds::FixedPayments;
    }
    let scenario = recipe.scenario();
    let report = view::report(&scenario);
    holds(bills::check(&scenario, &report));
    holds(books::check(&scenario, &report));
    holds(limit::check(&scenario, &report));
    holds(plans::check(&report));
    match which % 8 {
        1 => holds(less::check_earlier(&recipe, [first ^ which, second ^ which])),
        2 => holds(less::check_one_more(scenario, [first ^ which, second ^ which, third ^ which])),
        3 => holds(less::check_given_back(&scenario)),
        4 => holds(limit::check_refused(&scenario, &report)),
        5 => holds(same::check_order(&scenario, &recipe.frame)),
        6 => holds(same::check_bytes(&scenario)),
        _ => {}
    }
}

#[test]
fn every_kept_input_passes() {
    for (name, target) in TARGETS {
        let folder = format!("{}/fuzz/seeds/{name}", env!("CARGO_MANIFEST_DIR"));
        let mut files: Vec<_> = std::fs::read_dir(&folder)
            .unwrap_or_else(|fault| panic!("{folder}: {fault}"))
            .map(|file| file.expect("the folder can be read").path())
            .collect();
        files.sort();
        assert!(files.len() >= 5, "{folder} holds {} inputs", files.len());
        for file in files {
            println!("{}", file.display());
            target(&std::fs::read(&file).expect("the file can be read"));
        }
    }
}

/// The made requests are requests, and a recipe's bytes are a recipe: the targets do not stop at the door.
#[test]
fn bytes_reach_what_they_are_for() {
    // 100.00 out at once and 110.00 in after one year of 365 days: 10 % a year, effective.
    let bytes = [1, 0, 0, 0xff, 0xd8, 0xf0, 0, 255, 0, 0, 0, 0, 110, 0, 0x2a, 0xf8, 0];
    let request = flows(&bytes).expect("a request");
    assert_eq!(request["flows"][0]["amount"], "-100.00");
    assert_eq!(request["flows"][2], json!({ "date": "2025-01-30", "amount": "110.00" }));
    assert_eq!(rates::annual_rate(&view::input(&request)).map(|found| found.rate), Ok(Decimal::new(1, 1)));
    let recipe = Recipe::from_bytes(&[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 1, 0]).expect("a recipe");
    assert_eq!(view::list(&recipe.scenario(), "events")[0]["amount"], "1000.00");
}
