// Imported first by the workers that read the record. The page's policy (index.html) does not bind them, and a host may
// send none for their own files: whatever runs here asks its own origin and no other.
const { fetch, Worker } = self;
const near = async (what, how) => {
  const request = new Request(what, how);
  const { origin } = new URL(request.url);
  if (origin !== location.origin) throw new TypeError(`nothing is asked of ${origin} from here`);
  return fetch(request);
};
// A worker from a blob: or data: address would begin without this.
function nearWorker(where, how) {
  const { origin, protocol } = new URL(where, location.href);
  if (origin !== location.origin || !/^https?:$/.test(protocol)) throw new TypeError(`no worker is started from ${protocol}`);
  return new Worker(where, how);
}
nearWorker.prototype = Worker?.prototype;
if (Worker) Object.defineProperty(Worker.prototype, 'constructor', { value: nearWorker });
const ways = ['XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'FontFace', 'caches', 'importScripts', 'SharedWorker'];
// A store of files would fetch them itself, and there are more doors to one than self.caches.
if (self.Cache) for (const way of ['add', 'addAll']) Object.defineProperty(Cache.prototype, way, { value: undefined });
if (self.WorkerNavigator) Object.defineProperty(WorkerNavigator.prototype, 'storageBuckets', { value: undefined });
for (const place of [self, WorkerGlobalScope.prototype]) {
  Object.defineProperty(place, 'fetch', { value: near });
  Object.defineProperty(place, 'Worker', { value: nearWorker });
  for (const way of ways) Object.defineProperty(place, way, { value: undefined });
}
