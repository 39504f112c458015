-- A form that is sent twice, by two clicks or a page loaded again, is one application: each form shown has a mark of its
-- own, and a case keeps that of the form it came by.
ALTER TABLE luoshi.process_case ADD COLUMN form_mark text;
CREATE UNIQUE INDEX process_case_form_mark ON luoshi.process_case (applicant, form_mark) WHERE form_mark IS NOT NULL;
