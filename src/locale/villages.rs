//! Words of choosing a village.

crate::messages! {
    city = "市", "City";
    village = "村、社区", "Village or community";
    choose_village = "选区县、乡镇、村社区", "Choose county, township and village";
    not_fetched = "村名单没取到：连上网再打开一次，或先选到乡镇。", "The list of villages could not be fetched: open this again with a network, or choose the township for now.";
}
