//! What building and testing need beside Rust: each is looked for, and installed where it is missing.
//!
//! What is not here: browsers.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::run::{find, output, run};

/// The compilation target of the package.
pub const WASM: &str = "wasm32-unknown-unknown";

const NODE_MAJOR_MIN: u32 = 20;
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// The standard library for WebAssembly.
pub fn wasm_target(project: &Project) -> Result<()> {
    let folder = output(project.command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    println!("Installing the Rust target {WASM}");
    run(project.command("rustup").args(["target", "add", WASM]))
        .with_context(|| format!("install Rust's {WASM} standard library: `rustup target add {WASM}`"))
}

/// Node.js, and the npm packages of the root's package-lock.json.
pub fn npm_packages(project: &Project) -> Result<()> {
    node(project)?;
    npm_packages_of(project, &project.root)
}

/// The npm packages of a folder's package-lock.json.
pub fn npm_packages_of(project: &Project, folder: &Path) -> Result<()> {
    let changed = |file: &str| folder.join(file).metadata().and_then(|meta| meta.modified()).ok();
    let installed: Option<SystemTime> = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    println!("Installing the npm packages of {}", folder.join("package-lock.json").display());
    let mut npm = project.command(NPM);
    run(npm.arg("ci").current_dir(folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        .with_context(|| format!("they could not be installed: try `npm ci` in {}", folder.display()))
}

fn node(project: &Project) -> Result<()> {
    let advice = || format!("install Node.js {NODE_MAJOR_MIN} or later, with npm");
    let version = output(project.command("node").arg("--version")).with_context(advice)?;
    let major =
        version.trim_start_matches('v').split('.').next().and_then(|digits| digits.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE_MAJOR_MIN => Ok(()),
        _ => bail!("Node.js is {version}: {}", advice()),
    }
}

/// The program that runs WebAssembly tests in a browser, of wasm-bindgen's own version.
pub fn test_runner(project: &Project) -> Result<PathBuf> {
    const NAME: &str = "wasm-bindgen-test-runner";
    let tools = project.target.join("tools");
    let own = tools.join("bin").join(format!("{NAME}{}", std::env::consts::EXE_SUFFIX));
    let wanted = format!("{NAME} {}", project.bindgen);
    let fits =
        |path: &PathBuf| output(project.command(path).arg("--version")).is_ok_and(|text| text == wanted);
    if let Some(found) =
        find(&[NAME]).into_iter().chain([own.clone()]).find(|path| path.is_file() && fits(path))
    {
        return Ok(found);
    }
    println!("Installing {wanted} into {} (about a minute)", tools.display());
    let mut install = project.command("cargo");
    install.args([
        "install",
        "wasm-bindgen-cli",
        "--version",
        &project.bindgen,
        "--debug",
        "--quiet",
        "--root",
    ]);
    // Its own lock file pins crates that no longer build everywhere, so it is not asked for.
    run(install.arg(&tools).env("CARGO_PROFILE_DEV_DEBUG", "0").env_remove("CARGO_TARGET_DIR"))
        .with_context(|| {
            format!("install it: `cargo install wasm-bindgen-cli --version {}`", project.bindgen)
        })?;
    Ok(own)
}
