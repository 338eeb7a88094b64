//! The gzip size of every shipped file, against the budgets in budgets.json (bytes, 1 KB = 1000 bytes).
//!
//! What the page loads at its start is found by following the quoted relative paths from index.html; what it loads when
//! something is opened, by following what scripts `import()` besides. What is not here: what a browser really asks
//! for, which a page test measures against the same budgets.

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
/// The folders of dictionaries: of each a visitor loads one file.
const DICTIONARIES: [&str; 2] = ["i18n", "i18n/later"];

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
    let start = reached(site, &BTreeSet::new(), Follow::AtOnce)?;
    // A visitor may have any language, and none but the first is announced by the page.
    let start = dictionaries(site).filter(|path| beside(path, &start)).chain(start.iter().cloned()).collect();
    let later = reached(site, &start, Follow::All)?;
    let all = |kind: &'static str| site.keys().filter(move |path| is(path, &[kind])).cloned().collect();
    let named = |name: &'static str| site.keys().filter(move |path| path.ends_with(name)).cloned().collect();
    let scripts =
        |paths: &BTreeSet<PathBuf>| paths.iter().filter(|path| is(path, &["js", "mjs"])).cloned().collect();
    let styles = start.iter().filter(|path| is(path, &["css"])).cloned().collect();
    let modules: BTreeSet<PathBuf> = all("wasm");
    let first: BTreeSet<PathBuf> = start.union(&modules).cloned().collect();
    Ok(vec![
        ("wasm", total(site, &modules)?),
        ("pageScripts", total(site, &scripts(&start))?),
        ("laterScripts", total(site, &scripts(&later))?),
        ("styles", total(site, &styles)?),
        ("loader", total(site, &named(LOADER))?),
        ("firstLoad", total(site, &first)?),
    ])
}

/// The sizes of some files; of the dictionaries in one folder only the largest.
fn total(site: &Site, paths: &BTreeSet<PathBuf>) -> Result<usize> {
    let mut sum = 0;
    let mut largest = BTreeMap::new();
    for path in paths {
        let size = gzip(&site[path])?;
        match dictionary_folder(path) {
            Some(folder) => {
                let known = largest.entry(folder).or_insert(0);
                *known = size.max(*known);
            }
            None => sum += size,
        }
    }
    Ok(sum + largest.values().sum::<usize>())
}

/// The folder that a dictionary is in; nothing for any other file.
fn dictionary_folder(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| DICTIONARIES.iter().any(|name| *folder == Path::new(name)))
}

fn dictionaries(site: &Site) -> impl Iterator<Item = PathBuf> {
    site.keys().filter(|path| dictionary_folder(path).is_some()).cloned()
}

/// Whether one of the files is in the same folder.
fn beside(path: &Path, files: &BTreeSet<PathBuf>) -> bool {
    files.iter().any(|file| file.parent() == path.parent())
}

/// Which of the names in a script lead on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Follow {
    /// What the browser fetches by itself.
    AtOnce,
    /// That, and what the script fetches with `import()` when it is wanted.
    All,
}

/// index.html, and every script and style that it names, or that those name in turn, without those that are known.
fn reached(site: &Site, known: &BTreeSet<PathBuf>, follow: Follow) -> Result<BTreeSet<PathBuf>> {
    let mut reached = BTreeSet::new();
    let mut open = vec![PathBuf::from("index.html")];
    while let Some(path) = open.pop() {
        let bytes = site.get(&path).with_context(|| format!("{} is not there", path.display()))?;
        let leads_on = is(&path, &["html", "js", "mjs", "css"]) && !path.ends_with(SERVICE_WORKER);
        if !reached.insert(path.clone()) || !leads_on {
            continue;
        }
        let folder = path.parent().unwrap_or(Path::new(""));
        for (name, wanted_later) in named(&String::from_utf8_lossy(bytes)) {
            let target = resolve(&folder.join(&name));
            let relative = name.starts_with("./") || name.starts_with("../");
            if relative && !site.contains_key(&target) {
                bail!("{} names {name}, which is not there", path.display());
            }
            let now = follow == Follow::All || !wanted_later;
            if now && site.contains_key(&target) && !target.ends_with(LOADER) {
                open.push(target);
            }
        }
    }
    Ok(reached.difference(known).cloned().collect())
}

