//! What the views answer: plain data for pages, tables and the command line.

use serde::{Deserialize, Serialize};

use crate::domain::case::{Case, Stage, Step, Term};
use crate::domain::catalogue::{Event, RetractionReason};
use crate::domain::id::{DeskId, EntryId, StreamId};
use crate::domain::leaf::SeenLeaf;
use crate::domain::network::{About, Activity, Agreement, Founded, MicroGrid, Team};
use crate::law::day::{Day, Moment};
use crate::law::dispute::DisputeType;
use crate::law::divisions::{Adcode, Town};
use crate::law::money::Fen;
use crate::law::person::MediatorKind;

use super::query::{Measure, Query};

/// A line of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RegisterRow {
    pub id: StreamId,
    pub number: Option<String>,
    pub kind: DisputeType,
    pub stage: Stage,
    pub registered: Day,
    /// The term that runs, and its last day.
    pub term: Option<(Term, Day)>,
    /// Rated major, and not concluded [L 25].
    pub grave: bool,
    pub county: Adcode,
    pub town: Option<Town>,
    /// The first party of each side, with how many there are; none where the name is left out.
    pub applicant: PartyLine,
    pub respondent: PartyLine,
    /// The first words of the facts.
    pub brief: Option<String>,
    /// The sum in the agreement.
    pub total: Option<Fen>,
    pub joint: bool,
    /// Fields on which desks disagree.
    pub questions: u32,
    /// It counts nowhere.
    pub voided: bool,
}

/// The first party of one side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyLine {
    pub name: Option<String>,
    pub count: u32,
    /// Its place among the parties of the case: its letter where the name is left out.
    pub place: u32,
}

/// A stretch of the register, and how much there is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RegisterPage {
    /// Every case that counts.
    pub all: usize,
    /// Those that the query and the search leave.
    pub found: usize,
    /// Where `rows` begins.
    pub from: usize,
    pub rows: Vec<RegisterRow>,
    /// Voided cases that the search finds, whatever the query; none where nothing or they are asked for.
    pub voided: usize,
}

/// How many cases each choice of the filter sheet would show, the other choices as they are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FilterCounts {
    pub stages: Vec<(Stage, usize)>,
    pub kinds: Vec<(DisputeType, usize)>,
    pub counties: Vec<(Adcode, usize)>,
    /// Those of one county alone are counted: it is chosen, or a town in it, or there is no other.
    pub towns: Vec<(Town, usize)>,
    pub mediators: Vec<(StreamId, usize)>,
    pub open: usize,
    pub overdue: usize,
    pub disputed: usize,
    /// Those that are voided, and among none of the others.
    pub voided: usize,
}

/// A case with everything that its page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CasePage {
    pub id: StreamId,
    pub case: Case,
    /// What a command names as seen.
    pub heads: Vec<EntryId>,
    /// The registration, which voiding takes back.
    pub registration: Option<EntryId>,
    pub today: Day,
    /// The last day to conclude [R 33]; none before acceptance and after conclusion.
    pub due: Option<Day>,
    /// Steps that the stage allows, the likeliest next first.
    pub next: Vec<Step>,
    /// Every entry, in the order of the fold; the page shows the last first.
    pub timeline: Vec<TimelineItem>,
    /// Names of mediators and organisations that are mentioned; none where left out.
    pub names: Vec<(StreamId, Option<String>)>,
    /// Other cases that have the same number.
    pub same_number: Vec<StreamId>,
    /// Entries of it lie here damaged, and can be read nowhere else as far as is known.
    pub damaged: bool,
}

impl CasePage {
    /// The name of an organisation, a person or an agreement that the case mentions, as far as it is known here.
    #[must_use]
    pub fn name(&self, id: StreamId) -> Option<String> {
        let (_, name) = self.names.iter().find(|(one, _)| *one == id)?;
        name.clone()
    }
}

/// An entry as the timeline shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineItem {
    pub id: EntryId,
    pub at: Moment,
    pub who: StreamId,
    pub by: DeskId,
    /// The name of the office of whoever wrote it, as far as it is on record here.
    pub office: Option<String>,
    /// Written at this desk.
    pub own: bool,
    pub event: Event,
    pub leaves: Vec<SeenLeaf>,
    pub retracted: Option<RetractionReason>,
    /// Its author had not seen the entry before it.
    pub concurrent: bool,
}

