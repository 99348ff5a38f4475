//! Words of what was held together: who called it together, and who spoke.

crate::messages! {
    organisers = "主办和协办", "Sponsor and co-organisers";
    sponsor = "主办", "Sponsor";
    co_organiser = "协办", "Co-organiser";
    representatives = "交流发言", "Who shared a practice";
    spoke(people: u32) = "{people}名代表", "{people} representatives";
}
