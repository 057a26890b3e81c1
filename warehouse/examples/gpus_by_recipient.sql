-- Who gets how many GPUs, by programme: for each recipient the newest figure, and the largest that any article names.
SELECT programme, recipient,
    arg_max(coalesce(quantity, quantity_max), (published_at, grant_id))::BIGINT AS gpus,
    max(coalesce(quantity_max, quantity))::BIGINT AS up_to,
    arg_max(status, (published_at, grant_id)) AS status,
    max(article_count) AS articles,
    arg_max(quote, (published_at, grant_id)) AS quote
FROM grant_facts
WHERE unit = 'GPU' AND recipient IS NOT NULL
GROUP BY programme, recipient
ORDER BY programme, gpus DESC, recipient
