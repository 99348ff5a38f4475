//! A case that is handed on to another office: the letter, and the receipt that passes responsibility on.

use crate::domain::case::Case;
use crate::domain::case::event::TransferAnswer;
use crate::domain::case::letters::Transfer;
use crate::law::forms::Form;
use crate::locale::{Language, dates, letters as say, papers};

use super::PaperNames;
use super::letters::{brief, closing, letter, matter, office, to};
use super::model::{Block, Document};

/// 移送函; none where the case was handed on to nobody.
pub(super) fn transfer_letter(case: &Case, names: &PaperNames, l: Language) -> Option<Document> {
    let transfer = case.transfers.last()?;
    let reason = names.transfer.reason.as_deref();
    let mut blocks = vec![
        Block::Paragraph(to(receiver(transfer, names, l), l)),
        Block::Paragraph(say::hands_on(l, &matter(case, l))),
        Block::Heading(say::reason_heading(l).to_owned()),
        Block::Paragraph(reason.unwrap_or(papers::left_out(l)).to_owned()),
    ];
    blocks.extend(brief(case, l));
    blocks.push(Block::Paragraph(say::please_receive(l).to_owned()));
    blocks.push(closing(sender(names), Some(transfer.to.day), l));
    let title = say::transfer_title(l);
    Some(letter(Form::TransferLetter, title, case, blocks, l))
}

/// 移送回执: as it was taken down, or with room for the other office's pen.
pub(super) fn receipt(case: &Case, names: &PaperNames, l: Language) -> Option<Document> {
    let transfer = case.transfers.last()?;
    let (answer, day) = transfer.receipt.clone().unzip();
    let said = match answer {
        Some(TransferAnswer::Received) => say::receipt_received(l),
        Some(TransferAnswer::Returned) => say::receipt_returned(l),
        Some(TransferAnswer::Unknown(_)) | None => say::receipt_open(l),
    };
    let sent = dates::paper_day(l, transfer.to.day);
    let committee = sender(names).unwrap_or(papers::committee(l));
    let blocks = vec![
        Block::Paragraph(to(committee.to_owned(), l)),
        Block::Paragraph(say::receives(l, &sent, &matter(case, l), said)),
        closing(Some(&receiver(transfer, names, l)), day, l),
    ];
    let title = say::receipt_title(l);
    Some(letter(Form::TransferReceipt, title, case, blocks, l))
}

fn sender(names: &PaperNames) -> Option<&str> {
    let from = names.transfer.from.as_deref();
    from.or(names.committee.as_deref())
}

fn receiver(transfer: &Transfer, names: &PaperNames, l: Language) -> String {
    office(names.transfer.to.as_deref(), transfer.to.county, l)
}
