/** Answers each word with the word, twice. */
addEventListener('message', ({ data }: MessageEvent<string>) => postMessage(`${data} ${data}`));
