-- Which mails went out about a credential that ends soon. No evidence, and the gate does not read it: it only keeps anybody
-- from being warned twice. A verification that reaches further begins anew.
create table reviews_warning (
  credential_id bigint not null references reviews_credential,
  valid_until timestamptz not null,
  days int not null,
  person_id bigint not null references cms_person,
  sent_at timestamptz not null default clock_timestamp(),
  primary key (credential_id, valid_until, days, person_id)
);
