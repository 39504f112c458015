package org.luoshi.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.luoshi.access.Accounts;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.ChangeLog;
import org.luoshi.audit.ChangeRequest;
import org.luoshi.kernel.text.Text;
import org.luoshi.process.internal.store.DeputyStore;
import org.luoshi.register.FieldError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Deputies during absence: what one holds may be done by one's deputy on those days, in the deputy's own name.
@Service
public class Deputies {

    private final DeputyStore deputies;
    private final Accounts accounts;
    private final ChangeLog log;
    private final Clock clock;

    public Deputies(DeputyStore deputies, Accounts accounts, ChangeLog log, Clock clock) {
        this.deputies = deputies;
        this.accounts = accounts;
        this.log = log;
        this.clock = clock;
    }

    /// The viewer's own, by first day.
    public List<Deputy> of(Viewer viewer) {
        return deputies.of(viewer.account());
    }

    /// Names a deputy for days on which there is none yet.
    ///
    /// @return what is wrong with it; empty when it is done
    @Transactional
    public Optional<FieldError> name(String account, LocalDate first, LocalDate last, Viewer viewer) {
        Optional<FieldError> wrong = wrong(account, first, last, viewer);
        if (wrong.isEmpty()) {
            var change = log.open(new ChangeRequest(
                    viewer.account(), "deputy.name", "account/" + viewer.account(), Map.of("deputy", account)));
            deputies.add(new Deputy(viewer.account(), account, first, last), change);
        }
        return wrong;
    }

    /// @return whether there was one
    @Transactional
    public boolean end(LocalDate first, Viewer viewer) {
        log.open(new ChangeRequest(
                viewer.account(), "deputy.end", "account/" + viewer.account(), Map.of("first", first.toString())));
        return deputies.remove(viewer.account(), first);
    }

    private Optional<FieldError> wrong(String account, LocalDate first, LocalDate last, Viewer viewer) {
        boolean fit = accounts.find(account).map(who -> who.mayAnywhere(Permission.HANDLE_CASE)).orElse(false);
        if (!fit || account.equals(viewer.account()) || !viewer.mayAnywhere(Permission.HANDLE_CASE)) {
            return Optional.of(new FieldError("deputy", new Text("填写另一个能办件的账号", "name another account that can handle cases")));
        }
        if (last.isBefore(first) || last.isBefore(LocalDate.ofInstant(clock.instant(), Processes.ZONE))) {
            return Optional.of(new FieldError("last", new Text("末日不早于首日和今天", "the last day is not before the first one, nor before today")));
        }
        boolean taken = deputies.of(viewer.account()).stream()
                .anyMatch(d -> !d.lastDay().isBefore(first) && !d.firstDay().isAfter(last));
        return taken
                ? Optional.of(new FieldError("first", new Text("这些日子已有代办人", "there is a deputy on some of these days")))
                : Optional.empty();
    }
}
