//! Measures the engine natively, and as the built package beside its rivals in Node.js and in Chromium; and the page.
//!
//! What is not here: any limit. A slow machine fails nothing.

use anyhow::Result;

use crate::build::{self, Profile};
use crate::project::Project;
use crate::run::run;
use crate::site;

/// Runs the benchmarks of one place, or of all.
///
/// # Errors
/// Something cannot be built or run, or a rival gives other bills than the engine.
pub fn bench(project: &Project, only: Option<&str>) -> Result<()> {
    if only.is_none_or(|only| only == "native") {
        run(project.command("cargo").args(["bench", "--package", "yuefu", "--bench", "native"]))?;
    }
    let places = ["node", "browser"].into_iter().filter(|place| only.is_none_or(|only| only == *place));
    for place in places {
        build::build(project, Profile::Release)?;
        run(project.node("benches/run.mjs").arg(place))?;
    }
    if only.is_none_or(|only| only == "page") {
        run(project.node("benches/page.mjs").arg(site::assemble(project)?))?;
    }
    Ok(())
}
