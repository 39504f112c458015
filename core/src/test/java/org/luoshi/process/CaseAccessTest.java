package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.luoshi.tables.Tables.ACCOUNT_GRANT;
import static org.luoshi.tables.Tables.AUDIT_ENTRY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Viewer;

import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.AccountRole;
import org.luoshi.register.FieldError;
import org.luoshi.register.FormField;

class CaseAccessTest {

    private final Hall hall = new Hall("2025-03-03T09:00");

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aTaskIsForItsRoleAndUnitOnly() {
        CaseFile file = hall.apply();
        long task = hall.task(file, hall.clerk);
        for (Viewer other : List.of(hall.elsewhere, hall.officer, hall.enterprise, hall.stranger)) {
            assertThat(hall.cases.act(task, "accept", Map.of("department", "ecology_bureau"), "", null, other))
                    .as(other.account())
                    .isInstanceOf(CaseResult.Missing.class);
            assertThat(hall.tasks.open(other, 10)).as(other.account()).isEmpty();
        }
    }

    @Test
    void aTaskGivesItsDataAndEndsWithThem() {
        CaseFile file = hall.apply();
        assertThat(hall.cases.find(file.number(), hall.officer)).isEmpty();
        Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
        assertThat(hall.cases.find(file.number(), hall.officer)).isPresent();
        Hall.done(hall.act(file, "reply", Map.of("answer", "已协调"), hall.officer));
        assertThat(hall.cases.find(file.number(), hall.officer)).isEmpty();
    }

    @Test
    void applicantsSeeTheirOwnCasesOnly() {
        CaseFile file = hall.apply();
        assertThat(hall.cases.find(file.number(), hall.stranger)).isEmpty();
        assertThat(hall.cases.applied(null, 200, hall.stranger)).isEmpty();
        assertThat(hall.cases.applied(null, 200, hall.enterprise)).hasSize(1);
        assertThatThrownBy(() -> hall.cases.apply(Hall.HANDLING, Hall.request(), hall.clerk))
                .isInstanceOf(AccessDenied.class);
    }

    @Test
    void personalDataAreShownToTheApplicantAndRevealedToWhoHasTakenTheTask() {
        CaseFile file = hall.apply();
        assertThat(hall.view(file, hall.enterprise).content().value("phone")).isEqualTo("13800000000");
        assertThat(hall.cases.reveal(file.number(), hall.clerk)).as("before he takes it").isEmpty();
        Hall.done(hall.operations.take(hall.task(file, hall.clerk), hall.clerk));
        assertThat(hall.view(file, hall.clerk).content().masked()).contains("phone", "contact");
        CaseView revealed = hall.cases.reveal(file.number(), hall.clerk).orElseThrow();
        assertThat(revealed.content().value("phone")).isEqualTo("13800000000");
        assertThat(hall.cases.reveal(file.number(), hall.colleague)).isEmpty();
    }

    @Test
    void everyRevealingOfPersonalDataIsInTheAuditLog() {
        CaseFile file = hall.apply();
        Hall.done(hall.operations.take(hall.task(file, hall.clerk), hall.clerk));
        hall.cases.reveal(file.number(), hall.clerk);
        assertThat(hall.context.sql()
                        .select(AUDIT_ENTRY.ACTOR, AUDIT_ENTRY.SUBJECT)
                        .from(AUDIT_ENTRY)
                        .where(AUDIT_ENTRY.ACTION.eq("case.reveal"))
                        .fetchMany())
                .singleElement()
                .satisfies(found -> assertThat(found).singleElement().satisfies(entry -> {
                    assertThat(entry.get(AUDIT_ENTRY.ACTOR)).isEqualTo("clerk");
                    assertThat(entry.get(AUDIT_ENTRY.SUBJECT)).isEqualTo("case/" + file.number());
                }));
    }

