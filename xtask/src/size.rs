//! The gzip size of every shipped file, against the budgets in budgets.json (bytes, 1 KB = 1000 bytes).
//!
//! What the page loads is found by following the quoted relative paths from index.html. What is not here: what a
//! browser really asks for, which a page test measures against the same budget.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};

use crate::files;
use crate::project::Project;
use crate::site;

const BUDGETS: &str = include_str!("../budgets.json");
/// Loads nothing by itself: it lists what it keeps for later.
const SERVICE_WORKER: &str = "sw.js";
const LOADER: &str = "loader.js";
/// The module's own name for its glue in its table of imports, which no file has.
const IMPORTS: &str = "./yuefu_bg.js";
/// The folder of dictionaries, of which a visitor loads one.
const DICTIONARIES: &str = "i18n";

/// The files of the laid-out site with their contents.
type Site = BTreeMap<PathBuf, Vec<u8>>;

/// Prints every file and every budget.
///
/// # Errors
/// A budget is passed.
pub fn size(project: &Project) -> Result<()> {
    let folder = site::assemble(project)?;
    let mut site = Site::new();
    for path in files::list(&folder)? {
        let bytes = files::read(&folder.join(&path))?;
        site.insert(path, bytes);
    }
    for (path, bytes) in &site {
        println!("{:>9}  {}", gzip(bytes)?, path.display());
    }
    let over = compare(&measure(&site)?, &serde_json::from_str(BUDGETS)?)?;
    if !over.is_empty() {
        bail!("over budget: {}", over.join(", "));
    }
    Ok(())
}

/// Prints what each budget holds and gives the names of those that are passed.
fn compare(measured: &[(&str, usize)], budgets: &BTreeMap<String, usize>) -> Result<Vec<String>> {
    let mut over = Vec::new();
    println!("\n{:<12} {:>9} {:>9}  (gzip, bytes)", "budget", "used", "limit");
    for (name, used) in measured {
        let limit = budgets.get(*name).with_context(|| format!("budgets.json has no `{name}`"))?;
        let mark = if used > limit { "  OVER" } else { "" };
        println!("{name:<12} {used:>9} {limit:>9}{mark}");
        if used > limit {
            over.push(format!("{name} by {} bytes", used - limit));
        }
    }
    Ok(over)
}

/// What counts towards each budget.
fn measure(site: &Site) -> Result<Vec<(&'static str, usize)>> {
    let loaded = loaded(site)?;
    let all = |kind: &'static str| site.keys().filter(move |path| is(path, &[kind])).cloned().collect();
    let named = |name: &'static str| site.keys().filter(move |path| path.ends_with(name)).cloned().collect();
    let scripts = loaded.iter().filter(|path| is(path, &["js", "mjs"])).cloned().collect();
    let modules: BTreeSet<PathBuf> = all("wasm");
    let first: BTreeSet<PathBuf> = loaded.union(&modules).cloned().collect();
    Ok(vec![
        ("wasm", total(site, &modules)?),
        ("pageScripts", total(site, &scripts)?),
        ("styles", total(site, &all("css"))?),
        ("loader", total(site, &named(LOADER))?),
        ("firstLoad", total(site, &first)?),
    ])
}

/// The sizes of some files, of dictionaries only the largest.
fn total(site: &Site, paths: &BTreeSet<PathBuf>) -> Result<usize> {
    let (mut sum, mut dictionary) = (0, 0);
    for path in paths {
        let size = gzip(&site[path])?;
        match path.starts_with(DICTIONARIES) {
            true => dictionary = dictionary.max(size),
            false => sum += size,
        }
    }
    Ok(sum + dictionary)
}

