SELECT eventstore.withdraw_base($1) AS withdrawn
