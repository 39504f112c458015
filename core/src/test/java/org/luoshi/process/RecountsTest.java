package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.clock.ClockEvent;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.RegisterRecord;

/// The calendar of 2026 is published after cases have begun that lean on it.
class RecountsTest {

    @TempDir
    private static Path folder;

    private static PackSet before2026;

    private Hall hall;

    /// Thursday 25 December 2025, by what was published till then.
    private Hall before() throws IOException {
        if (before2026 == null) before2026 = Hall.compiledWithoutCalendar(folder, 2026);
        hall = new Hall("2025-12-25T09:00", before2026);
        return hall;
    }

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void anEditionMovesTheDatesThatLeanOnItAndListsThem() throws IOException {
        before();
        CaseFile file = hall.apply();
        // by the weekday: 26, 29, 30, 31 December, 1 January
        assertThat(acceptance(file).reading().due().date()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(acceptance(file).reading().due().provisional()).isTrue();
        hall.publish(Hall.PACKS);
        assertThat(hall.context.get(Recounts.class).run(_ -> {})).isEqualTo(1);
        // 1 to 3 January are off, Sunday 4 January is worked
        LocalDate after = LocalDate.of(2026, 1, 4);
        assertThat(acceptance(file).reading().due().date()).isEqualTo(after);
        assertThat(acceptance(file).reading().due().provisional()).isFalse();
        assertThat(acceptance(file).clock().ledger().last())
                .isInstanceOfSatisfying(ClockEvent.CalendarPublished.class, published -> {
                    assertThat(published.before()).isEqualTo(LocalDate.of(2026, 1, 1));
                    assertThat(published.after()).isEqualTo(after);
                });
        Recount recount = hall.context.get(Recounts.class).all(Viewer.system(), 10).getFirst();
        assertThat(recount.affected()).isEqualTo(1);
        assertThat(recount.shown()).singleElement().satisfies(line -> {
            assertThat(line.file().number()).isEqualTo(file.number());
            assertThat(line.moved()).isTrue();
        });
    }

    @Test
    void whatIsKeptBesideTheLedgerFollows() throws IOException {
        before();
        CaseFile file = hall.apply();
        hall.publish(Hall.PACKS);
        hall.context.get(Recounts.class).run(_ -> {});
        LocalDate after = LocalDate.of(2026, 1, 4);
        assertThat(hall.view(file).file().dueOn()).isEqualTo(after);
        RegisterRecord row = hall.registers
                .entrusted(new QualifiedId("enterprise_requests", "handling_case"))
                .find(file.row(), null)
                .orElseThrow();
        assertThat(row.value("acceptance_due_on")).isEqualTo(after);
        assertThat(hall.context.get(CaseCheck.class).run().findings()).isEmpty();
    }

    @Test
    void theSameEditionIsCountedOnce() throws IOException {
        before();
        hall.apply();
        Recounts recounts = hall.context.get(Recounts.class);
        assertThat(recounts.run(_ -> {})).as("by the calendar that all were made by").isZero();
        hall.publish(Hall.PACKS);
        assertThat(recounts.run(_ -> {})).isEqualTo(1);
        assertThat(recounts.run(_ -> {})).isZero();
        assertThat(recounts.all(Viewer.system(), 10)).hasSize(1);
    }

    @Test
    void aClockThatStandsStillIsCountedWhenItRunsOn() throws IOException {
        before();
        CaseFile file = hall.apply();
        Hall.done(hall.ask(file, "补充租赁合同"));
        hall.publish(Hall.PACKS);
        assertThat(hall.context.get(Recounts.class).run(_ -> {})).isZero();
        hall.clock.day("2025-12-30");
        Hall.done(hall.act(file, "submit", Map.of(), hall.enterprise));
        // no day was used before the notice of the 25th; 31 December, then 4 to 7 January
        assertThat(acceptance(file).reading().due().date()).isEqualTo(LocalDate.of(2026, 1, 7));
    }

    private ClockStand acceptance(CaseFile file) {
        return hall.view(file).clocks().getFirst();
    }
}