/// index.html, and every script and style that it names, or that those name in turn.
fn loaded(site: &Site) -> Result<BTreeSet<PathBuf>> {
    let mut reached = BTreeSet::new();
    let mut open = vec![PathBuf::from("index.html")];
    while let Some(path) = open.pop() {
        let bytes = site.get(&path).with_context(|| format!("{} is not there", path.display()))?;
        let leads_on = is(&path, &["html", "js", "mjs", "css"]) && !path.ends_with(SERVICE_WORKER);
        if !reached.insert(path.clone()) || !leads_on {
            continue;
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        for name in quoted(&String::from_utf8_lossy(bytes)).into_iter().filter(|name| name != IMPORTS) {
            let target = resolve(&folder.join(&name));
            let relative = name.starts_with("./") || name.starts_with("../");
            if relative && !site.contains_key(&target) {
                bail!("{} names {name}, which is not there", path.display());
            }
            if site.contains_key(&target) && !target.ends_with(LOADER) {
                open.push(target);
            }
        }
    }
    Ok(reached)
}

/// The quoted texts that name a script or a style.
fn quoted(text: &str) -> Vec<String> {
    let parts = text.split(['"', '\'', '`', '\n']);
    parts
        .filter(|part| is(Path::new(part), &["js", "mjs", "css"]) && !part.contains(' '))
        .map(str::to_owned)
        .collect()
}

/// The path without `.` and `..`.
fn resolve(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut whole, part| {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
        whole
    })
}

fn is(path: &Path, kinds: &[&str]) -> bool {
    path.extension().is_some_and(|kind| kinds.iter().any(|wanted| kind == *wanted))
}

fn gzip(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> Site {
        files.iter().map(|(path, text)| (PathBuf::from(path), text.as_bytes().to_vec())).collect()
    }

    fn reached(files: &[(&str, &str)]) -> Vec<String> {
        let paths = loaded(&site(files)).unwrap_or_default();
        paths.iter().map(|path| path.display().to_string()).collect()
    }

    #[test]
    fn what_the_page_names_is_followed_through_folders() {
        let files = [
            ("index.html", r#"<link href="style.css"><script src="./main.js">"#),
            ("main.js", "import './view/bill.js';"),
            ("view/bill.js", "import('../money.js')"),
            ("money.js", ""),
            ("style.css", ""),
            ("author.js", ""),
        ];
        assert_eq!(reached(&files), ["index.html", "main.js", "money.js", "style.css", "view/bill.js"]);
    }

    #[test]
    fn the_service_worker_s_list_is_not_followed() {
        let files = [
            ("index.html", "<script src='./main.js'>"),
            ("main.js", "register('./sw.js')"),
            ("sw.js", "['./author.js']"),
            ("author.js", ""),
        ];
        assert_eq!(reached(&files), ["index.html", "main.js", "sw.js"]);
    }

    #[test]
    fn the_glue_s_name_among_the_module_s_imports_is_no_file() {
        let files = [
            ("index.html", "<script src='./pkg/yuefu.js'>"),
            ("pkg/yuefu.js", r#"{"./yuefu_bg.js":{__proto__:null}}"#),
        ];
        assert_eq!(reached(&files), ["index.html", "pkg/yuefu.js"]);
    }

    #[test]
    fn a_script_that_is_not_there_is_an_error_that_names_it() {
        let error = loaded(&site(&[("index.html", "<script src='./gone.js'>")]));
        let text = error.map_err(|error| error.to_string());
        assert_eq!(text, Err("index.html names ./gone.js, which is not there".to_owned()));
    }

    #[test]
    fn of_the_dictionaries_only_the_largest_counts() {
        let site = site(&[("i18n/en.js", "a"), ("i18n/zh-CN.js", "abcdefgh"), ("main.js", "x")]);
        let all = site.keys().cloned().collect();
        let expected = gzip(b"abcdefgh").unwrap_or(0) + gzip(b"x").unwrap_or(0);
        assert_eq!(total(&site, &all).ok(), Some(expected));
    }

    #[test]
    fn a_passed_budget_is_named_with_the_excess() {
        let budgets = BTreeMap::from([("loader".to_owned(), 1500), ("styles".to_owned(), 8000)]);
        let over = compare(&[("loader", 1501), ("styles", 8000)], &budgets);
        assert_eq!(over.ok(), Some(vec!["loader by 1 bytes".to_owned()]));
    }
}
