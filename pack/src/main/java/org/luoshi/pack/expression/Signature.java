package org.luoshi.pack.expression;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.Expr.AggregateKind;

/// How a function is called.
///
/// @param least and most arguments
/// @param form an example, for diagnostics and the reference
record Signature(String form, int least, int most, @Nullable AggregateKind aggregate) {

    private static final int MANY = 20;

    static final Map<String, Signature> ALL = all();

    /// Of cells around the one at hand: only in formulas over other indicators.
    static final Set<String> RELATED =
            Set.of("previous", "growth", "movingSum", "movingMean", "movingMin", "movingMax", "parent", "share", "perHead");

    Text counted() {
        return arguments(least, most);
    }

    static Text arguments(int least, int most) {
        if (least == most)
            return new Text(
                    String.valueOf(least),
                    least == 0 ? "no arguments" : least == 1 ? "1 argument" : least + " arguments");
        return new Text(least + "～" + most, least + " to " + most + " arguments");
    }

    private static Map<String, Signature> all() {
        Map<String, Signature> all = new TreeMap<>();
        all.put("date", new Signature("date('2025-09-22')", 1, 1, null));
        all.put("moment", new Signature("moment('2025-09-22T09:00:00+08:00')", 1, 1, null));
        all.put("quantity", new Signature("quantity('20', '万元')", 2, 2, null));
        all.put("today", new Signature("today()", 0, 0, null));
        all.put("days", new Signature("days(project.signed_on, project.started_on)", 2, 2, null));
        all.put("workdaysBetween", new Signature("workdaysBetween(project.signed_on, project.started_on)", 2, 2, null));
        all.put("addWorkdays", new Signature("addWorkdays(project.signed_on, 20)", 2, 2, null));
        all.put("year", new Signature("year(project.started_on)", 1, 1, null));
        all.put("month", new Signature("month(project.started_on)", 1, 1, null));
        all.put("size", new Signature("size(project.name)", 1, 1, null));
        all.put("startsWith", new Signature("project.code.startsWith('P-')", 2, 2, null));
        all.put("contains", new Signature("project.name.contains('园')", 2, 2, null));
        all.put("matches", new Signature("project.code.matches('^P-[0-9]+$')", 2, 2, null));
        all.put("coalesce", new Signature("coalesce(project.jobs, 0)", 2, MANY, null));
        all.put("abs", new Signature("abs(project.investment)", 1, 1, null));
        all.put("round", new Signature("round(project.investment, 2)", 1, 2, null));
        all.put("count", new Signature("count(project, project.open)", 1, 2, AggregateKind.COUNT));
        all.put("sum", new Signature("sum(project.investment, project.open)", 1, 2, AggregateKind.SUM));
        all.put("mean", new Signature("mean(project.investment)", 1, 2, AggregateKind.MEAN));
        all.put("min", new Signature("min(project.investment)", 1, 2, AggregateKind.MIN));
        all.put("max", new Signature("max(project.investment)", 1, 2, AggregateKind.MAX));
        all.put("distinct", new Signature("distinct(project.park)", 1, 2, AggregateKind.DISTINCT));
        all.put("median", new Signature("median(project.investment)", 1, 2, AggregateKind.MEDIAN));
        all.put("weightedMean", new Signature("weightedMean(home.satisfaction, home.residents)", 2, 3, AggregateKind.WEIGHTED_MEAN));
        all.put("percentile", new Signature("percentile(project.investment, 90)", 2, 3, AggregateKind.PERCENTILE));
        all.put("first", new Signature("first(count.visitors, count.counted_on)", 2, 3, AggregateKind.FIRST));
        all.put("last", new Signature("last(count.visitors, count.counted_on)", 2, 3, AggregateKind.LAST));
        all.put("previous", new Signature("previous(visitors, 12)", 1, 2, null));
        all.put("growth", new Signature("growth(visitors, 12)", 1, 2, null));
        all.put("movingSum", new Signature("movingSum(visitors, 3)", 2, 2, null));
        all.put("movingMean", new Signature("movingMean(visitors, 3)", 2, 2, null));
        all.put("movingMin", new Signature("movingMin(visitors, 3)", 2, 2, null));
        all.put("movingMax", new Signature("movingMax(visitors, 3)", 2, 2, null));
        all.put("parent", new Signature("parent(visitors)", 1, 1, null));
        all.put("perHead", new Signature("perHead(visitors, residents)", 2, 2, null));
        all.put("share", new Signature("share(visitors)", 1, 1, null));
        return all;
    }
}
