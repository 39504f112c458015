-- The nearest last day of a task's case, kept beside it while the task is open: the most pressing of many are then
-- found in the order of an index, without looking at the cases of all others.
ALTER TABLE luoshi.process_task ADD COLUMN due_on date;
UPDATE luoshi.process_task t SET due_on = c.due_on
FROM luoshi.process_case c WHERE c.id = t.case_id AND t.done_at IS NULL AND c.due_on IS NOT NULL;

DROP INDEX luoshi.process_task_pool;
DROP INDEX luoshi.process_task_holder;
DROP INDEX luoshi.process_task_unit;
CREATE INDEX process_task_pool ON luoshi.process_task (account_role, unit, due_on, id)
    WHERE done_at IS NULL AND holder IS NULL;
CREATE INDEX process_task_holder ON luoshi.process_task (holder, due_on, id) WHERE done_at IS NULL;
-- What the head of a unit looks over.
CREATE INDEX process_task_unit ON luoshi.process_task (unit, due_on, id) WHERE done_at IS NULL;
