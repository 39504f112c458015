package org.luoshi.process;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.audit.Change;
import org.luoshi.kernel.calendar.CalendarEdition;
import org.luoshi.kernel.calendar.WorkingCalendar;
import org.luoshi.kernel.digest.Sha256;
import org.luoshi.pack.City;
import org.luoshi.pack.PackSet;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.process.ProcessDefinition;
import org.luoshi.process.internal.store.VersionStore;
import org.luoshi.process.internal.store.VersionStore.Version;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The processes of the packs in use, and the versions that cases still run on.
@Service
public class Processes {

    /// Official time of all of China, whatever the server's: legal days are days of it.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private record Counted(@Nullable City city, WorkingCalendar calendar) {}

    private final Registers registers;
    private final VersionStore versions;
    private final Map<Long, ProcessDefinition> known = new ConcurrentHashMap<>();
    private volatile Counted counted = new Counted(null, new WorkingCalendar(List.of()));

    public Processes(Registers registers, VersionStore versions) {
        this.registers = registers;
        this.versions = versions;
    }

    /// Processes that the viewer may apply for.
    public List<ProcessDefinition> open(Viewer viewer) {
        return viewer.mayAnywhere(Permission.APPLY) ? registers.packs().processes().toList() : List.of();
    }

    /// The version that is in the packs now.
    public Optional<ProcessDefinition> find(QualifiedId process) {
        return registers.packs().process(process);
    }

    /// Keeps the versions that the packs declare; new cases run on them. Call while packs are brought into force.
    @Transactional(propagation = Propagation.MANDATORY)
    public void bringIntoForce(PackSet packs, Change change) {
        packs.processes().forEach(process -> versions.keep(process, change));
        known.clear();
    }

    /// The version that a case runs on, which may be an older one.
    public ProcessDefinition of(CaseFile file) {
        return version(file.version());
    }

    /// A version that cases run on or ran on.
    ///
    /// @throws IllegalArgumentException if there is no such version
    public ProcessDefinition version(long id) {
        ProcessDefinition cached = known.get(id);
        if (cached != null) {
            return cached;
        }
        ProcessDefinition read = read(versions.require(id));
        known.put(id, read);
        return read;
    }

    private ProcessDefinition read(Version version) {
        return find(version.process())
                .filter(now -> now.digest().equals(version.digest()))
                .or(() -> registers.packsThen(version.knownAt()).packs().process(version.process()))
                .filter(then -> then.digest().equals(version.digest()))
                .orElseThrow(() -> new IllegalStateException("version %d of %s, known from %s, cannot be read again"
                        .formatted(version.id(), version.process(), version.knownAt())));
    }

    /// Names the editions of the calendar in force: another set of days has another name.
    public String calendarDigest() {
        List<CalendarEdition> editions =
                registers.packs().city().map(City::calendars).orElse(List.of());
        StringBuilder days = new StringBuilder();
        editions.stream().sorted(Comparator.comparingInt(CalendarEdition::year)).forEach(edition -> {
            days.append(edition.year()).append('\n');
            edition.days().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(day -> days.append(day.getKey()).append(day.getValue().kind()).append('\n'));
        });
        return Sha256.hex(days.toString());
    }

    /// The city's working days.
    public WorkingCalendar calendar() {
        City city = registers.packs().city().orElse(null);
        Counted now = counted;
        if (now.city() != city) {
            now = new Counted(city, new WorkingCalendar(city == null ? List.of() : city.calendars()));
            counted = now;
        }
        return now.calendar();
    }
}
