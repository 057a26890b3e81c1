-- What was promised for a day that has passed, and no article says what came of it; the longest overdue first.
SELECT due_end AS due, programme, organization, what, promised_value AS figure, promised_on, promised_quote
FROM promises
WHERE state = 'overdue'
ORDER BY due_end, programme, what, promise_id
