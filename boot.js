// The boot screen: takes itself away when the app stands, and says what to do when it does not come.
// Stands inline in the page, so that it works when no other file arrives, and is written for browsers
// that are too old for the app: no const, no arrows.
(function () {
  var done = false;

  // The smallest module with a 128-bit vector in it, as wasm-feature-detect has it: the app is built with them.
  var simd = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  function newEnough() {
    return 'noModule' in document.createElement('script') && typeof WebAssembly === 'object' &&
      'at' in Array.prototype && WebAssembly.validate(new Uint8Array(simd)) && 'indexedDB' in window;
  }

  // The engine's worker comes up while the app is on its way; the app takes it over (src/engine/client.rs), and starts
  // another where it died.
  var early = null;
  window.startEngine = function () {
    var engine = early || new Worker('./worker.js', { type: 'module' });
    early = null;
    return engine;
  };
  if (newEnough()) {
    try {
      early = window.startEngine();
      early.onerror = function (event) { event.preventDefault(); early = null; };
    } catch (error) { /* The app tries again, and says what it means. */ }
  }

  function show(part) {
    if (done) return;
    done = part === 'failed' || part === 'old';
    ['opening', 'slow', 'failed', 'old'].forEach(function (name) {
      document.getElementById('boot-' + name).hidden = name !== part;
    });
  }

  function fail(event) {
    // Before the page is read there is nothing to show it in.
    if (document.readyState === 'loading') return addEventListener('DOMContentLoaded', function () { fail(event); });
    if (done) return;
    show(newEnough() ? 'failed' : 'old');
    var reason = event.reason || event.error || event.message || (event.target && (event.target.src || event.target.href));
    document.getElementById('boot-reason').textContent = reason ? String(reason) : '';
    document.getElementById('boot-again').onclick = again;
  }

  // A newer build may lie ready that mends this one.
  function again() {
    if (navigator.serviceWorker) navigator.serviceWorker.getRegistration().then(function (kept) {
      if (kept && kept.waiting) kept.waiting.postMessage('take over');
    });
    setTimeout(function () { location.reload(); }, 300);
  }

  // An event of trunk's script, when `main` has run to its end.
  addEventListener('TrunkApplicationStarted', function () {
    done = true;
    document.getElementById('boot').remove();
  });
  // `true`: a script that does not load tells its own element alone.
  addEventListener('error', function (event) {
    if (event.target === window || event.target.tagName === 'SCRIPT') fail(event);
  }, true);
  addEventListener('unhandledrejection', fail);
  addEventListener('DOMContentLoaded', function () { if (!newEnough()) show('old'); });
  setTimeout(function () { show('slow'); }, 15000);
})();
