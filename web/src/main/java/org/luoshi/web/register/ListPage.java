package org.luoshi.web.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Language;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.register.ListRefused;
import org.luoshi.register.RecordPage;
import org.luoshi.register.Register;
import org.luoshi.register.RegisterRecord;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Pages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The records of one register, a page at a time.
@Controller
class ListPage {

    /// How many records a bulk edit has changed, told once on the page that follows it.
    static final String CHANGED = "changed";

    private final RegisterDesk desk;
    private final ListFilters filters;
    private final Pages pages;

    ListPage(RegisterDesk desk, ListFilters filters, Pages pages) {
        this.desk = desk;
        this.filters = filters;
        this.pages = pages;
    }

    @Allow(Permission.READ)
    @GetMapping("/registers/{id}")
    View list(@PathVariable String id, Model told, Shell shell, Viewer viewer) {
        Register register = desk.open(id, shell);
        Entity entity = register.entity();
        ListQuery query = ListQuery.read(register, shell, ListQuery.ROWS);
        RecordPage page = page(register, query, viewer);
        String path = RegisterDesk.path(entity);
        String tail = shell.address().without("after", "before").substring(shell.address().path().length());
        return pages.show("register/list", new ListView(
                path,
                entity.plural(),
                desk.synthetic(entity, shell),
                page.count().text(),
                filters.of(entity, shell),
                query.columns().stream().map(field -> head(field, query, page, shell)).toList(),
                entity.fields().stream()
                        .map(f -> new ListView.ColumnChoice(f.id(), f.title(), query.columns().contains(f)))
                        .toList(),
                page.rows().stream().map(row -> row(register, row, query, page, shell.language())).toList(),
                page.previous() == null ? null : shell.address().with("before", page.previous()),
                page.next() == null ? null : shell.address().with("after", page.next()),
                register.views(viewer).stream()
                        .map(view -> new ListView.View(
                                view.id(),
                                view.title(),
                                view.request().isEmpty() ? path : path + "?" + view.request(),
                                view.account().equals(viewer.account())))
                        .toList(),
                shell.may(Permission.WRITE_RECORD),
                shell.may(Permission.IMPORT),
                entity.fields().stream().anyMatch(f -> f.type() instanceof FieldType.PointType),
                shell.address().first("map") != null,
                told.getAttribute(CHANGED) instanceof Number changed ? changed.longValue() : null,
                tail));
    }

    static RecordPage page(Register register, ListQuery query, Viewer viewer) {
        try {
            return register.list(query.request(), viewer);
        } catch (ListRefused refused) {
            throw new BadRequest(refused.reason());
        }
    }

    private static ListView.Head head(Field field, ListQuery query, RecordPage page, Shell shell) {
        boolean up = field.id().equals(query.sort());
        boolean down = ("-" + field.id()).equals(query.sort());
        String href = page.sortable().contains(field.id())
                ? shell.address().with("sort", up ? "-" + field.id() : field.id())
                : null;
        return new ListView.Head(
                field.title(),
                RegisterDesk.unit(field, shell),
                RegisterDesk.isNumber(field),
                href,
                up ? "ascending" : down ? "descending" : "none");
    }

    private static ListView.Row row(
            Register register, RegisterRecord record, ListQuery query, RecordPage page, Language language) {
        List<ListView.Cell> cells = new ArrayList<>();
        for (Field field : query.columns()) {
            @Nullable Object value = record.value(field.id());
            Map<Long, String> references = page.references().getOrDefault(field.id(), Map.of());
            cells.add(new ListView.Cell(
                    RegisterDesk.words(register, field, value, language, references),
                    RegisterDesk.isNumber(field),
                    RegisterDesk.href(field, value)));
        }
        return new ListView.Row(
                record.id(), record.version(), RegisterDesk.path(register.entity()) + "/" + record.id(), cells);
    }
}