/// A task of today's page: one case, and why it stands there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    pub row: RegisterRow,
    pub why: Why,
}

impl Task {
    /// In which card of the page it stands. Where somebody may be in danger, nothing comes before it.
    #[must_use]
    pub fn part(&self) -> Part {
        self.why.part(self.row.grave)
    }
}

/// Why a case stands on today's page; in the order of urgency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// The 30 days are over [R 33].
    ConcludeOverdue,
    /// A clause is due and not performed [L 31].
    PerformanceDue,
    /// It was said that it is not performed: the committee urges, mediates again, or tells of the court [L 31, 32].
    NotPerformed,
    /// Desks disagree.
    Disagreement,
    /// Registered, not yet accepted or declined.
    ToDecide,
    /// The last day to conclude is near.
    ConcludeSoon,
    /// Accepted, and nobody is assigned.
    ToAssign,
    /// Suspended for long: can it go on?
    ToResume,
    /// Ended, to be closed.
    ToClose,
    /// Performed long enough ago for a visit.
    ToFollowUp,
    /// Closed, to be archived.
    ToArchive,
}

/// In which card of today's page a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Has a day, or waits for a decision of ours.
    ToDo,
    /// Registered and not decided.
    JustIn,
    /// Only the file is left, or a visit.
    ToFinish,
}

impl Why {
    #[must_use]
    pub fn part(self, grave: bool) -> Part {
        match self {
            _ if grave => Part::ToDo,
            Self::ConcludeOverdue
            | Self::PerformanceDue
            | Self::NotPerformed
            | Self::Disagreement
            | Self::ConcludeSoon
            | Self::ToAssign
            | Self::ToResume => Part::ToDo,
            Self::ToDecide => Part::JustIn,
            Self::ToClose | Self::ToFollowUp | Self::ToArchive => Part::ToFinish,
        }
    }
}

/// How much waits in a card of today's page, shown there or not, and the stages of the cases that are not: where the
/// register finds them.
pub type Waiting = (usize, Vec<Stage>);

/// Today's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agenda {
    pub today: Day,
    pub now: Moment,
    /// The most urgent first, at most a hundred.
    pub tasks: Vec<Task>,
    /// How many there are in all, and how many of them are past their day, whichever term that ends.
    pub count: usize,
    pub late: usize,
    /// In the order of [`Part`].
    pub parts: [Waiting; 3],
    /// A form that was begun and laid down, by its draft's key, which is its address.
    pub unfinished: Option<String>,
}

/// A figure and the query that opens its cases.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    pub count: u64,
    pub query: Query,
}

/// The statistics page for a period and a place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statistics {
    pub from: Day,
    pub to: Day,
    pub registered: Counted,
    pub mediated: Counted,
    pub successful: Counted,
    pub open: Counted,
    pub overdue: Counted,
    /// Parties of the cases mediated.
    pub people: u64,
    /// Sum in agreements of the period.
    pub total: Fen,
    pub confirmed: Counted,
    pub performed: Counted,
    pub by_kind: Vec<Group<DisputeType>>,
    pub by_month: Vec<Group<crate::law::day::Month>>,
    pub by_county: Vec<Group<Adcode>>,
    pub by_ending: Vec<(super::query::Ending, Counted)>,
    pub by_source: Vec<Group<crate::law::dispute::Source>>,
    /// By the kind of the organisation that handled them; none where it is not in the record.
    pub by_organisation: Vec<Group<Option<crate::law::organisation::OrganisationKind>>>,
    pub consultations: u64,
    pub work_orders_resolved: u64,
    pub centres: u64,
    /// Years that have anything in them, for the choice of a period.
    pub years: Vec<i32>,
}

/// One row of a table of conclusions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group<K> {
    pub key: K,
    pub mediated: Counted,
    pub successful: Counted,
    pub people: u64,
    pub total: Fen,
}

/// What the map is shaded by, its points and its lines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NetworkMap {
    /// The measure of every county that has anything.
    pub counties: Vec<CountyFigures>,
    pub organisations: Vec<OrganisationLine>,
    /// Joint cases registered in the period, each in one of these.
    pub joint: Vec<Joint>,
    /// Cases that were handed on to an office of another county in the period.
    pub handed_on: Vec<Handed>,
    pub agreements: Vec<(StreamId, Agreement)>,
    /// Years that have anything in them, for the choice of a period.
    pub years: Vec<i32>,
}

