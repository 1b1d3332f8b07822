-- Who paid is said, not left out: an empty field was read as "nobody". Not asked of editions from before.

alter table articles_edition
  add constraint funding_is_said check ((kind = 'statement' or says_something(doc(content) ->> 'funding')) is true) not valid;
