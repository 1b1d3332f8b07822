-- A checkpoint is served to strangers as it stands, so it holds nothing but its five lines: origin, size, root, and the one
-- signature of a key that is named as the origin is.
alter table cms_checkpoint add constraint checkpoint_is_a_signed_note check ((
  note ~ '^[a-z0-9.:/-]{1,100}\n[1-9][0-9]{0,17}\n[A-Za-z0-9+/]{43}=\n\n— [a-z0-9.:/-]{1,100} [A-Za-z0-9+/]{1,200}={0,2}\n$'
  and split_part(note, E'\n', 1) = split_part(split_part(note, E'\n', 5), ' ', 2)) is true);
