package org.luoshi.bench.figures;

import java.util.ArrayList;
import java.util.List;

/// The same cells as the 40 indicators of [FigurePack], as a good engineer would write them: the records are read once
/// for what happened and once for what closed, summed up per unit and month, rolled up the tree by its closure and
/// along time by windows, and written in one statement. Plain enough to run on PostgreSQL and DuckDB alike.
final class HandWritten {

    static final String CELLS =
            "create table baseline_cell (indicator varchar, unit varchar, period date, value numeric(38, 16),"
                    + " primary key (indicator, unit, period))";

    private static final String MONTH = "cast(date_trunc('month', %s) as date)";

    private HandWritten() {}

    /// @param fact table of the records
    /// @param closure pairs `(unit, ancestor)`, every unit its own ancestor
    /// @param last first day of the last month
    static String statement(String fact, String closure, String last) {
        return "insert into baseline_cell with leaf as (" + leaf(fact) + "), closed as (" + closed(fact) + "),"
                + " up as (" + up(closure) + "), gone as (" + gone(closure) + "),"
                + " month as (select distinct period from leaf),"
                + " place as (select distinct ancestor from up),"
                + " spine as (select place.ancestor as unit, month.period from place cross join month where month.period <= date '" + last + "'),"
                + " cell as (" + cell() + ")"
                + String.join(" union all", cells());
    }

    private static String leaf(String fact) {
        List<String> columns = new ArrayList<>();
        for (String kind : FigurePack.KINDS) {
            String only = " filter (where kind = '" + kind + "')";
            columns.add("count(*)" + only + " as n_" + kind);
            columns.add("sum(amount)" + only + " as a_" + kind);
            columns.add("count(amount)" + only + " as k_" + kind);
            columns.add("sum(people)" + only + " as p_" + kind);
        }
        columns.addAll(List.of(
                "count(*) as n", "sum(amount) as a", "max(amount) as hi", "min(amount) as lo", "max(people) as crowd",
                "sum(score * people) as sp", "sum(case when score is not null then people end) as w"));
        return "select place, " + MONTH.formatted("happened_on") + " as period, " + String.join(", ", columns)
                + " from " + fact + " where place is not null and happened_on is not null group by 1, 2";
    }

    private static String closed(String fact) {
        return "select place, " + MONTH.formatted("closed_on") + " as period, count(*) as n, sum(amount) as a from " + fact
                + " where place is not null and happened_on is not null and closed_on > happened_on group by 1, 2";
    }

    private static String up(String closure) {
        List<String> columns = new ArrayList<>();
        for (String kind : FigurePack.KINDS)
            for (String sum : List.of("n_", "a_", "k_", "p_")) columns.add("sum(" + sum + kind + ") as " + sum + kind);
        for (String sum : List.of("n", "a", "sp", "w")) columns.add("sum(" + sum + ") as " + sum);
        columns.addAll(List.of("max(hi) as hi", "min(lo) as lo", "max(crowd) as crowd"));
        return "select c.ancestor, leaf.period, " + String.join(", ", columns) + " from leaf join " + closure
                + " as c on c.unit = leaf.place group by 1, 2";
    }

    private static String gone(String closure) {
        return "select c.ancestor, closed.period, sum(n) as n, sum(a) as a from closed join " + closure
                + " as c on c.unit = closed.place group by 1, 2";
    }

    private static String cell() {
        List<String> columns = new ArrayList<>();
        for (String kind : FigurePack.KINDS) {
            for (String sum : List.of("n_", "a_", "p_")) columns.add("up." + sum + kind + " as " + sum + kind);
            for (String sum : List.of("n_", "a_", "k_")) columns.add("sum(up." + sum + kind + ") over past as r" + sum + kind);
        }
        for (String own : List.of("n", "a", "hi", "lo", "sp", "w")) columns.add("up." + own);
        columns.add("max(up.crowd) over past as crowd");
        columns.add("sum(up.a) over past as ra");
        columns.add("sum(up.n) over year as yn");
        columns.add("sum(up.a) over year as ya");
        columns.add("sum(coalesce(up.n, 0) - coalesce(gone.n, 0)) over past as open");
        columns.add("sum(coalesce(up.a, 0) - coalesce(gone.a, 0)) over past as open_amount");
        return "select spine.unit, spine.period, " + String.join(", ", columns)
                + " from spine left join up on up.ancestor = spine.unit and up.period = spine.period"
                + " left join gone on gone.ancestor = spine.unit and gone.period = spine.period"
                + " window past as (partition by spine.unit order by spine.period),"
                + " year as (partition by spine.unit, extract(year from spine.period) order by spine.period)";
    }

    private static List<String> cells() {
        List<String> cells = new ArrayList<>();
        for (String kind : FigurePack.KINDS) {
            cells.add(cell("count_" + kind, "n_" + kind));
            cells.add(cell("amount_" + kind, "a_" + kind));
            cells.add(cell("people_" + kind, "p_" + kind));
            cells.add(cell("mean_" + kind, "ra_" + kind + " / nullif(rk_" + kind + ", 0)"));
            cells.add(cell("total_" + kind, "rn_" + kind));
            cells.add(cell("doubled_" + kind, "a_" + kind + " * 2 - 1"));
        }
        cells.add(cell("largest", "hi"));
        cells.add(cell("smallest", "lo"));
        cells.add(cell("crowd", "crowd"));
        cells.add(cell("part_a", "n_a * 100.0 / nullif(n, 0)"));
        cells.add(cell("weighted", "sp / nullif(w, 0)"));
        cells.add(cell("year_amount", "ya"));
        cells.add(cell("year_count", "yn"));
        cells.add(cell("all_amount", "ra"));
        // where nothing stands there is no record, so no figure
        cells.add(cell("open", "open") + " and open > 0");
        cells.add(cell("open_amount", "open_amount") + " and open > 0");
        return cells;
    }

    private static String cell(String indicator, String value) {
        return " select 'load." + indicator + "', unit, period, " + value + " from cell where " + value.split(" ")[0]
                + " is not null";
    }
}
