//! How a case reads in one row: what it is about, who, how far, how long still.

use crate::domain::case::{Nearness, Stage, Term};
use crate::law::day::Day;
use crate::law::risk::RiskRating;
use crate::locale::{Language, case::clock, dates, register as say, terms::Term as _};
use crate::views::answers::{PartyLine, RegisterRow};

/// How urgent a row is; its edge and its clock have the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Past its day.
    Late,
    /// Waits for us, or near its day.
    Soon,
    /// Concerns another region.
    Across,
    /// Came to good.
    Good,
    None,
}

/// The term that somebody waits for, with its last day.
fn waited_for(row: &RegisterRow) -> Option<(Term, Day)> {
    row.term.filter(|(term, _)| term.is_waited_for())
}

/// How urgent it is.
#[must_use]
pub fn urgency(row: &RegisterRow, today: Day) -> Urgency {
    let near = waited_for(row).map_or(Nearness::Calm, |(term, last)| term.near(last, today));
    if row.grave || near == Nearness::Late {
        Urgency::Late
    } else if near == Nearness::Soon {
        Urgency::Soon
    } else if row.joint {
        Urgency::Across
    } else if matches!(row.stage, Stage::Agreed | Stage::Performed) {
        Urgency::Good
    } else {
        Urgency::None
    }
}

/// What it is about: the first words of the facts, or the type where they are left out.
#[must_use]
pub fn title(language: Language, row: &RegisterRow) -> String {
    let brief = row
        .brief
        .as_deref()
        .map(str::trim)
        .filter(|brief| !brief.is_empty());
    brief.map_or_else(
        || say::of_kind(language, row.kind.term(language)),
        str::to_owned,
    )
}

/// Both sides: 张桂珍 与 李国强等3人.
#[must_use]
pub fn people(language: Language, row: &RegisterRow) -> String {
    say::people(language, side(&row.applicant), side(&row.respondent))
}

fn side(line: &PartyLine) -> say::Side<'_> {
    (line.name.as_deref(), line.count, line.place as usize)
}

/// The clock: 还剩3天, 已逾期2天, 12月24日履行, 履行期已过2天; none where nothing runs.
#[must_use]
pub fn clock_text(language: Language, row: &RegisterRow, today: Day) -> Option<String> {
    let (of, last) = waited_for(row)?;
    let by: fn(Language, &str) -> String = match of {
        Term::Perform if last > today => say::perform_by,
        Term::Visit if last >= today => say::visit_by,
        _ => return Some(clock::left(language, of, last, today)),
    };
    Some(by(language, &dates::short_day(language, last, today)))
}

/// The small line: 重大 · 邻里 · 联合调解 · 第118号.
#[must_use]
pub fn line(language: Language, row: &RegisterRow) -> String {
    let number = row
        .number
        .as_deref()
        .map_or_else(|| say::no_number(language), say::short_number);
    let mut words = Vec::with_capacity(5);
    if row.grave {
        words.push(RiskRating::Major.term(language));
    }
    words.push(row.kind.term(language));
    if row.joint {
        words.push(say::is_joint(language));
    }
    if row.questions > 0 {
        words.push(say::is_disputed(language));
    }
    words.push(number);
    words.join(" · ")
}

#[cfg(target_arch = "wasm32")]
pub use view::{CaseLine, look};

#[cfg(target_arch = "wasm32")]
mod view {
    use leptos::prelude::*;

    use super::{Urgency, clock_text, line, people, title, urgency};
    use crate::{
        domain::{case::Stage, id::StreamId},
        locale::{register as say, steps::stage_name},
        ui::{
            data::today,
            language::{t, use_language},
            parts::{CaseRow, Status, StatusLook, Tone},
            route::Route,
        },
        views::answers::RegisterRow,
    };

    /// The look of a stage's status, in the list and on the case's page.
    #[must_use]
    pub fn look(stage: &Stage) -> StatusLook {
        match stage {
            Stage::Registered => StatusLook::Wait,
            Stage::Accepted | Stage::Assigned | Stage::InMediation | Stage::Suspended => {
                StatusLook::Act
            }
            Stage::Agreed | Stage::Performed => StatusLook::Done,
            Stage::Declined | Stage::Failed | Stage::NotPerformed => StatusLook::Refused,
            Stage::Withdrawn | Stage::Closed | Stage::Archived | Stage::Unknown(_) => {
                StatusLook::End
            }
        }
    }

    impl Urgency {
        #[must_use]
        pub fn tone(self) -> Tone {
            match self {
                Self::Late => Tone::Maple,
                Self::Soon => Tone::Sun,
                Self::Across => Tone::River,
                Self::Good => Tone::Pine,
                Self::None => Tone::Plain,
            }
        }
    }

