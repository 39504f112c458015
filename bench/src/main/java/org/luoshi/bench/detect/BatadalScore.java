package org.luoshi.bench.detect;

import java.util.List;

/// The competition's score: Taormina and others 2018, "Battle of the Attack Detection Algorithms".
///
/// @param timeToDetection `S_TTD`: 1 less the mean share of an attack that passed before it was detected
/// @param truePositive    share of the attacked hours that were alarmed
/// @param trueNegative    share of the other hours that were not
record BatadalScore(double timeToDetection, double truePositive, double trueNegative) {

    /// An attack from row `first` to row `last`, both included.
    record Attack(int first, int last) {

        int size() {
            return last - first + 1;
        }
    }

    /// `S = (S_TTD + S_CM) / 2`, where `S_CM` is the mean of both shares.
    double total() {
        return (timeToDetection + (truePositive + trueNegative) / 2) / 2;
    }

    /// @param attacks scored, all within the rows that count
    /// @param counts  rows that count
    static BatadalScore of(boolean[] alarmed, List<Attack> attacks, boolean[] counts) {
        boolean[] attacked = new boolean[alarmed.length];
        double undetected = 0;
        for (Attack attack : attacks) {
            int row = attack.first();
            while (row <= attack.last() && !alarmed[row]) row++;
            undetected += (row - attack.first()) / (double) attack.size();
            for (int i = attack.first(); i <= attack.last(); i++) attacked[i] = true;
        }
        int hits = 0;
        int bad = 0;
        int quiet = 0;
        int good = 0;
        for (int row = 0; row < alarmed.length; row++) {
            if (!counts[row]) continue;
            if (attacked[row]) {
                bad++;
                if (alarmed[row]) hits++;
            } else {
                good++;
                if (!alarmed[row]) quiet++;
            }
        }
        return new BatadalScore(1 - undetected / attacks.size(), hits / (double) bad, quiet / (double) good);
    }
}
