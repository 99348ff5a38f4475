//! Entries with right hashes that say what no desk of ours would write: taken in, named, and counted nowhere.

use langqiao::domain::case::state::Anomaly;
use langqiao::domain::case::{Case, Stage};
use langqiao::record::{Chronicle, Line, line};
use langqiao::views::network::Network;
use serde_json::{Value, json};

use crate::writing::{Sketch, case_stream, label, mediator, organisation};

fn told(entries: &[Sketch]) -> Case {
    let lines: Vec<String> = entries.iter().map(Sketch::line).collect();
    let lines: Vec<Line<'_>> = lines
        .iter()
        .map(|line| line::read(line.as_bytes()).unwrap())
        .collect();
    Chronicle::tell(&lines).case()
}

fn registration(labels: [u8; 2]) -> Sketch {
    let party = |of: u8, role: &str| json!({"kind": "person", "label": label(of).to_string(), "role": role});
    Sketch::new(
        case_stream(0),
        "case.registered",
        json!({
            "county": 110_112,
            "day": "2026-03-01",
            "organisation": organisation(0).to_string(),
            "parties": [party(labels[0], "applicant"), party(labels[1], "respondent")],
            "source": "applied",
            "type": "neighbour",
        }),
    )
}

fn agreement(after: &Sketch, clauses: Value) -> Sketch {
    let parent = line::read(after.line().as_bytes()).unwrap().id;
    Sketch::new(
        case_stream(0),
        "case.agreed_orally",
        json!({"clauses": clauses, "day": "2026-03-02"}),
    )
    .after(&[parent])
    .with("n", json!(2))
    .with("seq", json!(2))
}

#[test]
fn what_is_of_another_kind_than_its_stream_is_in_no_list() {
    let founded = json!({"county": 110_112, "kind": "judicial_office", "name": "西集镇司法所"});
    for stream in [organisation(1), mediator(1)] {
        let line = Sketch::new(stream, "organisation.founded", founded.clone()).line();
        let chronicle = Chronicle::tell(&[line::read(line.as_bytes()).unwrap()]);
        let mut network = Network::default();
        network.put(stream, &chronicle);
        assert_eq!(network.len(), usize::from(stream == organisation(1)));
        network.put(stream, &Chronicle::default());
        assert_eq!(network, Network::default());
    }
}

#[test]
fn two_parties_under_one_label_are_one() {
    let case = told(&[registration([1, 1])]);
    assert_eq!(case.parties.len(), 1);
    assert!(matches!(case.anomalies[..], [Anomaly::SameLabel { .. }]));
    assert_eq!(told(&[registration([1, 2])]).anomalies, []);
}

#[test]
fn sums_that_no_paper_states_are_not_read() {
    let first = registration([1, 2]);
    for fen in [-1, 10_000_000_000_001i64] {
        let clause = json!([{"fen": fen, "label": label(3).to_string()}]);
        let case = told(&[first.clone(), agreement(&first, clause)]);
        assert_eq!(case.conclusions, [], "{fen}");
        assert_eq!(case.stage, Some(Stage::Registered), "{fen}");
        let unread = |one: &Anomaly| matches!(one, Anomaly::Unreadable { .. });
        assert!(case.anomalies.iter().any(unread), "{fen}");
    }
    let clause = json!([{"fen": 10_000_000_000_000i64, "label": label(3).to_string()}]);
    assert_eq!(
        told(&[first.clone(), agreement(&first, clause)])
            .conclusions
            .len(),
        1
    );
}

#[test]
fn two_clauses_under_one_label_are_one() {
    let first = registration([1, 2]);
    let clause = json!({"fen": 500, "label": label(3).to_string()});
    let case = told(&[first.clone(), agreement(&first, json!([clause, clause]))]);
    let same = |one: &Anomaly| matches!(one, Anomaly::SameLabel { .. });
    assert_eq!(case.anomalies.iter().filter(|one| same(one)).count(), 1);
    let [(_, langqiao::domain::case::state::Outcome::Agreed(agreed))] = &case.conclusions[..]
    else {
        panic!("{:?}", case.conclusions)
    };
    assert_eq!(agreed.total.0, 500);
}

/// `decide` refuses such names today; what was written before it did is read as it was.
#[test]
fn a_name_that_is_refused_today_still_reads() {
    for name in ["13800138000", "11010519491231002X", "\u{200b}"] {
        let of = label(1).to_string();
        let first = registration([1, 2]).leaf("identity", &of, json!({"name": name}));
        let case = told(&[first]);
        assert_eq!(case.anomalies, [], "{name:?}");
        let identity = case.parties[0].identity.get().cloned().flatten();
        assert_eq!(identity.unwrap().name, name);
    }
}
