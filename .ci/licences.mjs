// The notices of what others made and the app has in it, in one file beside it: who puts dist/ on a host passes them on,
// as their licences ask. Those of data and icons lie in public/licences/, those of the crates beside their sources.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const NOTICE = /^(licen[cs]e|copying|notice|unlicen[cs]e)/i;
// Says what else is to be passed on, and is no licence.
const ALONE = /^notice/i;
// The texts of licences, by their SPDX names, for crates that ship none.
const TEXTS = fileURLToPath(new URL('licences', import.meta.url));

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

/** The notice of a crate that ships no licence: the text of one that it names and leaves us to choose, under those whom
 * Cargo.toml names as its authors, or where it names none, its repository. Crates alike in both share one. */
function written({ name, version, license, authors, repository }) {
  // Whoever says AND asks for all of them, and brackets may hide one.
  const offered = license && !/[()]| AND /.test(license) ? license.split(/ OR |\//) : [];
  const file = (one) => path.join(TEXTS, `${one}.txt`);
  const chosen = ['MIT', ...offered].find((one) => offered.includes(one) && fs.existsSync(file(one)));
  if (!chosen) throw new Error(`${name} ${version} ships no licence, and .ci/licences/ has no text of what it names: ${license ?? 'nothing'}`);
  if (authors.length === 0 && !repository) throw new Error(`${name} ${version} ships no licence, and Cargo.toml names neither authors nor a repository`);
  const whose = authors.length > 0 ? `authors: ${authors.join(', ')}` : `repository, and no authors: ${repository}`;
  return `No licence file comes with it. Cargo.toml names\nas licence: ${license}\nas ${whose}\n\n${chosen} License\n\n${fs.readFileSync(file(chosen), 'utf8')}`;
}

export function writeLicences(root) {
  const texts = new Map();
  const add = (name, notice) => {
    const text = notice.replace(/\r\n/g, '\n').trim();
    texts.set(text, [...texts.get(text) ?? [], name]);
  };
  const copy = (name, file) => add(name, fs.readFileSync(file, 'utf8'));
  const given = path.join(root, 'licences');
  for (const file of fs.readdirSync(given).sort()) copy(path.basename(file, '.txt'), path.join(given, file));
  const lines = crates().map((one) => {
    const { name, version, license, license_file, repository, manifest_path } = one;
    const folder = path.dirname(manifest_path);
    const notices = fs.readdirSync(folder, { withFileTypes: true }).filter((file) => file.isFile() && (NOTICE.test(file.name) || file.name === license_file));
    for (const { name: file } of notices) copy(`${name} ${version}`, path.join(folder, file));
    if (notices.every((file) => ALONE.test(file.name))) add(`${name} ${version}`, written(one));
    return `${name} ${version}  ${license ?? ''}  ${repository ?? ''}`.trim();
  });
  const rule = '='.repeat(100);
  const all = [...texts].map(([text, names]) => `${rule}\n${names.join(', ')}\n${rule}\n\n${text}\n`);
  fs.rmSync(given, { recursive: true });
  fs.writeFileSync(path.join(root, 'licences.txt'), `${all.join('\n')}\n${rule}\nRust packages\n${rule}\n\n${lines.join('\n')}\n`);
}