    @Test
    void aMaskThatAFormShowedIsNotWrittenAsTheValue() {
        CaseFile file = hall.applyForLicence();
        Hall.done(hall.act(file, "accept", Map.of(), hall.clerk));
        CaseView view = hall.view(file, hall.officer);
        Map<String, String> shown = hall.cases.form(view, Map.of(), List.of()).fields().stream()
                .collect(Collectors.toMap(field -> field.field().id(), FormField::text));
        assertThat(shown.get("contact")).isNotEqualTo("合成联系人");
        Hall.done(hall.act(file, "agree", shown, hall.officer));
        assertThat(hall.view(file).content().value("contact")).isEqualTo("合成联系人");
    }

    @Test
    void nobodyLearnsFromAFormWhichRecordsThereAreThatHeMayNotRead() {
        CaseFile first = hall.applyForLicence();
        String hidden = naming("#" + first.record());
        String absent = naming("#999999");
        assertThat(hidden).contains("没有").isEqualTo(absent.replace("#999999", "#" + first.record()));
    }

    /// What the enterprise is told when it names an earlier application.
    private String naming(String earlier) {
        Map<String, String> typed =
                Map.of("title", "合成许可", "district", "chenghua", "contact", "合成联系人", "earlier", earlier);
        CaseResult result = hall.cases.apply(Hall.LICENCE, typed, hall.enterprise);
        assertThat(result).isInstanceOf(CaseResult.Refused.class);
        FieldError error = ((CaseResult.Refused) result).errors().getFirst();
        assertThat(error.field()).isEqualTo("earlier");
        return error.text().zh();
    }

    @Test
    void whoHasLostTheRoleCanNoLongerDoWhatHeHoldsAndOthersCan() {
        CaseFile file = hall.apply();
        long task = hall.task(file, hall.clerk);
        Hall.done(hall.operations.take(task, hall.clerk));
        Viewer former = new Viewer("clerk", hall.clerk.name(), List.of(new Grant(Role.CLERK, "jinniu")));
        assertThat(hall.cases.act(task, "refuse", Map.of(), "不受理", null, former))
                .isInstanceOf(CaseResult.Missing.class);
        assertThat(hall.operations.releaseAbandoned()).as("while he has the role").isZero();
        hall.context.sql().deleteFrom(ACCOUNT_GRANT).where(ACCOUNT_GRANT.ACCOUNT.eq("clerk")).execute();
        assertThat(hall.tasks.open(hall.colleague, 10)).isEmpty();
        assertThat(hall.operations.releaseAbandoned()).isEqualTo(1);
        assertThat(hall.tasks.open(hall.colleague, 10)).hasSize(1);
        Hall.done(hall.cases.act(task, "refuse", Map.of(), "不受理", null, hall.colleague));
    }

    @Test
    void aTaskIsListedOnceHoweverManyOfOnesUnitsHoldIt() {
        hall.apply();
        Viewer twice = new Viewer(
                "clerk",
                hall.clerk.name(),
                List.of(new Grant(Role.CLERK, "chenghua"), new Grant(Role.CLERK, "chengdu")));
        assertThat(hall.tasks.open(twice, 10)).hasSize(1);
        assertThat(hall.tasks.countOpen(twice)).isEqualTo(1);
    }

    @Test
    void aHeadSeesWhatLiesInTheUnitWhoeverHasIt() {
        CaseFile file = hall.apply();
        assertThat(hall.tasks.ofMyUnits(hall.head, 10)).isEmpty();
        Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
        Hall.done(hall.operations.take(hall.task(file, hall.officer), hall.officer));
        assertThat(hall.tasks.ofMyUnits(hall.head, 10)).hasSize(1);
        assertThat(hall.view(file, hall.head).mine()).isEmpty();
    }

    @Test
    void whatAProcessWritesNobodyWritesBesideIt() {
        CaseFile file = hall.apply();
        var register = hall.registers.of(new QualifiedId("enterprise_requests", "request"));
        assertThatThrownBy(() -> register.update(file.record(), 1, Map.of("answer", "改动"), Viewer.system()))
                .isInstanceOf(AccessDenied.class);
        assertThat(register.writtenByProcess()).isTrue();
    }

    @Test
    void everyRoleOfPacksIsARoleOfAccounts() {
        assertThat(Arrays.stream(Role.values()).map(Role::name))
                .containsAll(Arrays.stream(AccountRole.values()).map(AccountRole::name).toList());
    }
}
