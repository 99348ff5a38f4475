// The engine's worker: is handed the compiled module and the script's address, and starts the same wasm here.
// What panics inside a promise would leave the engine dead and the page waiting: nobody hears of it outside.
addEventListener('unhandledrejection', () => postMessage('died'));

onmessage = async ({ data: [module, script] }) => {
  onmessage = null;
  try {
    const { default: init, start_engine } = await import(script);
    await init({ module_or_path: module });
    start_engine();
  } catch (error) {
    // A rejected promise would stay inside the worker; thrown from a timer it reaches the page's `worker.onerror`.
    setTimeout(() => { throw error; });
  }
};
