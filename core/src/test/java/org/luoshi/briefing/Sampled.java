package org.luoshi.briefing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.StatusRule.Colour;

/// A briefing made by hand, long enough for several pages; everything in it is invented.
final class Sampled {

    static final Instant MOMENT = Instant.parse("2025-09-21T15:59:59.999999Z");
    static final PackEdition PACK = new PackEdition("chengdu", "1.0.0", "ab".repeat(32));

    private Sampled() {}

    static Briefing briefing(int rows) {
        Figure all = figure(new Source.Count("all"), "count('all')", "115", "115");
        Figure behind = figure(new Source.Count("behind"), "count('behind')", "9", "9");
        Block prose = new Block.Prose(
                List.of(
                        new Run.Words("全市改革方案共列任务"),
                        new Run.Shown(all),
                        new Run.Words("项，其中严重滞后"),
                        new Run.Shown(behind),
                        new Run.Words("项。各牵头单位要对照路径，逐项说明原因、明确补救办法和完成时间；"
                                + "佐证材料未经认定的，不得计入完成数（“仅有仪式”的开工同样不计）——"
                                + "数据缺失的任务一律列为“未知”，不以正常计。")),
                List.of(
                        new Run.Words("The plan holds "),
                        new Run.Shown(all),
                        new Run.Words(" commitments, "),
                        new Run.Shown(behind),
                        new Run.Words(" of them far behind. Each lead explains why, item by item.")));
        List<Block> proseBlocks = new ArrayList<>();
        for (int i = 0; i < 6; i++) proseBlocks.add(prose);
        return new Briefing(
                new QualifiedId("plan_follow_up", "weekly"),
                new Text("落实情况周报", "weekly briefing"),
                new Subject.City(),
                new Text("成都市", "Chengdu"),
                Period.parse("2025-W38"),
                MOMENT,
                LocalDate.of(2025, 9, 21),
                true,
                List.of(PACK),
                List.of(
                        new Briefing.Section(new Text("总体情况", "Overview"), proseBlocks),
                        new Briefing.Section(new Text("偏离路径的任务", "Off their path"), List.of(table(rows))),
                        new Briefing.Section(
                                new Text("状态变化", "Changes"),
                                List.of(new Block.Remark(new Text("本期无此类任务。", "None."))))));
    }

    /// Nine columns, one of them a date that its weight alone would break.
    static Briefing dated() {
        List<Block.Column> columns = new ArrayList<>();
        List<Block.Cell> cells = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            columns.add(new Block.Column("c" + i, new Text("列", "Column"), false, i == 4 ? 1 : 20));
            cells.add(new Block.Cell.Name(i == 4 ? Text.same("2025-02-24") : new Text("任务说明文字", "words"), null));
        }
        Block.Table table = new Block.Table(Text.EMPTY, columns, List.of(cells));
        Briefing from = briefing(1);
        return new Briefing(
                from.layout(), from.title(), from.subject(), from.subjectName(), from.period(), from.moment(),
                from.day(), from.synthetic(), from.packs(),
                List.of(new Briefing.Section(new Text("台账", "Ledger"), List.of(table))));
    }

    static Figure figure(Source source, String expression, String zh, String en) {
        return new Figure(
                new Binding(expression, source, MOMENT, PACK),
                zh.matches("[0-9]+") ? new BigDecimal(zh) : null,
                new Text(zh, en),
                Figure.Standing.KNOWN);
    }

    private static Block.Table table(int rows) {
        List<Block.Column> columns = List.of(
                new Block.Column("title", new Text("任务", "Commitment"), false, 26),
                new Block.Column("lead", new Text("牵头单位", "Lead"), false, 12),
                new Block.Column("status", new Text("状态", "Status"), false, 14),
                new Block.Column("figure", new Text("实际", "Actual"), true, 10),
                new Block.Column("reason", new Text("依据", "Reason"), false, 34));
        List<List<Block.Cell>> cells = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String id = "c" + i;
            cells.add(List.of(
                    new Block.Cell.Name(
                            new Text("推动促建项目落地开工（合成示例）", "Start pushed projects (synthetic)"),
                            new Source.OfCommitment(id, Source.Aspect.STATUS)),
                    new Block.Cell.Name(new Text("成华区", "Chenghua"), null),
                    value(id, Source.Aspect.STATUS, "严重滞后", "Far behind", Colour.RED),
                    value(id, Source.Aspect.ACTUAL, "68", "68", null),
                    value(
                            id,
                            Source.Aspect.REASON,
                            "截至9月21日完成68个，路径应达93个，少25个；按近6个月速度按期完成的可能性12%",
                            "68 by 21 September against 93 on the path, 25 short; a 12% chance of arriving on time",
                            null)));
        }
        return new Block.Table(new Text("严重的在前，时间长的在前", "Gravest first"), columns, cells);
    }

    private static Block.Cell value(String id, Source.Aspect aspect, String zh, String en, Colour colour) {
        return new Block.Cell.Value(
                figure(new Source.OfCommitment(id, aspect), aspect.name().toLowerCase(java.util.Locale.ROOT), zh, en),
                colour);
    }
}
