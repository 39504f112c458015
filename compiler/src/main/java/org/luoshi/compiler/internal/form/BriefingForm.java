package org.luoshi.compiler.internal.form;

import java.util.List;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.BriefingLayout.Cadence;
import org.luoshi.pack.BriefingLayout.Selection;
import org.luoshi.pack.BriefingLayout.Subject;

/// `briefings/ID.yaml`.
public final class BriefingForm {

    public static final List<String> COLUMNS_KNOWN = List.of(
            "title",
            "focus",
            "measure",
            "lead",
            "assist",
            "status",
            "reason",
            "since",
            "figure",
            "expected",
            "target",
            "due",
            "milestone",
            "forecast",
            "evidence");

    public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
    public static final Key<List<Listed<Subject>>> OF = Key.required(
            "of",
            ListOf.oneOrMore(Choice.of(Subject.class, "简报对象", "a subject of a briefing")),
            "写给谁、写什么：全市、单位或着力点",
            "what it is about: the city, a unit or a focus");
    public static final Key<Cadence> CADENCE =
            Key.required("cadence", Choice.of(Cadence.class, "出刊周期", "a cadence"), "多久一期", "how often it appears");

    public static final Key<Text> HEADING = Key.required("heading", Bilingual.TITLE, "小标题", "heading");
    public static final Key<Text> TEXT = Key.optional(
            "text",
            Bilingual.PROSE,
            "文字；其中的数只能是 `{{ … }}` 绑定，日期文号写作 `{{ literal('…') }}`",
            "prose; its figures are `{{ … }}` bindings, dates and document numbers `{{ literal('…') }}`");
    public static final Key<Selection> TABLE = Key.optional(
            "table",
            Choice.of(Selection.class, "任务表", "a table of commitments"),
            "列出哪些任务",
            "which commitments to list");
    public static final Key<List<Listed<String>>> COLUMNS = Key.<List<Listed<String>>>optional(
                    "columns",
                    ListOf.distinct(Choice.of("列", "a column", COLUMNS_KNOWN.toArray(String[]::new))),
                    "任务表的列",
                    "columns of the table of commitments")
            .otherwise("title、lead、status、reason", "title, lead, status, reason");
    public static final Key<Scalar> INDICATOR =
            Key.optional("indicator", Values.nameOf("指标的标识", "id of an indicator"), "显示哪个指标", "the indicator shown");
    public static final Key<UnitKind> PER = Key.optional(
            "per", Choice.of(UnitKind.class, "单位类别", "a kind of unit"), "按哪一类单位列出", "the kind of unit listed");
    public static final Key<String> SHOW = Key.<String>optional(
                    "show", Choice.of("显示方式", "a way to show it", "table", "number"), "显示方式", "how it is shown")
            .otherwise("table", "table");
    public static final Key<List<Listed<View>>> SECTIONS = Key.required(
            "sections",
            ListOf.some(
                    Form.of("简报的一节", "a section of a briefing", HEADING, TEXT, TABLE, COLUMNS, INDICATOR, PER, SHOW)),
            "各节，每节是 `text`、`table`、`indicator` 之一",
            "the sections, each one of `text`, `table`, `indicator`");

    public static final Form FORM = Form.of("简报版式", "a briefing layout", TITLE, OF, CADENCE, SECTIONS, Silence.KEY);

    public static final Construct CONSTRUCT = new Construct(
            "briefing",
            new Text("简报版式", "Briefing layout"),
            new Text(
                    "简报写什么、绑定哪些数。文字里不能有手填的数。",
                    "What a briefing says and which figures it binds. Prose has no figures typed by hand."),
            "briefings/*.yaml",
            FORM,
            """
            title: { zh: 每周简报, en: Weekly briefing }
            of: [city, unit]
            cadence: weekly
            sections:
              - heading: { zh: 总体情况, en: Overview }
                text:
                  zh: "共 {{ count('all') }} 项任务，严重滞后 {{ count('behind') }} 项。"
                  en: "{{ count('all') }} commitments, {{ count('behind') }} of them far behind."
              - heading: { zh: 滞后任务, en: Off their path }
                table: off_path
                columns: [title, lead, status, reason]
            """,
            false);

    private BriefingForm() {}
}
