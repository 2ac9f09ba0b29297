// One hot stream: each caller appends with the version that it expects, and on a conflict reads what is new and tries again.
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';

const CONFLICT = 412;
const [url, callers, milliseconds, run] = process.argv.slice(2);
const data = JSON.parse(process.env.PAYLOAD);
const store = getPostgreSQLEventStore(url);
const stream = `hot-${run}`;
const nanos = [];
let conflicts = 0;
await store.schema.migrate();
await store.appendToStream(stream, [{ type: 'SessionAdded', data }]);

const end = Date.now() + Number(milliseconds);

const caller = async () => {
  let version = 1n;
  while (Date.now() < end) {
    const began = process.hrtime.bigint();
    for (;;) {
      try {
        const answer = await store.appendToStream(stream, [{ type: 'SessionAdded', data }], { expectedStreamVersion: version });
        version = answer.nextExpectedStreamVersion;
        break;
      } catch (error) {
        if (error.errorCode !== CONFLICT) throw error;
        conflicts++;
        version = (await store.readStream(stream, { from: version })).currentStreamVersion;
      }
    }
    nanos.push(Number(process.hrtime.bigint() - began));
  }
};

await Promise.all(Array.from({ length: Number(callers) }, caller));
nanos.sort((a, b) => a - b);
console.log(JSON.stringify({
  perSecond: nanos.length * 1000 / Number(milliseconds),
  p50Ms: nanos[Math.floor(nanos.length * 0.5)] / 1e6,
  p99Ms: nanos[Math.floor(nanos.length * 0.99)] / 1e6,
  conflicts,
}));
await store.close();
