package org.luoshi.pack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.Scope.HostArgument;
import org.luoshi.pack.expression.Scope.HostFunction;
import org.luoshi.pack.expression.Type;

/// What a `{{ … }}` in a briefing may call. Each call is one bound figure, date or name.
///
/// Everything is about the briefing's subject (city, unit or focus), its period and its as-of moment.
public enum BriefingFunction {
    COUNT("count", List.of(selection()), Result.NUMBER, new Text("任务数", "number of commitments")),
    MILESTONES("milestones", List.of(milestones()), Result.NUMBER, new Text("节点数", "number of milestones")),
    VALUE(
            "value",
            List.of(indicator()),
            Result.NUMBER,
            new Text("指标在简报对象(着力点取全市)最近一期的值", "the indicator's latest figure for the subject; a focus takes the city's")),
    VALUE_OF(
            "value_of",
            List.of(indicator(), unit()),
            Result.NUMBER,
            new Text("指标在某单位最近一期的值", "the indicator's latest figure for a unit")),
    CHANGE(
            "change",
            List.of(indicator()),
            Result.NUMBER,
            new Text("指标最近一期与上一期之差", "the indicator's latest figure less the one before")),
    ACTUAL("actual", List.of(commitment()), Result.NUMBER, new Text("任务的实际值", "a commitment's actual figure")),
    EXPECTED(
            "expected", List.of(commitment()), Result.NUMBER, new Text("任务按路径应达的值", "the figure a commitment's path asks for")),
    TARGET("target", List.of(commitment()), Result.NUMBER, new Text("任务的目标值", "a commitment's target")),
    SUBJECT("subject", List.of(), Result.TEXT, new Text("简报对象的名称", "the subject's name")),
    AS_OF("as_of", List.of(), Result.TEXT, new Text("截至日期", "the day as of which it speaks")),
    PERIOD("period", List.of(), Result.TEXT, new Text("本期", "the period"));

    private enum Result {
        NUMBER,
        TEXT
    }

    private final String id;
    private final List<HostArgument> arguments;
    private final Result result;
    private final Text meaning;

    BriefingFunction(String id, List<HostArgument> arguments, Result result, Text meaning) {
        this.id = id;
        this.arguments = arguments;
        this.result = result;
        this.meaning = meaning;
    }

    public String id() {
        return id;
    }

    public Text meaning() {
        return meaning;
    }

    public HostFunction host() {
        UnitOfMeasure one = UnitsOfMeasure.standard().find("1").orElseThrow();
        return new HostFunction(arguments, result == Result.NUMBER ? new Type.NumberType(one, false) : new Type.TextType());
    }

    public static Optional<BriefingFunction> find(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }

    /// For `Scope.slot`.
    public static Map<String, HostFunction> hosts() {
        Map<String, HostFunction> hosts = new LinkedHashMap<>();
        for (BriefingFunction function : values()) {
            hosts.put(function.id, function.host());
        }
        return hosts;
    }

    /// Statuses, and sets of them.
    private static HostArgument selection() {
        return new HostArgument(
                "selection",
                Set.of("all", "done", "ahead", "on_path", "at_risk", "behind", "not_started", "unknown", "off_path",
                        "changed"));
    }

    /// Due in the period, due in the next one, overdue, and reached in the period.
    private static HostArgument milestones() {
        return new HostArgument("selection", Set.of("due", "due_next", "overdue", "reached"));
    }

    private static HostArgument indicator() {
        return new HostArgument("indicator", Set.of());
    }

    private static HostArgument unit() {
        return new HostArgument("unit", Set.of());
    }

    private static HostArgument commitment() {
        return new HostArgument("commitment", Set.of());
    }
}
