-- No notice holds a control character (articles/sql/0016_no_control_signs.sql says why). Not asked of rows from before.
alter table reviews_notice
  add constraint notice_has_no_control_signs check (no_control_signs(convert_from(content, 'UTF8')) is true) not valid;
