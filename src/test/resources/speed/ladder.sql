-- The ladder of config/rules.yaml on two CSV files. 0 unknown, 1 yes, 2 no.
-- What the models mean, and how two compare, the hub's own reader has written beside the files.
CREATE TABLE e_words AS SELECT * FROM read_csv('{files}/e_words.csv', all_varchar = true);
CREATE TABLE m_words AS SELECT * FROM read_csv('{files}/m_words.csv', all_varchar = true);
CREATE TABLE likeness AS SELECT * FROM read_csv('{files}/likeness.csv', header = true,
  columns = {a: 'INTEGER', b: 'INTEGER', maker: 'TINYINT', form: 'TINYINT', platform: 'TINYINT', model: 'TINYINT', os: 'TINYINT'});
CREATE TABLE placeholders (id VARCHAR);
INSERT INTO placeholders VALUES ('unknown'), ('not available'), ('to be filled by o.e.m.'), ('0123456789abcdef'), ('004999010640000'), ('123456789012345'), ('serial number'), ('default string');

CREATE TABLE enrolled AS
SELECT row_number() OVER () AS e, r."Device ID" AS id, lower(trim(r."Serial number")) AS serial,
  lower(trim(r."EAS activation ID")) AS eas, regexp_replace(r."IMEI", '[^0-9]', '', 'g') AS imei,
  lower(r."Primary user email address") AS email, lower(r."Primary user UPN") AS upn,
  r."Enrollment date" AS enrolled, r."Last check-in" AS seen, w.hw::INTEGER AS hw
FROM read_csv('{files}/DevicesWithInventory.csv', header = true, all_varchar = true, quote = '"', escape = '"', nullstr = '') r
JOIN e_words w ON coalesce(w.maker, '') = coalesce(r."Manufacturer", '') AND coalesce(w.model, '') = coalesce(r."Model", '')
  AND coalesce(w.os, '') = coalesce(r."OS version", '')
WHERE lower(coalesce(r."Managed by", '')) <> 'eas';

CREATE TABLE mailed AS
SELECT row_number() OVER () AS m, lower(r."PrimarySMTPAddress") AS box, r."DeviceID" AS device, lower(trim(r."DeviceID")) AS eas,
  regexp_replace(r."DeviceImei", '[^0-9]', '', 'g') AS imei,
  strptime(r."LastSuccessSync", '%m/%d/%Y %I:%M:%S %p') AS seen, w.hw::INTEGER AS hw, w.hidden::INTEGER AS hidden,
  CASE WHEN regexp_full_match(lower(r."DeviceID"), 'android_?[0-9a-f]{16}') THEN w.verse_family ELSE w.family END::INTEGER AS family
FROM read_csv('{files}/MobileDevices.csv', header = true, all_varchar = true, quote = '"', escape = '"', nullstr = '') r
JOIN m_words w ON coalesce(w.type, '') = coalesce(r."DeviceType", '') AND coalesce(w.model, '') = coalesce(r."DeviceModel", '')
  AND coalesce(w.name, '') = coalesce(r."DeviceFriendlyName", '') AND coalesce(w.os, '') = coalesce(r."DeviceOS", '')
  AND coalesce(w.agent, '') = coalesce(r."DeviceUserAgent", '') AND coalesce(w.client, '') = coalesce(r."ClientType", '')
WHERE NOT starts_with(lower(coalesce(r."DeviceType", '')), 'easprobe') AND NOT starts_with(lower(coalesce(r."DeviceID", '')), 'easprobe')
  AND NOT contains(lower(coalesce(r."PrimarySMTPAddress", '')), 'healthmailbox');

-- Every identifier by itself; an IMEI counts by its first 14 digits and is marked.
CREATE TABLE e_ids AS
SELECT e, id FROM (
  SELECT e, serial AS id, 1 AS kind FROM enrolled UNION ALL SELECT e, eas, 2 FROM enrolled UNION ALL
  SELECT e, lower(id), 4 FROM enrolled UNION ALL
  SELECT e, CASE WHEN length(imei) BETWEEN 14 AND 16 THEN 'imei:' || imei[1:14] END, 3 FROM enrolled)
WHERE length(id) >= 6 AND id NOT IN (SELECT id FROM placeholders) AND replace(replace(id, '-', ''), id[1], '') <> '';

CREATE TABLE m_ids AS
SELECT m, id FROM (
  SELECT m, eas AS id FROM mailed UNION ALL
  SELECT m, eas[5:] FROM mailed WHERE starts_with(eas, 'appl') AND length(eas) BETWEEN 14 AND 16 UNION ALL
  SELECT m, eas[4:] FROM mailed WHERE starts_with(eas, 'sec') AND length(eas) = 16 UNION ALL
  SELECT m, 'imei:' || eas[5:18] FROM mailed WHERE regexp_full_match(eas, 'imei\d{14,16}') UNION ALL
  SELECT m, CASE WHEN length(imei) BETWEEN 14 AND 16 THEN 'imei:' || imei[1:14] END FROM mailed WHERE imei IS NOT NULL)
