-- Whether the log holds events that no migration brought: what it brings has revisions above 1000.
SELECT EXISTS (SELECT FROM eventstore.all_events WHERE revision <= 1000) AS found
