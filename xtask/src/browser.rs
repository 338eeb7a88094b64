//! The browsers that the tests run in: Chromium, its driver, and a font with Chinese characters; Firefox where it is.
//!
//! Each is taken where it is found. Where one of Chromium's is missing and Debian's package manager is at hand, it is
//! installed.
//! What is not here: what happens in the browser.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{find, output, run};

const CHROMIUM: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVER: [&str; 1] = ["chromedriver"];
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const FIREFOX_DRIVER: [&str; 1] = ["geckodriver"];

/// The programs of a browser that is ready for tests.
pub struct Browser {
    /// Chromium, or a browser built from it.
    pub chromium: PathBuf,
    /// What speaks WebDriver to it.
    pub driver: PathBuf,
}

/// A browser, its driver and a Chinese font; `CHROMIUM` and `CHROMEDRIVER` name others than those on the path.
pub fn browser() -> Result<Browser> {
    let mut missing = Vec::new();
    if named_or_found("CHROMIUM", &CHROMIUM).is_none() {
        missing.push("chromium");
    }
    if named_or_found("CHROMEDRIVER", &DRIVER).is_none() {
        missing.push("chromium-driver");
    }
    if !missing.is_empty() {
        install(&missing)?;
    }
    if cfg!(target_os = "linux") && !has_chinese_font() && install(&["fontconfig", "fonts-noto-cjk"]).is_err()
    {
        println!("No Chinese font was found: the page is tested all the same, but pictures of it show boxes");
    }
    let chromium = named_or_found("CHROMIUM", &CHROMIUM).context("Chromium is still not on the path")?;
    let driver = named_or_found("CHROMEDRIVER", &DRIVER).context("chromedriver is still not on the path")?;
    Ok(Browser { chromium, driver })
}

/// Firefox, if it is there; `FIREFOX` names another than that on the path. It is never installed.
pub fn firefox() -> Option<PathBuf> {
    named_or_found("FIREFOX", &FIREFOX)
}

/// What speaks WebDriver to Firefox, if it is there; `GECKODRIVER` names another than that on the path.
pub fn firefox_driver() -> Option<PathBuf> {
    named_or_found("GECKODRIVER", &FIREFOX_DRIVER)
}

/// Refuses to go on without Firefox and its driver.
pub fn need_firefox() -> Result<()> {
    if firefox().is_none() || firefox_driver().is_none() {
        bail!(
            "there is no Firefox with its driver: install both (Debian: firefox-esr; `cargo install geckodriver`), \
             and name them in FIREFOX and GECKODRIVER where they are not on the path"
        );
    }
    Ok(())
}

fn named_or_found(variable: &str, names: &[&str]) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file()).or_else(|| find(names))
}

fn has_chinese_font() -> bool {
    find(&["fc-list"]).is_some()
        && output(Command::new("fc-list").arg(":lang=zh-cn")).is_ok_and(|fonts| !fonts.is_empty())
}

fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    let Some(apt) = find(&["apt-get"]) else {
        bail!(
            "the tests need {names} (Debian's names): install a Chromium-based browser and its driver, \
             and name them in CHROMIUM and CHROMEDRIVER where they are not on the path"
        );
    };
    if output(Command::new("id").arg("-u"))? != "0" {
        bail!("the tests need {names}: run `sudo apt-get install --no-install-recommends {names}`");
    }
    println!("Installing {names}");
    let apt_get = || {
        let mut command = Command::new(&apt);
        command.env("DEBIAN_FRONTEND", "noninteractive").args(["-y", "-qq"]);
        command
    };
    run(apt_get().arg("update"))?;
    run(apt_get().args(["install", "--no-install-recommends"]).args(packages))
        .with_context(|| format!("install them by hand: {names}"))
}
