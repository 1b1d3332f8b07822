-- Which safety notices stand above a page. Asked by every read: few rows can be in force, and no others are looked at.

create function gate.notices_in_force(p_at timestamptz) returns setof reviews_notice
language sql stable rows 1 begin atomic
  -- Published, not over, ended by nobody, and of a signer whose credential nobody suspended.
  select n.* from reviews_noticepublication p
  join reviews_noticesignature s on s.notice_id = p.notice_id and s.digest = p.digest
  join reviews_notice n on n.id = p.notice_id and n.digest = p.digest
  where p.ends_at > p_at
    and not exists (select from reviews_noticeend x where x.notice_id = p.notice_id)
    and not exists (select from reviews_suspension u where u.credential_id = s.credential_id);
end;

create function gate.notice_states(p_at timestamptz) returns table (notice_id bigint, state text)
language sql stable begin atomic
  -- Where every notice stands, as the desk says it. Revoked: published, and lost its signer's credential before its end.
  select n.id, case
    when f.id is not null then 'published'
    when s.ends_at <= p_at or exists (select from reviews_noticeend x where x.notice_id = n.id) then 'ended'
    when exists (select from reviews_noticepublication p where p.notice_id = n.id) then 'revoked'
    when s.id is not null then 'signed'
    else 'in review' end
  from reviews_notice n
  left join reviews_noticesignature s on s.notice_id = n.id
  left join gate.notices_in_force(p_at) f on f.id = n.id;
end;

create function gate.notices_on(p_article bigint, p_topics text[], p_at timestamptz) returns setof reviews_notice
language sql stable rows 1 begin atomic
  select n.* from gate.notices_in_force(p_at) n
  where n.everywhere or n.topics && p_topics or p_article = any (n.articles);
end;

create function gate.notice(p_notice bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' as $$
  -- A signed notice as readers see it: its exact words.
  select jsonb_build_object('id', n.id, 'text', doc(n.content) ->> 'text', 'source', doc(n.content) ->> 'source',
    'name', s.reviewer_name, 'profession', s.profession, 'signed_at', s.signed_at, 'ends_at', s.ends_at,
    'everywhere', n.everywhere, 'topics', to_jsonb(n.topics), 'digest', encode(sha256(n.content), 'hex'))
  from reviews_notice n join reviews_noticesignature s on s.notice_id = n.id and s.digest = n.digest
  where n.id = p_notice
$$;

create function gate.notices_of(p_article bigint, p_topics text[], p_at timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  -- What stands above the page of an article at this instant, the newest first.
  select coalesce(jsonb_agg(gate.notice(n.id) order by n.id desc), '[]') from gate.notices_on(p_article, p_topics, p_at) n
$$;
