-- In the currency's own unit: Korea's budget of 2026 is 728 trillion won; Japan's 122 trillion yen; other currencies: the
-- federal outlays of the United States, 7 trillion.
select evidence_id, cast(amount as varchar) || ' ' || currency as sample
from grant_evidence
where amount > case currency when 'KRW' then 728e12 when 'JPY' then 122e12 when 'VND' then 3e15 when 'IDR' then 4e15 else 7e12 end
