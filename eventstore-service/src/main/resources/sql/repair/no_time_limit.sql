-- Nobody pushes or reads the order while the log is repaired.
SELECT set_config('transaction_timeout', '0', true)
