package org.luoshi.process.internal.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.clock.Approval;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.kernel.clock.WrittenNotice;
import org.luoshi.tables.tables.records.CaseClockEntryRecord;

/// Entries of a clock's ledger as rows.
final class ClockRows {

    private ClockRows() {}

    static CaseClockEntryRecord row(ClockEvent event) {
        CaseClockEntryRecord row = new CaseClockEntryRecord();
        row.setAt(event.at());
        switch (event) {
            case ClockEvent.Started(var _, String name, String document) -> {
                row.setKind("started");
                row.setEvent(name);
                row.setDocument(document);
            }
            case ClockEvent.Suspended(var _, String cause, WrittenNotice notice) -> {
                row.setKind("suspended");
                row.setCause(cause);
                if (notice != null) {
                    row.setDocument(notice.number());
                    row.setNoticeOn(notice.on());
                    row.setNoticeUntil(notice.until());
                }
            }
            case ClockEvent.Resumed(var _, String document) -> {
                row.setKind("resumed");
                row.setDocument(document);
            }
            case ClockEvent.Returned(var _, String from, String to, String reason) -> {
                row.setKind("returned");
                row.setStepFrom(from);
                row.setStepTo(to);
                row.setReason(reason);
            }
            case ClockEvent.Extended(var _, int days, Approval approval, String reason) -> {
                row.setKind("extended");
                row.setDays(days);
                row.setReason(reason);
                if (approval != null) {
                    row.setApprovedBy(approval.person());
                    row.setApprovedAs(approval.role());
                    row.setDocument(approval.document());
                }
            }
            case ClockEvent.Completed(var _, String name) -> {
                row.setKind("completed");
                row.setEvent(name);
            }
            case ClockEvent.Withdrawn(var _, String reason) -> {
                row.setKind("withdrawn");
                row.setReason(reason);
            }
            case ClockEvent.Discontinued(var _, String name) -> {
                row.setKind("discontinued");
                row.setEvent(name);
            }
            case ClockEvent.CalendarPublished(var _, int year, var before, var after) -> {
                row.setKind("published");
                row.setYear(year);
                row.setDueBefore(before);
                row.setDueAfter(after);
            }
        }
        return row;
    }

    static ClockEvent event(CaseClockEntryRecord row) {
        return switch (row.getKind()) {
            case "started" -> new ClockEvent.Started(row.getAt(), row.getEvent(), row.getDocument());
            case "suspended" -> new ClockEvent.Suspended(row.getAt(), row.getCause(), notice(row));
            case "resumed" -> new ClockEvent.Resumed(row.getAt(), row.getDocument());
            case "returned" ->
                new ClockEvent.Returned(row.getAt(), row.getStepFrom(), row.getStepTo(), row.getReason());
            case "extended" -> new ClockEvent.Extended(row.getAt(), row.getDays(), approval(row), row.getReason());
            case "completed" -> new ClockEvent.Completed(row.getAt(), row.getEvent());
            case "withdrawn" -> new ClockEvent.Withdrawn(row.getAt(), row.getReason());
            case "discontinued" -> new ClockEvent.Discontinued(row.getAt(), row.getEvent());
            case "published" ->
                new ClockEvent.CalendarPublished(row.getAt(), row.getYear(), row.getDueBefore(), row.getDueAfter());
            default -> throw new IllegalStateException("an entry of kind " + row.getKind());
        };
    }

    private static @Nullable WrittenNotice notice(CaseClockEntryRecord row) {
        return row.getDocument() == null
                ? null
                : new WrittenNotice(row.getDocument(), Objects.requireNonNull(row.getNoticeOn()), row.getNoticeUntil());
    }

    private static @Nullable Approval approval(CaseClockEntryRecord row) {
        return row.getApprovedBy() == null
                ? null
                : new Approval(row.getApprovedBy(), row.getApprovedAs(), row.getDocument());
    }
}
