-- What a passkey or a root key signed has its parts, and each is of its type too. A number where text belongs, or the other way
-- round, reads the same in the columns here; to whoever checks the evidence outside it is something else than the page says. Not
-- asked of rows from before: one that was planted spoils its own evidence alone, and must not keep the site from an upgrade.
alter table reviews_assertion add constraint assertion_parts_are_typed check ((
  doc(content) @@ 'strict $.edition.type() == "number" && $.person.type() == "number" && $.digest like_regex "^[0-9a-f]{64}$"
    && $.asked_at.type() == "string" && $.interests.type() == "string" && $.meaning.type() == "string"
    && $.signs.type() == "string"'::jsonpath) is true) not valid;
alter table reviews_certificate add constraint certificate_parts_are_typed check ((
  doc(content) @@ 'strict $.person.type() == "number" && $.key like_regex "^[0-9a-f]{64}$" && $.name.type() == "string"
    && $.certifies.type() == "string" && $.from.type() == "string" && $.until.type() == "string"
    && $.origin.type() == "string" && $.site.type() == "string"'::jsonpath
  and (doc(content) ->> 'certifies' <> 'reviewer'
    or doc(content) @@ 'strict $.verification.type() == "number" && $.facts.type() == "string"
      && $.profession.type() == "string"'::jsonpath)) is true) not valid;
