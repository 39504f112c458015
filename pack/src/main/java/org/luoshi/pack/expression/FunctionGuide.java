package org.luoshi.pack.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.luoshi.kernel.text.Text;

/// What each function of the language gives, in which unit, and what it makes of a missing value; with an example that
/// a test executes over [#RECORDS] and [#FIGURES].
///
/// @param form as a diagnostic shows it
/// @param gives what comes out, with its unit
/// @param missing what a missing value makes of it
/// @param example over the first of the records, all of them, or the figures of September
public record FunctionGuide(String name, String form, Kind kind, Text gives, Text missing, String example, String result) {

    /// Where a function may stand.
    public enum Kind {
        /// Wherever a record or named values are at hand.
        VALUE,
        /// Over the records of a register.
        AGGREGATE,
        /// Over figures of other indicators.
        INDICATOR
    }

    private static final Text UNKNOWN = new Text("任一参数缺失则缺失", "missing where an argument is");
    private static final Text SKIPPED =
            new Text("缺失的值跳过；一个也没有则缺失", "missing values are passed over; missing where none is left");
    private static final Text ANY_CELL = new Text("所需的任一数缺失则缺失", "missing where any figure it needs is");

    /// Register `project`: synthetic.
    public static final List<Map<String, String>> RECORDS = List.of(
            record("P-1", "started", "100", "10", "2025-09-22", "2025-10-10", "true"),
            record("P-2", "signed", "50.5", "", "2025-09-30", "", "true"),
            record("P-3", "lead", "", "4", "", "", "false"),
            record("P-4", "started", "250", "20", "2025-08-01", "2025-09-22", "false"));

    /// Indicators of one unit by month, and `visitors` of the unit above: synthetic.
    public static final Map<String, Map<String, String>> FIGURES = Map.of(
            "visitors", Map.of("2025-07", "100", "2025-08", "120", "2025-09", "150"),
            "residents", Map.of("2025-09", "300"),
            "visitors of the unit above", Map.of("2025-09", "600"));

    /// In the order of the reference.
    public static List<FunctionGuide> all() {
        List<FunctionGuide> all = new ArrayList<>();
        values(all);
        aggregates(all);
        indicators(all);
        return List.copyOf(all);
    }

    private static void values(List<FunctionGuide> all) {
        Text never = new Text("不会缺失", "never missing");
        add(all, "date", Kind.VALUE, "文本写出的日期，或某一时刻在本市的日期", "the day that a text writes, or a moment's in the city", UNKNOWN, "date('2025-09-22')", "2025-09-22");
        add(all, "moment", Kind.VALUE, "文本写出的时刻，须带时区", "the moment that a text writes, with its offset", never, "moment('2025-09-22T09:00:00+08:00')", "2025-09-22T01:00:00Z");
        add(all, "quantity", Kind.VALUE, "带单位的数；同量纲的单位之间自动换算", "a number with its unit; units of one dimension are converted", never, "project.investment >= quantity('0.01', '亿元')", "true");
        add(all, "today", Kind.VALUE, "当日；只能用在结果本就随日子变化的地方", "the day at hand; only where the answer follows the day anyhow", never, "today()", "2025-09-22");
        add(all, "days", Kind.VALUE, "从前者到后者的自然日数，单位 day", "natural days from the first to the second, in day", UNKNOWN, "days(project.signed_on, project.started_on)", "18");
        Text open = new Text(
                "任一参数缺失则缺失；首尾之间有任何一天的放假通知未公布或仍可能改动，也缺失，不推测",
                "missing where an argument is, and where a notice on holidays may still change any day from the first to the last; never guessed");
        add(all, "workdaysBetween", Kind.VALUE, "前者之后到后者（含）的工作日数，单位 working_day；后者在前则为负", "working days after the first up to and including the second, in working_day; negative when the second is earlier", open, "workdaysBetween(project.signed_on, project.started_on)", "9");
        add(all, "addWorkdays", Kind.VALUE, "之后第 n 个工作日；n 为负则往前，为 0 则是当日", "the n-th working day after; before where n is negative, the day itself with 0", open, "addWorkdays(project.signed_on, 8)", "2025-10-09");
        add(all, "year", Kind.VALUE, "年份，无单位", "the year, without a unit", UNKNOWN, "year(project.signed_on)", "2025");
        add(all, "month", Kind.VALUE, "月份 1–12，无单位", "the month from 1 to 12, without a unit", UNKNOWN, "month(project.signed_on)", "9");
        add(all, "size", Kind.VALUE, "字数，无单位", "the number of characters, without a unit", UNKNOWN, "size(project.code)", "3");
        add(all, "startsWith", Kind.VALUE, "是否以之开头", "whether it starts so", UNKNOWN, "project.code.startsWith('P-')", "true");
        add(all, "contains", Kind.VALUE, "是否含有", "whether it contains it", UNKNOWN, "project.code.contains('-1')", "true");
        add(all, "matches", Kind.VALUE, "是否符合正则式（各执行方式通用的部分）", "whether a regular expression fits (the part that all executors share)", UNKNOWN, "project.code.matches('^P-[0-9]+$')", "true");
        add(all, "coalesce", Kind.VALUE, "第一个未缺失的；单位须可换算", "the first that is not missing; units must convert", new Text("全部缺失才缺失", "missing where all are"), "coalesce(project.jobs, 0)", "10");
        add(all, "abs", Kind.VALUE, "绝对值，单位不变", "the size, in the same unit", UNKNOWN, "abs(0 - project.investment)", "100");
        add(all, "round", Kind.VALUE, "四舍五入到若干位小数（0–16），单位不变", "rounded half away from zero to 0 to 16 decimals, in the same unit", UNKNOWN, "round(project.investment / 3, 2)", "33.33");
    }

