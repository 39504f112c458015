package org.luoshi.app.detection;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.stream.anomaly.Share;
import org.luoshi.stream.anomaly.Trait;
import org.luoshi.stream.machine.Evidence;
import org.luoshi.stream.machine.Transition;

/// What a level found of a thing, and what shows it, in words.
///
/// @param unit of what is measured; empty for a pure number
record FindingWords(String unit) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    static Text colour(WarningColour colour) {
        return switch (colour) {
            case RED -> new Text("红色", "red");
            case ORANGE -> new Text("橙色", "orange");
            case YELLOW -> new Text("黄色", "yellow");
            case BLUE -> new Text("蓝色", "blue");
        };
    }

    static Text kind(Transition.Kind kind) {
        return switch (kind) {
            case RAISED -> new Text("发出", "raised");
            case CLEARED -> new Text("解除", "cleared");
            case SILENT -> new Text("失联", "silent");
            case HEARD -> new Text("恢复", "heard again");
        };
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /// Why it was found.
    Text why(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Run run -> run(run);
            case Evidence.Strange(Evidence.Run run, List<Share> shares) -> {
                Text why = run(run);
                for (Share share : shares) {
                    Text told = share(share);
                    why = new Text(why.zh() + "；" + told.zh(), why.en() + "; " + told.en());
                }
                yield why;
            }
            case Evidence.Silence(Instant last, double value, Duration allowed) ->
                new Text(
                        "最后一个读数 %s 在 %s，此后 %s 内应有读数".formatted(number(value), time(last), length(allowed).zh()),
                        "the last reading, %s, was at %s, and the next was due within %s"
                                .formatted(number(value), time(last), length(allowed).en()));
        };
    }

    private Text run(Evidence.Run run) {
        return new Text(
                "读数 %s，量得 %s，限值 %s，越过 %s；自 %s 起连续 %d 个"
                        .formatted(
                                number(run.last()),
                                measured(run.measured()),
                                measured(run.limit()),
                                number(run.margin()),
                                time(run.since()),
                                run.readings()),
                "reading %s, measured %s against %s, beyond it by %s; %d in a row since %s"
                        .formatted(
                                number(run.last()),
                                measured(run.measured()),
                                measured(run.limit()),
                                number(run.margin()),
                                run.readings(),
                                time(run.since())));
    }

    private static Text share(Share share) {
        Text trait = trait(share.trait());
        String once = share.onceIn() > 1e6 ? "1000000+" : "%.0f".formatted(share.onceIn());
        return new Text(
                "%s %s，常见%s %s，约 %s 个读数才有一次"
                        .formatted(trait.zh(), number(share.value()), share.high() ? "不超过" : "不低于", number(share.usual()), once),
                "%s %s, usually %s %s, about once in %s readings"
                        .formatted(trait.en(), number(share.value()), share.high() ? "at most" : "at least", number(share.usual()), once));
    }

    private static Text trait(Trait trait) {
        return switch (trait) {
            case LEVEL -> new Text("读数", "the reading");
            case STEP -> new Text("与上一读数之差", "the step");
            case MEAN_OF_5 -> new Text("近 5 个的均值", "the mean of 5");
            case MEAN_OF_20 -> new Text("近 20 个的均值", "the mean of 20");
            case MEAN_OF_60 -> new Text("近 60 个的均值", "the mean of 60");
            case TIME_OF_DAY -> new Text("与往日同一时刻之差", "the distance from the same time of past days");
            case SHAPE -> new Text("近 24 个的走势与往常之差", "the distance of the last 24 from similar stretches");
        };
    }

    private String measured(double value) {
        return unit.isEmpty() ? number(value) : number(value) + " " + unit;
    }

    /// Six figures that count; never in powers of ten for what people measure.
    private static String number(double value) {
        if (!Double.isFinite(value)) return "—";
        return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    }

    private static Text length(Duration length) {
        return length.toSeconds() % 60 == 0
                ? new Text(length.toMinutes() + " 分钟", length.toMinutes() + " min")
                : new Text(length.toSeconds() + " 秒", length.toSeconds() + " s");
    }
}
