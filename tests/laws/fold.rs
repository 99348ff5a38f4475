//! "How a stream folds", word for word: the fold against a plain reading of the rules.

use std::collections::{BTreeMap, BTreeSet};

use langqiao::domain::case::event::Correction;
use langqiao::domain::catalogue::Event;
use langqiao::domain::id::EntryId;
use proptest::prelude::*;

use crate::desks::{Desks, happenings};
use crate::writing::{case_stream, tries};

proptest! {
    #![proptest_config(tries(48))]

    /// `retracted` counts unless a live retraction names it; nothing is removed.
    #[test]
    fn live_is_what_no_live_retraction_names(history in happenings(60)) {
        let all = Desks::play(&history).union();
        for stream in all.streams() {
            let chronicle = all.chronicle(stream);
            for told in &chronicle.told {
                let by: Vec<EntryId> = chronicle
                    .live()
                    .filter(|f| matches!(&f.event, Event::Retracted(data) if data.entry == told.fact.id))
                    .map(|f| f.id)
                    .collect();
                prop_assert_eq!(told.retracted_by, by.into_iter().min());
            }
        }
    }

    /// Again and again the smallest (`n`, `id`) whose parents that are present are taken.
    #[test]
    fn the_order_is_the_smallest_that_is_ready(history in happenings(60)) {
        let all = Desks::play(&history).union();
        for stream in all.streams() {
            let mut waiting: BTreeMap<(u64, EntryId), Vec<EntryId>> = BTreeMap::new();
            for line in all.stream(stream) {
                waiting.insert((line.n, line.id), line.after.clone());
            }
            let present: BTreeSet<EntryId> = waiting.keys().map(|(_, id)| *id).collect();
            let mut taken = BTreeSet::new();
            let mut order = Vec::new();
            while !waiting.is_empty() {
                let ready = |after: &Vec<EntryId>| after.iter().all(|p| taken.contains(p) || !present.contains(p));
                let next = *waiting.iter().find(|(_, after)| ready(after)).unwrap().0;
                waiting.remove(&next);
                taken.insert(next.1);
                order.push(next.1);
            }
            let found: Vec<EntryId> = all.chronicle(stream).told.iter().map(|t| t.fact.id).collect();
            prop_assert_eq!(found, order);
        }
    }

    /// The latest moment at which something was written, wherever in the order it stands.
    #[test]
    fn a_case_was_touched_when_its_latest_entry_was_written(history in happenings(60)) {
        let all = Desks::play(&history).union();
        for case in 0..2 {
            let chronicle = all.chronicle(&case_stream(case));
            let latest = chronicle.live().map(|fact| fact.at).max();
            prop_assert_eq!(chronicle.case().touched, latest);
        }
    }

    /// A field's values are the live writes that lie in no other live write's past; the later shows.
    #[test]
    fn a_field_holds_the_writes_that_nobody_had_seen(history in happenings(60)) {
        let all = Desks::play(&history).union();
        for case in 0..2 {
            let chronicle = all.chronicle(&case_stream(case));
            let state = chronicle.case();
            let writes: Vec<_> = chronicle
                .live()
                .filter_map(|fact| match &fact.event {
                    Event::CaseRegistered(data) if Some(fact.id) == state.registration => Some((fact, data.kind.clone())),
                    Event::CaseCorrected(data) => match &data.field {
                        Correction::Type(kind) => Some((fact, kind.clone())),
                        _ => None,
                    },
                    _ => None,
                })
                .collect();
            let standing: Vec<_> = writes
                .iter()
                .filter(|(fact, _)| {
                    !writes.iter().any(|(other, _)| other.position > fact.position && other.past.holds(fact.position))
                })
                .collect();
            let found: Vec<EntryId> = state.kind.entries().collect();
            prop_assert_eq!(found, standing.iter().map(|(fact, _)| fact.id).collect::<Vec<_>>());
            prop_assert_eq!(state.kind.get(), standing.last().map(|(_, kind)| kind));
            let alike = standing.windows(2).all(|pair| pair[0].1 == pair[1].1);
            prop_assert_eq!(state.kind.sides().is_empty(), alike);
        }
    }
}
