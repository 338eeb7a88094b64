//! The functions of the contract by their names, as tests that are data call them.
//!
//! What is not here: JavaScript. The same names are tried in a browser and in Node.js elsewhere.

use serde::Serialize;
use serde_json::Value;
use yuefu::error::Error;
use yuefu::wire::json::Json;
use yuefu::wire::{calendar, calendar_file, code, comparison, questions, quote, rates, read, table};

/// The result of a function of the contract, or its error as `{ "error": { code, path, message, hint } }`.
///
/// # Panics
/// On a name that is not here.
pub fn call(name: &str, args: &[Value]) -> Value {
    let texts: Vec<String> = args.iter().map(Value::to_string).collect();
    let read: Vec<Json> = texts.iter().map(|text| read::json(text).unwrap_or(Json::Null)).collect();
    let arg = |index: usize| read.get(index).unwrap_or(&Json::Null);
    match name {
        "simulate" => super::simulate(args.first().unwrap_or(&Value::Null)),
        "solve" => given(questions::solve(arg(0), arg(1))),
        "compare" => given(comparison::compare(arg(0))),
        "quote" => given(quote::quote(arg(0))),
        "annualRate" => given(rates::annual_rate(arg(0))),
        "addWorkingDays" => given(calendar::add(arg(0), arg(1))),
        "addWorkingDaysMany" => given(calendar::add_many(arg(0), arg(1))),
        "isWorkingDay" => given(calendar::is_working_day(arg(0))),
        "workingYears" => given(Ok(calendar::years())),
        "encodeScenario" => given(code::encode(arg(0))),
        "decodeScenario" => given(code::decode(arg(0))),
        "toCsv" => given(table::csv(arg(0), arg(1), arg(2))),
        "toCalendar" => given(calendar_file::calendar(arg(0), arg(1))),
        _ => panic!("no test knows a function {name:?}"),
    }
}

fn given<T: Serialize>(result: Result<T, Error>) -> Value {
    match result {
        Ok(value) => serde_json::to_value(value).expect("a result is JSON"),
        Err(error) => super::error_value(&error),
    }
}
