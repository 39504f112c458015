package org.luoshi.pack.process;

/// What can be done to a case at a step, beside finishing the step. A step lists what it allows.
public enum Operation {
    /// Stop a clock with a legal cause and a written notice 中止, and let it run on 恢复.
    SUSPEND,
    /// Send the case back to an earlier step 退回.
    RETURN,
    /// Hand the task to a colleague of the same role and unit 转办.
    TRANSFER,
    /// Lengthen a clock by the head's approval 延期.
    EXTEND,
    /// Have another account sign too before the step is finished 加签.
    ADD_SIGNER,
    /// Leave the case to others, since one has a part in the matter 回避.
    RECUSE,
    /// Let another account read the case 抄送.
    COPY,
    /// End the case into another one that goes on 并案.
    MERGE
}
