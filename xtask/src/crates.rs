//! The crates that the project depends on, from the lock file: which of them end up in the shipped module, their
//! licences and checksums.
//!
//! What is not here: npm packages, none of which is shipped.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::project::Project;
use crate::run::output;
use crate::{files, need};

/// One version of one crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crate {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Its licence as an SPDX expression; older crates write `/` for `OR`.
    pub license: String,
    /// Whether it comes from the registry; else it is a part of this project.
    pub is_foreign: bool,
    /// The folder that its source was unpacked into.
    pub folder: PathBuf,
}

/// Every crate of the lock file by cargo's identifier, and what it may need.
pub struct Graph {
    /// The crates.
    pub crates: BTreeMap<String, Crate>,
    /// What each needs, its build script too, but not its tests alone.
    pub needs: BTreeMap<String, Vec<String>>,
}

impl Graph {
    /// Asks cargo; for one platform, or for all of them together.
    ///
    /// # Errors
    /// The lock file does not fit, or a crate is missing and cannot be downloaded.
    pub fn read(project: &Project, platform: Option<&str>) -> Result<Graph> {
        let mut cargo = project.command("cargo");
        cargo.args(["metadata", "--locked", "--format-version", "1"]);
        if let Some(platform) = platform {
            cargo.args(["--filter-platform", platform]);
        }
        let metadata: Value = serde_json::from_str(&output(&mut cargo)?)?;
        Graph::of(&metadata).context("cargo describes its packages in a way that is not known here")
    }

    fn of(metadata: &Value) -> Option<Graph> {
        let mut graph = Graph { crates: BTreeMap::new(), needs: BTreeMap::new() };
        for package in metadata["packages"].as_array()? {
            graph.crates.insert(package["id"].as_str()?.to_owned(), crate_of(package)?);
        }
        for node in metadata["resolve"]["nodes"].as_array()? {
            let is_needed = |needed: &&Value| {
                needed["dep_kinds"].as_array().is_some_and(|kinds| kinds.iter().any(|it| it["kind"] != "dev"))
            };
            let needed = node["deps"].as_array()?.iter().filter(is_needed);
            let ids = needed.map(|it| it["pkg"].as_str().map(str::to_owned)).collect::<Option<_>>()?;
            graph.needs.insert(node["id"].as_str()?.to_owned(), ids);
        }
        Some(graph)
    }
}

/// Which part of what the module is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What the compiled module may hold.
    Shipped,
    /// That, and what runs while it is compiled.
    Built,
}

/// Names and versions of the crates that the module is made of, itself among them.
///
/// # Errors
/// The lock file does not fit.
pub fn of_module(project: &Project, part: Part) -> Result<BTreeSet<(String, String)>> {
    let edges = match part {
        Part::Shipped => "normal,no-proc-macro",
        Part::Built => "normal,build",
    };
    let mut cargo = project.command("cargo");
    cargo.args(["tree", "--locked", "--package", "yuefu", "--prefix", "none"]);
    let text = output(cargo.args(["--target", need::WASM, "--edges", edges]))?;
    let entry = |line: &str| {
        let (name, rest) = line.split_once(" v")?;
        Some((name.to_owned(), rest.split(' ').next()?.to_owned()))
    };
    Ok(text.lines().filter_map(entry).collect())
}

fn crate_of(package: &Value) -> Option<Crate> {
    let text = |key: &str| package[key].as_str().map(str::to_owned);
    Some(Crate {
        name: text("name")?,
        version: text("version")?,
        license: text("license").unwrap_or_default(),
        is_foreign: !package["source"].is_null(),
        folder: PathBuf::from(text("manifest_path")?).parent()?.to_owned(),
    })
}

