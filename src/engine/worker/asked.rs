//! A question as it came, and its answer as it goes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::Blob;

use super::super::protocol::{Ask, Question, Trouble, ask};

/// A question, still unread.
pub struct Asked {
    pub question: Question,
    pub json: String,
    pub file: Option<Blob>,
}

/// An answer's JSON, and the file beside it.
pub type Said = (String, Option<Blob>);

impl Asked {
    /// Out of a message to the worker.
    pub fn heard(message: &Array) -> Result<Self, Trouble> {
        let question = message.get(1).as_f64();
        let question = question.and_then(|number| Question::from_number(number as u32));
        match (question, message.get(2).as_string()) {
            (Some(question), Some(json)) => Ok(Self {
                question,
                json,
                file: message.get(3).dyn_into().ok(),
            }),
            _ => Err(Trouble::Store(String::from("no such question"))),
        }
    }

    /// Reads the question, has it answered, and writes the answer.
    pub async fn answer<A: Ask>(
        &self,
        answer: impl AsyncFnOnce(A) -> Result<A::Answer, Trouble>,
    ) -> String {
        let answer = match self.read() {
            Ok(question) => answer(question).await,
            Err(trouble) => Err(trouble),
        };
        say::<A>(&answer)
    }

    /// As `answer`, where nothing has to be waited for.
    pub fn answer_now<A: Ask>(&self, answer: impl FnOnce(A) -> A::Answer) -> String {
        say::<A>(&self.read().map(answer))
    }

    fn read<A: Ask>(&self) -> Result<A, Trouble> {
        serde_json::from_str(&self.json)
            .map_err(|error| Trouble::Store(format!("question: {error}")))
    }
}

/// Writes an answer.
pub fn say<A: Ask>(answer: &Result<A::Answer, Trouble>) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

/// To what is not asked any more, or was no question. An error reads the same in every answer.
pub fn refused(trouble: Trouble) -> Said {
    (say::<ask::Leave>(&Err(trouble)), None)
}

/// To what is no question here.
pub fn unreadable(why: &str) -> Said {
    refused(Trouble::Store(format!("question: {why}")))
}
