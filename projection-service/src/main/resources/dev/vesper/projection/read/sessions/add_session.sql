INSERT INTO projections.sessions1 (
    instance_id, session_id, resource_owner, user_agent_id, user_agent_description, user_agent_ip,
    creation_date, change_date, sequence, begin_position, position
) VALUES ($1, $2, $6, $7, $8, $9, $3, $3, $4, $5, $5)
