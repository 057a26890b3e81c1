select article_id, source_uri as sample from articles where published_at is null
