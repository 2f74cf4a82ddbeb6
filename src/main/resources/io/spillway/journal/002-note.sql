create table note (
    name text primary key,
    body text not null check (json_valid(body))
);
