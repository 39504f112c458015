/// Observations 观测: what sensors measured, in the words of OGC SensorThings 1.1.
///
/// [ObservationLog] takes readings and answers only when they are on disk; [Observations] reads them; [Catalogue] knows
/// things, sensors, observed properties and datastreams.
@ApplicationModule(allowedDependencies = {"access", "audit"})
@NullMarked
package org.luoshi.observation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
