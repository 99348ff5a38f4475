// After trunk has built: the reading worker's wasm, which is the library without the page, in a release for speed.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bare, byContent, optimise, run, target } from './split.mjs';

// A browser compiles by whole functions what turns out to be hot, and goes on slowly until one is ready: a function into
// which all that has one caller was inlined takes it hundreds of milliseconds. LLVM forgives the only call of a function
// 15,000 of its cost; with ten times the cost an instruction, and ten times the threshold, that is a tenth of what it was.
const APART = ['-inline-instr-cost=50', '-inline-call-penalty=250', '-inline-threshold=2250', '-inlinehint-threshold=3250', '-inlinecold-threshold=450'];

export function buildReader(staging, release) {
  const profile = release ? 'release' : 'dev';
  const locked = process.env.CI ? ['--locked'] : [];
  // No relocations: nothing is cut here.
  const paths = process.env.CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS ?? '';
  const env = { ...process.env, RUSTFLAGS: ['-Ctarget-feature=+simd128', ...paths.split(' ').filter(Boolean), ...APART.map((limit) => `-Cllvm-args=${limit}`)].join(' ') };
  execFileSync('cargo', ['build', '--quiet', '--target', 'wasm32-unknown-unknown', '--profile', profile,
    '--no-default-features', '--bin', 'reader', ...locked], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const compiled = path.join(target(), release ? 'release' : 'debug', 'reader.wasm');
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'langqiao-reader-'));
  run('wasm-bindgen', '--target', 'web', '--no-typescript', '--out-name', 'reading', '--out-dir', work, compiled);
  const bound = path.join(work, 'reading_bg.wasm');
  if (release) optimise(['-O3'], bound, bound);

  // By content: what reads and what asked are of one build, or the file is not there.
  const wasm = fs.readFileSync(bound);
  const wasmName = byContent('reading', wasm, 'wasm');
  fs.writeFileSync(path.join(staging, wasmName), wasm);
  const script = bare(fs.readFileSync(path.join(work, 'reading.js'), 'utf8')).replaceAll('reading_bg.wasm', wasmName);
  const scriptName = byContent('reading', script, 'js');
  fs.writeFileSync(path.join(staging, scriptName), script);
  fs.rmSync(work, { recursive: true });
  return scriptName;
}
