SELECT pg_advisory_unlock(hashtextextended('eventstore.repair', 0)) AS given_back
