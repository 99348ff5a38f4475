//! 收进机构和人员: a directory in a spreadsheet is read, its columns are matched, what differs from what is on record is
//! agreed to or not, and then all of it is taken in at once.

mod columns;
mod rows;
mod state;

use std::sync::Arc;

use leptos::prelude::*;

use self::{
    columns::Columns,
    rows::{Changes, RefusedRows, RepeatedRows},
    state::At,
};
use super::{
    exchange::file::FileChoice,
    spreadsheet::{Foot, NotRead, Reading, Stage},
};
use crate::{
    engine::directory::{DirectoryPreview, DirectoryTaken},
    locale::{directory_page as say, ledger_page},
    ui::{
        icon::Icon,
        language::t,
        parts::{Button, ButtonKind, ButtonLink, Card},
        route::Route,
        shell::PageHead,
    },
};

const ACCEPT: &str = ".csv,.txt,.tsv,text/csv";

#[component]
pub fn DirectorySheet() -> impl IntoView {
    let at = At::provide();
    let on_file = Callback::new(move |(file,)| at.open(file));
    let choice = move || {
        view! { <FileChoice label=t(say::choose) accept=ACCEPT kind=ButtonKind::Main on_file=on_file note=t(ledger_page::kinds)/> }
    };
    let body = move || match at.stage.get() {
        Stage::Empty => view! {
            <Card>
                <p>{t(say::lead)}</p>
                {choice()}
                <p class="small muted">{t(say::same_again)}</p>
            </Card>
        }
        .into_any(),
        Stage::Reading => view! { <Card><Reading at=at/></Card> }.into_any(),
        Stage::Failed(cause) => view! {
            <Card>
                <NotRead name=at.name() title=t(say::not_read) cause=cause/>
                {choice()}
            </Card>
        }
        .into_any(),
        Stage::Seen(preview) => view! { <Seen at=at preview=preview/> }.into_any(),
        Stage::Taken(taken) => view! { <Report at=at taken=taken/> }.into_any(),
    };
    view! {
        <PageHead title=t(say::title) back=Route::NetworkTree/>
        <div class="page ledger">{body}</div>
    }
}

#[component]
fn Seen(at: At, preview: Arc<DirectoryPreview>) -> impl IntoView {
    let (encoding, width) = (preview.encoding.to_uppercase(), preview.columns.len());
    let about = t(move |l| ledger_page::about(l, &at.name(), &encoding, width));
    let new = preview.new;
    let take = t(move |l| match at.corrections.with(Vec::len) {
        0 => say::take(l, new),
        count => say::take_both(l, new, count),
    });
    view! {
        <p class="small muted exchange-name">{about}</p>
        <div class="ledger-halves">
            <div class="stack loose ledger-side">
                <Sum preview=preview.clone()/>
                <RefusedRows preview=preview.clone()/>
                <Changes at=at preview=preview.clone()/>
                <RepeatedRows preview=preview.clone()/>
            </div>
            <Columns at=at preview=preview/>
        </div>
        <Foot at=at new=new nothing_to_take=t(say::nothing) in_one_go=t(say::in_one_go) take=take/>
    }
}

/// Where every row went.
#[component]
fn Sum(preview: Arc<DirectoryPreview>) -> impl IntoView {
    let DirectoryPreview {
        rows,
        apart,
        new,
        same,
        ..
    } = *preview;
    let size = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let (differ, out) = (size(preview.changes.len()), size(preview.refused.len()));
    let repeated = size(preview.repeated.len());
    let part =
        move |count: u32| format!("{:.2}%", f64::from(count) * 100.0 / f64::from(rows.max(1)));
    view! {
        <Card>
            <dl class="ledger-sum">
                <div><dd class="num">{rows}</dd><dt>{t(say::rows)}</dt></div>
                <i aria-hidden="true">"="</i>
                <div class="pine"><dd class="num">{new}</dd><dt>{t(say::new)}</dt></div>
                <i aria-hidden="true">"+"</i>
                <div><dd class="num">{same}</dd><dt>{t(say::same)}</dt></div>
                <i aria-hidden="true">"+"</i>
                <div><dd class="num">{differ}</dd><dt>{t(say::differ)}</dt></div>
                <i aria-hidden="true">"+"</i>
                <div class:maple=move || { out > 0 }><dd class="num">{out}</dd><dt>{t(say::stay_out)}</dt></div>
                <div class="aside"><dd class="num muted"><span aria-hidden="true">"+ "</span>{apart + repeated}</dd><dt>{t(move |l| say::aside(l, apart, repeated))}</dt></div>
            </dl>
            <div class="ledger-bar" aria-hidden="true">
                <i class="new" style:inline-size=part(new)></i>
                <i class="known" style:inline-size=part(same + differ)></i>
                <i class="unread" style:inline-size=part(out)></i>
            </div>
        </Card>
    }
}

#[component]
fn Report(at: At, taken: DirectoryTaken) -> impl IntoView {
    view! {
        <Card title=t(ledger_page::done)>
            <p role="status">{t(move |l| say::done_what(l, taken.added, taken.corrected))}</p>
            <div class="row wrap">
                <ButtonLink kind=ButtonKind::Main href=Route::NetworkTree.href() icon=Icon::Share2>{t(say::to_tree)}</ButtonLink>
                <Button on_press=move || at.close()>{t(say::another)}</Button>
            </div>
        </Card>
    }
}
