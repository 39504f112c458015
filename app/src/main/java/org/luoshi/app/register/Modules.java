package org.luoshi.app.register;

import java.io.IOException;
import org.luoshi.app.activation.Activation;
import org.luoshi.app.activation.PackFolder;
import org.luoshi.app.command.Refusal;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Register;
import org.luoshi.register.Registers;
import org.springframework.context.ApplicationContext;

/// Runs work on the modules, without their pages.
@FunctionalInterface
public interface Modules {

    /// What a command does, ending in its exit code.
    @FunctionalInterface
    interface Work {
        int with(ApplicationContext modules);
    }

    int run(Work work) throws IOException;

    /// The register that the command line names, with the packs in force.
    static Register register(ApplicationContext modules, PackSet packs, String name) {
        QualifiedId id = id(name);
        if (packs.entity(id).isEmpty()) {
            String known = String.join(", ", packs.entities().map(e -> e.id().toString()).toList());
            throw Refusal.usage("没有登记表 %s。有：%s".formatted(name, known), "There is no register %s. There are: %s".formatted(name, known));
        }
        modules.getBean(Activation.class).use(packs);
        return modules.getBean(Registers.class).of(id);
    }

    static PackSet packs() {
        return PackFolder.compile(PackFolder.of(System::getenv));
    }

    private static QualifiedId id(String name) {
        try {
            return QualifiedId.parse(name);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("登记表写作 包.实体，例如 parks.project。", "A register is written pack.entity, e.g. parks.project.");
        }
    }
}
