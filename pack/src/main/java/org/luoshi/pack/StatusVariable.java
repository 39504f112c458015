package org.luoshi.pack;

import java.util.Arrays;
import java.util.Optional;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.measure.UnitsOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.Type;

/// What a status rule may ask about a commitment. Every variable can be null, meaning "cannot be said".
public enum StatusVariable {
    DONE("done", Kind.BOOLEAN, new Text("已完成", "done"), new Text("目标已达到，或全部节点已认定", "target reached, or every milestone verified")),
    HAS_FIGURE("has_figure", Kind.BOOLEAN, new Text("承诺了数字", "a number was promised"), new Text("承诺了数字；否则按节点判断", "a number was promised; else milestones decide")),
    HAS_DATA("has_data", Kind.BOOLEAN, new Text("有据可判", "there is something to judge by"), new Text("有可据以判断的事实", "there are facts to judge by")),
    STARTED("started", Kind.BOOLEAN, new Text("已有到期内容", "something is due"), new Text("期限已开始且已有应完成的内容", "the period runs and something is due by now")),
    OVERDUE("overdue", Kind.BOOLEAN, new Text("期限已过", "the deadline passed"), new Text("期限已过而未完成", "the period is over and it is not done")),
    RATIO("ratio", Kind.NUMBER, new Text("实际与应达之比", "actual ÷ expected"), new Text("实际进度 ÷ 路径应达进度，1 为正好", "actual progress ÷ progress expected, 1 is on path")),
    GAP("gap", Kind.NUMBER, new Text("与路径之差", "distance from the path"), new Text("与路径之差，按指标单位，负数为欠进度", "distance from the path in the indicator's unit, negative is short")),
    CHANCE("chance", Kind.NUMBER, new Text("按期可能性", "chance of arriving on time"), new Text("按期完成的可能性，0 到 1；数据不足时为空", "chance of arriving on time, 0 to 1; null where data are too few")),
    DAYS_LEFT("days_left", Kind.INTEGER, new Text("距期限天数", "days left"), new Text("距期限天数，过期为负", "days to the end of the period, negative once past")),
    STALE_DAYS("stale_days", Kind.INTEGER, new Text("数据过期天数", "days the figure is stale"), new Text("数据超过应更新时间的天数，0 为未超过", "days the figure is past its renewal, 0 if not")),
    LATE_DAYS("late_days", Kind.INTEGER, new Text("节点逾期天数", "days a milestone is late"), new Text("最早一个逾期未认定节点的逾期天数，0 为无", "days since the oldest unmet milestone was due, 0 if none"));

    private enum Kind {
        BOOLEAN,
        INTEGER,
        NUMBER
    }

    private final String id;
    private final Kind kind;
    private final Text title;
    private final Text meaning;

    StatusVariable(String id, Kind kind, Text title, Text meaning) {
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.meaning = meaning;
    }

    public String id() {
        return id;
    }

    /// As it stands in a sentence.
    public Text title() {
        return title;
    }

    public Text meaning() {
        return meaning;
    }

    public Type type() {
        return switch (kind) {
            case BOOLEAN -> new Type.BooleanType();
            case INTEGER -> new Type.NumberType(one(), true);
            case NUMBER -> new Type.NumberType(one(), false);
        };
    }

    public static Optional<StatusVariable> find(String id) {
        return Arrays.stream(values()).filter(v -> v.id.equals(id)).findFirst();
    }

    private static UnitOfMeasure one() {
        return UnitsOfMeasure.standard().find("1").orElseThrow();
    }
}
