-- How to reach owners who filed works: personal data, kept beside the events so that it can be erased. Erase_at is city time.
create table filing_contacts (
  unit text not null,
  number integer not null,
  contact text not null,
  erase_at integer not null,
  primary key (unit, number)
) without rowid;

create index filing_contacts_erase on filing_contacts (erase_at);