    private static void aggregates(List<FunctionGuide> all) {
        Text none = new Text("没有记录为 0", "0 where there is no record");
        add(all, "count", Kind.AGGREGATE, "满足条件的记录数；可用 个、项、家 等量词", "the number of records that meet the condition; told in any counter", new Text("条件未知的不计；没有记录为 0", "records whose condition is unknown do not count; 0 where there is none"), "count(project, project.open)", "2");
        add(all, "sum", Kind.AGGREGATE, "合计，单位不变", "the sum, in the same unit", SKIPPED, "sum(project.investment)", "400.5");
        add(all, "mean", Kind.AGGREGATE, "平均值，单位不变", "the mean, in the same unit", SKIPPED, "mean(project.investment)", "133.5");
        add(all, "min", Kind.AGGREGATE, "最小值，单位不变", "the smallest, in the same unit", SKIPPED, "min(project.investment)", "50.5");
        add(all, "max", Kind.AGGREGATE, "最大值，单位不变", "the largest, in the same unit", SKIPPED, "max(project.investment)", "250");
        add(all, "distinct", Kind.AGGREGATE, "不同取值的个数", "the number of different values", new Text("缺失的值跳过；" + none.zh(), "missing values are passed over; " + none.en()), "distinct(project.stage)", "3");
        add(all, "median", Kind.AGGREGATE, "中位数；偶数个取中间两个的平均，单位不变", "the median, halfway between the middle two of an even number, in the same unit", SKIPPED, "median(project.investment)", "100");
        add(all, "weightedMean", Kind.AGGREGATE, "加权平均，单位不变；权数合计为 0 则缺失", "the mean by weights, in the same unit; missing where the weights add up to 0", SKIPPED, "weightedMean(project.investment, project.jobs)", "200");
        add(all, "percentile", Kind.AGGREGATE, "至少有百分之几的值不大于它的最小值，单位不变", "the smallest value that at least so many per cent are not above, in the same unit", SKIPPED, "percentile(project.investment, 90)", "250");
        add(all, "first", Kind.AGGREGATE, "按第二个参数最早的一条的值；并列取先录入的", "the value of the record that comes first by the second argument; of equals the one entered first", SKIPPED, "first(project.investment, project.signed_on)", "250");
        add(all, "last", Kind.AGGREGATE, "按第二个参数最近的一条的值；并列取后录入的", "the value of the record that comes last by the second argument; of equals the one entered last", SKIPPED, "last(project.investment, project.signed_on)", "50.5");
    }

    private static void indicators(List<FunctionGuide> all) {
        add(all, "previous", Kind.INDICATOR, "若干期以前的数", "the figure so many periods earlier", ANY_CELL, "previous(visitors)", "120");
        add(all, "growth", Kind.INDICATOR, "比若干期以前变动的比率；以前为 0 则缺失", "the rate of change since so many periods earlier; missing where that was 0", ANY_CELL, "growth(visitors)", "0.25");
        add(all, "movingSum", Kind.INDICATOR, "近若干期之和", "the sum of the last periods", ANY_CELL, "movingSum(visitors, 3)", "370");
        add(all, "movingMean", Kind.INDICATOR, "近若干期的平均", "the mean of the last periods", ANY_CELL, "movingMean(visitors, 2)", "135");
        add(all, "movingMin", Kind.INDICATOR, "近若干期的最小值", "the smallest of the last periods", ANY_CELL, "movingMin(visitors, 3)", "100");
        add(all, "movingMax", Kind.INDICATOR, "近若干期的最大值", "the largest of the last periods", ANY_CELL, "movingMax(visitors, 3)", "150");
        add(all, "parent", Kind.INDICATOR, "上级单位的数（按指标的隶属口径、期末的隶属）", "the figure of the unit above, on the indicator's basis at the period's end", ANY_CELL, "parent(visitors)", "600");
        add(all, "share", Kind.INDICATOR, "占上级单位的比率", "the share of the unit above", ANY_CELL, "share(visitors)", "0.25");
        add(all, "perHead", Kind.INDICATOR, "人均；第二个指标须以人计，年份和口径由它的登记簿写明", "per head; the second indicator must count people, and its register states year and basis", new Text("任一缺失或人数为 0 则缺失", "missing where either is, or there is nobody"), "perHead(visitors, residents)", "0.5");
    }

    private static void add(
            List<FunctionGuide> all, String name, Kind kind, String zh, String en, Text missing, String example, String result) {
        Signature signature = Signature.ALL.get(name);
        if (signature == null) throw new IllegalStateException("no function `%s`".formatted(name));
        all.add(new FunctionGuide(name, signature.form(), kind, new Text(zh, en), missing, example, result));
    }

    private static Map<String, String> record(
            String code, String stage, String investment, String jobs, String signed, String started, String open) {
        return Map.of(
                "code", code, "stage", stage, "investment", investment, "jobs", jobs, "signed_on", signed,
                "started_on", started, "open", open);
    }
}
