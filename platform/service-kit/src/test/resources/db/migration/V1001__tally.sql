create table tally (
    name  text primary key,
    steps text not null
);
