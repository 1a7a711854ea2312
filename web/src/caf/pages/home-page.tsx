import { Alert } from '@mantine/core';
import { Link } from 'react-router';
import classes from '../caf.module.css';
import { CAF, CARDS, NOTES } from '../fr.js';
import { Frame } from '../parts/frame.js';

export default function HomePage() {
  return (
    <Frame title={CAF.title} lead={CAF.lead} back={{ to: '/property', text: 'Gérance' }}>
      <ul className={classes.cards}>
        {Object.entries(CARDS).map(([path, { title, text }]) => (
          <li key={path}>
            <Link to={`/caf/${path}`} className={classes.card}>
              <strong>{title}</strong>
              <div className={classes.soft}>{text}</div>
            </Link>
          </li>
        ))}
      </ul>
      <Alert color="gray">
        {NOTES.layout}
        <div>{NOTES.once}</div>
        <div>{NOTES.msa}</div>
      </Alert>
    </Frame>
  );
}
