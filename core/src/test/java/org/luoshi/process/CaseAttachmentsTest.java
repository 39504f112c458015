package org.luoshi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.Attachment;
import org.luoshi.attachment.SampleFiles;
import org.luoshi.attachment.Taking;
import org.luoshi.audit.ChangeLog;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.register.FieldError;

class CaseAttachmentsTest {

    private final Hall hall = new Hall("2025-03-03T09:00");
    private final CaseAttachments attachments = hall.context.get(CaseAttachments.class);

    @AfterEach
    void close() {
        hall.close();
    }

    @Test
    void aFileWaitsInTheDraftOfItsOwnerOverARestartAndGoesWithTheApplication() throws IOException {
        byte[] pdf = SampleFiles.pdf();
        Attachment taken = taken(attach(Hall.HANDLING, "proof", pdf, "合同.pdf", hall.enterprise));
        assertThat(taken.digest()).isEqualTo(Sha256.hex(pdf));
        try (Hall again = hall.restarted()) {
            CaseAttachments other = again.context.get(CaseAttachments.class);
            assertThat(other.waiting(process(Hall.HANDLING), again.enterprise))
                    .singleElement()
                    .satisfies(file -> assertThat(file.file()).isEqualTo(taken));
            assertThat(other.waiting(process(Hall.HANDLING), again.stranger)).isEmpty();
            assertThat(other.findWaiting(taken.id(), again.stranger)).isEmpty();
        }
        CaseFile file = hall.apply();
        assertThat(attachments.waiting(process(Hall.HANDLING), hall.enterprise)).isEmpty();
        assertThat(hall.view(file).attachments()).containsExactly(new CaseAttachment(taken, "proof", null));
        assertThat(content(attachments.find(file.number(), taken.id(), hall.clerk).orElseThrow())).isEqualTo(pdf);
        assertThat(attachments.find(file.number(), taken.id(), hall.elsewhere)).isEmpty();
        assertThat(attachments.find(file.number(), taken.id(), hall.stranger)).isEmpty();
    }

    @Test
    void aFileOfSeveralPartsComesOutAsItWentIn() throws IOException {
        byte[] noise = new byte[3 << 20];
        new Random(11).nextBytes(noise);
        byte[] large = SampleFiles.zip(Map.of("OFD.xml", new byte[1], "Doc_0/Res", noise));
        Attachment taken = taken(attach(Hall.HANDLING, "proof", large, "图纸.ofd", hall.enterprise));
        assertThat(content(taken)).isEqualTo(large);
    }

