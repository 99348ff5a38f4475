//! `ledger`: a ledger that an office typed, read into rows, and with `--out` into cases.

mod desk;

use std::io::Read;
use std::path::Path;

use serde::Serialize;

use langqiao::exchange::ledger::{Layout, Options, Row, Sheet, decode, read};
use langqiao::exchange::words::ledger as words;
use langqiao::law::divisions::Adcode;
use langqiao::locale::Language;

use crate::bundles::{open, unreadable};
use crate::output::{message, print};
use crate::{Stop, say};

#[derive(Serialize)]
struct Answer {
    rows: Vec<Row>,
    refused: Vec<Refused>,
}

#[derive(Serialize)]
struct Refused {
    row: u32,
    reason: String,
}

pub fn ledger(
    path: &Path,
    county: Adcode,
    year: Option<i32>,
    json: bool,
    out: Option<&Path>,
    language: Language,
) -> Result<(), Stop> {
    let mut bytes = Vec::new();
    open(path, language)?
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(path, &error, language))?;
    let name = path.display().to_string();
    let file = decode(&bytes);
    let sheet = Sheet::from_csv(&name, &file.text);
    let options = Options {
        year,
        ..Options::default()
    };
    let layout = Layout::guess(&sheet, &options);
    if layout.header_rows == 0 {
        return Err(Stop::Bad(say::no_header(language, &name)));
    }
    if let Some(column) = layout.missing().first() {
        let column = words::column(language, column);
        return Err(Stop::Bad(say::no_column(
            language,
            &name,
            layout.header,
            &column,
        )));
    }
    let reading = read(&sheet, &layout, &options);
    let answer = Answer {
        refused: reading
            .refused
            .iter()
            .map(|refused| Refused {
                row: refused.row,
                reason: words::refused(language, refused).join(" "),
            })
            .collect(),
        rows: reading.rows,
    };
    if let Some(out) = out {
        // Entries name the file, not the folder that it lay in.
        let short = path.file_name().map(|name| name.to_string_lossy());
        let short = short.as_deref().unwrap_or(&name);
        for sentence in desk::write(short, file.text, county, year, out, language)? {
            message(&sentence);
        }
        if !json {
            return Ok(());
        }
    }
    if json {
        let text = serde_json::to_string(&answer).unwrap_or_default();
        return print(&text, language);
    }
    let mut lines = vec![say::rows_read(
        language,
        answer.rows.len(),
        answer.refused.len(),
    )];
    lines.extend(answer.refused.into_iter().map(|refused| refused.reason));
    print(&lines.join("\n"), language)
}
