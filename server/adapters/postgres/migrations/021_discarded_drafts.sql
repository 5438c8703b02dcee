-- Up Migration
-- A draft that was discarded or deployed keeps its row without a drawing: revisions go on counting, so that a page which still shows
-- the old draft cannot be taken for one that has seen the draft begun after it.
alter table procedure_draft alter column xml drop not null;
