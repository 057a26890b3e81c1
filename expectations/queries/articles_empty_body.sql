-- Bodies of white space alone.
select article_id, source_uri as sample from articles where trim(body, E' \t\n\r') = ''
