-- What readers are told of a reviewer, and what a reviewer says of their interests.

create function gate.standing_interests_facts(p_declaration bigint) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, gate, pg_temp as $$
  select jsonb_build_object('interests', i.interests, 'declared_at', gate.instant(i.declared_at))
  from reviews_standinginterests i where i.id = p_declaration
$$;

create function live.reviewer(p_number bigint, p_before timestamptz, p_before_id bigint, p_limit int)
returns table (id bigint, slug text, title text, starts_at timestamptz, sign_offs jsonb, declared jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, gate, pg_temp set timezone = 'UTC'
set plan_cache_mode = force_generic_plan as $$
-- The newest p_limit articles that are shown now and rest on a sign-off of this person, from those that started before the
-- given publication (nulls: from the newest), each with those sign-offs, and the interests that they declared last for all
-- that they sign: only since when, while no officer has read them. No row, whoever it is, while no such article is shown.
-- Never a registration, an address or a reason. It stops as live.newest() does.
declare
  at timestamptz := clock_timestamp();
  not_shown int := 0;
  current text[];
  left_over int := p_limit;
  l record;
begin
  for l in
    select x.publication_id, x.article_id, x.starts_at from reviews_signedpage x
    where x.reviewer_id = p_number and x.starts_at <= at
      and (x.starts_at, x.publication_id) < (coalesce(p_before, 'infinity'), coalesce(p_before_id, 0))
    order by x.starts_at desc, x.publication_id desc
  loop
    exit when left_over < 1;
    continue when l.publication_id is distinct from (select n.id from gate.newest_started(l.article_id, at) n);
    current := coalesce(current, array(
      select c.asked from gate.current_statements(array(select distinct n.slug from articles_statement n), at) c));
    return query
    select p.id, e.slug, e.title, p.starts_at, own.given,
      (select jsonb_build_object('interests', case when c.declaration_id is not null then i.interests end,
         'declared_at', i.declared_at)
       from reviews_standinginterests i left join reviews_interestscheck c on c.declaration_id = i.id
       where i.person_id = p_number order by i.id desc limit 1)
    from gate.standing(l.article_id, at) p
    join articles_edition e on e.id = p.edition_id and e.digest = p.digest and e.article_id = p.article_id and e.kind = 'article'
    cross join lateral (
      select jsonb_agg(jsonb_build_object('name', s.reviewer_name, 'profession', s.profession, 'meaning', s.meaning,
        'signed_at', s.signed_at, 'ends_at', s.ends_at,
        'specialties', (select jsonb_agg(t.name order by t.name) from articles_topic t where t.slug = any (s.specialties)))
        order by s.signed_at desc, s.id desc) as given
      from gate.sign_offs(e.id, at, p.id) c join reviews_signoff s on s.id = c.id
      where c.counts and s.reviewer_id = p_number) own
    where p.id = l.publication_id and own.given is not null
      and not exists (select from gate.lacking(e.id, at, p.rulebook, p.published_at, current));
    if found then
      left_over := left_over - 1;
      continue;
    end if;
    not_shown := not_shown + 1;
    if not_shown >= gate.patience() and gate.began(l.publication_id) then
      return query select l.publication_id, null, null, l.starts_at, null::jsonb, null::jsonb;
      return;
    end if;
  end loop;
end $$;

set local role leaf_acts;

create function act.declare_interests(p_person bigint, p_secret bytea, p_interests text) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- A reviewer says, with their signing secret, what readers should know beside all that they sign.
declare
  declaration bigint;
begin
  perform act.same_person(p_person, p_secret);
  if not exists (select from reviews_verification where person_id = p_person) then
    perform act.refuse('interests_of_a_reviewer', 'nobody verified a credential of this person');
  end if;
  insert into reviews_standinginterests (person_id, interests) values (p_person, p_interests) returning id into declaration;
  perform act.enter('declare interests', p_person, jsonb_build_object('person', p_person, 'interests', declaration,
    'facts', gate.facts_digest(gate.standing_interests_facts(declaration))));
  return declaration;
end $$;

create function act.check_interests(p_declaration bigint, p_officer bigint, p_secret bytea) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, gate, act, pg_temp as $$
-- A compliance officer has read what a reviewer declared, and shows it to readers.
begin
  perform act.same_person(p_officer, p_secret);
  if not gate.in_office(p_officer, 'compliance') then
    perform act.refuse('by_a_compliance_officer', 'only a compliance officer shows interests to readers');
  end if;
  insert into reviews_interestscheck (declaration_id, person_id, officer_id)
  select i.id, i.person_id, p_officer from reviews_standinginterests i
  where i.id = p_declaration and not exists (select from reviews_interestscheck c where c.declaration_id = i.id);
  if not found then
    perform act.refuse('interests_to_check', 'there is no such declaration to be read');
  end if;
  perform act.enter('check interests', p_officer, jsonb_build_object('interests', p_declaration));
  return p_declaration;
end $$;

reset role;
