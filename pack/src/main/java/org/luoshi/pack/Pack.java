package org.luoshi.pack;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.monitoring.Monitoring;
import org.luoshi.pack.process.ProcessDefinition;

/// One city system, compiled.
///
/// @param depends ids of the packs it needs, with the version range asked for
/// @param digest SHA-256 (hex) over the pack's files: names the exact version that computed a figure
/// @param city only for the city pack
public record Pack(
        String id,
        Text title,
        Text summary,
        String version,
        String digest,
        Map<String, String> depends,
        boolean syntheticSamples,
        List<Entity> entities,
        List<Indicator> indicators,
        List<StatusRule> statusRules,
        List<Dashboard> dashboards,
        List<BriefingLayout> briefings,
        List<ProcessDefinition> processes,
        List<QualityCheck> quality,
        Monitoring monitoring,
        List<Sample> samples,
        List<CaseSample> caseSamples,
        List<PackTest> tests,
        @Nullable City city) {

    public Pack {
        depends = Map.copyOf(depends);
        entities = List.copyOf(entities);
        indicators = List.copyOf(indicators);
        statusRules = List.copyOf(statusRules);
        dashboards = List.copyOf(dashboards);
        briefings = List.copyOf(briefings);
        processes = List.copyOf(processes);
        quality = List.copyOf(quality);
        samples = List.copyOf(samples);
        caseSamples = List.copyOf(caseSamples);
        tests = List.copyOf(tests);
    }
}
