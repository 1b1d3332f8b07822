-- Signatures of passkeys and of the root, verified by the database itself: ECDSA on P-256 with SHA-256 (ES256), RSA PKCS #1
-- v1.5 with SHA-256 (RS256) and Ed25519 (EdDSA). Verifying needs no secret, so it need not be done in constant time.

create function gate.big_endian(b bytea) returns numeric
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  n numeric := 0;
begin
  for i in 0 .. length(b) - 1 loop
    n := n * 256 + get_byte(b, i);
  end loop;
  return n;
end $$;

create function gate.bytes_of(p_n numeric, p_length int) returns bytea
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
-- Big-endian; null if it takes more bytes than p_length.
declare
  b bytea := decode(repeat('00', p_length), 'hex');
  n numeric := p_n;
begin
  for i in reverse p_length - 1 .. 0 loop
    b := set_byte(b, i, (n % 256)::int);
    n := div(n, 256);
  end loop;
  return case when n = 0 then b end;
end $$;

create function gate.reversed(b bytea) returns bytea
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select coalesce(string_agg(substring(b from n for 1), '' order by n desc), '') from generate_series(1, length(b)) n
$$;

create function gate.inverse(p_a numeric, p_m numeric) returns numeric
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
-- The inverse of p_a modulo the prime p_m, by Euclid; null of 0.
declare
  r0 numeric := p_m;
  r1 numeric := (p_a % p_m + p_m) % p_m;
  t0 numeric := 0;
  t1 numeric := 1;
  q numeric;
  swap numeric;
begin
  while r1 <> 0 loop
    q := div(r0, r1);
    swap := r0 - q * r1;
    r0 := r1;
    r1 := swap;
    swap := t0 - q * t1;
    t0 := t1;
    t1 := swap;
  end loop;
  return case when r0 = 1 then (t0 + p_m) % p_m end;
end $$;

create function gate.power(p_a numeric, p_e numeric, p_m numeric) returns numeric
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  result numeric := 1;
  base numeric := p_a % p_m;
  e numeric := p_e;
begin
  while e > 0 loop
    if e % 2 = 1 then
      result := result * base % p_m;
    end if;
    base := base * base % p_m;
    e := div(e, 2);
  end loop;
  return result;
end $$;

create function gate.bits(p_n numeric) returns int[]
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
-- 256 bits, the lowest first.
declare
  found int[] := array_fill(0, array[256]);
  n numeric := p_n;
  word int;
begin
  for i in 0 .. 15 loop
    word := (n % 65536)::int;
    n := div(n, 65536);
    for j in 0 .. 15 loop
      found[i * 16 + j + 1] := (word >> j) & 1;
    end loop;
  end loop;
  return found;
end $$;

create function gate.on_p256(p_x bytea, p_y bytea) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog, gate, pg_temp as $$
declare
  p constant numeric := 115792089210356248762697446949407573530086143415290314195533631308867097853951;
  b constant numeric := 41058363725152142129326129780047268409114441015993725554835256314039467401291;
  x constant numeric := big_endian(p_x);
  y constant numeric := big_endian(p_y);
begin
  return length(p_x) = 32 and length(p_y) = 32 and x < p and y < p and (y * y - (x * x % p - 3) * x - b) % p = 0;
end $$;

create function gate.p256_verifies(p_x bytea, p_y bytea, p_hash bytea, p_r bytea, p_s bytea) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog, gate, pg_temp as $$
-- ECDSA as FIPS 186-5, 6.4.2: whether (p_r, p_s) signs the SHA-256 p_hash with the key at the point (p_x, p_y).
declare
  p constant numeric := 115792089210356248762697446949407573530086143415290314195533631308867097853951;
  n constant numeric := 115792089210356248762697446949407573529996955224135760342422259061068512044369;
  gx constant numeric := 48439561293906451759052585252797914202762949526041747995844080717082404635286;
  gy constant numeric := 36134250956749795798585127919587881956611106672985015071877198253568414405109;
  qx constant numeric := big_endian(p_x);
  qy constant numeric := big_endian(p_y);
  r constant numeric := big_endian(p_r);
  s constant numeric := big_endian(p_s);
  sum_x numeric;  -- of both points
  sum_y numeric;
  slope numeric;
  w numeric;
  one int[];
  other int[];
  x numeric := 0;
  y numeric := 1;
  z numeric := 0;  -- nothing yet: the point at infinity
  ax numeric;
  ay numeric;
  zz numeric;
  h numeric;
  hh numeric;
  v numeric;
  t numeric;
  alpha numeric;
  beta numeric;
  gamma numeric;
