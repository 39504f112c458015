package org.luoshi.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `luoshi` in a copy of its own, with pretended Java homes: nothing is built here.
class LauncherTest {

    private static final Path SCRIPT = Path.of("..", "luoshi").toAbsolutePath().normalize();

    @TempDir
    Path home;

    private Path script;

    @BeforeEach
    void copyTheScript() throws IOException {
        script = Files.copy(SCRIPT, home.resolve("luoshi"));
        var app = Files.createDirectories(home.resolve("target/luoshi/app"));
        Files.writeString(app.resolve("luoshi.jar"), "");
    }

    @Test
    void aJavaThatIsNewEnoughIsPreferredToAnOldOneOnThePath() throws Exception {
        var old = java("old", "17.0.15");
        var current = java("current", "25.0.3");
        var said = run(Map.of("PATH", old.resolve("bin") + ":/usr/bin:/bin", "JAVA_HOME", current.toString()), "check", "packs");
        assertThat(said.output()).contains("started current").endsWith("-jar " + home.resolve("target/luoshi/app/luoshi.jar") + " check packs");
        assertThat(said.status()).isZero();
    }

    @Test
    void aNamedJavaThatIsTooOldIsToldWithWhatToDo() throws Exception {
        var old = java("old", "17.0.15");
        var said = run(Map.of("LUOSHI_JAVA_HOME", old.toString()), "run");
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.output()).contains("不是 JDK 25 或更高版本", "is not a JDK 25 or later");
    }

    @Test
    void theLaunchedProgramIsToldWhereItsFoldersAre() throws Exception {
        var said = run(Map.of("LUOSHI_JAVA_HOME", java("current", "25").toString()), "backup", "monday.zip");
        assertThat(said.output()).contains("data=" + home.resolve("data"));
    }

    @Test
    void theFolderForDataCanBeChosen() throws Exception {
        var said = run(
                Map.of("LUOSHI_JAVA_HOME", java("current", "25").toString(), "LUOSHI_DATA", "/srv/office"), "backup", "monday.zip");
        assertThat(said.output()).contains("data=/srv/office");
    }

    @Test
    void aMissingCacheDoesNotKeepTheServerFromStarting() throws Exception {
        // The pretended Java writes no cache.
        var said = run(Map.of("LUOSHI_JAVA_HOME", java("current", "25").toString()), "run");
        assertThat(said.status()).isZero();
        assertThat(said.output())
                .contains("No fast-start cache could be made; starting without it")
                .doesNotContain("-XX:AOTCache=")
                .endsWith("luoshi.jar run");
    }

    @Test
    void aMissingMavenIsToldWithWhatToInstall() throws Exception {
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        var programs = Files.createDirectories(home.resolve("programs"));
        for (var name : List.of("dirname", "readlink", "sed"))
            program(programs.resolve(name), "#!/bin/sh\nexec /usr/bin/" + name + " \"$@\"\n");
        var said = run(
                Map.of("PATH", programs.toString(), "LUOSHI_JAVA_HOME", java("current", "25").toString()), "test");
        assertThat(said.status()).isEqualTo(3);
        assertThat(said.output()).contains("没有找到 Maven", "Maven was not found");
    }

    @Test
    void helpNeedsNoJava() throws Exception {
        var said = run(Map.of("PATH", "/usr/bin:/bin"), "help");
        assertThat(said.status()).isZero();
        assertThat(said.output()).contains("./luoshi run", "./luoshi test", "LUOSHI_DB_URL");
    }

    @Test
    void whatTestingTakesIsToldInsteadOfMavensOwnHelp() throws Exception {
        var said = run(Map.of("PATH", "/usr/bin:/bin"), "test", "--help");
        assertThat(said.status()).isZero();
        assertThat(said.output()).contains("./luoshi test -pl kernel", "一个测试类", "one test class");
    }

    private Path java(String name, String version) throws IOException {
        var folder = Files.createDirectories(home.resolve(name).resolve("bin"));
        Files.writeString(home.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        for (var tool : List.of("java", "javac"))
            program(folder.resolve(tool), "#!/bin/sh\necho started " + name + " data=$LUOSHI_DATA \"$@\"\n");
        return home.resolve(name);
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Said(int status, String output) {}

    private Said run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("/usr/bin/bash", script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.startsWith("LUOSHI_") || name.startsWith("JAVA_"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Said(process.waitFor(), output);
    }
}
