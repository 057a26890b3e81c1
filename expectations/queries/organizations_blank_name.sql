select article_id, organization_id, name as sample from organization_evidence where not regexp_matches(name, '\pL')
