package org.luoshi.pack;

import java.util.Arrays;
import java.util.Optional;
import org.luoshi.kernel.text.Text;

/// What the `{…}` of a status level's reason may name, besides the ids of [StatusVariable].
public enum ReasonSlot {
    DATE("date", new Text("判断所依据的日期", "the day judged")),
    ACTUAL("actual", new Text("实际值,带单位", "the actual figure with its unit")),
    EXPECTED("expected", new Text("路径应达值,带单位", "the figure the path asks for, with its unit")),
    TARGET("target", new Text("目标值,带单位", "the target with its unit")),
    PROGRESS_SENTENCE("progress_sentence", new Text("完成与路径、差额、可能性的完整句", "sentence on actual, path, gap and chance")),
    DONE_SENTENCE("done_sentence", new Text("何时以何完成的完整句", "sentence on when and with what it was done")),
    NO_DATA_SENTENCE("no_data_sentence", new Text("缺什么数据的完整句", "sentence on which facts are missing")),
    NOT_STARTED_SENTENCE("not_started_sentence", new Text("第一个要求何时到期的完整句", "sentence on when the first thing is due"));

    private final String id;
    private final Text meaning;

    ReasonSlot(String id, Text meaning) {
        this.id = id;
        this.meaning = meaning;
    }

    public String id() {
        return id;
    }

    public Text meaning() {
        return meaning;
    }

    public static Optional<ReasonSlot> find(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
    }
}
