//! The package in pkg/: WebAssembly, its JavaScript glue, its types, laid out as wasm-pack lays it out.
//!
//! What is not here: the optimiser's flags, which Cargo.toml names, and the page.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde_json::json;
use wasm_bindgen_cli_support::Bindgen;

use crate::project::Project;
use crate::run::run;
use crate::{files, need};

const MODULE: &str = "yuefu_bg.wasm";
const GLUE: &str = "yuefu.js";
const TYPES: &str = "yuefu.d.ts";
const MADE: [&str; 5] = [MODULE, "yuefu_bg.wasm.d.ts", GLUE, TYPES, "package.json"];
/// Files of the root that the package carries along.
const CARRIED: [&str; 3] = ["README.md", "LICENSE-MIT", "LICENSE-APACHE"];
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
        cargo.arg("--release");
    }
    run(&mut cargo)?;
    Ok(project.target.join(need::WASM).join(folder).join("yuefu.wasm"))
}

fn bind(compiled: &Path, package: &Path, profile: Profile) -> Result<()> {
    let dev = profile == Profile::Dev;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).web(true)?.typescript(true).debug(dev).keep_debug(dev);
    // Without an argument, init() loads the module that lies beside the glue.
    bindgen.omit_default_module_path(false).generate(package)
}

fn optimise(project: &Project, module: &Path) -> Result<()> {
    let mut optimiser = project.node("node_modules/binaryen/bin/wasm-opt");
    run(optimiser.arg(module).arg("--output").arg(module).args(&project.optimiser_flags))
}

/// Writes package.json, and copies the texts that go with the package.
fn describe(project: &Project, package: &Path) -> Result<()> {
    let fields = [
        ("name", json!("yuefu")),
        ("type", json!("module")),
        ("description", json!(project.description)),
        ("version", json!(project.version)),
        ("license", json!(project.license)),
        ("files", json!([MODULE, GLUE, TYPES, "LICENSE-*"])),
        ("main", json!(GLUE)),
        ("types", json!(TYPES)),
        ("sideEffects", json!(["./snippets/*"])),
    ];
    let lines: Vec<String> = fields.iter().map(|(name, value)| format!("  \"{name}\": {value}")).collect();
    files::write(&package.join("package.json"), format!("{{\n{}\n}}\n", lines.join(",\n")))?;
    for name in CARRIED {
        files::copy(&project.root.join(name), &package.join(name))?;
    }
    Ok(())
}

/// A digest of everything that decides how the package comes out.
fn inputs(project: &Project, profile: Profile, compiled: &Path) -> Result<u64> {
    let mut digest = DefaultHasher::new();
    profile.hash(&mut digest);
    project.optimiser_flags.hash(&mut digest);
    files::read(compiled)?.hash(&mut digest);
    files::read(&std::env::current_exe()?)?.hash(&mut digest);
    for name in ["Cargo.toml", "package-lock.json"].iter().chain(&CARRIED) {
        files::read(&project.root.join(name))?.hash(&mut digest);
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
