-- Every page of the plan asks for which day its statuses were judged.
CREATE INDEX plan_status_day ON luoshi.plan_status (plan, day);
