package org.luoshi.plan.forecast;

/// What can be said about arriving on time.
public sealed interface Outlook {

    /// @param chance of arriving on time, 0 to 1, four digits
    /// @param pace change a month (30.4375 days) over the changes used, in the figure's unit
    /// @param months calendar months the changes used cover, at least 1
    record Chance(double chance, double pace, int months) implements Outlook {}

    /// @param changes how many changes of the figure are known
    /// @param needed how many a forecast takes
    record TooFewChanges(int changes, int needed) implements Outlook {}

    /// The period is over or the figure is there: nothing to forecast.
    record NothingAhead() implements Outlook {}
}
