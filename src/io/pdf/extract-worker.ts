import { parentPort } from 'node:worker_threads';
import { extractText } from './extract.ts';

parentPort?.on('message', (bytes: Uint8Array<ArrayBuffer>) => {
  void extractText(bytes).then((result) => parentPort?.postMessage(result));
});
