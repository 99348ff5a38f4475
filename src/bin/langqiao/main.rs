//! The command-line tool: samples to try things on, and bundles checked, merged, redacted and counted
//! with the same library as the page.
//!
//! Messages go to stderr, results to stdout or `--out`. 0: done. 1: the input is bad, said in one
//! sentence with the place. 2: wrong use.

mod bundles;
mod check;
mod ledger;
mod merge;
mod numbers;
mod output;
mod places;
mod sample;
mod say;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgGroup, Parser, Subcommand, ValueEnum};

use langqiao::engine::protocol::LedgerChoices;
use langqiao::exchange::ledger::{Form, Unit};
use langqiao::law::day::Day;
use langqiao::law::divisions::Adcode;
use langqiao::locale::Language;
use langqiao::views::figures::By;

/// Bundles of mediation records: made up to try things on, checked, merged, redacted, counted.
#[derive(Parser)]
#[command(name = "langqiao", version)]
struct Arguments {
    /// The language of messages and tables; without it that of LC_ALL or LANG, else Chinese.
    #[arg(long, global = true, value_enum)]
    lang: Option<Lang>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    Zh,
    En,
}

#[derive(Subcommand)]
enum Command {
    /// Write a bundle to try things on. Nothing in it is real, and it says so in every entry.
    #[command(group(ArgGroup::new("what").required(true).args(["demonstration", "cases"])))]
    Sample {
        /// The demonstration region.
        #[arg(long)]
        demonstration: bool,
        /// So many invented cases of the training world, of six entries or more.
        #[arg(long, value_name = "N")]
        cases: Option<usize>,
        /// Equal seeds and days give equal bytes.
        #[arg(
            long,
            value_name = "S",
            default_value_t = 1,
            conflicts_with = "demonstration"
        )]
        seed: u64,
        /// Nothing happens from this day on; without it today (for --cases, 2026-06-30).
        #[arg(long, value_name = "YYYY-MM-DD", value_parser = sample_day)]
        today: Option<Day>,
        /// Where to; without it standard output.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Verify a bundle, and say what is in it.
    Check {
        /// A bundle; `-` is standard input.
        bundle: PathBuf,
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Unite two bundles of one world. The order of the two makes no difference; what was said in confidence stays
    /// out, of backups too.
    Merge {
        /// A bundle; `-` is standard input.
        one: PathBuf,
        /// Another.
        other: PathBuf,
        /// Let go of the private details that an erasure in them names.
        #[arg(long)]
        erase: bool,
        /// Where to; without it standard output.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Leave out everything private. What remains verifies, and gives the same tables.
    Redact {
        /// A bundle; `-` is standard input.
        bundle: PathBuf,
        /// Where to; without it standard output.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Count the disputes mediated, as the page does.
    #[command(group(ArgGroup::new("which").required(true).args(["by", "published"])))]
    Table {
        /// A bundle; `-` is standard input.
        bundle: PathBuf,
        /// Of type, month, county, town, source, outcome: one or more, with commas.
        #[arg(long, value_name = "KEYS", value_delimiter = ',', value_parser = by)]
        by: Vec<(String, By)>,
        /// The nine published figures, recomputed.
        #[arg(long)]
        published: bool,
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Read a ledger that an office keeps as a spreadsheet (CSV in GB18030, UTF-8 or UTF-16).
    Ledger {
        /// The spreadsheet; `-` is standard input.
        ledger: PathBuf,
        /// The county of the office, by its code of six digits.
        #[arg(long, value_name = "CODE", value_parser = county)]
        county: Adcode,
        /// The year of days written without one; without it the title's.
        #[arg(long, value_name = "YYYY", value_parser = clap::value_parser!(i32).range(1949..=2100))]
        year: Option<i32>,
        /// What agreements are of which the ledger doesn't say whether they are written.
        #[arg(long, value_enum, default_value = "oral")]
        unsaid_form: UnsaidForm,
        /// What sums count of which neither header nor title nor cell says the unit.
        #[arg(long, value_enum, default_value = "yuan")]
        unsaid_unit: UnsaidUnit,
        /// The rows as JSON.
        #[arg(long)]
        json: bool,
        /// Write the cases as a bundle.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum UnsaidForm {
    Oral,
    Written,
}

#[derive(Clone, Copy, ValueEnum)]
enum UnsaidUnit {
    /// 元
    Yuan,
    /// 千元
    Thousand,
    /// 万元
    TenThousand,
}

/// Why a command stopped: a sentence for whoever ran it.
enum Stop {
    /// The input is bad, or the output cannot be written.
    Bad(String),
    /// Whoever reads the output has heard enough, as `head` does.
    Heard,
    /// It was asked for what there is not.
    Use(String),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = language(arguments.lang);
    match run(arguments.command, language) {
        Ok(()) | Err(Stop::Heard) => ExitCode::SUCCESS,
        Err(Stop::Bad(sentence)) => {
            output::message(&sentence);
            ExitCode::from(1)
        }
        Err(Stop::Use(sentence)) => {
            output::message(&sentence);
            ExitCode::from(2)
        }
    }
}

fn run(command: Command, language: Language) -> Result<(), Stop> {
    match command {
        Command::Sample {
            cases: Some(cases),
            seed,
            today,
            out,
            ..
        } => sample::cases(cases, seed, today, out.as_deref(), language),
        Command::Sample { today, out, .. } => {
            sample::demonstration(today, out.as_deref(), language)
        }
        Command::Check { bundle, json } => check::check(&bundle, json, language),
        Command::Merge {
            one,
            other,
            erase,
            out,
        } => merge::merge(&one, &other, erase, out.as_deref(), language),
        Command::Redact { bundle, out } => merge::redact(&bundle, out.as_deref(), language),
        Command::Table {
            bundle,
            by,
            published,
            json,
        } => {
            if published {
                table::published(&bundle, json, language)
            } else {
                table::table(&bundle, &by, json, language)
            }
        }
        Command::Ledger {
            ledger,
            county,
            year,
            unsaid_form,
            unsaid_unit,
            json,
            out,
        } => {
            let choices = LedgerChoices {
                county: Some(county),
                year,
                unsaid_form: Some(match unsaid_form {
                    UnsaidForm::Oral => Form::Oral.code().to_owned(),
                    UnsaidForm::Written => Form::Written.code().to_owned(),
                }),
                unsaid_unit: Some(match unsaid_unit {
                    UnsaidUnit::Yuan => Unit::Yuan,
                    UnsaidUnit::Thousand => Unit::ThousandYuan,
                    UnsaidUnit::TenThousand => Unit::TenThousandYuan,
                }),
                ..LedgerChoices::default()
            };
            ledger::ledger(&ledger, county, choices, json, out.as_deref(), language)
        }
    }
}

/// Chinese, unless it is asked for English or the surroundings speak it.
fn language(asked: Option<Lang>) -> Language {
    let around = || {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
    };
    match asked {
        Some(Lang::Zh) => Language::Chinese,
        Some(Lang::En) => Language::English,
        None if around().is_some_and(|value| value.starts_with("en")) => Language::English,
        None => Language::Chinese,
    }
}

fn sample_day(text: &str) -> Result<Day, String> {
    let day = Day::parse(text).map_err(|problem| problem.to_string())?;
    match day.year() {
        ..2018 => Err("samples begin in 2018".to_owned()),
        _ => Ok(day),
    }
}

fn by(word: &str) -> Result<(String, By), String> {
    match By::parse(word) {
        Some(by) => Ok((word.to_owned(), by)),
        None => Err("one of type, month, county, town, source, outcome".to_owned()),
    }
}

fn county(text: &str) -> Result<Adcode, String> {
    let code = text.parse().ok().and_then(Adcode::new);
    match code.filter(|code| code.county().is_some()) {
        Some(code) => Ok(code),
        None => Err("no county has this code".to_owned()),
    }
}
