import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFileText } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { documentUrl } from '../../api/tickets.js';
import type { TicketDocument } from '../../api/types.js';
import { DOCUMENT_KINDS, named, TICKET } from '../../fr.js';
import classes from './documents.module.css';
import { ImageViewer } from './image-viewer.js';
import { isShownAsImage, pictureUrl } from '../../lib/is-shown-as-image.js';

const STEP_PX = 240;
/** As many as are in sight at once, on any screen. */
const IN_SIGHT = 2;

/** All documents of the ticket, newest last; a picture opens full size here, the rest in a new tab. */
export function DocumentStrip({ ticketId, documents }: { ticketId: string; documents: TicketDocument[] }) {
  const [openedId, setOpenedId] = useState<string>();
  const stripRef = useRef<HTMLUListElement>(null);
  const scroll = (step: number) => () => stripRef.current?.scrollBy({ left: step, behavior: 'smooth' });
  if (documents.length === 0) return <p className={classes.empty}>{TICKET.noDocument}</p>;
  const hasMore = documents.length > IN_SIGHT;
  const images = documents.map(({ ref }) => ref).filter(isShownAsImage);
  return (
    <div className={classes.carousel}>
      {hasMore && (
        <ActionIcon variant="subtle" aria-label={TICKET.previousDocuments} onClick={scroll(-STEP_PX)}>
          <IconChevronLeft size={18} />
        </ActionIcon>
      )}
      <ul ref={stripRef} className={classes.strip}>
        {documents.map((document) => (
          <li key={document.ref.id}>
            <Thumbnail
              document={document}
              url={documentUrl(ticketId, document.ref.id)}
              onOpen={() => setOpenedId(document.ref.id)}
            />
          </li>
        ))}
      </ul>
      {hasMore && (
        <ActionIcon variant="subtle" aria-label={TICKET.nextDocuments} onClick={scroll(STEP_PX)}>
          <IconChevronRight size={18} />
        </ActionIcon>
      )}
      <ImageViewer ticketId={ticketId} images={images} openedId={openedId} onOpen={setOpenedId} />
    </div>
  );
}

interface ThumbnailProps {
  document: TicketDocument;
  url: string;
  onOpen: () => void;
}

function Thumbnail({ document: { ref, kind }, url, onOpen }: ThumbnailProps) {
  const caption = (
    <>
      <VisuallyHidden>{TICKET.open}</VisuallyHidden>
      <span className={classes.kind}>{named(DOCUMENT_KINDS, kind)}</span>
      <span className={`${classes.name} clip`} title={ref.name}>
        {ref.name}
      </span>
    </>
  );
  if (isShownAsImage(ref)) {
    return (
      <button type="button" className={classes.thumbnail} onClick={onOpen}>
        <img src={pictureUrl(ref, url)} alt="" loading="lazy" className={classes.picture} />
        {caption}
      </button>
    );
  }
  return (
    <a className={classes.thumbnail} href={url} target="_blank" rel="noopener">
      <span className={classes.picture}>
        <IconFileText size={30} aria-hidden />
      </span>
      {caption}
    </a>
  );
}
