//! The page: a search, the trees, and the agreements that tie them.

use std::{collections::BTreeSet, sync::Arc};

use leptos::{ev::KeyboardEvent, html, prelude::*};
use wasm_bindgen::JsCast;

use super::{
    branch::{Branch, element_id},
    forest::Key,
    laid::{Laid, lay},
    room::room,
    rows::{FOUND, Found, Move, Press, Row, found, in_sight, moved},
    shown::{Shown, open_at_first, shown},
    switch::{Now, ViewSwitch},
    taking_along::TakeAlong,
};
use crate::{
    engine::protocol::ask,
    locale::{network::tree as say, numbers, places},
    ui::{
        data::{live, use_about},
        icon::Icon,
        language::{t, use_language},
        pages::answered::answered,
        pages::directory::kind::DirectoryKind,
        parts::{ButtonLink, ButtonSize, EmptyState, SearchBox},
        route::{NetworkView, Route, navigate},
        shell::PageHead,
    },
};

/// What every branch reads and writes.
#[derive(Clone, Copy)]
pub(super) struct Tree {
    pub shown: Memo<Arc<Shown>>,
    pub open: Memo<BTreeSet<Key>>,
    /// What was opened and closed by hand; none: as at first.
    by_hand: RwSignal<Option<BTreeSet<Key>>>,
    /// What a search leaves; none where nothing is searched.
    pub found: Memo<Option<Found>>,
    pub rows: Memo<Vec<Row>>,
    pub laid: Memo<Arc<Laid>>,
    /// The branch to which Tab leads.
    pub at: RwSignal<Option<Key>>,
}

impl Tree {
    /// Opens or closes a branch. What a search opened is there to lead to what was found.
    pub fn turn(self, key: Key) {
        if self.found.with_untracked(Option::is_some) {
            return;
        }
        let mut open = self.open.get_untracked();
        if !open.remove(&key) {
            open.insert(key);
        }
        self.by_hand.set(Some(open));
    }

    /// What Enter does: opens a branch, and of one that is open, or has nothing below it, its page.
    pub fn enter(self, key: Key) {
        let closed = self.shown.with_untracked(|shown| {
            let node = shown.forest.find(key).map(|node| &shown.forest.nodes[node]);
            node.is_some_and(|node| !node.below.is_empty())
        }) && !self.open.with_untracked(|open| open.contains(&key));
        match self.page(key) {
            Some(page) if !closed => navigate(&page),
            _ => self.turn(key),
        }
    }

    /// Where more is said of a branch.
    pub fn page(self, key: Key) -> Option<Route> {
        self.shown.with_untracked(|shown| {
            let node = &shown.forest.nodes[shown.forest.find(key)?];
            let office = node
                .office
                .and_then(|office| shown.forest.offices.get(office));
            Some(match office {
                Some(office) => Route::Entry {
                    kind: DirectoryKind::Organisation,
                    id: office.id.short(),
                },
                None => Route::Network(NetworkView {
                    county: Some(node.county?),
                    ..NetworkView::default()
                }),
            })
        })
    }

    fn pressed(self, event: &KeyboardEvent) {
        let other = event.ctrl_key() || event.alt_key() || event.meta_key();
        // The link of a branch has keys of its own.
        let on_branch = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|target| target.get_attribute("role").as_deref() == Some("treeitem"));
        let Some(at) = self.at.get_untracked().filter(|_| on_branch && !other) else {
            return;
        };
        let press = match event.key().as_str() {
            "ArrowUp" => Press::Up,
            "ArrowDown" => Press::Down,
            "ArrowRight" => Press::In,
            "ArrowLeft" => Press::Out,
            "Home" => Press::First,
            "End" => Press::Last,
            "Enter" | " " => {
                event.prevent_default();
                self.enter(at);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let to = self.shown.with_untracked(|shown| {
            let (rows, open) = (self.rows.get_untracked(), self.open.get_untracked());
            moved(&shown.forest, &rows, &open, at, press)
        });
        match to {
            Move::Stay => {}
            Move::To(key) => {
                self.at.set(Some(key));
                let element = document().get_element_by_id(&element_id(key));
                if let Some(element) =
                    element.and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok())
                {
                    let _ = element.focus();
                }
            }
            Move::Open(key) | Move::Close(key) => self.turn(key),
        }
    }
}

