// Imported first by the workers that read the record. The page's policy (index.html) does not bind them, and a host may
// send none for their own files: whatever runs here asks its own origin and no other.
const { fetch } = self;
const near = async (what, how) => {
  const request = new Request(what, how);
  const { origin } = new URL(request.url);
  if (origin !== location.origin) throw new TypeError(`nothing is asked of ${origin} from here`);
  return fetch(request);
};
const ways = ['XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'FontFace', 'caches', 'importScripts'];
for (const place of [self, WorkerGlobalScope.prototype]) {
  Object.defineProperty(place, 'fetch', { value: near });
  for (const way of ways) Object.defineProperty(place, way, { value: undefined });
}
