package org.luoshi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessDenied;
import org.luoshi.register.WriteResult.Conflict;
import org.luoshi.register.WriteResult.Missing;
import org.luoshi.register.WriteResult.Refused;
import org.luoshi.register.WriteResult.Unchanged;
import org.luoshi.register.WriteResult.Written;

class RegisterTest {

    private final Town town = new Town();
    private final Register projects = town.projects();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void everyTypeOfValueComesBackAsItWasWritten() {
        long site = ((Written) town.sites().create(Map.of("code", "S1", "name", "一号地"), town.system)).record().id();
        Map<String, Object> values = new LinkedHashMap<>(project("P-1", "north"));
        values.putAll(Map.of(
                "investment", new BigDecimal("1200.50"),
                "jobs", 30L,
                "started_on", LocalDate.of(2025, 2, 28),
                "reported_at", Instant.parse("2025-03-01T01:02:03.123456Z"),
                "open", true,
                "place", new Point(new BigDecimal("104.0668000"), new BigDecimal("30.5728000")),
                "site", site,
                "commitment", "north_projects",
                "contact", "合成人名"));
        long id = town.create(values);
        assertThat(projects.find(id, null, town.system).orElseThrow().values()).isEqualTo(values);
    }

    @Test
    void theOldVersionIsStillThereAsOfItsTimeAndHistoryTellsWhoChangedWhat() {
        long id = town.create(project("P-1", "north"));
        Instant first = projects.find(id, null, town.system).orElseThrow().knownFrom();
        town.clock.advance(Duration.ofDays(1));
        WriteResult result = projects.update(id, 1, Map.of("stage", "signed"), town.north);
        assertThat(result).isInstanceOf(Written.class);
        town.clock.advance(Duration.ofDays(1));
        assertThat(projects.find(id, first, town.system).orElseThrow().value("stage")).isEqualTo("lead");
        assertThat(projects.find(id, first.minusNanos(1000), town.system)).isEmpty();
        assertThat(projects.find(id, town.clock.instant(), town.system).orElseThrow().version()).isEqualTo(2);
        RecordVersion latest = projects.history(id, town.north).getFirst();
        assertThat(latest.by()).isEqualTo("north_officer");
        assertThat(latest.changes()).containsExactly(new FieldChange("stage", "lead", "signed"));
    }

    @Test
    void aDeletedRecordLeavesThePresentButNotThePast() {
        long id = town.create(project("P-1", "north"));
        Instant before = projects.find(id, null, town.system).orElseThrow().knownFrom();
        town.clock.advance(Duration.ofDays(1));
        assertThat(projects.delete(id, 1, "重复录入", town.north)).isInstanceOf(Written.class);
        assertThat(projects.find(id, null, town.system)).isEmpty();
        assertThat(projects.find(id, before, town.system)).isPresent();
        RecordVersion end = projects.history(id, town.system).getFirst();
        assertThat(end.deleted()).isTrue();
        assertThat(end.reason()).isEqualTo("重复录入");
    }

    @Test
    void labelsAreGivenOfThoseRecordsOnlyThatTheViewerMayRead() {
        long north = town.create(project("P-1", "north"));
        long south = town.create(project("P-2", "south"));
        assertThat(projects.labels(Set.of(north, south), town.north)).containsOnlyKeys(north);
        assertThat(projects.labels(Set.of(north, south), town.system)).containsOnlyKeys(north, south);
        assertThat(projects.labels(Set.of(), town.north)).isEmpty();
    }

    @Test
    void aSecondWriterIsToldWhatTheFirstHasDone() {
        long id = town.create(project("P-1", "north"));
        projects.update(id, 1, Map.of("stage", "signed", "jobs", 5L), town.north);
        Conflict conflict = (Conflict) projects.update(id, 1, Map.of("stage", "started", "name", "改名"), town.system);
        assertThat(conflict.by()).isEqualTo("north_officer");
        assertThat(conflict.current().version()).isEqualTo(2);
        assertThat(conflict.differences())
                .containsExactlyInAnyOrder(
                        new FieldDifference("stage", "lead", "started", "signed"),
                        new FieldDifference("name", "项目P-1", "改名", "项目P-1"),
                        new FieldDifference("jobs", null, null, 5L));
        assertThat(conflict.differences()).filteredOn(FieldDifference::clash).hasSize(1);
        assertThat(projects.find(id, null, town.system).orElseThrow().value("stage")).isEqualTo("signed");
    }

