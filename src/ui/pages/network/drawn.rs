//! What the map is given: figures as shades, organisations as points, joint cases as lines, a corridor
//! as an outline. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    compare::{Before, signed},
    joint,
    layer::{Layer, add},
    opportunity::border_counties,
    points::{kinds, points},
};
use crate::domain::id::StreamId;
use crate::domain::network::Agreement;
use crate::law::coded::Coded;
use crate::law::divisions::{Adcode, mapped_counties};
use crate::locale::{
    Language,
    network::{
        self as say, map_compare as compare_words, map_layers as words, map_time as time_words,
    },
    numbers,
};
use crate::ui::map::{Arc, ArcKind, Format, MapData, Ramp, Tone, Value};
use crate::views::answers::{CountyFigures, NetworkMap};

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    pub layer: Layer,
    /// The period's name, or 今天 for what is so today.
    pub period: String,
    pub selected: Option<Adcode>,
    pub corridor: Option<StreamId>,
    /// Figures of all periods that share one scale; empty where this one has its own.
    pub scale: Vec<(Adcode, i64)>,
    /// Only the counties that border on another province, and what crosses a border.
    pub border: bool,
    /// The other period, where two are compared.
    pub before: Option<Before>,
}

impl Shown {
    /// The counties that are not looked at; the one that is open always is.
    fn faded(&self) -> BTreeSet<Adcode> {
        if !self.border {
            return BTreeSet::new();
        }
        let border = border_counties();
        let selected = self.selected.map(on_map);
        mapped_counties()
            .map(|county| county.adcode)
            .filter(|county| !border.contains(county) && selected != Some(*county))
            .collect()
    }
}

/// The county as the map has it: a zone stands where it lies.
#[must_use]
pub fn on_map(county: Adcode) -> Adcode {
    county.on_map().unwrap_or(county)
}

/// The figures of the map's counties, those of zones with the county they lie in.
#[must_use]
pub fn figures(map: &NetworkMap) -> BTreeMap<Adcode, CountyFigures> {
    let mut sums: BTreeMap<Adcode, CountyFigures> = BTreeMap::new();
    for figures in &map.counties {
        let county = on_map(figures.county);
        match sums.get_mut(&county) {
            Some(sum) => add(sum, figures),
            None => drop(sums.insert(
                county,
                CountyFigures {
                    county,
                    ..figures.clone()
                },
            )),
        }
    }
    sums
}

/// The corridors: agreements that were signed, are not at their end and have a name of their own.
pub fn corridors(map: &NetworkMap) -> impl Iterator<Item = &(StreamId, Agreement)> {
    map.agreements.iter().filter(|(_, agreement)| {
        agreement.signed.is_some() && agreement.ended.is_none() && agreement.corridor.is_some()
    })
}

/// Its name in a language.
#[must_use]
pub fn corridor_name(language: Language, signed: &Agreement) -> String {
    let name = match language {
        Language::Chinese => signed.corridor.as_ref(),
        Language::English => signed.corridor_en.as_ref().or(signed.corridor.as_ref()),
    };
    name.unwrap_or(match language {
        Language::Chinese => &signed.name,
        Language::English => &signed.name_en,
    })
    .clone()
}

