package org.luoshi.compiler.internal.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.expression.FunctionGuide;
import org.luoshi.pack.expression.FunctionGuide.Kind;

/// The functions of the expression language.
final class FunctionPage {

    static final Text TITLE = new Text("算式的函数", "Functions of formulas");

    private static final List<String> FIELDS =
            List.of("code", "stage", "investment", "jobs", "signed_on", "started_on", "open");

    private final Language language;
    private final StringBuilder page = new StringBuilder();

    private FunctionPage(Language language) {
        this.language = language;
    }

    static String of(Language language) {
        return new FunctionPage(language).write();
    }

    private String write() {
        say("# %s\n\n".formatted(TITLE.in(language)));
        say(new Text(
                """
                算式和条件用 CEL 写。数一律十进制；同量纲的单位自动换算，不同量纲的相加、相比在检查时报错，相乘、相除得到新的单位。

                - 缺失（null）参与加减乘除、比较的结果仍是缺失；`&&`、`||`、`!` 按三值逻辑；条件缺失时取 `:` 后的一支；判断是否缺失写 `== null`。
                - 除以 0 得缺失；商保留 16 位小数，四舍五入。数没有上限，不会溢出。
                - 没有记录的期间由指标的 `missing` 决定：unknown 缺失，zero 为 0，carry 沿用上期。
                - 引用可以一路写下去：`home.district`、`project.park.area`。
                - 条件表达式：`条件 ? 甲 : 乙`；列举：`x in [甲, 乙]`。

                """,
                """
                Formulas and conditions are written in CEL. Numbers are decimal throughout; units of one dimension are converted, adding or comparing others is a mistake told at once, multiplying and dividing makes new units.

                - Arithmetic and comparison with a missing value (null) give a missing one; `&&`, `||`, `!` are three-valued; a condition that is missing takes the branch after `:`; ask with `== null`.
                - Dividing by 0 gives a missing value; a quotient has 16 decimals, half away from zero. Numbers have no bound and do not overflow.
                - A period without records follows the indicator's `missing`: unknown, zero, or carry from the period before.
                - References are followed by writing on: `home.district`, `project.park.area`.
                - A choice: `condition ? a : b`; a list: `x in [a, b]`.

                """));
        section(Kind.VALUE, new Text("值", "Values"), new Text("例子取下表第一条记录。", "Examples are over the first record of the table."));
        records();
        section(Kind.AGGREGATE, new Text("汇总", "Aggregates"), new Text(
                "汇总一个登记簿的记录；最后可加条件，只计条件成立的。例子取上表全部记录。",
                "Over the records of a register; a condition may come last, and only records that meet it count. Examples are over all records of the table."));
        section(Kind.INDICATOR, new Text("其他指标的数", "Figures of other indicators"), new Text(
                "只用于由其他指标派生的指标。例子取下表 2025 年 9 月。",
                "Only in indicators derived from others. Examples are for September 2025 of the table."));
        figures();
        return page.toString();
    }

    private void section(Kind kind, Text title, Text lead) {
        say("## %s\n\n%s\n\n".formatted(title.in(language), lead.in(language)));
        row(List.of(
                pick("函数", "Function"),
                pick("结果与单位", "Result and unit"),
                pick("缺失", "Missing values"),
                pick("例", "Example"),
                pick("得", "Gives")));
        say("|---|---|---|---|---|\n");
        FunctionGuide.all().stream()
                .filter(guide -> guide.kind() == kind)
                .forEach(guide -> row(List.of(
                        "`" + guide.name() + "`",
                        guide.gives().in(language),
                        guide.missing().in(language),
                        "`" + guide.example() + "`",
                        "`" + guide.result() + "`")));
        say("\n");
    }

    private void records() {
        say(pick("登记簿 `project`（合成数据；投资以万元计，岗位以人计）：\n\n", "Register `project` (synthetic; investment in 万元, jobs in persons):\n\n"));
        row(FIELDS);
        say("|" + "---|".repeat(FIELDS.size()) + "\n");
        for (Map<String, String> record : FunctionGuide.RECORDS) row(FIELDS.stream().map(field -> shown(record.get(field))).toList());
        say("\n");
    }

    private void figures() {
        TreeSet<String> months = new TreeSet<>();
        FunctionGuide.FIGURES.values().forEach(ofMonth -> months.addAll(ofMonth.keySet()));
        say(pick("指标（合成数据）：\n\n", "Indicators (synthetic):\n\n"));
        row(Stream.concat(Stream.of(""), months.stream()).toList());
        say("|" + "---|".repeat(months.size() + 1) + "\n");
        new TreeMap<>(FunctionGuide.FIGURES).forEach((name, ofMonth) -> row(Stream.concat(
                        Stream.of(name.replace(" of the unit above", pick("（上级单位）", " (unit above)"))),
                        months.stream().map(month -> shown(ofMonth.get(month))))
                .toList()));
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "—" : value;
    }

    private void row(List<String> cells) {
        say("| " + String.join(" | ", cells.stream().map(cell -> cell.replace("|", "\\|")).toList()) + " |\n");
    }

    private void say(Text text) {
        say(text.in(language));
    }

    private void say(String text) {
        page.append(text);
    }

    private String pick(String zh, String en) {
        return new Text(zh, en).in(language);
    }
}
