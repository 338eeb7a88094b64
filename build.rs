//! Packs the products of `data/terms/`, the reference rates and the working-day calendar into the library, so that
//! adding one needs no change in `src/`.
//!
//! One value a line, cells parted by tabs, rules apart from what people read (see `src/terms/packed.rs`).
//! The schemas of `data/schema/` go along without their descriptions and spaces.
//! What is not here: checks. `Terms::from_json` has them, and the tests read every file through it.

use std::path::Path;
use std::{env, fs};

use serde_json::Value;

const FOLDER: &str = "data/terms";
const SCHEMAS: &str = "data/schema";
const RATES: &str = "data/reference-rates.json";
const WORKDAYS: &str = "data/cn-workdays.csv";
/// The first day that there is, from which the first step of the working-day calendar leads.
const FIRST: &str = "2004-01-01";
const VALUE: [&str; 6] = ["from", "value", "unit", "source", "fact", "sure"];
const LANGUAGES: [&str; 3] = ["zh-CN", "zh-Hant", "en"];

fn main() {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed={RATES}");
    println!("cargo::rerun-if-changed={SCHEMAS}");
    println!("cargo::rerun-if-changed={WORKDAYS}");
    println!("cargo::rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let ids = ids();
    let products: Vec<String> = ids.iter().map(|id| product(id)).collect();
    let (count, products, default, rates) = (ids.len(), products.concat(), default(&ids), rates());
    let rust = format!(
        "static PRODUCTS: [(&str, &str, &str); {count}] = [{products}];\n\
         const DEFAULT: usize = {default};\nstatic RATES: &str = {rates:?};\n"
    );
    fs::write(Path::new(&out).join("products.rs"), rust).expect("OUT_DIR can be written to");
    let schemas = ["scenario", "terms", "report"].map(schema);
    let rust = format!("static SCHEMAS: [&str; 3] = {schemas:?};\n");
    fs::write(Path::new(&out).join("schemas.rs"), rust).expect("OUT_DIR can be written to");
    let steps = departures();
    let rust = format!("static DEPARTURES: [u16; {}] = {steps:?};\n", steps.len());
    fs::write(Path::new(&out).join("workdays.rs"), rust).expect("OUT_DIR can be written to");
}

/// The days that depart from Monday to Friday: for each twice the days since the one before, plus one if it is worked.
fn departures() -> Vec<u16> {
    let facts = fs::read_to_string(WORKDAYS).expect("the file can be read");
    let mut before = day_number(FIRST);
    let mut steps = Vec::new();
    for row in facts.lines().skip(1) {
        let (date, rest) = row.split_once(',').expect("a row begins with its day");
        let worked = match rest.split(',').next() {
            Some("workday") => 1,
            Some("holiday") => 0,
            _ => panic!("{row}: neither workday nor holiday"),
        };
        let day = day_number(date);
        steps.push(u16::try_from((day - before) * 2 + worked).expect("rows are sorted"));
        before = day;
    }
    steps
}

/// The number of a day of the Gregorian calendar, counted from some day before all of them.
fn day_number(date: &str) -> i32 {
    let parts: Vec<i32> = date.split('-').map(|part| part.parse().expect("a number of a date")).collect();
    let [year, month, day] = parts[..] else { panic!("{date} is not a date") };
    // A year that begins in March has its leap day at its end.
    let (year, month) = if month < 3 { (year - 1, month + 12) } else { (year, month) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month - 457) / 5 + day
}

/// A schema as short as it can be.
fn schema(name: &str) -> String {
    let mut json = read(&format!("{SCHEMAS}/{name}.json"));
    without_descriptions(&mut json);
    json.to_string()
}

/// Takes away every text that describes; a property of that name is an object and stays.
fn without_descriptions(json: &mut Value) {
    match json {
        Value::Object(fields) => {
            if fields.get("description").is_some_and(Value::is_string) {
                fields.remove("description");
            }
            fields.values_mut().for_each(without_descriptions);
        }
        Value::Array(items) => items.iter_mut().for_each(without_descriptions),
        _ => {}
    }
}

/// The names of the JSON files, sorted, without their ending.
fn ids() -> Vec<String> {
    let files = fs::read_dir(FOLDER).expect("the folder is there");
    let paths = files.map(|file| file.expect("the folder can be read").path());
    let json = paths.filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let mut ids: Vec<String> = json.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    ids.sort();
    ids
}

/// The place of the product that is meant where none is named.
fn default(ids: &[String]) -> usize {
    let id = fs::read_to_string(format!("{FOLDER}/default")).expect("the folder says which is the default");
    ids.iter().position(|known| known == id.trim()).expect("the default is a product of the folder")
}

fn read(path: &str) -> Value {
    let text = fs::read_to_string(path).expect("the file can be read");
    serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

fn product(id: &str) -> String {
    let path = format!("{FOLDER}/{id}.json");
    let json = read(&path);
    let (Some(terms), Some(about)) = (terms(&json), about(&json)) else {
        panic!("{path}: not the shape of a product");
    };
    format!("({id:?}, {terms:?}, {about:?}),\n")
}

/// Id, version and name on the first line, then each value on a line of its own.
fn terms(json: &Value) -> Option<String> {
    let first = line(&[cell(&json["id"]), cell(&json["version"]), texts(&json["name"])]);
    let mut lines = vec![first];
    for (key, values) in json["terms"].as_object()? {
        for value in values.as_array()? {
            lines.push(line(&[key.clone(), cells(value, &VALUE)]));
        }
    }
    Some(lines.join("\n"))
}

/// What people read, each line marked by its first cell.
fn about(json: &Value) -> Option<String> {
    let mut lines = Vec::new();
    for (key, values) in json["terms"].as_object()? {
        for value in values.as_array()?.iter().filter(|value| !value["note"].is_null()) {
            lines.push(line(&["note".into(), key.clone(), cell(&value["from"]), texts(&value["note"])]));
        }
    }
    lines.extend(list(&json["sources"]).iter().map(source));
    let lender = &json["lender"];
    if !lender.is_null() {
        let who = cells(lender, &["source", "sure"]);
        lines.push(line(&["lender".into(), who, texts(&lender["name"]), texts(&lender["note"])]));
    }
    for it in list(&json["choices"]) {
        lines.push(line(&[
            "choice".into(),
            cells(it, &["id", "source", "fact", "sure"]),
            texts(&it["title"]),
        ]));
        let set = it["set"].as_object()?;
        lines.extend(set.iter().map(|(key, value)| line(&["set".into(), key.clone(), cell(value)])));
    }
    for it in list(&json["services"]) {
        lines.push(line(&["service".into(), cells(it, &["number", "source", "fact"]), texts(&it["note"])]));
    }
    for it in list(&json["claims"]) {
        lines.push(line(&["claim".into(), cells(it, &["id", "kind", "source", "fact"]), texts(&it["text"])]));
        let figures = list(&it["figures"]).iter();
        lines.extend(figures.map(|it| line(&["figure".into(), cells(it, &["name", "value", "unit"])])));
    }
    for it in list(&json["disagreements"]) {
        lines.push(line(&["disagreement".into(), cells(it, &["id", "claims"]), texts(&it["text"])]));
    }
    Some(lines.join("\n"))
}

fn source(it: &Value) -> String {
    line(&["source".into(), cells(it, &["id", "date", "place", "sure"]), texts(&it["title"])])
}

/// The version on the first line, then sources, values of the LPR and lines, each marked by its first cell.
fn rates() -> String {
    let json = read(RATES);
    let mut lines = vec![cell(&json["version"])];
    lines.extend(list(&json["sources"]).iter().map(source));
    lines.extend(list(&json["lpr"]).iter().map(|it| line(&["lpr".into(), cells(it, &VALUE)])));
    for it in list(&json["thresholds"]) {
        lines.push(line(&[cell(&it["id"]), cells(it, &VALUE), texts(&it["note"])]));
    }
    lines.join("\n")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn line(cells: &[String]) -> String {
    cells.join("\t")
}

fn cells(value: &Value, fields: &[&str]) -> String {
    fields.iter().map(|field| cell(&value[*field])).collect::<Vec<_>>().join("\t")
}

fn texts(value: &Value) -> String {
    cells(value, &LANGUAGES)
}

/// A text as it is, a list with commas between, a number or switch as JSON writes it, nothing for nothing.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(cell).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}
