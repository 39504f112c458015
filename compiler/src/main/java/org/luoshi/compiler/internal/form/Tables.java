package org.luoshi.compiler.internal.form;

import java.util.List;
import org.luoshi.compiler.internal.form.Table.Column;
import org.luoshi.kernel.text.Text;

/// The CSV files of the city pack.
public final class Tables {

    public static final Table UNITS = new Table(
            "units",
            new Text("单位", "Units"),
            new Text("全市的单位：区县、街镇、部门、企业、园区。", "The city's units: districts, streets, departments, enterprises, parks."),
            "units/units.csv",
            List.of(
                    must("id", "标识，永不改变", "id, for ever the same"),
                    must("kind", "类别", "kind of unit"),
                    must("zh", "中文全称", "Chinese name in full"),
                    must("en", "英文名", "English name"),
                    may("short_zh", "中文简称", "short Chinese name"),
                    may("short_en", "英文简称", "short English name"),
                    must("valid_from", "自哪天起", "first day"),
                    may("valid_to", "到哪天止（不含）", "the day after the last one"),
                    must("source", "来源，`units/sources.yaml` 里的标识", "source, an id of `units/sources.yaml`")),
            """
            id,kind,zh,en,short_zh,short_en,valid_from,valid_to,source
            chengdu,city,成都市,Chengdu,成都,Chengdu,2023-06-30,,stats_2023
            jinjiang,district,锦江区,Jinjiang District,锦江,Jinjiang,2023-06-30,,stats_2023
            """);

    public static final Table CODES = new Table(
            "unit_codes",
            new Text("单位代码", "Unit codes"),
            new Text(
                    "单位在各套代码里的代码。统计代码与民政代码互不相通，代码总带着体系和版本。",
                    "Codes of units in each scheme. Statistical and civil-affairs codes are never mixed; a code always"
                            + " has scheme and version."),
            "units/codes.csv",
            List.of(
                    must("unit", "单位", "unit"),
                    must("scheme", "代码体系，如 `stats`、`mca`", "scheme such as `stats`, `mca`"),
                    must("version", "版本", "version"),
                    must("code", "代码", "code"),
                    must("source", "来源", "source")),
            """
            unit,scheme,version,code,source
            jinjiang,stats,2023-06-30,510104,stats_2023
            """);

    public static final Table PARENTS = new Table(
            "unit_parents",
            new Text("隶属关系", "Unit parents"),
            new Text(
                    "单位属于哪个单位，行政和统计两种口径各一棵树，都有起止日期。",
                    "Which unit belongs to which, one tree for the administrative and one for the statistical basis,"
                            + " with dates."),
            "units/parents.csv",
            List.of(
                    must("unit", "单位", "unit"),
                    must("parent", "上级单位", "parent"),
                    must("basis", "口径：`administrative` 或 `statistical`", "basis: `administrative` or `statistical`"),
                    must("valid_from", "自哪天起", "first day"),
                    may("valid_to", "到哪天止（不含）", "the day after the last one"),
                    must("source", "来源", "source")),
            """
            unit,parent,basis,valid_from,valid_to,source
            jinjiang,chengdu,administrative,2023-06-30,,stats_2023
            """);

    public static final Table SUCCESSIONS = new Table(
            "unit_successions",
            new Text("沿革", "Unit successions"),
            new Text(
                    "单位撤销后由哪个单位承接。可比口径据此把旧单位的记录计入承接单位；拆分成几个的，只计入它们共同的上级。",
                    "What became of a unit that ended. Comparable series count its old records at its successor; where it was"
                            + " split, only at what is above all the parts."),
            "units/successions.csv",
            List.of(
                    must("predecessor", "撤销的单位", "the unit that ended"),
                    must("successor", "承接的单位", "the unit that took over"),
                    must("since", "新归属的第一天，即撤销单位 `valid_to` 的那天", "first day of the new order, the `valid_to` of the unit that ended"),
                    must("source", "来源", "source")),
            """
            predecessor,successor,since,source
            lake_street,east_street,2025-07-01,merger_notice
            """);

    public static final List<Table> ALL = List.of(UNITS, CODES, PARENTS, SUCCESSIONS);

    private Tables() {}

    private static Column must(String name, String zh, String en) {
        return new Column(name, true, new Text(zh, en));
    }

    private static Column may(String name, String zh, String en) {
        return new Column(name, false, new Text(zh, en));
    }
}
