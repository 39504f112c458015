/// Warnings 预警: what detection finds becomes something that somebody answers for and another person verifies.
///
/// [WarningIntake] takes findings, each once; [Warnings] reads warnings and takes what people do about them. Readings
/// raise, re-level and end the cause of a warning, but never close it, and silence of a sensor ends nothing.
@ApplicationModule(allowedDependencies = {"access", "audit"})
@NullMarked
package org.luoshi.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
