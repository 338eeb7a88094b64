//! Tables of a report for spreadsheets: bills, plans, refunds, the limit, the journal.
//!
//! Headings are in the language asked for, words are those of the contract. What is not here: the form of rows
//! (see `export`), and any figure that the report does not have.

mod columns;

use super::json::Json;
use super::node::Node;
use crate::date::Date;
use crate::error::Result;
use crate::export::{LANGUAGES, MARK, Row, Sentence};
use columns::{Column, Form};

/// The mark of the reports that are read.
const REPORT_FORMAT: &str = "yuefu.report/1";

/// What writes the rows of a table.
type Rows = fn(&Node<'_>) -> Result<String>;
const TABLES: [(&str, (&[Column], Rows)); 5] = [
    ("bills", (columns::BILLS, |report| rows(report, "bills", columns::BILLS))),
    ("plans", (columns::PLANS, plan_rows)),
    ("refunds", (columns::REFUNDS, |report| rows(report, "refunds", columns::REFUNDS))),
    ("limit", (columns::LIMIT, |report| rows(report, "limit", columns::LIMIT))),
    ("journal", (columns::JOURNAL, journal)),
];

/// A table of a report: RFC 4180 with a mark for UTF-8 in front.
///
/// # Errors
/// `unknownWord` for another table or language; what is not a report, with the place where it is not.
pub fn csv(given: &Json<'_>, table: &Json<'_>, locale: &Json<'_>) -> Result<String> {
    let language = language(locale)?;
    let (columns, rows) = Node::whole(table).word(&TABLES)?;
    let mut heads = Row::default();
    for column in columns {
        heads.text(column.2[language]);
    }
    let rows = rows(&report(given)?)?;
    Ok([MARK.to_string(), heads.finish(), rows].concat())
}

/// The place of a language in lists of sentences.
pub(super) fn language(locale: &Json<'_>) -> Result<usize> {
    let [chinese, traditional, english] = LANGUAGES;
    Node::whole(locale).word(&[(chinese, 0), (traditional, 1), (english, 2)])
}

/// A report, by its mark.
pub(super) fn report<'a>(value: &'a Json<'a>) -> Result<Node<'a>> {
    let report = Node::whole(value);
    report.format(REPORT_FORMAT)?;
    Ok(report)
}

fn rows(report: &Node<'_>, list: &str, columns: &[Column]) -> Result<String> {
    let mut text = String::new();
    for entry in report.field(list)?.items()? {
        let mut row = Row::default();
        cells(&mut row, &entry, columns)?;
        text.push_str(&row.finish());
    }
    Ok(text)
}

/// One row for each row of each plan; what is the plan's is repeated.
fn plan_rows(report: &Node<'_>) -> Result<String> {
    let (of_plan, of_row) = columns::PLANS.split_at(columns::OF_PLAN);
    let mut text = String::new();
    for plan in report.field("plans")?.items()? {
        for entry in plan.field("rows")?.items()? {
            let mut row = Row::default();
            cells(&mut row, &plan, of_plan)?;
            cells(&mut row, &entry, of_row)?;
            text.push_str(&row.finish());
        }
    }
    Ok(text)
}

/// Every line of a bill and every cause of a change of the limit, by day; those of a bill first.
fn journal(report: &Node<'_>) -> Result<String> {
    let (of_book, of_entry) = columns::JOURNAL.split_at(columns::OF_BOOK);
    let mut found: Vec<(Date, String)> = Vec::new();
    for bill in report.field("bills")?.items()? {
        let month = bill.text_of("month")?;
        for line in bill.field("lines")?.items()? {
            found.push((line.day_of("date")?, entry(&line, &line, ["bill", month], of_book, of_entry)?));
        }
    }
    for day in report.field("limit")?.items()? {
        for cause in day.field("causes")?.items()? {
            found.push((day.day_of("date")?, entry(&day, &cause, ["limit", ""], of_book, of_entry)?));
        }
    }
    Ok(by_day(&found))
}

fn entry(
    day: &Node<'_>,
    node: &Node<'_>,
    [book, month]: [&str; 2],
    of_book: &[Column],
    of_entry: &[Column],
) -> Result<String> {
    let mut row = Row::default();
    cells(&mut row, day, &of_book[..1])?;
    row.text(book);
    row.text(month);
    cells(&mut row, node, of_entry)?;
    Ok(row.finish())
}

/// The lines in the order of their days; those of one day as they came. A chain of lines for each day.
fn by_day(lines: &[(Date, String)]) -> String {
    let Some(first) = lines.iter().map(|(day, _)| *day).min() else { return String::new() };
    let mut heads: Vec<Option<usize>> = Vec::new();
    let mut next = vec![None; lines.len()];
    for (index, (day, _)) in lines.iter().enumerate().rev() {
        let place = (*day - first).0.unsigned_abs() as usize;
        if heads.len() <= place {
            heads.resize(place + 1, None);
        }
        next[index] = heads[place].replace(index);
    }
    let mut text = String::new();
    for head in heads {
        let mut at = head;
        while let Some(index) = at {
            text.push_str(&lines[index].1);
            at = next[index];
        }
    }
    text
}

fn cells(row: &mut Row, entry: &Node<'_>, columns: &[Column]) -> Result<()> {
    columns.iter().try_for_each(|(path, form, _)| cell(row, entry, path, *form))
}

/// The cell under a path of one or two keys; empty where there is nothing.
fn cell(row: &mut Row, entry: &Node<'_>, path: &str, form: Form) -> Result<()> {
    let (outer, inner) = path.split_once('/').unwrap_or((path, ""));
    let Some(node) = entry.optional(outer) else {
        if form == Form::Maybe || form == Form::MaybeDay {
            row.text("");
            return Ok(());
        }
        return entry.field(outer).map(|_| ());
    };
    match inner {
        "" => put(row, &node, form),
        inner => put(row, &node.field(inner)?, form),
    }
}

fn put(row: &mut Row, node: &Node<'_>, form: Form) -> Result<()> {
    match form {
        Form::Text => row.text(node.free_text()?),
        Form::Maybe => match node.value {
            Json::Number(_) => return put(row, node, Form::Count),
            Json::Switch(on) => row.plain(&on.to_string()),
            _ => row.text(node.free_text()?),
        },
        Form::Day | Form::MaybeDay => row.plain(&node.any_day()?.to_string()),
        Form::Figure => row.plain(node.figure()?),
        Form::Count => row.plain(&node.whole_number(0, i64::MAX)?.to_string()),
        Form::List => {
            let mut words = String::new();
            for word in node.items()? {
                if !words.is_empty() {
                    words.push(' ');
                }
                words.push_str(word.text()?);
            }
            row.text(&words);
        }
    }
    Ok(())
}

/// What a row's heading is, in each language.
pub(super) type Heading = Sentence;
