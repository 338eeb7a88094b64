//! The page on this machine: the laid-out site behind the static server in serve.mjs.
//!
//! What is not here: the server, and the headers it sends.

use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::site;

/// Makes the page and serves it until interrupted. An edit under www/ shows when the page is loaded anew.
///
/// The page is served as it is shipped, or with `plain` as it is written, for the browser's debugger.
pub fn serve(project: &Project, port: &str, plain: bool) -> Result<()> {
    let site = site::assemble(project)?;
    let mut server = project.node("xtask/serve.mjs");
    server.args(["--port", port]);
    match plain {
        true => server.arg(project.www()).arg(site),
        false => server.arg(site).arg("--www").arg(project.www()).arg("--pkg").arg(project.package()),
    };
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
