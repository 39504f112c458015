package org.luoshi.app.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.pack.monitoring.WarningRule;
import org.luoshi.pack.monitoring.WarningRule.Level;
import org.luoshi.stream.anomaly.Share;
import org.luoshi.stream.machine.Evidence;
import org.luoshi.stream.machine.Transition;
import org.luoshi.warning.Finding;

/// What a machine found, as warnings are told.
final class Told {

    private Told() {}

    static Finding of(
            WarningRule rule, WarningColour colour, Transition found, String thing, String unit, boolean exercise) {
        Duration confirm = rule.levels().stream()
                .filter(it -> it.colour() == colour)
                .map(Level::confirm)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(rule.id() + " has no level " + colour));
        return new Finding(
                found.id(),
                found.episode(),
                kind(found.kind()),
                rule.id(),
                found.version(),
                colour,
                thing,
                unit,
                found.at(),
                confirm,
                exercise,
                shown(found.evidence()));
    }

    private static Finding.Kind kind(Transition.Kind kind) {
        return switch (kind) {
            case RAISED -> Finding.Kind.RAISED;
            case CLEARED -> Finding.Kind.CLEARED;
            case SILENT -> Finding.Kind.SILENT;
            case HEARD -> Finding.Kind.HEARD;
        };
    }

    private static Finding.Shown shown(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Run run -> run(run, List.of());
            case Evidence.Strange(Evidence.Run run, List<Share> shares) ->
                run(run, shares.stream().map(Told::share).toList());
            case Evidence.Silence(Instant last, double value, Duration allowed) ->
                new Finding.Shown(last, 0, value, null, null, null, allowed, List.of());
        };
    }

    private static Finding.Shown run(Evidence.Run run, List<Finding.Share> shares) {
        return new Finding.Shown(
                run.since(), run.readings(), run.last(), run.measured(), run.limit(), run.margin(), null, shares);
    }

    private static Finding.Share share(Share share) {
        return new Finding.Share(
                share.trait().name().toLowerCase(Locale.ROOT), share.high(), share.value(), share.usual(), share.decades());
    }
}
