package org.luoshi.compiler.internal.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Quantity;
import org.luoshi.compiler.internal.shape.Shape;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.monitoring.WarningColour;

/// `warnings/ID.yaml`.
public final class WarningForm {

    /// What is compared with the limits; `together` compares nothing but has a condition a level.
    public enum Kind {
        ABOVE,
        BELOW,
        RISING,
        FALLING,
        CHANGING,
        UNCHANGED,
        UNUSUAL,
        STRANGE,
        TOGETHER
    }

    private static final Shape<Scalar> PROPERTY = Values.nameOf("观测属性标识", "id of an observed property");

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "发生了什么，一句话", "what has happened, in a few words");
    public static final Key<Text> ADVICE = Key.required(
            "advice", Bilingual.PROSE, "值班员先做什么", "what whoever is on duty should do first");
    public static final Key<Text> SOURCE = Key.required(
            "source",
            Bilingual.PROSE,
            "限值和确认时间的依据；没有核实的要写明",
            "what limits and times rest on; what nobody verified says so");
    public static final Key<List<Listed<Scalar>>> WATCHES = Key.required(
            "watches",
            ListOf.distinct(PROPERTY),
            "看哪个观测属性；`together` 看同一处的几个",
            "the observed property that is watched; `together` watches several at one thing");
    public static final Key<Kind> MEASURE = Key.required(
            "measure",
            Choice.of(Kind.class, "量法", "a measure"),
            "拿什么与限值比：`above`、`below` 读数本身，`rising`、`falling`、`changing` 变化快慢，`unchanged` 多久没变（卡死），"
                    + "`unusual` 偏离该时段该星期几常值的标准差数，`strange` 按自身过去的异常程度，`together` 几个读数合起来的条件",
            "what is compared with the limits: `above`, `below` the reading; `rising`, `falling`, `changing` how fast it changes;"
                    + " `unchanged` for how long it has not (stuck); `unusual` standard deviations from the usual of the hour and"
                    + " weekday; `strange` strength by the sensor's own past; `together` a condition over several readings");
    public static final Key<Quantity> TOLERANCE = Key.optional(
            "tolerance",
            Quantity.SHAPE,
            "`unchanged`：多小的变化不算变；`unusual`：标准差至少按多少算",
            "`unchanged`: how small a change is none; `unusual`: the least standard deviation assumed");
    public static final Key<Quantity> FRESH = Key.optional(
            "fresh",
            Quantity.SHAPE,
            "`together`：比最新读数旧多少的读数不再作数",
            "`together`: a reading that is older than this against the newest says nothing any more");
    public static final Key<Quantity> SILENT = Key.optional(
            "silent",
            Quantity.SHAPE,
            "多久没有读数算失联；失联不解除任何预警",
            "after this long without a reading the sensor is silent; silence clears no warning");

    public static final Key<Quantity> RAISE =
            Key.optional("raise", Quantity.SHAPE, "到了它就发出", "reaching it raises");
    public static final Key<Quantity> CLEAR = Key.<Quantity>optional(
                    "clear", Quantity.SHAPE, "回到它才解除", "coming back to it clears")
            .otherwise("`unchanged` 为 0，其余须写明", "0 for `unchanged`; the others must say");
    public static final Key<Scalar> WHEN = Key.optional(
            "when",
            Values.expression("条件表达式", "a condition"),
            "`together`：成立即发出，不成立即解除；可用所看各观测属性的标识",
            "`together`: raises where it holds, clears where it does not; it names the properties watched");
    public static final Key<Integer> TIMES = Key.<Integer>optional(
                    "times", Numbers.small(1, 1000), "连续几个读数才发出", "readings in a row that raise")
            .otherwise("1", "1");
    public static final Key<Quantity> LASTING =
            Key.optional("lasting", Quantity.SHAPE, "持续多久才发出", "how long it must last to raise");
    public static final Key<Integer> CLEAR_TIMES = Key.<Integer>optional(
                    "clear_times", Numbers.small(1, 1000), "连续几个读数才解除", "readings in a row that clear")
            .otherwise("1", "1");
    public static final Key<Quantity> CLEAR_LASTING =
            Key.optional("clear_lasting", Quantity.SHAPE, "持续多久才解除", "how long it must last to clear");
    public static final Key<Quantity> CONFIRM = Key.required(
            "confirm", Quantity.SHAPE, "值班员多久内确认（各地自定）", "time in which it is confirmed (local)");

    private static final Form LEVEL = Form.of(
            "预警的一级", "a level of a warning", RAISE, CLEAR, WHEN, TIMES, LASTING, CLEAR_TIMES, CLEAR_LASTING, CONFIRM);

    public static final Map<WarningColour, Key<View>> COLOURS = colours();

    public static final Key<View> LEVELS = Key.required(
            "levels",
            new Form(new Text("预警级别", "the levels"), List.copyOf(COLOURS.values())),
            "各级：红、橙、黄、蓝中的一个或几个",
            "its levels: one or more of red, orange, yellow, blue");

    public static final Form FORM = Form.of(
            "预警规则",
            "a warning rule",
            TITLE,
            ADVICE,
            SOURCE,
            WATCHES,
            MEASURE,
            TOLERANCE,
            FRESH,
            SILENT,
            LEVELS,
            Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "warning",
            new Text("预警规则", "Warning rule"),
            new Text(
                    "哪些读数要预警、哪一级。限值带单位，两个方向都可要求连续几次、持续多久；限值和确认时间因地而异，写明依据。"
                            + "用 `luoshi backtest` 在历史读数上试算。",
                    "Which readings are warned of, and how gravely. Limits carry units; both directions may ask for several"
                            + " readings in a row and for a time. Limits and times to confirm are local: say what they rest"
                            + " on. `luoshi backtest` tries a rule on past readings."),
            "warnings/*.yaml",
            FORM,
            """
            title: { zh: 供水压力过低, en: Water pressure too low }
            advice: { zh: 核对邻近测点，通知抢修, en: "Compare the neighbouring gauges, call the repair crew" }
            source: { zh: 供水企业运行规程（本地）, en: The water company's own rules (local) }
            watches: [pressure]
            measure: below
            silent: 30 min
            levels:
              orange: { raise: 0.14 MPa, clear: 0.2 MPa, times: 3, confirm: 10 min }
              blue: { raise: 0.2 MPa, clear: 0.22 MPa, lasting: 15 min, confirm: 60 min }
            """,
            false);

    private WarningForm() {}

    private static Map<WarningColour, Key<View>> colours() {
        Map<WarningColour, Key<View>> keys = new LinkedHashMap<>();
        keys.put(WarningColour.RED, Key.optional("red", LEVEL, "一级，红色", "the first level, red"));
        keys.put(WarningColour.ORANGE, Key.optional("orange", LEVEL, "二级，橙色", "the second, orange"));
        keys.put(WarningColour.YELLOW, Key.optional("yellow", LEVEL, "三级，黄色", "the third, yellow"));
        keys.put(WarningColour.BLUE, Key.optional("blue", LEVEL, "四级，蓝色", "the fourth, blue"));
        return keys;
    }
}
