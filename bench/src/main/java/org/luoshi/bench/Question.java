package org.luoshi.bench;

/// One thing to measure.
interface Question {

    String name();

    /// What is asked, one line each in Chinese and English.
    String summary();

    void answer(Asked asked, Program program, Result result) throws Exception;
}
