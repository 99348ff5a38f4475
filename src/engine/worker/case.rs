//! Questions about one case. They come in a volume (`volume`).

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
        _ => return unreadable("not about a case"),
    };
    (text, None)
}