    @Test
    void aStepTakesFilesOfItsOwnAndWhatIsNeededIsAskedFor() {
        CaseFile file = hall.applyForPermit();
        assertThat(errors(hall.act(file, "grant", Map.of(), hall.officer))).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("report");
            assertThat(error.text().zh()).isEqualTo("附上审查报告");
        });
        taken(hall.attach(file, "report", SampleFiles.pdf(), "报告.pdf", hall.officer));
        Hall.done(hall.act(file, "grant", Map.of(), hall.officer));
        assertThat(hall.view(file).attachments()).extracting(CaseAttachment::step).containsExactly(null, "review");
    }

    @Test
    void anApplicationWithoutARequiredFileIsRefusedWithAllElseThatIsWrong() {
        CaseResult refused = hall.cases.apply(Hall.PERMIT, Map.of("title", "合成准许"), hall.enterprise);
        assertThat(errors(refused)).extracting(FieldError::field).containsExactlyInAnyOrder("identity", "district");
    }

    @Test
    void whatAFormAsksForIsHeld() {
        assertThat(refused(attach(Hall.HANDLING, "proof", SampleFiles.program(), "合同.pdf", hall.enterprise)))
                .contains("Windows 程序");
        assertThat(refused(attach(Hall.PERMIT, "identity", SampleFiles.docx(), "a.docx", hall.enterprise)))
                .isEqualTo("内容是 DOCX，这里收 PDF、PNG、JPEG");
        assertThat(refused(attach(Hall.PERMIT, "identity", new byte[0], "a.pdf", hall.enterprise)))
                .isEqualTo("文件是空的");
        byte[] padded = Arrays.copyOf(SampleFiles.png(), (1 << 20) + 1);
        assertThat(refused(attach(Hall.PERMIT, "identity", padded, "a.png", hall.enterprise))).contains("超过 1 MB");
        taken(attach(Hall.PERMIT, "identity", SampleFiles.png(), "a.png", hall.enterprise));
        assertThat(refused(attach(Hall.PERMIT, "identity", SampleFiles.png(), "b.png", hall.enterprise)))
                .contains("最多 1 个");
        assertThat(hall.context.sql().fetchValue("select count(*) from luoshi.attachment")).isEqualTo(1L);
    }

    @Test
    void personalDataAreOpenedByWhoHasTheTaskAndEachReadingIsLogged() {
        CaseFile file = hall.applyForPermit();
        Attachment identity = hall.view(file).attachments().getFirst().file();
        assertThat(attachments.find(file.number(), identity.id(), hall.enterprise)).isPresent();
        assertThat(attachments.find(file.number(), identity.id(), hall.officer)).isEmpty();
        assertThat(attachments.reveal(file.number(), identity.id(), hall.officer)).isEmpty();
        Hall.done(hall.operations.take(hall.task(file, hall.officer), hall.officer));
        assertThat(attachments.reveal(file.number(), identity.id(), hall.officer)).contains(identity);
        assertThat(hall.context.get(ChangeLog.class).entries("case/" + file.number(), null, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("case.attachment.read"));
    }

    @Test
    void theAuditLogCoversWhatIsInTheFiles() {
        Attachment taken = taken(attach(Hall.HANDLING, "proof", SampleFiles.pdf(), "合同.pdf", hall.enterprise));
        hall.apply();
        AttachmentCheck check = hall.context.get(AttachmentCheck.class);
        assertThat(check.run()).isEqualTo(new AttachmentCheck.Result(1, List.of()));
        // somebody with a hand in the database
        hall.context.sql().execute("alter table luoshi.attachment_part disable trigger all");
        hall.context.sql().execute("update luoshi.attachment_part set bytes = set_byte(bytes, 100, 7)");
        assertThat(check.run().findings()).singleElement().satisfies(found -> assertThat(found.zh()).contains("内容被改动"));
        hall.context.sql().execute("alter table luoshi.case_attachment disable trigger all");
        hall.context.sql().execute("delete from luoshi.case_attachment");
        assertThat(check.run().findings())
                .singleElement()
                .satisfies(found -> assertThat(found.zh()).isEqualTo("审计记录中的附件 " + taken.id() + " 不在了"));
    }

    @Test
    void aDraftThatIsThrownAwayLeavesNothing() {
        taken(attach(Hall.HANDLING, "proof", SampleFiles.pdf(), "a.pdf", hall.enterprise));
        taken(attach(Hall.HANDLING, "proof", SampleFiles.png(), "b.png", hall.enterprise));
        attachments.discard(process(Hall.HANDLING), hall.enterprise);
        assertThat(hall.context.sql().fetchValue("select count(*) from luoshi.attachment_part")).isEqualTo(0L);
    }

    @Test
    void whatIsLeftInTheFormOfAStepThatAnotherFinishedIsTakenAway() {
        CaseFile file = hall.apply();
        Hall.done(hall.act(file, "accept", Map.of("department", "ecology_bureau"), hall.clerk));
        taken(hall.attach(file, "letter", SampleFiles.pdf(), "函.pdf", hall.officer));
        Hall.done(hall.act(file, "reply", Map.of("answer", "合成答复"), hall.second));
        assertThat(attachments.sweep()).isEqualTo(1);
        assertThat(hall.context.sql().fetchValue("select count(*) from luoshi.attachment")).isEqualTo(0L);
        assertThat(hall.view(file).attachments()).isEmpty();
    }

    private Taking attach(QualifiedId process, String field, byte[] content, String name, Viewer viewer) {
        return hall.attach(process(process), field, content, name, viewer);
    }

    private ProcessDefinition process(QualifiedId id) {
        return hall.context.get(Processes.class).find(id).orElseThrow();
    }

    private byte[] content(Attachment file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        attachments.read(file, out);
        return out.toByteArray();
    }

    private static Attachment taken(Taking taking) {
        if (taking instanceof Taking.Taken(Attachment file)) return file;
        throw new AssertionError("not taken: " + taking);
    }

    private static String refused(Taking taking) {
        return ((Taking.Refused) taking).why().zh();
    }

    private static List<FieldError> errors(CaseResult result) {
        return ((CaseResult.Refused) result).errors();
    }
}
