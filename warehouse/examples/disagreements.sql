-- Where papers disagree about one fact: each figure or date, and who gives it.
SELECT any_value(programme) AS programme, any_value(organization) AS organization, table_name, field, value,
    count(DISTINCT article_id) AS articles, string_agg(DISTINCT publisher, ', ' ORDER BY publisher) AS publishers,
    arg_min(quote, (published_at, article_id)) AS quote
FROM conflicts
GROUP BY conflict_id, table_name, field, value
ORDER BY programme, conflict_id, articles DESC, value
