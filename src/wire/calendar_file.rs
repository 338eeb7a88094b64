//! The days of a report as a calendar file: every reminder, the ends of freezes, the steps of the ways back.
//!
//! Due days and recommended days are reminders of the report. What is not here: the form of the file (see `export`).

use super::json::Json;
use super::node::Node;
use super::table::{language, report};
use crate::date::{Date, FIRST};
use crate::error::Result;
use crate::export::{
    Calendar, DISCLAIMER, EARLIEST, Entry, LATEST, NAME, PATHS, REMINDERS, STEPS, Sentence, UNTIL_THEN,
};
use crate::terms::text_in;

/// A calendar of a report. Its time stamps are the beginning of the report's `asOf` day.
///
/// # Errors
/// `unknownWord` for another language; what is not a report, with the place where it is not.
pub fn calendar(given: &Json<'_>, locale: &Json<'_>) -> Result<String> {
    let language = language(locale)?;
    let report = report(given)?;
    let product = report.field("product")?;
    let product = product.text_of("id")?;
    let stamp = report.optional("asOf").map_or(Ok(FIRST), |as_of| as_of.day_of("date"))?;
    let name = crate::terms::product(product)
        .map_or(NAME[language], |terms| text_in(&terms.name, crate::export::LANGUAGES[language]));
    let description = format!("{name}\n{}", DISCLAIMER[language]);
    let mut file = File {
        calendar: Calendar::new(name, stamp, &description),
        product,
        language,
        last: (String::new(), 0),
    };
    for reminder in report.field("reminders")?.items()? {
        file.reminder(&reminder)?;
    }
    for freeze in report.field("freezes")?.items()? {
        file.freeze(&freeze)?;
    }
    for way in report.field("recovery")?.items()? {
        file.way(&way)?;
    }
    Ok(file.calendar.finish())
}

struct File<'r> {
    calendar: Calendar,
    product: &'r str,
    language: usize,
    /// The id of the last entry, and how many of it there were.
    last: (String, u32),
}

impl File<'_> {
    fn reminder(&mut self, reminder: &Node<'_>) -> Result<()> {
        let day = reminder.day_of("date")?;
        let kind = reminder.field("kind")?;
        let (alarm, sentence) = kind.word(&REMINDERS)?;
        let figures = reminder.field("figures")?;
        for (_, figure) in figures.entries()? {
            figure.free_text()?;
        }
        let summary = filled(sentence[self.language], &figures)?;
        // A bill's days move with its terms, but stay those of that bill.
        let about = match figures.optional("bill") {
            Some(bill) => bill.text()?.to_owned(),
            None => day.to_string(),
        };
        self.add(&format!("{}.{about}", kind.text()?), day, &summary, alarm);
        Ok(())
    }

    /// The earliest and the latest end of a freeze, where they are known.
    fn freeze(&mut self, freeze: &Node<'_>) -> Result<()> {
        let kind = freeze.text_of("kind")?;
        let from = freeze.day_of("from")?;
        let id = format!("unfreeze.{kind}.{from}");
        self.between(freeze, &id, UNTIL_THEN[self.language])
    }

    fn way(&mut self, way: &Node<'_>) -> Result<()> {
        let from = way.optional("freeze").map_or_else(|| way.text_of("from"), |freeze| freeze.text())?;
        let begun = way.day_of("date")?;
        let path = way.field("path")?;
        let on_path = path.word(&PATHS)?[self.language];
        for step in way.field("steps")?.items()? {
            let code = step.field("code")?;
            let sentence: Sentence = code.word(&STEPS)?;
            let id = format!("way.{from}.{begun}.{}.{}", path.text()?, code.text()?);
            self.between(&step, &id, &self.joined([sentence[self.language], on_path]))?;
        }
        Ok(())
    }

    /// One entry where both days are the same, else one for each.
    fn between(&mut self, node: &Node<'_>, id: &str, summary: &str) -> Result<()> {
        let day = |key| node.optional(key).map(|day| day.any_day()).transpose();
        let days: [Option<Date>; 2] = [day("possible")?, day("guaranteed")?];
        match days {
            [Some(possible), guaranteed] if guaranteed == Some(possible) => {
                self.add(id, possible, summary, false)
            }
            _ => {
                let readings = [("possible", EARLIEST), ("guaranteed", LATEST)];
                for (day, (reading, word)) in days.into_iter().zip(readings) {
                    if let Some(day) = day {
                        let summary = self.joined([summary, word[self.language]]);
                        self.add(&format!("{id}.{reading}"), day, &summary, false);
                    }
                }
            }
        }
        Ok(())
    }

    fn joined(&self, [what, beside]: [&str; 2]) -> String {
        match self.language {
            2 => format!("{what}, {beside}"),
            _ => format!("{what}（{beside}）"),
        }
    }

    /// Adds an entry; a second one of the same kind on the same day is numbered.
    fn add(&mut self, id: &str, day: Date, summary: &str, alarm: bool) {
        let times = if self.last.0 == id { self.last.1 + 1 } else { 1 };
        self.last = (id.to_owned(), times);
        let again = if times > 1 { format!(".{times}") } else { String::new() };
        let id = format!("{id}{again}.{}", self.product);
        self.calendar.add(&Entry { id: &id, day, summary, alarm });
    }
}

/// The sentence with the figures that it names; the name of one that is not there stays in its braces.
fn filled(sentence: &str, figures: &Node<'_>) -> Result<String> {
    let mut text = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, later) = after.split_once('}').unwrap_or((after, ""));
        text.push_str(before);
        match figures.optional(name) {
            Some(figure) => text.push_str(figure.free_text()?),
            None => text.extend(["{", name, "}"]),
        }
        rest = later;
    }
    text.push_str(rest);
    Ok(text)
}
