UPDATE eventstore.old_data SET phase = 'catching_up'
