//! Rows of a table as spreadsheets read it (RFC 4180).
//!
//! A cell that a spreadsheet would run as a formula gets an apostrophe in front, which shows that it is text.
//! What is not here: which tables there are.

/// What the file begins with, so that spreadsheets read it as UTF-8.
pub const MARK: char = '\u{FEFF}';

/// Beginnings of cells that some spreadsheet takes for a formula, the wide forms of East Asian typing among them.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
/// What a cell may hold only between quotes. Some spreadsheets part cells by semicolons.
const QUOTED: [char; 6] = [',', ';', '"', '\r', '\n', '\t'];

/// One row, cell by cell.
#[derive(Debug, Default)]
pub struct Row {
    line: String,
    begun: bool,
}

impl Row {
    /// A cell of text.
    pub fn text(&mut self, text: &str) {
        self.part();
        let guarded = if text.starts_with(FORMULA) { "'" } else { "" };
        let spaced = text.starts_with(' ') || text.ends_with(' ');
        if spaced || text.contains(QUOTED) {
            self.line.push('"');
            self.line.push_str(guarded);
            self.line.push_str(&text.replace('"', "\"\""));
            self.line.push('"');
        } else {
            self.line.push_str(guarded);
            self.line.push_str(text);
        }
    }

    /// A cell that is put as it is: a number or a day, which the caller has checked.
    pub fn plain(&mut self, number: &str) {
        self.part();
        self.line.push_str(number);
    }

    /// The row with the end of its line.
    pub fn finish(mut self) -> String {
        self.line.push_str("\r\n");
        self.line
    }

    fn part(&mut self) {
        if self.begun {
            self.line.push(',');
        }
        self.begun = true;
    }
}

#[cfg(test)]
mod tests {
    use super::Row;

    fn row(cells: &[&str]) -> String {
        let mut row = Row::default();
        cells.iter().for_each(|cell| row.text(cell));
        row.finish()
    }

    /// RFC 4180 §2, rules 5 to 7.
    #[test]
    fn cells_are_quoted_where_the_standard_asks_for_it() {
        assert_eq!(row(&["a", "", "b c"]), "a,,b c\r\n");
        assert_eq!(row(&["", ""]), ",\r\n");
        assert_eq!(
            row(&["a,b", "say \"b\"", "c\r\nd", "e;f", " g"]),
            "\"a,b\",\"say \"\"b\"\"\",\"c\r\nd\",\"e;f\",\" g\"\r\n"
        );
    }

    #[test]
    fn no_text_becomes_a_formula() {
        let cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=\"a\",1", "a=1", "'=1"];
        let expected = [
            "'=1+1",
            "'+1",
            "'-1",
            "'@SUM(A1)",
            "\"'\t=1\"",
            "\"'\r=1\"",
            "'＝1",
            "\"'=\"\"a\"\",1\"",
            "a=1",
            "'=1",
        ];
        for (cell, expected) in cells.iter().zip(expected) {
            assert_eq!(row(&[cell]), format!("{expected}\r\n"));
        }
    }

    #[test]
    fn a_number_stays_a_number() {
        let mut row = Row::default();
        row.plain("-5.00");
        row.text("-5.00");
        assert_eq!(row.finish(), "-5.00,'-5.00\r\n");
    }
}
