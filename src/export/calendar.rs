//! A calendar file (RFC 5545) of entries that last a day.
//!
//! The same entries give the same bytes: the time stamp is a given day's beginning, and an id comes from what the
//! entry is. An entry therefore replaces the one of an earlier file. What is not here: which entries there are.

use core::fmt::Write;

use crate::date::Date;

/// Bytes of a line, without its end.
const LINE_MAX: usize = 75;

/// An entry of one day.
#[derive(Clone, Debug)]
pub struct Entry<'e> {
    /// What it is, alike in every file: the first part of its id.
    pub id: &'e str,
    /// Its day.
    pub day: Date,
    /// Its title.
    pub summary: &'e str,
    /// Whether it reminds at nine in the morning.
    pub alarm: bool,
}

/// A calendar that grows entry by entry.
#[derive(Debug)]
pub struct Calendar {
    text: String,
    stamp: String,
    description: String,
}

impl Calendar {
    /// An empty calendar of a name. Entries are stamped with the beginning of a day and share a description.
    pub fn new(name: &str, stamp: Date, description: &str) -> Calendar {
        let stamp = format!("{}T000000Z", digits(stamp));
        let mut calendar = Calendar { text: String::new(), stamp, description: description.to_owned() };
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", concat!("-//yuefu//yuefu ", env!("CARGO_PKG_VERSION"), "//EN"));
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        calendar.escaped("NAME", name);
        calendar.escaped("X-WR-CALNAME", name);
        calendar
    }

    /// Adds an entry.
    pub fn add(&mut self, entry: &Entry<'_>) {
        let (stamp, description) = (self.stamp.clone(), self.description.clone());
        self.line("BEGIN", "VEVENT");
        self.escaped("UID", &format!("{}@yuefu", entry.id));
        self.line("DTSTAMP", &stamp);
        self.line("DTSTART;VALUE=DATE", &digits(entry.day));
        self.line("DTEND;VALUE=DATE", &digits(entry.day.next()));
        self.escaped("SUMMARY", entry.summary);
        self.escaped("DESCRIPTION", &description);
        self.line("TRANSP", "TRANSPARENT");
        if entry.alarm {
            self.line("BEGIN", "VALARM");
            self.line("ACTION", "DISPLAY");
            self.escaped("DESCRIPTION", entry.summary);
            self.line("TRIGGER", "PT9H");
            self.line("END", "VALARM");
        }
        self.line("END", "VEVENT");
    }

    /// The file.
    pub fn finish(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.text
    }

    /// A property with a text: what means something to the format is escaped (§3.3.11), other controls are left out.
    fn escaped(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\\' | ';' | ',' => value.extend(['\\', character]),
                '\n' => value.push_str("\\n"),
                '\t' => value.push(character),
                _ if character.is_control() => {}
                _ => value.push(character),
            }
        }
        self.line(name, &value);
    }

    /// A line, folded after 75 bytes but never within a character (§3.1).
    fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if length + character.len_utf8() > LINE_MAX {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(character);
            length += character.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// `20250305`
fn digits(day: Date) -> String {
    let mut text = String::with_capacity(8);
    // Writing to a text cannot fail.
    let _ = write!(text, "{day}");
    text.replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar() -> Calendar {
        Calendar::new("月付", Date::new(2025, 3, 1).expect("a day"), "a, b")
    }

    #[test]
    fn an_entry_is_what_the_standard_asks_for() {
        let mut calendar = calendar();
        let day = Date::new(2024, 2, 29).expect("a day");
        calendar.add(&Entry { id: "due.2024-02", day, summary: "还款; 840.33", alarm: true });
        let version = env!("CARGO_PKG_VERSION");
        let expected = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//yuefu//yuefu {version}//EN\r\nCALSCALE:GREGORIAN\r\n\
             METHOD:PUBLISH\r\nNAME:月付\r\nX-WR-CALNAME:月付\r\n\
             BEGIN:VEVENT\r\nUID:due.2024-02@yuefu\r\nDTSTAMP:20250301T000000Z\r\n\
             DTSTART;VALUE=DATE:20240229\r\nDTEND;VALUE=DATE:20240301\r\n\
             SUMMARY:还款\\; 840.33\r\nDESCRIPTION:a\\, b\r\nTRANSP:TRANSPARENT\r\n\
             BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:还款\\; 840.33\r\nTRIGGER:PT9H\r\nEND:VALARM\r\n\
             END:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        assert_eq!(calendar.finish(), expected);
    }

    #[test]
    fn lines_are_folded_between_characters_after_75_bytes() {
        let mut calendar = calendar();
        calendar.escaped("SUMMARY", &"额a".repeat(200));
        let text = calendar.finish();
        assert!(text.contains("\r\n "));
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert!(text.replace("\r\n ", "").contains(&"额a".repeat(200)));
    }

    /// The standard allows 75 bytes before the break; a line that goes on has its space among them.
    #[test]
    fn a_line_of_75_bytes_is_not_folded() {
        for (length, lines) in [(67, "67"), (68, "67 1"), (67 + 74, "67 74"), (67 + 75, "67 74 1")] {
            let mut calendar = calendar();
            calendar.escaped("SUMMARY", &"a".repeat(length));
            let expected: Vec<String> =
                lines.split(' ').map(|count| "a".repeat(count.parse().expect("a number"))).collect();
            let text = calendar.finish();
            assert!(text.contains(&format!("\r\nSUMMARY:{}\r\nEND:", expected.join("\r\n "))), "{text}");
        }
    }

    #[test]
    fn a_tab_is_text() {
        let mut calendar = calendar();
        calendar.escaped("SUMMARY", "a\tb");
        assert!(calendar.finish().contains("\r\nSUMMARY:a\tb\r\n"));
    }

    #[test]
    fn a_text_cannot_end_its_line() {
        let mut calendar = calendar();
        calendar.escaped("SUMMARY", "a\r\nBEGIN:VEVENT\u{0}\u{7f}\\n");
        assert!(calendar.finish().contains("\r\nSUMMARY:a\\nBEGIN:VEVENT\\\\n\r\n"));
    }
}