begin
  if not on_p256(p_x, p_y) or length(p_hash) <> 32 or r < 1 or r >= n or s < 1 or s >= n then
    return false;
  end if;
  if qx = gx then
    return false;  -- nobody's key is the base point or its opposite
  end if;
  slope := (qy - gy) * inverse(qx - gx, p) % p;
  sum_x := ((slope * slope - gx - qx) % p + p) % p;
  sum_y := ((slope * (gx - sum_x) - gy) % p + p) % p;
  w := inverse(s, n);
  one := bits(big_endian(p_hash) % n * w % n);
  other := bits(r * w % n);
  for i in reverse 256 .. 1 loop
    if z <> 0 then
      zz := z * z % p;
      gamma := y * y % p;
      beta := x * gamma % p;
      alpha := 3 * (x - zz) * (x + zz) % p;
      t := (y + z) * (y + z) - gamma - zz;
      x := (alpha * alpha - 8 * beta) % p;
      y := (alpha * (4 * beta - x) - 8 * gamma * gamma) % p;
      z := t % p;
    end if;
    continue when one[i] + other[i] = 0;
    if other[i] = 0 then
      ax := gx;
      ay := gy;
    elsif one[i] = 0 then
      ax := qx;
      ay := qy;
    else
      ax := sum_x;
      ay := sum_y;
    end if;
    if z = 0 then
      x := ax;
      y := ay;
      z := 1;
      continue;
    end if;
    zz := z * z % p;
    h := (ax * zz - x) % p;
    t := (ay * zz % p * z - y) % p;
    if h = 0 then
      if t <> 0 then
        z := 0;
        continue;
      end if;
      -- The same point: doubled.
      gamma := y * y % p;
      beta := x * gamma % p;
      alpha := 3 * (x - zz) * (x + zz) % p;
      t := (y + z) * (y + z) - gamma - zz;
      x := (alpha * alpha - 8 * beta) % p;
      y := (alpha * (4 * beta - x) - 8 * gamma * gamma) % p;
      z := t % p;
      continue;
    end if;
    hh := h * h % p;
    v := x * hh % p;
    hh := hh * h % p;
    x := (t * t - hh - 2 * v) % p;
    y := (t * (v - x) - y * hh) % p;
    z := z * h % p;
  end loop;
  if z = 0 then
    return false;
  end if;
  zz := z * z % p;
  return (r * zz - x) % p = 0 or (r + n < p and ((r + n) * zz - x) % p = 0);
end $$;

create function gate.rsa_verifies(p_modulus bytea, p_exponent bytea, p_message bytea, p_signature bytea) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog, gate, pg_temp as $$
-- RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2.2), of keys of 2048 to 4096 bits.
declare
  size constant int := length(p_modulus);
  m constant numeric := big_endian(p_modulus);
  s constant numeric := big_endian(p_signature);
begin
  if size not between 256 and 512 or get_byte(p_modulus, 0) < 128 or p_exponent <> '\x010001' or length(p_signature) <> size or s >= m then
    return false;
  end if;
  return bytes_of(power(s, 65537, m), size)
    = '\x0001'::bytea || decode(repeat('ff', size - 54), 'hex') || '\x00'::bytea
      || '\x3031300d060960864801650304020105000420'::bytea || sha256(p_message);
end $$;