/// The map's data.
#[must_use]
pub fn map_data(language: Language, map: &NetworkMap, shown: &Shown) -> MapData {
    let layer = shown.layer.clone();
    let corridor = corridors(map)
        .find(|(id, _)| Some(*id) == shown.corridor)
        .or_else(|| corridors(map).next());
    let value = |(county, figures): (Adcode, CountyFigures)| {
        let (amount, text) = match &shown.before {
            Some(before) => (
                before.change(&shown.layer, &figures)?,
                before.text(language, &shown.layer, &figures)?,
            ),
            None => (
                shown.layer.amount(&figures)?,
                shown.layer.text(language, &figures)?,
            ),
        };
        Some((county.number(), Value { amount, text }))
    };
    let faded = shown.faded();
    let mut figures = figures(map);
    figures.retain(|county, _| !faded.contains(county));
    let before = |county| shown.before.as_ref()?.figures.get(county);
    let few = figures.iter().filter(|(county, of)| {
        layer.is_of_few(of) || before(county).is_some_and(|of| layer.is_of_few(of))
    });
    let kept_back = few.map(|(county, _)| county.number()).collect();
    MapData {
        title: title(language, shown),
        subtitle: subtitle(language, shown, &figures, &faded),
        format: match shown.before {
            Some(_) => Format::new(move |amount| signed(language, &layer, amount)),
            None => Format::new(move |amount| layer.write(language, amount)),
        },
        ramp: match shown.before {
            Some(_) => Ramp::Change {
                less: compare_words::less(language).to_owned(),
                same: compare_words::same(language).to_owned(),
                more: compare_words::more(language).to_owned(),
            },
            None => Ramp::Amount,
        },
        scale: shown
            .scale
            .iter()
            .filter(|(county, _)| shown.before.is_none() && !faded.contains(county))
            .map(|(_, amount)| *amount)
            .collect(),
        scale_name: time_words::held(language).to_owned(),
        kept_back,
        kept_back_name: shown.layer.few(language),
        values: figures.into_iter().filter_map(value).collect(),
        points: points(map, &faded),
        kinds: kinds(language),
        arcs: arcs(map, shown.border),
        faded: faded.iter().map(|county| county.number()).collect(),
        // In the order of JOINT and HANDED_ON.
        arc_kinds: vec![
            ArcKind {
                name: say::arcs(language).to_owned(),
                way: say::arcs_way(language).to_owned(),
                tone: Tone::River,
            },
            ArcKind {
                name: say::handed_on(language).to_owned(),
                way: say::handed_on_way(language).to_owned(),
                tone: Tone::Ink,
            },
        ],
        selected: shown.selected.map(|county| on_map(county).number()),
        highlighted: corridor.map_or_else(BTreeSet::new, |(_, signed)| {
            signed
                .counties
                .iter()
                .map(|county| on_map(*county).number())
                .collect()
        }),
        highlighted_name: corridor.map_or_else(String::new, |(_, signed)| {
            let cases = i64::try_from(joint::among(map, &signed.counties)).unwrap_or(i64::MAX);
            say::corridor_pill(
                language,
                &corridor_name(language, signed),
                &numbers::count(cases),
            )
        }),
        highlighted_kind: say::corridor(language).to_owned(),
    }
}

fn title(language: Language, shown: &Shown) -> String {
    let title = shown.layer.title(language);
    match shown.before {
        Some(_) => compare_words::change_of(language, &title),
        None => title,
    }
}

/// The period, and the other where two are compared; of a coverage also what all counties together have, those that
/// nobody has told of among them.
fn subtitle(
    language: Language,
    shown: &Shown,
    figures: &BTreeMap<Adcode, CountyFigures>,
    faded: &BTreeSet<Adcode>,
) -> String {
    let Shown { layer, period, .. } = shown;
    if let Some(before) = &shown.before {
        return compare_words::two(language, period, &before.period.name(language));
    }
    let told = figures.values().filter_map(|one| layer.coverage(one));
    let n: u64 = told.map(|(n, of)| n.min(of)).sum();
    let of: u64 = mapped_counties()
        .filter(|county| !faded.contains(&county.adcode))
        .map(|county| layer.places(county.adcode))
        .sum();
    if of == 0 {
        return period.clone();
    }
    let [n, of] = [n, of].map(|n| numbers::count(i64::try_from(n).unwrap_or(i64::MAX)));
    let n_of_m = words::n_of_m(language, &n, &of);
    match shown.border {
        true => words::along_borders(language, period, &n_of_m),
        false => words::in_all(language, period, &n_of_m),
    }
}

/// The places of joint cases and of those handed on among the kinds of lines.
const JOINT: usize = 0;
const HANDED_ON: usize = 1;

fn arcs(map: &NetworkMap, border: bool) -> Vec<Arc> {
    let across = |(one, other): &(Adcode, Adcode)| one.province() != other.province();
    let arc = |kind, ((from, to), count): ((Adcode, Adcode), u64)| Arc {
        from: from.number(),
        to: to.number(),
        count: u32::try_from(count).unwrap_or(u32::MAX),
        kind,
    };
    let joint = joint::ways(map).into_iter().map(|way| (JOINT, way));
    let handed_on = joint::handed_on(map).into_iter();
    let all = joint.chain(handed_on.map(|way| (HANDED_ON, way)));
    let shown = all.filter(|(_, (way, _))| !border || across(way));
    shown.map(|(kind, way)| arc(kind, way)).collect()
}

/// The layer of an address, the first where it says none.
#[must_use]
pub fn layer_or_first(layer: Option<&Layer>) -> Layer {
    layer
        .filter(|layer| layer.is_known())
        .cloned()
        .unwrap_or(Layer::Mediated)
}

#[cfg(test)]
pub(super) mod tests;
