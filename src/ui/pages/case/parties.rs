//! The parties: who they are, a call, a correction. A telephone number stands in a link of this page
//! alone, never in an address of the app.

use leptos::prelude::*;

use super::{
    in_parts::{InParts, More},
    seen::Seen,
};
use crate::{
    domain::{
        case::{CaseField, state::Party},
        id::Label,
    },
    locale::{Language, case as say, terms::Term},
    ui::{
        icon::{Icon, IconSize},
        language::t,
        parts::{Card, CardFit},
        step_code::Doing,
    },
    views::answers::CasePage,
};

/// A party as its line shows it.
#[derive(Clone, PartialEq)]
struct Line {
    label: Label,
    name: String,
    role: String,
    about: String,
    phone: Option<String>,
}

/// So many are drawn at once: a whole village may be a party.
const AT_ONCE: usize = 40;

/// The card of the parties.
#[component]
pub fn Parties(seen: Seen) -> impl IntoView {
    let list = InParts::new(seen, AT_ONCE, |page| page.case.parties.len());
    let lines = seen.memo(move |l, page| {
        page.case
            .parties
            .iter()
            .take(list.drawn.get())
            .map(|party| line(l, page, party))
            .collect::<Vec<_>>()
    });
    let count = move || list.all().to_string();
    let row = move |line: Line| {
        let correct = say::correct_somebody(seen.language.get_untracked(), &line.name);
        // To be read out to whoever dials on another telephone.
        let number = line
            .phone
            .clone()
            .map(|phone| view! { <p class="small num">{phone}</p> });
        let call = line.phone.map(|phone| {
            let label = say::call_somebody(seen.language.get_untracked(), &line.name);
            view! {
                <a class="button square" href=format!("tel:{phone}") aria-label=label>
                    <Icon name=Icon::Phone size=IconSize::Small/>
                </a>
            }
        });
        let edit = (!seen.read_only()).then(|| view! {
            <a class="button quiet square" href=seen.href(Doing::Correct(CaseField::Party(line.label))) aria-label=correct>
                <Icon name=Icon::Pencil size=IconSize::Small/>
            </a>
        });
        view! {
            <div class="case-line">
                <div>
                    <h3>{line.name}" "<span class="chip">{line.role}</span></h3>
                    <p class="small muted">{line.about}</p>
                    {number}
                </div>
                <span class="row tight">{edit}{call}</span>
            </div>
        }
    };
    view! {
        <Card title=t(say::parties) extra=move || view! { <span class="tiny num">{count}</span> } fit=CardFit::Flush class="case-parties">
            {move || lines.get().unwrap_or_default().into_iter().map(row).collect_view()}
            <More list=list words=say::more_parties/>
        </Card>
    }
}

fn line(language: Language, page: &CasePage, party: &Party) -> Line {
    let known = party.identity.get().and_then(Option::as_ref);
    let about = match known {
        None => say::left_out(language).to_owned(),
        Some(known) => {
            let sex = known.sex.as_ref().map(|sex| sex.term(language).to_owned());
            let age = known
                .born
                .map(|born| say::years_old(language, say::age(born, page.today)));
            [sex, age, known.occupation.clone(), known.address.clone()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ")
        }
    };
    Line {
        label: party.label,
        name: say::with_others(
            language,
            say::party_name(language, &page.case, party.label),
            party.others,
        ),
        role: party.role.term(language).to_owned(),
        about,
        phone: known.and_then(|known| known.phone.clone()),
    }
}
