-- The payload is that of the events which the log is measured with.
INSERT INTO yardstick (payload)
VALUES ('{"userAgent": {"id": "5f0d7f6e-9a0b-4a7e-9f0e-2f8a3a1b6c55", "description": "benchmark", "ip": "127.0.0.1"}}')
