//! Reports of scenarios, natively: a scenario as JSON on each line in, its report or its error as JSON on each line out.
//!
//! The comparison of reports between browsers runs it. What is not here: any option.

use std::io::{Write, stdin, stdout};

use serde_json::to_string;
use yuefu::error::{Error, Result};
use yuefu::wire::{read, write};

fn report(line: &str) -> Result<String> {
    let scenario = read::json(line)?;
    let (scenario, terms) = read::scenario(&scenario, read::product_of(&scenario)?)?;
    Ok(to_string(&write::report(&scenario, &terms, write::Detail::Full)).expect("a report is JSON"))
}

fn main() -> std::io::Result<()> {
    let mut out = stdout().lock();
    for line in stdin().lines() {
        let text = report(&line?).unwrap_or_else(|error| {
            let Error { code, path, message, hint } = error;
            to_string(&[code.as_str(), &path, &message, &hint]).expect("texts are JSON")
        });
        writeln!(out, "{text}")?;
    }
    Ok(())
}
