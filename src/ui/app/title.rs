//! The document's title: the part of the app, never a name or a number, for a title stands in the
//! browser's history and on a projector's tab.

use leptos::prelude::*;

use crate::{
    locale::{Language, parts as say},
    ui::{
        language::use_language,
        route::use_route,
        shell::{Section, section_of},
    },
};

pub(super) fn follow() {
    let (route, language) = (use_route(), use_language());
    Effect::new(move || {
        let l = language.get();
        let app = match l {
            Language::Chinese => "廊桥 Langqiao",
            Language::English => "Langqiao 廊桥",
        };
        let part = route.with(section_of);
        let title = match word(l, part) {
            Some(word) => format!("{word} · {app}"),
            None => app.to_owned(),
        };
        document().set_title(&title);
    });
}

fn word(l: Language, part: Section) -> Option<&'static str> {
    Some(match part {
        Section::Today => say::today_page(l),
        Section::Register => say::register(l),
        Section::Intake => say::take_in(l),
        Section::Network => say::network(l),
        Section::Statistics => say::statistics(l),
        Section::Directory => say::directory(l),
        Section::Exchange => say::exchange(l),
        Section::Settings => say::settings(l),
        Section::More => say::more(l),
        Section::None => return None,
    })
}
