SELECT eventstore.lock_base()
