//! Files that fit on a few screens, functions that fit on one, and a head in each file that says what it is.
//!
//! Formatting is settled by tools, so a function ends at the first brace that stands as far in as its beginning.
//! What is not here: any wish beyond the hard limits.

use crate::expect_none;
use crate::source::{Source, under};

const FILE_LINES_MAX: usize = 600;
const FUNCTION_LINES_MAX: usize = 60;
const SCRIPTS: [&str; 3] = [".js", ".mjs", ".ts"];

#[test]
fn no_file_is_too_long() {
    let rule = format!("At most {FILE_LINES_MAX} lines a file; a longer one becomes a folder:");
    let files = under(&["src/", "xtask/", "www/", "npm/", "tests/"], &[".rs", ".js", ".mjs", ".ts", ".css"]);
    let lines = |source: &Source| source.text.lines().count();
    let long = files.filter(|source| lines(source) > FILE_LINES_MAX);
    let breaches: Vec<String> =
        long.map(|source| format!("{}: {} lines", source.path, lines(source))).collect();
    expect_none(&rule, &breaches);
}

#[test]
fn no_function_is_too_long() {
    let rule = format!("At most {FUNCTION_LINES_MAX} lines a function; name its parts:");
    let rust = under(&["src/", "xtask/"], &[".rs"]).flat_map(|source| long(source, is_rust_function));
    let scripts =
        under(&["xtask/", "www/", "npm/"], &SCRIPTS).flat_map(|source| long(source, is_script_function));
    let breaches: Vec<String> = rust.chain(scripts).collect();
    expect_none(&rule, &breaches);
}

#[test]
fn every_file_says_what_it_is() {
    let rule = "A file begins with what it is and what it is not:";
    let rust =
        under(&["src/", "xtask/src/", "tests/"], &[".rs"]).filter(|source| !source.text.starts_with("//! "));
    let scripts = under(&["www/", "xtask/", "npm/", "tests/"], &SCRIPTS)
        .filter(|source| !source.text.starts_with("// ") && !source.text.starts_with("/*"));
    let breaches: Vec<String> = rust.chain(scripts).map(|source| source.path.clone()).collect();
    expect_none(rule, &breaches);
}

fn long(source: &Source, begins: fn(&str) -> bool) -> Vec<String> {
    let lengths = functions(&source.text, begins).into_iter();
    let long = lengths.filter(|(_, length)| *length > FUNCTION_LINES_MAX);
    long.map(|(line, length)| format!("{}: {length} lines", source.at(line))).collect()
}

/// The first line and the length of every function that spans lines.
fn functions(text: &str, begins: fn(&str) -> bool) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let indent = |line: &str| line.len() - line.trim_start().len();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate().filter(|(_, line)| begins(line.trim_start())) {
        let closes = |other: &str| indent(other) == indent(line) && other.trim_start().starts_with('}');
        let opens_body = |other: &str| indent(other) == indent(line) && other.ends_with('{');
        // A signature over several lines opens its body where it comes back to its own indent.
        let Some(body) = lines[start..].iter().position(|other| opens_body(other)) else { continue };
        let Some(length) = lines[start + body + 1..].iter().position(|other| closes(other)) else {
            continue;
        };
        let one_liner = line.ends_with('}') || line.ends_with(';');
        if !one_liner {
            found.push((start + 1, body + length + 2));
        }
    }
    found
}

fn is_rust_function(line: &str) -> bool {
    let before = line.split("fn ").next().unwrap_or("");
    let words = ["", "pub", "pub(crate)", "pub(super)", "const", "async"];
    before.len() < line.len() && before.split(' ').all(|word| words.contains(&word))
}

fn is_script_function(line: &str) -> bool {
    let branches = ["if ", "for ", "while ", "switch ", "} "];
    let method = line.ends_with(") {") && !branches.iter().any(|branch| line.starts_with(branch));
    line.contains("function ") || line.contains("function(") || line.ends_with("=> {") || method
}

#[test]
fn functions_are_measured_from_their_name_to_their_brace() {
    let rust = "fn a() {\n    if b {\n    }\n}\n\nimpl C {\n    pub fn d(\n        e: u8,\n    ) -> u8 {\n        e\n    }\n    fn f(&self);\n}\n";
    assert_eq!(functions(rust, is_rust_function), [(1, 4), (7, 5)]);
    let script = "export function a() {\n  if (b) {\n  }\n}\nconst c = (d) => {\n  d();\n};\nclass E {\n  f() {\n  }\n}\n";
    assert_eq!(functions(script, is_script_function), [(1, 4), (5, 3), (9, 2)]);
}

#[test]
fn a_function_over_the_limit_is_a_breach() {
    let body = "    a();\n".repeat(FUNCTION_LINES_MAX - 1);
    let source = Source { path: "src/a.rs".to_owned(), text: format!("fn a() {{\n{body}}}\n") };
    assert_eq!(long(&source, is_rust_function), ["src/a.rs:1: 61 lines"]);
}
