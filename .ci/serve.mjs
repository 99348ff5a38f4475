// Serves a built folder on this machine alone, as any static host would: node .ci/serve.mjs [folder] [port] [/sub/folder/]
// The browser tests start it too, under a sub-folder. `node .ci/serve.mjs --free [port]` says whether a port is free.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm', '.json': 'application/json', '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain; charset=utf-8',
};

// A worker is bound by the policy that its own file comes with, not by the page's (index.html).
const POLICY = { 'content-security-policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'" };

/** The path that a request names; none where it is spelt as no address can be, which is no reason to stop serving. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Starts serving and resolves to the server and the address of the page. Port 0 takes a free one. `bare`: without a policy for workers. */
export function serve(folder, { port = 0, under = '/', types = TYPES, bare = false } = {}) {
  const root = path.resolve(folder);
  const server = http.createServer((request, response) => {
    const answer = (status, headers, body) => response.writeHead(status, { 'cache-control': 'no-cache', ...headers }).end(request.method === 'HEAD' ? undefined : body);
    const pathname = pathOf(request.url);
    if (pathname === undefined) return answer(400, {}, 'no address');
    if (!pathname.startsWith(under)) {
      return under.startsWith(`${pathname}/`) ? answer(301, { location: under }) : answer(404, {}, 'not here');
    }
    const name = pathname.slice(under.length);
    const file = path.join(root, name.endsWith('/') || name === '' ? `${name}index.html` : name);
    if (!file.startsWith(root + path.sep)) return answer(404, {}, 'not here');
    const ending = path.extname(file);
    const policy = ending === '.js' && !bare ? POLICY : {};
    fs.readFile(file, (error, bytes) => error
      ? answer(404, {}, 'not here')
      : answer(200, { 'content-type': types[ending] ?? 'application/octet-stream', ...policy }, bytes));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve({ server, url: `http://localhost:${server.address().port}${under}` }));
  });
}

async function main([folder = 'dist', port = '8080', under = '/']) {
  if (folder === '--free') return (await serve('.', { port: Number(port) })).server.close();
  if (!fs.existsSync(path.join(folder, 'index.html'))) throw new Error(`There is no index.html in ${folder}: run "make build" first.`);
  const { url } = await serve(folder, { port: Number(port), under: `/${under}/`.replace(/\/+/g, '/') });
  console.log(`Langqiao is at ${url} (Ctrl+C ends it)`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${error.port} is taken: try make serve PORT=${error.port + 1}` : error.message);
    process.exit(1);
  });
}
