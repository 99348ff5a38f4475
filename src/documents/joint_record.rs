//! 联合调解笔录: a session at which two offices sat together [R 27], signed by the mediators of both.

use crate::domain::case::Case;
use crate::domain::case::event::Lead;
use crate::domain::case::state::{Meeting, Wording};
use crate::law::forms::Form;
use crate::locale::{Language, case as say_case, dates, letters as say, papers};

use super::PaperNames;
use super::agreement::words;
use super::letters::{addressee, letter};
use super::model::{Block, Document, Pair, Room, Signature};

/// The record of the last session since the other office agreed to take part; none before there is one.
pub(super) fn record(case: &Case, names: &PaperNames, l: Language) -> Option<Document> {
    let (joining, session) = case.joint_session()?;
    let ours = names.joint.from.clone().or(names.committee.clone());
    let ours = ours.unwrap_or_else(|| papers::committee(l).to_owned());
    let theirs = addressee(&joining.with, names, l);
    let (leads, joins) = match joining.with.lead {
        Some(Lead::Invited) => (&theirs, &ours),
        Some(Lead::Handling | Lead::Unknown(_)) | None => (&ours, &theirs),
    };
    let place = match &names.session.place {
        Wording::Unsaid => "",
        said => words(said, l),
    };
    let mut blocks = vec![
        Block::Fields(vec![
            filled(l, say::record_day(l), dates::paper_day(l, session.day)),
            filled(l, say::record_place(l), place),
        ]),
        Block::Fields(vec![filled(l, say::record_leads(l), leads)]),
        Block::Fields(vec![filled(l, say::record_joins(l), joins)]),
        Block::Fields(vec![filled(
            l,
            say::record_mediators(l),
            mediators(names, l),
        )]),
        Block::Fields(vec![filled(
            l,
            say::record_present(l),
            present(case, session, l),
        )]),
    ];
    for (heading, said) in [
        (say::record_content(l), &names.session.record),
        (say::record_result(l), &names.session.result),
    ] {
        // What nobody wrote has room for a pen.
        if *said == Wording::Unsaid {
            blocks.push(Block::Fields(vec![filled(l, heading, "")]));
        } else {
            blocks.push(Block::Heading(heading.to_owned()));
            blocks.push(Block::Paragraph(words(said, l).to_owned()));
        }
    }
    let signs = [
        papers::parties_signature(l).to_owned(),
        say::mediators_of(l, &ours),
        say::mediators_of(l, &theirs),
        papers::recorder_signature(l).to_owned(),
    ];
    let signs = signs.into_iter().map(|label| Signature { label });
    blocks.push(Block::Signatures(signs.collect()));
    let title = say::record_title(l);
    Some(letter(Form::JointRecord, title, case, blocks, l))
}

fn filled(l: Language, label: &str, value: impl Into<String>) -> Pair {
    Pair::new(l, label, value, Room::Line)
}

fn mediators(names: &PaperNames, l: Language) -> String {
    let named: Vec<String> = names.mediators.iter().flatten().cloned().collect();
    crate::locale::network::fields::joined(l, &named)
}

fn present(case: &Case, session: &Meeting, l: Language) -> String {
    let all = case.parties.iter().enumerate();
    let came = all.filter(|(_, party)| session.present.contains(&party.label));
    let names: Vec<String> = came
        .map(|(place, party)| say_case::name_at(l, place, party))
        .collect();
    crate::locale::network::fields::joined(l, &names)
}
