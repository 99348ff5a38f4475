// After trunk has built: cuts a release's module at the functions marked `#[wasm_split]` (what the register needs, and
// volumes that are fetched when first used), binds the main part to JavaScript again, and optimises each. Trunk's own
// binding of the whole module goes, and so do its names.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FEATURES = ['simd', 'bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'reference-types', 'multivalue'];

export const run = (command, ...args) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
// What has one caller stays a function of its own: a browser compiles by whole functions what turns out to be hot, and
// small ones are ready sooner.
const APART = ['--one-caller-inline-max-function-size', '100'];
export const optimise = (passes, from, to) => run('wasm-opt', ...passes, ...APART, ...FEATURES.map((name) => `--enable-${name}`), from, '-o', to);
export const target = () => path.join(process.env.CARGO_TARGET_DIR ?? 'target', 'wasm32-unknown-unknown');

// A name that changes with the content, for whoever caches by name.
export const byContent = (name, bytes, ending) => `${name}-${crypto.createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${ending}`;

// What wasm-bindgen writes for people: its comments stand on lines of their own.
export const bare = (script) => script.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/gm, '').replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, '');

// Some hosts know no type for wasm; the main part is bound to do without, and so should the volumes.
const STREAMED = 'WebAssembly.instantiateStreaming(src, imports)';
const INSTANTIATED = `async function instantiated(src, imports) {
  const answer = await src;
  if (!answer.ok) throw new Error(\`\${answer.url}: \${answer.status}\`);
  if (answer.headers.get('content-type') === 'application/wasm') return WebAssembly.instantiateStreaming(answer, imports);
  return WebAssembly.instantiate(await answer.arrayBuffer(), imports);
}
`;

export function cut(staging) {
  const compiled = path.join(target(), 'small/app.wasm');
  const script = fs.readdirSync(staging).find((name) => /^app-[0-9a-f]+\.js$/.test(name));
  const name = script.replace(/\.js$/, '');
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'langqiao-split-'));
  run('wasm-split-cli', '--target', 'web', '--out-name', name, compiled, work);
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-name', name, '--out-dir', path.join(work, 'bound'), path.join(work, `${name}.wasm`));
  // Three times: each finds what the one before has laid open, the more where nested expressions are taken apart and
  // branches put together anew. A fourth finds nothing.
  const main = path.join(staging, `${name}_bg.wasm`);
  optimise(['-Oz'], path.join(work, 'bound', `${name}_bg.wasm`), main);
  for (let again = 0; again < 2; again += 1) optimise(['--flatten', '--rereloop', '-Oz', '-Oz'], main, main);

  // The volumes.
  let links = fs.readFileSync(path.join(work, '__wasm_split.js'), 'utf8');
  if (!links.includes(STREAMED)) throw new Error('has wasm-split-cli changed how a volume is loaded?');
  links = links.replaceAll(STREAMED, 'instantiated(src, imports)') + INSTANTIATED;
  // The page says what did not arrive; a reload that cuts it off is no error.
  links = links.replaceAll('console.error(e)', 'console.warn(e)');
  for (const file of fs.readdirSync(work).filter((file) => file.endsWith('.wasm') && file !== `${name}.wasm`)) {
    const optimised = path.join(work, `${file}.opt`);
    optimise(['-Oz'], path.join(work, file), optimised);
    const bytes = fs.readFileSync(optimised);
    const final = byContent(`volume-${file.replace(/\.wasm$/, '')}`, bytes, 'wasm');
    fs.writeFileSync(path.join(staging, final), bytes);
    links = links.replaceAll(`"./${file}"`, `"./${final}"`);
  }
  // Named by its content, as everything that another file names: a browser's own cache never hands out another build's.
  // Script and links name each other, so the script's name is of both as they are before that.
  const bound = bare(fs.readFileSync(path.join(work, 'bound', script), 'utf8'));
  const from = 'from "./__wasm_split.js"';
  if (!bound.includes(from)) throw new Error('has wasm-bindgen changed how it imports the links?');
  const content = Buffer.concat([fs.readFileSync(main), Buffer.from(bound), Buffer.from(links)]);
  const own = byContent('app', content, 'js');
  const stem = own.replace(/\.js$/, '');
  // The two files; what the wasm imports goes on by the old name.
  const renamed = (text) => text.replaceAll(`${name}.js`, `${stem}.js`).replaceAll(`${name}_bg.wasm`, `${stem}_bg.wasm`);
  links = renamed(links);
  const named = byContent('links', links, 'js');
  fs.writeFileSync(path.join(staging, named), links);
  fs.rmSync(path.join(staging, script));
  fs.writeFileSync(path.join(staging, own), renamed(bound).replaceAll(from, `from "./${named}"`));
  fs.renameSync(main, path.join(staging, renamed(path.basename(main))));
  const page = path.join(staging, 'index.html');
  fs.writeFileSync(page, renamed(fs.readFileSync(page, 'utf8')));
  fs.rmSync(work, { recursive: true });
}
