//! The page on this machine: the laid-out site behind the static server in serve.mjs.
//!
//! What is not here: the server, and the headers it sends.

use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::site;

/// Makes the page and serves it until interrupted. Files under www/ are read as they are edited.
pub fn serve(project: &Project, port: &str) -> Result<()> {
    let site = site::assemble(project)?;
    let mut server = project.node("xtask/serve.mjs");
    server.arg(project.root.join("www")).arg(site).args(["--port", port]);
    become_program(&mut server)
}

/// The server takes our place, so that whatever ends us ends it.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec().into())
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<()> {
    crate::run::run(command)
}
