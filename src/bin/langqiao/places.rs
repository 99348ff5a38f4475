//! The townships and streets of the counties, as the app has them.

use langqiao::law::divisions::{Towns, parse_towns};
use langqiao::locale::Language;

use crate::{Stop, say};

const TOWNS: &str = include_str!("../../../public/places/towns.txt");

pub fn towns(language: Language) -> Result<Towns, Stop> {
    let broken = |problem| Stop::Bad(say::built_in_broken(language, &format!("{problem:?}")));
    parse_towns(TOWNS).map_err(broken)
}