/// The quoted texts that name a script or a style, and whether `import()` asks for them.
fn named(text: &str) -> Vec<(String, bool)> {
    let parts: Vec<&str> = text.split(['"', '\'', '`', '\n']).collect();
    let names =
        |part: &str| is(Path::new(part), &["js", "mjs", "css"]) && !part.contains(' ') && part != IMPORTS;
    (0..parts.len())
        .filter(|index| names(parts[*index]))
        .map(|index| (parts[index].to_owned(), index > 0 && parts[index - 1].ends_with("import(")))
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

    fn found(files: &[(&str, &str)], follow: Follow) -> Vec<String> {
        let paths = reached(&site(files), &BTreeSet::new(), follow).unwrap_or_default();
        paths.iter().map(|path| path.display().to_string()).collect()
    }

    #[test]
    fn what_the_page_names_is_followed_through_folders_at_once_or_later() {
        let files = [
            ("index.html", r#"<link href="style.css"><script src="./main.js">"#),
            ("main.js", "import './view/bill.js';"),
            ("view/bill.js", "import('../money.js')"),
            ("money.js", ""),
            ("style.css", ""),
            ("author.js", ""),
        ];
        assert_eq!(found(&files, Follow::AtOnce), ["index.html", "main.js", "style.css", "view/bill.js"]);
        let all = ["index.html", "main.js", "money.js", "style.css", "view/bill.js"];
        assert_eq!(found(&files, Follow::All), all);
    }

    #[test]
    fn a_language_counts_with_the_start_and_what_is_opened_later_does_not() {
        let site = site(&[
            ("index.html", "<script src='./main.js'><link href='./i18n/zh.js'>"),
            ("main.js", "import('./i18n/en.js'); import('./later.js')"),
            ("later.js", "import('./i18n/later/en.js')"),
            ("i18n/en.js", "a longer dictionary"),
            ("i18n/zh.js", "short"),
            ("i18n/later/en.js", "words"),
        ]);
        let sizes: BTreeMap<&str, usize> = measure(&site).unwrap_or_default().into_iter().collect();
        let size = |names: &[&str]| names.iter().map(|name| gzip(&site[Path::new(name)]).unwrap_or(0)).sum();
        assert_eq!(sizes.get("pageScripts"), Some(&size(&["main.js", "i18n/en.js"])));
        assert_eq!(sizes.get("laterScripts"), Some(&size(&["later.js", "i18n/later/en.js"])));
    }

    #[test]
    fn the_service_worker_s_list_is_not_followed() {
        let files = [
            ("index.html", "<script src='./main.js'>"),
            ("main.js", "register('./sw.js')"),
            ("sw.js", "['./author.js']"),
            ("author.js", ""),
        ];
        assert_eq!(found(&files, Follow::All), ["index.html", "main.js", "sw.js"]);
    }

    #[test]
    fn the_glue_s_name_among_the_module_s_imports_is_no_file() {
        let files = [
            ("index.html", "<script src='./pkg/yuefu.js'>"),
            ("pkg/yuefu.js", r#"{"./yuefu_bg.js":{__proto__:null}}"#),
        ];
        assert_eq!(found(&files, Follow::All), ["index.html", "pkg/yuefu.js"]);
    }

    #[test]
    fn a_script_that_is_not_there_is_an_error_that_names_it() {
        let files = site(&[("index.html", "<script src='./gone.js'>")]);
        let error = reached(&files, &BTreeSet::new(), Follow::AtOnce);
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
