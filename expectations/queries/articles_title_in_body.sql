select article_id, title as sample from articles where length(title) > 10 and starts_with(body, title || E'\n')
