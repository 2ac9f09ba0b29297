SELECT projections.copy_layout($1, $2)
