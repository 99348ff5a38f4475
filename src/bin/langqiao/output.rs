//! Where results go: standard output or a file, which stands there whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use langqiao::locale::Language;

use crate::{Stop, say};

/// A sentence on stderr. Where nobody listens, nothing is lost.
pub fn message(sentence: &str) {
    let _ = writeln!(io::stderr(), "langqiao: {sentence}");
}

/// A result that is being written.
pub struct Output {
    to: BufWriter<Box<dyn Write>>,
    /// Beside the file that is asked for, until all of it is there.
    part: Option<(PathBuf, PathBuf)>,
    name: String,
    language: Language,
}

impl Output {
    /// Opens `out`, without one standard output.
    pub fn open(out: Option<&Path>, language: Language) -> Result<Self, Stop> {
        let name = out.map_or_else(|| String::from("-"), |path| path.display().to_string());
        let failed =
            |error: io::Error| Stop::Bad(say::cannot_write(language, &name, &error.to_string()));
        let (to, part): (Box<dyn Write>, _) = match out {
            None => (Box::new(io::stdout()), None),
            // A device or a pipe is written to, not replaced.
            Some(path) if path.exists() && !path.is_file() => {
                let file = fs::OpenOptions::new().write(true).open(path);
                (Box::new(file.map_err(failed)?), None)
            }
            Some(path) => {
                let mut part = OsString::from(path);
                part.push(format!(".{}.part", std::process::id()));
                let part = PathBuf::from(part);
                let file = File::create(&part).map_err(failed)?;
                (Box::new(file), Some((part, path.to_owned())))
            }
        };
        Ok(Self {
            to: BufWriter::with_capacity(1 << 16, to),
            part,
            name,
            language,
        })
    }

    pub fn write(&mut self, bytes: &[u8]) -> Result<(), Stop> {
        self.to
            .write_all(bytes)
            .map_err(|error| self.failed(&error))
    }

    /// All is written: the file takes its name.
    pub fn finish(mut self) -> Result<(), Stop> {
        self.to.flush().map_err(|error| self.failed(&error))?;
        if let Some((part, path)) = &self.part {
            fs::rename(part, path).map_err(|error| self.failed(&error))?;
            self.part = None;
        }
        Ok(())
    }

    fn failed(&self, error: &io::Error) -> Stop {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Stop::Heard;
        }
        Stop::Bad(say::cannot_write(
            self.language,
            &self.name,
            &error.to_string(),
        ))
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        if let Some((part, _)) = &self.part {
            let _ = fs::remove_file(part);
        }
    }
}

/// Writes a whole result to standard output.
pub fn print(text: &str, language: Language) -> Result<(), Stop> {
    let mut output = Output::open(None, language)?;
    output.write(text.as_bytes())?;
    output.write(b"\n")?;
    output.finish()
}
