//! The stages of `cargo xtask test`, in order, each timed; what a stage lacks is installed as it begins.
//!
//! A stage that fails does not keep the later ones from running. What is not here: the tests.

use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::browser::{self, browser};
use crate::build::{Profile, build};
use crate::project::Project;
use crate::run::run;
use crate::{files, need, site, size};

struct Stage {
    name: &'static str,
    does: &'static str,
    run: fn(&Project) -> Result<()>,
}

const STAGES: [Stage; 7] = [
    Stage {
        name: "native",
        does: "rules, scenarios, house rules and the chores themselves, by cargo test",
        run: native,
    },
    Stage {
        name: "wasm",
        does: "the exported functions inside headless Chromium, and Firefox where it is, by wasm-bindgen",
        run: wasm,
    },
    Stage {
        name: "node",
        does: "the built package loaded in Node.js; its types, and those of the page's scripts",
        run: node,
    },
    Stage {
        name: "same",
        does: "the same reports natively, in Node.js, Chromium and, where it is, Firefox: other time zones and languages",
        run: same,
    },
    Stage {
        name: "package",
        does: "the packed package installed into throw-away projects: Node.js, TypeScript, bundlers, pages",
        run: package,
    },
    Stage { name: "page", does: "the served page from end to end, by Playwright", run: page },
    Stage { name: "size", does: "gzip sizes against the budgets", run: size::size },
];

/// Runs all stages, or the one that is named.
///
/// # Errors
/// A stage fails, or none has that name; with `firefox`, also where Firefox or its driver is missing.
pub fn test(project: &Project, only: Option<&str>, firefox: bool) -> Result<()> {
    if firefox {
        browser::need_firefox()?;
    }
    let chosen = |stage: &&Stage| only.is_none_or(|name| stage.name == name);
    let stages: Vec<&Stage> = STAGES.iter().filter(chosen).collect();
    let names = |stages: &[&Stage]| stages.iter().map(|stage| stage.name).collect::<Vec<_>>().join(", ");
    if stages.is_empty() {
        bail!("no such stage; there are {}", names(&STAGES.iter().collect::<Vec<_>>()));
    }
    println!("Testing yuefu: {}. What is missing is installed first.", names(&stages));
    let mut failed = Vec::new();
    for (index, stage) in stages.iter().enumerate() {
        println!("\n== {}/{} {}: {}", index + 1, stages.len(), stage.name, stage.does);
        if !passes(project, stage) {
            failed.push(*stage);
        }
    }
    if !failed.is_empty() {
        bail!("failed: {}; the reasons are above, each under its stage", names(&failed));
    }
    println!("\nAll stages passed.");
    Ok(())
}

fn passes(project: &Project, stage: &Stage) -> bool {
    let start = Instant::now();
    let result = (stage.run)(project);
    let seconds = start.elapsed().as_secs_f32();
    match &result {
        Ok(()) => println!("== {} passed in {seconds:.1} s", stage.name),
        Err(error) => println!("== {} FAILED after {seconds:.1} s: {error:#}", stage.name),
    }
    result.is_ok()
}

fn native(project: &Project) -> Result<()> {
    run(project.command("cargo").arg("test"))?;
    run(project.command("cargo").args(["test", "--package", "xtask"]))
}

fn wasm(project: &Project) -> Result<()> {
    need::wasm_target(project)?;
    let runner = need::test_runner(project)?;
    let browser = browser()?;
    let tests = || {
        let mut cargo = project.command("cargo");
        cargo.args(["test", "--target", need::WASM, "--test", "web"]);
        cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &runner);
        // The runner takes the first driver that is named.
        cargo.env_remove("GECKODRIVER").env_remove("CHROMEDRIVER");
        cargo
    };
    run(tests().env("CHROMEDRIVER", browser.driver))?;
    match (browser::firefox(), browser::firefox_driver()) {
        // Firefox takes its time to start on a busy machine.
        (Some(_), Some(driver)) => {
            run(tests().env("GECKODRIVER", driver).env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "200"))
        }
        _ => Ok(()),
    }
}

fn same(project: &Project) -> Result<()> {
    build(project, Profile::Release)?;
    run(project.command("cargo").args(["build", "--quiet", "--example", "reports"]))?;
    let reports = project.target.join(format!("debug/examples/reports{}", std::env::consts::EXE_SUFFIX));
    let mut node = project.command("node");
    node.args(["--test", "--test-reporter=spec"]).arg(project.root.join("tests/same/same.test.mjs"));
    node.env("YUEFU_REPORTS", reports).env("CHROMIUM", browser()?.chromium);
    if let Some(firefox) = browser::firefox() {
        node.env("FIREFOX", firefox);
    }
    run(&mut node)
}

fn node(project: &Project) -> Result<()> {
    build(project, Profile::Release)?;
    run(&mut project.node("node_modules/typescript/bin/tsc"))
        .context("a script does not fit the types that it uses")?;
    let tests = files::list(&project.root.join("tests/node"))?;
    let tests = tests.iter().filter(|path| path.to_string_lossy().ends_with(".test.mjs"));
    let paths = tests.map(|path| project.root.join("tests/node").join(path));
    run(project.command("node").args(["--test", "--test-reporter=spec"]).args(paths))
}

fn package(project: &Project) -> Result<()> {
    build(project, Profile::Release)?;
    let folder = project.root.join("tests/package");
    need::npm_packages_of(project, &folder)?;
    let mut node = project.command("node");
    node.args(["--test", "--test-reporter=spec"]).arg(folder.join("package.test.mjs"));
    run(node.env("CHROMIUM", browser()?.chromium))
}

fn page(project: &Project) -> Result<()> {
    let site = site::assemble(project)?;
    let mut playwright = project.node("node_modules/@playwright/test/cli.js");
    playwright.arg("test").env("CHROMIUM", browser()?.chromium).env("YUEFU_SITE", site);
    run(&mut playwright)
}
