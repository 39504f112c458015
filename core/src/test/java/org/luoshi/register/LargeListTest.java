package org.luoshi.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Viewer;

/// Lists of a register too large to be read through for each page.
class LargeListTest {

    private static final int ROWS = 40_000;
    private static Town town;

    /// Codes in order; the last third belongs to the south, whose records thus lie together at the end of the order.
    @BeforeAll
    static void fill() {
        town = new Town();
        town.context.sql().execute("""
                insert into parks.project (_version, _known_from, _change, code, name, district, stage, started_on)
                select 1, now(), 1, 'P-' || lpad(i::text, 6, '0'), '合成项目' || case when i %% 1000 = 7 then '星河' else '' end || i,
                    case when i >= %d then 'south' else 'north' end,
                    (array['lead', 'signed', 'started'])[i %% 3 + 1],
                    case when i %% 4 > 0 then date '2025-01-01' + i %% 50 end
                from generate_series(0, %d) as i""".formatted(ROWS * 2 / 3, ROWS - 1));
        town.context.sql().execute("analyze parks.project");
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void everyPageIsTheNextPartOfTheOrderHoweverTheRecordsLie() {
        for (ListRequest wanted : List.of(
                ListRequest.first(30),
                ListRequest.first(30).where(new Filter.Equal("district", "south")),
                ListRequest.first(30).where(new Filter.Within("district", "north")),
                ListRequest.first(30).where(new Filter.Equal("stage", "lead")),
                ListRequest.first(30).where(new Filter.Equal("stage", "lead"), new Filter.Equal("district", "south")),
                ListRequest.first(30).searching("项目"),
                ListRequest.first(30).searching("p-039"),
                ListRequest.first(30).searching("星河"),
                ListRequest.first(30).searching("星河").where(new Filter.Equal("district", "south")))) {
            for (String order : List.of("code", "started_on")) {
                for (boolean descending : List.of(false, true)) {
                    for (Viewer viewer : List.of(town.system, town.south)) {
                        walk(wanted.by(order, descending), viewer);
                    }
                }
            }
        }
    }

    private static void walk(ListRequest request, Viewer viewer) {
        List<Long> expected = expected(request, viewer);
        RecordPage page = town.projects().list(request, viewer);
        String as = request + " for " + viewer.account();
        int counted = request.search() == null ? 10_000 : 2_000;
        assertThat(page.count()).as(as).isEqualTo(new Count(Math.min(expected.size(), counted), expected.size() <= counted));
        List<Long> seen = new ArrayList<>(ids(page));
        for (int i = 0; i < 3 && page.next() != null; i++) {
            RecordPage next = town.projects().list(request.after(page.next()), viewer);
            assertThat(ids(town.projects().list(request.before(next.previous()), viewer))).as(as).isEqualTo(ids(page));
            assertThat(next.count()).as(as).isEqualTo(page.count());
            seen.addAll(ids(next));
            page = next;
        }
        assertThat(seen).as(as).isEqualTo(expected.subList(0, Math.min(expected.size(), seen.size())));
        assertThat(seen).as(as).hasSize(Math.min(expected.size(), 120));
    }

    /// By the plainest SQL there is.
    private static List<Long> expected(ListRequest request, Viewer viewer) {
        List<String> where = new ArrayList<>(List.of(viewer.everywhere() ? "true" : "district = 'south'"));
        for (Filter filter : request.filters()) {
            where.add(switch (filter) {
                case Filter.Equal(String field, Object value) -> field + " = '" + value + "'";
                case Filter.Within(String field, String unit) -> field + " = '" + unit + "'";
                default -> throw new IllegalArgumentException(filter.toString());
            });
        }
        if (request.search() != null) {
            where.add("(code ilike '%" + request.search() + "%' or name ilike '%" + request.search() + "%')");
        }
        String way = request.sort().descending() ? " desc" : " asc";
        return town.context.sql()
                .fetch("select _id from parks.project where " + String.join(" and ", where) + " order by "
                        + request.sort().field() + way + " nulls last, _id" + way)
                .getValues(0, Long.class);
    }

    private static List<Long> ids(RecordPage page) {
        return page.rows().stream().map(RegisterRecord::id).toList();
    }

    @Test
    void recordsWhoseCodeBeginsWithTheWordComeFirst() {
        town.context.sql().execute("update parks.project set name = 'P-0399 旁边' where code = 'P-000003'");
        List<Long> seen = new ArrayList<>();
        ListRequest request = ListRequest.first(40).searching("p-0399");
        RecordPage page = town.projects().list(request, town.system);
        seen.addAll(ids(page));
        while (page.next() != null) {
            RecordPage next = town.projects().list(request.after(page.next()), town.system);
            assertThat(ids(town.projects().list(request.before(next.previous()), town.system))).isEqualTo(ids(page));
            seen.addAll(ids(next));
            page = next;
        }
        assertThat(seen).isEqualTo(LongStream.concat(LongStream.rangeClosed(39_901, 40_000), LongStream.of(4)).boxed().toList());
        assertThat(town.projects().lookup("P-0399", 2, town.system)).extracting(Choice::key).containsExactly("P-039900", "P-039901");
    }

    @Test
    void aFieldToSortByHasAnIndexOnceTheRegisterIsLarge() {
        assertThat(town.projects().list(ListRequest.first(1), town.system).sortable())
                .containsAll(Set.of("code", "started_on", "district"));
    }
}
