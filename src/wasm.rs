//! The functions that JavaScript calls: the only module that knows `wasm_bindgen`.
//!
//! Inputs come as JSON text made by the host itself, so that nothing in them can trap the module;
//! results go out as plain objects. What is not here: the shapes of inputs and results, and any rule.

mod later;

use js_sys::{Array, JSON, JsString, Object, Reflect};
use tsify::Ts;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

use crate::error::{Code, Error};
use crate::wire::{
    calendar, calendar_file, code, comparison, head, json, product, questions, quote, rates, read, schema,
    shape, simulation, table, write,
};

/// Smaller and no slower than the allocator that comes with the target.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Shows the text and place of a panic in the browser's console.
#[cfg(any(debug_assertions, feature = "panic-hook"))]
#[wasm_bindgen(start)]
fn show_panics() {
    console_error_panic_hook::set_once();
}

#[wasm_bindgen(typescript_custom_section)]
const ERROR_TYPE: &str = "
/** What every function of this package throws for an input that it cannot take. */
export interface YuefuError extends Error {
    name: \"YuefuError\";
    /** What is wrong. */
    code: string;
    /** JSON pointer into the input. */
    path: string;
    /** What would be right, in English. */
    hint: string;
}
";

/// The glue's class has a method by this name, which older libraries of TypeScript do not declare.
#[wasm_bindgen(typescript_custom_section)]
const DISPOSE_TYPE: &str = "
declare global {
    interface SymbolConstructor {
        readonly dispose: unique symbol;
    }
}
";

/// Characters of an input as JSON (UTF-16), three times what the largest usual one has. With its copy inside, an input
/// of this size fits into the memory that WebAssembly can have.
const INPUT_MAX: u32 = 1 << 28;

type Thrown<T> = Result<T, JsValue>;

fn thrown(error: Error) -> JsValue {
    let value = js_sys::Error::new(&error.message);
    value.set_name("YuefuError");
    for (key, text) in [("code", error.code.as_str()), ("path", &error.path), ("hint", &error.hint)] {
        let _ = Reflect::set(&value, &key.into(), &text.into());
    }
    value.into()
}

/// What a function gives for an input. The input's texts stay where they were read from.
fn given<T>(value: &JsValue, ask: impl FnOnce(&json::Json<'_>) -> Result<T, Error>) -> Thrown<T> {
    let text = String::from(text_of(value)?);
    ask(&json_of(&text)?).map_err(thrown)
}

/// A small input as a JSON value that holds its texts itself.
fn input(value: &JsValue) -> Thrown<json::Json<'static>> {
    Ok(json_of(&String::from(text_of(value)?))?.into_owned())
}

/// The input as a JSON text. `JSON.stringify` refuses what is not JSON, cycles among it.
fn text_of(value: &JsValue) -> Thrown<JsString> {
    let text = JSON::stringify(value).ok().and_then(|text| text.dyn_into::<JsString>().ok());
    let Some(text) = text else {
        return Err(thrown(Error::new(
            Code::NotJson,
            "",
            "the input is not a JSON value",
            "a plain object of texts, whole numbers, lists and objects",
        )));
    };
    if text.length() > INPUT_MAX {
        return Err(thrown(Error::new(
            Code::TooLarge,
            "",
            "the input is too large",
            "at most 268 435 456 characters",
        )));
    }
    Ok(text)
}

/// The value of a JSON text, which holds the value's own texts.
fn json_of(text: &str) -> Thrown<json::Json<'_>> {
    read::json(text).map_err(thrown)
}

/// A result as a plain object. One text crosses the boundary, and the host makes the objects of it.
fn output<T: shape::Shape>(value: &T) -> Thrown<Ts<T>> {
    JSON::parse(&json::text(value)).map(Ts::new_unchecked)
}

#[wasm_bindgen]
extern "C" {
    /// Makes the objects of a text that the host holds already.
    #[wasm_bindgen(catch, js_namespace = JSON, js_name = parse)]
    fn parse_text(text: &JsString) -> Thrown<JsValue>;
}

/// The whole account: bills, plans, refunds, the limit day by day, and why.
///
/// @throws YuefuError
#[wasm_bindgen]
pub fn simulate(
    scenario: Ts<shape::Scenario>,
    options: Option<Ts<shape::Options>>,
) -> Thrown<Ts<shape::Report>> {
    let text = text_of(&scenario.js_value())?;
    let written = String::from(&text);
    let json = json_of(&written)?;
    let options = options.map(|options| input(&options.js_value())).transpose()?;
    let detail = read::detail(options.as_ref()).map_err(thrown)?;
    let product = read::product_of(&json).map_err(thrown)?;
    let (scenario, terms) = read::scenario(&json, product).map_err(thrown)?;
    later::report(&head::head(&scenario, &terms), &text, detail)
}

