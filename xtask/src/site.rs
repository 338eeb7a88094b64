//! The page as a static host gets it: a folder with what www/ says at its top and the package under pkg/.
//!
//! What is not here: how it is packed, which is in pack.mjs.

use std::path::PathBuf;

use anyhow::Result;

use crate::build::{Profile, build};
use crate::project::Project;
use crate::run::run;

/// Lays out the page in a folder and gives that folder.
pub fn assemble(project: &Project) -> Result<PathBuf> {
    build(project, Profile::Release)?;
    let site = project.target.join("site");
    let mut packer = project.node("xtask/pack.mjs");
    run(packer.arg(project.www()).arg(project.package()).arg(&site))?;
    run(project.node("xtask/integrity.mjs").arg(&site))?;
    Ok(site)
}
