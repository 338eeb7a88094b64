//! Chores of the project as one program: `cargo xtask COMMAND`.
//!
//! What is not here: anything that a user of the package runs.

mod bench;
mod browser;
mod build;
mod crates;
mod files;
mod fuzz;
mod mute;
mod need;
mod project;
mod run;
mod sbom;
mod serve;
mod site;
mod size;
mod stages;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use project::Project;

/// A command: its name with its flags, what it does in a line, and the function that does it.
struct Command {
    usage: &'static str,
    does: &'static str,
    run: fn(&Project, &mut Arguments) -> Result<()>,
}

const COMMANDS: [Command; 8] = [
    Command {
        usage: "build [--dev]",
        does: "make the package in pkg/ (WebAssembly, glue, types)",
        run: |project, arguments| {
            let dev = arguments.flag("--dev");
            arguments.done()?;
            build::build(project, if dev { build::Profile::Dev } else { build::Profile::Release })
        },
    },
    Command {
        usage: "site",
        does: "make the package and pack the page with it into target/site",
        run: |project, arguments| {
            arguments.done()?;
            site::assemble(project).map(|folder| println!("The page is in {}", folder.display()))
        },
    },
    Command {
        usage: "serve [--port 8080] [--plain]",
        does: "make the page and serve it, packed or as it is written; port 0 takes any free one",
        run: |project, arguments| {
            let port = arguments.value("--port")?.unwrap_or_else(|| "8080".to_owned());
            let plain = arguments.flag("--plain");
            arguments.done()?;
            serve::serve(project, &port, plain)
        },
    },
    Command {
        usage: "test [--only native|wasm|node|same|package|page|size] [--firefox]",
        does: "install what the tests need and run them all, or one stage of them",
        run: |project, arguments| {
            let only = arguments.value("--only")?;
            let firefox = arguments.flag("--firefox");
            arguments.done()?;
            stages::test(project, only.as_deref(), firefox)
        },
    },
    Command {
        usage: "bench [--only native|node|browser|page]",
        does: "measure the engine, and the package beside its rivals; fail by no time",
        run: |project, arguments| {
            let only = arguments.value("--only")?;
            arguments.done()?;
            bench::bench(project, only.as_deref())
        },
    },
    Command {
        usage: "size",
        does: "print the gzip size of every shipped file; fail above a budget",
        run: |project, arguments| {
            arguments.done()?;
            size::size(project)
        },
    },
    Command {
        usage: "fuzz [--seconds 60] [--only TARGET]",
        does: "run each fuzz target so long; what it finds is kept in fuzz/artifacts/",
        run: |project, arguments| {
            let seconds = arguments.value("--seconds")?.unwrap_or_else(|| "60".to_owned());
            let only = arguments.value("--only")?;
            arguments.done()?;
            fuzz::fuzz(project, seconds.parse().context("--seconds takes a whole number")?, only.as_deref())
        },
    },
    Command {
        usage: "sbom",
        does: "write the bill of materials of the module to target/yuefu.cdx.json (CycloneDX)",
        run: |project, arguments| {
            arguments.done()?;
            sbom::write(project).map(|path| println!("The bill of materials is {}", path.display()))
        },
    },
];

/// Commands that make nothing that another one reads, and may run beside it.
const BESIDE_OTHERS: [&str; 1] = ["fuzz"];

/// What follows the command's name; each flag is taken out as it is read.
struct Arguments(Vec<String>);

impl Arguments {
    /// Whether a flag without value is there.
    fn flag(&mut self, name: &str) -> bool {
        let place = self.0.iter().position(|argument| argument == name);
        place.map(|index| self.0.remove(index)).is_some()
    }

    /// The value that follows a flag, if the flag is there.
    fn value(&mut self, name: &str) -> Result<Option<String>> {
        let Some(index) = self.0.iter().position(|argument| argument == name) else { return Ok(None) };
        self.0.remove(index);
        if index >= self.0.len() {
            bail!("{name} needs a value\n\n{}", help());
        }
        Ok(Some(self.0.remove(index)))
    }

    /// Refuses whatever no flag has taken.
    fn done(&self) -> Result<()> {
        match self.0.first() {
            Some(argument) => bail!("`{argument}` means nothing here\n\n{}", help()),
            None => Ok(()),
        }
    }
}

fn help() -> String {
    let width = COMMANDS.iter().map(|command| command.usage.len()).max().unwrap_or(0);
    let line = |command: &Command| format!("  {:width$}  {}\n", command.usage, command.does);
    format!("cargo xtask COMMAND\n\n{}", COMMANDS.iter().map(line).collect::<String>())
}

fn dispatch(name: &str, arguments: Vec<String>) -> Result<()> {
    let named = |command: &&Command| command.usage.split(' ').next() == Some(name);
    let Some(command) = COMMANDS.iter().find(named) else { bail!("no command `{name}`\n\n{}", help()) };
    let project = Project::read()?;
    // Held until we end, or until the server takes our place.
    let _alone = if BESIDE_OTHERS.contains(&name) { None } else { Some(project.alone()?) };
    (command.run)(&project, &mut Arguments(arguments))
}

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(name) = arguments.next().filter(|name| !["help", "--help", "-h"].contains(&name.as_str()))
    else {
        print!("{}", help());
        return ExitCode::SUCCESS;
    };
    match dispatch(&name, arguments.collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(words: &[&str]) -> Arguments {
        Arguments(words.iter().map(|word| (*word).to_owned()).collect())
    }

    #[test]
    fn a_flag_is_taken_with_its_value() {
        let mut given = arguments(&["--dev", "--port", "0"]);
        assert_eq!(given.value("--port").ok().flatten().as_deref(), Some("0"));
        assert!(given.flag("--dev"));
        assert!(given.done().is_ok());
    }

    #[test]
    fn a_flag_without_its_value_is_refused() {
        assert!(arguments(&["--port"]).value("--port").is_err());
    }

    #[test]
    fn what_no_flag_takes_is_refused_by_name() {
        let error = arguments(&["--prot"]).done().map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| text.starts_with("`--prot` means nothing here")));
    }

    #[test]
    fn an_unknown_command_gets_the_list_of_commands() {
        let error = dispatch("tset", Vec::new()).map_err(|error| error.to_string());
        assert!(error.is_err_and(|text| COMMANDS.iter().all(|command| text.contains(command.does))));
    }
}
