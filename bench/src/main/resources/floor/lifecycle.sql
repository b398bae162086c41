-- One lifecycle in 8 commits, for pgbench -M prepared; a single statement commits by itself, as fast as can be.
\set class random(1, 100)
-- 1 reported and filed
begin;
insert into case_file values (uuidv7(), 'LZ-' || nextval('case_number'), 'HOTLINE_12345', 'floor-' || currval('case_number'), 'E01' || :class, '450202', 'Litter beside the road, seen since the morning, a lorry load or more', 'FILED', 1, null, now(), now(), null, null, 0) returning case_id \gset
insert into journal_entry values (:case_id, 1, 'case.reported', now(), 'urbanops-driver', null), (:case_id, 2, 'case.filed', now(), 'standing rule', null);
commit;
-- 2 dispatched
insert into task values (uuidv7(), :case_id, 1, 'sanitation', 'DISPATCHED', 'E01' || :class, '450202', 'Litter beside the road, seen since the morning, a lorry load or more', now() + interval '4 hours', now(), null, null, 0) returning task_id \gset
-- 3 counted
insert into case_fact values (:case_id, 'E01' || :class, '450202', 'HOTLINE_12345', 'sanitation', now(), now() + interval '4 hours', null, null) on conflict (case_id) do update set department = excluded.department;
-- 4 signed
update task set state = 'HANDLING', signed_at = now(), version = version + 1 where task_id = :task_id;
-- 5 journalled
begin;
update case_file set phase = 'HANDLING', department = 'sanitation', due_at = now() + interval '4 hours', version = version + 1 where case_id = :case_id;
insert into journal_entry values (:case_id, 3, 'task.dispatched', now(), 'dispatch', null), (:case_id, 4, 'task.signed', now(), 'urbanops-driver', null);
commit;
-- 6 handled
update task set state = 'HANDED_BACK', handed_back_at = now(), version = version + 1 where task_id = :task_id;
-- 7 checked and closed
begin;
update case_file set phase = 'CLOSED', closed_at = now(), version = version + 1 where case_id = :case_id;
insert into journal_entry values (:case_id, 5, 'task.handed-back', now(), 'urbanops-driver', null), (:case_id, 6, 'case.closed', now(), 'urbanops-driver', null);
commit;
-- 8 counted
insert into case_fact values (:case_id, 'E01' || :class, '450202', 'HOTLINE_12345', 'sanitation', now(), now(), now(), now()) on conflict (case_id) do update set handled_at = excluded.handled_at, closed_at = excluded.closed_at;
