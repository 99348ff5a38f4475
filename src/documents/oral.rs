//! 人民调解口头协议登记表: an oral agreement as the mediator writes it down [L 28].

use crate::domain::case::Case;
use crate::domain::case::state::Wording;
use crate::law::forms::Form;
use crate::locale::{Language, papers as say};

use super::agreement::{clauses, closing, number, paragraphs, schedule, standing, words};
use super::model::{Block, Document, Signature};
use super::{PaperNames, party};

/// The register of the oral agreement that holds; none where there is none.
pub(super) fn register(case: &Case, names: &PaperNames, language: Language) -> Option<Document> {
    let agreement = standing(case, false)?;
    let mut blocks = party::blocks(case, agreement.day, language);
    blocks.push(Block::Heading(say::facts_heading(language).to_owned()));
    blocks.extend(paragraphs(&agreement.facts, language));
    blocks.push(Block::Heading(say::content_heading(language).to_owned()));
    blocks.extend(clauses(agreement, language));
    blocks.push(Block::Heading(say::manner_heading(language).to_owned()));
    // At a desk an oral agreement need not say how.
    if agreement.manner != Wording::Unsaid {
        let manner = words(&agreement.manner, language);
        blocks.push(Block::Paragraph(say::manner_line(language, manner)));
    }
    blocks.extend(schedule(agreement, language));
    blocks.push(Block::Paragraph(say::oral_effect(language).to_owned()));
    let mediator = Signature {
        label: say::mediator_signature(language).to_owned(),
    };
    let recorder = Signature {
        label: say::recorder_signature(language).to_owned(),
    };
    blocks.push(Block::Signatures(vec![mediator, recorder]));
    blocks.push(closing(names, agreement, language));
    Some(Document {
        form: Form::OralAgreementRegister,
        language,
        title: say::oral_title(language).to_owned(),
        number: number(case, language),
        blocks,
    })
}
