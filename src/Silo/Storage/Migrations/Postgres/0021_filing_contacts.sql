-- How to reach owners who filed works: personal data, kept beside the events so that it can be erased. Erase_at is city time.
create table filing_contacts (
  unit text collate "C" not null,
  number integer not null,
  contact text not null,
  erase_at bigint not null,
  primary key (unit, number)
);

create index filing_contacts_erase on filing_contacts (erase_at);
