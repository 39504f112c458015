package org.luoshi.process.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.process.CertificateForm;
import org.luoshi.pack.process.Outcome;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.CaseFile;
import org.luoshi.process.Certificate;
import org.luoshi.process.EventKind;
import org.luoshi.process.Processes;
import org.luoshi.process.internal.store.CaseStore;
import org.luoshi.process.internal.store.CertificateStore;
import org.luoshi.register.EntrustedRegister;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;

/// Issues what an outcome gives, in the transaction that ends the case; the audit log has its digest.
@Component
public class Certifying {

    /// What tells numbers of certificates from those of cases.
    private static final String MARK = "Z";

    private final CaseStore cases;
    private final CertificateStore store;
    private final Registers registers;
    private final ChangeLog log;

    public Certifying(CaseStore cases, CertificateStore store, Registers registers, ChangeLog log) {
        this.cases = cases;
        this.store = store;
        this.registers = registers;
        this.log = log;
    }

    /// @param outcome id of the case's end
    void issue(CaseFile file, ProcessDefinition definition, String outcome, RegisterRecord content, Change change) {
        CertificateForm form =
                definition.outcome(outcome).map(Outcome::certificate).orElse(null);
        if (form == null) return;
        EntrustedRegister register = registers.entrusted(definition.content());
        RegisterRecord masked = register.masked(content.id()).orElseThrow();
        LocalDate today = LocalDate.ofInstant(change.knownAt(), Processes.ZONE);
        Certificate issued = new Certificate(
                cases.nextNumber(definition.prefix() + MARK, today.getYear()),
                file.number(),
                form.title(),
                body(form, register, content),
                body(form, register, masked),
                form.issuer() == null ? file.unit() : form.issuer(),
                today,
                lastDay(form, content, today),
                null);
        Change entry = log.open(new ChangeRequest(
                change.actor(),
                "certificate.issue",
                "certificate/" + issued.number(),
                Map.of("case", file.number(), "digest", issued.digest())));
        store.insert(issued, file, outcome, entry);
        cases.append(file, EventKind.CERTIFIED, null, null, issued.number(), entry);
    }

    private static Text body(CertificateForm form, EntrustedRegister register, RegisterRecord content) {
        return new Text(
                body(form.body().zh(), register, content, Language.ZH),
                body(form.body().en(), register, content, Language.EN));
    }

    private static String body(String text, EntrustedRegister register, RegisterRecord content, Language language) {
        return CertificateForm.filled(text, field -> {
            String words = register.show(
                    field,
                    content.value(field),
                    language,
                    register.references(List.of(content)).getOrDefault(field, Map.of()));
            return words.isEmpty() ? "—" : words;
        });
    }

    private static @Nullable LocalDate lastDay(CertificateForm form, RegisterRecord content, LocalDate today) {
        String field = form.validUntil();
        Integer days = form.validDays();
        if (field != null) return (LocalDate) content.value(field);
        return days == null ? null : today.plusDays(days);
    }
}
