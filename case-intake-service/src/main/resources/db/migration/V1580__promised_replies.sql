-- Replies promised to reporters: by when they have to be contacted and told the result, and how far that is (ADR 0091). One for a report at
-- most; without a row nothing was promised. Text of a reply is the journal's.
create table promised_reply (
    case_id         uuid primary key references case_file,
    contact_due_at  timestamptz not null,
    reply_due_at    timestamptz not null,
    reply_limit     text,                               -- of the channel; absent if whoever passed the report on set the deadline
    extensions      int         not null default 0,
    contacted_at    timestamptz,
    replied_at      timestamptz,
    contact_overdue boolean     not null default false, -- others were told that it is
    reply_overdue   boolean     not null default false,
    next_lapse      timestamptz                         -- when to look again whether something is overdue; absent if nothing can be
) with (fillfactor = 80);
create index promised_reply_next_lapse on promised_reply (next_lapse) where next_lapse is not null;

-- Who said that there is to be no reply is owed none when the case closes.
alter table reporter add column declines_reply boolean not null default false;
