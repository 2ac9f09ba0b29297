SELECT current_setting('max_prepared_transactions')::integer AS max_prepared_transactions,
    current_setting('synchronous_commit') AS synchronous_commit
