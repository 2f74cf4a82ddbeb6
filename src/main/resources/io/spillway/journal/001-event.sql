create table event (
    id      integer primary key,
    time    text not null,
    author  text not null,
    console text not null,
    kind    text not null,
    subject text not null,
    body    text not null check (json_valid(body))
);

create index event_kind on event (kind, id);

create trigger event_is_never_changed before update on event
begin
    select raise(abort, 'the journal is append-only: events are never changed');
end;

create trigger event_is_never_removed before delete on event
begin
    select raise(abort, 'the journal is append-only: events are never removed');
end;
