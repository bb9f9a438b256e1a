//! How a result says how it looks: in blocks, without a colour, a width or a format.

use std::borrow::Cow;

use serde::Serialize;

use crate::base::lang::{Lang, Msg};
use crate::base::place::Place;

use super::line::Line;
use super::look::Look;

/// A result of a command.
///
/// What it serialises to is a contract with other programs, under `cop/SCHEMA/VERSION`; it must be a struct or a map. Its
/// blocks are for people and may change at any time.
pub trait View: Serialize {
    /// The command's name, as in `cop/search/1`.
    const SCHEMA: &'static str;
    /// Raised when a name in the JSON goes or changes its meaning.
    const VERSION: u32 = 1;

    /// What a person sees, from top to bottom.
    fn blocks(&self, look: &Look) -> Vec<Block>;

    /// The rows of a list, which can then be had as CSV, as lines of JSON and as paths too; `None` for what is no list.
    fn rows(&self) -> Option<Rows<'_>> {
        None
    }

    /// What the exit status says about it.
    fn status(&self) -> Status {
        Status::Done
    }
}

/// What the exit status says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It is done; an empty list is an answer too.
    #[default]
    Done,
    /// It is done and the answer is no: nothing was found, or a check found an error.
    No,
    /// It was not carried out.
    Failed,
}

impl Status {
    /// The number for the operating system.
    pub fn code(self) -> u8 {
        self as u8
    }
}

/// One part of what a person sees.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// What the whole is about.
    Title(Line),
    /// What the next part is about.
    Heading(Line),
    /// A line of text, wrapped where the screen ends.
    Line(Line),
    /// A line that is never wrapped or cut: a path for a script, a line of a file.
    Bare(Line),
    /// An empty line.
    Blank,
    /// Rows in columns.
    Table(Table),
    /// What was found: a title with facts beside it and lines under it.
    Hits(Hits),
    /// The same with what is said beside right behind it: names, say, that are far shorter than titles.
    Close(Hits),
    /// Points, each with a dash before it.
    Items(Vec<Line>),
    /// Lines below one another, each so many levels deep.
    Tree(Vec<(usize, Line)>),
    /// A line of a file and what is to be said about part of it.
    Excerpt(Excerpt),
    /// The Markdown of a document.
    Prose(String),
    /// Figures side by side.
    Bars(Vec<Bar>),
    /// Names with their values, the values below one another.
    Facts(Vec<(Line, Line)>),
}

/// Rows in columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What is in each column.
    pub columns: Vec<Column>,
    /// The cells, as many a row as there are columns; a missing one is empty.
    pub rows: Vec<Vec<Line>>,
}

impl Table {
    /// An empty table of these columns.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Self { columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Line>) {
        self.rows.push(cells.into_iter().collect());
    }
}

/// A column, and what happens to it where the screen is too narrow for all.
///
/// First what may be narrower is, its cells going on below; then what may go below goes below, each alone, then what may share a line
/// with others. Nothing is left out but what says that it may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its heading; the text format shows headings only if one of them is not empty.
    pub head: String,
    /// Whether its cells stand against the right: numbers.
    pub right: bool,
    /// It may be made as narrow as this many cells of the screen; what does not fit on a line goes on within its cell.
    pub min: Option<usize>,
    /// Its cells may go to a line of their own under the row: a command to type.
    pub below: bool,
    /// It may share a line under the row with others like it, the highest number first; 0 never does.
    pub spare: u8,
    /// It is left out rather than go to that line: what can be had otherwise, such as a path.
    pub lost: bool,
}

impl Column {
    /// A column without a heading.
    pub fn new() -> Self {
        Self::default()
    }

    /// A column with a heading.
    pub fn headed(head: impl Into<String>) -> Self {
        Self { head: head.into(), ..Self::default() }
    }

    /// Against the right.
    #[must_use]
    pub fn right(self) -> Self {
        Self { right: true, ..self }
    }

    /// May be made as narrow as so many cells of the screen.
    #[must_use]
    pub fn min(self, cells: usize) -> Self {
        Self { min: Some(cells), ..self }
    }

    /// May go to a line of its own under the row.
    #[must_use]
    pub fn below(self) -> Self {
        Self { below: true, ..self }
    }

    /// May share a line under the row with others; the highest number goes there first.
    #[must_use]
    pub fn spare(self, order: u8) -> Self {
        Self { spare: order, ..self }
    }

    /// Is left out rather than go under the row.
    #[must_use]
    pub fn lost(self) -> Self {
        Self { lost: true, ..self }
    }
}