WHERE length(id) >= 6 AND id NOT IN (SELECT id FROM placeholders) AND replace(replace(id, '-', ''), id[1], '') <> '';

CREATE TABLE shared AS
SELECT id FROM (SELECT i.id, coalesce(email, upn) AS owner FROM e_ids i JOIN enrolled x USING (e)) WHERE owner IS NOT NULL GROUP BY id HAVING count(*) > 2 AND count(DISTINCT owner) >= 3
UNION SELECT m_ids.id FROM m_ids JOIN mailed USING (m) WHERE box IS NOT NULL GROUP BY m_ids.id HAVING count(*) > 2 AND count(DISTINCT box) >= 3;

-- One device enrolled twice, told by its serial number or IMEI: the newest enrolment leads.
CREATE TABLE twice AS
SELECT e, hid FROM (SELECT e, serial AS hid FROM enrolled UNION ALL SELECT e, CASE WHEN length(imei) BETWEEN 14 AND 16 THEN 'imei:' || imei[1:14] END FROM enrolled)
WHERE length(hid) >= 6 AND hid NOT IN (SELECT id FROM shared) AND hid NOT IN (SELECT id FROM placeholders) AND replace(hid, hid[1], '') <> ''
QUALIFY count(*) OVER (PARTITION BY hid) > 1;

CREATE TABLE leaders AS
SELECT e, min_by(other, (other_rank)) AS leader FROM (
  SELECT a.e, b.e AS other, row_number() OVER (ORDER BY x.enrolled DESC NULLS LAST, x.seen DESC NULLS LAST, x.id) AS other_rank
  FROM twice a JOIN twice b USING (hid) JOIN enrolled x ON x.e = b.e)
GROUP BY e;

CREATE TABLE e_owners AS
SELECT DISTINCT e, owner FROM (SELECT e, email AS owner FROM enrolled UNION ALL SELECT e, upn FROM enrolled) WHERE contains(owner, '@');

CREATE TABLE d_owners AS SELECT o.* FROM e_owners o ANTI JOIN (SELECT e FROM leaders WHERE e <> leader) USING (e);

-- Stale: a month behind the feed's newest, while a like partnership in the same place is alive.
CREATE TABLE stale AS
WITH place AS (
  SELECT m, box, family, hw, seen, seen >= (SELECT max(seen) FROM mailed) - INTERVAL 30 DAY AS alive FROM mailed
  QUALIFY count(*) OVER (PARTITION BY box, family) > 1)
SELECT DISTINCT old.m FROM place old JOIN place live USING (box, family)
LEFT JOIN likeness k1 ON k1.a = old.hw AND k1.b = live.hw LEFT JOIN likeness k2 ON k2.a = live.hw AND k2.b = old.hw
WHERE NOT coalesce(old.alive, false) AND live.alive
  AND coalesce(k1.maker, k2.maker, 0) <> 2 AND coalesce(k1.form, k2.form, 0) <> 2
  AND coalesce(k1.platform, k2.platform, 0) <> 2 AND coalesce(k1.model, k2.model, 0) <> 2;

-- exact-id
CREATE TABLE met_ids AS
SELECT DISTINCT i.m, coalesce(l.leader, j.e) AS d, i.id
FROM m_ids i JOIN e_ids j USING (id) LEFT JOIN leaders l USING (e) WHERE i.id NOT IN (SELECT id FROM shared);

CREATE TABLE met AS
SELECT c.m, c.d, c.ids, coalesce(k.maker, 0) AS maker, coalesce(k.form, 0) AS form, coalesce(k.platform, 0) AS platform, coalesce(k.model, 0) AS model,
  CASE WHEN w.box IS NULL OR (x.email IS NULL AND x.upn IS NULL) THEN 0 WHEN w.box = x.email OR w.box = x.upn THEN 1 ELSE 2 END AS owner
FROM (SELECT m, d, count(*) AS ids FROM met_ids GROUP BY ALL) c
JOIN mailed w USING (m) JOIN enrolled x ON x.e = c.d LEFT JOIN likeness k ON k.a = x.hw AND k.b = w.hw;

-- Where the owner's own mailbox has the id, another address is no alias but another mailbox.
CREATE TABLE not_alias AS
SELECT DISTINCT a.m, a.d FROM met x JOIN met_ids a USING (m, d) JOIN met_ids b ON b.d = a.d AND b.id = a.id
JOIN met o ON o.m = b.m AND o.d = b.d WHERE x.owner = 2 AND o.owner = 1;

CREATE TABLE fits AS
SELECT m, d FROM met WHERE maker <> 2 AND form <> 2 AND platform <> 2 AND model <> 2
  AND (owner <> 2 OR ((model = 1 OR ids > 1)
    AND m NOT IN (SELECT m FROM mailed JOIN (SELECT DISTINCT owner FROM e_owners) o ON o.owner = mailed.box)
    AND m NOT IN (SELECT m FROM met GROUP BY m HAVING count(*) > 1)
    AND NOT EXISTS (SELECT 1 FROM not_alias n WHERE n.m = met.m AND n.d = met.d)));

