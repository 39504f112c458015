package org.luoshi.web.register;

import java.util.List;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.register.ListRequest;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The list of all registers.
@Controller
class RegistersPage {

    private final RegisterDesk desk;
    private final Pages pages;

    RegistersPage(RegisterDesk desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/registers")
    View registers(Shell shell, Viewer viewer) {
        List<RegistersView.Pack> packs = desk.packs(shell).stream()
                .filter(pack -> !pack.entities().isEmpty())
                .map(pack -> new RegistersView.Pack(
                        pack.title(),
                        pack.summary(),
                        shell.demo() && pack.syntheticSamples(),
                        pack.entities().stream().map(entity -> line(entity, shell, viewer)).toList()))
                .toList();
        return pages.show("register/registers", new RegistersView(packs));
    }

    private RegistersView.Line line(Entity entity, Shell shell, Viewer viewer) {
        ListRequest all = ListRequest.first(1).asOf(shell.asOf().moment());
        return new RegistersView.Line(
                RegisterDesk.path(entity),
                entity.plural(),
                entity.id().toString(),
                desk.of(entity, shell).count(all, viewer).text(),
                shell.may(Permission.WRITE_RECORD) && !shell.asOf().past(),
                shell.may(Permission.IMPORT) && !shell.asOf().past());
    }
}
