-- Name and profession stand beside every signature, and no reviewer signs them: short, readable, no links.
alter table reviews_credential
  add constraint credential_is_plain check ((length(name) <= 100 and length(profession) <= 100
    and nothing_invisible(name || profession) and name || profession !~ '[<>[:cntrl:]]'
    and name || ' ' || profession !~* '(https?:|www\.|[a-z0-9]\.(com|org|net|info|io|co|uk|shop|store)\M)') is true);
