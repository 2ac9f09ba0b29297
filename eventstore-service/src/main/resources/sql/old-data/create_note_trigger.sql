CREATE TRIGGER vesper_note AFTER INSERT ON eventstore.events
REFERENCING NEW TABLE AS fresh
FOR EACH STATEMENT EXECUTE FUNCTION eventstore.note_old_events()
