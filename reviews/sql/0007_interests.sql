-- Declared interests stand on the page beside the reviewer's name and are nobody else's to check: short, readable, no links.

alter table reviews_signoff
  add constraint interests_are_short check (length(interests) <= 300),
  add constraint interests_are_plain check ((foreign_signs(interests) = '' and nothing_invisible(interests)
    and interests !~* '(https?:|www\.|[a-z0-9]\.(com|org|net|info|io|co|uk|shop|store)\M)') is true);
