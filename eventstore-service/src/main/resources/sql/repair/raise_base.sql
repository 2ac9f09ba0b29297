SELECT eventstore.raise_base($1, $2) AS raised
