-- The contacts of owners, and beside them those of whoever reported at a door: owner is a flat (estate/unit) or a case (case:id).
alter table filing_contacts rename to contacts;
alter table contacts rename column unit to owner;
