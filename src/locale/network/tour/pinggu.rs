//! What the tour of Pinggu says.

crate::messages! {
    levels_title = "三级中心，全覆盖", "Centres at three levels, everywhere";
    levels(district: &str, towns: &str, villages: &str, all: &str) = "区里{district}个，乡镇街道{towns}个，村和社区{villages}个：一共{all}个一站式中心。", "{district} for the district, {towns} in townships and streets, {villages} in villages and communities: {all} one-stop centres in all.";
    door_title = "4+N：进一扇门", "4+N: one door";
    door(authorities: &str) = "信访办、司法所、派出所、法庭都在区中心里，另有{authorities}个行业主管部门闻哨就到。进一扇门，最多跑一地。", "The petition office, judicial office, police and court tribunal are all in the district's centre, and {authorities} industry authorities come when called. Enter one door, go to one place at most.";
    open_door = "看中心里有谁", "See who is in the centre";
    micro_grids_title = "沉到微网格", "Down into the micro-grid";
    micro_grids(grids: &str, workers: &str) = "{grids}个微网格，{workers}名网格员：发现在源头，调解在前端，服务在基层。", "{grids} micro-grids, {workers} grid workers: found at the source, mediated at the front, served at the grass roots.";
    work_orders_title = "工单化解到位", "Work orders, resolved";
    work_orders(orders: &str) = "在4+N下，经调解、组织和评议化解工单{orders}件。", "Under 4+N, {orders} work orders were resolved by mediation, organisation and evaluation.";
    disputes_title = "三级中心调解的纠纷", "Disputes mediated at the three levels";
    disputes(period: &str, mediated: &str, successful: &str) = "{period}，三级中心调解纠纷{mediated}件，成功{successful}件。每一件都点得开。", "{period}: the centres mediated {mediated} disputes, {successful} of them successfully. Each one can be opened.";
}
