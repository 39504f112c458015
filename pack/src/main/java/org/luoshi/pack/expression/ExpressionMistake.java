package org.luoshi.pack.expression;

import org.luoshi.kernel.diagnostic.Diagnostic;
import org.luoshi.kernel.diagnostic.DiagnosticCode;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;

/// Every way to get an expression wrong, with its number and words. The numbers are for ever.
public enum ExpressionMistake {
    EMPTY("LP0301", "表达式是空的", "the expression is empty"),
    SINGLE_EQUALS("LP0302", "`=` 不能用来比较", "`=` does not compare", "比较相等写 `==`", "to compare, write `==`"),
    WORD_OPERATOR(
            "LP0303", "`%s` 不是运算符", "`%s` is no operator", "这里写 `%2$s`", "write `%2$s` here"),
    FULL_WIDTH(
            "LP0304",
            "`%s` 是全角字符，表达式不用它",
            "`%s` is a full-width character, which expressions do not use",
            "改为半角 `%2$s`",
            "write `%2$s`"),
    UNBALANCED("LP0305", "`%s` 没有与之配对的 `%s`", "`%s` has no matching `%s`"),
    OPEN_QUOTE(
            "LP0306",
            "文本缺少结尾的引号 `%s`",
            "the text has no closing quotation mark `%s`"),
    CURLY_QUOTE(
            "LP0307",
            "`%s` 不是表达式的引号",
            "`%s` is no quotation mark of an expression",
            "文本写在半角单引号里，例如 'started'",
            "put texts in straight single quotation marks, such as 'started'"),
    UNEXPECTED("LP0308", "此处不应有 `%s`", "`%s` does not fit here"),
    ENDS_EARLY("LP0309", "表达式没有写完", "the expression ends too early"),
    UNKNOWN_NAME("LP0310", "没有名为 `%s` 的东西", "nothing here is called `%s`"),
    UNKNOWN_FIELD("LP0311", "实体 `%2$s` 没有字段 `%1$s`", "unknown field `%s` on entity `%s`"),
    UNITS_DIFFER(
            "LP0312",
            "`%s` 两边的计量单位不同：`%s` 与 `%s`",
            "the sides of `%s` have different units of measure: `%s` and `%s`"),
    UNKNOWN_FUNCTION("LP0313", "没有函数 `%s`", "unknown function `%s`"),
    ARGUMENT_COUNT(
            "LP0314",
            "函数 `%s` 要 %s 个参数，这里有 %s 个",
            "`%s` takes %s, not %s",
            "写法：%4$s",
            "write it as %4$s"),
    ARGUMENT_TYPE(
            "LP0315",
            "函数 `%s` 的这个参数应为%s，这里是%s",
            "this argument of `%s` must be %s, not %s"),
    UNKNOWN_MEMBER("LP0316", "`%s` 不是 `%s` 的取值", "`%s` is not a value of `%s`"),
    TYPES_DIFFER(
            "LP0317", "`%s` 两边不能比较：%s与%s", "the sides of `%s` cannot be compared: %s and %s"),
    OPERAND("LP0318", "`%s` 不能用于%s", "`%s` does not apply to %s"),
    NOT_A_CONDITION(
            "LP0319", "这里要一个条件（是/否），得到的是%s", "this must be a condition (yes or no), but it is %s"),
    AGGREGATE_NOT_HERE(
            "LP0320",
            "此处不能用汇总函数 `%s`",
            "the aggregate `%s` is not allowed here",
            "汇总只用于指标",
            "aggregates belong in indicators"),
    FIELD_OUTSIDE_AGGREGATE(
            "LP0321",
            "`%s` 要写在汇总函数里",
            "`%s` must stand inside an aggregate",
            "例如 count(%2$s) 或 sum(%2$s.字段)",
            "for example count(%2$s) or sum(%2$s.field)"),
    NESTED_AGGREGATE("LP0322", "汇总函数 `%s` 不能写在另一个汇总函数里", "the aggregate `%s` stands inside another one"),
    OTHER_ENTITY(
            "LP0323",
            "此汇总针对 `%2$s`，这里却用了 `%1$s`",
            "this aggregate is over `%2$s`, but `%1$s` is used here",
            "沿引用字段走，或分成两个汇总",
            "follow a reference field, or write two aggregates"),
    INDICATOR_NOT_HERE(
            "LP0324",
            "此处不能用指标 `%s`",
            "the indicator `%s` cannot be used here",
            "一个公式要么汇总登记表，要么由其他指标派生；分成两个指标",
            "a formula is either over registers or over other indicators; make it two indicators"),
    NOT_A_DATE(
            "LP0325",
            "`%s` 不是日期",
            "`%s` is no date",
            "写成 '2025-09-22'",
            "write it as '2025-09-22'"),
    NOT_A_NUMBER("LP0326", "`%s` 不是数", "`%s` is no number"),
    UNKNOWN_UNIT("LP0327", "没有计量单位 `%s`", "unknown unit of measure `%s`"),
    RESULT_UNIT(
            "LP0328",
            "公式的结果是%s，声明的单位是 `%s`",
            "the formula gives %s, but the declared unit is `%s`"),
    UNUSABLE_FIELD("LP0329", "字段 `%s` 是坐标点，不能用于表达式", "field `%s` is a point, which expressions cannot use"),
    NOT_A_REFERENCE(
            "LP0330",
            "`%s` 是%s，没有下级字段 `%s`",
            "`%s` is %s and has no field `%s`"),
    NULL_ORDER(
            "LP0331",
            "空值不能用 `%s`",
            "`%s` does not apply to `null`",
            "判断有无写 `== null` 或 `!= null`",
            "to ask whether a value is there, write `== null` or `!= null`"),
    PATTERN(
            "LP0332",
            "正则表达式的这一处不通用：`%s`",
            "this part of the pattern is not portable: `%s`",
            "可用：文字、`.`、`[…]`、`(…)`、`|`、`*`、`+`、`?`、`{m,n}`、`^`、`$`、`\\d`、`\\w`、`\\s`",
            "use letters, `.`, `[…]`, `(…)`, `|`, `*`, `+`, `?`, `{m,n}`, `^`, `$`, `\\d`, `\\w`, `\\s`"),
    EMPTY_LIST("LP0333", "`in` 后面的列表是空的", "the list after `in` is empty"),
    TODAY_NOT_HERE(
            "LP0334",
            "此处不能用 today()",
            "today() is not allowed here",
            "规则不能随日子改变结果；改用记录里的日期",
            "a rule must not change its answer from day to day; use a date of the record"),
    BRANCHES_DIFFER(
            "LP0335", "两种结果类型不同：%s与%s", "the two results differ in type: %s and %s"),
    NOT_SUPPORTED("LP0336", "表达式里不能用%s", "expressions have no %s"),
    DIVISION_BY_ZERO("LP0337", "除数是 0", "the divisor is 0", "除以 0 永远没有结果", "dividing by 0 never gives a figure"),
    LITERAL_NEEDED(
            "LP0338", "函数 `%s` 的这个参数要直接写出来", "this argument of `%s` must be written out, not computed"),
    NO_ORDER("LP0339", "%s没有大小之分，不能用 `%s`", "%s has no order, so `%s` does not apply"),
    WHOLE_NUMBER_NEEDED("LP0340", "`%s` 要整数", "`%s` needs whole numbers"),
    WHOLE_RECORD(
            "LP0341",
            "`%s` 是一条记录，不是一个值",
            "`%s` is a whole record, not a value",
            "写出字段，例如 `%2$s`",
            "name a field, such as `%2$s`"),
    UNKNOWN_PACK(
            "LP0342",
            "能力包 `%s` 不在 `depends` 里",
            "pack `%s` is not among `depends`",
            "在 pack.yaml 的 depends 里加上它",
            "add it to `depends` in pack.yaml"),
    TOO_LONG("LP0343", "表达式太长：%s 个字符，最多 %s 个", "the expression is too long: %s characters, at most %s"),
    TOO_DEEP(
            "LP0344",
            "表达式套得太深",
            "the expression is nested too deeply",
            "分成几个指标或字段",
            "split it into several indicators or fields"),
    NOT_A_NUMBER_RESULT("LP0345", "这里要一个数，得到的是%s", "this must be a number, but it is %s"),
    ENTITY_NEEDED(
            "LP0346",
            "汇总函数 `%s` 的第一个参数要指明登记表",
            "the first argument of `%s` must name a register",
            "例如 count(project) 或 sum(project.investment)",
            "for example count(project) or sum(project.investment)"),
    DATE_ARITHMETIC(
            "LP0347",
            "日期只能加减以 `day` 计的整数天",
            "only whole numbers in `day` can be added to a date",
            "写成 quantity('30', 'day')",
            "write it as quantity('30', 'day')"),
    UNKNOWN_HOST_VALUE("LP0348", "`%s` 不是%s", "`%s` is no %s"),
    NUMBER_RANGE(
            "LP0349",
            "`%s` 的位数太多",
            "`%s` has too many digits",
            "小数点前最多 30 位，后最多 16 位",
            "at most 30 digits before the point and 16 after it"),
    PERCENTILE_RANGE(
            "LP0350",
            "没有第 `%s` 百分位",
            "there is no percentile `%s`",
            "写 0 与 100 之间的数，例如 90；最小、最大的用 min、max",
            "write a number between 0 and 100, such as 90; for the least and the greatest use min and max"),
    PERIODS_RANGE(
            "LP0351",
            "`%s` 个期间不能用于 `%s`",
            "`%s` periods do not suit `%s`",
            "写 %3$s 到 %4$s 的整数",
            "write a whole number from %3$s to %4$s"),
    INDICATOR_NEEDED(
            "LP0352",
            "函数 `%s` 的第一个参数要指明另一个指标",
            "the first argument of `%s` must name another indicator",
            "例如 %2$s；先把算式另立为一个指标",
            "for example %2$s; make the expression an indicator of its own first"),
    RELATED_NOT_HERE(
            "LP0353",
            "此处不能用 `%s`，它读其他期间或上级单位的数",
            "`%s` is not allowed here: it reads figures of other periods or of the unit above",
            "只用于由其他指标派生的指标；汇总登记表的公式先另立为一个指标",
            "it belongs in an indicator derived from others; make the formula over registers an indicator of its own first"),
    WORKDAYS_NOT_HERE(
            "LP0354",
            "此处不能用 `%s`",
            "`%s` is not allowed here",
            "放假通知一公布结果就会变，而一条记录的对错不能随之改变；改用 days，或写成指标",
            "its answer changes with the next notice on holidays, and whether a record is right must not; use days, or make it an indicator"),
    NO_CALENDAR(
            "LP0355",
            "`%s` 要按日历计，但没有一个包声明工作日历",
            "`%s` counts by a calendar, but no pack declares one",
            "城市包在 calendars/ 里逐年声明",
            "the city pack declares one a year in calendars/"),
    POPULATION_NEEDED(
            "LP0356",
            "`perHead` 的第二个参数要是以人计的指标，`%s` 的单位是 `%s`",
            "the second argument of `perHead` must be an indicator of people; `%s` is in `%s`",
            "指明常住人口一类的指标，其登记簿写明年份和口径",
            "name an indicator such as resident population, whose register states its year and basis");