/// What was found, best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hits {
    /// The number of the first one; `None` leaves the numbers out.
    pub first: Option<usize>,
    /// Each of them.
    pub hits: Vec<Hit>,
}

/// One thing that was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hit {
    /// What it is.
    pub title: Line,
    /// Said beside it where there is room, else under it.
    pub facts: Line,
    /// Said under it.
    pub under: Vec<Line>,
}

/// A line of a file and what is to be said about part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Excerpt {
    /// Where; its path as the reader reaches it.
    pub place: Place,
    /// What is to be said, beside the place.
    pub says: Line,
    /// The line's text; empty shows no line.
    pub source: String,
    /// How many characters of the line stand before that text: none, unless the line is very long.
    pub skipped: usize,
    /// How many characters are meant, from the place's column.
    pub length: usize,
    /// Said beside the marks under the line.
    pub label: Line,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Of what.
    pub name: Line,
    /// How much; the longest bar is the greatest. Below zero counts as zero.
    pub value: f64,
    /// The figure in words.
    pub says: Line,
}

/// A list as rows.
pub struct Rows<'a> {
    /// The names of the cells: the header of a CSV file.
    pub columns: &'static [&'static str],
    /// One a hit.
    pub rows: Vec<Row<'a>>,
    /// Whether hits are, or may be about, files, so that their paths can be asked for.
    pub files: bool,
}

/// A hit as a row.
pub struct Row<'a> {
    /// The path of what it is about, from the community's root; empty if there is none.
    pub path: Cow<'a, str>,
    /// Its cells.
    pub cells: Vec<Cow<'a, str>>,
    /// The whole of it, as in the JSON.
    pub value: &'a dyn Json,
}

impl<'a> Rows<'a> {
    /// The rows of a list, each with its path and cells.
    pub fn of<T: Serialize>(
        columns: &'static [&'static str],
        items: &'a [T],
        row: impl Fn(&'a T) -> (Cow<'a, str>, Vec<Cow<'a, str>>),
    ) -> Self {
        let rows = items.iter().map(|item| {
            let (path, cells) = row(item);
            Row { path, cells, value: item }
        });
        Self { columns, rows: rows.collect(), files: true }
    }

    /// The same rows, of what is no file.
    #[must_use]
    pub fn of_no_files(self) -> Self {
        Self { files: false, ..self }
    }
}

/// Anything that can be written as JSON, whatever its type.
pub trait Json {
    /// Its JSON on one line.
    fn one_line(&self) -> serde_json::Result<String>;
}

impl<T: Serialize> Json for T {
    fn one_line(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

/// Something that was met on the way to a result: part of the JSON, and a note on stderr beside any other format.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// A stable name for programs, such as `index-rebuilt` or `yaml-syntax`.
    pub code: &'static str,
    /// What was met.
    pub msg: Msg,
    /// Where, from the community's root.
    pub place: Option<Place>,
}

impl Serialize for Remark {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = self.place.as_ref();
        let known = |number: u32| (number > 0).then_some(number);
        let mut remark = serde_json::Map::new();
        remark.insert("code".into(), self.code.into());
        remark.insert("message".into(), self.msg.text(Lang::En).into());
        remark.insert("path".into(), place.map(|place| place.path.clone()).into());
        remark.insert("line".into(), place.and_then(|place| known(place.line)).into());
        remark.insert("column".into(), place.and_then(|place| known(place.column)).into());
        remark.serialize(serializer)
    }
}

/// Any result, whatever its type: what the formats work with.
pub trait Shown {
    /// The JSON object with its schema and what was met on the way.
    fn json(&self, remarks: &[Remark]) -> serde_json::Result<String>;
    /// See [`View::blocks`].
    fn blocks(&self, look: &Look) -> Vec<Block>;
    /// See [`View::rows`].
    fn rows(&self) -> Option<Rows<'_>>;
    /// See [`View::status`].
    fn status(&self) -> Status;
}

impl<V: View> Shown for V {
    fn json(&self, remarks: &[Remark]) -> serde_json::Result<String> {
        #[derive(Serialize)]
        struct Envelope<'a, V> {
            schema: String,
            #[serde(flatten)]
            result: &'a V,
            problems: &'a [Remark],
        }
        let schema = format!("cop/{}/{}", V::SCHEMA, V::VERSION);
        serde_json::to_string_pretty(&Envelope { schema, result: self, problems: remarks })
    }

    fn blocks(&self, look: &Look) -> Vec<Block> {
        View::blocks(self, look)
    }

    fn rows(&self) -> Option<Rows<'_>> {
        View::rows(self)
    }

    fn status(&self) -> Status {
        View::status(self)
    }
}
