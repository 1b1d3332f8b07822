-- The workflow state, derived here and nowhere else. `state` is where the article stands; `public` is whether readers
-- see an edition of it now; of a statement that is too old, not even then.

create view articles_state as
select a.id as article_id,
  newest.id as edition_id,
  shown.edition_id as public_edition_id,
  case
    when a.kind = 'statement' and exists (select from gate.ageing_statements(clock_timestamp()) s
         where s.edition_id = shown.edition_id and s.ends_at <= clock_timestamp()) then 'too old'
    when shown.edition_id is not null and shown.review_due_at <= clock_timestamp() then 'review due'
    when shown.edition_id is not null and gate.draft_digest(a.id) <> shown.draft_digest then 'published with a newer draft'
    when shown.edition_id is not null then 'published'
    when gate.refused(a.id) then 'refused'
    when coming.id is not null then 'scheduled'
    when newest.id is null then 'draft'
    when gate.set_aside(newest.id) then 'changes requested'
    when started.edition_id = newest.id and (gate.fate(a.id, clock_timestamp()) in ('taken down', 'retracted')
         or gate.signed_until(newest.id, clock_timestamp()) is null) then gate.fate(a.id, clock_timestamp())
    when gate.signed_until(newest.id, clock_timestamp()) is not null then 'signed'
    when exists (select from reviews_signoff s join reviews_revocation r on r.sign_off_id = s.id where s.edition_id = newest.id)
      then 'revoked'
    else 'in review'
  end as state,
  greatest((select max(d.at) from articles_draftsave d where d.article_id = a.id), newest.submitted_at) as changed_at
from articles_article a
left join lateral (select e.id, e.submitted_at from articles_edition e where e.article_id = a.id
                   order by e.number desc limit 1) newest on true
left join lateral (select p.* from articles_publication p where p.article_id = a.id and p.starts_at <= clock_timestamp()
                   order by p.id desc limit 1) started on true
left join lateral (
  select p.edition_id, e.draft_digest,
         gate.review_due_at(e.id, clock_timestamp(), p.id) as review_due_at
  from gate.shown(a.id, clock_timestamp()) p join articles_edition e on e.id = p.edition_id) shown on true
left join lateral gate.coming(a.id, clock_timestamp()) coming on true;
