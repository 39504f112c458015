package org.luoshi.web.certificate;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.briefing.Letter;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;
import org.luoshi.process.Certificate;
import org.luoshi.process.Certificates;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.AllowAnyone;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Certificates of cases, and whether one that somebody has in hand is genuine and holds.
@Controller
class CertificatePages {

    static final String CHECK = "/certificates/check";

    private final Cases cases;
    private final Certificates certificates;
    private final Units units;
    private final Pages pages;
    private final Messages messages;

    CertificatePages(Cases cases, Certificates certificates, Units units, Pages pages, Messages messages) {
        this.cases = cases;
        this.certificates = certificates;
        this.units = units;
        this.pages = pages;
        this.messages = messages;
    }

    @Allow({Permission.READ, Permission.HANDLE_CASE})
    @GetMapping("/cases/{number}/certificate")
    View staff(@PathVariable String number, Viewer viewer) {
        return show(HttpStatus.OK, find(number, viewer), viewer, false, null);
    }

    @Allow(Permission.APPLY)
    @GetMapping("/my/cases/{number}/certificate")
    View mine(@PathVariable String number, Viewer viewer) {
        return show(HttpStatus.OK, find(number, viewer), viewer, false, null);
    }

    @Allow({Permission.READ, Permission.HANDLE_CASE})
    @GetMapping("/cases/{number}/certificate.pdf")
    ResponseEntity<byte[]> staffPdf(@PathVariable String number, Shell shell, Viewer viewer) {
        return pdf(find(number, viewer), shell);
    }

    @Allow(Permission.APPLY)
    @GetMapping("/my/cases/{number}/certificate.pdf")
    ResponseEntity<byte[]> minePdf(@PathVariable String number, Shell shell, Viewer viewer) {
        return pdf(find(number, viewer), shell);
    }

    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/certificate/revoke")
    View revoke(
            @PathVariable String number,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Viewer viewer) {
        Certificate held = certificate(find(number, viewer));
        return switch (certificates.revoke(held.number(), reason, viewer)) {
            case REVOKED -> show(HttpStatus.OK, find(number, viewer), viewer, false, messages.text("certificate.told.revoked"));
            case ALREADY -> show(HttpStatus.CONFLICT, find(number, viewer), viewer, false, messages.text("certificate.told.already"));
            case NO_REASON -> show(HttpStatus.UNPROCESSABLE_CONTENT, find(number, viewer), viewer, true, null);
            case MISSING -> throw new NotFound("certificate of case " + number);
        };
    }

    /// For anybody with the paper in hand.
    @AllowAnyone
    @GetMapping(CHECK)
    View check(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code) {
        boolean asked = !number.isBlank() || !code.isBlank();
        CertificateView found = certificates
                .check(number, code)
                .map(certificate -> view("", certificate, certificate.shown(), true, null, false, null))
                .orElse(null);
        return pages.showInThePresent(
                asked && found == null ? HttpStatus.NOT_FOUND : HttpStatus.OK,
                "certificate/check",
                new CheckView(number, code, asked, found));
    }

    private CaseView find(String number, Viewer viewer) {
        return cases.find(number, viewer).orElseThrow(() -> new NotFound("case " + number));
    }

    private static Certificate certificate(CaseView of) {
        Certificate held = of.certificate();
        if (held == null) throw new NotFound("certificate of case " + of.file().number());
        return held;
    }

    private View show(HttpStatus status, CaseView of, Viewer viewer, boolean noReason, @Nullable Text told) {
        Certificate held = certificate(of);
        String back = (of.applicant() ? "/my/cases/" : "/cases/") + of.file().number();
        boolean plain = of.applicant() || viewer.everywhere();
        return pages.showInThePresent(
                status,
                "certificate/certificate",
                view(
                        back,
                        held,
                        plain ? held.body() : held.shown(),
                        !plain && !held.body().equals(held.shown()),
                        certificates.mayRevoke(held, viewer) ? back + "/certificate/revoke" : null,
                        noReason,
                        told));
    }

    private CertificateView view(
            String back,
            Certificate held,
            Text body,
            boolean covered,
            @Nullable String revoke,
            boolean noReason,
            @Nullable Text told) {
        String state = held.revocation() != null
                ? "revoked"
                : held.holds(certificates.today()) ? "valid" : "expired";
        return new CertificateView(
                back,
                held.number(),
                held.title(),
                body,
                units.name(held.issuer()),
                held.issuedOn(),
                held.validUntil(),
                state,
                held.revocation(),
                covered,
                held.code(),
                held.digest(),
                address(held),
                revoke,
                noReason,
                told);
    }

    private static String address(Certificate held) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path(CHECK)
                .queryParam("number", held.number())
                .queryParam("code", held.code())
                .build()
                .toUriString();
    }

    private ResponseEntity<byte[]> pdf(CaseView of, Shell shell) {
        Certificate held = certificate(of);
        Text body = of.applicant() ? held.body() : held.shown();
        List<String> notes = new ArrayList<>();
        if (held.revocation() != null) notes.add(shell.t("certificate.revoked-on", shell.date(held.revocation().on())));
        notes.add(shell.t("certificate.code", held.code()));
        notes.add(shell.t("certificate.check-at"));
        notes.add(address(held));
        if (shell.demo()) notes.add(shell.t("shell.demo"));
        Letter letter = new Letter(
                shell.lang(),
                shell.say(held.title()),
                shell.t("certificate.number", held.number()),
                shell.say(body).lines().filter(line -> !line.isBlank()).toList(),
                List.of(
                        shell.say(units.name(held.issuer())),
                        shell.date(held.issuedOn()),
                        held.validUntil() == null
                                ? shell.t("certificate.for-ever")
                                : shell.t("certificate.until", shell.date(held.validUntil()))),
                notes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        letter.write(out);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(held.number() + ".pdf")
                                .build()
                                .toString())
                .body(out.toByteArray());
    }
}
