//! The letters between offices that mediate a case together [R 27]: the invitation, the reply and the notice of the
//! outcome. What every letter has, its matter, its addressee and its end, the transfer and the joint record take from here.

use crate::domain::case::Case;
use crate::domain::case::event::{JoinAnswer, Joined, Lead};
use crate::domain::case::letters::Joining;
use crate::domain::case::state::{Agreement, Outcome};
use crate::law::day::Day;
use crate::law::divisions::Adcode;
use crate::law::forms::Form;
use crate::law::money::Fen;
use crate::locale::terms::Term;
use crate::locale::{Language, case as say_case, dates, letters as say, papers, places};

use super::PaperNames;
use super::agreement::{clauses, number, sum};
use super::model::{Block, Document, Pair, Room};

/// So many parties are named in a letter, the rest are counted.
const NAMED: usize = 6;

/// 联合调解邀请函; none where nobody joins in.
pub(super) fn invitation(case: &Case, names: &PaperNames, l: Language) -> Option<Document> {
    let joined = &case.correspondent()?.with;
    let mut blocks = vec![Block::Paragraph(to(addressee(joined, names, l), l))];
    let matter = matter(case, l);
    let place = places::county_in_city(l, joined.county);
    let base = match &names.joint.agreement {
        Some(agreement) => say::base_with(l, agreement),
        None => say::base(l).to_owned(),
    };
    blocks.push(Block::Paragraph(say::invites(l, &matter, &place, &base)));
    let lead = match joined.lead {
        Some(Lead::Handling) => Some(say::we_lead(l)),
        Some(Lead::Invited) => Some(say::you_lead(l)),
        Some(Lead::Unknown(_)) | None => None,
    };
    blocks.extend(lead.map(|lead| Block::Paragraph(lead.to_owned())));
    blocks.extend(brief(case, l));
    blocks.push(Block::Paragraph(say::please_reply(l).to_owned()));
    blocks.push(closing(asking(names), Some(joined.day), l));
    Some(letter(
        Form::JointInvitation,
        say::invitation_title(l),
        case,
        blocks,
        l,
    ))
}

/// 联合调解复函: as it was taken down, or with room for the other office's pen.
pub(super) fn reply(case: &Case, names: &PaperNames, l: Language) -> Option<Document> {
    let Joining {
        with: joined,
        reply,
        ..
    } = case.correspondent()?;
    let (answer, day) = reply.clone().unzip();
    let said = match answer {
        Some(JoinAnswer::Joins) => say::reply_joins(l),
        Some(JoinAnswer::Declines) => say::reply_declines(l),
        Some(JoinAnswer::Unknown(_)) | None => say::reply_open(l),
    };
    let room = |label: &str| Pair::new(l, label, "", Room::Line);
    let committee = asking(names).unwrap_or(papers::committee(l)).to_owned();
    let blocks = vec![
        Block::Paragraph(to(committee, l)),
        Block::Paragraph(say::replies(l, &matter(case, l), said)),
        Block::Fields(vec![room(say::our_mediators(l))]),
        Block::Fields(vec![room(papers::contact(l))]),
        Block::Fields(vec![room(say::our_view(l))]),
        closing(Some(&addressee(joined, names, l)), day, l),
    ];
    Some(letter(
        Form::JointReply,
        say::reply_title(l),
        case,
        blocks,
        l,
    ))
}

/// 联合调解结果通报; none before it came to an end.
pub(super) fn outcome(case: &Case, names: &PaperNames, l: Language) -> Option<Document> {
    let joined = &case.joint().last()?.with;
    let (day, result) = match case.outcome.get()? {
        Outcome::Agreed(agreement) => (agreement.day, agreed(agreement, l)),
        Outcome::Failed { day, .. } => (*day, vec![say::failed(l).to_owned()]),
        Outcome::Withdrawn { day, .. } => (*day, vec![say::withdrawn(l).to_owned()]),
        Outcome::Declined { .. } => return None,
    };
    let day_words = dates::paper_day(l, day);
    let mut blocks = vec![
        Block::Paragraph(to(addressee(joined, names, l), l)),
        Block::Paragraph(say::ended(l, &matter(case, l), &day_words)),
    ];
    blocks.extend(result.into_iter().map(Block::Paragraph));
    if let Outcome::Agreed(agreement) = case.outcome.get()? {
        blocks.extend(clauses(agreement, l));
    }
    blocks.push(Block::Paragraph(say::please_watch(l).to_owned()));
    blocks.push(closing(asking(names), Some(day), l));
    Some(letter(
        Form::JointOutcome,
        say::outcome_title(l),
        case,
        blocks,
        l,
    ))
}

fn agreed(agreement: &Agreement, l: Language) -> Vec<String> {
    let count = agreement.clauses.len();
    let first = match agreement.written {
        true => say::agreed_in_writing(l, count),
        false => say::agreed_orally(l, count),
    };
    let sum = (agreement.total > Fen::ZERO).then(|| say::sum_of(l, &sum(l, agreement.total)));
    std::iter::once(first).chain(sum).collect()
}

/// What the letter is about: its number, its kind, whose it is.
pub(super) fn matter(case: &Case, l: Language) -> String {
    let kind = case.kind.get().map_or("", |kind| kind.term(l));
    let named = case.parties.iter().enumerate().take(NAMED);
    let names: Vec<String> = named
        .map(|(place, party)| say_case::name_at(l, place, party))
        .collect();
    let more = case.parties.len().saturating_sub(NAMED);
    let names = crate::locale::network::fields::joined(l, &names);
    match more {
        0 => say::matter(l, &names, kind),
        more => say::matter_of_more(l, &names, more, kind),
    }
}

/// What happened, under its heading.
pub(super) fn brief(case: &Case, l: Language) -> [Block; 2] {
    let facts = case.facts.get().and_then(Option::as_deref);
    let facts = facts.unwrap_or(papers::left_out(l));
    [
        Block::Heading(papers::brief(l).to_owned()),
        Block::Paragraph(facts.to_owned()),
    ]
}

/// The office that asked, whose case it was then.
fn asking(names: &PaperNames) -> Option<&str> {
    let from = names.joint.from.as_deref();
    from.or(names.committee.as_deref())
}

/// The office that is written to, or its county where none was named.
pub(super) fn addressee(joined: &Joined, names: &PaperNames, l: Language) -> String {
    office(names.joint.organisation.as_deref(), joined.county, l)
}

/// An office by its name, or as its county's where none is known.
pub(super) fn office(named: Option<&str>, county: Adcode, l: Language) -> String {
    let unnamed = || say::office_of(l, &places::county_in_city(l, county));
    named.map_or_else(unnamed, str::to_owned)
}

pub(super) fn to(whom: String, l: Language) -> String {
    papers::label(l, &whom)
}

pub(super) fn closing(whose: Option<&str>, day: Option<Day>, l: Language) -> Block {
    let seal = papers::seal(l, whose.unwrap_or(papers::committee(l)));
    let day = day.map_or_else(
        || say::blank_day(l).to_owned(),
        |day| dates::paper_day(l, day),
    );
    Block::Closing(vec![seal, day])
}

pub(super) fn letter(
    form: Form,
    title: &str,
    case: &Case,
    blocks: Vec<Block>,
    l: Language,
) -> Document {
    Document {
        form,
        language: l,
        title: title.to_owned(),
        number: number(case, l),
        blocks,
    }
}
