package org.luoshi.web.plan;

/// No plan is in force, or none was at the moment asked for.
final class NoPlan extends RuntimeException {

    NoPlan() {
        super("no plan in force");
    }
}
