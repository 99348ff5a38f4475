//! The guided tours of the map tell what the demonstration's entries yield, and nothing else.

use langqiao::domain::network::ActivityForm;
use langqiao::locale::Language;
use langqiao::ui::pages::network::tour::Tour;
use langqiao::ui::pages::network::tour::told::Told;
use langqiao::ui::route::Route;
use langqiao::views::answers::{Directory, NetworkMap, PublishedFigure};
use langqiao::views::figures;

use crate::{doors, today};

struct Record {
    map: NetworkMap,
    directory: Directory,
    published: Vec<PublishedFigure>,
}

fn record() -> Record {
    let (cases, network) = doors::views();
    Record {
        map: figures::map(&cases, &network, figures::Period::of(None, None), today()),
        directory: figures::directory(&cases, &network),
        published: figures::published(&cases, &network),
    }
}

impl Record {
    fn told(&self) -> Told<'_> {
        Told {
            map: &self.map,
            directory: &self.directory,
            published: &self.published,
            today: today(),
        }
    }

    fn text(&self, tour: Tour) -> String {
        let stops = tour.told(Language::Chinese, &self.told());
        stops.into_iter().map(|(_, said)| said.text).collect()
    }
}

#[test]
fn every_stop_is_told_in_both_languages_and_leads_to_what_it_speaks_of() {
    let record = record();
    for tour in Tour::ALL {
        for language in [Language::Chinese, Language::English] {
            let told = tour.told(language, &record.told());
            assert_eq!(told.len(), tour.stops().len(), "{tour:?}");
            assert!((3..=6).contains(&told.len()));
            for (_, said) in told {
                assert!(
                    !said.counties.is_empty() && !said.links.is_empty(),
                    "{said:?}"
                );
                for link in &said.links {
                    assert_eq!(Route::parse(&link.to.href()), link.to, "{}", said.title);
                }
            }
        }
    }
}

#[test]
fn the_figures_of_the_report_come_out_of_the_entries() {
    let record = record();
    let said = |tour, figures: &[&str]| {
        let text = record.text(tour);
        for figure in figures {
            assert!(text.contains(figure), "{figure}: {text}");
        }
    };
    said(
        Tour::Corridor,
        &["2017年9月26日", "《通武廊司法行政协作框架协议》", "办了3期"],
    );
    said(Tour::Pinggu, &["339个", "5,784件", "8,359件", "2,974件"]);
    said(
        Tour::Heizhuanghu,
        &["320平方米", "5,230次", "107件", "251人", "46件"],
    );
    said(
        Tour::Meeting,
        &["天津市司法局", "北京市司法局和河北省司法厅", "9名代表"],
    );
}

#[test]
fn what_changes_on_record_changes_on_the_tour() {
    let mut record = record();
    let activities = &mut record.directory.activities;
    let first = activities
        .iter()
        .position(|(_, one)| one.now.form == ActivityForm::Training);
    activities.remove(first.unwrap());
    assert!(record.text(Tour::Corridor).contains("办了2期"));
    // What is no longer there is not spoken of.
    record.map.agreements.clear();
    assert!(record.text(Tour::Corridor).is_empty());
    record.directory.teams.clear();
    let stops = Tour::Heizhuanghu.told(Language::Chinese, &record.told());
    assert_eq!(stops.len(), Tour::Heizhuanghu.stops().len() - 1);
}
