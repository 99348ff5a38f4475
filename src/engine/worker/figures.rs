//! Questions about the figures and the network. They come in a volume (`volume`).

use super::super::protocol::{Question, ask};
use super::Open;
use super::asked::{Asked, Said, unreadable};
use crate::views::figures::{self, Period};

pub(super) async fn answer(engine: &mut Open, asked: Asked) -> Said {
    match asked.question {
        Question::Entry => {
            let entry = async |ask: ask::Entry| engine.network_page(ask.stream).await;
            return (asked.answer(entry).await, None);
        }
        Question::Tell => {
            let tell =
                async |ask: ask::Tell| engine.tell(ask.stream, &ask.seen, &ask.commands).await;
            return (asked.answer(tell).await, None);
        }
        _ => {}
    }
    let today = engine.today();
    let (cases, network) = engine.views();
    let text = match asked.question {
        Question::Figures => asked.answer_now(|ask: ask::Figures| {
            let period = Period::of(ask.from, ask.to);
            figures::statistics(cases, network, period, ask.county, today)
        }),
        Question::Published => {
            asked.answer_now(|_: ask::Published| figures::published(cases, network))
        }
        Question::Map => asked.answer_now(|ask: ask::Map| {
            figures::map(cases, network, Period::of(ask.from, ask.to), today)
        }),
        Question::Network => asked.answer_now(|_: ask::Network| figures::directory(cases, network)),
        _ => return unreadable("not about figures"),
    };
    (text, None)
}
