//! Reports whose lists are worked out when they are first read.
//!
//! A report holds its sums at once. Every other field is an accessor: the first look at any of them runs the scenario
//! again for all lists, the first look at `why` runs it for the explanations. The input is kept as it was, so a field
//! says the same whenever it is read; copies and JSON are those of an object that holds everything.
//! What is not here: what the fields hold.

use js_sys::{Array, JSON, JsString, Object, Reflect};
use tsify::Ts;
use wasm_bindgen::prelude::{Closure, JsCast, JsValue, wasm_bindgen};

use super::{Thrown, json_of, thrown};
use crate::error::Error;
use crate::scenario::Scenario;
use crate::terms::Terms;
use crate::wire::head::{self, Head};
use crate::wire::{json, read, shape, write};

/// Where a source keeps the scenario, as a text or as an object that nobody changes.
const SCENARIO: u32 = 0;
/// Whether figures name their explanations.
const EXPLAINED: u32 = 1;
/// The lists, once they were read.
const LISTS: u32 = 2;
/// The explanations, once they were read.
const WHY: u32 = 3;

/// The field that is worked out by itself.
const WHY_NAME: &str = "why";

#[wasm_bindgen]
extern "C" {
    /// A function of a source, the name of a field, and a value to set.
    type Field;
    #[wasm_bindgen(method)]
    fn bind(this: &Field, context: &JsValue, source: &Array, name: &JsString) -> JsValue;
}

thread_local! {
    /// Gets a field, or sets it where a value comes with the call. One function serves every field of every report;
    /// it is bound to what it needs, which the host frees with the report.
    static FIELD: Field =
        Closure::<dyn Fn(Array, JsString, JsValue) -> Thrown<JsValue>>::new(field).into_js_value().unchecked_into();
}

/// A report of its head and of the scenario to which the rest belongs.
pub(super) fn report(head: &Head, scenario: &JsValue, detail: write::Detail) -> Thrown<Ts<shape::Report>> {
    let report: Object = JSON::parse(&json::text(head))?.unchecked_into();
    let explained = JsValue::from(detail != write::Detail::Totals);
    let source = Array::of2(scenario, &explained);
    let descriptor = Object::new();
    for key in ["enumerable", "configurable"] {
        Reflect::set(&descriptor, &key.into(), &JsValue::TRUE)?;
    }
    for name in head::LATER.iter().filter(|name| head.has(name)) {
        let name = JsString::from(*name);
        let field = FIELD.with(|field| field.bind(&JsValue::UNDEFINED, &source, &name));
        for key in ["get", "set"] {
            Reflect::set(&descriptor, &key.into(), &field)?;
        }
        Reflect::define_property(&report, &name, &descriptor)?;
    }
    Ok(Ts::new_unchecked(report.into()))
}

fn field(source: Array, name: JsString, value: JsValue) -> Thrown<JsValue> {
    let explained = source.get(EXPLAINED).is_truthy();
    let apart = explained && name == WHY_NAME;
    let (place, name) = if apart { (WHY, None) } else { (LISTS, Some(name)) };
    if source.get(place).is_undefined() {
        let (scenario, terms) = scenario_of(&source)?;
        let made = match place {
            WHY => JSON::parse(&json::text(&write::whys(&scenario, &terms)))?,
            _ => lists(write::report(&scenario, &terms, detail(explained)))?,
        };
        source.set(place, made);
    }
    match (name, value.is_undefined()) {
        (Some(name), true) => Reflect::get(&source.get(place), &name),
        (Some(name), false) => Reflect::set(&source.get(place), &name, &value).map(JsValue::from),
        (None, true) => Ok(source.get(place)),
        (None, false) => {
            source.set(place, value);
            Ok(JsValue::UNDEFINED)
        }
    }
}

fn detail(explained: bool) -> write::Detail {
    if explained { write::Detail::Keys } else { write::Detail::Totals }
}

/// The fields that come later, as an object.
fn lists(report: shape::Report) -> Thrown<JsValue> {
    let lists = Object::new();
    let mut fault = None;
    head::each_later(report, &mut |name, text| {
        let set = JSON::parse(&text).and_then(|field| Reflect::set(&lists, &name.into(), &field));
        fault = fault.take().or(set.err());
    });
    fault.map_or(Ok(lists.into()), Err)
}

/// The scenario of a source, with its terms.
fn scenario_of(source: &Array) -> Thrown<(Scenario, Terms)> {
    let scenario = source.get(SCENARIO);
    let text = match scenario.dyn_into::<JsString>() {
        Ok(text) => text,
        Err(scenario) => JSON::stringify(&scenario)?,
    };
    let text = String::from(text);
    let json = json_of(&text)?;
    let read = || -> Result<_, Error> { read::scenario(&json, read::product_of(&json)?) };
    read().map_err(thrown)
}
