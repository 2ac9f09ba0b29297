SELECT projections.swap_tables($1, $2, $3)
