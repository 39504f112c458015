package org.luoshi.web.showcase;

import static org.luoshi.pack.StatusRule.Colour.GREEN;
import static org.luoshi.pack.StatusRule.Colour.GREY;
import static org.luoshi.pack.StatusRule.Colour.RED;
import static org.luoshi.pack.StatusRule.Colour.YELLOW;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessKey;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule.Status;
import org.luoshi.register.Count;
import org.luoshi.web.access.AccountView;
import org.luoshi.web.access.AuditView;
import org.luoshi.web.access.LoginView;
import org.luoshi.web.draw.Bars;
import org.luoshi.web.draw.DistrictMap;
import org.luoshi.web.draw.PathChart;
import org.luoshi.web.draw.Timeline;
import org.luoshi.web.indicator.DashboardView;
import org.luoshi.web.indicator.PivotTable;
import org.luoshi.web.indicator.ExplainView;
import org.luoshi.web.indicator.IndicatorView;
import org.luoshi.web.part.BasisNote;
import org.luoshi.web.part.FigureMark;
import org.luoshi.web.part.FigureTile;
import org.luoshi.web.part.FilterField;
import org.luoshi.web.part.FormError;
import org.luoshi.web.part.Pager;
import org.luoshi.web.part.StatusTag;
import org.luoshi.web.plan.BoardView;
import org.luoshi.web.plan.ClausesView;
import org.luoshi.web.plan.CommitmentLine;
import org.luoshi.web.plan.CommitmentPage;
import org.luoshi.web.plan.MilestoneRow;
import org.luoshi.web.plan.OverviewView;
import org.luoshi.web.plan.StatusCount;
import org.luoshi.web.plan.Tally;
import org.luoshi.web.plan.UnitLink;
import org.luoshi.web.register.FormView;
import org.luoshi.web.register.ImportView;
import org.luoshi.web.register.ListView;
import org.luoshi.web.shell.ErrorView;

/// Made-up views. Figures and names are synthetic.
final class Samples {

    record Page(String name, String path, String template, Object view) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final UnitLink CHENGHUA = new UnitLink("chenghua", new Text("成华区", "Chenghua District"));
    private static final StatusTag BEHIND = StatusTag.of(Status.BEHIND, RED, new Text("严重滞后", "Behind"));
    private static final StatusTag RISK = StatusTag.of(Status.AT_RISK, YELLOW, new Text("滞后", "At risk"));
    private static final StatusTag PATH = StatusTag.of(Status.ON_PATH, GREEN, new Text("正常", "On path"));
    private static final StatusTag AHEAD = StatusTag.of(Status.AHEAD, GREEN, new Text("超前", "Ahead"));
    private static final StatusTag DONE = StatusTag.of(Status.DONE, GREEN, new Text("完成", "Done"));
    private static final StatusTag UNKNOWN = StatusTag.of(Status.UNKNOWN, GREY, new Text("未知", "Unknown"));

    private Samples() {}

    static List<Page> pages() {
        return List.of(
                new Page("login", "/login", "access/login", new LoginView("refused", null)),
                new Page("error", "/x", "shell/error", new ErrorView(
                        new Text("系统出错", "Something broke"),
                        new Text("处理请求时出错，本次修改没有保存", "The request failed; this change was not saved"),
                        new Text("可以再试一次。", "You may try once more."), "5f0c2a91")),
                new Page("overview", "/", "plan/overview", overview()),
                new Page("board", "/plan", "plan/board", board(false)),
                new Page("timeline", "/timeline", "plan/timeline", board(true)),
                new Page("commitment", "/plan/x", "plan/commitment", commitment()),
                new Page("clauses", "/clauses", "plan/clauses", clauses()),
                new Page("explain", "/explain", "indicator/explain", explain()),
                new Page("dashboard", "/dashboards/x", "indicator/dashboard", dashboard()),
                new Page("list", "/registers/parks.project", "register/list", list()),
                new Page("form", "/registers/parks.project/7/edit", "register/form", form()),
                new Page("import", "/registers/parks.project/import", "register/import", importing()),
                new Page("account", "/account", "access/account", new AccountView(
                        "analyst", new Text("分析员", "Analyst"),
                        List.of(new AccountView.GrantLine(new Text("分析员", "Analyst"), new Text("成都市", "Chengdu"))),
                        List.of(key(null), key(Instant.parse("2025-09-21T02:00:00Z"))),
                        "luoshi_0123456789abcdef_" + "0123456789abcdef".repeat(4),
                        null,
                        "")),
                new Page("audit", "/audit", "access/audit", new AuditView(List.of(), List.of(new AuditView.Line(
                        12, Instant.parse("2025-09-21T02:00:00Z"), "clerk", "record.update", "parks.project/42", "parks.project/42", "")),
                        null, 12L, null, null)));
    }

