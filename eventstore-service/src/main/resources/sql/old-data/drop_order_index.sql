-- What an interrupted build left behind is of no use.
DROP INDEX IF EXISTS eventstore.vesper_old_order
