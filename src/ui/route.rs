//! Where one is: the page's address after `#`, typed. Hash routes work on any static host in any
//! sub-folder, opened from a link or offline.
//!
//! Invariant: what is printed consists of ASCII codes alone (`[A-Za-z0-9._-]`), whatever was put into
//! the struct, so that no name, number or search word can stand in an address, even by mistake.

mod filter;
#[cfg(target_arch = "wasm32")]
mod history;
mod query;

pub use filter::{NetworkView, RegisterFilter, StatisticsView};
#[cfg(target_arch = "wasm32")]
pub use history::{
    MAIN_ID, Router, back, navigate, provide_router, replace, use_route, use_router,
};

use query::{Query, is_code};

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    Welcome,
    Today,
    Register(RegisterFilter),
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
    Statistics(StatisticsView),
    Exchange,
    Ledger,
    MyData,
    Settings,
    Help,
    /// The phone's 更多.
    More,
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
        let query = Query::parse(query);
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let known = match parts.as_slice() {
            [] => Some(Self::Welcome),
            ["today"] => Some(Self::Today),
            ["register"] => Some(Self::Register(RegisterFilter::from_query(query))),
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
            ["network"] => Some(Self::Network(NetworkView::from_query(query))),
            ["statistics"] => Some(Self::Statistics(StatisticsView::from_query(query))),
            ["exchange"] => Some(Self::Exchange),
            ["ledger"] => Some(Self::Ledger),
            ["data"] => Some(Self::MyData),
            ["settings"] => Some(Self::Settings),
            ["help"] => Some(Self::Help),
            ["more"] => Some(Self::More),
            _ => None,
        };
        known.unwrap_or_else(|| Self::Unknown(address.to_owned()))
    }

    /// The address for a link: `#/register?status=open`.
    #[must_use]
    pub fn href(&self) -> String {
        let plain = |path: &str| format!("#/{path}");
        let with = |path: &str, query: Query| match query.print() {
            text if text.is_empty() => format!("#/{path}"),
            text => format!("#/{path}?{text}"),
        };
        match self {
            Self::Welcome => plain(""),
            Self::Today => plain("today"),
            Self::Register(filter) => with("register", filter.to_query()),
            Self::Intake => plain("intake"),
            Self::Case(case) if is_case_id(case) => format!("#/case/{case}"),
            Self::CaseStep { case, step } if is_case_id(case) && is_code(step) => {
                format!("#/case/{case}/{step}")
            }
            Self::CasePaper { case, form } if is_case_id(case) && is_code(form) => {
                format!("#/case/{case}/paper/{form}")
            }
            Self::Network(view) => with("network", view.to_query()),
            Self::Statistics(view) => with("statistics", view.to_query()),
            Self::Exchange => plain("exchange"),
            Self::Ledger => plain("ledger"),
            Self::MyData => plain("data"),
            Self::Settings => plain("settings"),
            Self::Help => plain("help"),
            Self::More => plain("more"),
            // Not codes: print nothing of them.
            Self::Case(_) | Self::CaseStep { .. } | Self::CasePaper { .. } | Self::Unknown(_) => {
                plain("unknown")
            }
        }
    }

    /// What makes it another page rather than another view of the same one: without the query.
    /// Focus goes to the heading when the place changes, and stays when only a filter does.
    #[must_use]
    pub fn place(&self) -> String {
        let href = self.href();
        href.split('?').next().unwrap_or_default().to_owned()
    }

    /// The case it is about, if any.
    #[must_use]
    pub fn case(&self) -> Option<&str> {
        match self {
            Self::Case(case) | Self::CaseStep { case, .. } | Self::CasePaper { case, .. } => {
                Some(case)
            }
            _ => None,
        }
    }

    /// The register without any filter.
    #[must_use]
    pub fn register() -> Self {
        Self::Register(RegisterFilter::default())
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
            "statistics",
            "exchange",
            "ledger",
            "data",
            "settings",
            "help",
            "more",
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
        round("#/network?layer=overdue&county=110112");
        round("#/statistics?from=2023-01&to=2023-08&region=110117&by=type");
    }

    #[test]
    fn filters_round_trip_in_one_order() {
        let route = round(
            "#/register?status=open,in_mediation&type=neighbours&month=2026-11&mediator=me&region=110112&overdue=1&sort=deadline&outcome=agreed",
        );
        let Route::Register(filter) = route else {
            panic!("not the register")
        };
        assert_eq!(filter.status, ["open", "in_mediation"]);
        assert!(filter.overdue);
        assert_eq!(filter.other["outcome"], ["agreed"]);
        assert_eq!(
            Route::parse("#/register?overdue=1&status=open").href(),
            "#/register?status=open&overdue=1"
        );
    }

    #[test]
    fn nothing_but_codes_is_ever_printed() {
        let filter = RegisterFilter {
            mediator: vec!["赵淑敏".into(), "m1".into()],
            month: Some("a b".into()),
            ..Default::default()
        };
        assert_eq!(Route::Register(filter).href(), "#/register?mediator=m1");
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
            "#/case/kX2-abcdefghijklmnop_9/a/b",
        ] {
            assert!(matches!(Route::parse(hash), Route::Unknown(_)), "{hash}");
        }
        assert_eq!(Route::parse(""), Route::Welcome);
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