/// The answer to a question about a scenario, with the report of the run that shows it.
///
/// @throws YuefuError
#[wasm_bindgen]
pub fn solve(scenario: Ts<shape::Scenario>, question: Ts<shape::Question>) -> Thrown<Ts<shape::Answer>> {
    let question = input(&question.js_value())?;
    output(&given(&scenario.js_value(), |scenario| questions::solve(scenario, &question))?)
}

/// Two to ten scenarios held against the first of them.
///
/// @throws YuefuError with the index of the scenario in its path
#[wasm_bindgen]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "Scenario[]")] scenarios: JsValue,
) -> Thrown<Ts<shape::Comparison>> {
    output(&given(&scenarios, comparison::compare)?)
}

/// A scenario that is kept and edited. Every edit is checked; a refused edit changes nothing.
#[wasm_bindgen]
pub struct Simulation {
    kept: simulation::Simulation,
    /// The scenario as the host has it, for the lists of reports. Nobody else holds it but reports.
    scenario: Object,
    /// Whether a report holds it: then the next edit leaves it as it is and goes on with a copy.
    shared: bool,
}

#[wasm_bindgen]
impl Simulation {
    /// Keeps a scenario.
    ///
    /// @throws YuefuError
    #[wasm_bindgen(constructor)]
    pub fn new(scenario: Ts<shape::Scenario>) -> Thrown<Simulation> {
        let text = text_of(&scenario.js_value())?;
        let kept = simulation::Simulation::new(&json_of(&String::from(&text))?).map_err(thrown)?;
        Ok(Simulation { kept, scenario: parse_text(&text)?.unchecked_into(), shared: false })
    }

    /// Puts another event at a place of the list.
    ///
    /// @throws YuefuError, and changes nothing
    pub fn replace(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] i: JsValue,
        event: Ts<shape::Event>,
    ) -> Thrown<()> {
        let event = text_of(&event.js_value())?;
        let at = self.kept.replace(&input(&i)?, &json_of(&String::from(&event))?).map_err(thrown)?;
        self.splice(at, 1, Some(&event))
    }

    /// Puts one more event at a place of the list; at its end for its length.
    ///
    /// @throws YuefuError, and changes nothing
    pub fn insert(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] i: JsValue,
        event: Ts<shape::Event>,
    ) -> Thrown<()> {
        let event = text_of(&event.js_value())?;
        let at = self.kept.insert(&input(&i)?, &json_of(&String::from(&event))?).map_err(thrown)?;
        self.splice(at, 0, Some(&event))
    }

    /// Takes the event at a place out of the list.
    ///
    /// @throws YuefuError, and changes nothing
    pub fn remove(&mut self, #[wasm_bindgen(unchecked_param_type = "number")] i: JsValue) -> Thrown<()> {
        let at = self.kept.remove(&input(&i)?).map_err(thrown)?;
        self.splice(at, 1, None)
    }

    /// The whole account with explanations, as `simulate` gives it.
    pub fn report(&mut self) -> Thrown<Ts<shape::Report>> {
        self.shared = true;
        later::report(&self.kept.head(), &self.scenario, write::Detail::Full)
    }

    /// The whole account without explanations, as `simulate` gives it for `detail: "totals"`.
    pub fn totals(&mut self) -> Thrown<Ts<shape::Report>> {
        self.shared = true;
        later::report(&self.kept.head(), &self.scenario, write::Detail::Totals)
    }

    /// Brings the host's scenario to where the kept one is.
    fn splice(&mut self, at: usize, out: u32, event: Option<&JsString>) -> Thrown<()> {
        let events = JsValue::from("events");
        if core::mem::take(&mut self.shared) {
            self.scenario = Object::assign(&Object::new(), &self.scenario);
            let list: Array = Reflect::get(&self.scenario, &events)?.unchecked_into();
            Reflect::set(&self.scenario, &events, &list.slice(0, list.length()))?;
        }
        let list: Array = Reflect::get(&self.scenario, &events)?.unchecked_into();
        let event = event.map(parse_text).transpose()?;
        list.splice_many(at as u32, out, event.as_slice());
        Ok(())
    }
}

/// What an instalment plan really costs: rows, fees, annual rates, settling early, and the cost sheet.
///
/// @throws YuefuError
#[wasm_bindgen]
pub fn quote(request: Ts<shape::QuoteRequest>) -> Thrown<Ts<shape::Quote>> {
    output(&given(&request.js_value(), quote::quote)?)
}

/// The annual rate of cash flows, by one of four conventions.
///
/// @throws YuefuError where there is no rate, or more than one
#[wasm_bindgen(js_name = annualRate)]
pub fn annual_rate(request: Ts<shape::AnnualRateRequest>) -> Thrown<Ts<shape::AnnualRate>> {
    output(&given(&request.js_value(), rates::annual_rate)?)
}

