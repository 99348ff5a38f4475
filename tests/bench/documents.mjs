// The cases of a bundle as an app over a database of documents keeps them: one document a case, in the form of the
// workshop's ../shared/bench/data.js, with the same people, texts and steps. So both sides store the same cases.
import fs from 'node:fs';
import readline from 'node:readline';

/** Writes the cases of the bundle `from` to `to`, as one JSON text; gives how many there are. */
export async function documents(from, to) {
  const out = fs.createWriteStream(to);
  let count = 0;
  let stream = '';
  let document;
  const put = async () => {
    if (!document) return;
    const text = `${count ? ',' : ''}${JSON.stringify(document)}`;
    count += 1;
    document = undefined;
    if (!out.write(text)) await new Promise((drained) => out.once('drain', drained));
  };
  out.write('{"format":"bundle","cases":[');
  for await (const line of readline.createInterface({ input: fs.createReadStream(from) })) {
    if (!line.startsWith('{"entry":')) continue;
    const { entry, id, private: open } = JSON.parse(line.replace(/,$/, ''));
    if (!entry.stream.startsWith('case/')) continue;
    const leaves = entry.private.map((leaf, place) => ({ ...leaf, value: open[place]?.value }));
    if (entry.stream !== stream) {
      await put();
      stream = entry.stream;
      document = registered(entry, id, leaves);
    } else happened(document, entry, id, leaves);
  }
  await put();
  await new Promise((ended) => out.end(']}', ended));
  return count;
}

function registered({ stream, at, who, kind, data }, id, leaves) {
  const { number, type, county, organisation, parties, ...more } = data;
  const people = parties.map(({ label, ...party }) => ({ ...leaves.find((leaf) => leaf.of === label).value, ...party }));
  const said = (of) => leaves.find((leaf) => leaf.of === of)?.value.text;
  return {
    id: stream.slice('case/'.length), no: number, title: `${people.map(({ name }) => name).join('与')}纠纷`,
    category: type, outcome: 'open', county, month: data.day.slice(0, 7), org: organisation, amount: 0,
    parties: people, place: said('place'), facts: said('facts'), events: [{ id, at, by: who, kind, ...more }],
  };
}

function happened(document, { at, who, kind, data }, id, leaves) {
  const note = leaves.map(({ value }) => value?.text ?? JSON.stringify(value)).join('\n');
  document.events.push({ id, at, by: who, kind, ...(note ? { note } : {}), ...data });
  const outcome = { 'case.agreed_in_writing': 'success', 'case.agreed_orally': 'success', 'case.failed': 'fail', 'case.withdrawn': 'withdrawn' }[kind];
  if (!outcome) return;
  document.outcome = outcome;
  document.amount = (data.clauses ?? []).reduce((all, { fen = 0 }) => all + fen, 0) / 100;
}
