SELECT phase, last_sequence, last_instance, last_type, last_id, rows_done, rows_expected FROM eventstore.old_data
