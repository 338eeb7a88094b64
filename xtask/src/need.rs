//! What building and testing need beside Rust: each is looked for, and installed where it is missing.
//!
//! What is not here: browsers.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::files;
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
    let wanted = files::read(&folder.join("package-lock.json"))?;
    let installed = files::read(&folder.join("node_modules/.package-lock.json"));
    if installed.is_ok_and(|installed| is_installed(&wanted, &installed)) {
        return Ok(());
    }
    println!("Installing the npm packages of {}", folder.join("package-lock.json").display());
    let mut npm = project.command(NPM);
    run(npm.arg("ci").current_dir(folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
        .with_context(|| format!("they could not be installed: try `npm ci` in {}", folder.display()))
}

/// Whether npm's own note of what it installed is what the lock file asks for, package by package.
///
/// What is optional, such as a program for another system, may be missing.
fn is_installed(wanted: &[u8], installed: &[u8]) -> bool {
    let [wanted, installed] = [wanted, installed].map(|text| packages(text).unwrap_or_default());
    let pins = |package: &Value| (package["version"].clone(), package["integrity"].clone());
    let is_wanted = |(path, package): (&String, &Value)| wanted.get(path).map(pins) == Some(pins(package));
    let is_there = |(path, package): (&String, &Value)| {
        path.is_empty() || installed.contains_key(path) || package["optional"] == true
    };
    !wanted.is_empty() && installed.iter().all(is_wanted) && wanted.iter().all(is_there)
}

/// The packages of a lock file by the folders they are in; the project itself has an empty one.
fn packages(lock: &[u8]) -> Option<Map<String, Value>> {
    let mut lock: Value = serde_json::from_slice(lock).ok()?;
    match lock["packages"].take() {
        Value::Object(packages) => Some(packages),
        _ => None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"{ "packages": {
        "": { "devDependencies": { "a": "1.0.0" } },
        "node_modules/a": { "version": "1.0.0", "integrity": "sha512-AAAA" },
        "node_modules/a-for-windows": { "version": "1.0.0", "integrity": "sha512-BBBB", "optional": true } } }"#;
    const INSTALLED: &str =
        r#"{ "packages": { "node_modules/a": { "version": "1.0.0", "integrity": "sha512-AAAA" } } }"#;

    fn fits(wanted: &str, installed: &str) -> bool {
        is_installed(wanted.as_bytes(), installed.as_bytes())
    }

    #[test]
    fn what_the_lock_file_pins_is_installed_but_for_what_is_optional() {
        assert!(fits(LOCK, INSTALLED));
    }

    #[test]
    fn a_lock_file_that_moved_on_asks_for_an_installation() {
        assert!(!fits(&LOCK.replace("1.0.0", "1.0.1"), INSTALLED));
        assert!(!fits(&LOCK.replace("AAAA", "CCCC"), INSTALLED));
        assert!(!fits(&LOCK.replace("node_modules/a\"", "node_modules/b\""), INSTALLED));
        assert!(!fits(LOCK, r#"{ "packages": {} }"#));
    }

    #[test]
    fn a_note_that_cannot_be_read_asks_for_an_installation() {
        assert!(!fits(LOCK, ""));
        assert!(!fits("", INSTALLED));
    }
}
