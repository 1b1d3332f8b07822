-- Rules that compliance adopts while the site runs. A row says which officer adopted it, and why; those that came with the
-- project's data files, by a set-up, name nobody.

alter table articles_disclaimer
  add column adopted_by_id bigint references cms_person,
  add column reason text not null default '',
  add constraint adopted_with_a_reason check (adopted_by_id is null or says_something(reason)),
  add constraint disclaimer_in_plain_words check ((
    foreign_signs(concat_ws(' ', name, short, "full")) = '' and nothing_invisible(concat_ws(' ', name, short, "full"))
    and one_script(concat_ws(' ', name, short, "full")) and concat_ws(' ', name, short, "full") !~ '[<>[:cntrl:]]'
    and concat_ws(' ', name, short, "full") !~ '&#?[A-Za-z0-9]+;') is true),
  add constraint rule_in_plain_words check ((
    foreign_signs(array_to_string(topics || words || flags || designs, ' ')) = '') is true);
alter table articles_statement
  add column adopted_by_id bigint references cms_person,
  add column reason text not null default '',
  add constraint adopted_with_a_reason check (adopted_by_id is null or says_something(reason)),
  add constraint rule_in_plain_words check ((
    foreign_signs(array_to_string(topics || words || flags || designs, ' ')) = '') is true);

comment on column articles_disclaimer.binding_at is
  'From this instant on no page that lacks it is public; null: new editions carry it, and a page that lacks it is review due.';
comment on column articles_statement.binding_at is
  'From this instant on no page that does not name it is public; null: new editions name it, and a page that does not is review due.';
