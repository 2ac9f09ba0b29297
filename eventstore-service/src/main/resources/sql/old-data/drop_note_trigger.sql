DROP TRIGGER IF EXISTS vesper_note ON eventstore.events