    /// A case's row, wherever cases are listed. The whole row leads to the case.
    #[component]
    pub fn CaseLine(
        row: RegisterRow,
        #[prop(optional, into)] selected: Signal<Option<StreamId>>,
    ) -> impl IntoView {
        let language = use_language();
        let today = today();
        let (id, row) = (row.id, StoredValue::new(row));
        let text = move |of: fn(crate::locale::Language, &RegisterRow) -> String| {
            Signal::derive(move || row.with_value(|row| of(language.get(), row)))
        };
        let clock = Signal::derive(move || {
            row.with_value(|row| clock_text(language.get(), row, today.get()))
        });
        let tone = Signal::derive(move || row.with_value(|row| urgency(row, today.get())).tone());
        let look = row.with_value(|row| look(&row.stage));
        let stage = t(move |l| {
            row.with_value(|row| match row.voided {
                true => say::voided(l).to_owned(),
                false => stage_name(l, &row.stage).to_owned(),
            })
        });
        let people = text(people);
        view! {
            <CaseRow
                title=text(title)
                people=people
                line=text(line)
                status=move || view! { <Status look=look label=stage/> }
                clock=clock
                tone=tone
                current=Signal::derive(move || selected.get() == Some(id))
                href=Route::Case(id.short()).href()
            />
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{StreamId, StreamKind};
    use crate::law::dispute::DisputeType;
    use crate::law::divisions::Adcode;
    use Language::{Chinese, English};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn row(stage: Stage, term: Option<(Term, &str)>) -> RegisterRow {
        RegisterRow {
            id: StreamId::new(StreamKind::CASE, [0; 16]),
            number: Some("（2026）通西人调字第118号".into()),
            kind: DisputeType::Neighbour,
            stage,
            registered: day("2026-10-28"),
            term: term.map(|(term, last)| (term, day(last))),
            grave: false,
            county: Adcode::new(110_112).unwrap(),
            town: None,
            applicant: PartyLine::default(),
            respondent: PartyLine::default(),
            brief: Some("排水沟走向".into()),
            total: None,
            joint: false,
            questions: 0,
            voided: false,
        }
    }

    #[test]
    fn the_clock_and_the_edge_say_what_is_waited_for() {
        use Term::*;
        use Urgency::*;
        let today = day("2026-11-24");
        for (stage, term, last, words, edge) in [
            (
                Stage::Registered,
                Decide,
                "2026-11-26",
                Some("还剩2天"),
                Soon,
            ),
            (
                Stage::Registered,
                Decide,
                "2026-11-22",
                Some("受理期已过2天"),
                Late,
            ),
            (
                Stage::InMediation,
                Conclude,
                "2026-12-02",
                Some("还剩8天"),
                Urgency::None,
            ),
            (
                Stage::InMediation,
                Conclude,
                "2026-12-01",
                Some("还剩7天"),
                Soon,
            ),
            (
                Stage::InMediation,
                Conclude,
                "2026-11-22",
                Some("已逾期2天"),
                Late,
            ),
            (
                Stage::Suspended,
                Resume,
                "2026-11-22",
                Option::None,
                Urgency::None,
            ),
            (
                Stage::Agreed,
                Perform,
                "2026-12-24",
                Some("12月24日履行"),
                Good,
            ),
            (Stage::Agreed, Perform, "2026-11-24", Some("今天到期"), Soon),
            (
                Stage::Agreed,
                Perform,
                "2026-11-22",
                Some("履行期已过2天"),
                Late,
            ),
            (
                Stage::Performed,
                Visit,
                "2026-12-24",
                Some("12月24日前回访"),
                Good,
            ),
            (
                Stage::Performed,
                Visit,
                "2026-11-27",
                Some("11月27日前回访"),
                Soon,
            ),
            (
                Stage::Performed,
                Visit,
                "2026-11-22",
                Some("回访期已过2天"),
                Soon,
            ),
            (
                Stage::Closed,
                Archive,
                "2026-11-22",
                Option::None,
                Urgency::None,
            ),
        ] {
            let row = row(stage, Some((term, last)));
            assert_eq!(
                (
                    clock_text(Chinese, &row, today).as_deref(),
                    urgency(&row, today)
                ),
                (words, edge),
                "{term:?} {last}"
            );
        }
        let nothing = row(Stage::Performed, Option::None);
        assert_eq!(clock_text(Chinese, &nothing, today), Option::None);
        assert_eq!(urgency(&nothing, today), Good);
        let across = RegisterRow {
            joint: true,
            ..nothing
        };
        assert_eq!(urgency(&across, today), Across);
        // Somebody may come to harm.
        let grave = RegisterRow {
            grave: true,
            ..row(Stage::InMediation, Option::None)
        };
        assert_eq!(urgency(&grave, today), Late);
        assert!(line(Chinese, &grave).starts_with("重大 · 邻里"));
    }

    #[test]
    fn a_row_without_facts_is_called_by_its_type() {
        let mut case = row(Stage::InMediation, None);
        assert_eq!(title(Chinese, &case), "排水沟走向");
        case.brief = None;
        case.questions = 2;
        assert_eq!(title(Chinese, &case), "邻里纠纷");
        assert_eq!(title(English, &case), "Neighbours");
        assert_eq!(line(Chinese, &case), "邻里 · 有分歧 · 第118号");
        case.number = None;
        assert_eq!(line(Chinese, &case), "邻里 · 有分歧 · 未编号");
    }
}
