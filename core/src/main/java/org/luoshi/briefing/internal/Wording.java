package org.luoshi.briefing.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.luoshi.kernel.measure.Dimension;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.briefing.Source;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.period.PeriodKind;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;

/// Figures and dates as a briefing writes them.
public final class Wording {

    /// In prose. In a table it is a dash.
    static final Text UNKNOWN = new Text("未知", "unknown");

    static final Text DASH = Text.same("—");

    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Wording() {}

    public static Text day(LocalDate day) {
        return new Text(ZH.format(day), EN.format(day));
    }

    /// A week is told by its days: few people know its number.
    public static Text period(Period period) {
        Text from = day(period.start());
        Text to = day(period.end());
        return period.kind() == PeriodKind.WEEK
                ? new Text(from.zh() + "至" + to.zh(), from.en() + " to " + to.en())
                : new Text(period.label(Language.ZH), period.label(Language.EN));
    }

    /// What a count counts.
    static Text counted(Source source) {
        return switch (source) {
            case Source.Count(var selection) ->
                switch (selection) {
                    case "all" -> new Text("任务", "Commitments");
                    case "off_path" -> new Text("偏离路径的任务", "Commitments off their path");
                    case "changed" -> new Text("本期状态有变化的任务", "Commitments whose status changed in the period");
                    case "done" -> new Text("完成的任务", "Commitments done");
                    case "ahead" -> new Text("超前的任务", "Commitments ahead");
                    case "on_path" -> new Text("正常的任务", "Commitments on their path");
                    case "at_risk" -> new Text("滞后的任务", "Commitments behind");
                    case "behind" -> new Text("严重滞后的任务", "Commitments far behind");
                    case "not_started" -> new Text("未到期的任务", "Commitments not due yet");
                    default -> new Text("情况未知的任务", "Commitments of unknown status");
                };
            case Source.MilestoneCount(var selection) ->
                switch (selection) {
                    case "due" -> new Text("本期到期的节点", "Milestones that fell due in the period");
                    case "reached" -> new Text("本期经认定达到的节点", "Milestones verified as reached in the period");
                    case "overdue" -> new Text("逾期未达到的节点", "Milestones overdue");
                    case "due_next" -> new Text("下期到期、尚未达到的节点", "Milestones due in the next period and not reached");
                    default -> new Text("逾期和近期到期的节点", "Milestones overdue or due soon");
                };
            default -> throw new IllegalArgumentException("counts nothing: " + source.key());
        };
    }

    /// With its unit, since a figure without one says nothing. Chinese counters have no counterpart after an
    /// English number.
    static Text amount(BigDecimal value, Indicator indicator) {
        String number = number(value, indicator.decimals());
        UnitOfMeasure unit = indicator.unit();
        if (unit.symbol().equals("percent")) return Text.same(number + "%");
        if (unit.isPureNumber()) return Text.same(number);
        boolean counter = unit.symbol().codePoints().allMatch(Character::isIdeographic);
        boolean thing = unit.dimension().equals(Dimension.base(unit.symbol()));
        return new Text(
                number + (counter ? "" : " ") + unit.symbol(),
                counter ? number + (thing ? "" : " " + unit.after(value).en()) : number + " " + unit.symbol());
    }

    /// At most `decimals` digits after the point, no zeros at the end.
    static String number(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    static Text difference(BigDecimal value, Indicator indicator) {
        String sign = value.signum() > 0 ? "+" : value.signum() < 0 ? "−" : "";
        if (indicator.unit().symbol().equals("percent")) {
            String number = number(value.abs(), indicator.decimals());
            return new Text(sign + number + "个百分点", sign + number + " points");
        }
        Text amount = amount(value.abs(), indicator);
        return new Text(sign + amount.zh(), sign + amount.en());
    }

    /// Never 0% or 100%: a forecast is not a certainty.
    static Text chance(BigDecimal chance) {
        long percent = chance.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        return Text.same(percent < 1 ? "<1%" : percent > 99 ? ">99%" : percent + "%");
    }

    /// Official Chinese type: no spaces between a number and what it counts, full-width commas and semicolons
    /// beside Chinese.
    public static String tight(String zh) {
        StringBuilder tight = new StringBuilder(zh.length());
        for (int i = 0; i < zh.length(); i++) {
            char c = zh.charAt(i);
            boolean beside = (i > 0 && wide(zh.charAt(i - 1))) || (i + 1 < zh.length() && wide(zh.charAt(i + 1)));
            if (c == ' ' && beside && i > 0 && i + 1 < zh.length()) continue;
            tight.append(beside && c == ',' ? '，' : beside && c == ';' ? '；' : c);
        }
        return tight.toString();
    }

    private static boolean wide(char c) {
        return Character.isIdeographic(c) || (c >= '\u3000' && c <= '\u303f') || (c >= '\uff00' && c <= '\uffef');
    }
}
