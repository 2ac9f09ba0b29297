SELECT projections.drop_tables_of($1)
