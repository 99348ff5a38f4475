// A file that is not what it should be is refused with a sentence that says what is wrong and where; nothing changes.
import fs from 'node:fs';
import zlib from 'node:zlib';
import { expect, test } from './fixtures.js';
import { choose, counts, digests, go, setUp, takeIn, takeInFile, takeOut } from './person.js';

/** How a good bundle is spoiled, and what is then said. */
const BAD = [
  ['an empty file', () => '', '这个文件是空的'],
  ['words', () => '同志你好，附件请查收。\n', '这不是廊桥的文件'],
  ['other JSON', () => '{"a":1}\n', '不是廊桥的交换文件'],
  ['a list', () => '[1,2,3]\n', '不是廊桥的交换文件'],
  ['one cut off', (text) => text.slice(0, text.length * 0.6), /文件(在第\d+行断了|没有结尾)/],
  ['one without its end', (text) => text.slice(0, text.lastIndexOf('],"')), /文件(在第\d+行断了|没有结尾)/],
  ['another format', (text) => text.replace('langqiao-bundle', 'langqiao-parcel'), '不是廊桥的交换文件'],
  ['one of a newer version', (text) => text.replace('"version":1', '"version":7'), '更新的版本（格式7）'],
  ['a flipped byte in an entry', (text) => text.replace(/"kind":"case\.registered"/, '"kind":"case.registerfd"'), /第\d+行和封存时不一样/],
  ['a flipped byte in a name', (text) => text.replace('张桂珍', '张桂真'), /第\d+行里的个人信息或文字和封存时不一样/],
  ['a key that stands twice', (text) => text.replace('"by":', '"by":"AAAAAAAAAAAAAAAAAAAAAA","by":'), /第\d+行（第\d+个字节）同一项写了两次/],
  ['one saved anew by another program', (text) => text.replace('{"entry":', '{ "entry":'), /第\d+行（第\d+个字节）的写法变了/],
  ['one that an editor laid out anew', (text) => JSON.stringify(JSON.parse(text), null, 2), /第1行（第\d+个字节）的写法变了/],
  ['one that says it is redacted', (text) => text.replace('"level":"full"', '"level":"redacted"'), /自称不带的个人信息，第\d+行里却带着/],
  ['a line left out', (text) => text.split('\n').filter((_, at) => at !== 1).join('\n'), /条数和封存时对不上|封印对不上/],
];

test('each bad file gets a clear sentence and changes nothing', async ({ page, app }) => {
  test.setTimeout(60_000);
  await setUp(page, app);
  await takeIn(page);
  const good = fs.readFileSync(await takeOut(page), 'utf8');
  const before = { ...await counts(page), ...await digests(page) };
  for (const [name, spoil, says] of BAD) {
    await test.step(name, async () => {
      const bad = spoil(good);
      expect(bad, 'it is spoiled').not.toBe(good);
      await choose(page, { name: 'bundle.langqiao.json', mimeType: 'application/json', buffer: Buffer.from(bad) });
      const notice = page.locator('.exchange .notice');
      await expect(notice).toContainText('这个文件没有读入');
      await expect(notice).toContainText(says);
      await expect(notice).toContainText('这里什么都没有改');
      await go(page, '#/today');
      await expect(page.locator('.exchange')).toHaveCount(0);
    });
  }
  expect({ ...await counts(page), ...await digests(page) }).toEqual(before);
});

test('a packed file that was damaged on the way is to be sent again', async ({ page, app }, { project }) => {
  test.skip(project.name !== 'desktop', 'the reader is the same on a phone');
  await setUp(page, app);
  await takeIn(page);
  const packed = zlib.gzipSync(fs.readFileSync(await takeOut(page)));
  const before = { ...await counts(page), ...await digests(page) };
  const flipped = Buffer.from(packed);
  // In the check sum at its end: all that was packed comes out as it was.
  flipped[flipped.length - 6] ^= 1;
  for (const [name, buffer, says] of [
    ['cut off', packed.subarray(0, packed.length / 2), '压缩的文件坏了'],
    ['a flipped bit', flipped, '压缩的文件坏了'],
    ['bytes after its end', Buffer.concat([packed, Buffer.from('more')]), '压缩的文件坏了'],
    ['packed twice', zlib.gzipSync(packed), '压缩了两层'],
  ]) {
    await test.step(name, async () => {
      await choose(page, { name: 'bundle.langqiao.json.gz', mimeType: 'application/gzip', buffer });
      const notice = page.locator('.exchange .notice');
      await expect(notice).toContainText(says);
      await expect(notice).toContainText('这里什么都没有改');
      await go(page, '#/today');
      await expect(page.locator('.exchange')).toHaveCount(0);
    });
  }
  expect({ ...await counts(page), ...await digests(page) }).toEqual(before);
});

test('a gigabyte of brackets is refused at once', async ({ page, app }, { project }, ) => {
  test.skip(project.name !== 'desktop', 'the reader is the same on a phone');
  await setUp(page, app);
  // As a gzip it is small enough to be handed over; unpacked it is a gigabyte.
  const packed = await new Promise((resolve, reject) => {
    const gzip = zlib.createGzip({ level: 1 });
    const pieces = [];
    gzip.on('data', (piece) => pieces.push(piece)).on('end', () => resolve(Buffer.concat(pieces))).on('error', reject);
    const brackets = Buffer.alloc(1 << 20, '[');
    let left = 1024;
    const write = () => { while (left-- > 0) if (!gzip.write(brackets)) return void gzip.once('drain', write); gzip.end(); };
    write();
  });
  await choose(page, { name: 'bomb.langqiao.json.gz', mimeType: 'application/gzip', buffer: packed });
  await expect(page.locator('.exchange .notice')).toContainText('这个文件没有读入');
  await expect(page.locator('.exchange .notice')).toContainText('这不是廊桥的文件');
});

test('entries of another world stay out', async ({ page, app, another }) => {
  await page.goto(`${app}#/open/sandbox`);
  await expect(page.locator('.shell.demo')).toBeVisible();
  await takeIn(page);
  const file = await takeOut(page);
  const there = await another();
  await setUp(there, app);
  await choose(there, file);
  await expect(there.locator('.exchange .notice')).toContainText('这个文件是演练里的，这里是真案子的工作台，不能混');
  // The same file in its own world is welcome.
  await go(there, '#/open/sandbox');
  await expect(there.locator('.shell.demo')).toBeVisible();
  await takeInFile(there, file);
});