create function gate.edwards_point(p_y bytea) returns numeric[]
language plpgsql immutable strict parallel safe set search_path = pg_catalog, gate, pg_temp as $$
-- The point of a 32-byte encoding (RFC 8032, 5.1.3): {x, y}. Null if there is none.
declare
  p constant numeric := 57896044618658097711785492504343953926634992332820282019728792003956564819949;
  d constant numeric := 37095705934669439343138083508754565189542113879843219016388785533085940283555;
  root constant numeric := 19681161376707505956807079304988542015446066515923890162744021073123829784752;  -- of -1
  b constant bytea := reversed(p_y);
  sign constant int := get_byte(b, 0) >> 7;
  y constant numeric := big_endian(set_byte(b, 0, get_byte(b, 0) & 127));
  u numeric;
  v numeric;
  x numeric;
begin
  if length(p_y) <> 32 or y >= p then
    return null;
  end if;
  u := (y * y - 1) % p;
  v := (d * (y * y % p) + 1) % p;
  x := u * power(v, 3, p) % p * power(u * power(v, 7, p) % p, div(p - 5, 8), p) % p;
  if (v * (x * x % p) - u) % p <> 0 then
    x := x * root % p;
    if (v * (x * x % p) - u) % p <> 0 then
      return null;
    end if;
  end if;
  x := (x + p) % p;
  if x = 0 and sign = 1 then
    return null;
  end if;
  return array[case when x % 2 = sign then x else p - x end, y];
end $$;

create function gate.edwards_sum(p_a numeric[], p_b numeric[]) returns numeric[]
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
-- Two points in extended coordinates {x, y, z, t} (RFC 8032, 5.1.4).
declare
  p constant numeric := 57896044618658097711785492504343953926634992332820282019728792003956564819949;
  d2 constant numeric := 16295367250680780974490674513165176452449235426866156013048779062215315747161;
  a numeric := (p_a[2] - p_a[1]) * (p_b[2] - p_b[1]) % p;
  b numeric := (p_a[2] + p_a[1]) * (p_b[2] + p_b[1]) % p;
  c numeric := p_a[4] * d2 % p * p_b[4] % p;
  d numeric := 2 * p_a[3] * p_b[3] % p;
  e numeric := b - a;
  f numeric := d - c;
  g numeric := d + c;
  h numeric := b + a;
begin
  return array[e * f % p, g * h % p, f * g % p, e * h % p];
end $$;

create function gate.ed25519_verifies(p_key bytea, p_message bytea, p_signature bytea) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog, gate, pg_temp as $$
-- Ed25519 as RFC 8032, 5.1.7, without the cofactor: whether p_signature of 64 bytes signs p_message with the key of 32.
declare
  p constant numeric := 57896044618658097711785492504343953926634992332820282019728792003956564819949;
  l constant numeric := 7237005577332262213973186563042994240857116359379907606001950938285454250989;
  base constant numeric[] := array[
    15112221349535400772501151409588531511454012693041857206046113283949847762202,
    46316835694926478169428394003475163141307993866256225615783033603165251855960];
  a numeric[] := edwards_point(p_key);
  r numeric[];
  s numeric;
  k numeric;
  one int[];
  other int[];
  minus_a numeric[];
  b numeric[];
  joined numeric[];
  sum numeric[];
