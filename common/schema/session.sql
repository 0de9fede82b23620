-- SPDX-License-Identifier: GPL-3.0-or-later
-- Sessions, the cards they have opened, and the logs. Nobody but the definer functions writes here.
create table session (
    id bigint generated always as identity primary key,
    login text not null,
    pid int not null,
    backend_start timestamptz not null,
    terminal text not null references terminal,
    address inet,
    version text,
    role text not null,
    org_id bigint not null references organisation,
    opened_at timestamptz not null default now_here(),
    closed_at timestamptz,
    closed_why text,
    check ((closed_at is null) = (closed_why is null))
);
create index session_live on session (login, pid) where closed_at is null;
create index session_login on session (login, opened_at desc);
comment on table session is 'Sessions opened by session_open; one is live while closed_at is null and its back end runs';
comment on column session.id is 'Key';
comment on column session.login is 'session_user';
comment on column session.pid is 'Process of the back end';
comment on column session.backend_start is 'When that process started: a pid comes again';
comment on column session.terminal is 'Terminal named and checked at the gate';
comment on column session.address is 'inet_client_addr(); null over a socket';
comment on column session.version is 'Version of the program';
comment on column session.role is 'The account''s role when it was opened';
comment on column session.org_id is 'The account''s organisation when it was opened';
comment on column session.opened_at is 'When';
comment on column session.closed_at is 'When it ended';
comment on column session.closed_why is 'How: closed, reopened, gone';

create table session_card (
    session_id bigint not null references session,
    card_id bigint not null,
    writable boolean not null,
    opened_at timestamptz not null default now(),
    closed_at timestamptz,
    opened_in xid8,
    primary key (session_id, card_id)
);
create index session_card_open on session_card (session_id) where closed_at is null;
comment on table session_card is 'Cards that a session has open: row-level security lets it see only those';
comment on column session_card.session_id is 'Session';
comment on column session_card.card_id is 'Card';
comment on column session_card.writable is 'May it be written: own centre, operator or head';
comment on column session_card.opened_at is 'When it was opened';
comment on column session_card.closed_at is 'When it was closed, or null';
comment on column session_card.opened_in is
    'Transaction it was opened in: only a later one sees its rows, so that no ROLLBACK unsays the opening; null: at once';

create table view_log (
    id bigint generated always as identity primary key,
    at timestamptz not null default now_here(),
    session_id bigint not null references session,
    login text not null,
    card_id bigint not null,
    door text not null check (door in ('id', 'iin', 'new')),
    purpose text
);
create index on view_log (login, at desc);
create index on view_log (card_id, at);
comment on table view_log is '206 p. 20(7), 28(3): every opening of a card; append-only';
comment on column view_log.id is 'Key';
comment on column view_log.at is 'When';
comment on column view_log.session_id is 'In which session';
comment on column view_log.login is 'By whom';
comment on column view_log.card_id is 'Which card';
comment on column view_log.door is 'id: within the territory; iin: by its exact IIN; new: just made';
comment on column view_log.purpose is 'Stated purpose, Z-6';

create table audit_log (
    id bigint generated always as identity primary key,
    at timestamptz not null default now_here(),
    login text not null,
    session_id bigint,
    terminal text,
    address inet,
    event text not null,
    ok boolean not null,
    code text,
    card_id bigint,
    detail jsonb not null default '{}'
);
create index on audit_log (login, at);
create index on audit_log (at);
comment on table audit_log is '206 p. 20(7): log-ins, searches, refusals; append-only';
comment on column audit_log.id is 'Key';
comment on column audit_log.at is 'When';
comment on column audit_log.login is 'session_user';
comment on column audit_log.session_id is 'In which session, if any';
comment on column audit_log.terminal is 'Terminal named';
comment on column audit_log.address is 'inet_client_addr()';
comment on column audit_log.event is 'What: session_open, card_open, search, person_exists ...';
comment on column audit_log.ok is 'f: refused';
comment on column audit_log.code is 'MSxxx of the refusal';
comment on column audit_log.card_id is 'Card, if any';
comment on column audit_log.detail is 'More';
