import badges from '../../ui/badges.module.css';

interface Props {
  text: string;
  colour: string;
}

/** Always words; the colour only helps to find it. */
export function StatusText({ text, colour }: Props) {
  return (
    <span className={badges.status} data-colour={colour}>
      {text}
    </span>
  );
}
