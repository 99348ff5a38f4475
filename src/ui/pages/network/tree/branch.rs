//! One branch: its name, what it is, how much hangs below it, what ties it.

use leptos::{html, prelude::*};

use super::{forest::Key, laid::Place, page::Tree};
use crate::{
    law::divisions::Adcode,
    locale::{network::tree as say, numbers, terms::Term},
    ui::{
        icon::{Icon, IconSize},
        language::{t, use_language},
    },
};

/// By which the keys find it again.
pub(super) fn element_id(key: Key) -> String {
    match key {
        Key::Province(province) => format!("tree-{province:?}").to_lowercase(),
        Key::County(county) => format!("tree-{}", county.number()),
        Key::Office(id) => format!("tree-{}", id.short()),
    }
}

/// What of the record a branch says.
#[derive(Clone, Debug, PartialEq)]
struct Says {
    label: String,
    kind: Option<String>,
    /// How many organisations hang below it; 0: a leaf, unless counties hang there.
    all: usize,
    opens: bool,
    ties: Vec<String>,
}

#[component]
pub(super) fn Branch(tree: Tree, key: Key) -> impl IntoView {
    let language = use_language();
    let says = Memo::new(move |_| {
        tree.shown.with(|shown| {
            let node = &shown.forest.nodes[shown.forest.find(key)?];
            let office = node
                .office
                .and_then(|office| shown.forest.offices.get(office));
            let kind = office.map(|office| office.kind.term(language.get()).to_owned());
            let in_tie = |county: Adcode| {
                let of = shown
                    .ties
                    .iter()
                    .filter(move |tie| tie.counties.contains(&county));
                of.map(|tie| tie.name.clone()).collect()
            };
            Some(Says {
                label: node.label.clone(),
                kind,
                all: node.all,
                opens: !node.below.is_empty(),
                ties: node.county.map(in_tie).unwrap_or_default(),
            })
        })
    });
    let of = move |read: fn(&Says) -> String| {
        move || says.with(|says| says.as_ref().map(read).unwrap_or_default())
    };
    let row = Memo::new(move |_| {
        let node = tree.shown.with(|shown| shown.forest.find(key));
        tree.rows
            .with(|rows| rows.iter().find(|row| Some(row.node) == node).copied())
    });
    let opens = Memo::new(move |_| says.with(|says| says.as_ref().is_some_and(|says| says.opens)));
    let is_open = Memo::new(move |_| tree.open.with(|open| open.contains(&key)));
    let is_hit = Memo::new(move |_| {
        tree.found.with(|found| {
            found
                .as_ref()
                .is_some_and(|found| found.hits.contains(&key))
        })
    });
    let place = Memo::new(move |_| tree.laid.with(|laid| laid.places.get(&key).copied()));
    let pixels =
        move |of: fn(Place) -> f64| move || place.get().map(|place| format!("{:.1}px", of(place)));
    // The view knows no such attribute of a plain element.
    let node = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let (Some(node), Some(row)) = (node.get(), row.get()) {
            let _ = node.set_attribute("aria-level", &(row.depth + 1).to_string());
        }
    });
    let below = Memo::new(move |_| {
        let all = says.with(|says| says.as_ref().map_or(0, |says| says.all));
        (all > 0).then(|| numbers::count(i64::try_from(all).unwrap_or(i64::MAX)))
    });
    let ties = move || {
        let ties = says.with(|says| {
            says.as_ref()
                .map(|says| says.ties.clone())
                .unwrap_or_default()
        });
        let tie = |name: String| {
            let spoken = name.clone();
            view! {
                <span class="chip river tree-chip">
                    <span class="unseen">{t(move |l| say::in_tie(l, &spoken))}</span>
                    <span class="cut" aria-hidden="true">{name}</span>
                </span>
            }
        };
        ties.into_iter().map(tie).collect_view()
    };
    let page = move || {
        // The trees are read so that the link follows them.
        says.track();
        tree.page(key).map(|route| view! {
            <a class="button quiet square tree-page-link" href=route.href() tabindex="-1" aria-hidden="true" on:click=|event| event.stop_propagation()>
                <Icon name=Icon::ArrowRight size=IconSize::Small/>
            </a>
        })
    };
    view! {
        <div
            node_ref=node role="treeitem" id=element_id(key) class="tree-row"
            class:tree-top=move || row.get().is_some_and(|row| row.depth == 0)
            class:tree-county=move || row.get().is_some_and(|row| row.depth == 1)
            class:hit=move || is_hit.get()
            aria-setsize=move || row.get().map(|row| row.of.to_string())
            aria-posinset=move || row.get().map(|row| row.nth.to_string())
            aria-expanded=move || opens.get().then(|| is_open.get().to_string())
            aria-selected="false"
            tabindex=move || if tree.at.get() == Some(key) { "0" } else { "-1" }
            style:inset-inline-start=pixels(|place| place.x)
            style:inset-block-start=pixels(|place| place.y)
            style:inline-size=pixels(|place| place.width)
            on:focus=move |_| tree.at.set(Some(key))
            on:click=move |_| if opens.get_untracked() { tree.turn(key) }
        >
            <span class="tree-turn" class:open=move || is_open.get()>
                {move || opens.get().then(|| view! { <Icon name=Icon::ChevronRight size=IconSize::Small/> })}
            </span>
            <span class="tree-name" title=of(|says| says.label.clone())>{of(|says| says.label.clone())}</span>
            <span class="unseen">{of(|says| says.kind.clone().unwrap_or_default())}</span>
            {ties}
            {move || below.get().map(|count| {
                let spoken = count.clone();
                view! {
                    <span class="num tiny tree-count">
                        <span class="unseen">{t(move |l| say::below(l, &spoken))}</span>
                        <span aria-hidden="true">{count}</span>
                    </span>
                }
            })}
            {page}
        </div>
    }
}
