select evidence_id, coalesce(amount_raw, quantity_raw) as sample
from grant_evidence
where (amount_raw is not null and not contains(quote, amount_raw)) or (quantity_raw is not null and not contains(quote, quantity_raw))
