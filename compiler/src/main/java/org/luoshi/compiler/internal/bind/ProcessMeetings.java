package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.ProcessForm.AT;
import static org.luoshi.compiler.internal.form.ProcessForm.MEETING;
import static org.luoshi.compiler.internal.form.ProcessForm.MINUTES;
import static org.luoshi.compiler.internal.form.ProcessForm.NOTICE_DAYS;
import static org.luoshi.compiler.internal.form.ProcessForm.PLACE;
import static org.luoshi.compiler.internal.mistake.AttachmentMistakes.NOT_A_TIME;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.pack.FieldType.MomentType;
import org.luoshi.pack.process.Meeting;

/// When steps of a process are held.
final class ProcessMeetings {

    private static final int USUAL_NOTICE = 7;
    private static final int USUAL_MINUTES = 120;

    private final World world;
    private final Draft draft;
    private final Optional<World.BoundEntity> content;

    ProcessMeetings(World world, Draft draft, Optional<World.BoundEntity> content) {
        this.world = world;
        this.draft = draft;
        this.content = content;
    }

    @Nullable Meeting of(View step) {
        View written = step.get(MEETING).orElse(null);
        if (written == null) return null;
        String at = written.get(AT).flatMap(this::moment).orElse(null);
        Optional<String> place = written.get(PLACE).flatMap(this::field);
        return at == null
                ? null
                : new Meeting(
                        at,
                        place.orElse(null),
                        written.get(NOTICE_DAYS, USUAL_NOTICE),
                        written.get(MINUTES, USUAL_MINUTES));
    }

    private Optional<String> field(Scalar name) {
        return content.flatMap(entity -> new Named(world, draft).field(entity, name)).map(field -> field.id());
    }

    private Optional<String> moment(Scalar name) {
        return content.flatMap(entity -> new Named(world, draft).field(entity, name).flatMap(field -> {
            if (field.type() instanceof MomentType) return Optional.of(field.id());
            world.findings()
                    .report(NOT_A_TIME
                            .at(name.span())
                            .with("field", field.id())
                            .with("type", entity.type(field.id()))
                            .other(entity.at(field.id())));
            return Optional.empty();
        }));
    }
}
