package org.luoshi.plan;

import static org.luoshi.tables.Tables.PLAN_COMMENT;
import static org.luoshi.tables.Tables.PLAN_COMMENT_WORDING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Guard;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Plan;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Comments on commitments. A wording is never lost; who wrote it may edit it and take it back.
@Service
public class Comments {

    private static final int LONGEST = 4000;

    private final DSLContext database;
    private final Plans plans;
    private final ChangeLog log;
    private final Guard guard;

    Comments(DSLContext database, Plans plans, ChangeLog log, Guard guard) {
        this.database = database;
        this.plans = plans;
        this.log = log;
        this.guard = guard;
    }

    /// Oldest first; empty where the viewer may not read the commitment.
    ///
    /// @param asOf null for the present
    public List<Comment> of(String commitment, @Nullable Instant asOf, Viewer viewer) {
        if (readable(commitment, Permission.READ, viewer).isEmpty()) {
            return List.of();
        }
        Map<Long, List<Comment.Wording>> wordings = new LinkedHashMap<>();
        Map<Long, String> authors = new LinkedHashMap<>();
        database.select(
                        PLAN_COMMENT.ID,
                        PLAN_COMMENT.AUTHOR,
                        PLAN_COMMENT_WORDING.VERSION,
                        PLAN_COMMENT_WORDING.KNOWN_AT,
                        PLAN_COMMENT_WORDING.BODY)
                .from(PLAN_COMMENT)
                .join(PLAN_COMMENT_WORDING)
                .on(PLAN_COMMENT_WORDING.COMMENT.eq(PLAN_COMMENT.ID))
                .where(PLAN_COMMENT.PLAN.eq(planId()), PLAN_COMMENT.COMMITMENT.eq(commitment))
                .and(asOf == null ? org.jooq.impl.DSL.noCondition() : PLAN_COMMENT_WORDING.KNOWN_AT.le(asOf))
                .orderBy(PLAN_COMMENT.ID, PLAN_COMMENT_WORDING.VERSION)
                .forEach(r -> {
                    authors.put(r.value1(), r.value2());
                    wordings.computeIfAbsent(r.value1(), id -> new ArrayList<>())
                            .add(new Comment.Wording(r.value3(), r.value4(), r.value5()));
                });
        List<Comment> comments = new ArrayList<>();
        wordings.forEach((id, said) -> comments.add(new Comment(
                id, commitment, authors.getOrDefault(id, ""), said.getFirst().at(), said.getLast().body(), said)));
        return comments;
    }

    @Transactional
    public CommentResult write(String commitment, String body, Viewer viewer) {
        if (readable(commitment, Permission.COMMENT, viewer).isEmpty()) {
            throw new AccessDenied(Permission.COMMENT, commitment);
        }
        Optional<Text> fault = fault(body);
        if (fault.isPresent()) {
            return new CommentResult.Refused(fault.get());
        }
        Change change = open(viewer, "plan.comment.write", commitment);
        long id = database.insertInto(PLAN_COMMENT)
                .set(PLAN_COMMENT.PLAN, planId())
                .set(PLAN_COMMENT.COMMITMENT, commitment)
                .set(PLAN_COMMENT.AUTHOR, viewer.account())
                .returningResult(PLAN_COMMENT.ID)
                .fetchSingle()
                .value1();
        word(id, 1, body.strip(), change);
        return done(id, commitment, viewer);
    }

    /// @param expectedVersion number of the wording that was edited
    @Transactional
    public CommentResult edit(long id, int expectedVersion, String body, Viewer viewer) {
        Optional<Text> fault = fault(body);
        return fault.isPresent()
                ? new CommentResult.Refused(fault.get())
                : reword(id, expectedVersion, body.strip(), "plan.comment.edit", viewer);
    }

    @Transactional
    public CommentResult delete(long id, int expectedVersion, Viewer viewer) {
        return reword(id, expectedVersion, null, "plan.comment.delete", viewer);
    }

    private CommentResult reword(
            long id, int expectedVersion, @Nullable String body, String action, Viewer viewer) {
        var row = database.selectFrom(PLAN_COMMENT)
                .where(PLAN_COMMENT.ID.eq(id), PLAN_COMMENT.PLAN.eq(planId()))
                .fetchOne();
        if (row == null) {
            return refused("没有这条评论", "there is no such comment");
        }
        if (!row.getAuthor().equals(viewer.account())) {
            return refused("只有评论人本人可以修改或删除", "only its author may edit or delete a comment");
        }
        Change change = open(viewer, action, row.getCommitment());
        var last = database.selectFrom(PLAN_COMMENT_WORDING)
                .where(PLAN_COMMENT_WORDING.COMMENT.eq(id))
                .orderBy(PLAN_COMMENT_WORDING.VERSION.desc())
                .limit(1)
                .fetchSingle();
        if (last.getBody() == null || last.getVersion() != expectedVersion) {
            org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus()
                    .setRollbackOnly();
            return refused(
                    "评论在此期间已被修改或删除，重新打开后再改", "the comment was changed or deleted meanwhile; open it again");
        }
        word(id, expectedVersion + 1, body, change);
        return done(id, row.getCommitment(), viewer);
    }

    private void word(long id, int version, @Nullable String body, Change change) {
        database.insertInto(PLAN_COMMENT_WORDING)
                .set(PLAN_COMMENT_WORDING.COMMENT, id)
                .set(PLAN_COMMENT_WORDING.VERSION, version)
                .set(PLAN_COMMENT_WORDING.BODY, body)
                .set(PLAN_COMMENT_WORDING.KNOWN_AT, change.knownAt())
                .set(PLAN_COMMENT_WORDING.CHANGE, change.number())
                .execute();
    }

    private CommentResult done(long id, String commitment, Viewer viewer) {
        return new CommentResult.Done(of(commitment, null, viewer).stream()
                .filter(c -> c.id() == id)
                .findFirst()
                .orElseThrow());
    }

    private Change open(Viewer viewer, String action, String commitment) {
        return log.open(new ChangeRequest(viewer.account(), action, "plan/" + planId() + "/" + commitment));
    }

    private Optional<Plan.Commitment> readable(String commitment, Permission permission, Viewer viewer) {
        return plans.plan(null).stream()
                .flatMap(p -> p.focuses().stream())
                .flatMap(f -> f.measures().stream())
                .flatMap(m -> m.commitments().stream())
                .filter(c -> c.id().equals(commitment))
                .filter(c -> guard.may(viewer, permission, c.lead())
                        || c.assist().stream().anyMatch(u -> guard.may(viewer, permission, u)))
                .findFirst();
    }

    private String planId() {
        return plans.id().map(Object::toString).orElse("");
    }

    private static Optional<Text> fault(String body) {
        if (body.isBlank()) {
            return Optional.of(new Text("评论不能为空", "a comment cannot be empty"));
        }
        return body.strip().length() > LONGEST
                ? Optional.of(new Text(
                        "评论最多 %d 字，现有 %d 字".formatted(LONGEST, body.strip().length()),
                        "a comment has at most %d characters, this has %d"
                                .formatted(LONGEST, body.strip().length())))
                : Optional.empty();
    }

    private static CommentResult refused(String zh, String en) {
        return new CommentResult.Refused(new Text(zh, en));
    }
}
