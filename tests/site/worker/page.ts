/** Shows the reply of its worker, and the result of starting a worker from a foreign address. */
import { startWorker } from '../../../src/browser/trusted.ts';
import file from 'virtual:whole-file';
import address from './twice.ts?worker&url';
import './page.css';

const place = document.querySelector('p') as HTMLParagraphElement;
const worker = startWorker(address);
worker.onmessage = ({ data }: MessageEvent<string>) => {
  let foreign = 'let through';
  try {
    startWorker('https://example.org/a.js');
  } catch (error) {
    foreign = (error as Error).message;
  }
  place.textContent = `${data}; ${foreign}; ${file?.address ?? 'no other file'}`;
};
worker.postMessage('word');
