-- Every page of the plan asks for which day its statuses were judged.
CREATE INDEX plan_status_day ON luoshi.plan_status (plan, day);

-- The latest changes of status are read off the index in the order in which they are shown.
DROP INDEX luoshi.plan_status_change_day;
CREATE INDEX plan_status_change_latest ON luoshi.plan_status_change (plan, day DESC, commitment);