    private static AccessKey key(@Nullable Instant revokedAt) {
        Instant made = Instant.parse("2025-09-01T02:00:00Z");
        return new AccessKey(
                "0123456789abcdef", "analyst", "QGIS", made, made.plus(Duration.ofDays(90)), null, revokedAt);
    }

    private static CommitmentLine row(int i, StatusTag status) {
        return new CommitmentLine(
                "c" + i,
                new Text("推动签约项目落地开工，形成滚动接续的项目梯次 " + i, "Get signed projects started, with the next ones in line " + i),
                new Text("着眼产业建圈强链", "Industrial chains"),
                new Text("立园满园", "Fill the parks first"),
                CHENGHUA,
                LocalDate.of(2024, 12, 21),
                LocalDate.of(2025, 12, 31),
                status,
                new Text("应达 92 个，实际 61 个，差 31 个；按现速到年底约 83 个", "Expected 92, actual 61, short by 31; at this pace about 83 by the end of the year"),
                "61",
                "/explain",
                "124",
                "个",
                0.12,
                LocalDate.of(2025, 6, 30),
                List.of(milestone("reached"), milestone("overdue")));
    }

    private static MilestoneRow milestone(String state) {
        boolean done = state.startsWith("reached");
        return new MilestoneRow("m1",
                new Text("完成前期手续", "Preparatory approvals complete"),
                LocalDate.of(2025, done ? 3 : 9, 15),
                done,
                state,
                done ? LocalDate.of(2025, 3, 10) : null,
                7,
                new Text("开工核验单", "Start verification sheet"));
    }

    private static Tally tally(int a, int b, int c, int d, int e) {
        return new Tally(List.of(
                new StatusCount(BEHIND, a, "/plan?status=behind"),
                new StatusCount(RISK, b, "/plan?status=at_risk"),
                new StatusCount(PATH, c, "/plan?status=on_path"),
                new StatusCount(AHEAD, d, "/plan?status=ahead"),
                new StatusCount(DONE, 2, "/plan?status=done"),
                new StatusCount(UNKNOWN, e, "/plan?status=unknown")));
    }

