//! The files of the project, and the part of a file that a rule is about.
//!
//! What is not here: any rule.

use std::process::Command;
use std::sync::LazyLock;

/// A text file of the project.
pub struct Source {
    /// Its path from the project's folder, with `/`.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// Every text file that is tracked or about to be; what git ignores is left out.
pub static SOURCES: LazyLock<Vec<Source>> = LazyLock::new(|| {
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = git.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("the house rules need git");
    let listed = String::from_utf8(listed.stdout).expect("file names are text");
    let sources: Vec<Source> = listed.split_terminator('\0').filter_map(read).collect();
    assert!(sources.iter().any(|source| source.path == "src/lib.rs"), "git lists no files of the project");
    sources
});

/// Nothing for a file that was removed or that is not text.
fn read(path: &str) -> Option<Source> {
    let text = std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).ok()?;
    Some(Source { path: path.to_owned(), text })
}

/// The files under one of these folders that end in one of these ways.
pub fn under<'a>(folders: &'a [&str], endings: &'a [&str]) -> impl Iterator<Item = &'static Source> + 'a {
    SOURCES.iter().filter(|source| {
        folders.iter().any(|folder| source.path.starts_with(folder))
            && endings.iter().any(|ending| source.path.ends_with(ending))
    })
}

/// Whether tests follow in a file: everywhere, or only where they can run.
fn begins_tests(line: &str) -> bool {
    ["#[cfg(test)]", "#[cfg(all(test, not(target_arch = \"wasm32\")))]"].contains(&line.trim())
}

impl Source {
    /// The numbered lines of code that are shipped: without comments and without the tests at the end of the file.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let shipped = self.text.lines().enumerate().take_while(|(_, line)| !begins_tests(line));
        shipped.map(|(index, line)| (index + 1, without_comment(line)))
    }

    /// Where a breach is.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }
}

/// The line up to `//`, unless that is part of an address; nothing of a line inside a block comment.
fn without_comment(line: &str) -> &str {
    let start = line.trim_start();
    if start.starts_with("* ") || start.starts_with("/*") || start == "*" || start == "*/" {
        return "";
    }
    let comment = line.match_indices("//").find(|(index, _)| !line[..*index].ends_with(':'));
    comment.map_or(line, |(index, _)| &line[..index])
}

/// Whether a text holds a word or path as a whole, not as a part of a longer name.
pub fn holds(text: &str, word: &str) -> bool {
    let part_of_name = |character: char| character.is_alphanumeric() || character == '_';
    text.match_indices(word).any(|(index, _)| {
        let opens_name = word.starts_with(part_of_name) && text[..index].ends_with(part_of_name);
        let closes_name =
            word.ends_with(part_of_name) && text[index + word.len()..].starts_with(part_of_name);
        !opens_name && !closes_name
    })
}

#[test]
fn a_word_is_found_only_as_a_whole() {
    assert!(holds("let rate: f64 = 0.0;", "f64"));
    assert!(!holds("value.as_f64()", "f64"));
    assert!(holds("value.unwrap();", ".unwrap()"));
    assert!(!holds("value.unwrap_or(0)", ".unwrap()"));
}

#[test]
fn comments_and_tests_are_not_code() {
    let text = "use a; // f64\n//! f64\nlet u = \"https://b\";\n/** f64\n * f64\n */\n#[cfg(test)]\nf64";
    let source = Source { path: String::new(), text: text.to_owned() };
    let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
    assert_eq!(code, ["use a; ", "", "let u = \"https://b\";", "", "", ""]);
}
