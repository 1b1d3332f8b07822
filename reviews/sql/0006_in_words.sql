-- Reasons, interests and credentials are given in words, and a policy asks for each signature once.

alter table reviews_policy
  add constraint no_empty_item check (every_term_says_something(requires || slugs || topics)),
  add constraint asks_for_each_once check (all_different(requires));
alter table reviews_credential
  drop constraint credential_is_complete,
  add constraint credential_is_complete check (says_something(name) and says_something(profession)
    and says_something(registration_body) and says_something(registration_number)
    and cardinality(specialties) > 0 and every_term_says_something(specialties));
alter table reviews_signoff
  drop constraint interests_are_declared,
  add constraint interests_are_declared check (says_something(interests));
alter table reviews_suspension
  drop constraint reason_is_given, add constraint reason_is_given check (says_something(reason));
alter table reviews_revocation
  drop constraint reason_is_given, add constraint reason_is_given check (says_something(reason));
alter table reviews_verdict
  drop constraint reason_is_given, add constraint reason_is_given check (says_something(reason));
alter table reviews_lift
  drop constraint reason_is_given, add constraint reason_is_given check (says_something(reason));