/// The checksums of the lock file (SHA-256 of each crate's archive) by name and version.
pub fn checksums(project: &Project) -> Result<BTreeMap<(String, String), String>> {
    let text = String::from_utf8(files::read(&project.root.join("Cargo.lock"))?)?;
    let value = |entry: &str, key: &str| {
        let line = entry.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \""))?;
        line.strip_suffix('"').map(str::to_owned)
    };
    let entries = text.split("[[package]]").skip(1);
    Ok(entries
        .filter_map(|entry| {
            Some(((value(entry, "name")?, value(entry, "version")?), value(entry, "checksum")?))
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DENY: &str = include_str!("../../deny.toml");

    fn graph() -> Graph {
        let project = Project::read().expect("the workspace");
        Graph::read(&project, None).expect("the lock file fits")
    }

    /// The texts of a list in deny.toml that begin its lines.
    fn listed(name: &str, before: &str) -> Vec<&'static str> {
        let (_, rest) = DENY.split_once(&format!("\n{name} = [\n")).expect("the list is there");
        let (list, _) = rest.split_once("\n]").expect("the list ends");
        let item = |line: &'static str| line.trim().strip_prefix(before)?.split('"').next();
        list.lines().filter_map(item).collect()
    }

    /// Whether a licence can be chosen so that everything in it is allowed. Reads `AND`, `OR`, `/` and brackets.
    fn is_allowed(license: &str, allowed: &[&str]) -> bool {
        let spaced = license.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let (holds, rest) = either(&words, allowed);
        holds && rest.is_empty()
    }

    fn either<'w>(words: &'w [&'w str], allowed: &[&str]) -> (bool, &'w [&'w str]) {
        let (mut holds, mut rest) = both(words, allowed);
        while let ["OR", more @ ..] = rest {
            let (other, after) = both(more, allowed);
            (holds, rest) = (holds || other, after);
        }
        (holds, rest)
    }

    fn both<'w>(words: &'w [&'w str], allowed: &[&str]) -> (bool, &'w [&'w str]) {
        let (mut holds, mut rest) = one(words, allowed);
        while let ["AND", more @ ..] = rest {
            let (other, after) = one(more, allowed);
            (holds, rest) = (holds && other, after);
        }
        (holds, rest)
    }

    fn one<'w>(words: &'w [&'w str], allowed: &[&str]) -> (bool, &'w [&'w str]) {
        match words {
            ["(", more @ ..] => match either(more, allowed) {
                (holds, [")", rest @ ..]) => (holds, rest),
                (_, rest) => (false, rest),
            },
            // An exception only adds permissions, but it is a licence of its own and not on the list.
            [_, "WITH", _, rest @ ..] => (false, rest),
            [name, rest @ ..] => (allowed.contains(name), rest),
            [] => (false, &[]),
        }
    }

    #[test]
    fn licences_are_read_as_spdx_says() {
        let holds = |license: &str| is_allowed(license, &["MIT", "Unicode-3.0"]);
        assert!(holds("MIT") && holds("Apache-2.0 OR MIT") && holds("Apache-2.0/MIT"));
        assert!(holds("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(holds("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT"));
        assert!(!holds("") && !holds("GPL-3.0") && !holds("MIT AND GPL-3.0") && !holds("MIT MIT"));
        assert!(!holds("(Apache-2.0 OR GPL-3.0) AND MIT"));
    }

    #[test]
    fn every_crate_has_a_licence_of_the_list() {
        let allowed = listed("allow", "\"");
        assert!(allowed.contains(&"MIT"), "the list is read");
        let others: Vec<Crate> =
            graph().crates.into_values().filter(|one| !is_allowed(&one.license, &allowed)).collect();
        assert_eq!(others, []);
    }

    #[test]
    fn no_crate_is_there_twice_but_for_the_listed() {
        let mut versions: BTreeMap<String, u32> = BTreeMap::new();
        for one in graph().crates.into_values() {
            *versions.entry(one.name).or_default() += 1;
        }
        let twice: Vec<String> = versions.into_iter().filter(|(_, n)| *n > 1).map(|(name, _)| name).collect();
        let mut skipped: Vec<&str> = listed("skip", "{ crate = \"");
        skipped.iter_mut().for_each(|name| *name = name.split('@').next().unwrap_or_default());
        skipped.sort_unstable();
        assert_eq!(twice, skipped);
    }

    #[test]
    fn every_foreign_crate_is_pinned_by_its_content() {
        let project = Project::read().expect("the workspace");
        let sums = checksums(&project).expect("the lock file");
        for one in graph().crates.into_values().filter(|one| one.is_foreign) {
            let sum = sums.get(&(one.name.clone(), one.version.clone()));
            assert_eq!(sum.map(String::len), Some(64), "{} {}", one.name, one.version);
        }
    }

    /// The list in docs/dependencies.md is that of what is shipped, no more and no less.
    #[test]
    fn the_shipped_crates_are_the_documented_ones() {
        let project = Project::read().expect("the workspace");
        let mut shipped = of_module(&project, Part::Shipped).expect("the lock file fits");
        shipped.retain(|(name, _)| name != "yuefu");
        let shipped: BTreeSet<&str> = shipped.iter().map(|(name, _)| name.as_str()).collect();
        let text = include_str!("../../docs/dependencies.md");
        let (_, section) = text.split_once("## In the module").expect("the section");
        let section = section.split("\n## ").next().unwrap_or_default();
        let row = |line: &'static str| line.strip_prefix("| `")?.split('`').next();
        assert_eq!(shipped, section.lines().filter_map(row).collect());
    }

    /// The lock file of the fuzz targets, which no other test builds, has moved on with the workspace's.
    #[test]
    fn fuzzed_is_what_is_shipped() {
        let project = Project::read().expect("the workspace");
        let lock = include_str!("../../fuzz/Cargo.lock");
        for (name, version) in of_module(&project, Part::Shipped).expect("the lock file fits") {
            let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
            assert!(lock.contains(&entry), "fuzz/Cargo.lock has no {name} {version}");
        }
    }
}
