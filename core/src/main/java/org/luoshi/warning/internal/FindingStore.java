package org.luoshi.warning.internal;

import static org.luoshi.tables.Tables.WARNING_FINDING;
import static org.luoshi.tables.Tables.WARNING_SHARE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.monitoring.WarningColour;
import org.luoshi.warning.Finding;
import org.luoshi.warning.Finding.Kind;
import org.luoshi.warning.Finding.Share;
import org.luoshi.warning.Finding.Shown;
import org.springframework.stereotype.Component;

/// Findings as rows, each once.
@Component
public class FindingStore {

    private final DSLContext database;

    public FindingStore(DSLContext database) {
        this.database = database;
    }

    public boolean isKnown(UUID id) {
        return database.fetchExists(WARNING_FINDING, WARNING_FINDING.ID.eq(id));
    }

    /// @param warning that it belongs to; null for none
    public void keep(Finding finding, @Nullable UUID warning, Instant knownAt) {
        Shown shown = finding.shown();
        database.insertInto(WARNING_FINDING)
                .set(WARNING_FINDING.ID, finding.id())
                .set(WARNING_FINDING.EPISODE, finding.episode())
                .set(WARNING_FINDING.KIND, Word.of(finding.kind()))
                .set(WARNING_FINDING.RULE, finding.rule().toString())
                .set(WARNING_FINDING.VERSION, finding.version())
                .set(WARNING_FINDING.COLOUR, Word.of(finding.colour()))
                .set(WARNING_FINDING.THING, finding.thing())
                .set(WARNING_FINDING.UNIT, finding.unit())
                .set(WARNING_FINDING.EXERCISE, finding.exercise())
                .set(WARNING_FINDING.AT, finding.at())
                .set(WARNING_FINDING.CONFIRM, finding.confirm().toMillis())
                .set(WARNING_FINDING.KNOWN_AT, knownAt)
                .set(WARNING_FINDING.WARNING, warning)
                .set(WARNING_FINDING.SINCE, shown.since())
                .set(WARNING_FINDING.READINGS, shown.readings())
                .set(WARNING_FINDING.VALUE, shown.value())
                .set(WARNING_FINDING.MEASURED, shown.measured())
                .set(WARNING_FINDING.BOUND, shown.bound())
                .set(WARNING_FINDING.MARGIN, shown.margin())
                .set(WARNING_FINDING.ALLOWED, shown.allowed() == null ? null : shown.allowed().toMillis())
                .execute();
        for (int place = 0; place < shown.shares().size(); place++) {
            Share share = shown.shares().get(place);
            database.insertInto(WARNING_SHARE)
                    .set(WARNING_SHARE.FINDING, finding.id())
                    .set(WARNING_SHARE.PLACE, place)
                    .set(WARNING_SHARE.TRAIT, share.trait())
                    .set(WARNING_SHARE.HIGH, share.high())
                    .set(WARNING_SHARE.VALUE, share.value())
                    .set(WARNING_SHARE.USUAL, share.usual())
                    .set(WARNING_SHARE.DECADES, share.decades())
                    .execute();
        }
    }

    /// Oldest first.
    public List<Finding> of(UUID warning) {
        return database.selectFrom(WARNING_FINDING)
                .where(WARNING_FINDING.WARNING.eq(warning))
                .orderBy(WARNING_FINDING.AT, WARNING_FINDING.ID)
                .fetch(row -> new Finding(
                        row.getId(),
                        row.getEpisode(),
                        Word.read(Kind.class, row.getKind()),
                        QualifiedId.parse(row.getRule()),
                        row.getVersion(),
                        Word.read(WarningColour.class, row.getColour()),
                        row.getThing(),
                        row.getUnit(),
                        row.getAt(),
                        Duration.ofMillis(row.getConfirm()),
                        row.getExercise(),
                        new Shown(
                                row.getSince(),
                                row.getReadings(),
                                row.getValue(),
                                row.getMeasured(),
                                row.getBound(),
                                row.getMargin(),
                                row.getAllowed() == null ? null : Duration.ofMillis(row.getAllowed()),
                                shares(row.getId()))));
    }

    private List<Share> shares(UUID finding) {
        return database.selectFrom(WARNING_SHARE)
                .where(WARNING_SHARE.FINDING.eq(finding))
                .orderBy(WARNING_SHARE.PLACE)
                .fetch(row -> new Share(row.getTrait(), row.getHigh(), row.getValue(), row.getUsual(), row.getDecades()));
    }
}
