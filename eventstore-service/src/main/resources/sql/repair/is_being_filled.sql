SELECT EXISTS (SELECT FROM eventstore.old_data WHERE phase <> 'cut_over') AS being_filled
