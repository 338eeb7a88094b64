//! The page as a static host gets it: a folder with www/ at its top and the package under pkg/.
//!
//! What is not here: any change to the files. What is served is what was written.

use std::path::PathBuf;

use anyhow::Result;

use crate::build::{Profile, build};
use crate::files;
use crate::project::Project;

/// Lays out the page in a folder and gives that folder.
///
/// Of the package only what a browser loads is taken along.
pub fn assemble(project: &Project) -> Result<PathBuf> {
    build(project, Profile::Release)?;
    let site = project.target.join("site");
    let www = project.root.join("www");
    files::empty_folder(&site)?;
    for path in files::list(&www)? {
        files::copy(&www.join(&path), &site.join(&path))?;
    }
    let package = project.package();
    let loaded = |path: &PathBuf| path.extension().is_some_and(|kind| kind == "js" || kind == "wasm");
    for path in files::list(&package)?.into_iter().filter(loaded) {
        files::copy(&package.join(&path), &site.join("pkg").join(&path))?;
    }
    Ok(site)
}
