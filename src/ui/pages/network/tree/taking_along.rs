//! The tree to take along: the menu beside the page's title, and the picture of what is on the screen.

use leptos::{html, prelude::*};

use super::{laid::Measure, page::Tree, picture::Picture};
use crate::{
    locale::network::{map_export as say_export, tree as say},
    ui::{
        data::today,
        language::{t, use_language},
        map::{Palette, Words},
        pages::network::export::{Drawing, ExportMenu, words},
    },
};

#[component]
pub(super) fn TakeAlong(
    tree: Tree,
    area: NodeRef<html::Div>,
    measure: Signal<Option<Measure>>,
    counted: Signal<Option<String>>,
) -> impl IntoView {
    let (language, today, words) = (use_language(), today(), words());
    let picture = move |()| -> Option<Drawing> {
        let palette = Palette::read(area.get_untracked()?.as_ref());
        let measure = measure.get_untracked()?;
        let words = Words {
            // The tree stands on no map.
            attribution: String::new(),
            ..words()
        };
        let counted = counted.get_untracked().unwrap_or_default();
        tree.shown.with_untracked(|shown| {
            let rows = tree.rows.get_untracked();
            let laid = tree.laid.get_untracked();
            let picture = Picture {
                shown,
                rows: &rows,
                laid: &laid,
                measure,
                inks: &palette.inks,
                words: &words,
                title: say::title(language.get_untracked()),
                counted: &counted,
            };
            Some((picture.svg(), picture.size()))
        })
    };
    let name = Signal::derive(move || format!("langqiao-tree-{}", today.get()));
    view! { <ExportMenu picture=picture label=t(say_export::take_tree) name=name/> }
}
