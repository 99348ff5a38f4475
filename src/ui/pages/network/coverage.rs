//! How many of a county's villages, townships and of its level have a one-stop centre.

use leptos::prelude::*;

use super::{drawn::figures, layer::Layer, page::Answer, parts::Part};
use crate::{
    law::divisions::Adcode,
    locale::{Language, network::map_layers as say},
    ui::{language::t, pages::statistics::titles::count},
};

type Name = fn(Language) -> &'static str;

const LEVELS: [(Layer, Name); 3] = [
    (Layer::CoverageVillages, say::level_villages),
    (Layer::CoverageTowns, say::level_towns),
    (Layer::CoverageDistrict, say::level_district),
];

/// The three levels, each as N of M with a bar; nothing where nobody has told of the county's organisations.
#[component]
pub(super) fn Coverage(county: Adcode, map: Answer) -> impl IntoView {
    let levels = Memo::new(move |_| {
        let here = map.with(|map| map.as_ref().and_then(|map| figures(map).remove(&county)))?;
        let level = |(layer, name): &(Layer, _)| Some((*name, layer.coverage(&here)?));
        Some(LEVELS.iter().filter_map(level).collect::<Vec<_>>())
    });
    let line = |(name, (n, of)): (Name, (u64, u64))| {
        view! {
            <li>
                <span class="grow">{t(name)}</span>
                <meter class="network-share" max=of.to_string() value=n.min(of).to_string() aria-hidden="true"></meter>
                <span class="num small">{t(move |l| say::n_of_m(l, &count(n), &count(of)))}</span>
            </li>
        }
    };
    let lines = move || {
        let levels = levels.get().filter(|levels| !levels.is_empty())?;
        Some(view! {
            <Part title=t(say::coverage)>
                <ul class="network-lines">{levels.into_iter().map(line).collect_view()}</ul>
            </Part>
        })
    };
    view! { {lines} }
}
