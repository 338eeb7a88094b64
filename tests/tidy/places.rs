//! The project stands alone: no file names a machine, a workplace or a package registry's host.
//!
//! What is not here: links to sources of facts, which are wanted.

use crate::expect_none;
use crate::source::{SOURCES, Source};

/// Hosts of package registries, written in two parts so that this file does not name them.
const REGISTRIES: [(&str, &str); 5] =
    [("npmjs", ".org"), ("npmjs", ".com"), ("crates", ".io"), ("pythonhosted", ".org"), ("debian", ".org")];

/// Beginnings of absolute paths on somebody's machine, and of paths out of the project.
const ELSEWHERE: [(&str, &str); 7] = [
    ("/wo", "rk/"),
    ("/fa", "rm/"),
    ("/ro", "ot/"),
    ("/ho", "me/"),
    ("/Us", "ers/"),
    ("/tm", "p/"),
    ("../sha", "red"),
];

#[test]
fn no_file_names_a_registry() {
    // Cargo writes the registry's address into its own lock file, as a name.
    let files = SOURCES.iter().filter(|source| !source.path.ends_with("Cargo.lock"));
    let names: Vec<String> = REGISTRIES.iter().map(|(host, domain)| format!("{host}{domain}")).collect();
    let breaches: Vec<String> = files
        .flat_map(|source| lines_with(source, |line| names.iter().any(|name| line.contains(name))))
        .collect();
    expect_none("Packages go by their names; where they come from is each machine's setting:", &breaches);
}

#[test]
fn the_npm_lock_file_holds_no_addresses() {
    let lock = SOURCES
        .iter()
        .find(|source| source.path == "package-lock.json")
        .expect("package-lock.json is tracked");
    assert!(lock.text.contains("\"integrity\""), "package-lock.json pins nothing");
    let breaches = lines_with(lock, |line| line.contains("\"resolved\""));
    expect_none("The lock file pins by content (.npmrc: omit-lockfile-registry-resolved=true):", &breaches);
}

#[test]
fn no_file_names_a_place_outside_the_project() {
    let breaches: Vec<String> =
        SOURCES.iter().flat_map(|source| lines_with(source, names_elsewhere)).collect();
    expect_none("A path of one machine is nothing on another:", &breaches);
}

/// Whether a path out of the project begins in the line; as a part of an address it is none.
fn names_elsewhere(line: &str) -> bool {
    let inside_name = |character: char| character.is_alphanumeric() || "._-~/".contains(character);
    ELSEWHERE.iter().any(|(start, end)| {
        let path = format!("{start}{end}");
        line.match_indices(&path).any(|(index, _)| !line[..index].ends_with(inside_name))
    })
}

fn lines_with(source: &Source, is_breach: impl Fn(&str) -> bool) -> Vec<String> {
    let lines = source.text.lines().enumerate().filter(|(_, line)| is_breach(line));
    lines.map(|(index, line)| format!("{}: {}", source.at(index + 1), line.trim())).collect()
}

#[test]
fn a_path_is_told_from_an_address() {
    let home = format!("/ho{}", "me/");
    assert!(names_elsewhere(&format!("cd {home}someone")));
    assert!(names_elsewhere(&format!("\"{home}someone\"")));
    assert!(!names_elsewhere(&format!("https://example.org{home}page")));
}
