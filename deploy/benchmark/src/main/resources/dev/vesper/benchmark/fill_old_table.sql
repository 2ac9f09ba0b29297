-- Some ten events per user, three per push, about 250 bytes of payload, as sign-ins leave them.
INSERT INTO eventstore.events (
    event_type, aggregate_type, aggregate_id, aggregate_version, event_sequence, creation_date, event_data, editor_user,
    editor_service, resource_owner, instance_id)
SELECT CASE WHEN n % 10 = 0 THEN 'user.human.added' ELSE 'user.token.added' END, 'user', (200000000000000000 + n / 10)::text,
    'v1', n, '2023-01-01Z'::timestamptz + n / 3 * interval '1 millisecond',
    jsonb_build_object(
        'tokenId', (300000000000000000 + n)::text, 'applicationId', '219876543210987654@shop', 'userAgentId', md5(n::text),
        'audience', jsonb_build_array('219876543210987654@shop', '219876543210987655'),
        'scopes', jsonb_build_array('openid', 'profile', 'email'), 'expiration', '2024-01-01T00:00:00Z',
        'preferredLanguage', 'en'),
    '200000000000000001', 'oidc', '210000000000000001', '205000000000000001'
FROM generate_series(1, ?::bigint) AS n
