package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.ProcessForm.BODY;
import static org.luoshi.compiler.internal.form.ProcessForm.CERTIFICATE;
import static org.luoshi.compiler.internal.form.ProcessForm.CERTIFICATE_TITLE;
import static org.luoshi.compiler.internal.form.ProcessForm.ISSUER;
import static org.luoshi.compiler.internal.form.ProcessForm.VALID_DAYS;
import static org.luoshi.compiler.internal.form.ProcessForm.VALID_UNTIL;
import static org.luoshi.compiler.internal.mistake.AttachmentMistakes.NOT_A_DAY;
import static org.luoshi.compiler.internal.mistake.AttachmentMistakes.TWO_ENDS;
import static org.luoshi.compiler.internal.mistake.AttachmentMistakes.UNKNOWN_SLOT;
import static org.luoshi.compiler.internal.mistake.AttachmentMistakes.UNLIKE_SLOTS;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.FieldType.DateType;
import org.luoshi.pack.process.CertificateForm;

/// What the outcomes of a process issue: their texts name fields of the content.
final class ProcessCertificates {

    private final World world;
    private final Draft draft;
    private final Optional<World.BoundEntity> content;
    private final Findings findings;

    ProcessCertificates(World world, Draft draft, Optional<World.BoundEntity> content) {
        this.world = world;
        this.draft = draft;
        this.content = content;
        this.findings = world.findings();
    }

    @Nullable CertificateForm of(View outcome) {
        return outcome.get(CERTIFICATE).map(this::bind).orElse(null);
    }

    private CertificateForm bind(View written) {
        Text body = written.get(BODY, Text.EMPTY);
        content.ifPresent(entity -> checkSlots(written, body, entity));
        if (written.has(VALID_UNTIL) && written.has(VALID_DAYS)) {
            findings.report(TWO_ENDS.at(written.keyAt(VALID_DAYS)).other(written.keyAt(VALID_UNTIL)));
        }
        return new CertificateForm(
                written.get(CERTIFICATE_TITLE, Text.EMPTY),
                body,
                written.get(ISSUER).flatMap(world::unit).orElse(null),
                written.get(VALID_UNTIL).flatMap(this::day).orElse(null),
                written.get(VALID_DAYS).orElse(null));
    }

    private void checkSlots(View written, Text body, World.BoundEntity entity) {
        Set<String> slots = new CertificateForm(Text.EMPTY, body, null, null, null).slots();
        slots.stream()
                .filter(slot -> !entity.names().contains(slot) && !entity.broken().contains(slot))
                .forEach(slot -> findings.report(UNKNOWN_SLOT
                        .at(written.at(BODY))
                        .with("slot", slot)
                        .with("entity", entity.entity().id().name())
                        .with("members", Members.of(entity.names(), slot))
                        .with("meant", Members.meant(slot, entity.names()))));
        Set<String> zh = CertificateForm.slots(body.zh());
        Set<String> en = CertificateForm.slots(body.en());
        if (!zh.equals(en)) {
            String odd = slots.stream()
                    .filter(slot -> zh.contains(slot) != en.contains(slot))
                    .findFirst()
                    .orElseThrow();
            findings.report(UNLIKE_SLOTS.at(written.at(BODY)).with("slot", odd));
        }
    }

    private Optional<String> day(Scalar name) {
        return content.flatMap(entity -> new Named(world, draft).field(entity, name).flatMap(field -> {
            if (field.type() instanceof DateType) return Optional.of(field.id());
            findings.report(NOT_A_DAY
                    .at(name.span())
                    .with("field", field.id())
                    .with("type", entity.type(field.id()))
                    .other(entity.at(field.id())));
            return Optional.empty();
        }));
    }
}
