package org.luoshi.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.audit.AuditEntry;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.internal.store.CaseStore;
import org.luoshi.process.internal.store.CertificateStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What cases were given at their end: read by those who may see the case, checked by anybody who has the paper, revoked
/// by the head of the unit that issued it.
@Service
public class Certificates {

    private static final int PAGE = 500;

    private final CertificateStore store;
    private final CaseStore cases;
    private final Units units;
    private final ChangeLog log;
    private final Clock clock;

    public Certificates(CertificateStore store, CaseStore cases, Units units, ChangeLog log, Clock clock) {
        this.store = store;
        this.cases = cases;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /// What came of revoking one.
    public enum Revoking {
        REVOKED,
        NO_REASON,
        /// It was revoked before.
        ALREADY,
        /// There is none, or the viewer does not head the unit that issued it.
        MISSING
    }

    /// For anybody who has the paper: the number and the code that stand on it, or the whole digest. What the number alone
    /// opens is nothing, so that nobody goes through the numbers.
    public Optional<Certificate> check(String number, String code) {
        String given = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (!given.matches("[0-9a-f]{16,64}")) return Optional.empty();
        return store.find(number.strip().toUpperCase(Locale.ROOT))
                .filter(found -> found.digest().startsWith(given));
    }

    /// Whether the viewer may revoke it.
    public boolean mayRevoke(Certificate certificate, Viewer viewer) {
        return certificate.revocation() == null
                && viewer.grants().stream()
                        .anyMatch(grant -> grant.role() == Role.MANAGER
                                && units.isWithin(certificate.issuer(), Set.of(grant.unit())));
    }

    /// Ends it for good, and tells the case. Not by whoever decided alone: by the head.
    @Transactional
    public Revoking revoke(String number, String reason, Viewer viewer) {
        Certificate found = store.lock(number).orElse(null);
        if (found == null) return Revoking.MISSING;
        if (found.revocation() != null) return Revoking.ALREADY;
        if (!mayRevoke(found, viewer)) return Revoking.MISSING;
        if (reason.isBlank()) return Revoking.NO_REASON;
        CaseFile file = cases.find(found.caseNumber()).orElseThrow();
        Change change = log.open(new ChangeRequest(
                viewer.account(), "certificate.revoke", "certificate/" + number, Map.of("case", file.number())));
        store.revoke(number, LocalDate.ofInstant(change.knownAt(), Processes.ZONE), reason.strip(), change);
        cases.append(file, EventKind.REVOKED, null, null, reason.strip(), change);
        return Revoking.REVOKED;
    }

    /// Today, by which a certificate holds or does not.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Processes.ZONE);
    }

    /// Whether all of them say what they said when they were issued: the audit log has their digests.
    @Transactional(readOnly = true)
    public List<Text> verify() {
        Map<String, String> issued = new HashMap<>();
        for (AuditEntry entry : log.withDetail("digest")) {
            if (entry.action().equals("certificate.issue")) {
                issued.put(
                        entry.subject().substring("certificate/".length()),
                        entry.details().getOrDefault("digest", ""));
            }
        }
        List<Text> findings = new ArrayList<>();
        String after = "";
        for (List<Certificate> page = store.after(after, PAGE); !page.isEmpty(); page = store.after(after, PAGE)) {
            for (Certificate one : page) {
                after = one.number();
                if (!one.digest().equals(issued.remove(one.number()))) {
                    findings.add(new Text(
                            "证书 %s 与签发时不同".formatted(one.number()),
                            "certificate %s is not as it was issued".formatted(one.number())));
                }
            }
        }
        issued.keySet().stream().sorted().forEach(gone -> findings.add(new Text(
                "证书 %s 不在了".formatted(gone), "certificate %s is gone".formatted(gone))));
        return findings;
    }
}
