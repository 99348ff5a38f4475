// The notices of what others made and the app has in it, in one file beside it: who puts dist/ on a host passes them on,
// as their licences ask. Those of data and icons lie in public/licences/, those of the crates beside their sources.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const NOTICE = /^(licen[cs]e|copying|notice|unlicen[cs]e)/i;

/** The crates that are compiled into the app, by name. Not `--offline`: cargo wants to know those too that only tests use,
 * which a machine that has only built has not fetched. */
function crates() {
  const metadata = execFileSync('cargo', ['metadata', '--format-version', '1', '--filter-platform', 'wasm32-unknown-unknown'], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
  const { packages, resolve } = JSON.parse(metadata);
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const reached = new Set([resolve.root]);
  for (const id of reached) {
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      if (dep_kinds.some(({ kind }) => kind === null)) reached.add(pkg);
    }
  }
  reached.delete(resolve.root);
  return packages.filter(({ id }) => reached.has(id)).sort((one, other) => (one.name < other.name ? -1 : 1));
}

export function writeLicences(root) {
  const texts = new Map();
  const add = (name, file) => {
    const text = fs.readFileSync(file, 'utf8').replace(/\r\n/g, '\n').trim();
    texts.set(text, [...texts.get(text) ?? [], name]);
  };
  const given = path.join(root, 'licences');
  for (const file of fs.readdirSync(given).sort()) add(path.basename(file, '.txt'), path.join(given, file));
  const lines = crates().map(({ name, version, license, repository, manifest_path }) => {
    const folder = path.dirname(manifest_path);
    const notices = fs.readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile() && NOTICE.test(file.name));
    for (const { name: file } of notices) add(`${name} ${version}`, path.join(folder, file));
    return `${name} ${version}  ${license ?? ''}  ${repository ?? ''}`.trim();
  });
  const rule = '='.repeat(100);
  const all = [...texts].map(([text, names]) => `${rule}\n${names.join(', ')}\n${rule}\n\n${text}\n`);
  fs.rmSync(given, { recursive: true });
  fs.writeFileSync(path.join(root, 'licences.txt'), `${all.join('\n')}\n${rule}\nRust packages\n${rule}\n\n${lines.join('\n')}\n`);
}
