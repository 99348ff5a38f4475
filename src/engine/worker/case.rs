//! Questions about one case, and about the drafts of its forms. They come in a volume (`volume`).

use super::super::protocol::{Question, ask};
use super::Open;
use super::asked::{Asked, Said, unreadable};

pub(super) async fn answer(engine: &mut Open, asked: Asked) -> Said {
    let text = match asked.question {
        Question::Act => {
            asked
                .answer(async |ask: ask::Act| engine.act(ask.case, &ask.seen, ask.command).await)
                .await
        }
        Question::Case => {
            asked
                .answer(async |ask: ask::Case| engine.case_page(ask.case).await)
                .await
        }
        Question::NextNumber => {
            asked.answer_now(|ask: ask::NextNumber| engine.next_number(ask.year))
        }
        Question::Draft => {
            asked
                .answer(async |ask: ask::Draft| engine.draft(&ask.draft).await)
                .await
        }
        Question::KeepDraft => {
            asked
                .answer(async |ask: ask::KeepDraft| {
                    engine.keep_draft(&ask.draft, &ask.last, &ask.text).await
                })
                .await
        }
        _ => return unreadable("not about a case"),
    };
    (text, None)
}