    @Test
    void ofTwoThreadsEditingOneRecordExactlyOneWins() throws Exception {
        long id = town.create(project("P-1", "north"));
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<WriteResult>> results = IntStream.of(1, 2)
                    .mapToObj(n -> threads.submit(() -> {
                        start.await();
                        return projects.update(id, 1, Map.of("jobs", (long) n), town.north);
                    }))
                    .toList();
            start.countDown();
            List<WriteResult> both = List.of(results.get(0).get(), results.get(1).get());
            assertThat(both).hasAtLeastOneElementOfType(Written.class).hasAtLeastOneElementOfType(Conflict.class);
        }
        assertThat(projects.find(id, null, town.system).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedLeavesNoTrace() {
        town.create(project("P-1", "north"));
        long changes = changes();
        Refused duplicate = (Refused) projects.create(project("P-1", "south"), town.system);
        assertThat(duplicate.errors().getFirst().field()).isEqualTo("code");
        assertThat(duplicate.errors().getFirst().text().zh()).contains("P-1").contains("记录 #1");
        Map<String, Object> bad = new LinkedHashMap<>(project("p 2", "city"));
        bad.put("investment", new BigDecimal("-1"));
        bad.remove("stage");
        Refused wrong = (Refused) projects.create(bad, town.system);
        assertThat(wrong.errors()).extracting(FieldError::field).containsExactly("code", "district", "stage", "investment");
        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void savingWithoutAChangeMakesNoVersion() {
        long id = town.create(project("P-1", "north"));
        long changes = changes();
        assertThat(projects.update(id, 1, Map.of("stage", "lead"), town.north)).isInstanceOf(Unchanged.class);
        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void aRecordThatOthersReferToIsNotDeleted() {
        long site = ((Written) town.sites().create(Map.of("code", "S1", "name", "一号地"), town.system)).record().id();
        Map<String, Object> values = new LinkedHashMap<>(project("P-1", "north"));
        values.put("site", site);
        town.create(values);
        Refused refused = (Refused) town.sites().delete(site, 1, "多余", town.system);
        assertThat(refused.errors().getFirst().text().zh()).contains("parks.project");
    }

    @Test
    void anOfficerSeesAndWritesOnlyHerDistrict() {
        long id = town.create(project("P-1", "north"));
        assertThat(projects.find(id, null, town.south)).isEmpty();
        assertThat(projects.list(ListRequest.first(10), town.south).rows()).isEmpty();
        assertThat(projects.history(id, town.south)).isEmpty();
        assertThat(projects.update(id, 1, Map.of("jobs", 1L), town.south)).isInstanceOf(Missing.class);
        assertThatThrownBy(() -> projects.create(project("P-2", "north"), town.south)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> projects.update(id, 1, Map.of("district", "south"), town.north))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void personalDataAreMaskedUntilRevealedAndRevealingIsLogged() {
        Map<String, Object> values = new LinkedHashMap<>(project("P-1", "north"));
        values.put("contact", "合成人名");
        long id = town.create(values);
        RegisterRecord seen = projects.find(id, null, town.north).orElseThrow();
        assertThat(seen.value("contact")).isEqualTo("合***");
        assertThat(seen.masked()).containsExactly("contact");
        long changes = changes();
        assertThat(projects.reveal(id, town.north).orElseThrow().value("contact")).isEqualTo("合成人名");
        assertThat(changes()).isEqualTo(changes + 1);
        assertThatThrownBy(() -> projects.list(
                        ListRequest.first(5).where(new Filter.Equal("contact", "合成人名")), town.north))
                .isInstanceOf(ListRefused.class);
    }

    @Test
    void listenersHearOfAChangeBeforeAndAfter() {
        long id = town.create(project("P-1", "north"));
        projects.update(id, 1, Map.of("stage", "signed"), town.north);
        RecordChange change = town.context.get(Heard.class).changes.getLast().changes().getFirst();
        assertThat(change.before().value("stage")).isEqualTo("lead");
        assertThat(change.after().value("stage")).isEqualTo("signed");
    }

    @Test
    void pagesGoForwardAndBackWithoutGapsInEveryOrder() {
        for (int i = 0; i < 23; i++) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>(project("P-%02d".formatted(i), "north"));
            values.put("started_on", i % 3 == 0 ? null : LocalDate.of(2025, 1, 1 + i % 5));
            town.create(values);
        }
        for (String field : List.of("code", "started_on", "stage", "investment")) {
            for (boolean descending : List.of(false, true)) {
                ListRequest request = ListRequest.first(5).by(field, descending);
                List<Long> all = ids(projects.list(ListRequest.first(100).by(field, descending), town.north));
                assertThat(all).hasSize(23).doesNotHaveDuplicates();
                RecordPage page = projects.list(request, town.north);
                List<Long> seen = new java.util.ArrayList<>(ids(page));
                while (page.next() != null) {
                    RecordPage next = projects.list(request.after(page.next()), town.north);
                    assertThat(ids(projects.list(request.before(next.previous()), town.north))).isEqualTo(ids(page));
                    seen.addAll(ids(next));
                    page = next;
                }
                assertThat(seen).as(field + descending).isEqualTo(all);
            }
        }
    }

    @Test
    void aBoxFindsWhatLiesInItAndOnItsEdgesAlsoAcrossThe180thMeridian() {
        for (String place : List.of("104,30", "179.5,30", "-179.5,30", "104,-30")) {
            String[] degrees = place.split(",", -1);
            Map<String, Object> values = new LinkedHashMap<>(project("P" + place.replaceAll("[.,]", "-"), "north"));
            values.put("place", new Point(new BigDecimal(degrees[0]), new BigDecimal(degrees[1])));
            town.create(values);
        }
        town.create(project("NOWHERE", "north"));
        assertThat(codes(box("103", "29", "105", "31"))).containsExactly("P104-30");
        assertThat(codes(box("104", "30", "104", "30"))).as("its edges belong to it").containsExactly("P104-30");
        assertThat(codes(box("179", "29", "-179", "31"))).containsExactly("P-179-5-30", "P179-5-30");
        assertThat(codes(box("-180", "-90", "180", "90"))).hasSize(4);
        assertThatThrownBy(() -> codes(new Filter.Box("name", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE)))
                .isInstanceOf(ListRefused.class);
    }

    private static Filter box(String west, String south, String east, String north) {
        return new Filter.Box(
                "place", new BigDecimal(west), new BigDecimal(south), new BigDecimal(east), new BigDecimal(north));
    }

    @Test
    void filtersNarrowByEveryKindOfCondition() {
        town.create(project("P-1", "north"));
        Map<String, Object> second = new LinkedHashMap<>(project("P-2", "south"));
        second.putAll(Map.of("jobs", 7L, "started_on", LocalDate.of(2025, 2, 1), "name", "芯片工厂 Fab"));
        town.create(second);
        assertThat(codes(new Filter.Equal("district", "south"))).containsExactly("P-2");
        assertThat(codes(new Filter.In("district", List.of("south", "north")))).containsExactly("P-1", "P-2");
        assertThat(codes(new Filter.Range("jobs", 7L, null))).containsExactly("P-2");
        assertThat(codes(new Filter.Range("started_on", null, LocalDate.of(2025, 1, 31)))).isEmpty();
        assertThat(codes(new Filter.Contains("name", "fab"))).containsExactly("P-2");
        assertThat(codes(new Filter.Empty("jobs", true))).containsExactly("P-1");
        assertThat(codes(new Filter.Within("district", "city"))).containsExactly("P-1", "P-2");
        assertThat(town.projects().filter("district", "within", "city")).isEqualTo(new Filter.Within("district", "city"));
        assertThat(projects.list(ListRequest.first(9).searching("芯片"), town.system).rows()).hasSize(1);
        assertThat(projects.list(ListRequest.first(9).searching("100%_"), town.system).rows()).isEmpty();
    }

    @Test
    void aCursorSomebodyTamperedWithIsRefused() {
        for (String tampered : List.of("!!", "AAAA", cursor("never\u001f1"), cursor("2025-01-01\u001fx"))) {
            assertThatThrownBy(() -> projects.list(ListRequest.first(5).by("started_on", false).after(tampered), town.system))
                    .as(tampered)
                    .isInstanceOf(ListRefused.class);
        }
    }

    private static String cursor(String values) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(values.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void lookupAndReferencesNameRecordsByTheirLabel() {
        long site = ((Written) town.sites().create(Map.of("code", "S1", "name", "一号地"), town.system)).record().id();
        Map<String, Object> values = new LinkedHashMap<>(project("P-1", "north"));
        values.put("site", site);
        town.create(values);
        assertThat(town.sites().lookup("一号", 5, town.system)).containsExactly(new Choice(site, "S1", "一号地"));
        assertThat(projects.list(ListRequest.first(5), town.system).references().get("site")).isEqualTo(Map.of(site, "一号地"));
    }

    private List<String> codes(Filter filter) {
        return projects.list(ListRequest.first(10).where(filter), town.system).rows().stream()
                .map(r -> (String) r.value("code"))
                .toList();
    }

    private static List<Long> ids(RecordPage page) {
        return page.rows().stream().map(RegisterRecord::id).toList();
    }

    private long changes() {
        return town.context.sql().fetchCount(org.jooq.impl.DSL.table("luoshi.audit_entry"));
    }

    static Map<String, Object> project(String code, String district) {
        return Map.of("code", code, "name", "项目" + code, "district", district, "stage", "lead");
    }
}
