import { IconFile } from '@tabler/icons-react';
import { OWN_REQUEST } from '../../fr.js';
import { isShownAsImage, pictureUrl } from '../../lib/is-shown-as-image.js';
import { sentDocumentUrl } from '../api/client-api.js';
import type { OwnRequest } from '../../api/types.js';
import classes from '../client.module.css';
import { Panel } from '../panel.js';

/** Each opens in the browser's own viewer, which zooms on a phone. */
export function SentDocuments({
  requestId,
  documents,
}: { requestId: string } & Pick<OwnRequest, 'documents'>) {
  return (
    <Panel title={OWN_REQUEST.documents}>
      <ul className={classes.files}>
        {documents.map((document) => {
          const url = sentDocumentUrl(requestId, document.id);
          return (
            <li key={document.id}>
              <a className={classes.file} href={url} target="_blank" rel="noopener">
                {isShownAsImage(document) ? (
                  <img src={pictureUrl(document, url)} alt="" loading="lazy" />
                ) : (
                  <IconFile aria-hidden />
                )}
                {document.name}
              </a>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
