CREATE TEMPORARY TABLE answers (
    push_id     UUID    NOT NULL,
    "position"  BIGINT  NOT NULL,
    in_tx_order INTEGER NOT NULL,
    "sequence"  BIGINT  NOT NULL
)
