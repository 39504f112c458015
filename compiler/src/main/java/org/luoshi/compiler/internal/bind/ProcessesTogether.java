package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.mistake.ProcessMistakes.CASE_REGISTER_TAKEN;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.CONTENT_TAKEN;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.NO_DECLARATION;
import static org.luoshi.compiler.internal.mistake.ProcessMistakes.PREFIX_TAKEN;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.form.ProcessForm;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.lookup.Known;
import org.luoshi.pack.Entity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.CaseRegister;
import org.luoshi.pack.process.ProcessDefinition;

/// What processes must not do to each other, and the registers of their cases made known.
final class ProcessesTogether {

    private final World world;

    ProcessesTogether(World world) {
        this.world = world;
    }

    void check() {
        world.packs().values().forEach(this::refuseLooseDrawings);
        Map<QualifiedId, World.BoundProcess> byContent = new HashMap<>();
        Map<String, World.BoundProcess> byPrefix = new HashMap<>();
        world.processes().forEach((id, process) -> {
            process.definition().map(ProcessDefinition::content).ifPresent(content -> {
                World.BoundProcess other = byContent.putIfAbsent(content, process);
                if (other != null) {
                    world.findings()
                            .report(CONTENT_TAKEN
                                    .at(process.view().at(ProcessForm.CONTENT))
                                    .with("entity", content.name())
                                    .with("process", other.file().name())
                                    .other(other.view().at(ProcessForm.CONTENT)));
                }
            });
            process.view().get(ProcessForm.NUMBER).map(Scalar::text).ifPresent(prefix -> {
                World.BoundProcess other = byPrefix.putIfAbsent(prefix, process);
                if (other != null) {
                    world.findings()
                            .report(PREFIX_TAKEN
                                    .at(process.view().at(ProcessForm.NUMBER))
                                    .with("word", prefix)
                                    .with("process", other.file().name())
                                    .other(other.view().at(ProcessForm.NUMBER)));
                }
            });
            know(id, process);
        });
    }

    private void refuseLooseDrawings(Draft draft) {
        Set<String> processes = draft.declared(ProcessForm.CONSTRUCT).keySet();
        draft.drawings().forEach((name, drawing) -> {
            if (processes.contains(name)) return;
            world.findings()
                    .report(NO_DECLARATION
                            .at(drawing.whole())
                            .with("name", drawing.path())
                            .with("meant", drawing.path().replace(".bpmn", ".yaml")));
        });
    }

    private void know(QualifiedId id, World.BoundProcess process) {
        QualifiedId cases = CaseRegister.idOf(id);
        ParsedFile taken = Known.in(world.packs(), id.pack()).declared(EntityForm.CONSTRUCT).get(cases.name());
        if (taken != null) {
            world.findings()
                    .report(CASE_REGISTER_TAKEN
                            .at(process.file().whole())
                            .with("process", id.name())
                            .with("name", cases.name())
                            .other(taken.whole()));
            return;
        }
        process.definition().ifPresent(definition -> {
            Entity entity = definition.cases();
            world.entities().put(cases, new World.BoundEntity(entity, Map.of(), Set.of(), process.file()));
        });
    }
}
