//! Words that the code must not hold, each with its reason and the places that are excepted.
//!
//! What is not here: bans on words in texts for people.

use crate::expect_none;
use crate::source::{Source, holds, under};

struct Ban {
    /// What may not stand in the code.
    words: &'static [&'static str],
    /// Beginnings of paths that are excepted.
    except: &'static [&'static str],
    /// Why.
    reason: &'static str,
}

const ENGINE: &[Ban] = &[
    Ban {
        words: &["f32", "f64"],
        // The trait that shapes are written through has a method for each; what is written has none.
        except: &["src/rate.rs", "src/rate/", "src/wire/json/write.rs"],
        reason: "money is exact; a float may appear only inside the root search for an annual rate",
    },
    Ban {
        words: &["SystemTime", "Instant", "std::time"],
        except: &[],
        reason: "the answer depends on the arguments only; today is a field of the scenario",
    },
    Ban {
        words: &["std::fs", "std::env", "std::net", "std::process", "std::thread", "static mut"],
        except: &[],
        reason: "the core has no machine around it: no files, no network, no settings, no shared state",
    },
    Ban {
        words: &["HashMap", "HashSet"],
        except: &[],
        reason: "their order is not ours, and the same input must give the same bytes; take a BTreeMap or a Vec",
    },
    Ban {
        words: &["serde", "Serialize", "Deserialize"],
        except: &["src/wire.rs", "src/wire/"],
        reason: "one place knows the wire; domain types stay free to change",
    },
    Ban {
        words: &["serde_json"],
        // The checker of terms, which is not in the module, and tests that ask another reader.
        except: &["src/terms/json.rs", "src/terms/read", "src/wire/json/"],
        reason: "the contract's JSON is read and written by wire::json, which is a tenth of its size",
    },
    Ban {
        words: &["wasm_bindgen", "js_sys"],
        except: &["src/wasm.rs", "src/wasm/"],
        reason: "one file knows JavaScript; everything else runs and is tested without it",
    },
    Ban {
        words: &["serde_wasm_bindgen", "tsify", "Tsify"],
        except: &["src/wire.rs", "src/wire/", "src/wasm.rs", "src/wasm/"],
        reason: "types for JavaScript are made where the wire is known",
    },
    Ban {
        words: &[".unwrap()"],
        except: &[],
        reason: "an input gets its error; our own bug gets an `expect` that says what was thought impossible",
    },
    Ban {
        words: &[":?}", ":#?}"],
        except: &[],
        reason: "the shipped module has no code that shows values for debugging (xtask/src/mute.rs), and would stop",
    },
];

const PAGE: &[Ban] = &[
    Ban {
        words: &["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "srcdoc"],
        except: &[],
        reason: "no text becomes markup: build elements and set textContent",
    },
    Ban {
        words: &["eval(", "new Function("],
        except: &[],
        reason: "no text becomes code; the policy refuses it anyway",
    },
    Ban {
        words: &["XMLHttpRequest", "sendBeacon", "WebSocket", "EventSource"],
        except: &[],
        reason: "nothing leaves the browser",
    },
    Ban {
        words: &["parseFloat", "toFixed", "Math.round", "Math.floor", "Math.ceil", "Math.trunc"],
        // Lengths and places in pixels, which nobody pays.
        except: &["www/chart/"],
        reason: "no arithmetic on money in JavaScript: the engine gives every figure, as text",
    },
];

/// Words that name a sum of money or a rate in a report or a scenario.
const FIGURES: [&str; 14] = [
    "amount",
    "available",
    "creditLimit",
    "fee",
    "interest",
    "limit",
    "owed",
    "paid",
    "penalty",
    "principal",
    "rate",
    "remaining",
    "total",
    "totalFee",
];

#[test]
fn the_engine_holds_no_banned_word() {
    let breaches: Vec<String> =
        under(&["src/"], &[".rs"]).flat_map(|source| breaches(source, ENGINE)).collect();
    expect_none("Banned in src/:", &breaches);
}

#[test]
fn the_page_holds_no_banned_word() {
    let scripts = under(&["www/"], &[".js", ".mjs"]);
    let breaches: Vec<String> = scripts.flat_map(|source| breaches(source, PAGE)).collect();
    expect_none("Banned in www/:", &breaches);
}

#[test]
fn the_page_turns_no_figure_into_a_number() {
    let scripts = under(&["www/"], &[".js", ".mjs"]).filter(|source| !source.path.starts_with("www/chart/"));
    let breaches: Vec<String> = scripts.flat_map(figures_as_numbers).collect();
    expect_none(
        "No arithmetic on money in JavaScript; a figure stays the text that the engine gave:",
        &breaches,
    );
}

fn breaches(source: &Source, bans: &[Ban]) -> Vec<String> {
    let mut found = Vec::new();
    for ban in bans.iter().filter(|ban| !ban.except.iter().any(|path| source.path.starts_with(path))) {
        for (line, code) in source.code() {
            let held = ban.words.iter().filter(|word| holds(code, word));
            found.extend(held.map(|word| format!("{}: `{word}`: {}", source.at(line), ban.reason)));
        }
    }
    found
}

/// `Number(…)` around something that is named like a sum or a rate.
fn figures_as_numbers(source: &Source) -> Vec<String> {
    let is_breach = |code: &str| {
        code.match_indices("Number(").any(|(start, call)| {
            let whole_name = !code[..start].ends_with(char::is_alphanumeric);
            let argument = code[start + call.len()..].split(')').next().unwrap_or("");
            whole_name && FIGURES.iter().any(|word| holds(argument, word))
        })
    };
    let breaches = source.code().filter(|(_, code)| is_breach(code));
    breaches.map(|(line, code)| format!("{}: {}", source.at(line), code.trim())).collect()
}

#[cfg(test)]
mod bites {
    use super::*;

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_banned_word_is_named_with_its_place_and_reason() {
        let found = breaches(&source("src/bill.rs", "let a = 1;\nlet b: f64 = 0.5;"), ENGINE);
        let expected = "src/bill.rs:2: `f64`: money is exact; \
                        a float may appear only inside the root search for an annual rate";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn an_exception_holds_for_its_place_only() {
        let text = "use serde_json::Value;";
        assert_eq!(breaches(&source("src/terms/read.rs", text), ENGINE).len(), 0);
        assert_eq!(breaches(&source("src/terms/mod.rs", text), ENGINE).len(), 1);
    }

    #[test]
    fn a_figure_made_a_number_is_a_breach() {
        let found = |text: &str| figures_as_numbers(&source("www/view.js", text)).len();
        assert_eq!(found("const sum = Number(line.amount) + 1;"), 1);
        assert_eq!(found("const day = Number(date.slice(8));"), 0);
        assert_eq!(found("const typed = typedNumber(draft.creditLimit);"), 0);
    }
}
