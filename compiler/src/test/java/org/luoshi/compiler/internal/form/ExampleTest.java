package org.luoshi.compiler.internal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.luoshi.compiler.internal.csv.Csv;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.YamlReader;

class ExampleTest {

    static Stream<Construct> constructs() {
        return Constructs.ALL.stream();
    }

    static Stream<Table> tables() {
        return Tables.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void theExampleOfEachConstructFitsIt(Construct construct) {
        Findings findings = new Findings();
        Node node =
                YamlReader.read("example.yaml", construct.example(), findings).orElseThrow();
        construct.shape().read(node, findings);
        assertThat(findings.all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theExampleOfEachTableFitsIt(Table table) {
        Findings findings = new Findings();
        Csv.Content content = Csv.read("example.csv", table.example(), table, findings);
        assertThat(findings.all()).isEmpty();
        assertThat(content.rows()).isNotEmpty();
    }
}
