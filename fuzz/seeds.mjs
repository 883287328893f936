// Gives each target something to start from: what the tests hold frozen.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const here = new URL('.', import.meta.url);
const fixture = (name) => readFileSync(new URL(`../tests/fixtures/${name}`, here), 'utf8');
const seed = (target, name, text) => {
  mkdirSync(new URL(`corpus/${target}/`, here), { recursive: true });
  writeFileSync(new URL(`corpus/${target}/${name}`, here), text);
};

const KINDS = ['opportunity', 'person', 'template', 'settings', 'search'];
const place = (key) => KINDS.indexOf(key.split('/')[1]);

for (const name of ['backup', 'requests-for-addresses', 'requests-for-addresses.in-schema-2']) {
  seed('backup', name, fixture(`schema-1/${name}.json`));
}
const stored = Object.entries(JSON.parse(fixture('schema-1/store.json'))).filter(([key]) => place(key) >= 0);
const ids = ['1', '2', '3'].map((n) => n.padStart(32, '0').replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));
for (const [n, [key, text]] of stored.entries()) {
  const kind = place(key);
  const named = text.replaceAll(key.split('/')[2], ids[kind] ?? 'all');
  const data = JSON.stringify(JSON.parse(named).data);
  seed('migrations', `${n}`, String.fromCharCode(kind) + data);
  seed('record', `${n}`, String.fromCharCode(kind) + named.replace('"schema":1', '"schema":2'));
  const lines = [[0, named], [1, named.replace(/"revision":\d+/, '"revision":1772442009')], [1, '{"schema":2,"revision":9,"data":null}']];
  seed('journal', `${n}`, lines.slice(0, 1 + (n % 3)).map(([side, line]) => String.fromCharCode(40 + 2 * kind + side) + line).join('\n'));
}
