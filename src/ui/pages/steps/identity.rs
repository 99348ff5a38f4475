//! Who a person or an organisation is, as it is typed: at intake, and where it is put right.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{form::Form, spot::Spot};
use crate::{
    domain::leaf::Identity,
    law::{
        blank::{trimmed, typed},
        coded::Coded,
        day::Day,
        identity::ResidentNumber,
        person::{ETHNIC_GROUPS, PartyKind, Sex, ethnic_group, number_for_name},
        phone::Phone,
    },
    locale::{
        Language, dates, intake as say, refusal,
        terms::{self, Term},
    },
    ui::{
        language::{t, use_language},
        parts::{
            ChipChoice, Field, Fold, FoldStart, Need, Pick, TextField, TextKind, common::unique_id,
        },
    },
};

/// What was typed, for the draft.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    pub name: String,
    pub id_number: String,
    pub phone: String,
    pub address: String,
    pub sex: String,
    pub ethnic_group: String,
    pub occupation: String,
}

impl Typed {
    /// The fields of an identity that stands.
    #[must_use]
    pub fn of(identity: &Identity) -> Self {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        Self {
            name: identity.name.clone(),
            id_number: text(&identity.id_number),
            phone: text(&identity.phone),
            address: text(&identity.address),
            sex: identity
                .sex
                .as_ref()
                .map(|sex| sex.code().to_owned())
                .unwrap_or_default(),
            ethnic_group: text(&identity.ethnic_group),
            occupation: text(&identity.occupation),
        }
    }
}

/// The fields of one identity.
#[derive(Clone, Copy)]
pub struct IdentityFields {
    pub name: RwSignal<String>,
    pub id_number: RwSignal<String>,
    pub phone: RwSignal<String>,
    pub address: RwSignal<String>,
    pub sex: RwSignal<Option<Sex>>,
    pub ethnic_group: RwSignal<String>,
    pub occupation: RwSignal<String>,
}

impl IdentityFields {
    #[must_use]
    pub fn new(typed: Typed) -> Self {
        Self {
            name: RwSignal::new(typed.name),
            id_number: RwSignal::new(typed.id_number),
            phone: RwSignal::new(typed.phone),
            address: RwSignal::new(typed.address),
            sex: RwSignal::new(Some(Sex::from_code(&typed.sex)).filter(Coded::is_known)),
            ethnic_group: RwSignal::new(typed.ethnic_group),
            occupation: RwSignal::new(typed.occupation),
        }
    }

    /// What stands in the fields; reactive.
    #[must_use]
    pub fn typed(self) -> Typed {
        Typed {
            name: self.name.get(),
            id_number: self.id_number.get(),
            phone: self.phone.get(),
            address: self.address.get(),
            sex: self
                .sex
                .with(|sex| sex.as_ref().map(|sex| sex.code().to_owned()))
                .unwrap_or_default(),
            ethnic_group: self.ethnic_group.get(),
            occupation: self.occupation.get(),
        }
    }

    /// Puts what was typed elsewhere into the fields.
    pub fn set(self, typed: Typed) {
        self.name.set(typed.name);
        self.id_number.set(typed.id_number);
        self.phone.set(typed.phone);
        self.address.set(typed.address);
        self.sex
            .set(Some(Sex::from_code(&typed.sex)).filter(Coded::is_known));
        self.ethnic_group.set(typed.ethnic_group);
        self.occupation.set(typed.occupation);
    }

    /// As a command takes it. `born` is what is known without a number.
    #[must_use]
    pub fn identity(self, kind: &PartyKind, born: Option<Day>) -> Identity {
        let some = |field: RwSignal<String>| {
            Some(field.get_untracked()).filter(|text| !text.trim().is_empty())
        };
        let person = *kind == PartyKind::Person;
        let number = self
            .id_number
            .with_untracked(|text| ResidentNumber::parse(text))
            .ok()
            .filter(|_| person);
        Identity {
            address: some(self.address),
            // The number on the card says both, whatever stood here before.
            born: number
                .map(|number| number.birth())
                .or(born)
                .filter(|_| person),
            ethnic_group: some(self.ethnic_group)
                .map(|typed| ethnic_group(&typed).to_owned())
                .filter(|_| person),
            id_number: some(self.id_number),
            name: self.name.get_untracked(),
            occupation: some(self.occupation),
            phone: some(self.phone),
            sex: number
                .map(|number| number.sex())
                .or(self.sex.get_untracked())
                .filter(|_| person),
        }
    }
}

/// A resident's number, by the rule that `decide` goes by; empty is good.
pub fn check_id(text: &str, language: Language) -> Option<String> {
    if trimmed(text).is_empty() {
        return None;
    }
    ResidentNumber::parse(text)
        .err()
        .map(|problem| refusal::id_number(language, problem))
}