/// The page.
#[component]
pub fn NetworkTree() -> impl IntoView {
    let (language, about) = (use_language(), use_about());
    let directory = live(|| ask::Network {});
    let trees = Memo::new(move |_| {
        let organisations = directory.get().and_then(Result::ok);
        Arc::new(organisations.map_or_else(Shown::default, |directory| {
            shown(
                language.get(),
                &directory.organisations,
                &directory.agreements,
            )
        }))
    });
    let by_hand = RwSignal::new(None::<BTreeSet<Key>>);
    let words = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let words = words.get();
        let some = !words.trim().is_empty();
        some.then(|| trees.with(|shown| found(&shown.forest, &words)))
    });
    let at_first = Memo::new(move |_| {
        let own = about.with(|about| Some(about.as_ref()?.desk.as_ref()?.county));
        trees.with(|shown| open_at_first(&shown.forest, own))
    });
    let open = Memo::new(move |_| match found.with(Option::is_some) {
        // Whatever leads to what was found.
        true => trees.with(|shown| shown.forest.nodes.iter().map(|node| node.key).collect()),
        false => by_hand.get().unwrap_or_else(|| at_first.get()),
    });
    let rows = Memo::new(move |_| match found.get() {
        Some(found) => found.rows,
        None => trees.with(|shown| open.with(|open| in_sight(&shown.forest, open))),
    });
    let (area, probe) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let measure = room(area, probe);
    let laid = Memo::new(move |_| {
        let Some(measure) = measure.get() else {
            return Arc::new(Laid::default());
        };
        trees.with(|shown| {
            rows.with(|rows| Arc::new(lay(&shown.forest, rows, &shown.order, &shown.ties, measure)))
        })
    });
    let tree = Tree {
        shown: trees,
        open,
        by_hand,
        found,
        rows,
        laid,
        at: RwSignal::new(None),
    };
    // Tab leads to a branch that is in sight.
    Effect::new(move || {
        let key =
            |row: &Row| trees.with(|shown| shown.forest.nodes.get(row.node).map(|node| node.key));
        let at = tree.at.get();
        let keys: Vec<Key> = rows.with(|rows| rows.iter().filter_map(key).collect());
        if at.is_none_or(|at| !keys.contains(&at)) && at != keys.first().copied() {
            tree.at.set(keys.first().copied());
        }
    });
    let counted = Signal::derive(move || {
        trees.with(|shown| {
            let count = |number: usize| numbers::count(i64::try_from(number).unwrap_or(i64::MAX));
            let (offices, ties) = (shown.forest.offices.len(), shown.ties.len());
            (offices > 0).then(|| say::counted(language.get(), &count(offices), &count(ties)))
        })
    });
    view! {
        <PageHead
            title=t(say::title)
            state=counted
            extra=move || view! {
                <ViewSwitch now=Now::Tree/>
                <ButtonLink class="wide-only" size=ButtonSize::Small icon=Icon::FileSpreadsheet href=Route::NetworkSheet.href()>{t(say::from_sheet)}</ButtonLink>
                <span class="wide-only"><TakeAlong tree=tree area=area measure=measure counted=counted/></span>
            }
        >
            <div class="tree-find no-print"><SearchBox value=words placeholder=t(say::find)/></div>
        </PageHead>
        <div class="page tree-page">
            {answered(directory, move || view! { <Trees tree=tree area=area probe=probe/> })}
            <div class="phone-only no-print row wrap">
                <ButtonLink icon=Icon::FileSpreadsheet href=Route::NetworkSheet.href()>{t(say::from_sheet)}</ButtonLink>
                <TakeAlong tree=tree area=area measure=measure counted=counted/>
            </div>
        </div>
    }
}

