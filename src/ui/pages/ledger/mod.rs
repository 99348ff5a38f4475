//! 收进旧台账: a file is read, its columns are matched, what cannot be read is mended or left out, and
//! then what is left is taken in at once.

mod columns;
mod differences;
mod refused;
mod state;
mod sum;

use std::sync::Arc;

use leptos::{html, prelude::*};

use self::{
    columns::Columns,
    differences::{Corrections, Duplicates},
    refused::{Lacking, RefusedRows},
    state::At,
    sum::{Remarks, Sum},
};
use super::{
    exchange::file::FileChoice,
    spreadsheet::{Foot, NotRead, Reading, Stage},
};
use crate::{
    engine::protocol::{LedgerPreview, LedgerTaken},
    locale::{ledger_page as say, refusal::refusal},
    ui::{
        browser::focus_within,
        icon::Icon,
        language::t,
        parts::{Button, ButtonKind, ButtonLink, Card},
        route::Route,
        shell::PageHead,
    },
    views::query::{Query, Sort},
};

const ACCEPT: &str = ".csv,.txt,.tsv,.json,text/csv";

#[component]
pub fn Ledger() -> impl IntoView {
    let at = At::provide();
    let on_file = Callback::new(move |(file,)| at.open(file));
    let body = move || {
        match at.stage.get() {
        Stage::Empty => view! {
            <Card>
                <p>{t(say::lead)}</p>
                <FileChoice label=t(say::choose) accept=ACCEPT kind=ButtonKind::Main on_file=on_file note=t(say::kinds)/>
                <p class="small muted">{t(say::same_again)}</p>
            </Card>
        }
        .into_any(),
        Stage::Reading => view! { <Card><Reading at=at/></Card> }.into_any(),
        Stage::Failed(cause) => view! {
            <Card>
                <NotRead name=at.name() title=t(say::not_read) cause=cause/>
                <FileChoice label=t(say::other) accept=ACCEPT on_file=on_file note=t(say::kinds)/>
            </Card>
        }
        .into_any(),
        Stage::Seen(preview) => view! { <Seen at=at preview=preview/> }.into_any(),
        Stage::Taken(taken) => view! { <Report at=at taken=taken/> }.into_any(),
    }
    };
    view! {
        <PageHead title=t(say::title) back=Route::Exchange(None)/>
        <div class="page ledger">{body}</div>
    }
}

#[component]
fn Seen(at: At, preview: Arc<LedgerPreview>) -> impl IntoView {
    let (encoding, width) = (preview.encoding.clone(), preview.columns.len());
    let halves = NodeRef::<html::Div>::new();
    // The first is one that nobody is sure of, if there is such.
    let to_columns = move |()| focus_within(halves, ".ledger-columns select");
    let about = t(move |l| say::about(l, &at.name(), &encoding.to_uppercase(), width));
    view! {
        <p class="small muted exchange-name">{about}</p>
        <div class="ledger-halves" node_ref=halves>
            <div class="stack loose ledger-side">
                <Sum preview=preview.clone()/>
                <Lacking preview=preview.clone() on_columns=Callback::new(to_columns)/>
                <Remarks preview=preview.clone()/>
                <RefusedRows at=at preview=preview.clone()/>
                <Corrections at=at preview=preview.clone()/>
                <Duplicates preview=preview.clone()/>
            </div>
            <Columns at=at preview=preview.clone()/>
        </div>
        <TakeIn at=at preview=preview/>
    }
}

#[component]
fn TakeIn(at: At, preview: Arc<LedgerPreview>) -> impl IntoView {
    let (new, is_all_here) = (preview.new, preview.is_all_here());
    let nothing = match is_all_here {
        true => say::nothing_new,
        false => say::nothing_to_take,
    };
    let take = t(move |l| match (new, at.corrections.with(Vec::len)) {
        (0, count) if count > 0 => say::take_corrections(l, count),
        (new, _) => say::take(l, new),
    });
    view! { <Foot at=at new=new nothing_to_take=t(nothing) in_one_go=t(say::in_one_go) take=take/> }
}

#[component]
fn Report(at: At, taken: LedgerTaken) -> impl IntoView {
    let missed = taken.refused.len();
    let rows = taken.refused.into_iter().map(|(row, why)| {
        view! { <li>{t(move |l| say::row_reason(l, row, &refusal(l, &why)))}</li> }
    });
    let rows = rows.collect_view();
    let newest = Query {
        sort: Some(Sort::Newest),
        ..Query::default()
    };
    view! {
        <Card title=t(say::done)>
            <p role="status">{t(move |l| say::done_what(l, taken.added, taken.corrected))}</p>
            {(missed > 0).then(|| view! { <p class="soon">{t(move |l| say::not_corrected(l, missed))}</p><ul>{rows}</ul> })}
            <div class="row wrap">
                <ButtonLink kind=ButtonKind::Main href=Route::Register(newest).href() icon=Icon::BookOpenText>{t(say::to_register)}</ButtonLink>
                <Button on_press=move || at.close()>{t(say::another)}</Button>
            </div>
        </Card>
    }
}
