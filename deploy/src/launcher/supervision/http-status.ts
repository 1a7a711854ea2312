import { get } from 'node:http';

/** The status of a plain GET. Not through `fetch`, which would make the launcher half as large again. */
export const httpStatus = (url: string, signal: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = get(url, { signal, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once('error', reject);
  });
