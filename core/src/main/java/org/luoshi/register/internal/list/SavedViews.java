package org.luoshi.register.internal.list;

import static org.luoshi.tables.Tables.SAVED_VIEW;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.SavedView;
import org.luoshi.register.internal.record.Setting;

/// Named list requests of one register.
public final class SavedViews {

    private final QualifiedId entity;
    private final Setting setting;

    public SavedViews(QualifiedId entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
    }

    /// The viewer's own and the shared ones, by title.
    public List<SavedView> of(Viewer viewer) {
        return setting.database()
                .selectFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ENTITY.eq(entity.toString()))
                .and(SAVED_VIEW.ACCOUNT.eq(viewer.account()).or(SAVED_VIEW.SHARED))
                .orderBy(SAVED_VIEW.TITLE, SAVED_VIEW.ID)
                .fetch(r -> new SavedView(r.getId(), r.getAccount(), r.getTitle(), r.getRequest(), r.getShared()));
    }

    /// A view of the same title by the same account is replaced.
    public SavedView save(String title, String request, boolean shared, Viewer viewer) {
        return Objects.requireNonNull(setting.transaction().execute(_ -> {
            setting.log().open(new ChangeRequest(viewer.account(), "view.save", entity.toString(), Map.of("title", title)));
            return setting.database()
                    .insertInto(SAVED_VIEW)
                    .set(SAVED_VIEW.ACCOUNT, viewer.account())
                    .set(SAVED_VIEW.ENTITY, entity.toString())
                    .set(SAVED_VIEW.TITLE, title)
                    .set(SAVED_VIEW.REQUEST, request)
                    .set(SAVED_VIEW.SHARED, shared)
                    .onConflict(SAVED_VIEW.ACCOUNT, SAVED_VIEW.ENTITY, SAVED_VIEW.TITLE)
                    .doUpdate()
                    .set(SAVED_VIEW.REQUEST, request)
                    .set(SAVED_VIEW.SHARED, shared)
                    .returning()
                    .fetchSingle(r -> new SavedView(r.getId(), r.getAccount(), r.getTitle(), r.getRequest(), r.getShared()));
        }));
    }

    /// @return whether there was one of the viewer's own
    public boolean delete(long id, Viewer viewer) {
        return Boolean.TRUE.equals(setting.transaction().execute(status -> {
            setting.log().open(new ChangeRequest(viewer.account(), "view.delete", entity.toString(), Map.of("view", String.valueOf(id))));
            boolean gone = setting.database()
                            .deleteFrom(SAVED_VIEW)
                            .where(SAVED_VIEW.ID.eq(id), SAVED_VIEW.ACCOUNT.eq(viewer.account()), SAVED_VIEW.ENTITY.eq(entity.toString()))
                            .execute()
                    > 0;
            if (!gone) {
                status.setRollbackOnly();
            }
            return gone;
        }));
    }
}
