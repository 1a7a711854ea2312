const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (letter) => `&#${String(letter.charCodeAt(0))};`);

/** What the partner would show: the figures, and the data that were sent. */
export const estimatePage = (estimate: object | undefined): string => `<!doctype html>
<html lang="fr">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>Jestimo (double local)</title>
  <body style="font-family: sans-serif; max-width: 45rem; margin: 2rem auto; padding: 0 1rem">
    <h1>Estimation</h1>
    <p>Double local du partenaire Jestimo : aucune donnée n’a quitté cette machine.</p>
    <pre style="white-space: pre-wrap">${escaped(estimate ? JSON.stringify(estimate, null, 2) : 'Dossier inconnu')}</pre>
  </body>
</html>
`;
