-- Levels below the centre: a unit delegates a task to a unit below it, and answers for it all the same.
-- The new column may be null: the jar before this one goes on writing without it.

alter table task
    add column delegated_by text; -- units above the one that has it, the top first, separated by blanks; null for none

-- Every move inside a line of command, down or up.
create table task_delegation (
    delegation_id   uuid        primary key,
    case_id         uuid        not null,
    task_id         uuid        not null,
    from_department text        not null,
    to_department   text        not null,
    at              timestamptz not null,
    actor           text        not null,
    opinion         text
);
create index task_delegation_case on task_delegation (case_id, delegation_id);
create index task_delegation_task on task_delegation (task_id);
revoke update, delete, truncate on task_delegation from ${app_role};