    private final DiagnosticCode code;
    private final Text headline;
    private final Text help;

    ExpressionMistake(String code, String zh, String en) {
        this(code, zh, en, "", "");
    }

    ExpressionMistake(String code, String zh, String en, String helpZh, String helpEn) {
        this.code = new DiagnosticCode(code);
        this.headline = new Text(zh, en);
        this.help = new Text(helpZh, helpEn);
    }

    public DiagnosticCode code() {
        return code;
    }

    /// With `%s` where the particulars go.
    public Text headline() {
        return headline;
    }

    /// Standing advice; empty where advice depends on the case.
    public Text help() {
        return help;
    }

    /// @param particulars strings, or [Text]s where the two languages differ
    Diagnostic at(Span span, Object... particulars) {
        Diagnostic diagnostic = Diagnostic.error(code, span, fill(headline, particulars));
        return help.isEmpty() ? diagnostic : diagnostic.help(fill(help, particulars));
    }

    private static Text fill(Text template, Object... particulars) {
        Object[] zh = new Object[particulars.length];
        Object[] en = new Object[particulars.length];
        for (int i = 0; i < particulars.length; i++) {
            zh[i] = particulars[i] instanceof Text text ? text.zh() : particulars[i];
            en[i] = particulars[i] instanceof Text text ? text.en() : particulars[i];
        }
        return new Text(template.zh().formatted(zh), template.en().formatted(en));
    }
}
