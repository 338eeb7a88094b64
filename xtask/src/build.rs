//! The package in pkg/: WebAssembly, its JavaScript glue and its types, and the entries that npm.mjs puts around them.
//!
//! What is not here: the optimiser's flags, which Cargo.toml names, what is in package.json, and the page.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;
use wasm_bindgen_cli_support::Bindgen;

use crate::crates::Graph;
use crate::project::Project;
use crate::run::run;
use crate::{files, mute, need};

const MODULE: &str = "yuefu_bg.wasm";
const GLUE: &str = "yuefu.js";
const TYPES: &str = "yuefu.d.ts";
const MADE: [&str; 8] =
    [MODULE, "yuefu_bg.wasm.d.ts", GLUE, TYPES, "package.json", "node.cjs", "inline.js", "README.md"];
/// Files of the root that the package carries along.
const CARRIED: [&str; 3] = ["CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];
/// What lays out the package, and the folder of what it lays out.
const LAYOUT: &str = "xtask/npm.mjs";
const ENTRIES: &str = "npm";
/// Says of which inputs and into which outputs the package was made, so that nothing is made twice.
const STAMP: &str = ".stamp";

/// How the package is compiled.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub enum Profile {
    /// Fast to make, with checks, names and panics in the console.
    Dev,
    /// Small and fast, as it is shipped.
    Release,
}

/// Makes the package anew where anything it is made of has changed.
pub fn build(project: &Project, profile: Profile) -> Result<()> {
    need::wasm_target(project)?;
    need::npm_packages(project)?;
    let compiled = compile(project, profile)?;
    let package = project.package();
    let inputs = inputs(project, profile, &compiled)?;
    let up_to_date =
        || files::read(&package.join(STAMP)).is_ok_and(|stamp| stamp == stamp_of(inputs, &package));
    if up_to_date() {
        return Ok(());
    }
    files::empty_folder(&package)?;
    bind(&compiled, &package, profile)?;
    if profile == Profile::Release {
        optimise(project, &package.join(MODULE))?;
    }
    describe(project, &package)?;
    files::write(&package.join(STAMP), stamp_of(inputs, &package))?;
    println!("The package is in {}", package.display());
    Ok(())
}

fn compile(project: &Project, profile: Profile) -> Result<PathBuf> {
    let mut cargo = project.command("cargo");
    cargo.args(["build", "--package", "yuefu", "--lib", "--target", need::WASM]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => "release",
    };
    if profile == Profile::Release {
        // Flags of the environment would take the place of those that belong to the module.
        cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
        cargo.args(["--release", "--config", &without_places(project)?]);
    }
    run(&mut cargo)?;
    Ok(project.target.join(need::WASM).join(folder).join("yuefu.wasm"))
}

/// The setting of cargo that keeps this machine's folders out of the module, so that every machine makes the same bytes.
/// Cargo joins it to the flags in `.cargo/config.toml`.
fn without_places(project: &Project) -> Result<String> {
    let graph = Graph::read(project, Some(need::WASM))?;
    let foreign = graph.crates.values().filter(|one| one.is_foreign);
    let mut folders: BTreeSet<PathBuf> =
        foreign.filter_map(|one| one.folder.parent().map(Path::to_owned)).collect();
    folders.insert(project.root.clone());
    let flags = folders.iter().map(|folder| match *folder == project.root {
        true => format!("--remap-path-prefix={}=yuefu", folder.display()),
        false => format!("--remap-path-prefix={}=crates", folder.display()),
    });
    // A list of texts in JSON is one in TOML too.
    Ok(format!("target.{}.rustflags={}", need::WASM, json!(flags.collect::<Vec<_>>())))
}

fn bind(compiled: &Path, package: &Path, profile: Profile) -> Result<()> {
    let dev = profile == Profile::Dev;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).web(true)?.typescript(true).debug(dev).keep_debug(dev);
    // Without an argument, init() loads the module that lies beside the glue.
    bindgen.omit_default_module_path(false);
    let mut bound = bindgen.generate_output()?;
    if profile == Profile::Release {
        mute::mute(bound.wasm_mut())?;
    }
    bound.emit(package)
}

fn optimise(project: &Project, module: &Path) -> Result<()> {
    let mut optimiser = project.node("node_modules/binaryen/bin/wasm-opt");
    run(optimiser.arg(module).arg("--output").arg(module).args(&project.optimiser_flags))
}

/// Copies the texts that go with the package, and lays out its entries and package.json.
fn describe(project: &Project, package: &Path) -> Result<()> {
    for name in CARRIED {
        files::copy(&project.root.join(name), &package.join(name))?;
    }
    let facts = json!({
        "version": project.version,
        "description": project.description,
        "license": project.license,
    });
    let mut layout = project.node(LAYOUT);
    run(layout.arg(project.root.join(ENTRIES)).arg(package).arg(facts.to_string()))
}

/// A digest of everything that decides how the package comes out.
fn inputs(project: &Project, profile: Profile, compiled: &Path) -> Result<u64> {
    let mut digest = DefaultHasher::new();
    profile.hash(&mut digest);
    project.optimiser_flags.hash(&mut digest);
    files::read(compiled)?.hash(&mut digest);
    files::read(&std::env::current_exe()?)?.hash(&mut digest);
    for name in ["Cargo.toml", "package-lock.json", LAYOUT].iter().chain(&CARRIED) {
        files::read(&project.root.join(name))?.hash(&mut digest);
    }
    let entries = project.root.join(ENTRIES);
    for path in files::list(&entries)? {
        files::read(&entries.join(path))?.hash(&mut digest);
    }
    Ok(digest.finish())
}

/// The stamp's text: what went in, and what lies in the folder now.
fn stamp_of(inputs: u64, package: &Path) -> Vec<u8> {
    let mut digest = DefaultHasher::new();
    for name in MADE {
        files::read(&package.join(name)).ok().hash(&mut digest);
    }
    format!("{inputs:016x} {:016x}\n", digest.finish()).into_bytes()
}
