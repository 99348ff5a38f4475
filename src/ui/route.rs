//! Where one is: the page's address after `#`, typed. Hash routes work on any static host in any
//! sub-folder, opened from a link or offline.
//!
//! Invariant: what is printed consists of ASCII codes alone (`[A-Za-z0-9._-]`), whatever was put into
//! the struct, so that no name, number or search word can stand in an address, even by mistake.

#[cfg(target_arch = "wasm32")]
mod history;
mod pairs;
#[cfg(target_arch = "wasm32")]
mod steps;
mod view;

#[cfg(target_arch = "wasm32")]
pub use history::{
    MAIN_ID, Router, keep_focus, navigate, provide_router, replace, use_route, use_router,
};
#[cfg(target_arch = "wasm32")]
pub use steps::{follow_steps, replace_steps};
pub use view::{NetworkView, StatisticsView};

use crate::{
    engine::protocol::WorkspaceKind, law::coded::Coded, ui::pages::directory::kind::DirectoryKind,
    views::query::Query,
};

use pairs::{Pairs, is_code};

/// A page of the app.
// There is one of it.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Welcome,
    Today,
    Register(Query),
    Intake,
    /// A case by its stream's id.
    Case(String),
    /// A step of a case as a code: inquire, session, agreement, oral, fail, …
    CaseStep {
        case: String,
        step: String,
    },
    /// A printable paper of a case by the form's code.
    CasePaper {
        case: String,
        form: String,
    },
    Network(NetworkView),
    /// A list of the directory.
    Directory(Option<DirectoryKind>),
    /// The form in which something of the directory begins.
    DirectoryNew(DirectoryKind),
    /// Something of the directory, by its stream's id.
    Entry {
        kind: DirectoryKind,
        id: String,
    },
    /// The network as a tree.
    NetworkTree,
    /// Taking in organisations and people from a spreadsheet.
    NetworkSheet,
    Statistics(StatisticsView),
    /// Taking in and taking out; from a case's page, that case.
    Exchange(Option<String>),
    Ledger,
    MyData,
    Settings,
    Help,
    /// The phone's 更多.
    More,
    /// Opens this workspace, then leads to its first page: 到演练里试试.
    Open(WorkspaceKind),
    /// An address that leads nowhere, as it stood.
    Unknown(String),
}

/// The length of a stream's random 128-bit id in base64url.
const CASE_ID_LENGTH: usize = 22;

