package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.ProcessForm.ACCOUNT;
import static org.luoshi.compiler.internal.form.ProcessForm.ROLES;
import static org.luoshi.compiler.internal.form.ProcessForm.ROLE_TITLE;
import static org.luoshi.compiler.internal.form.ProcessForm.UNIT;
import static org.luoshi.compiler.internal.form.ProcessForm.UNIT_FIELD;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.APPLICANT_WITH_UNIT;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.APPLIED_BY_OTHERS;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NO_UNIT_IN_FIELD;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.ROLE_WITHOUT_UNIT;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.UNKNOWN_ROLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.FieldType.UnitType;
import org.luoshi.pack.process.AccountRole;
import org.luoshi.pack.process.CaseRole;

/// Who takes part in a process.
final class ProcessRoles {

    private final World world;
    private final Draft draft;
    private final View process;
    private final Optional<World.BoundEntity> content;

    ProcessRoles(World world, Draft draft, View process, Optional<World.BoundEntity> content) {
        this.world = world;
        this.draft = draft;
        this.process = process;
        this.content = content;
    }

    List<CaseRole> bind() {
        List<CaseRole> roles = new ArrayList<>();
        declared().forEach((id, role) -> role(id, role.value()).ifPresent(roles::add));
        return roles;
    }

    /// Reports a role that is not declared.
    boolean check(Scalar name) {
        List<String> roles = declared().keySet().stream().map(Scalar::text).toList();
        if (roles.contains(name.text()) || process.broken(ROLES)) return true;
        world.findings()
                .report(UNKNOWN_ROLE
                        .at(name.span())
                        .with("name", name.text())
                        .with("members", Members.of(roles, name.text()))
                        .with("meant", Members.meant(name.text(), roles)));
        return false;
    }

    /// Whether a role is declared as the applicant's.
    boolean applies(String role) {
        return declared().entrySet().stream()
                .anyMatch(entry -> entry.getKey().text().equals(role)
                        && entry.getValue().value().get(ACCOUNT).filter(a -> a == AccountRole.APPLICANT).isPresent());
    }

    void checkApplicant(Scalar name) {
        if (!check(name)) return;
        declared().forEach((id, role) -> {
            boolean other = role.value().get(ACCOUNT).map(a -> a != AccountRole.APPLICANT).orElse(false);
            if (id.text().equals(name.text()) && other) {
                world.findings()
                        .report(APPLIED_BY_OTHERS.at(name.span()).with("role", name.text()));
            }
        });
    }

    private Optional<CaseRole> role(Scalar id, View role) {
        Optional<AccountRole> account = role.get(ACCOUNT);
        boolean placed = role.has(UNIT_FIELD) || role.has(UNIT);
        boolean twice = role.has(UNIT_FIELD) && role.has(UNIT);
        if (account.isEmpty()) return Optional.empty();
        if (account.get() == AccountRole.APPLICANT) {
            if (placed) {
                world.findings()
                        .report(APPLICANT_WITH_UNIT
                                .at(role.has(UNIT) ? role.keyAt(UNIT) : role.keyAt(UNIT_FIELD))
                                .with("role", id.text()));
            }
            return Optional.of(new CaseRole(id.text(), role.get(ROLE_TITLE, Text.EMPTY), account.get(), null, null));
        }
        if (!placed || twice) {
            world.findings()
                    .report(ROLE_WITHOUT_UNIT
                            .at(twice ? role.keyAt(UNIT) : id.span())
                            .with("role", id.text()));
            return Optional.empty();
        }
        @Nullable String field = role.get(UNIT_FIELD).flatMap(this::unitField).orElse(null);
        @Nullable String unit = role.get(UNIT).flatMap(world::unit).orElse(null);
        return field == null && unit == null
                ? Optional.empty()
                : Optional.of(new CaseRole(id.text(), role.get(ROLE_TITLE, Text.EMPTY), account.get(), field, unit));
    }

    private Optional<String> unitField(Scalar name) {
        if (content.isEmpty()) return Optional.empty();
        return new Named(world, draft).field(content.get(), name).flatMap(field -> {
            if (field.type() instanceof UnitType) return Optional.of(field.id());
            world.findings()
                    .report(NO_UNIT_IN_FIELD
                            .at(name.span())
                            .with("field", field.id())
                            .with("type", content.get().type(field.id()))
                            .other(content.get().at(field.id())));
            return Optional.empty();
        });
    }

    private Map<Scalar, Listed<View>> declared() {
        return process.get(ROLES, Map.of());
    }
}
