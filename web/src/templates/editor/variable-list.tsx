import { VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import type { TemplateVariable } from '../../api/types.js';
import { TEMPLATE_EDITOR } from '../../fr.js';
import classes from '../templates.module.css';

interface Props {
  variables: readonly TemplateVariable[];
  target: 'subject' | 'body';
  announcement: string;
  onInsert: (variable: TemplateVariable) => void;
}

/** Manual, "les variables, disponibles sur la partie droite de l'écran": one click or key each. */
export function VariableList({ variables, target, announcement, onInsert }: Props) {
  const id = useId();
  return (
    <section className={classes.variables} aria-labelledby={id}>
      <h2 id={id}>{TEMPLATE_EDITOR.variables}</h2>
      <p className={classes.hint}>{TEMPLATE_EDITOR.variablesHint}</p>
      <p className={classes.target}>{TEMPLATE_EDITOR.target[target]}</p>
      <ul>
        {variables.map((variable) => (
          <li key={variable.name}>
            <button
              type="button"
              className={classes.variable}
              title={variable.insert}
              // The field keeps its cursor while the mouse is elsewhere.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onInsert(variable)}
            >
              {variable.label}
              <small>
                {variable.example ? TEMPLATE_EDITOR.example(variable.example) : TEMPLATE_EDITOR.noExample}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <VisuallyHidden role="status">{announcement}</VisuallyHidden>
    </section>
  );
}
