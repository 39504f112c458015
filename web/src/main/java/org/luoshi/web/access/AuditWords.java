package org.luoshi.web.access;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.luoshi.audit.AuditEntry;
import org.luoshi.pack.Entity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Registers;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// The audit log in words. What has none keeps its code, so that nothing of an entry is hidden.
@Component
class AuditWords {

    private static final String ACTION = "audit.action.";
    private static final String DETAIL = "audit.detail.";
    private static final String FIELDS = "fields";

    private final Registers registers;
    private final Messages messages;

    AuditWords(Registers registers, Messages messages) {
        this.registers = registers;
        this.messages = messages;
    }

    String action(String action, Shell shell) {
        return messages.find(shell.language(), ACTION + action).orElse(action);
    }

    /// `parks.project/12` by the register's title; of other things the code says it.
    String subject(String subject, Shell shell) {
        int slash = subject.indexOf('/');
        return slash < 0
                ? subject
                : entity(subject)
                        .map(entity -> shell.say(entity.title()) + " #" + subject.substring(slash + 1))
                        .orElse(subject);
    }

    String details(AuditEntry entry, Shell shell) {
        return entry.details().entrySet().stream()
                .map(detail -> messages.find(shell.language(), DETAIL + detail.getKey()).orElse(detail.getKey())
                        + shell.t("colon")
                        + (detail.getKey().equals(FIELDS)
                                ? fields(entry.subject(), detail.getValue(), shell)
                                : detail.getValue()))
                .collect(Collectors.joining(shell.t("audit.details.between")));
    }

    private String fields(String subject, String ids, Shell shell) {
        Entity entity = entity(subject).orElse(null);
        if (entity == null) return ids;
        return Arrays.stream(ids.split(","))
                .map(id -> entity.field(id).map(field -> shell.say(field.title())).orElse(id))
                .collect(Collectors.joining(shell.t("list")));
    }

    private Optional<Entity> entity(String subject) {
        String id = subject.contains("/") ? subject.substring(0, subject.indexOf('/')) : subject;
        return id.matches("[a-z0-9_]+\\.[a-z0-9_]+") ? registers.packs().entity(QualifiedId.parse(id)) : Optional.empty();
    }
}
