package org.luoshi.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Count;

/// The records behind a figure, a page at a time, where they are more than a page.
class ExplainedRowsTest {

    private static City city;

    /// 13,000 records of the north and 1,300 of the south, in 60 days before June.
    @BeforeAll
    static void fill() {
        city = new City();
        city.use(City.packs(Stream.concat(City.indicators().stream(), Stream.of(City.reported())).toList()));
        city.context.sql().execute("""
                insert into parks.project (_version, _known_from, _change, code, district, stage, started_on, reported_at)
                select 1, now(), 1, 'C' || i, case when i % 11 = 0 then 'south' else 'north' end,
                    case when i % 13 = 0 then 'lead' else 'started' end,
                    date '2025-05-31' - i % 60,
                    timestamptz '2025-05-01 00:00:00+08' - interval '3 hours' + i * interval '200.000001 seconds'
                from generate_series(1, 14300) as i""");
        city.context.sql().execute("analyze parks.project");
        city.indicators.refresh();
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    void everyRecordComesOnceNewestFirstHoweverManyThereAre() {
        String started = "stage = 'started' and started_on <= date '2025-06-30'";
        walk("started_to_date", "south", "2025-06", started + " and district = 'south'", "started_on", Viewer.system());
        walk("started_to_date", "north", "2025-06", started + " and district = 'north'", "started_on", Viewer.system());
        walk("started_to_date", "city", "2025-06", started, "started_on", Viewer.system());
        walk("start_rate", "city", "2025-05", "started_on <= date '2025-05-31'", "started_on", Viewer.system());
        String may = "(reported_at at time zone 'Asia/Shanghai')::date between '2025-05-01' and '2025-05-31'";
        walk("reported", "city", "2025-05", may, "reported_at", Viewer.system());
        walk("reported", "south", "2025-05", may + " and district = 'south'", "reported_at", Viewer.system());
    }

    @Test
    void aViewerOfOneDistrictSeesItsRecordsAndHowManyOthersThereAre() {
        Viewer south = new Viewer("s", Text.same("s"), List.of(new Grant(Role.OFFICER, "south")));
        walk("started_to_date", "city", "2025-06", "stage = 'started' and district = 'south'", "started_on", south);
        assertThat(explain("started_to_date", "city", "2025-06", null, null, south).hiddenRows()).isEqualTo(new Count(1_000, false));
        assertThat(explain("started_within", "north", "2025-05", null, null, south).rows()).isEmpty();
    }

    @Test
    void theWholeDerivationTellsEveryRecordOnceUpToWhatIsAskedFor() {
        List<Long> expected = city.context.sql()
                .fetch("select _id from parks.project where stage = 'started' and district = 'south' order by started_on desc, _id desc")
                .getValues(0, Long.class);
        assertThat(expected).hasSizeGreaterThan(1_000);
        List<Long> seen = new ArrayList<>();
        List<Explanation> heads = new ArrayList<>();
        assertThat(derive("south", 5_000, Viewer.system(), heads, seen)).isTrue();
        assertThat(seen).isEqualTo(expected);
        assertThat(heads).hasSize(1);
        seen.clear();
        assertThat(derive("south", 301, Viewer.system(), heads, seen)).isFalse();
        assertThat(seen).isEqualTo(expected.subList(0, 301));
        Viewer south = new Viewer("s", Text.same("s"), List.of(new Grant(Role.OFFICER, "south")));
        seen.clear();
        assertThat(derive("city", 5_000, south, heads, seen)).isTrue();
        assertThat(seen).isEqualTo(expected);
        assertThat(heads.getLast().hiddenRows().value()).isEqualTo(1_000);
    }

    private static boolean derive(String unit, int most, Viewer viewer, List<Explanation> heads, List<Long> seen) {
        return city.indicators.derive(
                ExplainRequest.of(new QualifiedId("parks", "started_to_date"), unit, Period.parse("2025-06"), null, 300),
                most,
                viewer,
                heads::add,
                row -> seen.add(row.id()));
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        for (String written : List.of("", "1", "0_1", "0_1_x", "0_1_99999999999999999999"))
            assertThatThrownBy(() -> RowPlace.parse(written)).isInstanceOf(IllegalArgumentException.class);
        Explanation beyond = explain("started_to_date", "city", "2025-06", new RowPlace(7, 0, 0), null, Viewer.system());
        assertThat(beyond.rows()).isEmpty();
        explain("started_to_date", "city", "2025-06", new RowPlace(0, 999_999_999_999_999_999L, 1), null, Viewer.system());
        explain("reported", "city", "2025-05", new RowPlace(0, 999_999_999_999_999_999L, 1), null, Viewer.system());
    }

    private static void walk(String indicator, String unit, String period, String where, String date, Viewer viewer) {
        List<Long> expected = city.context.sql()
                .fetch("select _id from parks.project where " + where + " order by " + date + " desc, _id desc")
                .getValues(0, Long.class);
        Explanation page = explain(indicator, unit, period, null, null, viewer);
        assertThat(page.rowCount()).isEqualTo(new Count(Math.min(2_000, expected.size()), expected.size() <= 2_000));
        List<Long> seen = new ArrayList<>(ids(page));
        for (int i = 0; i < 4 && page.next() != null; i++) {
            Explanation next = explain(indicator, unit, period, page.next(), null, viewer);
            assertThat(ids(explain(indicator, unit, period, null, next.previous(), viewer))).isEqualTo(ids(page));
            assertThat(next.rowCount()).isEqualTo(page.rowCount());
            seen.addAll(ids(next));
            page = next;
        }
        assertThat(seen).isNotEmpty().isEqualTo(expected.subList(0, seen.size()));
        if (seen.size() < 5 * 300) assertThat(seen).hasSameSizeAs(expected);
    }

    private static Explanation explain(
            String indicator, String unit, String period, @Nullable RowPlace after, @Nullable RowPlace before, Viewer viewer) {
        return city.indicators.explain(
                new ExplainRequest(new QualifiedId("parks", indicator), unit, Period.parse(period), Viewpoint.asOf(null), after, before, 300),
                viewer);
    }

    private static List<Long> ids(Explanation page) {
        return page.rows().stream().map(Explanation.SourceRow::id).toList();
    }
}
