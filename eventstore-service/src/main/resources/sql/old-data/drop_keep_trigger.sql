DROP TRIGGER IF EXISTS vesper_keep ON eventstore.events
