//! What a bundle would change of what is here, said before anything of it is in force.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::case::Case;
use crate::domain::catalogue::ErasedLeaf;
use crate::domain::id::{StreamId, StreamKind};
use crate::engine::protocol::Trouble;
use crate::engine::reading::{Counts, Said};
use crate::engine::run::{Engine, Machine};
use crate::engine::streams::{lines_in, read_all, united};
use crate::exchange::bundle::{Concerned, NAMED, Preview};
use crate::record::{Chronicle, Line};
use crate::store::Store;
use crate::views::network::Network;
use crate::views::row::CaseRow;

use super::Staged;

/// The numbers that cases to be folded anew would have, where they have another now or none.
type Numbers = BTreeMap<StreamId, Option<Box<str>>>;

/// As the register would show it.
fn number_of(stream: &StreamId, case: &Case) -> Option<Box<str>> {
    CaseRow::of(stream, case).and_then(|row| row.number)
}

/// Counts what a stream that lies here, as `here`, would be with what is coming. `number` is that of a case,
/// `office` the name of what belongs to the office at this desk.
fn preview_known(
    preview: &mut Preview,
    gone: &mut BTreeSet<ErasedLeaf>,
    numbers: &mut Numbers,
    (stream, number): (StreamId, Option<&str>),
    office: Option<String>,
    here: &[Line<'_>],
    coming: Vec<String>,
) {
    let texts = here.iter().map(|line| line.text.to_owned()).chain(coming);
    let texts = united(texts.collect());
    let lines = read_all(&texts);
    let (old, new) = (Chronicle::tell(here), Chronicle::tell(&lines));
    let erased = new.to_erase(&lines);
    // Heads that were here and still are, beside heads that arrived: neither saw the other.
    let both = new.heads.len() > 1
        && new.heads.iter().any(|head| old.heads.contains(head))
        && new.told.len() > old.told.len();
    preview.concurrent += u64::from(both);
    let (before, after) = if stream.kind == StreamKind::CASE {
        preview.changed_cases += u64::from(new.told.len() > old.told.len());
        let (old, new) = (old.case(), new.case());
        if new.counts() && new.questions() > old.questions() {
            preview.disputed.push(stream);
        }
        let would_be = number_of(&stream, &new);
        if would_be.as_deref() != number {
            numbers.insert(stream, would_be);
        }
        let concerned = || Concerned {
            case: stream,
            number: number.unwrap_or_default().to_owned(),
        };
        if old.counts() && !new.counts() {
            preview.voided.push(concerned());
        }
        if new.is_locked() && !old.is_locked() {
            preview.locked.push(concerned());
        }
        if !erased.is_empty() {
            preview.erased.push(concerned());
        }
        (old.anomalies.len(), new.anomalies.len())
    } else {
        let differs = Network::of(stream, &old) != Network::of(stream, &new);
        preview.office.extend(office.filter(|_| differs));
        (old.anomalies.len(), new.anomalies.len())
    };
    gone.extend(erased);
    preview.anomalies += after.saturating_sub(before) as u64;
}

/// Counts a stream that is new here and came in several pieces, as one that came in one piece was counted at once.
fn preview_new(
    preview: &mut Preview,
    counts: &mut Counts,
    gone: &mut BTreeSet<ErasedLeaf>,
    numbers: &mut Numbers,
    stream: StreamId,
    coming: Vec<String>,
) {
    let texts = united(coming);
    let lines = read_all(&texts);
    let chronicle = Chronicle::tell(&lines);
    gone.extend(chronicle.to_erase(&lines));
    let said = match stream.kind {
        StreamKind::CASE => {
            let case = chronicle.case();
            numbers.insert(stream, number_of(&stream, &case));
            Said::of_case(&chronicle, &case)
        }
        _ => Said::of_other(stream, &chronicle),
    };
    said.say(stream, preview, counts);
}

impl<S: Store, M: Machine> Engine<S, M> {
    /// Folds the streams that are known here together with what arrives: what would be concurrent, what would ask a
    /// question, and which number would stand twice.
    pub(super) async fn preview_known_streams(
        &mut self,
        preview: &mut Preview,
        staged: &mut Staged,
    ) -> Result<(), Trouble> {
        let mut coming = self.coming(staged).await?;
        let gone = &mut staged.gone;
        let mut numbers = Numbers::new();
        self.each_stream(staged.refold.clone(), |engine, stream, here| {
            let coming = coming.remove(&stream).unwrap_or_default();
            let office = engine.is_of_the_office(&stream);
            let office = office.then(|| engine.network.name(&stream).unwrap_or_default());
            let row = engine.cases.get(&stream);
            let number = row.and_then(|row| row.number.as_deref());
            let known = (stream, number);
            preview_known(preview, gone, &mut numbers, known, office, here, coming);
        })
        .await?;
        // New here, but not read in one piece.
        for (stream, coming) in coming {
            preview_new(
                preview,
                &mut staged.counts,
                gone,
                &mut numbers,
                stream,
                coming,
            );
        }
        self.preview_numbers(preview, staged, &numbers);
        self.name_disputed(preview, staged, &numbers);
        Ok(())
    }

    /// Whether a stream is that of this desk's office, or of somebody who is enrolled in it.
    fn is_of_the_office(&self, stream: &StreamId) -> bool {
        let own = self.desk.as_ref().map(|desk| desk.organisation);
        let enrolled = self.network.mediators.get(stream);
        Some(*stream) == own || enrolled.is_some_and(|one| Some(one.now.organisation) == own)
    }

    /// Finds the cases here whose number another comes to have: two desks that took in one ledger, or one application.
    fn preview_numbers(&self, preview: &mut Preview, staged: &Staged, changed: &Numbers) {
        if self.cases.is_empty() {
            return;
        }
        let stretches = staged.stretches.iter().flat_map(|sealed| &sealed.rows);
        let whole = stretches.chain(&staged.rows.rows);
        let whole = whole.filter_map(|row| Some((row.number.as_deref()?, row.id)));
        let folded = changed.iter();
        let folded = folded.filter_map(|(case, number)| Some((number.as_deref()?, case.random)));
        let coming: BTreeSet<_> = whole.chain(folded).collect();
        for row in self.cases.rows() {
            let case = StreamId::new(StreamKind::CASE, row.id);
            let number = changed.get(&case).unwrap_or(&row.number);
            let Some(number) = number.as_deref() else {
                continue;
            };
            let of_number = (number, [0; 16])..=(number, [u8::MAX; 16]);
            if coming.range(of_number).all(|(_, other)| *other == row.id) {
                continue;
            }
            preview.same_numbers += 1;
            if preview.same_number.len() < NAMED {
                preview.same_number.push(Concerned {
                    case,
                    number: number.to_owned(),
                });
            }
        }
    }

    /// Gives the first cases that would be disputed their numbers: as they are here, or as they come.
    fn name_disputed(&self, preview: &mut Preview, staged: &Staged, changed: &Numbers) {
        if preview.disputed.is_empty() {
            return;
        }
        let first: Vec<StreamId> = preview.disputed.iter().take(NAMED).copied().collect();
        let stretches = staged.stretches.iter().flat_map(|sealed| &sealed.rows);
        let whole = stretches.chain(&staged.rows.rows);
        let come: BTreeMap<[u8; 16], &CaseRow> = whole
            .filter(|row| first.iter().any(|case| case.random == row.id))
            .map(|row| (row.id, row))
            .collect();
        let number = |case: &StreamId| {
            let here = self.cases.get(case).or(come.get(&case.random).copied());
            let here = here.and_then(|row| row.number.as_deref());
            here.or(changed.get(case).and_then(Option::as_deref))
        };
        preview.disputed_first = first
            .iter()
            .map(|case| Concerned {
                case: *case,
                number: number(case).unwrap_or_default().to_owned(),
            })
            .collect();
    }

    /// What is staged of the streams that are to be folded anew.
    async fn coming(&self, staged: &Staged) -> Result<BTreeMap<StreamId, Vec<String>>, Trouble> {
        let mut coming: BTreeMap<StreamId, Vec<String>> = BTreeMap::new();
        for (key, index) in &staged.indexes {
            if !index
                .streams
                .iter()
                .any(|stream| staged.refold.contains(stream))
            {
                continue;
            }
            let bytes = self.segment(*key).await?;
            for line in lines_in(&bytes).filter(|line| staged.refold.contains(&line.stream)) {
                let texts = coming.entry(line.stream).or_default();
                texts.push(line.text.to_owned());
            }
        }
        Ok(coming)
    }
}