#[component]
fn Trees(tree: Tree, area: NodeRef<html::Div>, probe: NodeRef<html::Div>) -> impl IntoView {
    let language = use_language();
    let count = |number: usize| numbers::count(i64::try_from(number).unwrap_or(i64::MAX));
    let nothing = Memo::new(move |_| tree.shown.with(|shown| shown.forest.nodes.is_empty()));
    let missed = Memo::new(move |_| {
        tree.found
            .with(|found| found.as_ref().is_some_and(|found| found.rows.is_empty()))
    });
    let told = move || {
        let language = language.get();
        tree.found.with(|found| {
            let found = found.as_ref()?;
            Some(match found.more {
                0 => say::found(language, &count(found.hits.len())),
                more => say::more_found(language, &count(FOUND), &count(more)),
            })
        })
    };
    let keys = Memo::new(move |_| {
        tree.shown.with(|shown| {
            let key = |row: &Row| Some(shown.forest.nodes.get(row.node)?.key);
            tree.rows
                .with(|rows| rows.iter().filter_map(key).collect::<Vec<_>>())
        })
    });
    let beside = Memo::new(move |_| tree.laid.with(|laid| laid.side_by_side));
    let pixels =
        move |of: fn(&Laid) -> f64| move || tree.laid.with(|laid| format!("{:.0}px", of(laid)));
    view! {
        <Show when=move || nothing.get()>
            <EmptyState icon=Icon::Share2 title=t(say::none) purpose=t(say::none_why) action=move || view! { <ButtonLink icon=Icon::FileSpreadsheet href=Route::NetworkSheet.href()>{t(say::from_sheet)}</ButtonLink> }/>
        </Show>
        <Show when=move || missed.get() && !nothing.get()>
            <EmptyState icon=Icon::SearchX title=t(say::nothing_found) purpose=t(say::nothing_found_why)/>
        </Show>
        <p class="small muted tree-told" role="status">{told}</p>
        <Show when=move || !beside.get()><Hubs tree=tree/></Show>
        <div class="tree-area" node_ref=area>
            <div class="tree-probe" node_ref=probe aria-hidden="true"></div>
            <div class="tree" class:beside=move || beside.get() style:inline-size=pixels(|laid| laid.width) style:block-size=pixels(|laid| laid.height)>
                <svg class="tree-lines" aria-hidden="true" width=move || tree.laid.with(|laid| laid.width) height=move || tree.laid.with(|laid| laid.height)>
                    <path class="tree-branches" d=move || tree.laid.with(|laid| laid.branches.clone())></path>
                    {move || tree.laid.with(|laid| laid.lines.iter().map(|(_, path)| view! { <path class="tree-tie" d=path.clone()></path> }).collect_view())}
                </svg>
                <div role="tree" aria-label=t(say::title) aria-description=t(say::keys) on:keydown=move |event| tree.pressed(&event)>
                    <For each=move || keys.get() key=|key| *key let:key><Branch tree=tree key=key/></For>
                </div>
                <Show when=move || beside.get()><Hubs tree=tree/></Show>
            </div>
        </div>
    }
}

/// The agreements: where they stand between the provinces, or, where those stand below each other, in a list.
#[component]
fn Hubs(tree: Tree) -> impl IntoView {
    let language = use_language();
    let hub = move |(at, x, y): (usize, f64, f64)| {
        let tie = tree.shown.with(|shown| shown.ties.get(at).cloned())?;
        let language = language.get();
        let counties: Vec<String> = tie
            .counties
            .iter()
            .map(|county| places::county(language, *county))
            .collect();
        let whole = say::tie(language, &tie.name, &counties.join(say::and(language)));
        let route = Route::Network(NetworkView {
            corridor: Some(tie.id),
            ..NetworkView::default()
        });
        let (x, y) = (format!("{x:.0}px"), format!("{y:.0}px"));
        Some(view! {
            <li style:inset-inline-start=x style:inset-block-start=y><a class="tree-hub" href=route.href() aria-label=whole.clone() title=whole>{tie.name}</a></li>
        })
    };
    let hubs = move || {
        let mut hubs: Vec<(usize, f64, f64)> = tree.laid.with(|laid| {
            laid.hubs
                .iter()
                .map(|hub| (hub.tie, hub.x, hub.y))
                .collect()
        });
        if hubs.is_empty() {
            hubs = tree
                .shown
                .with(|shown| (0..shown.ties.len()).map(|tie| (tie, 0.0, 0.0)).collect());
        }
        hubs.into_iter().filter_map(hub).collect_view()
    };
    let some = Memo::new(move |_| tree.shown.with(|shown| !shown.ties.is_empty()));
    view! {
        <Show when=move || some.get()>
            <ul class="tree-hubs" aria-label=t(say::ties)>{hubs}</ul>
        </Show>
    }
}
