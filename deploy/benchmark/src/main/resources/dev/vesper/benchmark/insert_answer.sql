INSERT INTO answers (push_id, "position", in_tx_order, "sequence") VALUES (?, ?, ?, ?)
