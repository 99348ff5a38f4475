//! What the tour of the exchange meeting says.

crate::messages! {
    sponsor_title = "三地坐到一起", "Three places at one table";
    sponsor(day: &str, sponsor: &str, name: &str) = "{day}，{sponsor}主办“{name}”。", "On {day} the {sponsor} sponsored the {name}.";
    open_meeting = "打开这次会议", "Open the meeting";
    co_organisers_title = "两地协办", "Two co-organisers";
    co_organisers(names: &str) = "{names}协办。", "Co-organised by the {names}.";
    representatives_title = "代表讲做法", "Representatives share their practice";
    representatives(n: &str) = "{n}名代表讲了本地、本行的做法。图上是参会的区县，讲了什么，会议记录里有。", "{n} representatives shared the practice of their region and field. The map shows the counties that took part; the meeting's record says what was shared.";
}
