-- The flat that an owner belongs to, estate/unit: its history is found by it. And dossiers of a community or street, by id.
alter table owners add column unit text collate "C";

update owners set unit = (snapshot::jsonb -> 'place' ->> 'estate') || '/' || (snapshot::jsonb -> 'place' ->> 'unit')
where id like 'case:%' and snapshot like '%"unit"%';

create index owners_unit on owners (unit, id) where unit is not null;
create index owners_dossiers on owners (street, id) where opened_at is null;