/// The day that comes `n` working days strictly after a day; before it for a negative `n`.
///
/// @throws YuefuError for a day outside the years that the calendar knows
#[wasm_bindgen(js_name = addWorkingDays)]
pub fn add_working_days(
    #[wasm_bindgen(unchecked_param_type = "string")] date: JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] n: JsValue,
) -> Thrown<String> {
    let n = input(&n)?;
    given(&date, |date| calendar::add(date, &n))
}

/// `addWorkingDays` for each of many days, in one call.
///
/// @throws YuefuError with the index of the day in its path
#[wasm_bindgen(js_name = addWorkingDaysMany, unchecked_return_type = "string[]")]
pub fn add_working_days_many(
    #[wasm_bindgen(unchecked_param_type = "string[]")] dates: JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] n: JsValue,
) -> Thrown<JsValue> {
    let n = input(&n)?;
    JSON::parse(&json::text(&given(&dates, |dates| calendar::add_many(dates, &n))?))
}

/// Whether a day is a working day in mainland China.
///
/// @throws YuefuError for a day outside the years that the calendar knows
#[wasm_bindgen(js_name = isWorkingDay)]
pub fn is_working_day(#[wasm_bindgen(unchecked_param_type = "string")] date: JsValue) -> Thrown<bool> {
    given(&date, calendar::is_working_day)
}

/// The years that the working-day calendar knows.
#[wasm_bindgen(js_name = workingYears)]
pub fn working_years() -> Thrown<Ts<shape::WorkingYears>> {
    output(&calendar::years())
}

/// The shipped products.
#[wasm_bindgen]
pub fn products() -> Thrown<Vec<Ts<shape::ProductSummary>>> {
    crate::terms::shipped().map(|terms| output(&product::summary(terms))).collect()
}

/// A shipped product with all its terms and their sources.
///
/// @throws YuefuError for an id that is not shipped
#[wasm_bindgen(js_name = product)]
pub fn product_by_id(
    #[wasm_bindgen(unchecked_param_type = "string")] id: JsValue,
) -> Thrown<Ts<shape::Product>> {
    output(&product::product(given(&id, read::product)?))
}

/// Versions of the engine, of each product's data, and of the calendar.
#[wasm_bindgen]
pub fn version() -> Thrown<Ts<shape::Version>> {
    output(&product::version())
}

/// A short text for links that holds the scenario; letters, digits, `-` and `_`.
///
/// @throws YuefuError for a scenario that cannot be simulated
#[wasm_bindgen(js_name = encodeScenario)]
pub fn encode_scenario(scenario: Ts<shape::Scenario>) -> Thrown<String> {
    given(&scenario.js_value(), code::encode)
}

/// The scenario of a code, and what newer terms have changed about it.
///
/// @throws YuefuError `damagedCode` for a text that is not exactly a code, `newerCode` for one of a later version
#[wasm_bindgen(js_name = decodeScenario)]
pub fn decode_scenario(
    #[wasm_bindgen(unchecked_param_type = "string")] code: JsValue,
) -> Thrown<Ts<shape::Decoded>> {
    output(&given(&code, code::decode)?)
}

/// A table of a report for spreadsheets (RFC 4180, UTF-8 with its mark), headed in a language.
///
/// @throws YuefuError for what is not a report, another table or another language
#[wasm_bindgen(js_name = toCsv)]
pub fn to_csv(
    report: Ts<shape::Report>,
    #[wasm_bindgen(unchecked_param_type = "\"bills\" | \"plans\" | \"refunds\" | \"limit\" | \"journal\"")]
    table: JsValue,
    #[wasm_bindgen(unchecked_param_type = "\"zh-CN\" | \"zh-Hant\" | \"en\"")] locale: JsValue,
) -> Thrown<String> {
    let (name, locale) = (input(&table)?, input(&locale)?);
    given(&report.js_value(), |report| table::csv(report, &name, &locale))
}

/// The days of a report as a calendar file (RFC 5545) with reminders, in a language.
///
/// @throws YuefuError for what is not a report, or another language
#[wasm_bindgen(js_name = toCalendar)]
pub fn to_calendar(
    report: Ts<shape::Report>,
    #[wasm_bindgen(unchecked_param_type = "\"zh-CN\" | \"zh-Hant\" | \"en\"")] locale: JsValue,
) -> Thrown<String> {
    let locale = input(&locale)?;
    given(&report.js_value(), |report| calendar_file::calendar(report, &locale))
}

/// JSON Schema (2020-12) of a scenario, of a product's terms, or of a report.
///
/// @throws YuefuError for another name
#[wasm_bindgen(js_name = schema, unchecked_return_type = "{ [keyword: string]: unknown }")]
pub fn schema_of(
    #[wasm_bindgen(unchecked_param_type = "\"Scenario\" | \"Terms\" | \"Report\"")] name: JsValue,
) -> Thrown<JsValue> {
    JSON::parse(given(&name, schema::schema)?)
}
