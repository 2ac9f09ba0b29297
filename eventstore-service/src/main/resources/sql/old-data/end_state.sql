UPDATE eventstore.old_data SET phase = 'cut_over'
