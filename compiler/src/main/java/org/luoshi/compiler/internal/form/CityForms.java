package org.luoshi.compiler.internal.form;

import java.time.LocalDate;
import java.util.List;
import org.luoshi.compiler.internal.shape.Bilingual;
import org.luoshi.compiler.internal.shape.Choice;
import org.luoshi.compiler.internal.shape.Days;
import org.luoshi.compiler.internal.shape.Form;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.ListOf;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.MapOf;
import org.luoshi.compiler.internal.shape.Numbers;
import org.luoshi.compiler.internal.shape.Values;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Basis;

/// The city pack's sources, calendars and map.
public final class CityForms {

    private CityForms() {}

    /// `units/sources.yaml`.
    public static final class Sources {
        public static final Key<Text> TITLE = Key.required("title", Bilingual.PROSE, "来源名称", "name of the source");
        public static final Key<String> URL = Key.optional("url", Values.LINK, "网址", "web address");
        public static final Key<LocalDate> DATE = Key.optional("date", Days.DAY, "日期", "its date");
        public static final Key<Boolean> VERIFIED = Key.required(
                "verified", Values.FLAG, "是否在发布者的原文中核对过", "whether it was checked in the issuer's own text");
        public static final Key<Text> NOTE = Key.optional("note", Bilingual.PROSE, "说明", "a note");

        public static final MapOf<View> SHAPE =
                MapOf.declared("来源标识", "source id", Form.of("来源", "a source", TITLE, URL, DATE, VERIFIED, NOTE));

        public static final Construct CONSTRUCT = new Construct(
                "unit_sources",
                new Text("单位来源", "Unit sources"),
                new Text(
                        "单位名称、代码和隶属的出处。每行事实都指明其一；未核对的处处注明。",
                        "Where unit names, codes and parents come from. Each fact names one; what is not verified is"
                                + " marked wherever shown."),
                "units/sources.yaml",
                SHAPE,
                """
                stats_2023:
                  title: { zh: 统计用区划代码（2023年版）, en: Statistical division codes of 2023 }
                  date: 2023-06-30
                  verified: true
                """,
                true);

        private Sources() {}
    }

    /// `calendars/YEAR.yaml`.
    public static final class Calendars {
        public static final Key<Integer> YEAR = Key.required("year", Numbers.small(1949, 2100), "年份", "the year");
        public static final Key<Text> TITLE = Key.required("title", Bilingual.PROSE, "通知名称", "title of the notice");
        public static final Key<String> NUMBER =
                Key.optional("number", Values.text(80), "文号", "number of the document");
        public static final Key<String> URL = Key.optional("url", Values.LINK, "网址", "web address");
        public static final Key<LocalDate> PUBLISHED =
                Key.optional("published", Days.DAY, "发布日期", "day of publication");
        public static final Key<List<Listed<View>>> NOTICES = Key.required(
                "notices",
                ListOf.any(Form.of("通知", "a notice", TITLE, NUMBER, URL, PUBLISHED)),
                "国务院办公厅的放假通知",
                "the State Council's notices");
        public static final Key<LocalDate> DATE = Key.required("date", Days.DAY, "日期", "the day");
        public static final Key<Boolean> OFF =
                Key.required("off", Values.FLAG, "放假 `true`，调休上班 `false`", "`true` off, `false` worked");
        public static final Key<Text> NAME = Key.required("name", Bilingual.TITLE, "节日", "the holiday");
        public static final Key<List<Listed<View>>> DAYS = Key.required(
                "days",
                ListOf.any(Form.of("日历的一天", "a day of a calendar", DATE, OFF, NAME)),
                "与平日不同的日子；其余按星期",
                "the days that differ; all others follow the weekday");

        public static final Form FORM = Form.of("日历", "a calendar", YEAR, NOTICES, DAYS, Silence.KEY);

        public static final Construct CONSTRUCT = new Construct(
                "calendar",
                new Text("日历", "Calendar"),
                new Text(
                        "一年的放假和调休，文件名是年份。没有发布的年份不写：期限按暂定计算并说明。",
                        "One year's holidays and exchanged working days; the file is named after the year. An"
                                + " unpublished year has no file: its due dates are provisional, and said to be."),
                "calendars/*.yaml",
                FORM,
                """
                year: 2025
                notices:
                  - title: { zh: 国务院办公厅关于2025年部分节假日安排的通知, en: Arrangement of holidays in 2025 }
                    url: https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm
                days:
                  - { date: 2025-01-01, off: true, name: { zh: 元旦, en: New Year's Day } }
                  - { date: 2025-01-26, off: false, name: { zh: 春节, en: Spring Festival } }
                """,
                true);

        private Calendars() {}
    }

    /// `map.yaml`.
    public static final class SchematicMap {
        public static final Key<Text> TITLE = Key.required("title", Bilingual.TITLE, "名称", "name");
        public static final Key<Text> NOTE =
                Key.required("note", Bilingual.PROSE, "说明它是示意图", "says that it is schematic");
        public static final Key<Text> SOURCE =
                Key.optional("source", Bilingual.PROSE, "排布依据", "what the layout follows");
        public static final Key<Scalar> UNIT =
                Key.required("unit", Values.nameOf("单位的标识", "id of a unit"), "单位", "the unit");
        public static final Key<Basis> BASIS = Key.<Basis>optional(
                        "basis",
                        Choice.of(Basis.class, "口径", "a basis"),
                        "属于哪种口径的图",
                        "the geography whose map it is on")
                .otherwise("administrative", "administrative");
        public static final Key<Integer> COLUMN =
                Key.required("column", Numbers.small(1, 60), "第几列，自左", "column from the left");
        public static final Key<Integer> ROW = Key.required("row", Numbers.small(1, 60), "第几行，自上", "row from the top");
        public static final Key<List<Listed<View>>> CELLS = Key.required(
                "cells", ListOf.some(Form.of("图上一格", "a cell", UNIT, BASIS, COLUMN, ROW)), "每个单位一格", "one cell a unit");
        public static final Key<List<Listed<List<Listed<Scalar>>>>> NEIGHBOURS = Key.optional(
                "neighbours",
                ListOf.any(ListOf.some(Values.nameOf("单位的标识", "id of a unit"))),
                "实际相邻的单位，成对",
                "pairs of units that really are neighbours");

        public static final Form FORM =
                Form.of("示意图", "a schematic map", TITLE, NOTE, SOURCE, CELLS, NEIGHBOURS, Silence.KEY);

        public static final Construct CONSTRUCT = new Construct(
                "map",
                new Text("示意图", "Schematic map"),
                new Text(
                        "每个单位一个带字的格子，尽量保持相邻关系；不是地图，不表示界线。",
                        "One labelled cell a unit, neighbours kept as far as a grid allows; it is no map and shows no"
                                + " boundary."),
                "map.yaml",
                FORM,
                """
                title: { zh: 成都示意图, en: Schematic of Chengdu }
                note: { zh: 示意图，不表示界线, en: It shows no boundary }
                cells:
                  - { unit: jinjiang, column: 7, row: 5 }
                  - { unit: chenghua, column: 7, row: 4 }
                neighbours: [[jinjiang, chenghua]]
                """,
                true);

        private SchematicMap() {}
    }
}
