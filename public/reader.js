// The reading worker (src/bin/reader.rs): its wasm comes down while the engine gets ready what is to be read.
// `.ci/finish.mjs` puts in the names that this build's files have.
import './guard.js';
import init, { start_reading } from './reading.js';

const stands = init();
// Heard below, once there is something to read.
stands.catch(() => {});

onmessage = async ({ data }) => {
  onmessage = null;
  try {
    await stands;
    start_reading(data);
  } catch (error) {
    // A rejected promise would stay inside the worker; thrown from a timer it reaches the engine's `worker.onerror`.
    setTimeout(() => { throw error; });
  }
};
addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw reason; }));
