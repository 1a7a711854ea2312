import { http } from '../http/http.js';
import type { Http } from '../http/http.js';
import { NetworkError, ProblemError, toProblem } from '../http/problem.js';
import type { DocumentRef } from '../types.js';
import type { Send } from './upload-queue.js';

/** What was refused for want of a session is sent again once it is back. `onProgress` gets 0 to 100. */
export const uploaderTo =
  (http: Http, path: string): Send =>
  async (file, onProgress, signal) => {
    const send = () => transfer(http, path, file, onProgress, signal);
    return send().catch(async (error: unknown) => {
      if (error instanceof ProblemError && (await http.mends(error, path))) return send();
      throw error;
    });
  };

/** XMLHttpRequest, since fetch tells nothing of an upload's progress. */
function transfer(
  http: Http,
  path: string,
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<DocumentRef> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(http.csrfHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = (e) => {
      if (e.lengthComputable) onProgress(Math.round((e.loaded / e.total) * 100));
    };
    request.onerror = () => reject(new NetworkError());
    request.onabort = () => reject(new NetworkError());
    request.onload = () => {
      const document = request.status < 300 ? firstDocument(request.responseText) : undefined;
      if (document) resolve(document);
      else reject(toProblem(request.status, request.responseText));
    };
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('files', file, file.name);
    request.send(form);
  });
}

export const uploadFile = uploaderTo(http, '/api/uploads');

function firstDocument(body: string): DocumentRef | undefined {
  return (JSON.parse(body) as { documents: DocumentRef[] }).documents[0];
}
