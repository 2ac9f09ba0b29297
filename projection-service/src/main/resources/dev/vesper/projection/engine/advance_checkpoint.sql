-- Answers nothing; fails with VP001 where another consumer was here.
SELECT projections.advance_checkpoint($1, $2, $3, $4, $5, $6, $7, $8, $9)
