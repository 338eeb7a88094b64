//! Where the project is on this machine, and the facts of its package that other tools need too.
//!
//! What is not here: any fact of its own. All of it is cargo's word.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run;

/// The project's folders and what Cargo.toml says of the package.
pub struct Project {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// Cargo's target folder, wherever it was put.
    pub target: PathBuf,
    /// `package.version`.
    pub version: String,
    /// `package.description`.
    pub description: String,
    /// `package.license`.
    pub license: String,
    /// The version of wasm-bindgen, which its tools must share.
    pub bindgen: String,
    /// What the optimiser is told: `package.metadata.wasm-pack.profile.release.wasm-opt`.
    pub optimiser_flags: Vec<String>,
}

impl Project {
    /// Asks cargo.
    ///
    /// # Errors
    /// Cargo cannot read the workspace, or Cargo.toml misses one of the facts.
    pub fn read() -> Result<Project> {
        let mut metadata = Command::new("cargo");
        let text = run::output(metadata.args(["metadata", "--no-deps", "--format-version", "1"]))?;
        let metadata: Value = serde_json::from_str(&text)?;
        Project::from_metadata(&metadata).context("Cargo.toml misses a fact that the build needs")
    }

    fn from_metadata(metadata: &Value) -> Option<Project> {
        let is_package = |package: &&Value| package["name"] == "yuefu";
        let package = metadata["packages"].as_array()?.iter().find(is_package)?;
        let is_bindgen = |dependency: &&Value| dependency["name"] == "wasm-bindgen";
        let bindgen = package["dependencies"].as_array()?.iter().find(is_bindgen)?;
        let flags = &package["metadata"]["wasm-pack"]["profile"]["release"]["wasm-opt"];
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Some(Project {
            root: metadata["workspace_root"].as_str()?.into(),
            target: metadata["target_directory"].as_str()?.into(),
            version: text(&package["version"])?,
            description: text(&package["description"])?,
            license: text(&package["license"])?,
            bindgen: bindgen["req"].as_str()?.trim_start_matches('=').to_owned(),
            optimiser_flags: flags.as_array()?.iter().map(text).collect::<Option<Vec<_>>>()?,
        })
    }

    /// Waits until no other command works on pkg/ and on cargo's target folder, and keeps others waiting until the
    /// result is dropped. The lock is the system's own, which ends with us in any case.
    ///
    /// # Errors
    /// The file of the lock cannot be made.
    pub fn alone(&self) -> Result<File> {
        std::fs::create_dir_all(&self.target)?;
        let path = self.target.join("xtask.lock");
        let file = File::create(&path).with_context(|| format!("cannot make {}", path.display()))?;
        if file.try_lock().is_err() {
            println!("Waiting for another `cargo xtask` to end");
            file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
        }
        Ok(file)
    }

    /// The folder of the built package.
    pub fn package(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// The folder of the page's source.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// A program that runs in the workspace's folder.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// A script of an npm package, run by Node.js itself so that it ends with us.
    pub fn node(&self, script: impl AsRef<Path>) -> Command {
        let mut command = self.command("node");
        command.arg(self.root.join(script));
        command
    }
}
