DELETE FROM notifier.registrations r
USING unnest($1::text[], $2::text[], $3::text[]) AS gone (instance_id, session_id, oidc_session_id)
WHERE r.instance_id = gone.instance_id
    AND r.session_id = gone.session_id
    AND r.oidc_session_id = gone.oidc_session_id
