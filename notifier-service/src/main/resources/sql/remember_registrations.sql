INSERT INTO notifier.registrations
    (instance_id, session_id, oidc_session_id, user_id, client_id, uri, registered_at)
SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
ON CONFLICT DO NOTHING
