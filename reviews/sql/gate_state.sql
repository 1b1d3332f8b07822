-- The workflow state, derived here and nowhere else. `state` is where the article stands; `public_edition_id` is the edition
-- that readers see now (of a statement that is too old: would see, if it were not). A fix does not take the place of what is
-- in review: it stands beside, as `fix_id`, while it is a fix of the edition that was published last and is not published itself.

create view articles_state as
select a.id as article_id,
  newest.id as edition_id,
  shown.edition_id as public_edition_id,
  case
    when a.kind = 'statement' and exists (select from gate.ageing_statements(clock_timestamp()) s
         where s.edition_id = shown.edition_id and s.ends_at <= clock_timestamp()) then 'too old'
    when shown.edition_id is not null and shown.review_due_at <= clock_timestamp() then 'review due'
    when shown.edition_id is not null and fix.id is not null and not gate.set_aside(fix.id) then 'published with a newer fix'
    when shown.edition_id is not null and gate.draft_digest(a.id) <> shown.draft_digest then 'published with a newer draft'
    when shown.edition_id is not null then 'published'
    when gate.refused(a.id) then 'refused'
    when coming.id is not null then 'scheduled'
    when newest.id is null then 'draft'
    when gate.set_aside(newest.id) then 'changes requested'
    when started.edition_id = newest.id and (gate.fate(a.id, clock_timestamp()) in ('taken down', 'retracted')
         or gate.signed_until(newest.id, clock_timestamp()) is null) then gate.fate(a.id, clock_timestamp())
    when gate.signed_until(newest.id, clock_timestamp()) is not null and gate.without_passkeys(newest.id, clock_timestamp()) is null
      then 'signed'
    when exists (select from reviews_signoff s join reviews_revocation r on r.sign_off_id = s.id where s.edition_id = newest.id)
      then 'revoked'
    else 'in review'
  end as state,
  greatest((select max(d.at) from articles_draftsave d where d.article_id = a.id), newest.submitted_at, fix.submitted_at) as changed_at,
  fix.id as fix_id
from articles_article a
left join lateral (select p.*, e.root_id from articles_publication p join articles_edition e on e.id = p.edition_id
                   where p.article_id = a.id and p.starts_at <= clock_timestamp() order by p.id desc limit 1) started on true
left join lateral (select e.id, e.number from articles_edition e where e.article_id = a.id and e.root_id = 0
                   order by e.number desc limit 1) whole on true
left join lateral (select e.id, e.submitted_at from articles_edition e
                   where e.id = case started.root_id when whole.id then started.edition_id else whole.id end) newest on true
left join lateral (select e.id, e.submitted_at from articles_fix f join articles_edition e on e.id = f.edition_id
                   where f.article_id = a.id and f.of_id = started.edition_id
                     and not exists (select from articles_publication p
                                     where p.edition_id = f.edition_id and p.starts_at <= clock_timestamp())
                   order by f.edition_id desc limit 1) fix on true
left join lateral (
  select p.edition_id, e.draft_digest,
         gate.review_due_at(e.id, clock_timestamp(), p.id) as review_due_at
  from gate.shown(a.id, clock_timestamp()) p join articles_edition e on e.id = p.edition_id) shown on true
left join lateral gate.coming(a.id, clock_timestamp()) coming on true;
