//! What each volume draws.

use leptos::prelude::*;

use super::Wanted;
use crate::{
    domain::id::{StreamId, StreamKind},
    ui::{
        app::PlaceSheet,
        backup::BackUpSheet,
        pages::{
            case::CaseView, directory, directory_sheet, exchange, help, intake, ledger, my_data,
            network, page::view_of, paper, register::FilterSheet, settings, statistics, steps,
            unknown,
        },
        route::Route,
    },
};

pub(super) fn case(wanted: &Wanted) -> AnyView {
    let now = match wanted {
        Wanted::Page(now, _) => now,
        &Wanted::FilterSheet { query, open } => {
            return view! { <FilterSheet query=query open=open/> }.into_any();
        }
        Wanted::PlaceSheet | Wanted::BackUpSheet => return ().into_any(),
    };
    match &**now {
        Route::Intake => view! { <intake::IntakePage/> }.into_any(),
        Route::Case(case) => of_case(case, |case| view! { <CaseView case=case/> }.into_any()),
        Route::CaseStep { case, step } => of_case(case, |case| {
            view! { <steps::StepPage case=case step=step.clone()/> }.into_any()
        }),
        Route::CasePaper { case, form } => of_case(case, |case| {
            view! { <paper::Paper case=case form=form.clone()/> }.into_any()
        }),
        _ => view! { <unknown::Unknown/> }.into_any(),
    }
}

pub(super) fn figures(wanted: &Wanted) -> AnyView {
    let &Wanted::Page(ref now, route) = wanted else {
        return ().into_any();
    };
    match &**now {
        Route::Network(_) => {
            let shown = view_of(route, |route| match route {
                Route::Network(view) => Some(view.clone()),
                _ => None,
            });
            view! { <network::Network shown=shown/> }.into_any()
        }
        Route::NetworkTree => view! { <network::NetworkTree/> }.into_any(),
        Route::Statistics(_) => {
            let shown = view_of(route, |route| match route {
                Route::Statistics(view) => Some(view.clone()),
                _ => None,
            });
            view! { <statistics::Statistics shown=shown/> }.into_any()
        }
        _ => view! { <unknown::Unknown/> }.into_any(),
    }
}

pub(super) fn directory(wanted: &Wanted) -> AnyView {
    let &Wanted::Page(ref now, route) = wanted else {
        return ().into_any();
    };
    match &**now {
        Route::Directory(_) => {
            let shown = view_of(route, |route| match route {
                Route::Directory(kind) => Some(kind.clone()),
                _ => None,
            });
            view! { <directory::Directory shown=shown/> }.into_any()
        }
        Route::DirectoryNew(what) => view! { <directory::New what=what.clone()/> }.into_any(),
        Route::Entry { kind, id } => {
            let stream = kind
                .stream()
                .and_then(|kind| StreamId::from_short(kind, id).ok());
            match stream {
                Some(stream) => view! { <directory::Entry stream=stream/> }.into_any(),
                None => view! { <unknown::Unknown/> }.into_any(),
            }
        }
        _ => view! { <unknown::Unknown/> }.into_any(),
    }
}

pub(super) fn office(wanted: &Wanted) -> AnyView {
    let (now, route) = match wanted {
        Wanted::Page(now, route) => (now, *route),
        Wanted::PlaceSheet => return view! { <PlaceSheet/> }.into_any(),
        Wanted::BackUpSheet => return view! { <BackUpSheet/> }.into_any(),
        Wanted::FilterSheet { .. } => return ().into_any(),
    };
    match &**now {
        Route::Exchange(_) => {
            let case = view_of(route, |route| match route {
                Route::Exchange(case) => Some(case.clone()),
                _ => None,
            });
            view! { <exchange::Exchange case=case/> }.into_any()
        }
        Route::Ledger => view! { <ledger::Ledger/> }.into_any(),
        Route::NetworkSheet => view! { <directory_sheet::DirectorySheet/> }.into_any(),
        Route::MyData => view! { <my_data::MyData/> }.into_any(),
        Route::Settings => view! { <settings::Settings/> }.into_any(),
        Route::Help => view! { <help::Help/> }.into_any(),
        _ => view! { <unknown::Unknown/> }.into_any(),
    }
}

fn of_case(case: &str, page: impl FnOnce(StreamId) -> AnyView) -> AnyView {
    match StreamId::from_short(StreamKind::CASE, case) {
        Ok(case) => page(case),
        Err(_) => view! { <unknown::Unknown/> }.into_any(),
    }
}