impl Route {
    /// The route of a hash such as `#/case/…`, with or without the `#`.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let address = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let pairs = Pairs::parse(query);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let known = match parts.as_slice() {
            [] => Some(Self::Welcome),
            ["today"] => Some(Self::Today),
            ["register"] => Some(Self::Register(Query::from_pairs(pairs.iter()))),
            ["intake"] => Some(Self::Intake),
            ["case", id] if is_case_id(id) => Some(Self::Case((*id).into())),
            ["case", id, "paper", form] if is_case_id(id) && is_code(form) => {
                Some(Self::CasePaper {
                    case: (*id).into(),
                    form: (*form).into(),
                })
            }
            ["case", id, step] if is_case_id(id) && is_code(step) => Some(Self::CaseStep {
                case: (*id).into(),
                step: (*step).into(),
            }),
            ["network", "sheet"] => Some(Self::NetworkSheet),
            ["network", "tree"] => Some(Self::NetworkTree),
            ["network"] => Some(Self::Network(NetworkView::from_pairs(&pairs))),
            ["directory"] => {
                let of = pairs.get("of").map(DirectoryKind::from_code);
                Some(Self::Directory(of.filter(Coded::is_known)))
            }
            ["directory", "new", code] => {
                let kind = Some(DirectoryKind::from_code(code)).filter(Coded::is_known);
                kind.map(Self::DirectoryNew)
            }
            ["directory", code, id] if is_case_id(id) => {
                let kind = Some(DirectoryKind::from_code(code)).filter(Coded::is_known);
                kind.map(|kind| Self::Entry {
                    kind,
                    id: (*id).into(),
                })
            }
            ["statistics"] => Some(Self::Statistics(StatisticsView::from_pairs(&pairs))),
            ["exchange"] => {
                let case = pairs.get("case").filter(|case| is_case_id(case));
                Some(Self::Exchange(case.map(str::to_owned)))
            }
            ["ledger"] => Some(Self::Ledger),
            ["data"] => Some(Self::MyData),
            ["settings"] => Some(Self::Settings),
            ["help"] => Some(Self::Help),
            ["more"] => Some(Self::More),
            ["open", code] => WorkspaceKind::from_code(code).map(Self::Open),
            _ => None,
        };
        known.unwrap_or_else(|| Self::Unknown(address.to_owned()))
    }

    /// The route of an address that came from outside, and the address to show in its place where the
    /// two differ: what was not understood must neither stay in the bar and in the browser's memory, where
    /// a name could stand in it, nor say another thing than the page shows.
    #[must_use]
    pub fn arrived_at(hash: &str) -> (Self, Option<String>) {
        let route = Self::parse(hash);
        let address = route.href();
        // No address at all is the welcome's own.
        let same = hash == address || hash.is_empty();
        (route, (!same).then_some(address))
    }

    /// The address for a link: `#/register?status=open`.
    #[must_use]
    pub fn href(&self) -> String {
        let plain = |path: &str| format!("#/{path}");
        let with = |path: &str, pairs: Pairs| match pairs.print() {
            text if text.is_empty() => format!("#/{path}"),
            text => format!("#/{path}?{text}"),
        };
        match self {
            Self::Welcome => plain(""),
            Self::Today => plain("today"),
            Self::Register(query) => with("register", Pairs::of(&query.pairs())),
            Self::Intake => plain("intake"),
            Self::Case(case) if is_case_id(case) => format!("#/case/{case}"),
            Self::CaseStep { case, step } if is_case_id(case) && is_code(step) => {
                format!("#/case/{case}/{step}")
            }
            Self::CasePaper { case, form } if is_case_id(case) && is_code(form) => {
                format!("#/case/{case}/paper/{form}")
            }
            Self::Network(view) => with("network", view.pairs()),
            Self::Directory(kind) => {
                let kind = kind.iter().filter(|kind| kind.is_known());
                let pairs: Vec<_> = kind.map(|kind| ("of", kind.code().to_owned())).collect();
                with("directory", Pairs::of(&pairs))
            }
            Self::DirectoryNew(kind) if kind.is_known() => {
                format!("#/directory/new/{}", kind.code())
            }
            Self::Entry { kind, id } if kind.is_known() && is_case_id(id) => {
                format!("#/directory/{}/{id}", kind.code())
            }
            Self::NetworkSheet => plain("network/sheet"),
            Self::NetworkTree => plain("network/tree"),
            Self::Statistics(view) => with("statistics", view.pairs()),
            Self::Exchange(case) => {
                let case = case.clone().filter(|case| is_case_id(case));
                let pairs: Vec<_> = case.into_iter().map(|case| ("case", case)).collect();
                with("exchange", Pairs::of(&pairs))
            }
            Self::Ledger => plain("ledger"),
            Self::MyData => plain("data"),
            Self::Settings => plain("settings"),
            Self::Help => plain("help"),
            Self::More => plain("more"),
            Self::Open(workspace) => format!("#/open/{}", workspace.code()),
            // Not codes: print nothing of them.
            Self::Case(_)
            | Self::CaseStep { .. }
            | Self::CasePaper { .. }
            | Self::DirectoryNew(_)
            | Self::Entry { .. }
            | Self::Unknown(_) => plain("unknown"),
        }
    }

    /// What makes it another page rather than another view of the same one: without the query.
    /// Focus goes to the heading when the place changes, and stays when only a filter does.
    #[must_use]
    pub fn place(&self) -> String {
        let href = self.href();
        href.split('?').next().unwrap_or_default().to_owned()
    }

    /// The register without any filter.
    #[must_use]
    pub fn register() -> Self {
        Self::Register(Query::default())
    }
}

