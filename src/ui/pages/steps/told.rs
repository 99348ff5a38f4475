//! What was told at intake, beside a field that both sides will sign. These are one side's words, said to the mediator:
//! they go into the field only when somebody copies them, to be put so that the other side can sign too.

use leptos::prelude::*;

use super::page::Opened;
use crate::{
    locale::steps as say,
    ui::{
        icon::Icon,
        language::t,
        parts::{Button, Fold, FoldStart},
    },
};

#[component]
pub fn Told(opened: Opened, into: RwSignal<String>) -> impl IntoView {
    let told = opened.with(|case| case.facts.get().cloned().flatten())?;
    let told = StoredValue::new(told);
    let empty = Memo::new(move |_| into.with(|text| text.trim().is_empty()));
    Some(view! {
        <Fold title=t(say::told_at_intake) start=FoldStart::Shut>
            <blockquote class="words">{told.get_value()}</blockquote>
            {move || empty.get().then(|| view! {
                <Button icon=Icon::SquarePen on_press=move || into.set(told.get_value())>{t(say::copy_and_rewrite)}</Button>
            })}
        </Fold>
    })
}
