SELECT projections.drop_schema($1)