fn is_case_id(text: &str) -> bool {
    text.len() == CASE_ID_LENGTH
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            case::Stage,
            id::{StreamId, StreamKind},
        },
        law::{day::Day, dispute::DisputeType, divisions::Adcode, organisation::OrganisationKind},
        views::query::Sort,
    };

    fn day(text: &str) -> Day {
        Day::parse(text).expect(text)
    }

    const ID: &str = "kX2-abcdefghijklmnop_9";

    #[track_caller]
    fn round(hash: &str) -> Route {
        let route = Route::parse(hash);
        assert_eq!(route.href(), hash);
        assert_eq!(Route::parse(&route.href()), route);
        route
    }

    #[test]
    fn addresses_round_trip() {
        for name in [
            "",
            "today",
            "register",
            "intake",
            "network",
            "network/sheet",
            "network/tree",
            "statistics",
            "exchange",
            "exchange?case=kX2-abcdefghijklmnop_9",
            "ledger",
            "data",
            "settings",
            "help",
            "more",
            "directory",
            "directory?of=team",
            "directory/new/agreement",
            "directory/organisation/kX2-abcdefghijklmnop_9",
        ] {
            assert!(
                !matches!(round(&format!("#/{name}")), Route::Unknown(_)),
                "{name}"
            );
        }
        assert_eq!(round(&format!("#/case/{ID}")), Route::Case(ID.into()));
        assert_eq!(
            round(&format!("#/case/{ID}/session")),
            Route::CaseStep {
                case: ID.into(),
                step: "session".into()
            }
        );
        assert_eq!(
            round(&format!("#/case/{ID}/paper/agreement")),
            Route::CasePaper {
                case: ID.into(),
                form: "agreement".into()
            }
        );
        assert_eq!(round("#/open/sandbox"), Route::Open(WorkspaceKind::Sandbox));
        round("#/network?layer=overdue&county=110112");
        round("#/network?layer=coverage_towns&border=1");
        round("#/network?from=2023-01-01&to=2023-08-31&against=2022-01-01.2022-08-31");
        round("#/network?layer=centres&county=110117&tour=pinggu.1");
        round("#/statistics?from=2023-01-01&to=2023-08-31&county=110117");
    }

    #[test]
    fn queries_round_trip_in_one_order() {
        let mediator = StreamId::new(StreamKind::MEDIATOR, [7; 16]);
        let query = Query {
            stages: vec![Stage::ALL[0].clone(), Stage::ALL[1].clone()],
            kinds: DisputeType::ALL.to_vec(),
            concluded: Some((day("2026-01-01"), day("2026-03-31"))),
            county: Adcode::new(110_112),
            mediator: Some(mediator),
            organisation_kind: Some(OrganisationKind::BrandedRoom),
            branded: true,
            overdue: true,
            sort: Some(Sort::Due),
            ..Query::default()
        };
        let route = Route::Register(query);
        assert_eq!(Route::parse(&route.href()), route);
        assert_eq!(
            Route::parse("#/register?overdue=1&open=1").href(),
            "#/register?open=1&overdue=1"
        );
    }

    #[test]
    fn nothing_but_codes_is_ever_printed() {
        let query = Query {
            kinds: vec![DisputeType::from_code("张桂珍")],
            overdue: true,
            ..Query::default()
        };
        assert_eq!(Route::Register(query).href(), "#/register?overdue=1");
        assert_eq!(Route::Case("张桂珍".into()).href(), "#/unknown");
        assert_eq!(
            Route::CaseStep {
                case: ID.into(),
                step: "x?y=1".into()
            }
            .href(),
            "#/unknown"
        );
        assert_eq!(
            Route::parse("#/register?status=%E5%BC%A0").href(),
            "#/register"
        );
    }

    #[test]
    fn addresses_that_lead_nowhere_say_so() {
        for hash in [
            "#/nowhere",
            "#/case/short",
            "#/case/",
            "#/register/x",
            "#/open/elsewhere",
            "#/directory/new/zhang",
            "#/directory/zhang/kX2-abcdefghijklmnop_9",
            "#/directory/person/short",
            "#/case/kX2-abcdefghijklmnop_9/a/b",
        ] {
            assert!(matches!(Route::parse(hash), Route::Unknown(_)), "{hash}");
        }
        assert_eq!(Route::parse(""), Route::Welcome);
    }

    #[test]
    fn an_address_is_replaced_by_what_was_understood_of_it() {
        let shown = |hash: &str| Route::arrived_at(hash).1;
        for (typed, address) in [
            ("#/register?type=zhang", "#/register"),
            (
                "#/register?type=zhang.neighbour",
                "#/register?type=neighbour",
            ),
            (
                "#/register?name=zhangguizhen&overdue=1",
                "#/register?overdue=1",
            ),
            ("#/register?open=zhang", "#/register"),
            ("#/register?registered=2026-01-01.2026-13-01", "#/register"),
            ("#/register/zhang", "#/unknown"),
            ("#/%E5%BC%A0%E6%A1%82%E7%8F%8D", "#/unknown"),
            ("#/case/zhang", "#/unknown"),
            ("#/exchange?case=zhang", "#/exchange"),
            ("#/directory?of=zhang", "#/directory"),
            (
                "#/network?layer=zhang&county=110112",
                "#/network?county=110112",
            ),
            // The page shows whole months, and says so.
            (
                "#/network?from=2023-08-09",
                "#/network?from=2023-08-01&to=2023-08-31",
            ),
            (
                "#/statistics?from=2023-05-07&to=2023-02-01",
                "#/statistics?from=2023-02-01&to=2023-05-31",
            ),
            ("#/statistics?from=zhang&to=2023-02-28", "#/statistics"),
            ("#/statistics?from=2023-02-01&to=zhang", "#/statistics"),
        ] {
            assert_eq!(shown(typed).as_deref(), Some(address), "{typed}");
            assert_eq!(shown(address), None, "{address}");
        }
        assert_eq!(shown(""), None);
        assert_eq!(shown("#/statistics?from=1900-01-01"), None, "all years");
    }

    #[test]
    fn a_case_is_taken_out_by_its_id_alone() {
        let address = Route::Exchange(Some(ID.into())).href();
        assert_eq!(address, format!("#/exchange?case={ID}"));
        assert_eq!(Route::parse(&address), Route::Exchange(Some(ID.into())));
        assert_eq!(Route::Exchange(Some("张桂珍".into())).href(), "#/exchange");
    }

    #[test]
    fn a_filter_is_the_same_place() {
        assert_eq!(
            Route::parse("#/register?overdue=1").place(),
            Route::register().place()
        );
        assert_ne!(Route::Case(ID.into()).place(), Route::register().place());
    }
}
