select organization_id, name as sample from organizations where not regexp_matches(name, '\pL')
