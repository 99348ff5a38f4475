// Before trunk builds: puts the sheets of style/ into one, in the order in which they may overrule each other.
import fs from 'node:fs';
import path from 'node:path';

const folder = (name) => fs.existsSync(name)
  ? fs.readdirSync(name).filter((file) => file.endsWith('.css')).sort().map((file) => path.join(name, file))
  : [];
const sheets = ['style/tokens.css', 'style/base.css', ...folder('style/parts'), ...folder('style/pages'), 'style/print.css'];

// Comments are for whoever reads style/. The sheets hold no string with a comment's sign in it.
const text = sheets
  .filter((file) => fs.existsSync(file))
  .map((file) => fs.readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n').trim())
  .map((text) => text.replace(/\s*([{};])\s*/g, '$1').replace(/;}/g, '}'))
  .join('\n');

fs.mkdirSync('target', { recursive: true });
const out = 'target/langqiao.css';
// Written only when it changed, or `trunk watch` would see its own work as news.
if (!fs.existsSync(out) || fs.readFileSync(out, 'utf8') !== text) fs.writeFileSync(out, text);
