package org.luoshi.web.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.matching.Candidate;
import org.luoshi.matching.SharedTerm;
import org.luoshi.pack.Entity;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.EnumerationValue;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.register.Registers;
import org.luoshi.register.WriteResult;
import org.luoshi.web.register.RecordLink;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Achievements that might meet a need, ranked with reasons. Nothing is matched by itself: a person confirms or rejects,
/// and says why.
@Controller
class MatchPages implements RecordLink {

    private static final QualifiedId NEED = new QualifiedId("tech_transfer", "need");
    private static final QualifiedId ACHIEVEMENT = new QualifiedId("tech_transfer", "achievement");
    private static final QualifiedId PAIRING = new QualifiedId("tech_transfer", "pairing");

    private static final int CANDIDATES = 10;
    private static final Set<String> VERDICTS = Set.of("confirmed", "rejected");

    private final Registers registers;
    private final MatchIndex index;
    private final Pages pages;
    private final Messages messages;

    MatchPages(Registers registers, MatchIndex index, Pages pages, Messages messages) {
        this.registers = registers;
        this.index = index;
        this.pages = pages;
        this.messages = messages;
    }

    @Override
    public Optional<Link> of(Entity entity, long record) {
        return entity.id().equals(NEED)
                ? Optional.of(new Link("/matches/" + record, messages.text("matches.find")))
                : Optional.empty();
    }

    @Allow(Permission.READ)
    @GetMapping("/matches/{need:\\d+}")
    View matches(@PathVariable long need, Shell shell, Viewer viewer) {
        return show(HttpStatus.OK, need, null, shell, viewer);
    }

    @Allow(Permission.WRITE_RECORD)
    @PostMapping("/matches/{need:\\d+}")
    View judge(
            @PathVariable long need,
            @RequestParam long achievement,
            @RequestParam String verdict,
            @RequestParam String reason,
            Shell shell,
            Viewer viewer) {
        if (!VERDICTS.contains(verdict)) throw new BadRequest("error.mistyped", "verdict", verdict);
        RegisterRecord asked = need(need, viewer);
        if (register(ACHIEVEMENT).find(achievement, null, viewer).isEmpty()) {
            throw new NotFound("achievement " + achievement);
        }
        if (reason.isBlank()) {
            return show(HttpStatus.UNPROCESSABLE_CONTENT, need, messages.text("matches.reason.missing"), shell, viewer);
        }
        LocalDate today = shell.today();
        Map<String, @Nullable Object> values = new HashMap<>(Map.of(
                "need", need,
                "achievement", achievement,
                "district", Objects.requireNonNull(asked.value("district")),
                "verdict", verdict,
                "reason", reason.strip(),
                "judged_on", today));
        return switch (register(PAIRING).create(values, viewer)) {
            case WriteResult.Written _, WriteResult.Unchanged _ -> new RedirectView("/matches/" + need, false, true, false);
            case WriteResult.Refused(var errors) ->
                show(HttpStatus.UNPROCESSABLE_CONTENT, need, errors.getFirst().text(), shell, viewer);
            case WriteResult.Conflict _, WriteResult.Missing() -> throw new NotFound("need " + need);
        };
    }

    private View show(HttpStatus status, long id, @Nullable Text error, Shell shell, Viewer viewer) {
        RegisterRecord need = need(id, viewer);
        Map<Long, RegisterRecord> achievements = MatchIndex.all(register(ACHIEVEMENT), viewer).stream()
                .collect(Collectors.toMap(RegisterRecord::id, Function.identity()));
        List<Candidate> ranked =
                index.over(List.copyOf(achievements.values())).rank(MatchIndex.text(need), CANDIDATES);
        Map<Object, RegisterRecord> judged = new HashMap<>();
        MatchIndex.all(register(PAIRING), viewer).stream()
                .filter(pairing -> Objects.equals(pairing.value("need"), id))
                .forEach(pairing -> judged.put(Objects.requireNonNull(pairing.value("achievement")), pairing));
        Entity needs = register(NEED).entity();
        return pages.showInThePresent(status, "matching/matches", new MatchesView(
                "/registers/" + needs.id(),
                needs.plural(),
                id,
                String.valueOf(need.value("title")),
                (String) need.value("detail"),
                registers.packs().packs().stream()
                        .anyMatch(pack -> pack.id().equals(NEED.pack()) && pack.syntheticSamples()),
                ranked.stream().map(candidate -> line(candidate, achievements, judged)).toList(),
                achievements.size(),
                shell.may(Permission.WRITE_RECORD),
                error));
    }

    private MatchesView.Line line(
            Candidate candidate, Map<Long, RegisterRecord> achievements, Map<Object, RegisterRecord> judged) {
        long id = Long.parseLong(candidate.id());
        RegisterRecord achievement = Objects.requireNonNull(achievements.get(id));
        RegisterRecord pairing = judged.get(id);
        return new MatchesView.Line(
                id,
                String.valueOf(achievement.value("title")),
                "/registers/" + ACHIEVEMENT + "/" + id,
                candidate.reasons().stream().map(this::reason).toList(),
                pairing == null ? null : verdict(pairing),
                pairing == null ? null : (String) pairing.value("reason"));
    }

    private MatchesView.Reason reason(SharedTerm shared) {
        String weight = shared.share() >= 0.3 ? "much" : shared.share() >= 0.12 ? "some" : "little";
        return new MatchesView.Reason(shared.term(), messages.text("matches.weight." + weight));
    }

    private Text verdict(RegisterRecord pairing) {
        EnumerationType type = (EnumerationType) register(PAIRING).entity().require("verdict").type();
        return type.values().stream()
                .filter(value -> value.id().equals(pairing.value("verdict")))
                .map(EnumerationValue::title)
                .findFirst()
                .orElseThrow();
    }

    private RegisterRecord need(long id, Viewer viewer) {
        return register(NEED).find(id, null, viewer).orElseThrow(() -> new NotFound("need " + id));
    }

    private Register register(QualifiedId id) {
        if (registers.packs().entity(id).isEmpty()) throw new NotFound("register " + id);
        return registers.of(id);
    }
}
