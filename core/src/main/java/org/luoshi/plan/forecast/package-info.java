/// The chance of arriving on time, from the figures known at a moment. Pure: no clock, no randomness, no database.
///
/// `StrictMath` throughout, so that a forecast of a past moment is the same to the last bit on any machine.
@NamedInterface("forecast")
@NullMarked
package org.luoshi.plan.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
