// CPU profile of an import: node tests/bench/profile.local.mjs DIST CASES
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
const [dist, file] = process.argv.slice(2);
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8' };
const server = http.createServer((q, r) => {
  let p = new URL(q.url, 'http://x').pathname; if (p === '/') p = '/index.html';
  const f = path.join(dist, p);
  if (!fs.existsSync(f)) return r.writeHead(404).end();
  r.writeHead(200, { 'content-type': TYPES[path.extname(f)] ?? 'application/octet-stream', 'cache-control': 'no-cache', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }).end(fs.readFileSync(f));
}).listen(0);
const url = `http://localhost:${server.address().port}/`;
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'prof-'));
const chrome = spawn(process.env.CHROMIUM, ['--headless=new', '--no-sandbox', '--disable-gpu', `--user-data-dir=${dir}`, '--remote-debugging-port=9333', '--no-first-run', 'about:blank'], { stdio: 'ignore' });
let ver; for (let i = 0; i < 100; i++) { try { ver = await (await fetch('http://localhost:9333/json/version')).json(); break; } catch { await new Promise((r) => setTimeout(r, 100)); } }
const ws = new WebSocket(ver.webSocketDebuggerUrl);
await new Promise((r) => { ws.onopen = r; });
let n = 0; const waiting = new Map(); const sessions = new Map();
const send = (method, params = {}, sessionId) => new Promise((res, rej) => { const id = ++n; waiting.set(id, { res, rej }); ws.send(JSON.stringify({ id, method, params, sessionId })); });
let profiling = false;
ws.onmessage = async ({ data }) => {
  const m = JSON.parse(data);
  if (m.id) { const w = waiting.get(m.id); waiting.delete(m.id); m.error ? w.rej(new Error(m.error.message)) : w.res(m.result); return; }
  if (m.method === 'Target.attachedToTarget') {
    const s = m.params.sessionId; sessions.set(s, m.params.targetInfo);
    try {
      await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, s);
      await send('Profiler.enable', {}, s); await send('Profiler.setSamplingInterval', { interval: 500 }, s);
      await send('Profiler.start', {}, s);
      await send('Runtime.runIfWaitingForDebugger', {}, s);
    } catch (e) { /* not a script target */ }
  }
};
await send('Target.setDiscoverTargets', { discover: true });
const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
await send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, sessionId);
await send('Page.enable', {}, sessionId); await send('DOM.enable', {}, sessionId); await send('Runtime.enable', {}, sessionId);
const evaluate = async (expression) => (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId)).result.value;
const until = async (expression) => { for (;;) { if (await evaluate(`!!(${expression})`)) return; await new Promise((r) => setTimeout(r, 20)); } };
await send('Page.navigate', { url: `${url}#/open/sandbox` }, sessionId);
await until(`document.querySelector('.shell')`);
await evaluate(`location.hash = '#/exchange'`);
await until(`document.querySelector('.exchange input[type=file]')`);
await new Promise((r) => setTimeout(r, 1500));
const { root } = await send('DOM.getDocument', { depth: -1, pierce: true }, sessionId);
const { nodeId } = await send('DOM.querySelector', { nodeId: root.nodeId, selector: '.exchange input[type=file]' }, sessionId);
const start = Date.now();
// The reading workers end by themselves: their profile is asked for before, at intervals, by stopping when progress nears the end.
await send('DOM.setFileInputFiles', { files: [file], nodeId }, sessionId);
const took = Number(process.env.AFTER ?? 3500);
await new Promise((r) => setTimeout(r, took));
const out = {};
for (const [s, info] of sessions) {
  try {
    const { profile } = await send('Profiler.stop', {}, s);
    const self = new Map(); const byId = new Map(profile.nodes.map((x) => [x.id, x]));
    let total = 0;
    profile.samples.forEach((id, i) => { const dt = profile.timeDeltas[i]; const f = byId.get(id).callFrame; const k = `${f.functionName || '(anon)'} ${f.url.split('/').pop()}`; self.set(k, (self.get(k) ?? 0) + dt); total += dt; });
    console.log(`\n${info.type} ${info.url.split('/').pop()} ${(total / 1000).toFixed(0)} ms`);
    [...self].sort((a, b) => b[1] - a[1]).slice(0, 32).forEach(([k, v]) => console.log(`  ${(v / 1000).toFixed(0).padStart(7)}  ${k}`));
  } catch (e) { console.log(info.type, info.url, e.message); }
}
await until(`document.querySelector('.exchange-foot .button.main, .exchange-foot button:not(.plain):last-of-type')`);
console.log('preview after', Date.now() - start);
chrome.kill(); server.close(); process.exit(0);
