package org.luoshi.app.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.luoshi.access.Accounts;
import org.luoshi.access.Grant;
import org.luoshi.access.Role;
import org.luoshi.access.Units;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.kernel.unit.UnitKind;
import org.springframework.stereotype.Component;

/// Makes the first accounts, with one random password that is kept in the data folder, readable by its
/// owner only, and never in the repository.
@Component
public class FreshAccounts {

    /// Who applies in a demonstration.
    public static final String APPLICANT = "enterprise";

    private static final String FILE = "accounts.txt";

    /// No letters or digits that look alike.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private record Wanted(String id, Text name, List<Role> roles, String unit) {}

    private final Accounts accounts;
    private final Units units;

    public FreshAccounts(Accounts accounts, Units units) {
        this.accounts = accounts;
        this.units = units;
    }

    /// One administrator, who is also the reform office's analyst until there is one.
    public void createFirst(Path data) {
        String city = city().orElseThrow(() -> new IllegalStateException("the city pack declares no city"));
        create(
                List.of(new Wanted(
                        "admin",
                        new Text("管理员", "Administrator"),
                        List.of(Role.ADMINISTRATOR, Role.ANALYST),
                        city)),
                data,
                false);
    }

    /// One account for each kind of user, as far as the city has their units.
    public void createForDemonstration(Path data) {
        String city = city().orElseThrow(() -> new IllegalStateException("the city pack declares no city"));
        create(
                List.of(
                        new Wanted("analyst", new Text("改革办分析员", "Reform office analyst"), List.of(Role.ANALYST), city),
                        new Wanted("reviewer", new Text("改革办复核员", "Reform office reviewer"), List.of(Role.ANALYST), city),
                        new Wanted("leader", new Text("市领导", "City leader"), List.of(Role.LEADER), city),
                        new Wanted("officer", new Text("市级部门经办", "City department officer"), List.of(Role.OFFICER), city),
                        new Wanted("head", new Text("市生态环境局负责人", "Head of the ecology bureau"), List.of(Role.MANAGER), "ecology_bureau"),
                        new Wanted("chenghua", new Text("成华区负责人", "Chenghua district manager"), List.of(Role.MANAGER), "chenghua"),
                        new Wanted("clerk", new Text("成华区基层工作人员", "Grass-roots clerk in Chenghua"), List.of(Role.CLERK), "chenghua"),
                        new Wanted("expert1", new Text("评审专家甲", "Expert A"), List.of(Role.EXPERT), city),
                        new Wanted("expert2", new Text("评审专家乙", "Expert B"), List.of(Role.EXPERT), city),
                        new Wanted("expert3", new Text("评审专家丙", "Expert C"), List.of(Role.EXPERT), city),
                        new Wanted("expert4", new Text("评审专家丁", "Expert D"), List.of(Role.EXPERT), city),
                        new Wanted(APPLICANT, new Text("合成企业", "Synthetic enterprise"), List.of(Role.APPLICANT), city),
                        new Wanted("admin", new Text("管理员", "Administrator"), List.of(Role.ADMINISTRATOR), city)),
                data,
                true);
    }

    /// What to print at the start: log-in name, password, who.
    public static Optional<String> listing(Path data) {
        Path file = data.resolve(FILE);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> city() {
        return units.tree().units().stream()
                .filter(unit -> unit.kind() == UnitKind.CITY)
                .map(Unit::id)
                .findFirst();
    }

    private void create(List<Wanted> wanted, Path data, boolean demonstration) {
        String password = random();
        List<Wanted> possible =
                wanted.stream().filter(one -> units.find(one.unit()).isPresent()).toList();
        for (Wanted one : possible) {
            List<Grant> grants =
                    one.roles().stream().map(role -> new Grant(role, one.unit())).toList();
            accounts.create(one.id(), one.name(), password, grants, demonstration);
        }
        write(
                data.resolve(FILE),
                possible.stream()
                        .map(one -> "%-10s %s  %s / %s\n"
                                .formatted(one.id(), password, one.name().zh(), one.name().en()))
                        .collect(Collectors.joining()));
    }

    private static void write(Path file, String lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(
                    file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, 12)
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))))
                .collect(Collectors.joining());
    }
}
