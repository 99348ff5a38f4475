// Dexie's side, in a page of its own: the same work over plain documents. Import and export as in the workshop's
// ../shared/bench/page.js; search and group-by as one writes them over Dexie, which has no index for either.
import { cases } from './data.js';

const { Dexie } = window;
const timed = async (work) => {
  const from = performance.now();
  const value = await work();
  return [performance.now() - from, value];
};

const open = async () => {
  const db = new Dexie('peer');
  db.version(1).stores({ c: 'id,category,outcome,county,month' });
  await db.open();
  return db;
};

/** Makes the text of the file: of the cases that Langqiao got, or of the workshop's shorter ones. Not counted. */
window.make = async () => {
  window.TEXT = await (await fetch('cases.json')).text();
  return window.TEXT.length;
};
window.makeShort = (n) => {
  window.TEXT = JSON.stringify({ format: 'bundle', cases: [...cases(n)] });
  return window.TEXT.length;
};

/** From the file's text to the end of bulkPut. */
window.bringIn = async () => {
  const db = await open();
  const [ms] = await timed(() => db.c.bulkPut(JSON.parse(window.TEXT).cases));
  window.TEXT = '';
  db.close();
  return ms;
};

/** After a reload: until the first forty by day stand in the page. */
window.firstList = async () => {
  const db = await open();
  const rows = await db.c.orderBy('month').reverse().limit(40).toArray();
  document.body.innerHTML = rows.map(({ no, title }) => `<p>${no} ${title}</p>`).join('');
  await new Promise(requestAnimationFrame);
  window.db = db;
  return performance.now();
};

window.search = async (words) => {
  const found = ({ no, title, facts, parties }) => no.includes(words) || title.includes(words) || facts.includes(words) || parties.some(({ phone }) => phone.includes(words));
  return (await timed(() => window.db.c.filter(found).limit(40).toArray()))[0];
};

window.groupBy = async () => (await timed(async () => {
  const groups = new Map();
  await window.db.c.each(({ county, category, month, outcome, amount }) => {
    const key = `${county}|${category}|${month}|${outcome}`;
    const group = groups.get(key) ?? { n: 0, amount: 0 };
    group.n += 1;
    group.amount += amount;
    groups.set(key, group);
  });
  return groups.size;
}))[0];

window.bringOut = async () => {
  const [ms, file] = await timed(() => window.db.export());
  return [ms, file.size];
};
