// Runs in Langqiao's page before the app: what kept the page from answering, when the first row stood, and every
// question to the worker with its time. It only looks on.
(() => {
  const watch = { asked: [], longest: 0, gap: 0, chosen: 0, firstRow: 0, waiting: new Map(), looking: new Set() };
  window.bench = watch;

  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.longest = Math.max(watch.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  // A timer rather than every frame: to have a frame made costs time that is counted.
  const EVERY = 20;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    watch.gap = Math.max(watch.gap, now - last - EVERY);
    last = now;
  }, EVERY);
  watch.begin = () => {
    Object.assign(watch, { longest: 0, gap: 0 });
    last = performance.now();
  };

  addEventListener('change', ({ target }) => {
    if (target.type === 'file') watch.chosen = performance.now();
  }, true);

  // Questions of our own have numbers that the app's never reach.
  let next = 2 ** 31;
  const TheirWorker = window.Worker;
  window.Worker = class extends TheirWorker {
    constructor(...how) {
      super(...how);
      watch.worker = this;
      this.addEventListener('message', ({ data }) => {
        if (!Array.isArray(data)) return;
        const question = watch.waiting.get(data[0]);
        if (!question) return;
        watch.waiting.delete(data[0]);
        question.ms = performance.now() - question.at;
        question.answered?.([question.ms, JSON.parse(data[1]), data[2]]);
        look();
      });
    }

    postMessage(message, ...more) {
      if (Array.isArray(message) && typeof message[1] === 'number') {
        const question = { name: window.benchQuestions[message[1]], at: performance.now() };
        watch.asked.push(question);
        watch.waiting.set(message[0], question);
      }
      super.postMessage(message, ...more);
    }
  };
  watch.ask = (request) => new Promise((answered) => {
    const id = next++;
    const [[name, fields]] = Object.entries(request);
    watch.worker.postMessage([id, window.benchQuestions.indexOf(name), JSON.stringify(fields)]);
    watch.waiting.get(id).answered = answered;
  });

  /** The first that `find` gives, looked for whenever the page changes or a question is answered, at the next frame. */
  watch.until = (find, what) => new Promise((resolve, reject) => {
    const look = () => {
      const found = find();
      if (!found) return;
      watch.looking.delete(look);
      clearTimeout(never);
      requestAnimationFrame(() => resolve(found));
    };
    const never = setTimeout(() => reject(new Error(`never came: ${what}`)), 600_000);
    watch.looking.add(look);
    look();
  });
  const look = () => watch.looking.forEach((one) => one());
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  watch.until(() => document.querySelector('.vlist .item:not(.register-coming)'), 'a row').then(() => { watch.firstRow = performance.now(); look(); }, () => {});
})();