begin
  if length(p_key) <> 32 or length(p_signature) <> 64 or a is null then
    return false;
  end if;
  sum := array[a[1], a[2], 1, a[1] * a[2] % p];
  for i in 1 .. 3 loop
    sum := edwards_sum(sum, sum);
  end loop;
  if sum[1] = 0 then
    return false;  -- a key of small order would sign for everybody
  end if;
  r := edwards_point(substring(p_signature from 1 for 32));
  s := big_endian(reversed(substring(p_signature from 33)));
  if r is null or s >= l then
    return false;
  end if;
  k := big_endian(reversed(sha512(substring(p_signature from 1 for 32) || p_key || p_message))) % l;
  minus_a := array[p - a[1], a[2], 1, (p - a[1]) * a[2] % p];
  b := array[base[1], base[2], 1, base[1] * base[2] % p];
  joined := edwards_sum(minus_a, b);
  one := bits(s);
  other := bits(k);
  sum := array[0, 1, 1, 0];
  for i in reverse 256 .. 1 loop
    sum := edwards_sum(sum, sum);
    if one[i] + other[i] > 0 then
      sum := edwards_sum(sum, case when other[i] = 0 then b when one[i] = 0 then minus_a else joined end);
    end if;
  end loop;
  return (sum[1] - r[1] * sum[3]) % p = 0 and (sum[2] - r[2] * sum[3]) % p = 0;
end $$;

-- Passkeys (WebAuthn level 2) ---------------------------------------------------------------------------------------------

create function gate.base64url(b bytea) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select translate(encode(b, 'base64'), '+/=' || chr(10), '-_')
$$;

create function gate.from_base64url(t text) returns bytea
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  -- Null if it is not the one way to write some bytes.
  select case when t ~ '^[A-Za-z0-9_-]*$' and length(t) % 4 <> 1 then
    (select b from (select decode(translate(t, '-_', '+/') || repeat('=', (4 - length(t) % 4) % 4), 'base64')) d (b)
     where translate(encode(b, 'base64'), '+/=' || chr(10), '-_') = t) end
$$;

create function gate.client_said(p_client_data bytea) returns jsonb
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
-- What the browser says of a registration or an assertion (clientDataJSON); null if it is no object in JSON. Nor is what two
-- readers may read otherwise: with a name that stands there twice, or deeper than any browser writes.
declare
  c json;
begin
  c := convert_from(p_client_data, 'UTF8')::json;
  if json_typeof(c) <> 'object' or exists (
    with recursive part (value, depth) as (
      select c, 1
      union all
      select held.value, depth + 1 from part cross join lateral (
        select value from json_each(case json_typeof(part.value) when 'object' then part.value else '{}' end)
        union all
        select value from json_array_elements(case json_typeof(part.value) when 'array' then part.value else '[]' end)) held
      where depth < 9)
    select from part where depth = 9 or json_typeof(value) = 'object'
      and (select count(*) <> count(distinct key) from json_each(case json_typeof(value) when 'object' then value else '{}' end))) then
    return null;
  end if;
  return c::jsonb;
exception when others then
  return null;
end $$;

create function gate.public_key_fits(p_key bytea) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog, gate, pg_temp as $$
-- Whether these bytes are a public key that can sign here: a JWK (RFC 7517) in the one form that its thumbprint is made of
-- (RFC 7638), of a point on P-256, an Ed25519 key, or RSA of 2048 to 4096 bits with the exponent 65537.
declare
  k jsonb;
begin
  begin
    k := convert_from(p_key, 'UTF8')::jsonb;
  exception when others then
    return false;
  end;
  if jsonb_typeof(k) <> 'object' then
    return false;
  end if;
  return case k ->> 'kty'
    when 'EC' then p_key = convert_to(format('{"crv":"P-256","kty":"EC","x":"%s","y":"%s"}', k ->> 'x', k ->> 'y'), 'UTF8')
      and length(from_base64url(k ->> 'x')) = 32 and length(from_base64url(k ->> 'y')) = 32
      and on_p256(from_base64url(k ->> 'x'), from_base64url(k ->> 'y'))
    when 'OKP' then p_key = convert_to(format('{"crv":"Ed25519","kty":"OKP","x":"%s"}', k ->> 'x'), 'UTF8')
      and length(from_base64url(k ->> 'x')) = 32 and edwards_point(from_base64url(k ->> 'x')) is not null
    when 'RSA' then p_key = convert_to(format('{"e":"AQAB","kty":"RSA","n":"%s"}', k ->> 'n'), 'UTF8')
      and length(from_base64url(k ->> 'n')) between 256 and 512 and get_byte(from_base64url(k ->> 'n'), 0) >= 128
    else false end is true;
