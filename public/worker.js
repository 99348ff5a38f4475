// The engine's worker: loads the app's script, is handed the compiled module, and starts the same wasm here.
// `.ci/finish.mjs` puts in the names that this build's files have.
import './guard.js';
import init, { start_engine } from './app.js';

self.readerScript = './reader.js';
// What panics inside a promise would leave the engine dead and the page waiting: nobody hears of it outside.
addEventListener('unhandledrejection', () => postMessage('died'));

onmessage = async ({ data: module }) => {
  onmessage = null;
  try {
    await init({ module_or_path: module });
    start_engine();
  } catch (error) {
    // A rejected promise would stay inside the worker; thrown from a timer it reaches the page's `worker.onerror`.
    setTimeout(() => { throw error; });
  }
};
