//! A file imports only from files above it, so that the list of files is a way to read the whole.
//!
//! What is not here: imports from other crates.

use crate::expect_none;
use crate::source::{Source, under};

/// The modules in the order in which they are read. A folder counts as its module.
const ORDER: [&str; 23] = [
    "money",
    "date",
    "queue",
    "error",
    "explain",
    "calendar",
    "terms",
    "ledger",
    "event",
    "scenario",
    "billing",
    "installment",
    "refund",
    "limit",
    "risk",
    "rate",
    "quote",
    "engine",
    "report",
    "solver",
    "export",
    "wire",
    "wasm",
];

/// The rules of the account: each is understood, and tested, without the others.
const RULES: [&str; 5] = ["billing", "installment", "refund", "limit", "risk"];

#[test]
fn a_file_uses_only_modules_above_it() {
    let rule = "A module uses only those above it in the order of tests/tidy/order.rs: \
                the design is learned from top to bottom, and no change reaches upwards.";
    let breaches: Vec<String> = under(&["src/"], &[".rs"]).flat_map(breaches).collect();
    expect_none(rule, &breaches);
}

fn breaches(source: &Source) -> Vec<String> {
    let module = module_of(&source.path);
    if module == "lib" {
        return Vec::new();
    }
    let Some(place) = place(module) else {
        return vec![format!("{}: `{module}` has no place in the order", source.path)];
    };
    let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
    let used = used_modules(&code.join("\n"));
    let breach = |used: &String| {
        let blind = RULES.contains(&module) && RULES.contains(&used.as_str()) && module != used;
        let above = self::place(used).is_none_or(|used| used <= place);
        match (above, blind) {
            (false, _) => Some(format!("{}: uses `{used}`, which stands below it", source.path)),
            (true, true) => Some(format!("{}: uses `{used}`; rules are blind to each other", source.path)),
            (true, false) => None,
        }
    };
    used.iter().filter_map(breach).collect()
}

fn place(module: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == module)
}

/// `src/terms/read.rs` and `src/terms.rs` are both of `terms`.
fn module_of(path: &str) -> &str {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').next().unwrap_or(inside)
}

/// The names that follow `crate::`, in a group too.
fn used_modules(code: &str) -> Vec<String> {
    code.split("crate::").skip(1).flat_map(|rest| first_names(rest.trim_start())).collect()
}

fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut names, mut depth, mut start) = (Vec::new(), 0, 0);
    for (index, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                names.push(name(group[start..index].trim_start()));
                start = index + 1;
                if character == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names
}

#[test]
fn uses_are_found_alone_and_in_groups() {
    let code = "use crate::{date::{Date, Days}, money::Money};\nlet x = crate::risk::cut();";
    assert_eq!(used_modules(code), ["date", "money", "risk"]);
}

#[test]
fn an_import_from_below_is_a_breach() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    assert_eq!(breaches(&source("src/money.rs", "use crate::date::Date;")).len(), 1);
    assert_eq!(breaches(&source("src/terms/read.rs", "use crate::engine::Run;")).len(), 1);
    assert_eq!(breaches(&source("src/refund.rs", "use crate::billing::Bill;")).len(), 1);
    assert_eq!(breaches(&source("src/extra.rs", "")).len(), 1);
    assert_eq!(breaches(&source("src/engine/run.rs", "use crate::{engine::Step, refund};")).len(), 0);
}