end $$;

create function gate.der_integers(p_signature bytea) returns bytea[]
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
-- The two numbers of an ECDSA signature in DER (RFC 3279), without leading zeros; null if it is written otherwise.
declare
  at int := 2;
  size int;
  n bytea;
  found bytea[] := '{}';
begin
  if length(p_signature) not between 8 and 72 or get_byte(p_signature, 0) <> 48
     or get_byte(p_signature, 1) <> length(p_signature) - 2 then
    return null;
  end if;
  for i in 1 .. 2 loop
    if at + 2 > length(p_signature) or get_byte(p_signature, at) <> 2 then
      return null;
    end if;
    size := get_byte(p_signature, at + 1);
    if size not between 1 and 33 or at + 2 + size > length(p_signature) then
      return null;
    end if;
    n := substring(p_signature from at + 3 for size);
    if get_byte(n, 0) > 127 or size > 1 and get_byte(n, 0) = 0 and get_byte(n, 1) < 128 then
      return null;
    end if;
    found := found || case when size > 1 and get_byte(n, 0) = 0 then substring(n from 2) else n end;
    at := at + 2 + size;
  end loop;
  return case when at = length(p_signature) then found end;
end $$;

create function gate.signature_verifies(p_key bytea, p_message bytea, p_signature bytea) returns boolean
language plpgsql immutable strict parallel safe set search_path = pg_catalog, gate, pg_temp as $$
-- Whether p_signature signs p_message with the public key p_key, a JWK.
declare
  k jsonb;
  numbers bytea[];
begin
  if not public_key_fits(p_key) then
    return false;
  end if;
  k := convert_from(p_key, 'UTF8')::jsonb;
  case k ->> 'kty'
    when 'EC' then
      numbers := der_integers(p_signature);
      return coalesce(p256_verifies(from_base64url(k ->> 'x'), from_base64url(k ->> 'y'), sha256(p_message), numbers[1], numbers[2]), false);
    when 'OKP' then
      return ed25519_verifies(from_base64url(k ->> 'x'), p_message, p_signature);
    else
      return rsa_verifies(from_base64url(k ->> 'n'), '\x010001', p_message, p_signature);
  end case;
end $$;

create function gate.assertion_fault(p_key bytea, p_client_data bytea, p_authenticator_data bytea, p_signature bytea,
                                     p_challenge bytea, p_rp_id text, p_origin text) returns text
language plpgsql immutable parallel safe set search_path = pg_catalog, gate, pg_temp as $$
-- What is wrong with the assertion of a passkey (WebAuthn level 2, 7.2), as a rule's name; null if nothing is: that whoever
-- holds the key, and showed so by finger, face or PIN, answered this challenge at this site.
declare
  c jsonb := client_said(p_client_data);
  flags int;
begin
  if num_nulls(p_key, p_client_data, p_authenticator_data, p_signature, p_challenge, p_rp_id, p_origin) > 0 then
    return 'passkey_answers';
  end if;
  if (c ->> 'type' = 'webauthn.get' and length(p_authenticator_data) >= 37) is not true then
    return 'passkey_answers';
  end if;
  if (c ->> 'origin' = p_origin and coalesce(c -> 'crossOrigin', 'false') in ('false', 'null') and not c ? 'topOrigin') is not true
     or substring(p_authenticator_data from 1 for 32) <> sha256(convert_to(p_rp_id, 'UTF8')) then
    return 'passkey_of_this_site';
  end if;
  if (c ->> 'challenge' = base64url(p_challenge)) is not true then
    return 'passkey_answers_this';
  end if;
  flags := get_byte(p_authenticator_data, 32);
  if flags & 5 <> 5 then
    return 'passkey_knows_its_owner';
  end if;
  if signature_verifies(p_key, p_authenticator_data || sha256(p_client_data), p_signature) is not true then
    return 'passkey_signed';
  end if;
  return null;
end $$;
