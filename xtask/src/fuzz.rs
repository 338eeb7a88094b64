//! The fuzz targets of fuzz/, each for a while: built by the stable compiler, run one after the other.
//!
//! `cargo fuzz` asks for a nightly compiler because of its sanitizers. The targets have no unsafe code to sanitise, so
//! that coverage alone, which stable compilers can count, is enough. What is not here: what the targets do.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::files;
use crate::project::Project;
use crate::run::{output, run};

/// What makes the compiler count which branches are taken, as `cargo fuzz` asks for it.
const COVERAGE: [&str; 8] = [
    "--cfg=fuzzing",
    "-Ccodegen-units=1",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
];
/// An input that takes longer is a finding.
const SECONDS_PER_INPUT_MAX: u32 = 20;
/// More memory than this is a finding.
const MEGABYTES_MAX: u32 = 2048;

/// Runs every target, or the one that is named, for some seconds each.
///
/// # Errors
/// A target finds something: its input is kept, and the way to repeat it is shown.
pub fn fuzz(project: &Project, seconds: u32, only: Option<&str>) -> Result<()> {
    let folder = project.root.join("fuzz");
    let targets = targets(&folder)?;
    let chosen: Vec<&String> =
        targets.iter().filter(|name| only.is_none_or(|wanted| *name == wanted)).collect();
    if chosen.is_empty() {
        bail!("no such target; there are {}", targets.join(", "));
    }
    let programs = build(project, &folder)?;
    for name in chosen {
        println!("\n== {name}, {seconds} s");
        run_target(project, &folder, &programs.join(name), name, seconds)?;
    }
    Ok(())
}

/// The names of the targets: those of their files.
fn targets(folder: &Path) -> Result<Vec<String>> {
    let paths = files::list(&folder.join("fuzz_targets"))?;
    Ok(paths.iter().filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect())
}

/// Builds all targets and gives the folder they are in.
fn build(project: &Project, folder: &Path) -> Result<PathBuf> {
    let host = output(project.command("rustc").args(["--print", "host-tuple"]))?;
    let target = project.target.join("fuzz");
    let mut cargo = project.command("cargo");
    cargo.args(["build", "--release", "--locked", "--target", &host]);
    cargo.arg("--manifest-path").arg(folder.join("Cargo.toml")).arg("--target-dir").arg(&target);
    // With a target named, the flags do not reach build scripts, which could not be linked with them.
    run(cargo.env("RUSTFLAGS", COVERAGE.join(" ")))?;
    Ok(target.join(host).join("release"))
}

fn run_target(project: &Project, folder: &Path, program: &Path, name: &str, seconds: u32) -> Result<()> {
    let [corpus, seeds, found] = ["corpus", "seeds", "artifacts"].map(|kind| folder.join(kind).join(name));
    for made in [&corpus, &found] {
        std::fs::create_dir_all(made)?;
    }
    let mut target = project.command(program);
    target.arg(&corpus).arg(&seeds);
    target.arg(format!("-max_total_time={seconds}"));
    target.arg(format!("-timeout={SECONDS_PER_INPUT_MAX}"));
    target.arg(format!("-rss_limit_mb={MEGABYTES_MAX}"));
    target.arg(format!("-artifact_prefix={}/", found.display()));
    target.arg("-print_final_stats=1");
    if run(&mut target).is_err() {
        bail!(
            "{name} found something: its input is the newest file in {}; `{} FILE` repeats it",
            found.display(),
            program.display()
        );
    }
    Ok(())
}