/// Joint cases of one county with the same others: a case with several stands here once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joint {
    /// Where they were registered.
    pub county: Adcode,
    /// The counties that were asked in, sorted, each once.
    pub joined: Vec<Adcode>,
    pub cases: u64,
}

/// Cases that went from an office of one county to one of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    pub from: Adcode,
    pub to: Adcode,
    pub cases: u64,
}

/// Figures of one county.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountyFigures {
    pub county: Adcode,
    pub registered: u64,
    pub mediated: u64,
    pub successful: u64,
    /// Whose agreement was performed in the period.
    pub performed: u64,
    /// Whose agreement the court confirmed in the period.
    pub confirmed: u64,
    pub open: u64,
    pub overdue: u64,
    pub people: u64,
    pub total: Fen,
    pub organisations: u64,
    pub centres: u64,
    pub consultations: u64,
    pub work_orders_resolved: u64,
    /// Of those mediated: of how many it is known how long they took, and how many days they took together.
    pub timed: u64,
    pub days: u64,
    /// One-stop centres of each level: of villages, townships that have one, of the district.
    pub village_centres: u64,
    pub town_centres: u64,
    pub district_centres: u64,
    /// Rooms that have a name of their own or belong to a brand.
    pub branded_rooms: u64,
    /// Mediators who are enrolled at an organisation here.
    pub full_time: u64,
    pub part_time: u64,
}

impl CountyFigures {
    /// Of a county of which nothing is known yet.
    #[must_use]
    pub fn none(county: Adcode) -> Self {
        Self {
            county,
            registered: 0,
            mediated: 0,
            successful: 0,
            performed: 0,
            confirmed: 0,
            open: 0,
            overdue: 0,
            people: 0,
            total: Fen::ZERO,
            organisations: 0,
            centres: 0,
            consultations: 0,
            work_orders_resolved: 0,
            timed: 0,
            days: 0,
            village_centres: 0,
            town_centres: 0,
            district_centres: 0,
            branded_rooms: 0,
            full_time: 0,
            part_time: 0,
        }
    }
}

/// An organisation, a person, a team, a micro-grid, an activity or an agreement with all that its page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkPage {
    pub id: StreamId,
    /// What a form that is opened now has seen.
    pub heads: Vec<EntryId>,
    pub today: Day,
    /// Nothing where what founds it was taken back.
    pub about: About,
    pub timeline: Vec<TimelineItem>,
}

/// An organisation of the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrganisationLine {
    pub id: StreamId,
    pub organisation: Founded,
    /// Since when it works no more.
    pub ended: Option<Day>,
    /// Desks disagree about one of its fields.
    pub disputed: bool,
    pub cases: u64,
}

/// A mediator of the directory.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MediatorLine {
    pub id: StreamId,
    pub name: Option<String>,
    pub kind: MediatorKind,
    pub organisation: StreamId,
    pub specialities: Vec<DisputeType>,
    /// Since when one serves no more.
    pub ended: Option<Day>,
    /// Desks disagree about one of the fields.
    pub disputed: bool,
}

/// Everything of the network that has a page of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Directory {
    pub organisations: Vec<OrganisationLine>,
    pub mediators: Vec<MediatorLine>,
    pub teams: Vec<(StreamId, Team)>,
    pub micro_grids: Vec<(StreamId, MicroGrid)>,
    pub activities: Vec<(StreamId, Activity)>,
    pub agreements: Vec<(StreamId, Agreement)>,
}

/// One of the nine published figures, recomputed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedFigure {
    pub figure: String,
    pub value: u64,
}

/// A cell of `langqiao table --by …`: the codes of its row, and the figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    pub keys: Vec<String>,
    pub mediated: u64,
    pub successful: u64,
    pub people: u64,
    pub fen: i64,
}

/// A measure of a county.
impl CountyFigures {
    #[must_use]
    pub fn measure(&self, measure: &Measure) -> u64 {
        match measure {
            Measure::Registered => self.registered,
            Measure::Mediated => self.mediated,
            Measure::Successful => self.successful,
            Measure::Open => self.open,
            Measure::Overdue => self.overdue,
            Measure::Unknown(_) => 0,
        }
    }
}