/// A phone number, likewise.
pub fn check_phone(text: &str, language: Language) -> Option<String> {
    if trimmed(text).is_empty() {
        return None;
    }
    Phone::parse(text)
        .err()
        .map(|problem| refusal::phone(language, problem))
}

/// A name is no number.
fn check_name(text: &str, language: Language) -> Option<String> {
    number_for_name(text).map(|problem| refusal::name(language, problem).to_owned())
}

/// The fields of a party. `place`: its place in the command, from 0, for what is refused about it.
#[component]
pub fn IdentityForm(
    form: Form,
    fields: IdentityFields,
    #[prop(into)] kind: Signal<PartyKind>,
    #[prop(into)] place: Signal<usize>,
    /// Whether the lesser fields stand open.
    #[prop(optional)]
    rest: FoldStart,
) -> impl IntoView {
    let language = use_language();
    let person = move || kind.with(|kind| *kind == PartyKind::Person);
    let refused = move |at: fn(usize) -> Spot| {
        Signal::derive(move || {
            form.refusal.with(|one| {
                let one = one
                    .as_ref()
                    .filter(|one| super::spot::spot(one) == at(place.get()))?;
                Some(refusal::refusal(language.get(), one))
            })
        })
    };
    // An organisation has a credit code, which no rule of a case checks.
    let check_number = move |text: &str, l: Language| person().then(|| check_id(text, l)).flatten();
    let name = t(move |l| {
        if person() {
            say::name(l)
        } else {
            say::organisation_name(l)
        }
    });
    let number = t(move |l| {
        if person() {
            say::id_number(l)
        } else {
            say::credit_code(l)
        }
    });
    let says = t(move |l| {
        let number = fields.id_number.with(|text| ResidentNumber::parse(text));
        match number {
            Ok(number) if person() => say::id_says(
                l,
                number.sex().term(l),
                &dates::paper_day(l, number.birth()),
            ),
            _ => String::new(),
        }
    });
    let hint = Signal::derive(move || Some(says.get()).filter(|says| !says.is_empty()));
    let sexes = Signal::derive(move || {
        Sex::ALL
            .iter()
            .map(|s| Pick::new(s.clone(), s.term(language.get())))
            .collect::<Vec<_>>()
    });
    view! {
        <TextField
            label=name value=fields.name need=Need::Must check=check_name show=form.tried
            refused=refused(Spot::Name)
        />
        <TextField
            label=t(say::phone) value=fields.phone kind=TextKind::Phone need=Need::Optional
            check=check_phone show=form.tried refused=refused(Spot::Phone)
        />
        <Fold title=t(say::more_of_party) start=rest>
            <TextField
                label=number value=fields.id_number need=Need::Optional check=check_number hint=hint
                show=form.tried refused=refused(Spot::IdNumber)
            />
            <TextField label=t(say::address) value=fields.address need=Need::Optional/>
            <div class="stack loose" class:gone=move || !person()>
                <ChipChoice label=t(say::sex) options=sexes value=fields.sex need=Need::Optional/>
                <Ethnic value=fields.ethnic_group/>
                <TextField label=t(say::occupation) value=fields.occupation need=Need::Optional/>
            </div>
        </Fold>
    }
}

/// 汉族 first, by a press; any other by typing, completed from the national list.
#[component]
fn Ethnic(value: RwSignal<String>) -> impl IntoView {
    let id = unique_id("groups");
    let (han, _) = ETHNIC_GROUPS[0];
    let on = Memo::new(move |_| value.with(|now| now == han));
    let field = unique_id("ethnic");
    view! {
        <Field label=t(say::ethnic_group) control=field.clone() need=Need::Optional>
            <div class="ethnic">
                <button
                    type="button" class="chip pick" class:on=move || on.get()
                    aria-pressed=move || if on.get() { "true" } else { "false" }
                    on:click=move |_| value.set(han.to_owned())
                >
                    {t(say::han)}
                </button>
                <input
                    id=field class="input" type="text" autocomplete="off" list=id.clone()
                    prop:value=move || value.get()
                    on:input:target=move |event| value.set(typed(event.target().value()))
                    on:blur=move |_| { let _ = value.try_update(|now| *now = ethnic_group(now).to_owned()); }
                />
                <datalist id=id>
                    {ETHNIC_GROUPS.iter().map(|(zh, _)| view! { <option value=*zh label=t(move |l| terms::ethnic_group(l, zh))></option> }).collect_view()}
                </datalist>
            </div>
        </Field>
    }
}
