import { http } from '../../api/http/http.js';
import { toProblem } from '../../api/http/problem.js';

/** A document for a command to name. @throws ProblemError */
export async function uploadOne(file: File): Promise<string> {
  const form = new FormData();
  form.append('files', file);
  const answer = await fetch('/api/uploads', {
    ...{ method: 'POST', body: form, headers: http.csrfHeaders(), credentials: 'same-origin' as const },
  });
  const text = await answer.text();
  if (!answer.ok) throw toProblem(answer.status, text);
  const { documents } = JSON.parse(text) as { documents: { id: string }[] };
  return documents[0]?.id ?? '';
}
