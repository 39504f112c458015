package org.luoshi.app.briefing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.luoshi.app.command.Arguments;
import org.luoshi.app.command.Refusal;
import org.luoshi.briefing.Format;
import org.luoshi.briefing.Subject;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.WrittenTime;

/// What the user asked for, checked before anything is started.
///
/// @param asOf as written; empty for now
/// @param out absent: beside us, under the briefing's own name
record BriefingOrder(
        Optional<String> asOf, QualifiedId layout, Subject subject, Format format, Optional<Path> out, Language language) {

    /// @throws Refusal for what cannot be meant
    static BriefingOrder read(Arguments arguments) {
        if (!arguments.plain().isEmpty()) {
            throw Refusal.usage(
                    "多出的参数：" + arguments.plain().getFirst() + "。",
                    "Unexpected argument: " + arguments.plain().getFirst() + ".");
        }
        Optional<Path> out = arguments.option("--out").map(Path::of);
        Optional<String> asOf = arguments.option("--as-of");
        asOf.ifPresent(BriefingOrder::readable);
        return new BriefingOrder(asOf, layout(arguments), subject(arguments), format(arguments, out), out, language(arguments));
    }

    /// A day means all that was known when it ended; today means now.
    ///
    /// @throws Refusal for the future, of which nothing is known
    Instant moment(Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (asOf.isEmpty()) return now;
        String asked = asOf.get();
        ZoneId zone = clock.getZone();
        Optional<LocalDate> day = WrittenTime.day(asked);
        Instant moment = day.map(d -> d.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS))
                .or(() -> WrittenTime.moment(asked, zone))
                .orElseThrow();
        if (!moment.isAfter(now)) return moment;
        LocalDate today = now.atZone(zone).toLocalDate();
        if (day.filter(today::equals).isPresent()) return now;
        throw Refusal.usage(
                "--as-of %s 在今天（%s）之后，还没有事实。".formatted(asked, today),
                "--as-of %s is after today (%s): there are no facts yet.".formatted(asked, today));
    }

    private static void readable(String asked) {
        if (WrittenTime.day(asked).isEmpty() && WrittenTime.moment(asked, ZoneOffset.UTC).isEmpty()) {
            throw Refusal.usage(
                    "看不懂日期 %s，要写成 2025-09-21 或 2025-09-21T15:30。".formatted(asked),
                    "The date %s cannot be read; write 2025-09-21 or 2025-09-21T15:30.".formatted(asked));
        }
    }

    private static QualifiedId layout(Arguments arguments) {
        String named = arguments.option("--layout").orElse("weekly");
        String qualified = named.contains(".") ? named : "plan_follow_up." + named;
        try {
            return QualifiedId.parse(qualified);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(
                    "看不懂版式 %s，例如 weekly 或 ledger。".formatted(named),
                    "The layout %s cannot be read; such as weekly or ledger.".formatted(named));
        }
    }

    private static Subject subject(Arguments arguments) {
        Optional<String> unit = arguments.option("--unit");
        Optional<String> focus = arguments.option("--focus");
        if (unit.isPresent() && focus.isPresent()) {
            throw Refusal.usage("--unit 和 --focus 只能选一个。", "Choose one of --unit and --focus.");
        }
        return unit.<Subject>map(Subject.OfUnit::new)
                .or(() -> focus.map(Subject.OfFocus::new))
                .orElse(new Subject.City());
    }

    private static Format format(Arguments arguments, Optional<Path> out) {
        Optional<String> asked = arguments.option("--format").or(() -> out.map(BriefingOrder::ending));
        return asked.map(id -> Format.find(id)
                        .orElseThrow(() -> Refusal.usage(
                                "没有格式 %s，可用 html、pdf、docx、xlsx。".formatted(id),
                                "There is no format %s; use html, pdf, docx or xlsx.".formatted(id))))
                .orElse(Format.PDF);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Language language(Arguments arguments) {
        String asked = arguments.option("--lang").orElse("zh");
        return switch (asked) {
            case "zh" -> Language.ZH;
            case "en" -> Language.EN;
            default ->
                throw Refusal.usage(
                        "没有语言 %s，可用 zh、en。".formatted(asked), "There is no language %s; use zh or en.".formatted(asked));
        };
    }
}
