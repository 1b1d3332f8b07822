-- Control characters part or join words unseen, and the canonical form writes them in plain letters ("\u000b"), where no other
-- rule finds them. No text of an edition holds one, but line feeds. Not asked of rows from before.

create function no_control_signs(t text) returns boolean
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp set standard_conforming_strings = on as $$
  -- Of the canonical form: an escape of a control character other than "\n" that is not itself escaped.
  select t !~ '(^|[^\\])(\\\\)*\\(u00|[bfrt])'
$$;

alter table articles_edition
  add constraint no_control_signs check (no_control_signs(convert_from(content, 'UTF8')) is true) not valid;