    private static OverviewView overview() {
        List<OverviewView.FocusCard> focuses = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            focuses.add(new OverviewView.FocusCard(
                    "f" + i, i, new Text("着眼第 " + i + " 个方面的改革任务", "Focus number " + i), 6, tally(2, 3, 9, 1, 4)));
        }
        return new OverviewView(
                new Text("改革践行计划", "Reform plan"),
                List.of(CHENGHUA),
                tally(6, 9, 48, 7, 21),
                List.of(new OverviewView.RuleLine(BEHIND, new Text("节点逾期天数大于30", "days a milestone is late above 30"))),
                focuses,
                List.of(row(1, BEHIND), row(2, BEHIND), row(3, RISK)),
                15,
                LocalDate.of(2025, 9, 15),
                List.of(new OverviewView.WeekChange(
                        "c3", new Text("养老机构建设", "Care homes"), CHENGHUA, LocalDate.of(2025, 9, 18), PATH, RISK, false, new Text("差 4 个", "Short by 4"))),
                31,
                List.of(new OverviewView.DueRow("c1", new Text("推动签约项目落地开工", "Start signed projects"), CHENGHUA, milestone("overdue"), null)),
                9,
                "/plan?due_to=2025-10-06",
                map(),
                List.of(new OverviewView.DistrictRow(CHENGHUA, 12, 3, 2, true)), null);
    }

    private static DistrictMap map() {
        String[] names = {"彭州", "都江堰", "新都", "青白江", "金堂", "郫都", "金牛", "成华", "温江", "青羊", "锦江", "龙泉驿", "崇州", "武侯", "双流", "简阳", "大邑", "邛崃", "新津", "蒲江"};
        List<DistrictMap.Place> places = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            places.add(new DistrictMap.Place(
                    i % 5, i / 5, "u" + i, names[i], "/units/u" + i,
                    i == 7 ? null : BigDecimal.valueOf(40 + i * 3L), (long) (i % 4), names[i] + ": 12"));
        }
        return DistrictMap.draw(places, v -> v + "%", "无数据");
    }

    private static BoardView board(boolean timeline) {
        List<CommitmentLine> rows = List.of(row(1, BEHIND), row(2, RISK), row(3, PATH), row(4, DONE), row(5, UNKNOWN), row(6, AHEAD));
        List<Timeline.Bar> bars = rows.stream()
                .map(r -> new Timeline.Bar(r.title().zh(), r.href(), r.from(), r.to(), r.status().colour(), r.status().title().zh(),
                        r.milestones().stream().map(m -> new Timeline.Stone(m.due(), m.title().zh(), m.done() ? "done" : "late")).toList()))
                .toList();
        return new BoardView(
                new Text("改革践行计划", "Reform plan"),
                List.of(
                        FilterField.select("focus", "着力点", null, List.of(new FilterField.Option("f1", "着眼产业"))),
                        FilterField.select("status", "状态", "behind", List.of(new FilterField.Option("behind", "严重滞后"))),
                        FilterField.input("due", "截止不晚于", "date", null),
                        FilterField.input("q", "名称包含", "search", null)),
                tally(6, 9, 48, 7, 21),
                List.of(new BoardView.Outline(new Text("着眼产业建圈强链", "Industrial chains"), "/plan?focus=f1", 30, true,
                        List.of(new BoardView.Entry(new Text("立园满园", "Fill the parks first"), "/plan?measure=m1", 6, false)))),
                List.of(new BoardView.Group(new Text("着眼产业建圈强链", "Industrial chains"), true, new Text("立园满园", "Fill the parks first"), new Text("抓手", "Lever"), rows)),
                timeline ? Timeline.draw(bars, LocalDate.of(2024, 12, 1), LocalDate.of(2026, 1, 31), LocalDate.of(2025, 9, 22)) : null,
                new Pager(1, 6, 93, null, "/plan?page=2"));
    }

    private static CommitmentPage commitment() {
        List<PathChart.Point> actual = new ArrayList<>();
        List<PathChart.Point> expected = new ArrayList<>();
        List<PathChart.Band> bands = new ArrayList<>();
        for (int m = 1; m <= 9; m++) {
            actual.add(new PathChart.Point(LocalDate.of(2025, m, 20), BigDecimal.valueOf(m * 7L - m % 3)));
        }
        expected.add(new PathChart.Point(LocalDate.of(2024, 12, 20), BigDecimal.ZERO));
        expected.add(new PathChart.Point(LocalDate.of(2025, 12, 31), BigDecimal.valueOf(124)));
        for (int m = 9; m <= 12; m++) {
            bands.add(new PathChart.Band(LocalDate.of(2025, m, 22), BigDecimal.valueOf(63 - (m - 9) + (m - 9) * 6L), BigDecimal.valueOf(63 + (m - 9) * 7L), BigDecimal.valueOf(63 + (m - 9) * 10L)));
        }
        PathChart chart = PathChart.draw(
                new PathChart.Data(actual, expected, bands, BigDecimal.valueOf(124), LocalDate.of(2025, 9, 22)),
                new PathChart.Names("实际", "应达", "预测", "目标"),
                BigDecimal::toPlainString);
        CommitmentPage.FigurePanel figure = new CommitmentPage.FigurePanel(
                "比应达少 31 个，按现速到年底约 83 个",
                "落地开工项目数（个），月，来源：各区项目月报",
                List.of(
                        new FigureTile("实际", "61", "个", "截至 2025-08-31", false, "/explain"),
                        new FigureTile("应达", "92", "个", "", false, null),
                        new FigureTile("目标", "124", "个", "2025-12-31", false, null),
                        new FigureTile("按期概率", "12%", "", "", true, null)),
                chart, List.of(), "个", 0, "/explain", true, false, new Text("预测按近 9 个月的变化外推。", "The forecast continues the last 9 months."));
        return new CommitmentPage(
                row(1, BEHIND), new Text("节点逾期天数大于30", "days a milestone is late above 30"), "f1", false, new Text("只计已核验开工的项目。", "Only verified starts count."), List.of(CHENGHUA), figure,
                List.of(), List.of(milestone("reached"), milestone("overdue"), milestone("ahead")),
                List.of(new Text("开工核验单", "Start verification sheet")), "/registers/plan_follow_up.evidence", "/registers/plan_follow_up.evidence/new?commitment=c1",
                List.of(new CommitmentPage.EvidenceLine("/x", "开工核验单", null, LocalDate.of(2025, 7, 1), new Text("已认定", "Accepted"), true, LocalDate.of(2025, 7, 9))), 2,
                List.of(new CommitmentPage.ClauseLine("c033", 12, 2, new Text("全年开工项目数", "Projects opened in the year"))),
                List.of(new CommitmentPage.Related("c9", new Text("要素保障", "Land and power"), RISK)), List.of(),
                List.of(new CommitmentPage.HistoryLine(Instant.parse("2025-09-01T01:00:00Z"), Text.same("system"), List.of(new Text("正常 → 滞后", "On path → at risk")), null, null)),
                List.of(), true, "", List.of());
    }

    private static ClausesView clauses() {
        return new ClausesView(new Text("市级班课程报道", "Report on the class"), "成都日报", LocalDate.of(2024, 12, 21), null, 120, 96, 23, 1,
                List.of(), List.of(
                new ClausesView.Line("c033", 12, 2, CHENGHUA, new Text("数字", "Number"), new Text("全年开工项目数", "Projects opened"), "covered", null,
                        List.of(new CommitmentPage.Related("c1", new Text("推动签约项目落地开工", "Start projects"), BEHIND))),
                new ClausesView.Line("c034", 12, 3, null, new Text("背景", "Context"), new Text("课程背景", "Background"), "none_needed", new Text("只是背景", "Context only"), List.of()),
                new ClausesView.Line("c035", 12, 4, null, new Text("承诺", "Promise"), new Text("尚无任务", "No commitment yet"), "uncovered", null, List.of())));
    }

    private static ExplainView explain() {
        return new ExplainView("parks.projects_started", new Text("落地开工项目数", "Projects started"), CHENGHUA, Period.parse("2025-08"),
                new FigureTile("落地开工项目数", "61", "个", "截至 2025-08-31", false, null),
                List.of(new Text("数一数：开工日期不晚于期末、且开工已核验的项目。", "Count the projects whose start is verified and dated by the end of the period.")),
                List.of(new ExplainView.Step(new Text("计入的记录", "Rows that count"), "61")), List.of(),
                List.of(new Text("项目数", "Projects")),
                List.of(new ExplainView.Row("/registers/parks.project/7", "合成项目 7", CHENGHUA, LocalDate.of(2025, 3, 2), List.of("1"), 3, Instant.parse("2025-03-05T02:00:00Z"), "clerk")),
                new Count(61, true), Count.NONE, null, "/explain?after=0_20149_7", "parks 1.0.0", "4be1c0…", new Text("各区项目月报", "Monthly return"), null,
                Instant.parse("2025-09-20T02:00:00Z"), List.of(new ExplainView.Neighbour(Period.parse("2025-07"), "55", "/explain", false)), "/indicators/parks.projects_started",
                List.of(new IndicatorView.File("CSV", "/explain/derivation.csv")), null,
                new BasisNote("可比口径：各期的数一律按 2025-09-20 的单位归属重算。", "/explain", "改看各期自己的口径", List.of("旧湖街道这一天不存在，计入成华区。")), null);
    }

    private static DashboardView dashboard() {
        List<Bars.Bar> bars = List.of(new Bars.Bar("成华区", "/x", BigDecimal.valueOf(61)), new Bars.Bar("新都区", "/x", BigDecimal.valueOf(48)), new Bars.Bar("简阳市", "/x", null));
        return new DashboardView(new Text("产业园区", "Parks"), true, List.of(
                new DashboardView.Tile("落地开工项目", "个 · 2025年8月", 4, new FigureTile("", "312", "个", "截至 2025-08-31", false, null), null, null, null, null, List.of(), List.of(new FigureMark("有改动尚未计入", null), new FigureMark("数据质量 3 项待处理：离群值 3", "/quality")), "/x", "/y"),
                new DashboardView.Tile("各区排序", "个", 8, null, null, Bars.draw(bars, v -> v == null ? "—" : v.toPlainString()), null, null, List.of(new DashboardView.TwinRow("成华区", "61", "/x")), List.of(), "/x", "/y"),
                new DashboardView.Tile("分布", "%", 6, null, null, null, map(), null, List.of(), List.of(), "/x", "/y"),
                new DashboardView.Tile("逐月", "个", 12, null, null, null, null, new PivotTable(List.of("2025年7月", "2025年8月"), List.of(
                        new PivotTable.Row(CHENGHUA, List.of(new PivotTable.Value("—", "/x"), new PivotTable.Value("61", "/x")), false))), List.of(), List.of(), "/x", "/y")));
    }

    private static ListView list() {
        List<ListView.Row> rows = new ArrayList<>();
        for (int i = 1; i < 12; i++) {
            rows.add(new ListView.Row(i, 1, "/registers/parks.project/" + i, List.of(
                    new ListView.Cell("P-CH-" + i, false, null), new ListView.Cell("合成项目 " + i, false, null),
                    new ListView.Cell("成华区", false, "/units/chenghua"), new ListView.Cell("12,500.00", true, null), new ListView.Cell("2025-03-02", false, null))));
        }
        return new ListView("/registers/parks.project", new Text("项目", "Projects"), true, Text.same("1234"),
                List.of(FilterField.input("q", "名称包含", "search", null)),
                List.of(new ListView.Head(new Text("编号", "Code"), "", false, "/x", "ascending"), new ListView.Head(new Text("名称", "Name"), "", false, "/x", "none"),
                        new ListView.Head(new Text("区县", "District"), "", false, null, "none"), new ListView.Head(new Text("投资额", "Investment"), "万元", true, "/x", "none"),
                        new ListView.Head(new Text("开工日期", "Started on"), "", false, null, "none")),
                List.of(new ListView.ColumnChoice("code", new Text("编号", "Code"), true)), rows, null, "/x?after=1", List.of(), true, true, true, false, null, "");
    }

    private static FormView form() {
        FormView.Input code = new FormView.Input("code", "text", new Text("编号", "Code"), new Text("大写字母、数字和短横线", "Capitals, digits and hyphens"), true, "", 32, "p 7", List.of(),
                new Text("“p 7”含有小写字母和空格；写成 P-7 这样", "“p 7” has lower case and a space; write it like P-7"));
        FormView.Input money = new FormView.Input("investment", "number", new Text("投资额", "Investment"), null, false, "万元", 0, "12500", List.of(), null);
        FormView.Input on = new FormView.Input("started_on", "date", new Text("开工日期", "Started on"), null, false, "", 0, "2025-03-02", List.of(), null);
        return new FormView("/registers/parks.project", new Text("项目", "Project"), 7L, 3, "P-7", List.of(code, money, on), List.of(),
                List.of(new FormError("code", new Text("编号：含有小写字母和空格", "Code: lower case and a space"))),
                new FormView.Conflict(Text.same("clerk"), List.of(new FormView.Difference(new Text("投资额", "Investment"), "12000", "12500", "13000", true))));
    }

    private static ImportView importing() {
        return new ImportView("/registers/parks.project", new Text("项目", "Project"), "checked", "j1", "projects.csv", List.of(new Text("按 GB18030 读取", "Read as GB18030")), 1000, 1000, 998, 2,
                List.of(new ImportView.RowError(17, "开工日期", new Text("“2025-13-01”不是日期", "“2025-13-01” is not a date"))), "/x", List.of(), List.of());
    }
}
