// The reading worker (src/bin/reader.rs): its wasm is fetched when the engine has something to read.
onmessage = async ({ data }) => {
  onmessage = null;
  try {
    const { default: init, start_reading } = await import('./reading.js');
    await init();
    start_reading(data);
  } catch (error) {
    // A rejected promise would stay inside the worker; thrown from a timer it reaches the engine's `worker.onerror`.
    setTimeout(() => { throw error; });
  }
};
addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw reason; }));
