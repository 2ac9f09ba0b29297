-- The automation that keeps the grants may be behind: an activity right after a grant is then left out, and the grant itself was one.
UPDATE eventstore.session_lifetimes AS lifetime
SET active_at = $3
FROM eventstore.live_grants AS held
WHERE held.instance_id = $1 AND held.oidc_session_id = $2
  AND lifetime.instance_id = held.instance_id AND lifetime.session_id = held.session_id
  AND lifetime.active_at < $3
