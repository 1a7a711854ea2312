import { Section } from '../../forms/section.js';
import { TEMPLATE_PREVIEW } from '../../fr.js';
import { Loading } from '../../ui/loading.js';
import { PreviewControls } from './preview-controls.js';
import { PreviewFault } from './preview-fault.js';
import classes from '../templates.module.css';
import type { TemplateEditor } from '../editor/use-template-editor.js';
import { usePreview } from './use-preview.js';

/** The mail as somebody would receive it. */
export function MailPreview({ editor }: { editor: TemplateEditor }) {
  const preview = usePreview(editor);
  const { data, error } = preview;
  return (
    <Section title={TEMPLATE_PREVIEW.title}>
      <PreviewControls editor={editor} preview={preview} />
      {error && <PreviewFault error={error} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <p className={classes.subject}>
            {TEMPLATE_PREVIEW.subject} <strong>{data.subject}</strong>
          </p>
          {/* Nothing in it runs, loads or leads anywhere. */}
          <iframe
            sandbox=""
            srcDoc={data.html}
            title={TEMPLATE_PREVIEW.frame(data.subject)}
            className={classes.frame}
          />
          <details>
            <summary>{TEMPLATE_PREVIEW.asText}</summary>
            <p className={`${classes.plain} pre`}>{data.text}</p>
          </details>
        </>
      )}
    </Section>
  );
}
