package org.luoshi.web.feature;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.luoshi.pack.Entity;
import org.luoshi.pack.QualifiedId;
import org.luoshi.register.Registers;
import org.luoshi.web.api.ApiRequest;
import org.luoshi.web.series.Series;
import org.luoshi.web.shell.Messages;
import org.springframework.stereotype.Component;

/// Everything that can be read as features: the registers and indicators that were declared at the moment asked about.
@Component
class Sources {

    private final Registers registers;
    private final Series series;
    private final Messages messages;

    Sources(Registers registers, Series series, Messages messages) {
        this.registers = registers;
        this.series = series;
        this.messages = messages;
    }

    List<FeatureSource> all(ApiRequest request) {
        Stream<FeatureSource> ofRegisters = registers.packs(request.moment()).entities()
                .map(entity -> ofRegister(entity.id(), request));
        Stream<FeatureSource> ofIndicators =
                series.indicators(request).stream().map(indicator -> new FigureSource(indicator, series, messages));
        return Stream.concat(ofRegisters, ofIndicators).toList();
    }

    Optional<FeatureSource> find(String id, ApiRequest request) {
        if (id.startsWith(RegisterSource.PREFIX)) {
            String entity = id.substring(RegisterSource.PREFIX.length());
            return registers.packs(request.moment()).entities()
                    .map(Entity::id)
                    .filter(declared -> declared.toString().equals(entity))
                    .findFirst()
                    .map(declared -> ofRegister(declared, request));
        }
        if (!id.startsWith(FigureSource.PREFIX)) return Optional.empty();
        return series.find(id.substring(FigureSource.PREFIX.length()), request)
                .map(indicator -> new FigureSource(indicator, series, messages));
    }

    private FeatureSource ofRegister(QualifiedId entity, ApiRequest request) {
        return new RegisterSource(registers.of(entity, request.moment()), messages);
    }
}
