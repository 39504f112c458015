package org.luoshi.process.internal.store;

import static org.luoshi.tables.Tables.CERTIFICATE;
import static org.luoshi.tables.Tables.PROCESS_CASE;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.luoshi.audit.Change;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseFile;
import org.luoshi.process.Certificate;
import org.luoshi.tables.tables.records.CertificateRecord;
import org.springframework.stereotype.Component;

/// Certificates as they were issued.
@Component
public class CertificateStore {

    private final DSLContext database;

    public CertificateStore(DSLContext database) {
        this.database = database;
    }

    public void insert(Certificate issued, CaseFile file, String outcome, Change change) {
        CertificateRecord row = database.newRecord(CERTIFICATE);
        row.setNumber(issued.number());
        row.setCaseId(file.id());
        row.setOutcome(outcome);
        row.setTitleZh(issued.title().zh());
        row.setTitleEn(issued.title().en());
        row.setBodyZh(issued.body().zh());
        row.setBodyEn(issued.body().en());
        row.setPublicZh(issued.shown().zh());
        row.setPublicEn(issued.shown().en());
        row.setIssuer(issued.issuer());
        row.setIssuedOn(issued.issuedOn());
        row.setValidUntil(issued.validUntil());
        row.setDigest(issued.digest());
        row.setChange(change.number());
        row.insert();
    }

    public void revoke(String number, LocalDate on, String reason, Change change) {
        database.update(CERTIFICATE)
                .set(CERTIFICATE.REVOKED_ON, on)
                .set(CERTIFICATE.REVOKED_BY, change.actor())
                .set(CERTIFICATE.REVOKED_FOR, reason)
                .set(CERTIFICATE.REVOKED_CHANGE, change.number())
                .where(CERTIFICATE.NUMBER.eq(number))
                .execute();
    }

    public Optional<Certificate> find(String number) {
        return rows(CERTIFICATE.NUMBER.eq(number)).fetchOptional(CertificateStore::certificate);
    }

    /// Locked until the transaction ends.
    public Optional<Certificate> lock(String number) {
        return rows(CERTIFICATE.NUMBER.eq(number))
                .forUpdate()
                .of(CERTIFICATE)
                .fetchOptional(CertificateStore::certificate);
    }

    public @Nullable Certificate of(long caseId) {
        return rows(CERTIFICATE.CASE_ID.eq(caseId)).fetchOne(CertificateStore::certificate);
    }

    /// In the order of their numbers.
    ///
    /// @param after number of the last one of the page before; blank to begin
    public List<Certificate> after(String after, int limit) {
        return rows(CERTIFICATE.NUMBER.gt(after))
                .orderBy(CERTIFICATE.NUMBER)
                .limit(limit)
                .fetch(CertificateStore::certificate);
    }

    private SelectConditionStep<Record2<CertificateRecord, String>> rows(Condition which) {
        return database.select(CERTIFICATE, PROCESS_CASE.NUMBER)
                .from(CERTIFICATE)
                .join(PROCESS_CASE)
                .on(PROCESS_CASE.ID.eq(CERTIFICATE.CASE_ID))
                .where(which);
    }

    private static Certificate certificate(Record2<CertificateRecord, String> found) {
        CertificateRecord row = found.value1();
        LocalDate revoked = row.getRevokedOn();
        return new Certificate(
                row.getNumber(),
                found.value2(),
                new Text(row.getTitleZh(), row.getTitleEn()),
                new Text(row.getBodyZh(), row.getBodyEn()),
                new Text(row.getPublicZh(), row.getPublicEn()),
                row.getIssuer(),
                row.getIssuedOn(),
                row.getValidUntil(),
                revoked == null
                        ? null
                        : new Certificate.Revocation(
                                revoked,
                                Objects.requireNonNull(row.getRevokedBy()),
                                Objects.requireNonNull(row.getRevokedFor())));
    }
}