CREATE TABLE proposed AS
SELECT f.m, f.d, w.box, w.family, s.m IS NOT NULL AS is_stale,
  count(*) FILTER (WHERE s.m IS NULL) OVER (PARTITION BY f.d, w.box, w.family) AS live
FROM (SELECT m, any_value(d) AS d FROM fits GROUP BY m HAVING count(*) = 1) f JOIN mailed w USING (m) LEFT JOIN stale s USING (m);

CREATE TABLE merged AS SELECT m, d, 'exact-id' AS rule FROM proposed WHERE is_stale OR live = 1;

CREATE TABLE referred AS
SELECT m FROM fits GROUP BY m HAVING count(*) > 1 UNION
SELECT m FROM met WHERE m NOT IN (SELECT m FROM fits) AND (owner = 2 OR maker = 2 OR form = 2 OR platform = 2 OR model = 2) UNION
SELECT m FROM proposed WHERE NOT is_stale AND live > 1;

-- owner-hardware: the only one possible in both directions, or the only one a known tie-break favours
CREATE TABLE possible AS
SELECT w.m, o.e AS d, w.box, w.family, w.hidden, coalesce(k.maker, 0) AS maker, coalesce(k.form, 0) AS form, coalesce(k.platform, 0) AS platform,
  coalesce(k.model, 0) AS model, coalesce(k.os, 0) AS os
FROM mailed w JOIN d_owners o ON o.owner = w.box JOIN enrolled x ON x.e = o.e LEFT JOIN likeness k ON k.a = x.hw AND k.b = w.hw
ANTI JOIN merged g ON g.m = w.m
WHERE w.m NOT IN (SELECT m FROM referred) AND w.m NOT IN (SELECT m FROM stale);

CREATE TABLE taken AS SELECT g.d, w.box, w.family FROM merged g JOIN mailed w USING (m) JOIN enrolled x ON x.e = g.d
WHERE g.m NOT IN (SELECT m FROM stale) OR w.eas = x.eas;

CREATE TABLE hardware AS
WITH open AS (SELECT * FROM possible p ANTI JOIN taken t ON t.d = p.d AND t.box = p.box AND t.family = p.family WHERE maker <> 2 AND form <> 2 AND platform <> 2 AND model <> 2),
picked AS (SELECT *, 
  count(*) OVER byMail AS n, sum((model = 1)::INT) OVER byMail AS models, sum((model = 0)::INT) OVER byMail AS noModel, sum((os = 1)::INT) OVER byMail AS oss, sum((os = 0)::INT) OVER byMail AS noOs,
  count(*) OVER byDevice AS rn, sum((model = 1)::INT) OVER byDevice AS rmodels, sum((model = 0)::INT) OVER byDevice AS rnoModel, sum((os = 1)::INT) OVER byDevice AS ross, sum((os = 0)::INT) OVER byDevice AS rnoOs
  FROM open WINDOW byMail AS (PARTITION BY m), byDevice AS (PARTITION BY d, box, family))
SELECT m, d FROM picked WHERE maker = 1 AND form = 1 AND platform = 1
  AND (n = 1 OR (models = 1 AND noModel = 0 AND model = 1) OR (NOT (models = 1 AND noModel = 0) AND oss = 1 AND noOs = 0 AND os = 1))
  AND (rn = 1 OR (rmodels = 1 AND rnoModel = 0 AND model = 1) OR (NOT (rmodels = 1 AND rnoModel = 0) AND ross = 1 AND rnoOs = 0 AND os = 1));

INSERT INTO merged SELECT m, d, 'owner-hardware' FROM hardware;
INSERT INTO taken SELECT d, box, family FROM hardware JOIN mailed USING (m);

-- owner-platform
INSERT INTO merged
WITH open AS (SELECT * FROM possible p ANTI JOIN taken t ON t.d = p.d AND t.box = p.box AND t.family = p.family
  ANTI JOIN hardware h ON h.m = p.m WHERE platform <> 2 AND hidden = 1 AND maker <> 2 AND form <> 2 AND model <> 2)
SELECT m, d, 'owner-platform' FROM (SELECT *, count(*) OVER (PARTITION BY m) AS n, count(*) OVER (PARTITION BY d, box, family) AS rn FROM open)
WHERE platform = 1 AND n = 1 AND rn = 1;

COPY (SELECT 'intune' AS enrollment_feed, x.id AS enrollment_id, 'exchange' AS mail_feed, w.box || '/' || w.device AS mail_id, w.device AS device_id,
    w.box AS mailbox, x.email AS owner, rule, 'RULE' AS authority FROM merged g JOIN mailed w USING (m) JOIN enrolled x ON x.e = g.d ORDER BY mail_id)
TO '{out}' (HEADER, DELIMITER ',');
COPY (SELECT count(*) AS exceptions FROM mailed WHERE m NOT IN (SELECT m FROM merged)) TO '{out}.exceptions' (HEADER);
